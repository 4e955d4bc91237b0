import { foldOf, greekInitial, isGreek } from './characters.ts';
import type { Unit } from './shortForm.ts';
import { INITIALS, SYMBOLS } from './words.ts';

/** The bit of a letter a to z, 0 for all else. */
const bitOf = (code: number): number => (code >= 0x61 && code <= 0x7a ? 1 << (code - 0x61) : 0);

/** Letters that a text can give without holding them: those of numerals, and what words are abbreviated to. */
const GIVEN = ['ivx', ...SYMBOLS.values(), ...INITIALS.map(([, letter]) => letter)]
  .flatMap(letters => [...letters])
  .reduce((bits, letter) => bits | bitOf(letter.charCodeAt(0)), 0);

/**
 * Whether a letter of a short form stands nowhere in `text[from..to)`, so that it aligns in no order: a look that
 * spares most texts from being read.
 */
export function lacksLetter(units: readonly Unit[], text: string, from: number, to: number): boolean {
  let wanted = 0;
  for (const { kind, code } of units) if (kind === 'letter') wanted |= bitOf(code);
  wanted &= ~GIVEN;
  for (let at = from; at < to && wanted !== 0; at++) {
    const code = foldOf(text.charCodeAt(at));
    wanted &= ~bitOf(isGreek(code) ? greekInitial(code) : code);
  }
  return wanted !== 0;
}
