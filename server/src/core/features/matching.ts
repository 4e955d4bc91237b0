/** Which abbreviations are meant by what is typed: the manuscript's own first, then the glossary's. */
import { readable } from '../analysis/readable.ts';
import { isOneSlip, prefixDistance } from '../glossary/distance.ts';
import { longKeys, shortKeys } from '../glossary/forms.ts';
import { fold, foldLong, singular } from '../glossary/normalize.ts';
import type { Abbreviation, GlossaryEntry } from '../types.ts';
import { type FeatureContext, misnamed } from './context.ts';
import { everydayWords } from './everydayWords.ts';
import type { Typed } from './typed.ts';

/** An abbreviation that may be meant, with the stretch that it would replace. */
export interface Match {
  readonly typed: Typed;
  readonly short: string;
  readonly long: string;
  /** As the manuscript has it, where it has it. */
  readonly abbreviation: Abbreviation | undefined;
  readonly entry: GlossaryEntry | undefined;
  /** A piece of the long form was typed, not of the short one. */
  readonly byLong: boolean;
}

/** A long form's first word is looked for from so many letters on; several words from so many characters. */
const LEAST_WORD = 5;
const LEAST_PHRASE = 8;
const LONG_COMPOUND = 12;
/** Misspellings are forgiven from so many letters on: of a short form, of a word, and twice in a phrase. */
const LEAST_MISSPELT_SHORT = 5;
const LEAST_MISSPELT = 7;
const LEAST_MISSPELT_TWICE = 14;
/** A misspelt phrase is searched for by so many of its last words. */
const SEARCHED_WORDS = 3;

/**
 * What may be meant by `typed` (see `typedBefore`), best first. Quiet on ordinary words: a short form counts
 * only if it is written like one, a single word only if it is no everyday one.
 */
export function matches(context: FeatureContext, typed: readonly Typed[]): readonly Match[] {
  const word = typed[0];
  if (word === undefined) return [];
  for (const phrase of typed.slice(1).reverse()) {
    if (!isLongEnough(phrase)) continue;
    const found = byLongForm(context, phrase);
    if (found.length > 0) return found;
  }
  const shorts = byShortForm(context, word);
  if (shorts.length > 0) return shorts;
  const found = isWord(word.text) || isCompound(word.text) ? byLongForm(context, word) : [];
  return found.length > 0 ? found : misspelt(context, typed);
}

/** Written like a short form: two capitals, a letter with a digit, Greek, or consonants alone (`gvhd`). */
function isShortLike(text: string): boolean {
  return (
    /^(?:\P{Lu}*\p{Lu}.*\p{Lu}|\P{L}*\p{L}.*[\p{N}α-ω]|\P{N}*\p{N}.*\p{Lu}|[^α-ω]*[α-ω].*\p{L})|\p{Lu}-$/su.test(
      text,
    ) || /^[b-df-hj-np-tv-xz]{3,}$/.test(text)
  );
}

/** A phrase that starts with a short form (`CAR-NK cell`) is no piece of a long one. */
function isLongEnough({ text }: Typed): boolean {
  return text.length >= LEAST_PHRASE && !isShortLike(text.slice(0, text.indexOf(' ')));
}

/** A word that may be the start of a long form, and is none that any manuscript is full of. */
function isWord(text: string): boolean {
  return text.length >= LEAST_WORD && /^\p{L}\p{Ll}+$/u.test(text) && !everydayWords.has(foldLong(text));
}

/** Several words that hyphens join: "graft-versus-h"; behind an everyday one ("long-term") only what is long. */
function isCompound(text: string): boolean {
  if (text.length < LEAST_PHRASE || !/^\p{L}\p{Ll}+(?:[-\u2010-\u2015]\p{Ll}+)+$/u.test(text)) return false;
  return text.length >= LONG_COMPOUND || !everydayWords.has(foldLong(/^\p{L}+/u.exec(text)![0]));
}

function byShortForm(context: FeatureContext, typed: Typed): readonly Match[] {
  const { text } = typed;
  const key = fold(text);
  const spelt = isShortLike(text);
  // "Tre" may become "Treg", but "All" is no ALL: what is written like a word counts by exact spelling.
  if (key.length < 2 || (!spelt && !/^\p{Lu}\p{L}+$/u.test(text))) return [];
  const starts = (short: string): boolean =>
    spelt ? fold(short).startsWith(key) : short.startsWith(text) && short.length <= 2 * text.length;
  const own = defined(context).filter(({ variants, short }) => [short, ...variants].some(starts));
  const entries = context.search
    .startingWith(text)
    .map(({ entry }) => entry)
    .filter(
      ({ short, variants }) => [short, ...(variants ?? [])].some(starts) || (spelt && hasPart(short, key)),
    );
  const close = (form: string): number => (form === text ? 0 : fold(form) === key ? 1 : 2);
  const found = merged(context, typed, false, own, entries).toSorted(
    (a, b) => close(a.short) - close(b.short) || familiarity(b) - familiarity(a),
  );
  // After a plural s nothing goes on.
  return singular(text) === text ? found : found.filter(({ short }) => fold(short) === key);
}

