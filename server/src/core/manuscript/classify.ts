/**
 * Decides what kind of form an abbreviation is, and how sure we are that a careful copy-editor would have it
 * defined. The policy is the `default` profile's: in doubt a hint, never silence, never a loud mistake.
 */
import { Evidence } from '../analysis/evidence.ts';
import type { Glossary, GlossaryEntry, MentionClass } from '../types.ts';
import { knownName, knownNames, postalCodes, statisticsWithRelation } from './knownNames.ts';
import { isFormula, isLabel, isRomanNumeral } from './shapes.ts';

export interface Classification {
  readonly class: MentionClass;
  readonly reason: string;
  /** 0…1: that it is an abbreviation to define. Below 0.5 a finding is a hint; 0: needs no definition. */
  readonly confidence: number;
}

/** All that is known of a form's spellings and surroundings in one manuscript. */
export interface FormEvidence {
  /** The most frequent spelling, without plural ending. */
  readonly form: string;
  /** Bits that at least one use has. */
  readonly any: number;
  /** Bits that most uses have. */
  readonly most: number;
  /** The manuscript gives a long form for it somewhere. */
  readonly defined: boolean;
  /** The manuscript writes the same letters as a word, in lower case. Asked only where it decides. */
  readonly isWord: () => boolean;
  /** The manuscript writes all words of weight of this long form. Asked only where it decides. */
  readonly isWritten: (long: string) => boolean;
}

const exempt = (kind: MentionClass, reason: string): Classification => ({
  class: kind,
  reason,
  confidence: 0,
});
const doubtful = (kind: MentionClass, reason: string, confidence = 0.4): Classification => ({
  class: kind,
  reason,
  confidence,
});

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
const CATALOGUE = /^(?:\d{2,}[A-Z]+\d*|[A-Z]{1,5}-?\d{3}[A-Z0-9]*)$/;
/** A receptor whose family stands before: "IL-2Rα and -15Rα". */
const ELLIPTIC = /^\d{1,2}R[α-ω]?$/;
/** nM-1, mL–1, 100μm: a unit with its exponent or its number. */
const UNIT = /^\d*(?!\d)(.*?)(?:[-–−]\d)?$/;

function unitOf(form: string): MentionClass | undefined {
  const unit = UNIT.exec(form)?.[1] ?? '';
  return unit !== form && knownNames.get(unit) === 'unit' ? 'unit' : undefined;
}

const HISTONE_MARK = /^H[234][A-Z]\d{1,2}(?:ac|me\d?|ub|ph)?$/;
const TAG = /^(?:\d+x?His|His\d+|6xHis|G\dS|P2A|T2A|E2A|F2A|2A)$/i;
/** XXXX, AAA, TODO: a draft's gaps. */
const PLACEHOLDER = /^(?:([A-Z])\1{2,}|XX|TODO|FIXME|TBC|CITE|CITATION|REFS?)$/;
/** Ser46Ile, Chr5:1295135 */
const RESIDUE = /^(?:[A-Z][a-z]{2}\d{1,4}(?:[A-Z][a-z]{2}|\*)|[Cc]hr(?:\d{1,2}|[XY])(?::\d.*)?)$/;

/** The text marks a form as a gene: italics, "gene", "mRNA", "−/−" beside it. */
const GENE_EVIDENCE = Evidence.emphasised | Evidence.geneWord;

