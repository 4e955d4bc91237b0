/**
 * YAML as people write glossaries: maps and lists of one line a value, without anchors, tags or folded text. A parser that
 * knows all of YAML takes forty times as long, and is asked about every other file.
 */

/** Levels of a glossary file: `entries:`, its list, a row, a row's list. */
const MOST_LEVELS = 4;
/** No key is longer (YAML 1.2.2, 7.4.2: 1,024 characters). */
const MOST_KEY = 1000;

/** A line that says something: how far it is indented, and what it says. */
interface Line {
  readonly indent: number;
  readonly said: string;
}

/** What a text holds as plain data, as a YAML parser would have it; `undefined` where it isn't of this kind, or broken. */
export function plainYaml(text: string): unknown {
  const lines = linesOf(text);
  const first = lines[0];
  if (first === undefined) return undefined;
  const reader = new Reader(lines);
  const value = reader.block(first.indent, 0);
  return reader.isDone ? value : undefined;
}

/** All lines but empty ones and comments. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    let from = start;
    while (from < next && text.charCodeAt(from) === 0x20) from += 1;
    const hasReturn = next > from && newline >= 0 && text.charCodeAt(next - 1) === 0x0d;
    const said = trimmed(text, from, hasReturn ? next - 1 : next);
    if (said !== '' && said[0] !== '#') lines.push({ indent: from - start, said });
    start = next + 1;
  }
  return lines;
}

/** A stretch of text without the spaces around it; all other white space is the text's own. */
function trimmed(text: string, from = 0, to = text.length): string {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) === 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(start, end);
}

/** Reads lines in their order; what can't be read is `undefined`, and so is all that it is a part of. */
class Reader {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  get isDone(): boolean {
    return this.#at === this.#lines.length;
  }

  /** The map or list whose lines are indented so far. */
  block(indent: number, level: number): unknown {
    if (level > MOST_LEVELS) return undefined;
    return this.#lines[this.#at]?.said.startsWith('- ')
      ? this.#list(indent, level)
      : this.#map(indent, level);
  }

  #list(indent: number, level: number): unknown {
    const items: unknown[] = [];
    for (let said = this.#saidAt(indent); said?.startsWith('- '); said = this.#saidAt(indent)) {
      const item = /^- +/.exec(said)![0].length;
      const value = this.#map(indent + item, level + 1, said.slice(item));
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }

  /** `first`: its first line without what is before it there. */
  #map(indent: number, level: number, first?: string): unknown {
    const pairs = new Map<string, unknown>();
    for (let said = first ?? this.#saidAt(indent); said !== undefined; said = this.#saidAt(indent)) {
      if (said.startsWith('- ')) break;
      this.#at += 1;
      const colon = said.endsWith(':') ? said.length - 1 : colonIn(said);
      const key = keyOf(said.slice(0, colon));
      const rest = trimmed(said, colon + 1);
      const value = rest === '' ? this.#below(indent, level) : valueIn(rest);
      if (colon < 0 || key === undefined || value === undefined || pairs.has(key)) return undefined;
      pairs.set(key, value);
    }
    return pairs.size === 0 ? undefined : Object.fromEntries(pairs);
  }

  /** What stands below a key: further in, or a list right below it. */
  #below(indent: number, level: number): unknown {
    const next = this.#lines[this.#at];
    if (next === undefined) return undefined;
    const isBelow = next.indent > indent || (next.indent === indent && next.said.startsWith('- '));
    return isBelow ? this.block(next.indent, level + 1) : undefined;
  }

  /** What the next line says, if it is indented so far. */
  #saidAt(indent: number): string | undefined {
    const line = this.#lines[this.#at];
    return line?.indent === indent ? line.said : undefined;
  }
}

/** Where the key of a pair ends. A quoted one may hold colons itself. */
function colonIn(said: string): number {
  const quote = said[0] === '"' || said[0] === "'" ? said.indexOf(said[0], 1) : 0;
  return quote < 0 ? -1 : said.indexOf(': ', quote);
}

function keyOf(written: string): string | undefined {
  const key = scalarOf(written);
  // Objects put keys that are whole numbers before all others.
  return key === undefined || key.length > MOST_KEY || /^\d+$/.test(key) ? undefined : key;
}

function valueIn(written: string): string | readonly string[] | undefined {
  return written.startsWith('[') ? listOf(written) : scalarOf(written);
}

/** `[CARs, "cAR"]`: scalars without a comma or bracket in them. */
function listOf(written: string): readonly string[] | undefined {
  if (!written.endsWith(']')) return undefined;
  const items: string[] = [];
  for (const part of written.slice(1, -1).split(',')) {
    const item = /[[\]{}]/.test(part) ? undefined : scalarOf(trimmed(part));
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** Begins with a letter or digit; colons, number signs and signs that nobody sees are left to those who know all of YAML. */
const PLAIN = /^[\p{L}\p{N}][^:#\p{C}\u2028\u2029]*$/u;
const QUOTED = /^"[^"\\\p{C}\u2028\u2029]*"$|^'[^'\p{C}\u2028\u2029]*'$/u;
/** What YAML takes for something else than text (YAML 1.2.2, 10.3.2). */
const NO_TEXT = /^(?:null|true|false|0o[0-7]+|0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?)$/i;

function scalarOf(written: string): string | undefined {
  if (QUOTED.test(written)) return written.slice(1, -1);
  return PLAIN.test(written) && !NO_TEXT.test(written) && !written.endsWith(' ') ? written : undefined;
}
