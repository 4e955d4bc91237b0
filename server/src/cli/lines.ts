/** Lines and columns of a text, for people and for JSON. */

/** Both count from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines by offset. `\n`, `\r\n` and a lone `\r` end a line. The text is read when first asked. */
export class Lines {
  readonly #text: string;
  #found: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The place of an offset between 0 and the text's length. */
  at(offset: number): Position {
    const line = this.#lineOf(offset);
    return { line, column: offset - this.#starts[line - 1]! + 1 };
  }

  /** The span of the line (from 1), without its line break. */
  span(line: number): { readonly start: number; readonly end: number } {
    const start = this.#starts[line - 1]!;
    let end = this.#starts[line] ?? this.#text.length;
    while (end > start && /[\r\n]/.test(this.#text[end - 1]!)) end -= 1;
    return { start, end };
  }

  get #starts(): readonly number[] {
    this.#found ??= lineStarts(this.#text);
    return this.#found;
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}
