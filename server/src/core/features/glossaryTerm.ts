/** What a writer may want to keep in a glossary: an abbreviation with the long form that the text itself gives it. */
import { readable } from '../analysis/readable.ts';
import { longKeys } from '../glossary/forms.ts';
import { fold, foldLong, singularWord } from '../glossary/normalize.ts';
import type { Abbreviation, Span } from '../types.ts';
import { type FeatureContext, misnamed } from './context.ts';

/** `long` is missing where the manuscript nowhere says what the short form stands for. */
export interface GlossaryTerm {
  readonly short: string;
  readonly long?: string;
  readonly plural?: string;
}

/** The abbreviation that is mentioned or defined at a place of a document, if any is. */
export function termAt(context: FeatureContext, uri: string, { start, end }: Span): GlossaryTerm | undefined {
  const touches = (span: Span): boolean => span.start <= end && start <= span.end;
  const found = context.manuscript.abbreviations.find(
    ({ mentions, definitions }) =>
      definitions.some(each => each.analysis.document.uri === uri && touches(each)) ||
      mentions.some(each => each.analysis.document.uri === uri && touches(each)),
  );
  return found && termOf(found);
}

/** A short form that the glossary could learn: one that it doesn't know in the sense that the text gives it. */
export function unknownTerm(
  { manuscript, glossary }: FeatureContext,
  short: string,
): GlossaryTerm | undefined {
  const abbreviation = manuscript.byKey.get(fold(short));
  if (abbreviation === undefined) return undefined;
  const term = termOf(abbreviation);
  const senses = glossary.senses(fold(short));
  const { long } = term;
  if (long === undefined) return senses.length === 0 ? term : undefined;
  const isKnown = senses.some(sense => longKeys(sense).has(foldLong(long)));
  return isKnown || misnamed(senses, long) ? undefined : term;
}

function termOf({ short, definitions: [first] }: Abbreviation): GlossaryTerm {
  if (first === undefined) return { short };
  const long = readable(first.analysis, first.long);
  const isPlural = fold(first.shortText) === fold(short) && /[A-Z0-9]s$/.test(first.shortText);
  const one = isPlural && !short.endsWith('s') ? singularWord(long) : long;
  return one === long ? { short, long } : { short, long: one, plural: long };
}
