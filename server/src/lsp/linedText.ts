/**
 * A text together with the offsets at which its lines start: what positions are counted in.
 *
 * A line ends with `\n`, `\r\n` or `\r` (LSP 3.17, "Text Documents"). Offsets are UTF-16 units.
 */
import type { Span } from '../core/types.ts';

/** Immutable. `lineStarts` begins with 0 and ascends; a text that ends with a line end has an empty last line. */
export interface LinedText {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The same object after an edit that made no line more or less: what it didn't touch stands in the same lines. */
  readonly layout: object;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Reads the lines of a whole text. */
export function lined(text: string): LinedText {
  const lineStarts = [0];
  collectLineStarts(text, 0, text.length, lineStarts);
  return { text, lineStarts, layout: {} };
}

/** Replaces `span` of a text. Only the lines around it are read again; the rest of the line starts move. */
export function replaced(old: LinedText, span: Span, newText: string): LinedText {
  const text = old.text.slice(0, span.start) + newText + old.text.slice(span.end);
  const shift = newText.length - (span.end - span.start);
  // One line earlier where the edit touches a line's start: its `\r` may meet a `\n` now, or lose it.
  const first = lineAt(old, Math.max(0, span.start - 1));
  const after = lineAt(old, span.end) + 1;
  const reread = old.lineStarts[after];
  const between: number[] = [];
  collectLineStarts(
    text,
    old.lineStarts[first]!,
    reread === undefined ? text.length : reread + shift,
    between,
  );
  // The line end before `reread` is untouched, so rereading has just found that line's start itself.
  const lineStarts = old.lineStarts.slice(0, first + 1).concat(between, old.lineStarts.slice(after + 1));
  for (let line = first + 1 + between.length; line < lineStarts.length; line++) lineStarts[line]! += shift;
  const layout = lineStarts.length === old.lineStarts.length ? old.layout : {};
  return { text, lineStarts, layout };
}

/** The number, from 0, of the line that holds an offset. */
export function lineAt({ lineStarts }: LinedText, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset at which a line's text ends: before its line end. */
export function lineEnd({ text, lineStarts }: LinedText, line: number): number {
  const start = lineStarts[line]!;
  let end = lineStarts[line + 1];
  if (end === undefined) return text.length;
  if (text.charCodeAt(end - 1) === lineFeed) end--;
  if (end > start && text.charCodeAt(end - 1) === carriageReturn) end--;
  return end;
}

/** Appends the start of every line that begins in `text` after `from` and not after `to`. */
function collectLineStarts(text: string, from: number, to: number, lineStarts: number[]): void {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit > carriageReturn) continue;
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) {
      lineStarts.push(at + 1);
    }
  }
}
