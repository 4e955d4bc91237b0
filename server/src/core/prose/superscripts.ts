import type { Span } from '../types.ts';
import { isDigit, isLetter } from './scan.ts';

/** Longer lists are text. */
const LONGEST = 60;

/**
 * Whether a superscript is a list of numbers that no word has a use for: references, or a power of ten, but no isotope
 * (`^51^Cr`) and no square (`m^2^`).
 * @param whole with its markup
 * @param inside its text, of which the beginning is enough
 * @param bounds the running text that it stands in: nothing outside is looked at
 */
export function isNumberedNote(
  text: string,
  whole: Span,
  inside: string,
  bounds: { readonly from: number; readonly to: number },
): boolean {
  if (inside.length > LONGEST || !/^\[?[1-9]\d{0,2}(?:\s*[,;–-]\s*[1-9]\d{0,2})*\]?$/.test(inside))
    return false;
  if (whole.end < bounds.to && isLetter(text.charCodeAt(whole.end))) return false;
  if (whole.start > bounds.from && isDigit(text.charCodeAt(whole.start - 1))) return true;
  const before = text.slice(Math.max(bounds.from, whole.start - 4), whole.start);
  return !(/(?:^|[\s/·(])[A-Za-zµμ]{1,2}$/.test(before) && /^[23]$/.test(inside));
}
