import { foldOf, greekInitial, isGreek } from '../characters.ts';
import { GIVING_ELEMENTS } from './morphemes.ts';
import type { Unit } from './units.ts';
import { INITIALS, SYMBOLS } from './words.ts';

/** The bit of a letter a to z, 0 for all else. */
const bitOf = (code: number): number => (code >= 0x61 && code <= 0x7a ? 1 << (code - 0x61) : 0);

const bitsOf = (word: string): number =>
  [...word].reduce((bits, letter) => bits | bitOf(letter.charCodeAt(0)), 0);

/** Letters that numerals stand for ("type 2", II). */
const NUMERALS = bitsOf('ivx');

/** Words that give letters which they needn't hold (real-time, qPCR): the letters of the word, and those that it gives. */
const GIVING = [...SYMBOLS, ...INITIALS, ...GIVING_ELEMENTS, ['real', 'q'] as const]
  .map(([word, given]) => ({ needs: bitsOf(word), gives: bitsOf(given) }))
  .filter(({ gives }) => gives !== 0);

/** Letters that no word gives: they must be held. */
const NOT_GIVEN = ~GIVING.reduce((letters, { gives }) => letters | gives, 0);

/**
 * How many different letters of a short form stand nowhere in `text[from..to)`, so that it aligns in no order: a look
 * that spares most texts from being read. 2 stands for any more.
 */
export function lackedLetters(units: readonly Unit[], text: string, from: number, to: number): 0 | 1 | 2 {
  let wanted = 0;
  for (const { kind, code, alias } of units) {
    if (kind === 'letter' && !isGreek(alias)) wanted |= bitOf(code);
  }
  wanted &= ~NUMERALS;
  let held = 0;
  for (let at = from; at < to && (wanted & ~held) !== 0; at++) {
    const code = foldOf(text.charCodeAt(at));
    held |= bitOf(isGreek(code) ? greekInitial(code) : code);
  }
  wanted &= ~held;
  if ((wanted & ~NOT_GIVEN) !== 0) {
    for (const { needs, gives } of GIVING) if ((needs & ~held) === 0) wanted &= ~gives;
  }
  return wanted === 0 ? 0 : (wanted & (wanted - 1)) === 0 ? 1 : 2;
}
