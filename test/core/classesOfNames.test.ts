/** Names of persons, products, strains, programs, places and firms. */
import { judgeAll } from './judgeAll.ts';

judgeAll({
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
  'degrees, and what else their letters mean': [
    [
      'Trajectories come from MD runs; the MD of each protein is long, and MD costs much.',
      ['MD', 'abbreviation: loud'],
    ],
    ['John Roe MD and Jane Doe MD wrote it.', ['MD', 'degree: off']],
  ],
  'names with dots in them, and letters that a firm has, too': [
    ['It was reduced with the library (sklearn.decomposition.PCA) and plotted.', ['PCA', 'product: off']],
    ['Retinas of patients with AMD were compared; in AMD, drusen form.', ['AMD', 'abbreviation: loud']],
  ],
  'guidelines for reports, databases and clones': [
    [
      'See the CONSORT diagram; STROBE was followed, and STROBE-MR too.',
      ['CONSORT', 'standard: off'],
      ['STROBE', 'standard: off'],
      ['STROBE-MR', 'standard: off'],
    ],
    ['Reads were compared with the Silva NR database, v1.38.', ['NR', 'database: hint']],
    [
      'Stroma was stained with ER-TR7; ER-TR7 stains fibroblasts. NK-CD8 mixtures and PD-L1 levels differ.',
      ['ER-TR7', 'product: off'],
      ['NK', 'abbreviation: loud'],
      ['PD-L1', 'abbreviation: loud'],
    ],
    ['Sepsis lowers mHLA-DR, and sHLA-G rises.', ['mHLA-DR', 'hla: off'], ['sHLA-G', 'hla: off']],
  ],
  'operators of logic, and how hard a problem is': [
    [
      'A Boolean OR of all is an NP-hard one; OR/AND gates.',
      ['OR', 'emphasis: off'],
      ['NP-hard', 'standard: off'],
      ['OR/AND', 'emphasis: off'],
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
    [
      'SA, HC, and EBP conceived and designed the work.',
      ['SA', 'initials: off'],
      ['HC', 'initials: off'],
      ['EBP', 'initials: off'],
    ],
    ['Then KD and MG independently screened all titles.', ['KD', 'initials: off'], ['MG', 'initials: off']],
    ['IVF conceived infants were born.', ['IVF', 'abbreviation: loud']],
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
    ['Mice got anti-BALB/c serum.', ['BALB/c', 'strain: off'], ['BALB', 'no mention']],
    ['They mixed pancreatic cancer cells (PANC-1). PANC-1 grew.', ['PANC-1', 'cell-line: off']],
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
  'operators and states in capitals': [
    ['The class holds (green-OFF) OR (red) cells.', ['OR', 'emphasis: off'], ['OFF', 'emphasis: off']],
    ['The OR (for death) was high; the OR of two.', ['OR', 'abbreviation: loud']],
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
    ['Filtration was estimated by the CKD-EPI equation.', ['CKD-EPI', 'organisation: off']],
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
});
