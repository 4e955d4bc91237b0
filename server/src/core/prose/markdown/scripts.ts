import { BACKSLASH, CARET } from '../../signs.ts';
import { isWhite } from '../scan.ts';
import { isReferenceMark } from '../superscripts.ts';
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
  if (
    unit === CARET &&
    isReferenceMark(text, { start: at, end: close + 1 }, text.slice(at + 1, close), inline)
  )
    return inline.cite(at, close + 1);
  inline.mask.transparent(at, at + 1);
  inline.mask.transparent(close, close + 1);
  inline.addCloser(close);
  return at + 1;
}
