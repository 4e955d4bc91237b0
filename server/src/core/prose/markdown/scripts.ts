import { BACKSLASH, CARET } from '../../signs.ts';
import { isDigit, isLetter, isWhite } from '../scan.ts';
import type { InlineText } from './inlineText.ts';

/** `H~2~O`, `CD8^+^` (Pandoc): no white space inside. Superscript reference numbers are a citation. */
export function readScript(inline: InlineText, at: number): number {
  const { text, to } = inline;
  const unit = text.charCodeAt(at);
  let close = at + 1;
  for (; close < to; close++) {
    const inner = text.charCodeAt(close);
    if (inner === unit) break;
    if (inner === BACKSLASH && close + 1 < to) close++;
    else if (isWhite(inner)) return at;
  }
  if (close >= to || close === at + 1) return at;
  if (unit === CARET && isNumberedNote(inline, at, at + 1, close, close + 1))
    return inline.cite(at, close + 1);
  inline.mask.transparent(at, at + 1);
  inline.mask.transparent(close, close + 1);
  inline.addCloser(close);
  return at + 1;
}

/**
 * Whether the superscript text `start`…`end` (its markup: `open`…`behind`) is a list of numbers that no word
 * has a use for: references, or a power of ten, but no isotope (`^51^Cr`) and no square (`m^2^`).
 */
export function isNumberedNote(
  inline: InlineText,
  open: number,
  start: number,
  end: number,
  behind: number,
): boolean {
  const { text, from } = inline;
  const inside = text.slice(start, Math.min(end, start + 60));
  if (!/^\[?[1-9]\d{0,2}(?:\s*[,;–-]\s*[1-9]\d{0,2})*\]?$/.test(inside)) return false;
  if (isLetter(inline.unit(behind))) return false;
  if (isDigit(inline.unit(open - 1))) return true;
  const isUnit = /(?:^|[\s/·(])[A-Za-zµμ]{1,2}$/.test(text.slice(Math.max(from, open - 4), open));
  return !(isUnit && /^[23]$/.test(inside));
}
