/**
 * What only the surroundings of a token tell: bits of `Token.evidence`, and the words they come from.
 * Classification (manuscript/classify.ts) weighs them; this file only reads them off the text.
 */

import { buildTrie, type Trie } from './trie.ts';

export const Evidence = {
  /** A number stands right before it: "5 mg". */
  afterNumber: 1,
  /** It stands in emphasis (italics): *PPARG*. */
  emphasised: 2,
  /** "gene", "mRNA", "locus", "−/−" beside it. */
  geneWord: 4,
  /** "cells" or "cell line" after it. */
  cellWord: 8,
  /** "mice", "strain" after it. */
  strainWord: 16,
  /** "trial", "study" beside it. */
  trialWord: 32,
  /** "Biosciences", "Inc" after it: a firm. */
  companyWord: 64,
  /** "Figure", "Table", "panel" before it. */
  labelWord: 128,
  /** "=", "<", ">" after it: a quantity. */
  relation: 256,
  /** `'s` after it. */
  possessive: 512,
  /** Stands among words that are all capitals: a shout or a heading. */
  capitalRun: 1024,
  /** "a" or "an" before it; perhaps, of what is read as a macro or a word. */
  article: 2048,
  /** "clone", "antibody", "catalog" before it. */
  reagentWord: 4096,
  /** "software", "package", "database" beside it. */
  softwareWord: 8192,
  /** "phase", "type", "class", "grade", "stage" before it. */
  ordinalWord: 16384,
  /** A comma before it and punctuation after it: "(Phoenix, AZ)". */
  afterComma: 32768,
  /** "file", "files", "format" after it: a file format. */
  fileWord: 65536,
  /** "participant", "sample", "gene" before it: "participant ID". */
  itemWord: 131072,
  /** A number of four digits or more after it, no year: "VPI 10463". */
  numberAfter: 262144,
  /** "clone", "catalog", "#" before it: what follows names one thing, whatever its letters. */
  identifierWord: 524288,
  /** In a list behind "donors", "patients", "samples": "donors FV, GMC and IB". */
  donorList: 1048576,
  /** Alone in parentheses behind a person: "by a pathologist (ILB)". */
  personList: 2097152,
  /** A dot joins it to the letters or digits beside it: "MSK.2.78". */
  dotted: 4194304,
  /** Beside words that may explain it: "relapsed disease (rrDLBCL)", "AZ (azithromycin)". */
  introduced: 8388608,
  /** Another name of the same thing: "GRO/CXCL1", "MDC (CCL22)", "also known as SMCX". */
  alias: 16777216,
  /** A part of a name: inside the text of a link, or "ALINE Purification Kit". */
  productName: 33554432,
  /** A capitalised word stands right before it inside a sentence: "Vysis LSI". */
  afterName: 67108864,
  /** A capitalised word stands right after it: "BC Cancer". */
  beforeName: 134217728,
  /** "box", "motif", "cleavage site", "content" after it: the letters of residues or bases. */
  motifWord: 268435456,
  /** "domain" or "plot" after it. */
  domainWord: 536870912,
  /** "using", "with", "via" before it and a citation after it: a tool. */
  cited: 1073741824,
} as const;

const NEXT: (readonly [word: string, bits: number])[] = [];
const PREVIOUS: (readonly [word: string, bits: number])[] = [];

function register(table: (readonly [word: string, bits: number])[], bit: number, words: string): void {
  for (const word of words.split(' ')) table.push([word, bit]);
}

register(NEXT, Evidence.geneWord, 'gene genes mrna mrnas transcript transcripts locus loci allele alleles');
register(NEXT, Evidence.geneWord, 'promoter knockout knock-out knockdown mutation mutations mutant mutants');
register(NEXT, Evidence.geneWord, 'family transcription homolog homologs ortholog interacting');
register(NEXT, Evidence.geneWord, 'amplification fusion fusions deletion variant variants protein proteins');
register(NEXT, Evidence.geneWord, 'amplified mutated rearranged inactivation');
register(PREVIOUS, Evidence.geneWord, 'gene genes encoding oncogene oncogenes suppressor');
register(NEXT, Evidence.cellWord, 'cells cell line lines');
register(NEXT, Evidence.strainWord, 'mice mouse rats rat strain strains littermates');
register(PREVIOUS, Evidence.strainWord, 'strain strains');
register(NEXT, Evidence.trialWord, 'trial trials study studies cohort consortium');
register(PREVIOUS, Evidence.trialWord, 'trial trials');
register(NEXT, Evidence.companyWord, 'biosciences bioscience systems healthcare technologies technology');
register(NEXT, Evidence.companyWord, 'grant grants fellowship scholarship');
register(NEXT, Evidence.companyWord, 'scientific millipore inc ltd llc gmbh corp corporation biotech');
register(
  NEXT,
  Evidence.companyWord,
  'pharma pharmaceuticals laboratories biologics biotec life therapeutics',
);
register(PREVIOUS, Evidence.labelWord, 'figure figures fig figs table tables panel panels scheme movie');
register(PREVIOUS, Evidence.labelWord, 'labelled labeled');
register(PREVIOUS, Evidence.labelWord, 'video equation eq section appendix supplementary dataset');
register(PREVIOUS, Evidence.reagentWord, 'clone clones catalog catalogue cat antibody');
register(NEXT, Evidence.reagentWord, 'antibody');
register(
  NEXT,
  Evidence.softwareWord,
  'software package packages database algorithm library toolkit pipeline',
);
register(PREVIOUS, Evidence.softwareWord, 'software package packages database algorithm library');
register(NEXT, Evidence.softwareWord, 'solver portal repository browser');
register(NEXT, Evidence.motifWord, 'box motif motifs repeat repeats peptide tetrapeptide site');
register(
  NEXT,
  Evidence.motifWord,
  'furin cleavage recognition content bias biases rich skew context contexts',
);
register(NEXT, Evidence.motifWord, 'dinucleotide dinucleotides');
register(NEXT, Evidence.domainWord, 'domain domains finger fingers fold plot plots');
register(NEXT, Evidence.fileWord, 'file files format formats');
register(PREVIOUS, Evidence.itemWord, 'participant patient subject donor sample specimen biospecimen gene');
register(PREVIOUS, Evidence.itemWord, 'transcript cell cluster study accession pubmed entrez ensembl');
register(PREVIOUS, Evidence.donorList, 'donors patients subjects participants volunteers animals macaques');
register(PREVIOUS, Evidence.donorList, 'specimens isolates');
register(PREVIOUS, Evidence.identifierWord, 'clone clones catalog catalogue cat sp spp');
register(PREVIOUS, Evidence.ordinalWord, 'phase phases type types class grade grades stage stages group');
register(PREVIOUS, Evidence.ordinalWord, 'complex factor level category part step arm cohort world war');
register(PREVIOUS, Evidence.ordinalWord, 'century centuries millennium millennia');
register(PREVIOUS, Evidence.ordinalWord, 'complexes factors levels categories parts steps arms');
register(PREVIOUS, Evidence.article, 'a an');

/** Evidence from the word after a token. */
export const nextWords: Trie = buildTrie(NEXT);

/** Evidence from the word before a token. */
export const previousWords: Trie = buildTrie(PREVIOUS);

/** Evidence from a number sign before a token: "cat. # BD". */
export const AFTER_HASH = Evidence.reagentWord | Evidence.identifierWord;
