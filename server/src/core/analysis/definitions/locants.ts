import { GREEK_BY_NAME, isDigit, isGreek, LONGEST_GREEK_NAME } from '../characters.ts';
import { lettersOf, type Part, type Phrase } from './phrase.ts';

/** Whether the token that is read begins with a locant, so that all of it is one name: "1-acyl-2-lyso…". */
export function isNumbered({ codes }: Phrase, parts: readonly Part[], tokenStart: number): boolean {
  let p = parts.length - 1;
  while (p > 0 && !parts[p]!.leading) p--;
  return (
    parts[p]!.tokenStart === tokenStart && isDigit(codes[parts[p]!.first]!) && (parts[p + 1]?.opens ?? false)
  );
}

/** The highest number that a ring or chain position in a chemical name is likely to have. */
const MAX_LOCANT = 30;

/** The atoms that a substituent may stand on by their number: N6-, O6-. */
const NUMBERED_ATOMS = 'nos';

/** A number, letter, Greek letter or atom before a hyphen, as chemical names begin with (3,5-, N-, alpha-, 17beta-, O6-). */
export function isLocant({ codes, alias, length }: Phrase, { first, primed, leading }: Part): boolean {
  if (primed && leading) return false;
  if (length - first === 1 || isGreek(alias[first]!)) return true;
  let number = 0;
  let at = NUMBERED_ATOMS.includes(String.fromCharCode(codes[first]!)) ? first + 1 : first;
  const from = at;
  while (at < length && isDigit(codes[at]!)) number = number * 10 + codes[at++]! - 0x30;
  if (number > MAX_LOCANT || at === from) return false;
  if (from > first) return at === length;
  const letters = lettersOf(codes, at, Math.min(length, at + LONGEST_GREEK_NAME + 1));
  return letters.length < 2 || GREEK_BY_NAME.has(letters);
}
