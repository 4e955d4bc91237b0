/** What single signs of TeX open: comments, math, the end of a cell. */
import { maskMath } from '../math.ts';
import { isWhite, skipWhite } from '../scan.ts';
import { closingMath, endOfLine } from './delimiters.ts';
import type { Scan } from './scan.ts';

/** Reads a separator of so many units: the end of a cell within a table, else space. */
export function readSeparator(scan: Scan, length: number): void {
  const end = scan.at + length;
  if (isInTable(scan)) scan.mask.cell(scan.at, end);
  else scan.mask.space(scan.at, end);
  scan.at = end;
}

/** Reads `&`: a row of a table may go on over line ends around it. */
export function readAmpersand(scan: Scan): void {
  const at = scan.at;
  if (isInTable(scan)) {
    let from = at;
    while (from > scan.start && isWhite(scan.text.charCodeAt(from - 1))) from--;
    scan.mask.join(from, at);
    scan.mask.join(at + 1, skipWhite(scan.text, at + 1, scan.end));
  }
  readSeparator(scan, 1);
}

const isInTable = (scan: Scan): boolean => scan.blocks.kind === 'table' && scan.frames.inTable;

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
  else maskMath(scan.mask, scan.text, { start: open, end: scan.at }, { start: from, end: close });
}
