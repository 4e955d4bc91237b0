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
  const entries: GlossaryEntry[] = [];
  const frames: Frame[] = [];
  let name: Span | undefined;
  /** A value of the innermost frame. */
  const give = (value: Span): void => {
    const frame = frames.at(-1);
    if (name === undefined) frame?.items.push(value);
    else frame?.fields.set(text.slice(name.start, name.end), { name, value });
    name = undefined;
  };
  for (let next = opening; next < end; next++) {
    const unit = text.charAt(next);
    if (unit === '"' || unit === '[') {
      const close = unit === '"' ? endOfString(text, next, end) : endOfContent(text, next, end);
      const value = { start: next + 1, end: close };
      next = close;
      if (/^\s{0,9}:/.test(text.slice(next + 1, next + 12))) name = value;
      else give(value);
    } else if (unit === '(' || unit === '{') {
      const isCall = /[\w-]/.test(text.charAt(next - 1));
      frames.push({ start: name?.start ?? next, end: next, name, isCall, fields: new Map(), items: [] });
      name = undefined;
    } else if (unit === ')' || unit === '}') {
      const frame = frames.pop();
      if (frame === undefined) break;
      entries.push(...entriesIn(text, { ...frame, end: next + 1 }, isGlossary));
      name = undefined;
    } else if (unit === ',') name = undefined;
    else if (unit === '/' && text.charAt(next + 1) === '/') next = endOfLine(text, next) - 1;
    else if (/[A-Za-z]/.test(unit)) {
      const word = next;
      while (next + 1 < end && /[\w-]/.test(text.charAt(next + 1))) next++;
      if (/^\s{0,9}:/.test(text.slice(next + 1, next + 12))) name = { start: word, end: next + 1 };
    }
  }
  const apart: GlossaryEntry[] = [];
  for (const each of entries.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start >= (apart.at(-1)?.end ?? at)) apart.push(each);
  }
  return apart;
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
