/** Entries of a baseline that no finding is any more, told where they stand in its file. */
import type { Span } from '../types.ts';
import type { AcceptedFinding } from './baseline.ts';

/** A place in a baseline's text, with what is to say of it. */
export interface StaleEntry extends Span {
  readonly message: string;
}

/**
 * The lines of a baseline's text in which these entries stand, at most `most`, then one that counts the others. An entry
 * that isn't written as we write it is told at the text's start. Linear in the text.
 */
export function staleEntries(
  text: string,
  idle: readonly AcceptedFinding[],
  most: number,
): readonly StaleEntry[] {
  if (idle.length === 0) return [];
  const places = linesOf(text);
  const found = idle.map(entry => places.get(nameOf(entry.path, lineOf(entry))) ?? { start: 0, end: 0 });
  const told = found
    .toSorted((a, b) => a.start - b.start)
    .slice(0, most)
    .map((place, index) => ({ ...place, message: messageOf(idle.length - most, index === most - 1) }));
  return told;
}

function messageOf(others: number, isLast: boolean): string {
  const more = isLast && others > 0 ? ` So are ${others} more.` : '';
  return `This accepted finding is found no more.${more} Accept the current findings anew to drop it.`;
}

/** An entry as `baselineText` writes it. */
function lineOf({ rule, identity, before, after }: AcceptedFinding): string {
  return JSON.stringify({ rule, identity, before, after });
}

const nameOf = (path: string, line: string): string => `${path}\n${line}`;

/** Where each entry stands, by its file and what is written. */
function linesOf(text: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  let path = '';
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).trim();
    if (line.startsWith('"') && line.endsWith(': [')) path = unquoted(line.slice(0, -': ['.length));
    else if (line.startsWith('{')) {
      const written = line.endsWith(',') ? line.slice(0, -1) : line;
      const from = start + text.slice(start, end).indexOf('{');
      places.set(nameOf(path, written), { start: from, end: from + written.length });
    }
    start = end + 1;
  }
  return places;
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return '';
  }
}
