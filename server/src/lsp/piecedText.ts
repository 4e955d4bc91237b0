/**
 * A text in pieces. An edit makes anew what it touches, and nobody joins the whole before somebody asks for it: a
 * keystroke in a long text costs what it costs in a short one, and the garbage of one piece.
 */
import type { Span, Text } from '../core/types.ts';

/** UTF-16 units of a piece, at most. */
const LONGEST = 4096;
/** What an edit leaves shorter than this is joined with what stands behind it. */
const SHORTEST = 1024;

/** Immutable. */
export class PiecedText implements Text {
  readonly length: number;
  readonly #pieces: readonly string[];
  /** Where each piece begins. */
  readonly #starts: readonly number[];
  #whole: string | undefined;

  private constructor(pieces: readonly string[], whole?: string) {
    const starts: number[] = [];
    let length = 0;
    for (const piece of pieces) {
      starts.push(length);
      length += piece.length;
    }
    this.length = length;
    this.#pieces = pieces;
    this.#starts = starts;
    this.#whole = whole;
  }

  static of(text: string): PiecedText {
    return new PiecedText(cut(text), text);
  }

  slice(start: number, end = this.length): string {
    if (end <= start) return '';
    const first = this.#pieceAt(start);
    const from = start - this.#starts[first]!;
    const piece = this.#pieces[first]!;
    if (end - start <= piece.length - from) return piece.slice(from, end - start + from);
    let text = piece.slice(from);
    for (let index = first + 1; index < this.#pieces.length && this.#starts[index]! < end; index++)
      text += this.#pieces[index]!.slice(0, end - this.#starts[index]!);
    return text;
  }

  /** All in one string, which is remembered. */
  toString(): string {
    this.#whole ??= this.#pieces.join('');
    return this.#whole;
  }

  /** The text with `newText` in place of a span. Linear in what is inserted, and in the number of pieces. */
  replaced({ start, end }: Span, newText: string): PiecedText {
    const first = this.#pieceAt(start);
    let last = this.#pieceAt(end);
    const before = this.#pieces[first]!.slice(0, start - this.#starts[first]!);
    let behind = this.#pieces[last]!.slice(end - this.#starts[last]!);
    if (before.length + newText.length + behind.length < SHORTEST) behind += this.#pieces[++last] ?? '';
    return new PiecedText([
      ...this.#pieces.slice(0, first),
      ...cut(before + newText + behind),
      ...this.#pieces.slice(last + 1),
    ]);
  }

  /** The piece that an offset stands in; the last one for the text's end. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A text in pieces of equal length; an empty one is one piece. */
function cut(text: string): readonly string[] {
  if (text.length <= LONGEST) return [text];
  const count = Math.ceil(text.length / LONGEST);
  const length = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
}
