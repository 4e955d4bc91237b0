/** Decides what a form is that neither the glossary nor the manuscript knows, by its shape and its surroundings. */
import { Evidence } from '../analysis/evidence.ts';
import { fold } from '../glossary/normalize.ts';
import type { Glossary } from '../types.ts';
import {
  type Classification,
  doubtful,
  EXPLAINED,
  exempt,
  type FormEvidence,
  USED_AS_NAME,
} from './classification.ts';
import { CONSTANT } from './inNames.ts';
import { isCode, isLabel } from './shapes.ts';
import { isUsedAsWord } from './usage.ts';

const CATALOGUE = /^(?:\d{2,}[A-Z]+\d*|[A-Z]{1,5}-?\d{3}[A-Z0-9]*)$/;
/** XXXX, AAA, TODO: a draft's gaps. */
const PLACEHOLDER = /^(?:([A-Z])\1{2,}|XX|TODO|FIXME|TBC|CITE|CITATION|REFS?)$/;
/** Ser46Ile, Chr5:1295135 */
const RESIDUE = /^(?:[A-Z][a-z]{2}\d{1,4}(?:[A-Z][a-z]{2}|\*)|[Cc]hr(?:\d{1,2}|[XY])(?::\d.*)?)$/;
/** mAb, FcRn, tMRCA, ChIPseq. */
const ORDINARY =
  /^[a-z]{1,5}[A-Z]{1,5}$|^[A-Z]{1,4}[a-zα-ω][A-Z]{1,3}$|^[A-Z]{1,3}[a-z]{1,3}$|^[^A-Z]*[A-Z].*seq$/;
/** MeDIP-seq, FAIRE-Seq. */
const SEQUENCING = /^(?=.*[A-Z].*[A-Z])[A-Za-z]{3,9}[-–][Ss]eq$/;
/** Letters that stand for amino acids (IUPAC). */
const RESIDUES = /^[ACDEFGHIKLMNPQRSTVWXY]{3,}$/;
/** scGPT, BioBERT. */
const LANGUAGE_MODEL = /^[A-Za-z]*[a-z](?:GPT|BERT)$/;
/** HLApers, KMeans: capitals that go on as a word does. */
const NAME_LIKE = /^(?:[A-Z]{3,}(?!seq$)[a-z]{2,}|[A-Z]{2}(?!seq$)[a-z]{3,})$/;
const LONG_CAPITALS = /^[A-Z]{8,}$/;
/** rplC, mecA, blaTEM: bacterial genes. */
const BACTERIAL_GENE = /^[a-z]{3}[A-Z]{1,3}\d{0,2}$/;

/** The text marks a form as a gene: italics, "gene", "mRNA", "−/−" beside it. */
export const GENE_EVIDENCE = Evidence.emphasised | Evidence.geneWord;

/** What stands beside a form says that it is no abbreviation, whatever the letters may mean elsewhere. */
export const MISREAD =
  Evidence.donorList | Evidence.personList | Evidence.dotted | Evidence.alias | Evidence.identifierWord;

/** Classifies by what stands beside the form: a list of donors, the initials of a person, a part of a name. */
export function classifyBeside({ form, any, most, uses }: FormEvidence): Classification | undefined {
  if ((any & Evidence.donorList) !== 0 && /^[A-Z]{1,3}\d*$/.test(form)) {
    return exempt('label', 'One of several donors, patients or samples.');
  }
  if ((any & Evidence.personList) !== 0 && uses <= 3 && /^[A-Z]{2,4}$/.test(form)) {
    return exempt('initials', 'A person’s initials.');
  }
  if ((any & Evidence.alias) !== 0 && /^[A-Z]+-?\d?[A-Z]?[α-ω]?$/.test(form)) {
    return exempt('gene-or-protein', 'Another name of what stands beside it.');
  }
  if ((most & Evidence.dotted) !== 0) return exempt('product', 'A part of a name that is written with dots.');
  if ((most & Evidence.identifierWord) !== 0) {
    return exempt('product', 'A part of a clone’s, strain’s or catalogue number.');
  }
  return undefined;
}

