/** What readers ask of single UTF-16 units and of lines, whatever the format. */
import { CR, LF, SPACE, TAB } from '../signs.ts';

/** An ASCII letter. */
export function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** An ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

/** A space or tab. */
export function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** A line feed or carriage return. */
export function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

/** A space, tab or line end. What `charCodeAt` gives outside a text (NaN) is white, too. */
export function isWhite(unit: number): boolean {
  return isBlankUnit(unit) || isLineEnd(unit) || Number.isNaN(unit);
}

/** The offset behind the line end of the line that `at` stands in. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Whether nothing but white space stands from `at` to `end`. */
export function isBlankLine(text: string, at: number, end: number): boolean {
  return skipWhite(text, at, end) === end;
}

/**
 * The blank lines that begin at `at`, the start of a line: where they end (`at` where there is none), and how far the text
 * had to be looked at to know.
 */
export function blankLines(text: string, at: number): { readonly end: number; readonly looked: number } {
  let end = at;
  let looked = endOfLine(text, at);
  while (end < text.length && isBlankLine(text, end, looked)) {
    end = looked;
    if (end < text.length) looked = endOfLine(text, end);
  }
  return { end, looked };
}

/** The first offset from `at` on that is neither space nor tab, at most `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlankUnit(text.charCodeAt(next))) next++;
  return next;
}

/** The first offset from `at` on that is no white space, at most `end`. */
export function skipWhite(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isWhite(text.charCodeAt(next))) next++;
  return next;
}

/** The offset of `needle` within `from`…`end`, else -1. Looks no further than `end`. */
export function indexWithin(text: string, needle: string, from: number, end: number): number {
  const first = needle.charCodeAt(0);
  const last = end - needle.length;
  for (let at = from; at <= last; at++) {
    if (text.charCodeAt(at) === first && (needle.length === 1 || text.startsWith(needle, at))) return at;
  }
  return -1;
}

/** ASCII units to look for: 1 at each. */
export type AsciiSet = Readonly<Uint8Array>;

export function asciiSet(characters: string): AsciiSet {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

/** The offset of the first unit of `set` within `from`…`to`, else `to`, or `from` where that is behind it. */
export function nextOf(set: AsciiSet, text: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && set[unit] === 1) break;
  }
  return at;
}
