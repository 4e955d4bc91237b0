/** Genes and proteins, by their letters and by what is said of them. */
import { judgeAll } from './judgeAll.ts';

judgeAll({
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
  'letters of a gene that a text uses like a noun': [
    [
      'CAGE-based maps are new. The CAGE of cells is read. CAGE is fast, as CAGE peaks and CAGE tags show.',
      ['CAGE', 'abbreviation: loud'],
    ],
    ['Antigens such as CAGE were found.', ['CAGE', 'gene-or-protein: hint']],
  ],
  'families of many genes': [['HLA alleles were read, and HLA types.', ['HLA', 'abbreviation: loud']]],
});
