import { lettered } from '../../lettered.ts';
import { foldOf } from '../characters.ts';
import { limitOf, longFormBefore, type Match, type Search } from './longForm.ts';
import type { ShortForm } from './shortForm.ts';
import { visibleEnd, wordStart } from './window.ts';

/** What goes on behind a short form's brackets: words, another short form of capitals in brackets, and what follows that. */
const GOES_ON = lettered`^(?:,?\s(?:and|or)\s|,\s)([\p{L}\p{N}-]{2,24}(?:\s[\p{L}\p{N}-]{2,24}){0,3})\s\(([\p{Lu}]{2,6})s?\)((?:\s[\p{Ll}-]{3,24}){0,3})`;
const LONGEST = 240;
const CAPITALS = lettered`^[\p{Lu}]{2,6}s?$`;

/**
 * A short form that shares its last letters, and the words they stand for, with the one behind it: "systolic (SBP) and diastolic blood
 * pressure (DBP)", "positive (PPV) and negative (NPV) predictive value". Its long form goes on to the end of these words.
 * @param before where the words before its brackets end
 * @param close where its brackets close
 */
export function sharedNoun(
  search: Search,
  short: ShortForm,
  before: number,
  lowest: number,
  close: number,
): Match | null {
  const { text } = search;
  if (!CAPITALS.test(short.surface)) return null;
  const letters = short.units.filter(({ kind }) => kind !== 'plural');
  const noun = nounBehind(text.slice(close + 1, close + 1 + LONGEST), short.surface.slice(0, letters.length));
  if (noun === null) return null;
  const nounEnd = close + 1 + noun.end;
  const { shared } = noun;
  const start = ownStart(search, { ...short, units: letters.slice(0, -shared) }, before, lowest);
  const long = { start, end: visibleEnd(text, nounEnd, before) };
  return start < 0 ? null : { short: { start: short.start, end: short.end }, long, cost: 0 };
}

/** What a short form shares with what stands behind its brackets: how many of its letters, and where the words for them end. */
interface Noun {
  readonly shared: number;
  readonly end: number;
}

function nounBehind(behind: string, surface: string): Noun | null {
  const [all, words = '', other = '', more = ''] = GOES_ON.exec(behind) ?? [];
  if (all === undefined) return nounOfOwn(behind, surface);
  const shared = sharedEnd(surface, other);
  if (shared === 0 || shared === surface.length) return null;
  const letters = other.slice(-shared);
  if (beginWith(words.split(/\s/).slice(1).slice(-shared), letters))
    return { shared, end: behind.indexOf(words) + words.length };
  return beginWith(wordsOf(more).slice(0, shared), letters)
    ? { shared, end: all.length - more.length + lengthOf(more, shared) }
    : null;
}

/** "negative (NPV) predictive values": the two last letters' words, or three, stand behind the brackets. */
function nounOfOwn(behind: string, surface: string): Noun | null {
  const more = WORDS.exec(behind)?.[0] ?? '';
  const words = wordsOf(more);
  for (let shared = 2; shared < surface.length && shared <= words.length; shared++) {
    if (beginWith(words.slice(0, shared), surface.slice(-shared)))
      return { shared, end: lengthOf(more, shared) };
  }
  return null;
}

const WORDS = lettered`^(?:\s(?!and\s|for\s|the\s|was\s|with\s)[\p{Ll}-]{3,24}){2,3}`;

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s/);

/** Where the words begin that a short form's own letters stand for; -1 where they don't. */
function ownStart(search: Search, short: ShortForm, before: number, lowest: number): number {
  const { text, costs } = search;
  if (short.units.length === 1) {
    const start = wordStart(text, before, lowest);
    const isWord = before - start > 2 && foldOf(text.charCodeAt(start)) === short.units[0]!.code;
    return isWord ? start : -1;
  }
  const own = longFormBefore(search, short, before, lowest);
  return own && own.cost <= limitOf(short, costs) * costs.furtherShare ? own.long.start : -1;
}

/** How many letters two short forms end with alike. */
function sharedEnd(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared;
}

/** Whether there is a word for each letter, and begins with it. */
const beginWith = (words: readonly string[], letters: string): boolean =>
  words.length === letters.length &&
  words.every((word, index) => foldOf(word.charCodeAt(0)) === foldOf(letters.charCodeAt(index)));

/** The length of so many words, with the white space before each. */
function lengthOf(words: string, most: number): number {
  let at = 0;
  for (let count = 0; count < most; count++) {
    const next = words.slice(at + 1).search(/\s|$/);
    at += 1 + next;
  }
  return at;
}
