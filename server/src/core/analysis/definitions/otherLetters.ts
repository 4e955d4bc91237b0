import { GREEK_BY_NAME, isDigit } from '../characters.ts';
import { byInitial } from './byInitial.ts';
import { lettersOf, type Part, type Phrase } from './phrase.ts';
import { INITIALS, NUMBER_WORDS, SOUNDS, SYMBOLS } from './words.ts';

/** Lets the first letters of a word stand for its symbol too: Na for sodium, 50 for half, β for beta, 2 for two. */
export function spell({ codes, alias, length }: Phrase, { first, leading }: Part): void {
  const word = lettersOf(codes, first, length);
  const greek = GREEK_BY_NAME.get(word);
  if (greek !== undefined) {
    alias[first] = greek;
    return;
  }
  const symbol = NUMBER_WORDS.get(word) ?? SYMBOLS.get(word) ?? (leading ? '' : (SOUNDS.get(word) ?? ''));
  for (let i = 0; i < symbol.length; i++) if (symbol[i] !== '.') alias[first + i] = symbol.charCodeAt(i);
}

const BEGINNINGS = byInitial(INITIALS, ([beginning]) => beginning);

/** The letter that a word's beginning is abbreviated to instead of its own first, or 0. */
export function initialAlias({ codes, length }: Phrase, first: number): number {
  for (const [beginning, letter] of BEGINNINGS.get(codes[first]!) ?? []) {
    let i = 1;
    while (i < beginning.length && first + i < length && codes[first + i] === beginning.charCodeAt(i)) i++;
    if (i === beginning.length) return letter.charCodeAt(0);
  }
  return 0;
}

/** Multiplying prefixes that a short form may leave out behind a locant: MTT (…4,5-di|methyl|thiazol…). */
const MULTIPLYING = ['bis', 'di', 'tetra', 'tri'];

/** The letter behind a multiplying prefix that a locant stands before, or 0. */
export function multipliedAlias({ codes, length, parts }: Phrase, { first, leading }: Part): number {
  if (leading || length - first < MIN_MULTIPLIED || !isDigit(codes[parts[parts.length - 2]!.first]!))
    return 0;
  const letters = lettersOf(codes, first, Math.min(length, first + LONGEST_MULTIPLYING));
  const prefix = MULTIPLYING.find(each => letters.startsWith(each));
  return prefix === undefined ? 0 : codes[first + prefix.length]!;
}

const LONGEST_MULTIPLYING = 5;
/** Letters of a part of a chemical name that is named by what it holds: not "bisphosphate". */
const MIN_MULTIPLIED = 14;
