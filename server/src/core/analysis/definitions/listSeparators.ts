import { LF, TRANSPARENT } from '../../signs.ts';
import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isSpace, Kind, kindOf } from '../characters.ts';
import { visibleStart } from './window.ts';

/** The pieces of `text[start..end)` between characters `at`; a comma parts only before white space. */
export function splitAt(text: string, start: number, end: number, at: number): Span[] {
  const pieces: Span[] = [{ start, end: nextSplit(text, start, end, at) }];
  for (let last = pieces[0]!.end; last < end; ) {
    const from = last + 1;
    last = nextSplit(text, from, end, at);
    pieces.push({ start: from, end: last });
  }
  return pieces;
}

/** Where the piece that begins at `from` ends. */
function nextSplit(text: string, from: number, end: number, at: number): number {
  for (let i = from; i < end; i++) {
    if (text.charCodeAt(i) === at && (at !== 0x2c || isSpace(unitAt(text, i + 1)))) return i;
  }
  return end;
}

/** The first `=`, colon, spaced or long dash, or column gap in `text[start..end)`. */
export function separatorAt(text: string, start: number, end: number): Span | null {
  const from = visibleStart(text, start, end);
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3d || code === 0x2014) return { start: at, end: at + 1 };
    if (code === 0x3a && isSpace(unitAt(text, pastMarkup(text, at + 1)))) {
      return { start: at, end: at + 1 };
    }
    if (!isSpace(code) || code === LF) continue;
    const next = unitAt(text, at + 1);
    if (kindOf(next) === Kind.dash && isSpace(unitAt(text, at + 2))) return { start: at, end: at + 3 };
    if (isSpace(next) && next !== LF) return { start: at, end: at + 2 };
  }
  return null;
}

/** The end of the markup inside a word that begins at `at`, if any does. */
function pastMarkup(text: string, at: number): number {
  let end = at;
  while (unitAt(text, end) === TRANSPARENT) end += 1;
  return end;
}
