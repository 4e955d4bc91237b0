import type { Span } from '../types.ts';
import { isDigit, isLetter } from './scan.ts';

/** Longer lists are text. */
const LONGEST = 60;

const NUMBERS = /^\[?[1-9]\d{0,2}(?:\s*[,;–-]\s*[1-9]\d{0,2})*\]?$/;
const LETTERS = /^[a-h](?:,\s?[a-h]){0,7}$/;

/**
 * What a letter above the line only marks, be it in emphasis: capitals, perhaps with a number behind a hyphen, or a word of
 * small letters ("atopic dermatitis^a^"). Alleles stand behind names of other shapes (`H-2^b^`, `Thy1^a^`, `Kit^a^`), but for
 * `IA^b^` and `IE^k^`.
 */
const FORM = /(?:^|[^\w-])(?!I[AE](?![A-Za-z]))[A-Z]{2,12}(?:-\d{1,3})?s?(?:[*_}]{1,3}|<\/\w{1,8}>)?$/;
const WORD = /(?:^|[^\w-])[a-z]{4,20}(?:[*_}]{1,3}|<\/\w{1,8}>)?$/;
const LONGEST_FORM = 32;

/**
 * Whether a superscript refers to something, and no word has a use for it: numbers of references, or a power of ten, but no
 * isotope (`^51^Cr`) and no square (`m^2^`); letters of a table's notes (`BMI^a^`).
 * @param whole with its markup
 * @param inside its text, of which the beginning is enough
 * @param bounds the running text that it stands in: nothing outside is looked at
 */
export function isReferenceMark(
  text: string,
  whole: Span,
  inside: string,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (inside.length > LONGEST || (whole.end < to && isLetter(text.charCodeAt(whole.end)))) return false;
  if (LETTERS.test(inside)) {
    const form = text.slice(Math.max(from, whole.start - LONGEST_FORM), whole.start);
    return FORM.test(form) || WORD.test(form);
  }
  if (!NUMBERS.test(inside)) return false;
  if (whole.start > from && isDigit(text.charCodeAt(whole.start - 1))) return true;
  const before = text.slice(Math.max(from, whole.start - 4), whole.start);
  return !(/(?:^|[\s/·(;])[A-Za-zµμ]{1,2}$/.test(before) && /^[23]$/.test(inside));
}
