import type { Mark } from '../../types.ts';
import { isReferenceMark } from '../superscripts.ts';
import { readArguments } from './arguments.ts';
import { declare, fenced } from './groups.ts';
import { coverMarkup, cutAfter, type Scan, trimmed } from './scan.ts';

const MARKS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'link'] satisfies Mark['kind'][]);

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
  if (use.name === 'textsuperscript') readSuperscript(scan, use.start, start, at);
  if (as === 'short') use.short = trimmed(scan.text, start, at);
  if (as === 'long') declare(scan, use, use.short, trimmed(scan.text, start, at));
  readArguments(scan, use);
}

/** `survival\textsuperscript{1,2}`: references, as converters write them. */
function readSuperscript(scan: Scan, open: number, start: number, end: number): void {
  const whole = { start: open, end: end + 1 };
  if (!isReferenceMark(scan.text, whole, scan.text.slice(start, end), { from: scan.start, to: scan.end }))
    return;
  scan.mask.opaque(whole.start, whole.end);
  scan.blocks.mark('citation', whole.start, whole.end);
}

/** Whether an item's label has its own colon. */
function endsInColon(text: string, from: number, to: number): boolean {
  const label = trimmed(text, from, to);
  return label.end > label.start && text.charCodeAt(label.end - 1) === 0x3a;
}
