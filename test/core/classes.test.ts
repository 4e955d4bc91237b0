import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { service } from '../bundled.ts';
import { judged } from '../judged.ts';

const JUDGED: Readonly<
  Record<string, readonly (readonly [text: string, ...forms: (readonly [string, string])[]])[]>
> = {
  'what the manuscript defines is not what the same letters usually mean': [
    ['B-cell aplasia (BCA) lasted long. BCA ended late.', ['BCA', 'abbreviation: loud']],
    ['Protein was measured by bicinchoninic acid (BCA) assay. BCA is sensitive.', ['BCA', 'chemical: off']],
    ['Pathologic complete remission (PCR) was rare. PCR came late.', ['PCR', 'abbreviation: loud']],
    ['Genes were read by polymerase chain reaction (PCR). PCR is fast.', ['PCR', 'standard: off']],
    ['Cells were kept in phosphate buffer solution (PBS). PBS was cold.', ['PBS', 'chemical: off']],
  ],
  'what a list of abbreviations says': [
    [
      'The mRNA was long. Its BCA was short.\n\n# Abbreviations\n\nmRNA: messenger RNA\n\nBCA: B-cell aplasia\n',
      ['mRNA', 'standard: off'],
      ['BCA', 'abbreviation: loud'],
    ],
  ],
  'donors, patients and samples': [
    [
      'Reads of donors QV, GMC, and IB were merged.',
      ['QV', 'label: off'],
      ['GMC', 'label: off'],
      ['IB', 'label: off'],
    ],
    [
      'Two patients, KX1 and KX2, relapsed; isolates QRA and QRB did not.',
      ['QRA', 'label: off'],
      ['QRB', 'label: off'],
    ],
    [
      'In these patients, OS and PFS were short.',
      ['OS', 'abbreviation: loud'],
      ['PFS', 'abbreviation: loud'],
    ],
  ],
  persons: [
    [
      'Slides were read by two pathologists (JQK and LMW), blinded.',
      ['JQK', 'initials: off'],
      ['LMW', 'initials: off'],
    ],
    [
      'Calls were made by two members of the study team (QS and RQ).',
      ['QS', 'initials: off'],
      ['RQ', 'initials: off'],
    ],
    ['From: Paige MJ, McKentrie JE, Bossu PM, et al. The statement.', ['PM', 'initials: off']],
    ['PD Schloss was in part supported by the Institutes.', ['PD', 'initials: off']],
    ['Titles were screened by one reviewer (QTB).', ['QTB', 'initials: off']],
    ['The reviewers saw the tumor QTB twice.', ['QTB', 'abbreviation: loud']],
  ],
  'names of products, kits and firms': [
    ['DNA was extracted with the PowerSoil QTP 96 kit.', ['QTP', 'product: off']],
    ['Acids were purified with the QLINE Tissue Purification Kit.', ['QLINE', 'product: off']],
    ['A kit for QRL was bought.', ['QRL', 'abbreviation: loud']],
    [
      'The inhibitor PF-04136309 and probe D-6030-100-TC were given.',
      ['PF-04136309', 'product: off'],
      ['TC', 'no mention'],
    ],
    ['Signals were split with Metasystems QX break apart probes.', ['QX', 'product: hint']],
    ['Tissue came from the Scotland QGC Biorepository.', ['QGC', 'organisation: off']],
  ],
  'clones, strains and cell lines': [
    [
      'We grew SK-N-BE cells and SH-SY-5Y cells.',
      ['SK-N-BE', 'cell-line: off'],
      ['SH-SY-5Y', 'cell-line: off'],
      ['BE', 'no mention'],
    ],
    ['The isolate *Enterocloster bolteae* QSK.2.78 grew.', ['QSK', 'product: off']],
    [
      'The clusters HK/68 and EN/72, and CTRI/2020/12/029730.',
      ['HK/68', 'product: off'],
      ['EN', 'no mention'],
    ],
    ['OT-I cells were moved to the host.', ['OT-I', 'strain: off']],
    ['The CAR-T-ALL trial was small.', ['ALL', 'abbreviation: loud']],
  ],
  'programs, databases and their files': [
    ['Taxa were aligned with the QILVA (v. 132) reference database.', ['QILVA', 'software: off']],
    ['Splicing was judged with the qetAS R package.', ['qetAS', 'software: off']],
    [
      'Trees were built with QTREE version 1.6.8 and a QTR+I model.',
      ['QTREE', 'software: off'],
      ['QTR', 'variable: off'],
    ],
    ['Files in YAML on macOS are shared under CC-BY.', ['YAML', 'standard: off'], ['macOS', 'standard: off']],
    ['Variants were called with [QAGE](https://example.org/qage).', ['QAGE', 'product: off']],
    ['Reads were cleaned with QRMap [@tool] at once.', ['QRMap', 'software: off']],
    [
      'Calls that the filter PASSED are kept; we kept PASS variants that passed twice.',
      ['PASS', 'emphasis: off'],
    ],
    [
      'It was run on 64 GiB of RAM and one CPU.',
      ['RAM', 'standard: off'],
      ['CPU', 'standard: off'],
      ['GiB', 'unit: off'],
    ],
  ],
  'genes, proteins and their older names': [
    [
      'We measured GRO/CXCL1 and MDC/CCL22.',
      ['GRO', 'gene-or-protein: off'],
      ['MDC', 'gene-or-protein: off'],
    ],
    ['The ligand MDC (CCL22) rose.', ['MDC', 'gene-or-protein: off']],
    [
      'Marker genes were *rplT* and *mecA*.',
      ['rplT', 'gene-or-protein: off'],
      ['mecA', 'gene-or-protein: off'],
    ],
    ['Small GTPases and DNAse were added.', ['GTPase', 'standard: off'], ['DNAse', 'standard: off']],
    [
      'DEAD-box helicases unwind RNA; truncations of the PEST sequence motif are rare.',
      ['DEAD', 'sequence: off'],
    ],
    [
      'Mutations of the QAT domain were found, and of the QAT domain again.',
      ['QAT', 'gene-or-protein: hint'],
    ],
    ['The exchange V600E and p.Ser46Ile; Figure S3D.', ['V600E', 'sequence: off']],
    ['C to T changes at CpC and TpT were counted.', ['CpC', 'sequence: off'], ['TpT', 'sequence: off']],
  ],
  'genes by their family, their aliases, their letters': [
    [
      'KDM5C, also known as SMCX or JARID, erases marks.',
      ['SMCX', 'gene-or-protein: off'],
      ['JARID', 'gene-or-protein: off'],
    ],
    ['Activation by RFX transcription factors is rare.', ['RFX', 'gene-or-protein: off']],
    ['Isolates with *blaKPC-31* grew.', ['blaKPC-31', 'gene-or-protein: off']],
    [
      'The GC content was high; CG dinucleotides were rare.',
      ['GC', 'sequence: off'],
      ['CG', 'sequence: off'],
    ],
    ['Oligo(dT)-primed libraries of XY animals were read.', ['dT', 'standard: off'], ['XY', 'standard: off']],
    ['Members of _Clostridium IV_ grew.', ['IV', 'roman-numeral: off']],
    ['The search was "mouse" OR "rat", and rodent* OR shrew.', ['OR', 'emphasis: off']],
    ['The OR was high; an OR of two.', ['OR', 'abbreviation: loud']],
    ['It holds an RRAR furin site.', ['RRAR', 'sequence: off']],
  ],
  'letters of bases, codons and chemistry': [
    [
      'The frame opens at the first ATG start codon and ends at a TAA or TGA stop codon.',
      ['ATG', 'sequence: off'],
      ['TAA', 'sequence: off'],
      ['TGA', 'sequence: off'],
    ],
    ['Hosts were given ATG and a graft.', ['ATG', 'abbreviation: loud']],
    ['Methylation was called in CG context.', ['CG', 'sequence: off']],
    ['The best size of a neighborhood (pK) was sought.', ['pK', 'abbreviation: hint']],
    ['The PK of the drug was linear.', ['PK', 'abbreviation: loud']],
  ],
  'genes that a text alters, or lists': [
    ['Loss of QRB inactivation is late.', ['QRB', 'gene-or-protein: hint']],
    ['In QLL-rearranged leukemia, blasts grow.', ['QLL', 'gene-or-protein: hint']],
    [
      'Less GPX4 was seen.\n\n# Abbreviations\n\nGPX4: glutathione peroxidase 4\n\nRCD: regulated cell death',
      ['GPX4', 'gene-or-protein: off'],
    ],
    ['Less glutathione peroxidase 4 (GPX4) was seen; GPX4 fell.', ['GPX4', 'abbreviation: loud']],
  ],
  'addresses and firms': [
    ['Volunteers came to two sites (Stuart, FL and Port St. Lucie, FL, in fall).', ['FL', 'label: off']],
    ['Imatinib was bought from LC Laboratories (Woburn, MA).', ['LC', 'product: hint']],
    ['Inducible CAR systems were built.', ['CAR', 'abbreviation: loud']],
  ],
  'sites named after states, strains behind "sp."': [
    [
      'The sites were in Pittsburgh, PA, USA (PA site) and Athens, GA, USA. The PA site opened first; the GA site closed.',
      ['PA', 'label: off'],
      ['GA', 'label: off'],
    ],
    ['Boys did more PA, and PA was counted. Physical activity helps.', ['PA', 'abbreviation: loud']],
    ['PET, CT, and ultrasound were done.', ['CT', 'abbreviation: loud']],
    ['*Micrococcus* sp. MS-ASIII grew.', ['MS', 'product: off']],
    ['DNA was read with a Clinic SV kit (Korea).', ['SV', 'product: hint']],
  ],
  'letters of a gene that a text uses like a noun': [
    [
      'CAGE-based maps are new. The CAGE of cells is read. CAGE is fast, as CAGE peaks and CAGE tags show.',
      ['CAGE', 'abbreviation: loud'],
    ],
    ['Antigens such as CAGE were found.', ['CAGE', 'gene-or-protein: hint']],
  ],
  'operators and states in capitals': [
    ['The class holds (green-OFF) OR (red) cells.', ['OR', 'emphasis: off'], ['OFF', 'emphasis: off']],
    ['The OR (for death) was high; the OR of two.', ['OR', 'abbreviation: loud']],
  ],
  'families of many genes': [['HLA alleles were read, and HLA types.', ['HLA', 'abbreviation: loud']]],
  'plurals in capitals': [
    [
      'Each opportunity for improvement (OFI) counts. One or more OFIS were met.',
      ['OFIS', 'abbreviation: hint'],
    ],
    ['All QOFIS were met.', ['QOFIS', 'abbreviation: loud']],
  ],
  'numerals and what is given into a vein': [
    [
      'Of all, astragaloside IV with known effects led; T. Ruffin IV (Ann Arbor).',
      ['IV', 'roman-numeral: off'],
    ],
    ['Women received IV magnesium.', ['IV', 'abbreviation: loud']],
    ['They had dexamethasone IV, then 10 mg IV dexamethasone.', ['IV', 'abbreviation: loud']],
  ],
  'known words in front of parentheses that hold more than the form': [
    ['Omega-3 polyunsaturated fatty acids (n-3 PUFA) rose.', ['PUFA', 'abbreviation: hint']],
    ['Most were given R-CHOP, and R-CHOP helped.', ['R-CHOP', 'abbreviation: loud']],
    ['Blood held n-3 PUFA; the PUFA level rose.', ['PUFA', 'abbreviation: loud']],
  ],
  'parts of a name': [
    ['It was read by a model and 5(h)mQ calling.', ['mQ', 'abbreviation: hint']],
    ['It needs a high level of Bcl–XQ, a protein.', ['XQ', 'abbreviation: hint']],
  ],
  'an organisation or what else the letters mean': [
    [
      'GRB2 binds the receptor and brings SOS, a guanine exchange factor, to Ras; son of sevenless (as it is named) loads Ras with GTP. Ras needs SOS.',
      ['SOS', 'gene-or-protein: off'],
    ],
    ['After the graft, SOS of the liver was feared.', ['SOS', 'abbreviation: loud']],
    [
      'The Centers for Disease Control and Prevention advise rest. Since then the CDC has asked again.',
      ['CDC', 'organisation: off'],
    ],
    ['Lysis by CDC was weak.', ['CDC', 'abbreviation: loud']],
    ['Rates were higher than the CDC estimated. CDC data are public.', ['CDC', 'organisation: off']],
    [
      'The antibody kills by complement and by cytotoxic cells. Of these, the CDC was strong.',
      ['CDC', 'abbreviation: loud'],
    ],
    ['Species are those of the ICTV.', ['ICTV', 'organisation: off']],
  ],
  'strains in any case': [
    ['Resistant Balb/cJ mice and BALB/c mice were kept.', ['Balb/cJ', 'strain: off'], ['cJ', 'no mention']],
  ],
  'kinds of sequencing': [
    [
      'Methods like MeXIP-seq and QRE-Seq are known.',
      ['MeXIP-seq', 'abbreviation: loud'],
      ['QRE-Seq', 'abbreviation: loud'],
    ],
    ['Reads of a MiSeq and a NextSeq.', ['MiSeq', 'product: off']],
  ],
  'a remark beside a form in parentheses': [
    [
      'We gave doxazorubicin (DXA, top) or vinorelbene (NVQ, bottom). The NVQ was cold. NVQ is old.',
      ['NVQ', 'abbreviation: hint'],
    ],
  ],
  numbers: [
    ['Each test costs 4200 USD, or 3900 GBP.', ['USD', 'unit: off'], ['GBP', 'unit: off']],
    ['It used 3 s and 20 GB; peak memory is in GB.', ['GB', 'unit: off']],
    ['Activin A (R&D Biotechne 233-FB) was added.', ['233-FB', 'product: off']],
    ['The syndrome (QRXSCJ, OMIM: 300534) is rare, QIMQ: 300534 too.', ['QIMQ', 'software: off']],
    [
      'Adults in Philadelphia, PA at one school; Treg, NK and B cells.',
      ['PA', 'label: off'],
      ['NK', 'abbreviation: loud'],
    ],
    ['Tubes were spun at 7500 RPM for 1 minute.', ['RPM', 'unit: off']],
    ['Complexes I–IV pass electrons on.', ['IV', 'roman-numeral: off']],
  ],
  tables: [
    [
      '| Tumor | Class |\n|---|---|\n| Glioma | GNG, FGFR |\n| B | PD-1 |\n',
      ['FGFR', 'abbreviation: hint'],
      ['PD-1', 'abbreviation: loud'],
    ],
    [
      '| Study | Group |\n|---|---|\n| A | QLIBD |\n| B | NA |\n',
      ['QLIBD', 'label: hint'],
      ['NA', 'label: off'],
    ],
    [
      '| Study | Group |\n|---|---|\n| A | QLIBD |\n\nEach QLIBD group was small.',
      ['QLIBD', 'abbreviation: loud'],
    ],
  ],
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
  'known forms of two letters': [
    ['They live in Nanaimo, BC, Canada (GSC, BC Cancer Research).', ['BC', 'label: off']],
    ['We saw patients of the GSC (BC Cancer Research).', ['BC', 'product: hint']],
    ['Age is a risk of BC.', ['BC', 'abbreviation: loud']],
    ['Breast cancer is common (Fig. 1: BC, Q).', ['BC', 'abbreviation: loud']],
    ['Samples have units and IDs; IDs are kept.', ['IDs', 'standard: off']],
    ['Its Substance ID: 329799056.', ['ID', 'standard: off']],
    ['Iron deficiency is common; pooled ID prevalence was high.', ['ID', 'abbreviation: loud']],
    ['Mass spectrometry was done. We grew MS-QXII.', ['MS', 'abbreviation: hint']],
    ['Of the classes, ‘lncRNA,’ or long non-coding RNAs, led.', ['lncRNA', 'abbreviation: hint']],
    ['Mass spectrometry was done, as were NMR, MS.', ['MS', 'abbreviation: loud']],
  ],
  statistics: [
    ['Prevalence was high (11.6%, SE=0.9%).', ['SE', 'statistics: off']],
    ['Values are shown with SD. Table 2 lists each disease.', ['SD', 'statistics: off']],
    ['Values are shown with SD. Two had stable disease.', ['SD', 'abbreviation: loud']],
  ],
  'serology, stains, genes of herpesviruses, cells among their like': [
    ['Vaccinated donors had anti-HBs titers above 100.', ['anti-HBs', 'immunoglobulin: off']],
    ['Antibody to its surface antigen (anti-HBs) rose.', ['anti-HBs', 'immunoglobulin: off']],
    ['Sections were stained for cytokeratin (AE1/AE3) and read.', ['AE1/AE3', 'product: off']],
    ['Beads (Quanti-BRITE) were run daily.', ['Quanti-BRITE', 'product: off']],
    ['Plates were coated with VlsE lipoprotein.', ['VlsE', 'gene-or-protein: off']],
    [
      'CMV encodes UL83 and IE1. UL83 is abundant.',
      ['UL83', 'gene-or-protein: off'],
      ['IE1', 'gene-or-protein: off'],
    ],
    ['Samples UL83 and QX7 were kept.', ['UL83', 'abbreviation: hint']],
    [
      'Group 3 innate lymphoid cells (ILC3s) make IL-22; ILC1 do not. ILC3s stay.',
      ['ILC3', 'abbreviation: loud'],
      ['ILC1', 'abbreviation: hint'],
    ],
    ['In the gut, ILC1 make interferon.', ['ILC1', 'abbreviation: loud']],
  ],
  'what words beside them explain': [
    ['Proteins were counted by mass cytometry (CyTOF). CyTOF is costly.', ['CyTOF', 'abbreviation: hint']],
    ['Proteins were counted by CyTOF (mass cytometry).', ['CyTOF', 'abbreviation: loud']],
    ['Cells (n = 4; CyTOF) were counted.', ['CyTOF', 'abbreviation: loud']],
    [
      'We used sparse Projection to Latent Structures (multiblock sPLS). The sPLS components vary.',
      ['sPLS', 'abbreviation: hint'],
    ],
    ['We fitted multiblock sPLS models. An sPLS was kept.', ['sPLS', 'abbreviation: loud']],
  ],
  'a capitalised word beside it in compounds': [
    ['Data came from QIVEP-Gripe for the city.', ['QIVEP', 'product: hint']],
    [
      'The EC-Earth3-Veg model of QRL is used. A QRL is large.',
      ['EC', 'product: hint'],
      ['QRL', 'abbreviation: loud'],
    ],
    ['The Jak-STAT cascade signals to endothelial cells.', ['STAT', 'abbreviation: loud']],
    ['In QIVEP-Gripe and elsewhere, the QIVEP of a city is high.', ['QIVEP', 'abbreviation: loud']],
  ],
  'names that a table explains': [
    [
      'Circles were found by circDeep. LOCK was lost.\n\n' +
        '| Name | Long name |\n|---|---|\n| circDeep | circular RNA by deep learning |\n| LOCK | large organized chromatin |',
      ['circDeep', 'product: off'],
      ['LOCK', 'abbreviation: loud'],
    ],
  ],
  'names of databases, programs and funders': [
    ['The locus makes the transcript miR-iab-8.', ['miR', 'gene-or-protein: off']],
    ['Reads were clustered with CD-HIT version 4.8.1.', ['CD-HIT', 'software: off']],
    ['It takes a few MB of memory.', ['MB', 'unit: hint']],
    ['We aligned reads to the SILVA 16S database.', ['SILVA', 'database: off']],
    ['It was supported by Genome Canada and QSERC grants.', ['QSERC', 'organisation: off']],
    ['Sterile swabs (labelled SSC) had few reads.', ['SSC', 'product: hint']],
  ],
};

describe('classes', () => {
  for (const [subject, rows] of Object.entries(JUDGED)) {
    test(subject, () => {
      for (const [text, ...forms] of rows) {
        for (const [form, expected] of forms) assert.equal(judged(text, form), expected, `${form}: ${text}`);
      }
    });
  }

  test('the reason says of each name what it is the name of', () => {
    const text = 'Jurkat cells of the NIH were lysed in HEPES, pulsed with SIINFEKL and counted in SPSS.';
    const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
    const { abbreviations } = service.assemble([analysis]);
    assert.deepEqual(
      abbreviations.map(({ short, reason }) => `${short}: ${reason}`),
      [
        'NIH: An organisation, known by these letters.',
        'HEPES: A chemical that is better known by these letters.',
        'SIINFEKL: So many capitals are a name, a sequence or a word.',
        'SPSS: The name of a program.',
      ],
    );
  });

  test('every form that is let off says why in a sentence', () => {
    const text = Object.values(JUDGED)
      .flat()
      .map(([each]) => each)
      .join('\n\n');
    const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
    for (const { reason } of service.assemble([analysis]).abbreviations) assert.match(reason, /^[A-Z].*\.$/);
  });
});
