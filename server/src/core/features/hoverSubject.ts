/** What a hover is about: which short form, with which senses, and what it stands for. */
import { readable } from '../analysis/readable.ts';
import { fold, foldLong, singular } from '../glossary/normalize.ts';
import { isSpelled } from '../glossary/spelling.ts';
import { sentenceCase } from '../rules/longForms.ts';
import { isProperName } from '../rules/places.ts';
import type { Abbreviation, Glossary, GlossaryEntry } from '../types.ts';
import { type FeatureContext, misnamed } from './context.ts';

/** What a hover is about: a short form, with all that is known of it. */
export interface Subject {
  readonly short: string;
  /** As the manuscript has it. */
  readonly abbreviation: Abbreviation | undefined;
  readonly senses: readonly GlossaryEntry[];
  /** The part of a compound that was pointed at: it stands for a compound that the manuscript doesn't have. */
  readonly pointedAt?: Abbreviation;
}

/** A short form as the manuscript and the glossary know it. */
export function subjectOfShort({ manuscript, glossary }: FeatureContext, short: string): Subject {
  const key = fold(short);
  const abbreviation = manuscript.byKey.get(key);
  return { short, abbreviation, senses: sensesOf(glossary, key, short, abbreviation) };
}

/**
 * The senses of what is written here. Where the manuscript defines none, those in this very spelling come before
 * all others (`Fc` is no fold change), and a standard form, unit or chemical in this spelling is none of the others:
 * `PCR` no pathological complete response (`pCR`), `pH` no pulmonary hypertension.
 */
export function sensesOf(
  glossary: Glossary,
  key: string,
  surface: string,
  abbreviation: Abbreviation | undefined,
): readonly GlossaryEntry[] {
  const senses = glossary.senses(key);
  if (senses.length === 0 || (abbreviation?.definitions.length ?? 0) > 0) return senses;
  const form = singular(surface);
  const exact = senses.filter(entry => isSpelled(entry, form));
  if (exact.length > 0) return exact;
  const isNamed =
    glossary.standard(form) !== undefined ||
    abbreviation?.class === 'unit' ||
    abbreviation?.class === 'chemical';
  return isNamed ? [] : senses;
}

/** What a spelled-out long form is the long form of: the manuscript's own abbreviation first. */
export function subjectOfLong(
  { byLongForm, manuscript, glossary }: FeatureContext,
  folded: string,
): Subject | undefined {
  const own = byLongForm().get(folded);
  const senses = glossary.byLongForm(folded);
  if (own !== undefined) return { short: own.short, abbreviation: own, senses };
  const sense = senses[0];
  if (sense === undefined) return undefined;
  const used = manuscript.byKey.get(fold(sense.short));
  // An abbreviation that the manuscript defines as something else is another one.
  return {
    short: sense.short,
    abbreviation: used?.definitions.length === 0 ? used : undefined,
    senses: [sense],
  };
}

/** The parts of a compound that manuscript or glossary know; the compound itself is none. */
export function partsOf(context: FeatureContext, surface: string): readonly Subject[] {
  const pieces = surface.split(/[-\u2010-\u2015/]+/).filter(piece => /\p{Lu}|\p{N}\p{L}/u.test(piece));
  if (pieces.length < 2) return [];
  return pieces
    .map(piece => subjectOfShort(context, piece))
    .filter(({ abbreviation, senses }) => senses.length > 0 || (abbreviation?.definitions.length ?? 0) > 0);
}

/**
 * The long form that counts: the manuscript's own if it isn't known as a wrong one, else the glossary's if it has but
 * one sense.
 */
export function longOf(
  { manuscript: { written } }: FeatureContext,
  { abbreviation, senses }: Subject,
): string | undefined {
  const definition = abbreviation?.definitions[0];
  if (definition === undefined) return senses.length === 1 ? senses[0]!.long : undefined;
  const own = readable(definition.analysis, definition.long);
  const wrong = misnamed(senses, own);
  if (wrong !== undefined) return wrong.long;
  const known = senses.find(({ long }) => foldLong(long) === foldLong(own));
  return known === undefined ? sentenceCase(own, written) : withFirstOf(known.long, own);
}

/** The text's own spelling, with a capital at its start only where the glossary has one: at a sentence's start all have. */
function withFirstOf(usual: string, own: string): string {
  const isCapital = /^\p{Lu}\p{Ll}/u.test(own) && /^\p{Ll}/u.test(usual) && !isProperName(own);
  return isCapital ? own.charAt(0).toLowerCase() + own.slice(1) : own;
}
