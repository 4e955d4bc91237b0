/** Rounds of edits of one text, joined into edits of the text as it was. */
import type { Span, TextEdit } from '../types.ts';

/** A stretch of the first text that is still there, or text that was put in. */
type Piece = Span | string;

/** A text on its way through rounds of edits: what is left of the first text, and what was put in, in order. */
export class ComposedEdits {
  readonly #text: string;
  #pieces: readonly Piece[];

  /** @param text as it was before the first round */
  constructor(text: string) {
    this.#text = text;
    this.#pieces = [{ start: 0, end: text.length }];
  }

  /** Applies a round: edits of the text as it stands, none over another. Linear in pieces and edits. */
  apply(edits: readonly TextEdit[]): void {
    const old = new Cursor(this.#pieces);
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end, newText } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      pieces.push(...old.take(start - at), newText);
      old.take(end - start);
      at = end;
    }
    this.#pieces = [...pieces, ...old.take(Infinity)];
  }

  /** All rounds as edits of the first text, in order, each of whole words: what somebody is to review. */
  edits(uri: string): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    const add = (start: number, end: number, newText: string): void => {
      const edit = this.#wholeWords({ uri, start, end, newText });
      const last = edits.at(-1);
      if (edit === undefined) return;
      if (last === undefined || last.end < edit.start) edits.push(edit);
      else
        edits[edits.length - 1] = this.#joined(last, { uri, start, end, newText }, Math.max(end, edit.end));
    };
    let at = 0;
    let put = '';
    for (const piece of [...this.#pieces, { start: this.#text.length, end: this.#text.length }]) {
      if (typeof piece === 'string') {
        put += piece;
        continue;
      }
      if (put !== '' || piece.start > at) add(at, piece.start, put);
      put = '';
      at = piece.end;
    }
    return edits;
  }

  /** An edit without what it leaves as it is at its ends, but never of half a word; undefined where it changes nothing. */
  #wholeWords({ uri, start, end, newText }: TextEdit): TextEdit | undefined {
    const text = this.#text;
    const old = text.slice(start, end);
    if (old === newText) return undefined;
    const most = Math.min(old.length, newText.length);
    let front = 0;
    while (front < most && old[front] === newText[front]) front++;
    let back = 0;
    while (back < most - front && old.at(-1 - back) === newText.at(-1 - back)) back++;
    let put = newText.slice(front, newText.length - back);
    let from = start + front;
    let to = end - back;
    while (isInWord(text[from - 1]) && (isInWord(text[from]) || isInWord(put[0]))) put = text[--from] + put;
    while (isInWord(text[to]) && (isInWord(text[to - 1]) || isInWord(put.at(-1)))) put += text[to++];
    return { uri, start: from, end: to, newText: put };
  }

  /** Two edits that meet in one word, as one. */
  #joined(before: TextEdit, { uri, start, end, newText }: TextEdit, to: number): TextEdit {
    const text = this.#text;
    const between =
      start >= before.end
        ? before.newText + text.slice(before.end, start)
        : before.newText.slice(0, start - before.end);
    return { uri, start: before.start, end: to, newText: between + newText + text.slice(end, to) };
  }
}

/** Letters, digits, and halves of surrogate pairs. */
function isInWord(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(unit);
}

/** Takes pieces off the front, by their length in UTF-16 units. */
class Cursor {
  readonly #pieces: readonly Piece[];
  #index = 0;
  #offset = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  take(length: number): readonly Piece[] {
    const taken: Piece[] = [];
    let left = length;
    for (
      let piece = this.#pieces[this.#index];
      piece !== undefined && left > 0;
      piece = this.#pieces[this.#index]
    ) {
      const whole = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const count = Math.min(left, whole - this.#offset);
      if (count > 0) taken.push(part(piece, this.#offset, this.#offset + count));
      left -= count;
      this.#offset += count;
      if (this.#offset < whole) break;
      this.#index++;
      this.#offset = 0;
    }
    return taken;
  }
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string'
    ? piece.slice(from, to)
    : { start: piece.start + from, end: piece.start + to };
}
