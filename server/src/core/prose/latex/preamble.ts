import { BACKSLASH } from '../../signs.ts';
import { commandOf } from './commands.ts';
import { readCommand } from './controlSequences.ts';
import { environmentOf } from './environments.ts';
import { LONGEST_NAME, nameAt, type Scan } from './scan.ts';
import { readComment } from './signs.ts';

/** Covers a preamble up to the next thing in it that is for readers: a title, a declaration, the document. */
export function skimPreamble(scan: Scan): void {
  const text = scan.text;
  const start = scan.at;
  let at = start;
  for (; at < scan.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x25) {
      scan.mask.space(scan.at, at);
      scan.at = at;
      readComment(scan);
      return;
    }
    if (unit !== BACKSLASH) continue;
    const name = nameAt(scan, at + 1);
    if (name === 'begin' || name === 'end' ? mattersInPreamble(scan, at) : commandOf(name)?.inPreamble) {
      scan.mask.space(start, at);
      scan.at = at;
      readCommand(scan);
      return;
    }
    at += Math.max(1, name.length);
  }
  scan.mask.space(start, scan.end);
  scan.at = scan.end;
}

function mattersInPreamble(scan: Scan, at: number): boolean {
  const name = /^\\begin\s?\{([^{}\s]{1,40})\}/.exec(
    scan.text.slice(at, Math.min(scan.end, at + LONGEST_NAME)),
  )?.[1];
  const environment = environmentOf(name ?? '');
  return name === 'document' || environment?.content === 'raw' || environment?.role !== undefined;
}
