/**
 * A text together with the offsets at which its lines start: what positions are counted in.
 *
 * A line ends with `\n`, `\r\n` or `\r` (LSP 3.17, "Text Documents"). Offsets are UTF-16 units.
 */
import type { Span } from '../core/types.ts';
import { PiecedText } from './piecedText.ts';

/** Immutable. */
export interface LinedText {
  readonly text: PiecedText;
  readonly lineStarts: LineStarts;
  /** The same object after an edit that made no line more or less: what it didn't touch stands in the same lines. */
  readonly layout: object;
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * The offsets at which lines start: ascending from 0. A text that ends with a line end has an empty last line.
 * Typing within a line moves all starts behind it equally far, and costs no more than saying so.
 */
class LineStarts {
  readonly #starts: readonly number[];
  readonly #from: number;
  readonly #by: number;

  constructor(starts: readonly number[], from = 0, by = 0) {
    this.#starts = starts;
    this.#from = from;
    this.#by = by;
  }

  get length(): number {
    return this.#starts.length;
  }

  /** The start of a line; `undefined` behind the last. */
  at(line: number): number | undefined {
    const start = this.#starts[line];
    return start === undefined || line < this.#from ? start : start + this.#by;
  }

  /** The same, with the starts from a line on moved. */
  moved(from: number, by: number): LineStarts {
    if (this.#by === 0 || this.#from === from) return new LineStarts(this.#starts, from, this.#by + by);
    return new LineStarts(this.#spliced(from, from, [], 0), from, by);
  }

  /** The same, with those of the lines `from`…`to` replaced by others, and all behind them moved. */
  replaced(from: number, to: number, others: readonly number[], by: number): LineStarts {
    return new LineStarts(this.#spliced(from, to, others, by));
  }

  #spliced(from: number, to: number, others: readonly number[], by: number): readonly number[] {
    const starts: number[] = [];
    for (let line = 0; line < from; line++) starts.push(this.at(line)!);
    for (const start of others) starts.push(start);
    for (let line = to; line < this.length; line++) starts.push(this.at(line)! + by);
    return starts;
  }
}

/** Reads the lines of a whole text. */
export function lined(text: string): LinedText {
  const lineStarts = [0, ...lineStartsIn(text)];
  return { text: PiecedText.of(text), lineStarts: new LineStarts(lineStarts), layout: {} };
}

/** Replaces `span` of a text. Only the lines around it are read again; the rest of the line starts move. */
export function replaced(old: LinedText, span: Span, newText: string): LinedText {
  const text = old.text.replaced(span, newText);
  const shift = newText.length - (span.end - span.start);
  // One line earlier where the edit touches a line's start: its `\r` may meet a `\n` now, or lose it.
  const first = lineAt(old, Math.max(0, span.start - 1));
  const after = lineAt(old, span.end) + 1;
  const reread = old.lineStarts.at(after);
  const from = old.lineStarts.at(first)!;
  const between = lineStartsIn(text.slice(from, reread && reread + shift), from);
  // The line end before `reread` is untouched, so rereading has found that line's start itself, too.
  if (reread !== undefined) between.pop();
  const count = after - first - 1;
  const lineStarts =
    count === 0 && between.length === 0
      ? old.lineStarts.moved(after, shift)
      : old.lineStarts.replaced(first + 1, after, between, shift);
  return { text, lineStarts, layout: between.length === count ? old.layout : {} };
}

/** The number, from 0, of the line that holds an offset. */
export function lineAt({ lineStarts }: LinedText, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts.at(middle)! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset at which a line's text ends: before its line end. */
export function lineEnd({ text, lineStarts }: LinedText, line: number): number {
  const end = lineStarts.at(line + 1);
  if (end === undefined) return text.length;
  return text.slice(Math.max(lineStarts.at(line)!, end - 2), end) === '\r\n' ? end - 2 : end - 1;
}

/** The start of every line that begins behind a line end of `text`, which itself begins at `from`. */
function lineStartsIn(text: string, from = 0): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > carriageReturn) continue;
    const isLineEnd = unit === lineFeed || (unit === carriageReturn && !text.startsWith('\n', at + 1));
    if (isLineEnd) starts.push(from + at + 1);
  }
  return starts;
}
