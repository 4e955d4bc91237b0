/**
 * A text that counts how many of its units are looked at, to show that reading is linear without a clock.
 * It has the methods of `string` that readers use; each costs what an engine needs for it.
 */
export class CountedText {
  looks = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  charCodeAt(at: number): number {
    this.looks++;
    return this.#text.charCodeAt(at);
  }

  charAt(at: number): string {
    this.looks++;
    return this.#text.charAt(at);
  }

  codePointAt(at: number): number | undefined {
    this.looks++;
    return this.#text.codePointAt(at);
  }

  startsWith(needle: string, at = 0): boolean {
    this.looks += needle.length;
    return this.#text.startsWith(needle, at);
  }

  endsWith(needle: string, end = this.#text.length): boolean {
    this.looks += needle.length;
    return this.#text.endsWith(needle, end);
  }

  includes(needle: string, from = 0): boolean {
    return this.indexOf(needle, from) >= 0;
  }

  indexOf(needle: string, from = 0): number {
    const found = this.#text.indexOf(needle, from);
    this.looks += (found < 0 ? this.#text.length : found + needle.length) - from;
    return found;
  }

  lastIndexOf(needle: string, from = this.#text.length): number {
    const found = this.#text.lastIndexOf(needle, from);
    this.looks += from - Math.max(found, 0);
    return found;
  }

  /** A pass over the text: no expression that ships backtracks super-linearly. */
  matchAll(pattern: RegExp): IterableIterator<RegExpExecArray> {
    this.looks += this.#text.length;
    return this.#text.matchAll(pattern);
  }

  slice(start = 0, end = this.#text.length): string {
    const piece = this.#text.slice(start, end);
    this.looks += piece.length;
    return piece;
  }

  /** The text as a reader takes it. A method that is missing here throws, so nothing goes uncounted. */
  asString(): string {
    return this as unknown as string;
  }
}
