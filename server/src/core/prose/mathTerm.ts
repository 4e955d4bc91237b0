import { greekLetters } from './greek.ts';
import { isLetter } from './scan.ts';

/** What one character of a term is: a letter that a command prints, or a visible unit of the source. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly letter?: string;
}

/** A term read from math: its units and what is needed to judge it. */
export interface Term {
  readonly units: readonly Unit[];
  /** What stands on the line, and what in superscripts and subscripts. */
  readonly base: string;
  readonly scripts: string;
  readonly superscripts: string;
  readonly greekUnits: number;
}

/** Reads the content of math, `text[from, to)`, as a term; undefined where it holds what no term can. Linear. */
export function readTerm(text: string, from: number, to: number): Term | undefined {
  return new TermReader(text, from, to).read();
}

/** Commands that set their argument upright or sans inside math: a word, not a variable. */
const mathWords: ReadonlySet<string> = new Set(
  'mathrm text textrm textsf textnormal textup mathsf mathit operatorname rm mbox textit'.split(' '),
);

const SPACING = /[,!;:/ ]/;
const CHARGE = /[-+/]/;
const GREEK = /[\u0370-\u03ff]/;
const PLAIN = /[A-Za-z0-9]/;

class TermReader {
  readonly #text: string;
  readonly #to: number;
  #at: number;
  readonly #units: Unit[] = [];
  #base = '';
  #scripts = '';
  #superscripts = '';
  #greekUnits = 0;
  #depth = 0;
  /** Braces at that depth and deeper are a script or a word set upright; 0: none is open. */
  #scriptDepth = 0;
  #wordDepth = 0;
  /** The sign of the script that is being read: `^`, `_` or none. */
  #script = '';
  /** A command that sets a word upright was read: its braces follow. */
  #nextIsWord = false;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#at = from;
    this.#to = to;
  }

  read(): Term | undefined {
    while (this.#at < this.#to) if (!this.#step(this.#text.charAt(this.#at))) return undefined;
    if (this.#units.length === 0) return undefined;
    return {
      units: this.#units,
      base: this.#base,
      scripts: this.#scripts,
      superscripts: this.#superscripts,
      greekUnits: this.#greekUnits,
    };
  }

  /** Reads what begins with `char`; false where no term can hold it. */
  #step(char: string): boolean {
    switch (char) {
      case '{':
        return this.#open();
      case '}':
        return this.#close();
      case '^':
      case '_':
        return this.#beginScript(char);
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        this.#at++;
        return true;
      case '\\':
        return this.#command();
      default:
        return this.#plain(char);
    }
  }

  #open(): boolean {
    this.#depth++;
    if (this.#script !== '' && this.#scriptDepth === 0) this.#scriptDepth = this.#depth;
    if (this.#nextIsWord && this.#wordDepth === 0) this.#wordDepth = this.#depth;
    this.#nextIsWord = false;
    this.#at++;
    return true;
  }

  #close(): boolean {
    if (this.#depth === this.#scriptDepth) {
      this.#scriptDepth = 0;
      this.#script = '';
    }
    if (this.#depth === this.#wordDepth) this.#wordDepth = 0;
    this.#at++;
    return --this.#depth >= 0;
  }

  #beginScript(sign: string): boolean {
    if (this.#script !== '' && this.#scriptDepth === 0) return false;
    if (this.#scriptDepth === 0) this.#script = sign;
    this.#at++;
    return true;
  }

  #command(): boolean {
    let end = this.#at + 1;
    while (end < this.#to && isLetter(this.#text.charCodeAt(end))) end++;
    const name = this.#text.slice(this.#at + 1, end);
    if (name === '') {
      if (!SPACING.test(this.#text.charAt(end))) return false;
      this.#at = end + 1;
      return true;
    }
    if (mathWords.has(name)) {
      this.#nextIsWord = true;
      this.#at = end;
      return true;
    }
    const letter =
      greekLetters.get(name) ?? (name.startsWith('up') ? greekLetters.get(name.slice(2)) : undefined);
    if (letter === undefined) return false;
    this.#greekUnits++;
    this.#print({ start: this.#at, end, letter }, letter);
    return true;
  }

  #plain(char: string): boolean {
    if (CHARGE.test(char)) {
      const isInside = this.#script !== '' || this.#wordDepth > 0;
      const isLast = char === '+' && this.#at === this.#to - 1 && this.#base !== '';
      if (!isInside && !isLast) return false;
    } else if (GREEK.test(char)) this.#greekUnits++;
    else if (!PLAIN.test(char)) return false;
    this.#print({ start: this.#at, end: this.#at + 1 }, char);
    return true;
  }

  #print(unit: Unit, printed: string): void {
    if (this.#script === '') this.#base += printed;
    else this.#scripts += printed;
    if (this.#script === '^') this.#superscripts += printed;
    this.#units.push(unit);
    this.#at = unit.end;
    if (this.#scriptDepth === 0) this.#script = '';
  }
}
