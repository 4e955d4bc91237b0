import { endOfLine, isBlankLine, skipBlanks } from '../scan.ts';
import type { Elements } from './elements.ts';

/** What is read as a whole, so that a table's rows and a definition's two halves stay together. */
const WHOLES = [
  ['<table', '</table'],
  ['<def-item', '</def-item'],
  ['<dt', '</dd'],
] as const;
const LONGEST_NAME = 40;

/**
 * The end of the stretch of markup that is read in one step from `at` on: before a blank line, or before a line
 * that begins with the tag of a block. `looked`: one past what this depends on.
 */
export function endOfStretch(
  text: string,
  at: number,
  elements: Elements,
): { readonly end: number; readonly looked: number } {
  let end = endOfLine(text, at);
  let inWhole = isInWhole(text.slice(at, end), false);
  while (end < text.length) {
    const next = endOfLine(text, end);
    if (isBlankLine(text, end, next) || (!inWhole && beginsWithBlock(text, end, next, elements))) {
      return { end, looked: next };
    }
    inWhole = isInWhole(text.slice(end, next), inWhole);
    end = next;
  }
  return { end, looked: end };
}

/** Behind the rest of the line at `at`, its end included, if nothing is on it; else `at`. */
export function behindLine(text: string, at: number, limit: number): number {
  const rest = skipBlanks(text, at, limit);
  const width = text.startsWith('\r\n', rest) ? 2 : text.charCodeAt(rest) === 0x0a ? 1 : 0;
  return width > 0 && rest + width <= limit ? rest + width : at;
}

function isInWhole(line: string, before: boolean): boolean {
  if (!line.includes('<')) return before;
  let inside = before;
  let last = -1;
  for (const [open, close] of WHOLES) {
    const opened = line.lastIndexOf(open);
    const closed = line.lastIndexOf(close);
    if (Math.max(opened, closed) <= last) continue;
    last = Math.max(opened, closed);
    inside = opened > closed;
  }
  return inside;
}

function beginsWithBlock(text: string, at: number, end: number, elements: Elements): boolean {
  const start = skipBlanks(text, at, end);
  if (text.charCodeAt(start) !== 0x3c) return false;
  const name = /^<\/?([A-Za-z][\w:.-]*)/.exec(text.slice(start, Math.min(end, start + LONGEST_NAME)))?.[1];
  return name !== undefined && elements.get(name.toLowerCase())?.block === true;
}
