/** Whether letters that are an abbreviation of the field are another thing in this manuscript. */
import { Evidence } from '../../analysis/evidence/bits.ts';
import { fold } from '../../glossary/normalize.ts';
import type { Glossary, GlossaryEntry } from '../../types.ts';
import type { FormEvidence } from './classification.ts';

/** What stands beside a form says that it is no abbreviation, whatever the letters may mean elsewhere. */
const MISREAD =
  Evidence.donorList | Evidence.personList | Evidence.dotted | Evidence.alias | Evidence.identifierWord;

/** Letters that are an abbreviation of the field. */
export function isOfField(form: string, glossary: Glossary): boolean {
  return glossary.senses(fold(form)).some(entry => entry.class === 'abbreviation');
}

/** The text speaks of one of these senses somewhere. */
export function speaksOf(evidence: FormEvidence, entries: readonly GlossaryEntry[]): boolean {
  return entries.some(({ long }) => evidence.isSpokenOf(long));
}

/** Domains of molecules that many genes make. */
const FAMILIES: ReadonlySet<string> = new Set(['mhc', 'receptor', 'immunoglobulin']);

/** An organisation that the text writes out, where it never speaks of what else the letters may mean: CDC. */
export function spokenName(
  senses: readonly GlossaryEntry[],
  evidence: FormEvidence,
): GlossaryEntry | undefined {
  const spoken = senses.filter(({ long }) => evidence.isSpokenOf(long));
  return spoken.length === 1 && spoken[0]!.class === 'organisation' ? spoken[0] : undefined;
}

/** What stands beside a form of the field speaks against the field's sense, and the manuscript never speaks of that. */
export function isMisread(evidence: FormEvidence, inField: readonly GlossaryEntry[]): boolean {
  const { form, any, most, uses } = evidence;
  const isInName =
    (/^[A-Z]{2}$/.test(form) && (most & (Evidence.beforeName | Evidence.productName)) !== 0) ||
    ((most & Evidence.beforeName) !== 0 && (most & Evidence.productName) !== 0);
  const isTrial = (any & Evidence.trialWord) !== 0 && (any & Evidence.capitalRun) !== 0;
  // "HLA alleles", "TCR genes": families of many genes.
  const isFamily = inField.some(({ domain }) => FAMILIES.has(domain));
  const isGene = (most & Evidence.geneWord) !== 0 && !isFamily;
  const isLabelled = (most & Evidence.labelWord) !== 0;
  // A product's name, whatever the text speaks of: "the DNA/RNA/miRNA Universal kit", "the PrimeScript RT kit".
  const isBesideName = (most & (Evidence.beforeName | Evidence.afterName)) !== 0;
  if (isBesideName && (most & Evidence.productName) !== 0) return true;
  // A firm's name: "LC Laboratories", no "CAR-T systems".
  if ((most & Evidence.beforeName) !== 0 && (most & Evidence.companyWord) !== 0) return true;
  // Two people's initials, whatever the text speaks of.
  if ((any & Evidence.personList) !== 0 && uses <= 2) return true;
  return (
    ((any & MISREAD) !== 0 || isInName || isTrial || isGene || isLabelled) && !speaksOf(evidence, inField)
  );
}

/**
 * Capitals of the field that may be a name here: two, where more speaks for a name than for a noun, whatever the text
 * speaks of (statistics stand beside numbers anyway); those that only tables have, in lists and names of groups ("GNG, FGFR").
 */
export function isUsedForName(evidence: FormEvidence, inField: readonly GlossaryEntry[]): boolean {
  const { form, tabled } = evidence;
  if (tabled) return /^[A-Z]{2,5}$/.test(form) && evidence.usage('unknown') < 0;
  const isStatistic = inField.some(({ domain }) => domain === 'statistics');
  return /^[A-Z]{2}$/.test(form) && !isStatistic && evidence.usage('known') < 0;
}

/** In addresses alone, or in one, in a text that speaks of nothing else with these letters: "Athens, GA, USA (GA site)". */
export function isState(evidence: FormEvidence, inField: readonly GlossaryEntry[]): boolean {
  if ((evidence.most & Evidence.afterComma) !== 0) return evidence.isInAddress(false);
  if (evidence.defined || !evidence.isInAddress(true)) return false;
  return !speaksOf(evidence, inField);
}

/** "sample ID", and any other in a text that speaks of no iron deficiency and the like. */
export function isIdentifier(evidence: FormEvidence, inField: readonly GlossaryEntry[]): boolean {
  const others = inField.filter(({ long }) => long !== 'identification');
  return (evidence.any & Evidence.itemWord) !== 0 || !speaksOf(evidence, others);
}

/** "aHR" isn't AHR: the glossary has the letters only in another case. Mouse case (Foxp3) is the same thing. */
export function isOtherwiseCased(form: string, senses: readonly GlossaryEntry[]): boolean {
  if (/^[A-Z][^A-Z]*$/.test(form)) return false;
  const spellings = senses.flatMap(({ short, variants = [] }) => [short, ...variants]);
  const same = spellings.filter(spelling => spelling.toLowerCase() === form.toLowerCase());
  return same.length > 0 && !same.includes(form);
}