/** What the words around its uses make it: a strain, a thing's name, a gene among genes. */
export function classifyInNames(evidence: FormEvidence, glossary: Glossary): Classification | undefined {
  const { form } = evidence;
  const named = evidence.namedBy();
  if (named === 'strain') return exempt('strain', 'A part of a virus’s name.');
  // T~reg~ is known.
  if (named === 'nucleotide') return exempt('chemical', 'A cyclic nucleotide.');
  if (named === 'quantity' && (CONSTANT.test(form) || !isOfField(form, glossary)))
    return doubtful('variable', 'Perhaps a quantity with its index.');
  if (named === 'code') return exempt('product', 'A part of a code.');
  if (named === 'person') return exempt('initials', 'A cited author’s name.');
  if (named === 'thing') return doubtful('product', 'It stands where the names of such things do.');
  if (named === 'resource') return doubtful('database', 'Perhaps the name of what is spoken of there.');
  if (/^[A-Z]{2,4}$/.test(form) && evidence.isBehindCapitals())
    return doubtful('product', 'A part of a name in capitals.');
  const isGene = (other: string): boolean =>
    (/\d/.test(other) || other.length >= 4) && glossary.isGeneSymbol(other) && !isOfField(other, glossary);
  return /^[A-Z][A-Z\d]{2,6}$/.test(form) && evidence.isListedWith(isGene)
    ? doubtful('gene-or-protein', 'It stands in a list of genes.')
    : undefined;
}

/** "PSLR" once, where "PLSR" is used: two letters that changed places. */
function slippedFrom(evidence: FormEvidence): string | undefined {
  const { form, uses } = evidence;
  if (uses > 1 || !/^[A-Z]{3,}$/.test(form)) return undefined;
  for (let at = 1; at < form.length; at++) {
    const other = form.slice(0, at - 1) + form[at] + form[at - 1] + form.slice(at + 1);
    if (other !== form && evidence.isUsed(other)) return other;
  }
  return undefined;
}

/** A form that neither the glossary nor the manuscript knows. */
export function classifyUnknown(evidence: FormEvidence, glossary: Glossary): Classification {
  const { form, any, most } = evidence;
  if ((most & Evidence.labelWord) !== 0 || isLabel(form))
    return exempt('label', 'A label of a figure, table or panel.');
  const beside = classifyBeside(evidence);
  if (beside !== undefined) return beside;
  const gene = classifyGene(evidence, glossary);
  if (gene !== undefined) return gene;
  if ((any & Evidence.companyWord) !== 0) return exempt('organisation', 'A part of a firm’s name.');
  if ((any & Evidence.strainWord) !== 0) {
    return /\d|\//.test(form)
      ? exempt('strain', 'A strain.')
      : doubtful('strain', 'It stands where the names of strains do.');
  }
  if ((any & Evidence.softwareWord) !== 0) return exempt('software', 'A program or database.');
  if ((any & Evidence.trialWord) !== 0 && form.length >= 4) return exempt('trial', 'A trial or study.');
  if ((any & Evidence.capitalRun) !== 0 && (form.length >= 6 || evidence.isWord())) {
    return exempt('emphasis', 'Words in capitals.');
  }
  if ((any & Evidence.cellWord) !== 0 && /[A-Z]/.test(form) && /\d{2}|-[^-]*-/.test(form)) {
    return exempt('cell-line', 'A cell line.');
  }
  if ((most & Evidence.numberAfter) !== 0) {
    return exempt('product', 'A part of a clone’s, strain’s or catalogue number.');
  }
  if ((any & Evidence.reagentWord) !== 0 && /\d/.test(form))
    return exempt('product', 'A clone or catalogue number.');
  if (CATALOGUE.test(form) || isCode(form)) {
    return exempt('product', 'A clone, catalogue or accession number, or a cell line.');
  }
  if (RESIDUE.test(form)) return exempt('sequence', 'An amino-acid exchange or a position.');
  if ((most & Evidence.motifWord) !== 0 && RESIDUES.test(form)) {
    const reason = 'A motif, named by the letters of its residues.';
    return form.length > 3 ? exempt('sequence', reason) : doubtful('sequence', reason);
  }
  if ((most & Evidence.productName) !== 0) {
    return exempt('product', 'A part of a product’s or program’s name.');
  }
  if (LONG_CAPITALS.test(form) && !form.endsWith('ANOVA'))
    return exempt('product', 'So many capitals are a name, a sequence or a word.');
  if (isName(form)) return exempt('product', 'A product’s or program’s name.');
  if (LANGUAGE_MODEL.test(form)) return exempt('software', 'A language model.');
  if (PLACEHOLDER.test(form)) return exempt('emphasis', 'A gap that the writer means to fill.');
  if (/^[A-Z]{4,}$/.test(form) && evidence.isWord()) return exempt('emphasis', 'A word in capitals.');
  if ((most & Evidence.relation) !== 0 && form.length <= 3)
    return exempt('variable', 'A quantity, or a term of a formula.');
  return classifyByShape(evidence, glossary);
}

