import { indexWithin } from '../scan.ts';
import { readArguments, readOptional } from './arguments.ts';
import { compileSignature } from './commands.ts';
import { closingBrace, closingVerbatim, skipBlanks } from './delimiters.ts';
import { environmentOf } from './environments.ts';
import { SWITCHED_OFF } from './frames.ts';
import { openGroup } from './groups.ts';
import { cut, cutAfter, endOpening, LONGEST_NAME, nameAt, type Scan, shapeHere } from './scan.ts';

const DEFAULT_SIGNATURE = '[-]';

/** The name in braces here, which it goes behind; undefined where there is none. */
function environmentName(scan: Scan): string | undefined {
  const open = skipBlanks(scan.text, scan.at, scan.end);
  if (scan.text.charCodeAt(open) !== 0x7b || open >= scan.end) return undefined;
  const close = scan.text.slice(open, Math.min(scan.end, open + LONGEST_NAME)).indexOf('}');
  if (close < 0) return undefined;
  scan.at = open + close + 1;
  return scan.text.slice(open + 1, open + close).trim();
}

/** Reads on behind `\begin`, which stands at `start`. */
export function beginEnvironment(scan: Scan, start: number): void {
  const name = environmentName(scan);
  const environment = environmentOf(name ?? '');
  if (name === undefined || scan.nested) {
    scan.mask.markup(start, scan.at);
  } else if (name === 'document') {
    scan.phase = 'opening';
    scan.frames.clear();
    scan.groups = [];
    scan.mask.space(start, scan.at);
    cutAfter(scan);
  } else if (environment?.content === 'math') {
    const terminator = `\\end{${name}}`;
    const close = indexWithin(scan.text, terminator, scan.at, scan.end);
    const end = close < 0 ? scan.end : close + terminator.length;
    scan.mask.opaque(start, end);
    scan.at = end;
  } else {
    if (environment !== undefined) scan.frames.openEnvironment(name);
    if (environment?.role !== undefined) endOpening(scan);
    cut(scan, start);
    scan.mask.space(start, scan.at);
    const signature = environment?.signature ?? (environment?.content === undefined ? DEFAULT_SIGNATURE : '');
    const command = compileSignature(signature);
    if (signature !== '') readArguments(scan, { name, command, start: scan.at, next: 0 });
  }
}

/** Reads on behind `\end`, which stands at `start`. */
export function endEnvironment(scan: Scan, start: number): void {
  const name = environmentName(scan);
  scan.mask.markup(start, scan.at);
  if (name === undefined || scan.nested) return;
  if (name === 'document' && scan.phase !== 'preamble') {
    scan.phase = 'after';
    scan.frames.clear();
  } else {
    scan.frames.closeEnvironment(name);
  }
  cutAfter(scan);
}

/** Covers what isn't LaTeX prose, up to its end or the end of the stretch. */
export function readRaw(scan: Scan, name: string): void {
  const terminator = name === SWITCHED_OFF ? '\\fi' : `\\end{${name}}`;
  let close = indexWithin(scan.text, terminator, scan.at, scan.end);
  while (close >= 0 && name === SWITCHED_OFF && nameAt(scan, close + 1) !== 'fi') {
    close = indexWithin(scan.text, terminator, close + 1, scan.end);
  }
  const end = close < 0 ? scan.end : close;
  scan.mask.opaque(scan.at, end);
  scan.at = end;
  if (close < 0) return;
  scan.mask.opaque(end, end + terminator.length);
  scan.at = end + terminator.length;
  scan.frames.closeEnvironment(name);
  cutAfter(scan);
}

/** Covers what stands before the next caption of an environment of which nothing else is read; tells whether there is one. */
export function skipToCaption(scan: Scan, name: string): boolean {
  if (environmentOf(name)?.content !== 'captioned') return false;
  const terminator = `\\end{${name}}`;
  let at = indexWithin(scan.text, '\\', scan.at, scan.end);
  while (at >= 0 && !scan.text.startsWith('\\caption', at)) {
    if (scan.text.startsWith(terminator, at)) return false;
    at = indexWithin(scan.text, '\\', at + 1, scan.end);
  }
  if (at < 0) return false;
  scan.mask.opaque(scan.at, at);
  scan.at = at;
  return true;
}

/** Reads on behind a command such as `\verb`, which stands at `start`. */
export function readVerbatim(scan: Scan, start: number, name: string): void {
  const text = scan.text;
  if (text.charAt(scan.at) === '*') scan.at++;
  const hasLanguage = name === 'mintinline' || name === 'mint';
  if (name !== 'verb' && text.charAt(scan.at) === '[') readOptional(scan, scan.at, 'o', 0x5d);
  if (hasLanguage) {
    const language = closingBrace(text, scan.at, Math.min(scan.end, scan.at + LONGEST_NAME));
    if (language > 0) scan.at = language + 1;
  }
  const open = scan.at;
  const delimiter = text.charAt(open);
  let close = -1;
  if (delimiter === '{' && name !== 'verb') close = closingBrace(text, open, scan.end);
  else if (open < scan.end) close = closingVerbatim(text, open, scan.end);
  scan.at = close < 0 ? scan.end : close + 1;
  scan.mask.opaque(start, scan.at);
}

/** Reads on behind `\item`, which stands at `start`. */
export function readItem(scan: Scan, start: number): void {
  const { inDescription: definition, inNotes } = scan.frames;
  const at = skipBlanks(scan.text, scan.at, scan.end);
  const labelled = at < scan.end && scan.text.charCodeAt(at) === 0x5b;
  cut(scan, start, {
    ...shapeHere(scan),
    kind: inNotes ? 'caption' : definition && labelled ? 'definition' : 'item',
  });
  scan.mask.space(start, at);
  scan.at = at;
  // The mark of a table's note.
  if (labelled && inNotes) readOptional(scan, at, '-', 0x5d);
  else if (labelled) openGroup(scan, definition ? 'label' : 'text', 0x5d);
}