/** Classifies one form. Pure; the order of the questions is the policy. */
export function classify(evidence: FormEvidence, glossary: Glossary, key: string): Classification {
  const { form, any, most } = evidence;
  const senses = glossary.senses(key);
  const inField = senses.filter(entry => entry.class === 'abbreviation');
  const named = knownName(form) ?? unitOf(form);
  if ((most & Evidence.afterComma) !== 0 && postalCodes.has(form)) return exempt('label', 'A state.');
  if ((any & Evidence.relation) !== 0 && statisticsWithRelation.has(form)) {
    return exempt('statistics', 'A statistic, given with its value.');
  }

  if (named === 'unit' && (/[a-zµμ]/.test(form) || (most & Evidence.afterNumber) !== 0)) {
    return exempt('unit', 'A unit.');
  }
  // "mean ± SD" in a text that never speaks of stable disease.
  const isMeant = named !== undefined && inField.some(({ long }) => evidence.isWritten(long));
  if (named !== undefined && named !== 'unit' && !isMeant && !evidence.defined) {
    return exempt(named, `A name that needs no expansion (${named.replace('-', ' ')}).`);
  }
  if (form === 'ID' && (any & Evidence.itemWord) !== 0) return exempt('standard', 'An identifier.');
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
    (inField.length === 0 || (any & (Evidence.ordinalWord | Evidence.geneWord)) !== 0)
  ) {
    return exempt('roman-numeral', 'A Roman numeral.');
  }
  if (inField.length === 0 && isFormula(form)) return exempt('chemical', 'A chemical formula.');
  if (TRIAL.test(form)) return exempt('trial', 'A trial.');
  if (HISTONE_MARK.test(form)) return exempt('gene-or-protein', 'A histone modification.');
  if (MUTATION.test(form) && senses.length === 0) return exempt('sequence', 'An amino-acid exchange.');
  if (SEQUENCE.test(form)) return exempt('sequence', 'A nucleotide or amino-acid sequence.');
  if (TAG.test(form)) return exempt('sequence', 'A peptide tag or linker.');

  // Where the text itself marks it as a gene, that is what it is, whatever else the letters may mean.
  if ((most & GENE_EVIDENCE) !== 0 && glossary.isGeneSymbol(form)) {
    return exempt('gene-or-protein', 'A gene symbol (HGNC) that the text marks as one.');
  }

  const standard = glossary.standard(form);
  if (standard !== undefined && inField.length < 2) {
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
  if (inField.length > 0) {
    return {
      class: 'abbreviation',
      reason: 'An abbreviation of the field.',
      // Spelled otherwise than the glossary has it, it may be another thing.
      confidence: inField.some(entry => entry.short === form || entry.variants?.includes(form)) ? 0.95 : 0.7,
    };
  }
  if (senses.length > 0 && !isOtherwiseCased(form, senses)) {
    const sense = senses[0]!;
    if (/^[A-Z]{2}$/.test(form) && (sense.class === 'chemical' || sense.class === 'gene-or-protein')) {
      return doubtful(sense.class, `Perhaps ${sense.long}; two letters may mean anything.`);
    }
    return exempt(sense.class, `Known to the glossary as ${sense.long}, which needs no definition.`);
  }
  if (evidence.defined) return { class: 'abbreviation', reason: 'The manuscript defines it.', confidence: 1 };
  return classifyUnknown(evidence, glossary);
}

/** "aHR" isn't AHR: the glossary has the letters only in another case. Mouse case (Foxp3) is the same thing. */
function isOtherwiseCased(form: string, senses: readonly GlossaryEntry[]): boolean {
  if (/^[A-Z][^A-Z]*$/.test(form)) return false;
  const spellings = senses.flatMap(({ short, variants = [] }) => [short, ...variants]);
  const same = spellings.filter(spelling => spelling.toLowerCase() === form.toLowerCase());
  return same.length > 0 && !same.includes(form);
}

