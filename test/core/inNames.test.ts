import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judged } from '../judged.ts';

const JUDGED: Readonly<
  Record<string, readonly (readonly [text: string, ...forms: (readonly [string, string])[]])[]>
> = {
  'strains of viruses': [
    ['All genes but one came from A/QTN/1933. Mice were given A/QTN/1933 later.', ['QTN', 'strain: off']],
    ['Titers against B/QTN/3073/2013 were low in most sera.', ['QTN', 'strain: off']],
    ['The QTN/KVD ratio was high in all mice.', ['QTN', 'abbreviation: loud']],
  ],
  'what is named behind its kind': [
    [
      'Pellets were resuspended in 400 µL of buffer QTP supplemented with mercaptoethanol.',
      ['QTP', 'product: hint'],
    ],
    ['Images were taken with the fluorescence microscope QVOS for each well.', ['QVOS', 'product: hint']],
    ['Cells were lysed in QTP buffer for an hour, and QTP is strong.', ['QTP', 'abbreviation: loud']],
  ],
  'codes, cited authors, other names': [
    ['Binding of QY-CoV016 and QY-CoV555 was lost in all.', ['QY', 'product: off']],
    ['It was graded by stage (QELL et al. 1978) on a scale.', ['QELL', 'initials: off']],
    [
      'IL-8 (CXCL1 or KC/GRO in mice) is released.',
      ['KC', 'gene-or-protein: off'],
      ['GRO', 'gene-or-protein: off'],
    ],
    ['Beads were AMPure XP beads from one lot.', ['XP', 'product: hint']],
    ['Samples were loaded on an SP flow cell at once.', ['SP', 'product: hint']],
  ],
  'databases, registries, guidelines and boards': [
    ['Roles are given in the QGC dataset for each gene.', ['QGC', 'database: hint']],
    ['The QLA German registry has 356 patients, and the QLA registry grows.', ['QLA', 'database: hint']],
    ['Severity was graded by QDSA guidelines in all centers.', ['QDSA', 'database: hint']],
    ['Genes came from the HRT Atlas, and the HRT Atlas is small.', ['HRT', 'database: hint']],
    ['Women took HRT for years, and HRT helped.', ['HRT', 'abbreviation: loud']],
    ['The survey’s PR, HR, and IR files were read.', ['HR', 'database: hint']],
    ['Reads were made by the ART simulator for each genome.', ['ART', 'database: hint']],
    ['It was approved by the university and by QCG IRB in March.', ['QCG', 'database: hint']],
    ['The QGC of each gene was measured, and a QGC dataset was kept.', ['QGC', 'abbreviation: loud']],
  ],
  'names of several words in capitals': [
    ['Survival was read from QEER QSR for each year.', ['QSR', 'product: hint']],
    // Letters of the field, of which the text never speaks.
    ['Survival was read from the QEER CSR in May.', ['CSR', 'product: hint']],
    ['Class switch recombination is rare. In QEER CSR was seen.', ['CSR', 'abbreviation: loud']],
  ],
  'what a paragraph opens with, and its source': [
    [
      '**QABEL** [@key] uses autoencoders. QABEL was fast, and a QABEL was slow.',
      ['QABEL', 'database: hint'],
    ],
    ['QABEL [@key] is an unsupervised method for QABEL data.', ['QABEL', 'database: hint']],
    ['Of all, QABEL [@key] is an old method for QABEL data.', ['QABEL', 'abbreviation: loud']],
    ['**QABEL** is used for cells. A QABEL was slow.', ['QABEL', 'abbreviation: loud']],
  ],
  'a short word beside it in a name': [
    ['Cells were joined by QNION-Com, and QNION-Com is fast.', ['QNION', 'product: hint']],
    ['Cells were read by QNIO-Seq, and the QNIO-Seq data were kept.', ['QNIO-Seq', 'abbreviation: loud']],
  ],
  'words that are quoted': [
    [
      'Some decreased (e.g. “QLP regulation”), and “Negative regulation of QLP factors” too.',
      ['QLP', 'emphasis: hint'],
    ],
    ['The pathway "TLR regulation" was found.', ['TLR', 'emphasis: hint']],
    ['We call “QLP” what others call otherwise. The QLP is small.', ['QLP', 'abbreviation: loud']],
    ['It was “strong” in TLR signalling, and “weak” elsewhere.', ['TLR', 'abbreviation: loud']],
    ['The "strong" TLR signal and the "weak" one differ.', ['TLR', 'abbreviation: loud']],
  ],
  'genes among genes': [
    ['Mutations in TP53, KRAS, PIK3CA and EGFR were frequent.', ['EGFR', 'gene-or-protein: hint']],
    [
      '| a | b |\n|---|---|\n| ENO1 | FLT1 |\n| GADD45A | GC |\n\nIn all, GC is high.',
      ['GC', 'gene-or-protein: hint'],
    ],
    ['| Cell | n |\n|---|---|\n| GC | 12 |\n\nEach GC has B cells.', ['GC', 'abbreviation: loud']],
    ['MZB1 and IGJ are high in these cells.', ['IGJ', 'gene-or-protein: hint']],
    ['Patients with OS, PFS and EFS were followed.', ['PFS', 'abbreviation: loud']],
    ['We measured KQT and VQT in mice, and KQT was high.', ['KQT', 'abbreviation: loud']],
    ['Inhibitors of *HER2* came first; *HER2* is amplified.', ['HER2', 'gene-or-protein: off']],
    ['Inhibitors of HER2 came first; HER2 is amplified.', ['HER2', 'abbreviation: loud']],
  ],
  'letters that changed places': [
    ['A QLSR model was fit. The QLSR has scores. The QSLR scores are shown.', ['QSLR', 'abbreviation: hint']],
    ['A QLSR model was fit, and a QKSV model was too.', ['QKSV', 'abbreviation: loud']],
  ],
  'a database that the text explains in one place': [
    [
      '# Abstract\n\nWe searched MEDLINE.\n\n# Introduction\n\nThe Medical Literature Online (MEDLINE) grows. MEDLINE is large.',
      ['MEDLINE', 'database: off'],
    ],
    ['Circulating antigen of snails (CAS) was found. CAS is rare.', ['CAS', 'abbreviation: loud']],
  ],
  'amounts of money, and what has the same letters': [
    ['The cost was CHF 1,200 a year, and CHF 300 more later.', ['CHF', 'unit: off']],
    ['It cost 300 SGD.', ['SGD', 'unit: off']],
    ['Costs are given in EUR.', ['EUR', 'unit: off']],
    ['Models were fit by SGD, and SGD is fast.', ['SGD', 'abbreviation: loud']],
    ['Patients with CHF were old, and CHF was frequent in them.', ['CHF', 'abbreviation: loud']],
  ],
  'numerals behind numerals, and kits': [
    ['Pillars II, III, and IV were added. Pillar IV came last.', ['IV', 'roman-numeral: off']],
    ['DNA was extracted with a Clinic SV DNA extraction kit and the Clinic SV kit.', ['SV', 'product: hint']],
  ],
  'words, models and symbols': [
    ['Levels of microRNA were low, and microRNAs were few.', ['microRNA', 'standard: off']],
    ['The tool qcGPT was trained; qcGPT is fast.', ['qcGPT', 'software: off']],
    ['Clusters were found by the KQeans function of a library.', ['KQean', 'abbreviation: hint']],
    ['The matrix A<sub>QxE</sub> was filled.', ['AQxE', 'variable: hint']],
    ['We sorted T~reg~s, and T~reg~s were few.', ['Treg', 'abbreviation: loud']],
    ['The number of active COVID cases fell.', ['COVID', 'standard: off']],
    // An abbreviation among others makes no name.
    ['We used AML RNA-seq data.', ['RNA-seq', 'abbreviation: loud']],
    ['QLApers extended the model of each allele.', ['QLAper', 'abbreviation: hint']],
    ['The ratio dN/dS was low, and dN/dS is small.', ['dN', 'statistics: off']],
  ],
};

describe('forms within names', () => {
  for (const [name, texts] of Object.entries(JUDGED)) {
    test(name, () => {
      for (const [text, ...forms] of texts) {
        for (const [short, expected] of forms)
          assert.equal(judged(text, short), expected, `${short} in: ${text}`);
      }
    });
  }
});
