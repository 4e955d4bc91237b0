/** What single signs of TeX open: comments, math, the end of a cell. */
import { maskMath } from '../math.ts';
import { closingMath, endOfLine } from './delimiters.ts';
import type { Scan } from './scan.ts';

/** Reads a separator of so many units: the end of a cell within a table, else space. */
export function readSeparator(scan: Scan, length: number): void {
  const end = scan.at + length;
  if (scan.blocks.kind === 'table' && scan.frames.inTable) scan.mask.cell(scan.at, end);
  else scan.mask.space(scan.at, end);
  scan.at = end;
}

/** Reads a comment to the end of its line. */
export function readComment(scan: Scan): void {
  const start = scan.at;
  const end = endOfLine(scan.text, start, scan.end);
  const comment = scan.text
    .slice(start, end)
    .replace(/^[%\s]+/, '')
    .trimEnd();
  if (comment.startsWith('immunogloss-') && !scan.nested) {
    scan.blocks.directive(comment, start, end);
  }
  scan.mask.space(start, end);
  scan.at = end;
}

/** Reads math to its closer, or to the end of the text where it has none. */
export function readMath(scan: Scan, opener: string, closer = opener): void {
  const open = scan.at;
  const from = open + opener.length;
  const close = closingMath(scan.text, from, scan.end, closer);
  scan.at = close < 0 ? scan.end : close + closer.length;
  if (close < 0) scan.mask.opaque(open, scan.end);
  else maskMath(scan.mask, scan.text, open, from, close, scan.at);
}
