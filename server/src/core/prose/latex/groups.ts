import type { Mark, Span } from '../../types.ts';
import { readArguments } from './arguments.ts';
import { coverMarkup, cutAfter, type Group, type Scan, trimmed, type Use } from './scan.ts';

/** Prose that isn't a part of the sentence around it. */
export const fenced: ReadonlySet<string> = new Set(['note', 'short', 'long']);

const MARKS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'link'] satisfies Mark['kind'][]);

/** Opens the group at the delimiter here. */
export function openGroup(scan: Scan, as: string, close: Group['close'], use?: Use): void {
  scan.mask.markup(scan.at, scan.at + 1);
  scan.at++;
  scan.groups.push({ close, as, start: scan.at, ...(use && { use }) });
}

/** Closes the innermost group of braces at `}`; one that opens none is left alone. */
export function closeBrace(scan: Scan): void {
  const bottom = scan.frames.groups;
  // A bracket that was never closed ends with the group around it.
  while (scan.groups.length > bottom && scan.groups.at(-1)!.close === 0x5d) scan.groups.pop();
  if (scan.groups.length > bottom) {
    closeGroup(scan);
    return;
  }
  coverMarkup(scan, scan.at + 1);
  if (scan.nested || !scan.frames.closeArgument()) return;
  scan.groups.length = bottom;
  cutAfter(scan);
}

/** Closes the innermost group, and does with its span what it was opened for. */
export function closeGroup(scan: Scan): void {
  const { as, start, use } = scan.groups.pop()!;
  const at = scan.at;
  if (MARKS.has(as)) scan.blocks.mark(as as Mark['kind'], start, at);
  if (fenced.has(as)) scan.mask.opaque(at, at + 1);
  else if (as === 'label' && !endsInColon(scan.text, start, at)) scan.mask.letter(at, at + 1, ':');
  else scan.mask.markup(at, at + 1);
  scan.at++;
  if (use === undefined) return;
  if (as === 'short') use.short = trimmed(scan.text, start, at);
  if (as === 'long') declare(scan, use, use.short, trimmed(scan.text, start, at));
  readArguments(scan, use);
}

/** Notes what a command declares: a short form and its long form, unless one of them is empty. */
export function declare(scan: Scan, use: Use, short: Span | undefined, long: Span): void {
  if (short === undefined || short.start >= short.end || long.start >= long.end) return;
  const key = use.key && scan.text.slice(use.key.start, use.key.end);
  scan.blocks.declaration(key === undefined ? 'list' : 'macro', short, long, key);
}

/** Whether an item's label has its own colon. */
function endsInColon(text: string, from: number, to: number): boolean {
  const label = trimmed(text, from, to);
  return label.end > label.start && text.charCodeAt(label.end - 1) === 0x3a;
}
