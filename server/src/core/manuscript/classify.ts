/**
 * Decides what kind of form an abbreviation is, and how sure we are that a careful copy-editor would have it
 * defined. The policy is the `default` profile's: in doubt a hint, never silence, never a loud mistake.
 */
import { Evidence } from '../analysis/evidence.ts';
import type { Glossary, MentionClass } from '../types.ts';
import {
  type Classification,
  doubtful,
  EXPLAINED,
  exempt,
  type FormEvidence,
  USED_AS_NAME,
} from './classification.ts';
import { classifyBeside, classifyInNames, classifyUnknown, GENE_EVIDENCE } from './classifyUnknown.ts';
import {
  currencies,
  currencyCodes,
  emptyCells,
  eras,
  knownName,
  knownNames,
  postalCodes,
  statisticsWithRelation,
} from './knownNames.ts';
import {
  isIdentifier,
  isMisread,
  isOtherwiseCased,
  isState,
  isUsedForName,
  spokenName,
} from './otherwise.ts';
import { isFormula, isLabel, isRomanNumeral } from './shapes.ts';

const CYTOKINE =
  /^(?:IL-?\d{1,2}[A-Za-zα-ω]{0,2}\d{0,2}(?:R[α-ωa-z]?\d?)?|IL-?\d{1,2}-?R[α-ω]?[a-z]?\d?|IFN-?(?:[α-ω]|alpha|beta|gamma|lambda|omega)\d{0,2}[a-z]?R?\d?|TNF-?(?:[α-ω]|alpha|beta)|TGF-?(?:[α-ω]|alpha|beta)-?\d?R?I{0,3}|(?:CXC|CC|XC|CX3C)[LR]\d{1,2}[a-z]?)$/;
const CELL_MARKER = /^(?:CD\d{1,3}[A-Za-zα-ω]{0,4}\d?|TCR[α-ω]{1,2}|[αβγδ]{2} ?T?|NKG2[A-F]|NKp\d{2})$/;
const IMMUNOGLOBULIN = /^(?:Fc|Fab|Ig|Ig[GAMDE]\d?[a-c]?|Fc[α-ω](?:R[IVX]{0,3}[a-cABC]?)?|Ig[κλ]|[VDJ][HL])$/;
/** Loci and segments of the antigen receptors (IMGT nomenclature): IGH, TRBV, VDJ, DJ. */
const RECEPTOR_LOCUS = /^(?:(?:IG[HKL]|TR[ABDG])[VDJC]?|V\(?D\)?J|[VD]J|VD)$/;
const HLA_MOLECULE = /^(?:HLA-(?:[A-G]|D[RPQM]).*|H-?2-?[KDL][bdk]|H-2[A-Z]?[a-z]?)$/;
const TRIAL =
  /^(?:NCT\d{6,8}|(?:KEYNOTE|CheckMate|CHECKMATE|ZUMA|CARTITUDE|KarMMa|IMpower|JAVELIN|POSEIDON|PACIFIC)-?\d*)$/;
const MUTATION = /^[ACDEFGHIKLMNPQRSTVWY]\d{1,4}(?:[ACDEFGHIKLMNPQRSTVWY]|fs|del|dup|\*)$/;
const SEQUENCE = /^(?:[ACGTU]{8,}|[ACDEFGHIKLMNPQRSTVWY]{11,})$/;
/** A receptor whose family stands before: "IL-2Rα and -15Rα". */
const ELLIPTIC = /^\d{1,2}R[α-ω]?$/;
/** nM-1, mL–1, 100μm: a unit with its exponent or its number. */
const UNIT = /^\d*(?!\d)(.*?)(?:[-–−]\d)?$/;

const WITH_NUMBER = /^\d|[-–−]\d$/;

function unitOf(form: string): MentionClass | undefined {
  if (!WITH_NUMBER.test(form)) return undefined;
  const unit = UNIT.exec(form)?.[1] ?? '';
  return unit !== form && knownNames.get(unit) === 'unit' ? 'unit' : undefined;
}

const HISTONE_MARK = /^H[234][A-Z]\d{1,2}(?:ac|me\d?|ub|ph)?$/;
/** `"mouse" OR "rat"` */
const OPERATOR = /^(?:OR|AND|NOT)$/;
/** What names a thing, where the same letters are an abbreviation of another. */
const NAMES: ReadonlySet<MentionClass> = new Set(['organisation', 'gene-or-protein', 'chemical', 'database']);
/** What needs no definition by its name alone, so that one of four letters or more is hardly another thing. */
const THINGS: ReadonlySet<MentionClass> = new Set(['organisation', 'database', 'software']);
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

