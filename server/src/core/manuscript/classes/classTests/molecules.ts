/** Molecules, genes, sequences and trials, by how they are written. */
import { Evidence } from '../../../analysis/evidence/bits.ts';
import type { MentionClass } from '../../../types.ts';
import { exempt } from '../classification.ts';
import { speaksOf } from '../otherwise.ts';
import type { ClassTest } from '../policy.ts';
import { isFormula, isLabel, isRomanNumeral } from '../shapes.ts';

const CYTOKINE =
  /^(?:IL-?\d{1,2}(?:alpha|beta)|IL-?\d{1,2}[A-Za-zα-ω]{0,2}\d{0,2}(?:R[α-ωa-z]?\d?)?|IL-?\d{1,2}-?R[α-ω]?[a-z]?\d?|IFN-?(?:[α-ω]|alpha|beta|gamma|lambda|omega)\d{0,2}[a-z]?R?\d?|TNF-?(?:[α-ω]|alpha|beta)|TGF-?(?:[α-ω]|alpha|beta)-?\d?R?I{0,3}|(?:CXC|CC|XC|CX3C)[LR]\d{1,2}[a-z]?)$/;
const CELL_MARKER =
  /^(?:s?CD\d{1,3}[A-Za-zα-ω]{0,4}\d?|Ly-?\d{1,2}[A-Z]?\d?|TCR[α-ω]{1,2}|[αβγδ]{2} ?T?|NKG2[A-H]?|NKp\d{2})$/;
const IMMUNOGLOBULIN =
  /^(?:Fc|Fab|Ig|Ig[GAMDE]\d?[a-c]?|Fc[α-ω](?:R[IVX]{0,3}[a-cABCα-γ]?)?|Ig[κλ]|[VDJ][HL])$/;
/** Loci and segments of the antigen receptors (IMGT nomenclature): IGH, TRBV, VDJ, DJ. */
const RECEPTOR_LOCUS = /^(?:(?:IG[HKL]|TR[ABDG])[VDJC]?|V\(?D\)?J|[VD]J|VD)$/;
const HLA_MOLECULE = /^(?:D[RPQ][AB]?\d{1,2}|[ms]?HLA-(?:[A-G]|D[RPQM]).*|H-?2-?[KDL][bdk]|H-2[A-Z]?[a-z]?)$/;
const TRIAL =
  /^(?:NCT\d{6,8}|(?:KEYNOTE|CheckMate|CHECKMATE|ZUMA|CARTITUDE|KarMMa|IMpower|JAVELIN|POSEIDON|PACIFIC)-?\d*|(?!CRISPR)[A-Z]{4,}-[A-Z][a-z]{2,}\d{1,3})$/;
const MUTATION = /^[ACDEFGHIKLMNPQRSTVWY]\d{1,4}(?:[ACDEFGHIKLMNPQRSTVWY]|fs|del|dup|\*)$/;
const SEQUENCE = /^(?:[ACGTU]{8,}|[ACDEFGHIKLMNPQRSTVWY]{11,})$/;
/** A receptor whose family stands before: "IL-2Rα and -15Rα". */
const ELLIPTIC = /^\d{1,2}R[α-ω]?$/;
const HISTONE_MARK = /^H[234][A-Z]\d{1,2}(?:ac|me\d?|ub|ph)?$/;
/** C1q, iC3b, C5a, C4BP: what is split off and what it is split into. */
const COMPLEMENT =
  /^(?:C1[qrs]|C2[ab]|i?C3[abdfg]|C3dg|C3\(H2O\)|C4[abdp]|C4[Bb][Pp]|s?C5[ab]|s?C5b-?9|C[35]aR\d?)$/;
/** GTPase, ATPases, DNAse. */
const ENZYME = /^(?:[ACGTU]TP|DN|RN|DNA|RNA)[as]{0,2}se$/;
/** "GC content", "CG dinucleotides". */
const BASES = /^(?:GC|CG|AT|TA)$/;
/** HER2, PDL1: written like a gene's symbol. */
const SYMBOL_WITH_NUMBER = /^[A-Z]{2,}\d{1,2}[A-Z]?$/;
/** ATG, UGA. */
const CODON = /^[ACGTU]{3}$/;
/** blaKPC-31, blaTEM. */
const BETA_LACTAMASE = /^[Bb]la[A-Z]{2,5}(?:-\d{1,3}[A-Z]?)?$/;
/** CpG, TpT. */
const DINUCLEOTIDE = /^[ACGTU]p[ACGTU]$/;
const TAG = /^(?:\d+x?His|His\d+|6xHis|G\dS|P2A|T2A|E2A|F2A|2A)$/i;
/** Genes of herpesviruses, by their place in the genome or their time: UL83, US28, IE1, ICP47, BZLF1, EBNA3A. */
const HERPESVIRUS_GENE =
  /^(?:U[LS]\d{1,3}[A-Z]?|IE-?[12]|ICP\d{1,2}|B[A-Z][LR][FR]\d[a-c]?|EBNA-?\d[A-C]?|LMP-?[12][AB]?)$/;
