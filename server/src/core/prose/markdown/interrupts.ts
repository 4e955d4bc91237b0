import { indexWithin, isLineEnd, skipBlanks } from '../scan.ts';
import { divColons, fenceAt, headingAt, htmlAt, isThematicBreak } from './leaves.ts';
import { type Cursor, listMarkerAt } from './lines.ts';
import { isRawTexLine } from './rawTex.ts';
import type { Step } from './step.ts';

/** Whether the line at `at` begins with Quarto's `{{< include … >}}`: a file stands there, with blocks of its own. */
export function isInclusionLine(text: string, at: number, end: number): boolean {
  return /^\{\{<[ \t]{0,9}include\s/.test(text.slice(at, Math.min(end, at + 24)));
}

/** A block break (`+++`) or a target (`(sec:intro)=`) of MyST, alone on its line. */
export function isMystDivider(text: string, at: number, end: number): boolean {
  return /^(?:\+\+\+(?:\s|$)|\([\w:.-]{1,80}\)=\s*$)/.test(text.slice(at, Math.min(end, at + 90)));
}

/**
 * Whether the line at `place` begins a block that ends what is open. `inParagraph`: it would go on a
 * paragraph of the innermost container, which not every list marker may interrupt.
 */
export function interrupts(step: Step, place: Cursor, end: number, inParagraph: boolean): boolean {
  const { text } = step;
  const { at } = place;
  const unit = text.charCodeAt(at);
  if (unit === 0x3e) return true;
  if (isThematicBreak(text, at, end) || headingAt(text, at) || fenceAt(text, at, end)) return true;
  if (unit === 0x7b) return isInclusionLine(text, at, end);
  if (unit === 0x5c) return isRawTexLine(text, at, end);
  if ((unit === 0x2b || unit === 0x28) && isMystDivider(text, at, end)) return true;
  if (unit === 0x3a) return divColons(text, at) > 0;
  if (unit === 0x3c) return htmlAt(text, at, end)?.interrupts === true;
  const marker = listMarkerAt(text, place, end);
  if (marker) return marker.interrupts || !inParagraph;
  if (unit === 0x5b && text.charCodeAt(at + 1) === 0x5e) {
    const bracket = indexWithin(text, ']', at, end);
    const close = skipBlanks(text, bracket, end);
    return (
      bracket > at && close < end && text.charCodeAt(close + 1) === 0x3a && !isLineEnd(text.charCodeAt(close))
    );
  }
  return false;
}