/** What the manuscript defines, before what it merely uses, before what it doesn't have. */
function familiarity({ abbreviation }: Match): number {
  if (abbreviation === undefined) return 0;
  return abbreviation.definitions.length > 0 ? 2 : 1;
}

/** Whether the folded key is a whole part of a compound: `nk` of CAR-NK. */
function hasPart(short: string, key: string): boolean {
  return short.split(/[-\u2010-\u2015\s/]+/).some(part => fold(part) === key);
}

function byLongForm(context: FeatureContext, typed: Typed): readonly Match[] {
  const folded = foldLong(typed.text);
  const own = ownByLong(context, long => long.startsWith(folded));
  const entries = context.search
    .startingWith(typed.text)
    .map(({ entry }) => entry)
    .filter(entry => [...longKeys(entry)].some(long => long.startsWith(folded)));
  return merged(context, typed, true, own, entries);
}

/** What is meant but for a slip or two: the longest misspelt phrase, or the short form. */
function misspelt(context: FeatureContext, typed: readonly Typed[]): readonly Match[] {
  const word = typed[0]!;
  if (isShortLike(word.text)) return misspeltShort(context, word);
  const phrases = typed.filter(
    ({ text }, words) =>
      text.length >= LEAST_MISSPELT && (words === 0 ? isWord(text) : isLongEnough(typed[words]!)),
  );
  const searched = typed[Math.min(typed.length, SEARCHED_WORDS) - 1]!;
  if (phrases.length === 0 || !/^\p{L}+$/u.test(word.text)) return [];
  // Alone too: the words before it may have nothing to do with it ("We built a chimric").
  const entries = [...new Set([searched, word].flatMap(({ text }) => context.search.resembling(text)))];
  for (const phrase of phrases.toReversed()) {
    const folded = foldLong(phrase.text);
    // A single word must be a whole first word but for the slip: else "activate" would be "activator".
    const isNear = (form: string): boolean =>
      phrase === word ? isOneSlip(folded, form.split(' ', 1)[0]!) : startsNearly(folded, form);
    const own = ownByLong(context, isNear);
    const near = entries.filter(entry => [...longKeys(entry)].some(isNear));
    const found = merged(context, phrase, true, own, near);
    if (found.length > 0) return found;
  }
  return [];
}

function misspeltShort(context: FeatureContext, word: Typed): readonly Match[] {
  const typed = fold(word.text);
  const isNear = (form: string): boolean =>
    typed.length >= LEAST_MISSPELT_SHORT && digits(typed) === digits(form) && isOneSlip(typed, form);
  const own = defined(context).filter(({ key }) => isNear(key));
  const near = context.search.resembling(word.text).filter(entry => [...shortKeys(entry)].some(isNear));
  return merged(context, word, false, own, near);
}

/**
 * Whether `typed` is the start of `form` but for one slip; two in a long phrase. Its last letter must fit: a
 * slip there is more often another word ("receptor is").
 */
function startsNearly(typed: string, form: string): boolean {
  if (typed[0] !== form[0]) return false;
  const most = typed.length >= LEAST_MISSPELT_TWICE ? 2 : 1;
  const edits = prefixDistance(typed, form, most);
  return edits <= most && prefixDistance(typed.slice(0, -1), form, most) === edits;
}

function digits(form: string): string {
  return form.replace(/\P{N}+/gu, ' ').trim();
}

function defined({ manuscript }: FeatureContext): readonly Abbreviation[] {
  return manuscript.abbreviations.filter(({ definitions }) => definitions.length > 0);
}

/** The manuscript's own abbreviations one of whose folded long forms passes the test. */
function ownByLong(
  { byLongForm }: FeatureContext,
  test: (folded: string) => boolean,
): readonly Abbreviation[] {
  const found = new Set<Abbreviation>();
  for (const [folded, abbreviation] of byLongForm()) if (test(folded)) found.add(abbreviation);
  return [...found];
}

/** One match for each abbreviation: what the manuscript defines wins over all senses of the glossary. */
function merged(
  { manuscript, glossary }: FeatureContext,
  typed: Typed,
  byLong: boolean,
  own: readonly Abbreviation[],
  entries: readonly GlossaryEntry[],
): readonly Match[] {
  const found: Match[] = own.map(abbreviation => {
    const { analysis, long } = abbreviation.definitions[0]!;
    const text = readable(analysis, long);
    const senses = glossary.senses(abbreviation.key);
    const entry = senses.find(sense => longKeys(sense).has(foldLong(text)));
    const meant = misnamed(senses, text);
    return {
      typed,
      short: abbreviation.short,
      long: meant?.long ?? text,
      abbreviation,
      entry: entry ?? meant,
      byLong,
    };
  });
  const taken = new Set<GlossaryEntry>();
  for (const entry of entries) {
    const abbreviation = manuscript.byKey.get(fold(entry.short));
    if (taken.has(entry) || (abbreviation?.definitions.length ?? 0) > 0) continue;
    taken.add(entry);
    found.push({ typed, short: entry.short, long: entry.long, abbreviation, entry, byLong });
  }
  return found;
}