const HERPESVIRUSES = ['HCMV', 'CMV', 'MCMV', 'EBV', 'HSV', 'HSV-1', 'VZV', 'KSHV'];
const DIGIT = /\d/;

/** The text marks a form as a gene: italics, "gene", "mRNA", "−/−" beside it. */
export const GENE_EVIDENCE = Evidence.emphasised | Evidence.geneWord;

/** Whatever text it stands in. */
const written = (pattern: RegExp, kind: MentionClass, reason: string): ClassTest => ({
  letters: ({ form }) => pattern.test(form),
  is: exempt(kind, reason),
});

/** Molecules, sequences and numerals, by how they are written. */
export const ofMolecules: readonly ClassTest[] = [
  {
    letters: ({ form, inField }) => inField.length === 0 && RECEPTOR_LOCUS.test(form),
    is: exempt('gene-or-protein', 'A locus or segment of an antigen receptor (IMGT).'),
  },
  written(HLA_MOLECULE, 'hla', 'A named HLA or H-2 molecule.'),
  written(CYTOKINE, 'cytokine', 'A named cytokine, chemokine or receptor of one.'),
  written(ELLIPTIC, 'cytokine', 'A receptor whose family is named before.'),
  written(CELL_MARKER, 'cell-marker', 'A named CD molecule or receptor of that kind.'),
  written(IMMUNOGLOBULIN, 'immunoglobulin', 'An immunoglobulin class or Fc receptor.'),
  {
    letters: ({ form, inField }) => inField.length === 0 && isRomanNumeral(form),
    is: exempt('roman-numeral', 'A Roman numeral.'),
  },
  {
    letters: ({ form }) => isRomanNumeral(form),
    text: evidence =>
      (evidence.any & (Evidence.ordinalWord | Evidence.geneWord | Evidence.emphasised)) !== 0 ||
      (evidence.most & Evidence.afterName) !== 0 ||
      evidence.isNumeral(),
    is: exempt('roman-numeral', 'A Roman numeral.'),
  },
  {
    letters: ({ form, inField }) => inField.length === 0 && isFormula(form),
    is: exempt('chemical', 'A chemical formula.'),
  },
  written(COMPLEMENT, 'gene-or-protein', 'A component of complement.'),
  written(ENZYME, 'standard', 'An enzyme, named by what it cleaves.'),
  {
    letters: ({ form }) => BASES.test(form),
    any: Evidence.motifWord,
    is: exempt('sequence', 'Bases, named by their letters.'),
  },
  {
    letters: ({ form }) => CODON.test(form),
    defined: false,
    text: (evidence, { inField }) => evidence.isSpokenOf('codon') && !speaksOf(evidence, inField),
    is: exempt('sequence', 'A codon, by the letters of its bases.'),
  },
  written(BETA_LACTAMASE, 'gene-or-protein', 'A gene of a β-lactamase.'),
  written(/^miR$/, 'gene-or-protein', 'A microRNA: its number or gene stands behind it.'),
  written(DINUCLEOTIDE, 'sequence', 'Two neighbouring bases.'),
];

/** Trials, mutations, sequences and genes. */
export const ofGenes: readonly ClassTest[] = [
  written(TRIAL, 'trial', 'A trial.'),
  {
    letters: ({ form, inField }) => inField.length === 0 && HERPESVIRUS_GENE.test(form),
    defined: false,
    text: evidence =>
      HERPESVIRUSES.some(virus => evidence.isUsed(virus)) || evidence.isSpokenOf('cytomegalovirus'),
    is: exempt('gene-or-protein', 'A gene of a herpesvirus, of which the text speaks.'),
  },
  written(HISTONE_MARK, 'gene-or-protein', 'A histone modification.'),
  {
    letters: ({ form, senses }) => senses.length === 0 && MUTATION.test(form) && isLabel(form),
    any: Evidence.labelWord,
    is: exempt('label', 'A label of a figure, table or panel.'),
  },
  {
    letters: ({ form, senses }) => senses.length === 0 && MUTATION.test(form),
    is: exempt('sequence', 'An amino-acid exchange.'),
  },
  written(SEQUENCE, 'sequence', 'A nucleotide or amino-acid sequence.'),
  written(TAG, 'sequence', 'A peptide tag or linker.'),
  {
    letters: ({ form }) => DIGIT.test(form),
    any: Evidence.emphasised,
    text: (_, { form, glossary }) => glossary.isGeneSymbol(form.toUpperCase()),
    is: exempt('gene-or-protein', 'A gene symbol in italics.'),
  },
  {
    // Where the text itself marks it as a gene, that is what it is, whatever else the letters may mean.
    most: GENE_EVIDENCE,
    text: (_, { form, glossary }) => glossary.isGeneSymbol(form),
    is: exempt('gene-or-protein', 'A gene symbol (HGNC) that the text marks as one.'),
  },
  {
    letters: ({ form, inField }) => inField.length > 0 && SYMBOL_WITH_NUMBER.test(form),
    defined: false,
    most: Evidence.emphasised,
    is: exempt('gene-or-protein', 'In italics, as genes are.'),
  },
];
