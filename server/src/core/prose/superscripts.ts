import type { Span } from '../types.ts';
import { isDigit, isLetter } from './scan.ts';

/**
 * Whether a superscript is a list of numbers that no word has a use for: references, or a power of ten, but no isotope
 * (`^51^Cr`) and no square (`m^2^`).
 * @param whole with its markup
 * @param inner its text
 * @param bounds the running text that it stands in: nothing outside is looked at
 */
export function isNumberedNote(
  text: string,
  whole: Span,
  inner: Span,
  bounds: { readonly from: number; readonly to: number },
): boolean {
  const inside = text.slice(inner.start, Math.min(inner.end, inner.start + 60));
  if (!/^\[?[1-9]\d{0,2}(?:\s*[,;–-]\s*[1-9]\d{0,2})*\]?$/.test(inside)) return false;
  if (whole.end < bounds.to && isLetter(text.charCodeAt(whole.end))) return false;
  if (whole.start > bounds.from && isDigit(text.charCodeAt(whole.start - 1))) return true;
  const before = text.slice(Math.max(bounds.from, whole.start - 4), whole.start);
  return !(/(?:^|[\s/·(])[A-Za-zµμ]{1,2}$/.test(before) && /^[23]$/.test(inside));
}
