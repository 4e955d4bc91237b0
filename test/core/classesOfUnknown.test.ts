/** Forms that nobody knows, by how a text uses them. */
import { judgeAll } from './judgeAll.ts';

judgeAll({
  'what is written on to a form': [
    [
      'Patients with IBD and nonIBD controls. Inflammatory bowel disease (IBD) is common.',
      ['IBD', 'abbreviation: loud'],
      ['nonIBD', 'no mention'],
    ],
    [
      'CITE-seq and TCR-seq were done; a T cell receptor (TCR) binds.',
      ['CITE-seq', 'abbreviation: loud'],
      ['TCR', 'abbreviation: loud'],
      ['TCR-seq', 'no mention'],
    ],
    ['Washed with PBS + 0.1% BSA (PBSA, Gibco), then PBSA alone.', ['PBSA', 'abbreviation: hint']],
    [
      'Their Data Regulation (QSGVO) holds. The QSGVO is law; the QSGVO binds.',
      ['QSGVO', 'abbreviation: hint'],
    ],
    [
      'Sizes are shown.\nHSV: treated with a virus;\nQNV: infected with a virus.',
      ['HSV', 'abbreviation: hint'],
      ['QNV', 'abbreviation: hint'],
    ],
    [
      'A support vector machine with radial kernel (SVM radial) was used. The SVM won.',
      ['SVM', 'abbreviation: hint'],
    ],
    [
      'Plague came in the 6th century CE and around 300 BC.',
      ['CE', 'standard: off'],
      ['BC', 'standard: off'],
    ],
    ['Of all, Pillar IV worked.', ['IV', 'roman-numeral: off']],
    ['We asked QIFA (the agency).', ['QIFA', 'abbreviation: hint']],
    [
      'We used the Risk of Bias 2 (RoB 2) tool and the Guideline Quality Tool (GRADEpro GQT).',
      ['GQT', 'abbreviation: hint'],
    ],
    ['Approved by the University’s Animal Care and Use Committee (IACUC).', ['IACUC', 'abbreviation: hint']],
    ['Note: QSS, quick sample size of all chains. The QSS was high.', ['QSS', 'abbreviation: hint']],
    ['Patients with relapsed disease (rrQLBL) were seen.', ['rrQLBL', 'abbreviation: hint']],
  ],
  'unknown forms that nothing speaks against': [
    ['The definition of EFS24 is old.', ['EFS24', 'abbreviation: loud']],
    ['The QXZ keeps cells out.', ['QXZ', 'abbreviation: loud']],
    ['We used PERMANOVA for distances.', ['PERMANOVA', 'abbreviation: loud']],
  ],
  'unknown forms, by how they are used': [
    ['Levels of QXW rose; QXZs fell.', ['QXW', 'abbreviation: loud'], ['QXZ', 'abbreviation: loud']],
    [
      'Others are QXMSP [@ru2014], QXTM [@xu2019], and more.',
      ['QXMSP', 'abbreviation: hint'],
      ['QXTM', 'abbreviation: hint'],
    ],
    ['The QOSS-like comparison was old.', ['QOSS', 'abbreviation: loud']],
    ['Results (SQ-QOSS) were old.', ['QOSS', 'abbreviation: hint']],
    ['Both methods, QOSS, were old.\n\n# Abstract\n\nMethods: QOSS.', ['QOSS', 'abbreviation: loud']],
    ['Genera were *Blautia* (OTU124) and *Roseburia* (OTU12).', ['OTU12', 'abbreviation: hint']],
    ['Genes came from the QOSSA ontology.', ['QOSSA', 'database: hint']],
    ['We used the QOSS implementation of them.', ['QOSS', 'database: hint']],
    ['The QSD mice grew.', ['QSD', 'strain: hint']],
    ['It was by the QOSMA, as of old.', ['QOSMA', 'abbreviation: hint']],
    ['Levels of QZ rose; QZ cells divided.', ['QZ', 'abbreviation: hint']],
    ['Levels of QZ rose. The quick zone (QZ) is wide.', ['QZ', 'abbreviation: loud']],
  ],
  'what words beside them explain': [
    [
      'Its MLQE construction (matrix of low quick energies) is new; MLQE is small. MLQE helps.',
      ['MLQE', 'abbreviation: hint'],
    ],
    ['Its MLQE construction (see below) is new; the MLQE is small.', ['MLQE', 'abbreviation: loud']],
    ['Proteins were counted by mass cytometry (CyTOF). CyTOF is costly.', ['CyTOF', 'abbreviation: hint']],
    ['Proteins were counted by CyTOF (mass cytometry).', ['CyTOF', 'abbreviation: loud']],
    ['Cells (n = 4; CyTOF) were counted.', ['CyTOF', 'abbreviation: loud']],
    [
      'We used sparse Projection to Latent Structures (multiblock sPLS). The sPLS components vary.',
      ['sPLS', 'abbreviation: hint'],
    ],
    ['We fitted multiblock sPLS models. An sPLS was kept.', ['sPLS', 'abbreviation: loud']],
  ],
});
