import type { Span } from '../../types.ts';
import { indexWithin, isAlphanumeric, isLetter } from '../scan.ts';

/** A tag of HTML or XML. Lenient: what a browser or an XML parser would refuse is read all the same. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly start: number;
  readonly end: number;
}

const LONGEST_NAME = 40;
/** How many `>` inside quoted values are passed before the first one is believed. */
const QUOTED = 4;

/** The tag at `at` (`<`); undefined where none stands there or it has no end before `end`. */
export function tagAt(text: string, at: number, end: number): Tag | undefined {
  const closing = text.charCodeAt(at + 1) === 0x2f;
  const nameStart = at + (closing ? 2 : 1);
  if (!isLetter(text.charCodeAt(nameStart))) return undefined;
  let next = nameStart;
  while (next < end && next - nameStart < LONGEST_NAME && isNameUnit(text.charCodeAt(next))) next++;
  const close = closeOfTag(text, next, end);
  if (close < 0) return undefined;
  return {
    name: text.slice(nameStart, next).toLowerCase(),
    closing,
    selfClosing: text.charCodeAt(close - 1) === 0x2f,
    start: at,
    end: close + 1,
  };
}

/** Where the value of a tag's attribute stands, which Word writes without quotes. */
export function attributeOf(text: string, tag: Tag, name: string): Span | undefined {
  const source = text.slice(tag.start, tag.end);
  const found = new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\\s"'<>=]+))`, 'i').exec(
    source,
  );
  if (found === null) return undefined;
  const value = found[1] ?? found[2] ?? found[3] ?? '';
  const quote = found[3] === undefined ? 1 : 0;
  const start = tag.start + found.index + found[0].length - quote - value.length;
  return { start, end: start + value.length };
}

function closeOfTag(text: string, from: number, end: number): number {
  let first = -1;
  let quote = 0;
  let passed = 0;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) quote = 0;
    else if (quote === 0 && (unit === 0x22 || unit === 0x27)) quote = unit;
    else if (unit === 0x3e) {
      if (quote === 0) return at;
      if (first < 0) first = at;
      if (++passed > QUOTED) return first;
    }
  }
  return first;
}

function isNameUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2d || unit === 0x3a || unit === 0x5f || unit === 0x2e;
}

/** The next end tag of that name (lower case) in `from`…`limit`. */
export function nextEndTag(text: string, name: string, from: number, limit: number): Span | undefined {
  for (let at = from; ; at++) {
    at = indexWithin(text, '</', at, limit);
    if (at < 0) return undefined;
    const nameEnd = at + 2 + name.length;
    if (text.slice(at + 2, nameEnd).toLowerCase() !== name) continue;
    if (isAlphanumeric(text.charCodeAt(nameEnd)) || text.charAt(nameEnd) === '-') continue;
    const close = indexWithin(text, '>', nameEnd, limit);
    return { start: at, end: close < 0 ? limit : close + 1 };
  }
}