function isOfField(form: string, glossary: Glossary): boolean {
  return glossary.senses(fold(form)).some(entry => entry.class === 'abbreviation');
}

/** What is left is an abbreviation or nothing that we know; it is loud only where nothing weak speaks against it. */
function classifyByShape(evidence: FormEvidence, glossary: Glossary): Classification {
  const { form, any, most } = evidence;
  if (/^[a-z]/.test(form) && /[α-ω]/.test(form)) return doubtful('variable', 'Perhaps a variable.');
  // EFS24: event-free survival at 24 months.
  const [, base] = /^([A-Z]{3,4})\d{2}$/.exec(form) ?? [];
  if (base !== undefined && isOfField(base, glossary) && isUsedAsWord(base, evidence.usage('unknown'))) {
    return { class: 'abbreviation', reason: 'An abbreviation of the field with a number.', confidence: 0.6 };
  }
  // ZT0, EASI-75: what the text uses, with a number.
  const [, numbered] = /^([A-Z]{2,6})-?\d{1,3}$/.exec(form) ?? [];
  if (numbered !== undefined && evidence.isUsed(numbered))
    return exempt('abbreviation', `${numbered} with a number.`);
  if (evidence.tabled && /\d/.test(form))
    return exempt('label', 'Letters and numbers in tables alone: a label, a clone or a dye.');
  if (/\d/.test(form)) return doubtful('abbreviation', 'Holds a number, and the glossary doesn’t know it.');
  if ((most & Evidence.emphasised) !== 0) {
    return BACTERIAL_GENE.test(form)
      ? exempt('gene-or-protein', 'A bacterial gene: three letters and a capital, in italics.')
      : doubtful('gene-or-protein', 'In italics, as genes are.');
  }
  // OFIS beside OFI: a plural.
  const [, single] = /^([A-Z]{2,5})S$/.exec(form) ?? [];
  if (single !== undefined && evidence.isUsed(single))
    return doubtful('abbreviation', `Perhaps more than one ${single}.`);
  const slipped = slippedFrom(evidence);
  if (slipped !== undefined) return doubtful('abbreviation', `Perhaps a slip for ${slipped}.`);
  const weak = weakSign(evidence) ?? classifyInNames(evidence, glossary);
  if (weak !== undefined) return weak;
  if (evidence.isExplained([])) return doubtful('abbreviation', EXPLAINED);
  if (/^[A-Z]{1,6}ANOVA$/.test(form)) {
    return { class: 'abbreviation', reason: 'A kind of analysis of variance.', confidence: 0.8 };
  }
  if (SEQUENCING.test(form)) {
    return { class: 'abbreviation', reason: 'A kind of sequencing.', confidence: 0.8 };
  }
  if (/^[a-z]/.test(form) && (any & Evidence.introduced) !== 0) {
    return doubtful('abbreviation', 'It stands beside words in parentheses that may explain it.');
  }
  if (form.length === 2) return doubtful('abbreviation', 'Two letters that the glossary doesn’t know.');
  const isCapitals = /^[A-Z]{3,5}$/.test(form);
  if (isCapitals || (ORDINARY.test(form) && !NAME_LIKE.test(form))) {
    if (!isUsedAsWord(form, evidence.usage('unknown'))) return doubtful('abbreviation', USED_AS_NAME);
    return isCapitals
      ? { class: 'abbreviation', reason: 'Capitals only, and used as a noun.', confidence: 0.8 }
      : {
          class: 'abbreviation',
          reason: 'Written like an abbreviation, and used as a noun.',
          confidence: 0.6,
        };
  }
  return doubtful('abbreviation', 'Written somewhat like an abbreviation.');
}

