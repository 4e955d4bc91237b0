/**
 * What Typst's glossary packages are told: glossarium (`(key: "crs", short: "CRS", long: "…")`), glossy
 * (`crs: (short: "CRS", long: "…")`, `crs: "…"`), acrostiche (`"CRS": ("…", "…s")`), abbr (`("CRS", "…")`); by their
 * manuals (typst.app/universe).
 */
import type { Declaration, Span } from '../../types.ts';
import { endOfLine } from '../scan.ts';
import type { GlossaryEntry } from './lightMarkup.ts';

/** The beginning of code that hands terms to such a package. */
const GIVES_TERMS = /gloss|acron|acros|abbr|entr(?:y|ies)|terms/i;

/** A bracket of code that is open, and what it holds so far. */
interface Frame extends Span {
  /** What names it: `crs` of `crs: (…)`. */
  readonly name: Span | undefined;
  readonly isCall: boolean;
  readonly fields: Map<string, { readonly name: Span; readonly value: Span }>;
  readonly items: Span[];
}

/**
 * The entries in a stretch of code, in order, outermost first. `opening`: where its first bracket stands. Linear.
 */
export function glossaryEntries(text: string, at: number, opening: number, end: number): GlossaryEntry[] {
  const isGlossary = GIVES_TERMS.test(text.slice(at, opening));
  if (!isGlossary && !/\bshort\s?:/.test(text.slice(opening, end))) return [];
  const entries = new EntryReader(text, end, isGlossary).read(opening);
  const apart: GlossaryEntry[] = [];
  for (const each of entries.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start >= (apart.at(-1)?.end ?? at)) apart.push(each);
  }
  return apart;
}

/** Reads code bracket by bracket; each gives the entries that it holds when it closes. */
class EntryReader {
  readonly #text: string;
  readonly #end: number;
  readonly #isGlossary: boolean;
  readonly #entries: GlossaryEntry[] = [];
  readonly #frames: Frame[] = [];
  /** What the next value is called. */
  #name: Span | undefined;

  constructor(text: string, end: number, isGlossary: boolean) {
    this.#text = text;
    this.#end = end;
    this.#isGlossary = isGlossary;
  }

  /** The entries from a bracket on, in the order in which they end. */
  read(opening: number): GlossaryEntry[] {
    for (let next = opening; next < this.#end; ) {
      const unit = this.#text.charAt(next);
      if (unit === ')' || unit === '}') {
        if (!this.#close(next + 1)) break;
        next++;
      } else next = this.#readAt(next, unit);
    }
    return this.#entries;
  }

  /** Reads what begins at an offset with this unit, and is no closing bracket; where it ends. */
  #readAt(at: number, unit: string): number {
    if (unit === '"') return this.#readValue(at, endOfString(this.#text, at, this.#end));
    if (unit === '[') return this.#readValue(at, endOfContent(this.#text, at, this.#end));
    if (unit === '(' || unit === '{') this.#open(at);
    else if (unit === ',') this.#name = undefined;
    else if (unit === '/' && this.#text.charAt(at + 1) === '/') return endOfLine(this.#text, at);
    else if (/[A-Za-z]/.test(unit)) return this.#readWord(at);
    return at + 1;
  }

  #open(at: number): void {
    const name = this.#name;
    const isCall = /[\w-]/.test(this.#text.charAt(at - 1));
    this.#frames.push({ start: name?.start ?? at, end: at, name, isCall, fields: new Map(), items: [] });
    this.#name = undefined;
  }

  /** Closes the innermost bracket; false where none is open. */
  #close(end: number): boolean {
    const frame = this.#frames.pop();
    if (frame === undefined) return false;
    this.#entries.push(...entriesIn(this.#text, { ...frame, end }, this.#isGlossary));
    this.#name = undefined;
    return true;
  }

  /** A string or content, up to what closes it: a key, or a value of the innermost bracket. */
  #readValue(at: number, close: number): number {
    const value = { start: at + 1, end: close };
    if (this.#isKey(close + 1)) this.#name = value;
    else this.#give(value);
    return close + 1;
  }

  #give(value: Span): void {
    const frame = this.#frames.at(-1);
    const name = this.#name;
    if (name === undefined) frame?.items.push(value);
    else frame?.fields.set(this.#text.slice(name.start, name.end), { name, value });
    this.#name = undefined;
  }

  #readWord(start: number): number {
    let end = start + 1;
    while (end < this.#end && /[\w-]/.test(this.#text.charAt(end))) end++;
    if (this.#isKey(end)) this.#name = { start, end };
    return end;
  }

  /** Whether what ends here names a value. */
  #isKey(end: number): boolean {
    return /^\s{0,9}:/.test(this.#text.slice(end, end + 11));
  }
}

function entriesIn(text: string, frame: Frame, isGlossary: boolean): GlossaryEntry[] {
  const { start, end, fields, items } = frame;
  const short = fields.get('short')?.value;
  const long = fields.get('long')?.value;
  const named = fields.get('key')?.value ?? (short === undefined ? undefined : frame.name);
  const key = named ?? short;
  if (key !== undefined && long !== undefined) return [entry(text, { start, end }, key, short ?? key, long)];
  if (named !== undefined) {
    return [{ start, end, term: text.slice(named.start, named.end) }];
  }
  if (!isGlossary) return [];
  const [first, second] = items;
  if (fields.size === 0 && first !== undefined) {
    const long = frame.name === undefined ? second : first;
    const name = frame.name ?? first;
    return long !== undefined && isShort(text, name) ? [entry(text, { start, end }, name, name, long)] : [];
  }
  return frame.isCall
    ? []
    : Array.from(fields.values())
        .filter(({ name }) => isShort(text, name))
        .map(({ name, value }) => entry(text, { start: name.start, end: value.end }, name, name, value));
}

/** Whether a name may be a short form itself, and no setting of a package. */
function isShort(text: string, { start, end }: Span): boolean {
  return /[A-Z0-9]/.test(text.slice(start, end));
}

function entry(text: string, { start, end }: Span, key: Span, short: Span, long: Span): GlossaryEntry {
  const from = ({ start: at, end: to }: Span): Span => ({ start: at - start, end: to - start });
  const declaration: Declaration = {
    form: 'macro',
    key: text.slice(key.start, key.end),
    short: from(short),
    long: from(long),
  };
  const isWritten = short.end > short.start && long.end > long.start;
  return isWritten ? { start, end, declaration } : { start, end };
}

/** The offset of the quote that closes a string, else the end. */
function endOfString(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (text.charAt(at) === '"') return at;
    if (text.charAt(at) === '\\') at++;
  }
  return end;
}

/** The offset of the bracket that closes content, else the end. */
function endOfContent(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const unit = text.charAt(at);
    if (unit === '\\') at++;
    else if (unit === '[') depth++;
    else if (unit === ']' && --depth === 0) return at;
  }
  return end;
}