/** Classifies one form. Pure; the order of the questions is the policy. */
export function classify(evidence: FormEvidence, glossary: Glossary, key: string): Classification {
  const { form, any, most } = evidence;
  const senses = glossary.senses(key);
  const inField = senses.filter(entry => entry.class === 'abbreviation');
  const named = knownName(form) ?? unitOf(form);
  if (postalCodes.has(form) && isState(evidence, inField))
    return exempt('label', 'A state or province in an address.');
  if ((any & Evidence.relation) !== 0 && statisticsWithRelation.has(form)) {
    return exempt('statistics', 'A statistic, given with its value.');
  }

  const isSurelyUnit =
    /[a-zµμ]/.test(form) ||
    (most & Evidence.afterNumber) !== 0 ||
    (inField.length === 0 && !evidence.defined);
  if (named === 'unit' && isSurelyUnit) {
    return exempt('unit', 'A unit.');
  }
  // "50MB" beside "MB", in a text that never speaks of medulloblastoma. TB is tuberculosis far more often.
  if (/^[GM]B$/.test(form) && !evidence.defined && !inField.some(({ long }) => evidence.isSpokenOf(long))) {
    return doubtful('unit', 'Perhaps a unit.');
  }
  if (OPERATOR.test(form) && (any & Evidence.capitalRun) !== 0) {
    return exempt('emphasis', 'An operator of a search.');
  }
  if (form === 'ID' && !evidence.defined && isIdentifier(evidence, inField)) {
    return exempt('standard', 'An identifier.');
  }
  // "mean ± SD" in a text that never speaks of stable disease.
  const isMeant =
    named !== undefined &&
    !(named === 'statistics' && evidence.tabled) &&
    inField.some(({ long, domain }) => domain !== named && evidence.isSpokenOf(long));
  // A programme or a board that the text explains somewhere is none the less known elsewhere.
  const isDefinedOnly = evidence.defined && !(form.length >= 4 && named !== undefined && THINGS.has(named));
  if (named !== undefined && named !== 'unit' && !isMeant && !isDefinedOnly) {
    return exempt(named, `A name that needs no expansion (${named.replace('-', ' ')}).`);
  }
  if (eras.has(form) && (most & (Evidence.afterNumber | Evidence.ordinalWord)) !== 0) {
    return exempt('standard', 'An era.');
  }
  if (!evidence.defined && (currencies.has(form) || (currencyCodes.has(form) && evidence.isBesideNumbers())))
    return exempt('unit', 'A currency (ISO 4217).');
  if (evidence.tabled && emptyCells.has(form) && !evidence.defined) {
    return exempt('label', 'It says that a cell of a table has no value.');
  }
  if (!evidence.defined && ((inField.length > 0 ? most : any) & Evidence.fileWord) !== 0)
    return exempt('software', 'A file format.');
  if (inField.length === 0 && RECEPTOR_LOCUS.test(form)) {
    return exempt('gene-or-protein', 'A locus or segment of an antigen receptor (IMGT).');
  }
  if (HLA_MOLECULE.test(form)) return exempt('hla', 'A named HLA or H-2 molecule.');
  if (CYTOKINE.test(form)) return exempt('cytokine', 'A named cytokine, chemokine or receptor of one.');
  if (ELLIPTIC.test(form)) return exempt('cytokine', 'A receptor whose family is named before.');
  if (CELL_MARKER.test(form)) return exempt('cell-marker', 'A named CD molecule or receptor of that kind.');
  if (IMMUNOGLOBULIN.test(form)) return exempt('immunoglobulin', 'An immunoglobulin class or Fc receptor.');
  if (
    isRomanNumeral(form) &&
    (inField.length === 0 ||
      (any & (Evidence.ordinalWord | Evidence.geneWord | Evidence.emphasised)) !== 0 ||
      (most & Evidence.afterName) !== 0 ||
      evidence.isNumeral())
  ) {
    return exempt('roman-numeral', 'A Roman numeral.');
  }
  if (inField.length === 0 && isFormula(form)) return exempt('chemical', 'A chemical formula.');
  if (ENZYME.test(form)) return exempt('standard', 'An enzyme, named by what it cleaves.');
  if (BASES.test(form) && (any & Evidence.motifWord) !== 0) {
    return exempt('sequence', 'Bases, named by their letters.');
  }
  if (
    CODON.test(form) &&
    !evidence.defined &&
    evidence.isSpokenOf('codon') &&
    !inField.some(({ long }) => evidence.isSpokenOf(long))
  ) {
    return exempt('sequence', 'A codon, by the letters of its bases.');
  }
  if (BETA_LACTAMASE.test(form)) return exempt('gene-or-protein', 'A gene of a β-lactamase.');
  if (DINUCLEOTIDE.test(form)) return exempt('sequence', 'Two neighbouring bases.');
  const isMixed = inField.length > 0 && !evidence.defined && senses.some(entry => NAMES.has(entry.class));
  const meant = isMixed ? (spokenName(senses, evidence) ?? evidence.meant(senses)) : undefined;
  if (meant !== undefined && NAMES.has(meant.class))
    return exempt(meant.class, `Here it means ${meant.long}, which needs no definition.`);
  if (inField.length > 0 && !evidence.defined && isMisread(evidence, inField)) {
    const beside = classifyBeside(evidence);
    if (beside !== undefined) return beside;
    return doubtful('product', 'It stands where names of genes, trials, firms and labels do.');
  }
  if (TRIAL.test(form)) return exempt('trial', 'A trial.');
  if (HISTONE_MARK.test(form)) return exempt('gene-or-protein', 'A histone modification.');
  if (MUTATION.test(form) && senses.length === 0) {
    return (any & Evidence.labelWord) !== 0 && isLabel(form)
      ? exempt('label', 'A label of a figure, table or panel.')
      : exempt('sequence', 'An amino-acid exchange.');
  }
  if (SEQUENCE.test(form)) return exempt('sequence', 'A nucleotide or amino-acid sequence.');
  if (TAG.test(form)) return exempt('sequence', 'A peptide tag or linker.');

  if ((any & Evidence.emphasised) !== 0 && /\d/.test(form) && glossary.isGeneSymbol(form.toUpperCase())) {
    return exempt('gene-or-protein', 'A gene symbol in italics.');
  }
  // Where the text itself marks it as a gene, that is what it is, whatever else the letters may mean.
  if ((most & GENE_EVIDENCE) !== 0 && glossary.isGeneSymbol(form)) {
    return exempt('gene-or-protein', 'A gene symbol (HGNC) that the text marks as one.');
  }

  if (
    !evidence.defined &&
    inField.length > 0 &&
    (most & Evidence.emphasised) !== 0 &&
    SYMBOL_WITH_NUMBER.test(form)
  ) {
    return exempt('gene-or-protein', 'In italics, as genes are.');
  }

  const standard = glossary.standard(form);
  // What the manuscript defines always wins: where "B-cell aplasia (BCA)" is told, it is no bicinchoninic acid.
  const isDefinedOtherwise = (long: string): boolean =>
    evidence.defined && !long.split(/[^\p{L}]+/u).some(word => word.length > 3 && evidence.isSpokenOf(word));
  if (standard !== undefined && inField.length < 2 && !isDefinedOtherwise(standard.long)) {
    return exempt(
      standard.class === 'abbreviation' ? 'standard' : standard.class,
      'No biomedical journal asks to define it.',
    );
  }
  // A manuscript that expands it somewhere thinks that its readers need it.
  const [only] = inField;
  if (
    inField.length === 1 &&
    !evidence.defined &&
    only!.short === form &&
    (only!.undefinedIn?.length ?? 0) > 0
  ) {
    return exempt('standard', `Journals let it stand undefined (${only!.undefinedIn!.join(', ')}).`);
  }
  const isOrdinal = (most & Evidence.ordinalWord) !== 0 && !inField.some(({ short }) => short === form);
  if (isOrdinal && /^[A-Z]{2}$/.test(form)) return exempt('label', 'The name of a group, type or stage.');
  // "pK", where the glossary has PK: perhaps another thing, if the text never speaks of it.
  const isOther =
    /^[A-Za-z]{2}$/.test(form) &&
    isOtherwiseCased(form, inField) &&
    !evidence.defined &&
    !inField.some(({ long }) => evidence.isSpokenOf(long));
  if (isOther) return classifyUnknown(evidence, glossary);
  if (inField.length > 0) {
    if (!evidence.defined && evidence.isExplained(inField.map(({ long }) => long)))
      return doubtful('abbreviation', EXPLAINED);
    if (!evidence.defined && isUsedForName(evidence, inField)) return doubtful('abbreviation', USED_AS_NAME);
    if (!evidence.defined && !inField.some(({ long }) => evidence.isSpokenOf(long))) {
      const inName = classifyInNames(evidence, glossary);
      if (inName !== undefined) return inName;
    }
    return {
      class: 'abbreviation',
      reason: 'An abbreviation of the field.',
      // Spelled otherwise than the glossary has it, it may be another thing.
      confidence: inField.some(entry => entry.short === form || entry.variants?.includes(form)) ? 0.95 : 0.7,
    };
  }
  const sense = isOtherwiseCased(form, senses)
    ? undefined
    : senses.find(({ long }) => !isDefinedOtherwise(long));
  if (sense !== undefined) {
    if (/^[A-Z]{2}$/.test(form) && (sense.class === 'chemical' || sense.class === 'gene-or-protein')) {
      return doubtful(sense.class, `Perhaps ${sense.long}; two letters may mean anything.`);
    }
    return exempt(sense.class, `Known to the glossary as ${sense.long}, which needs no definition.`);
  }
  if (evidence.defined && !evidence.told && /\d/.test(form) && glossary.isGeneSymbol(form))
    return exempt('gene-or-protein', 'An approved human gene symbol (HGNC).');
  if (evidence.defined) return { class: 'abbreviation', reason: 'The manuscript defines it.', confidence: 1 };
  return classifyUnknown(evidence, glossary);
}
