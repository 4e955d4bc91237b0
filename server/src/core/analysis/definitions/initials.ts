import type { Phrase } from './phrase.ts';
import type { ShortForm } from './shortForm.ts';
import { WordBit } from './words.ts';

/** Fewer letters in another order are found by chance: three only where the words are names. */
const MIN_LETTERS = 4;
const MIN_OF_NAME = 3;

/**
 * Whether the last words of a phrase begin with the letters of a short form in another order: "Federal Fluminense
 * University (UFF)", as abbreviations from other languages do. Every word
 * counts, stop words between them apart. The index of the first word's first character, or -1.
 */
export function permutedInitials({ units }: ShortForm, { parts, codes, upper }: Phrase): number {
  const letters = units.filter(({ kind }) => kind !== 'plural');
  if (letters.length < MIN_OF_NAME) return -1;
  if (!letters.every(unit => unit.kind === 'letter' && unit.upper)) return -1;
  const open = letters.map(({ code }) => code);
  for (let p = parts.length - 1; p >= 0; p--) {
    const { first, bits, depth, leading } = parts[p]!;
    if ((bits & WordBit.stop) !== 0 && !upper[first]) continue;
    const at = open.indexOf(codes[first]!);
    if (at < 0 || depth > 0) return -1;
    if (letters.length < MIN_LETTERS && !upper[first]) return -1;
    open.splice(at, 1);
    if (open.length === 0) return leading ? first : -1;
  }
  return -1;
}