/** A form that neither the glossary nor the manuscript knows. */
function classifyUnknown({ form, any, most, isWord }: FormEvidence, glossary: Glossary): Classification {
  if ((most & Evidence.labelWord) !== 0 || isLabel(form))
    return exempt('label', 'A label of a figure, table or panel.');
  const gene = classifyGene(form, any, glossary);
  if (gene !== undefined) return gene;
  if ((any & Evidence.companyWord) !== 0) return exempt('organisation', 'A part of a firm’s name.');
  if ((any & Evidence.strainWord) !== 0 && /\d|\//.test(form)) return exempt('strain', 'A strain.');
  if ((any & Evidence.softwareWord) !== 0) return exempt('software', 'A program or database.');
  if ((any & Evidence.trialWord) !== 0 && form.length >= 4) return exempt('trial', 'A trial or study.');
  if ((any & Evidence.capitalRun) !== 0 && (form.length >= 6 || isWord())) {
    return exempt('emphasis', 'Words in capitals.');
  }
  if ((any & Evidence.cellWord) !== 0 && /[A-Z]/.test(form) && /\d{2}/.test(form)) {
    return exempt('cell-line', 'A cell line.');
  }
  if ((most & (Evidence.identifierWord | Evidence.numberAfter)) !== 0) {
    return exempt('product', 'A part of a clone’s, strain’s or catalogue number.');
  }
  if ((any & Evidence.reagentWord) !== 0 && /\d/.test(form))
    return exempt('product', 'A clone or catalogue number.');
  if (CATALOGUE.test(form)) return exempt('product', 'A clone, catalogue or accession number.');
  if (RESIDUE.test(form)) return exempt('sequence', 'An amino-acid exchange or a position.');
  if (isName(form)) return exempt('product', 'A product’s or program’s name.');
  if (PLACEHOLDER.test(form)) return exempt('emphasis', 'A gap that the writer means to fill.');
  if (/^[A-Z]{4,}$/.test(form) && isWord()) return exempt('emphasis', 'A word in capitals.');
  if ((most & Evidence.relation) !== 0 && form.length <= 3) return exempt('variable', 'A quantity.');
  if (/^[a-z]/.test(form) && /[α-ω]/.test(form)) return doubtful('variable', 'Perhaps a variable.');
  if (/\d/.test(form)) return doubtful('abbreviation', 'Holds a number, and the glossary doesn’t know it.');
  if ((most & Evidence.emphasised) !== 0) return doubtful('gene-or-protein', 'In italics, as genes are.');
  if (/^[A-Z]{2,5}$/.test(form)) {
    return { class: 'abbreviation', reason: 'Capitals only, and nothing says otherwise.', confidence: 0.8 };
  }
  if (
    /^[a-z]{1,5}[A-Z]{1,5}$|^[A-Z]{1,4}[a-zα-ω][A-Z]{1,3}$|^[A-Z]{1,3}[a-z]{1,3}$|^[^A-Z]*[A-Z].*seq$/.test(
      form,
    )
  ) {
    return { class: 'abbreviation', reason: 'Written like an abbreviation.', confidence: 0.6 };
  }
  return doubtful('abbreviation', 'Written somewhat like an abbreviation.');
}

/** Names of products and programs are words with capitals in them, words with a number, or long capitals. */
function isName(form: string): boolean {
  const lower = form.replace(/[^a-z]/g, '').length;
  const upper = form.replace(/[^A-Z]/g, '').length;
  return (
    /^[A-Z]{8,}$/.test(form) ||
    /^[A-Z][a-z]{3,}(?:\d{1,3}[a-z]?$|[A-Z])/.test(form) ||
    (lower >= 4 && upper <= 3 && !/RNA|DNA/.test(form) && !(upper >= 3 && /seq$/i.test(form)))
  );
}

/** An HGNC symbol in its exact case lets off with a digit or four letters, or where the text marks it; mouse case only where marked. */
function classifyGene(form: string, any: number, glossary: Glossary): Classification | undefined {
  const marked = (any & GENE_EVIDENCE) !== 0;
  if (glossary.isGeneSymbol(form)) {
    if (marked || /\d/.test(form) || form.length >= 4) {
      return exempt('gene-or-protein', 'An approved human gene symbol (HGNC).');
    }
    return doubtful('gene-or-protein', 'A gene symbol of three letters, which may mean something else here.');
  }
  if (/^[A-Z][a-z0-9-]+$/.test(form) && glossary.isGeneSymbol(form.toUpperCase())) {
    if (marked || /[a-z]\d/.test(form)) return exempt('gene-or-protein', 'A mouse gene symbol.');
    return doubtful('gene-or-protein', 'Perhaps a mouse gene symbol.', 0.2);
  }
  // PPARγ, STAT5: a symbol's protein, Greek or a family member's number.
  const bare = form.replace(/^p(?=[A-Z])/, '');
  if (bare !== form && (/\d/.test(bare) || glossary.isGeneSymbol(bare))) {
    return exempt('gene-or-protein', 'A phosphorylated protein.');
  }
  if (/^[A-Z]{2,6}[α-ω]\d?$/.test(form))
    return exempt('gene-or-protein', 'A protein named with a Greek letter.');
  if (
    /^[A-Z]{3,5}\d{1,2}$/.test(form) &&
    (glossary.isGeneSymbol(`${form}A`) || glossary.isGeneSymbol(`${form}1`))
  ) {
    return exempt('gene-or-protein', 'A member of a gene family.');
  }
  return undefined;
}