/** Signs that are too weak to let a form off and too strong to be loud about it: a hint. */
function weakSign({ form, first, any, most, uses, tabled }: FormEvidence): Classification | undefined {
  if (tabled)
    return doubtful('label', 'It stands in tables only, where names of groups and values stand too.');
  if (((uses < 3 ? any : first) & Evidence.introduced) !== 0) {
    return doubtful('abbreviation', 'It stands beside words in parentheses that may explain it.');
  }
  if ((most & Evidence.domainWord) !== 0)
    return doubtful('gene-or-protein', 'Perhaps the name of a domain or a kind of plot.');
  if ((most & Evidence.geneWord) !== 0) return doubtful('gene-or-protein', 'Perhaps a gene or a protein.');
  if (uses > (form.length === 2 ? 6 : 2)) return undefined;
  if ((most & Evidence.afterName) !== 0 && (any & Evidence.beforeName) !== 0) {
    return exempt('organisation', 'A part of a proper name.');
  }
  if ((most & (Evidence.afterName | Evidence.beforeName)) !== 0 && form.length <= 4) {
    return doubtful('product', 'It stands beside a capitalised word, as parts of names do.');
  }
  if ((any & Evidence.cited) !== 0) {
    return /[a-z]/.test(form)
      ? exempt('software', 'A program, named with its citation.')
      : doubtful('software', 'Perhaps a program, named with its citation.');
  }
  return undefined;
}

/** Names of products and programs are words with capitals in them, or with a number. */
function isName(form: string): boolean {
  const lower = form.replace(/[^a-z]/g, '').length;
  const upper = form.replace(/[^A-Z]/g, '').length;
  return (
    /^[A-Z][a-z]{3,}(?:\d{1,3}[a-z]?$|[A-Z])/.test(form) ||
    (lower >= 4 && upper <= 3 && !/RNA|DNA/.test(form) && !(upper >= 3 && /seq$/i.test(form)))
  );
}

/** A gene family's letters that a text uses so often, and so much like a noun, may well be another thing: "CAGE-based". */
const OFTEN = 5;
const LIKE_A_NOUN = 2;

/** An HGNC symbol in its exact case lets off with a digit or four letters, or where the text marks it; mouse case only where marked. */
function classifyGene(evidence: FormEvidence, glossary: Glossary): Classification | undefined {
  const { form, any } = evidence;
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
  if (/^[A-Z]{1,6}[α-ω]\d{0,2}$/.test(form))
    return exempt('gene-or-protein', 'A protein named with a Greek letter.');
  if (
    /^[A-Z]{3,5}\d{1,2}$/.test(form) &&
    (glossary.isGeneSymbol(`${form}A`) || glossary.isGeneSymbol(`${form}1`))
  ) {
    return exempt('gene-or-protein', 'A member of a gene family.');
  }
  if (/^[A-Z]{3,5}$/.test(form) && glossary.isGeneSymbol(`${form}1`)) {
    if (marked) return exempt('gene-or-protein', 'A gene family: its members have numbers.');
    const mayBeOther = evidence.uses >= OFTEN && evidence.usage('unknown') >= LIKE_A_NOUN;
    return mayBeOther
      ? undefined
      : doubtful('gene-or-protein', 'Perhaps a gene family: its members have numbers.');
  }
  return undefined;
}
