import { BACKSLASH, PIPE, PLUS } from '../../signs.ts';
import type { Block } from '../../types.ts';
import { Mask } from '../mask.ts';
import { isBlankLine, isBlankUnit, isLineEnd, skipBlanks } from '../scan.ts';
import { readInline } from './inline.ts';
import { type InlineFacts, noFacts } from './inlineText.ts';
import { interrupts } from './interrupts.ts';
import { htmlAt } from './leaves.ts';
import { eatColumns, indentAt } from './lines.ts';
import type { Leaf, Step } from './step.ts';

/** A pipe table (GFM), if the line at the cursor is its header and the next one its delimiter row. */
export function readTable(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor } = step;
  if (lineEnd >= text.length || !hasPipe(text, cursor.at, lineEnd)) return undefined;
  const delimiterEnd = step.lineEnd(lineEnd);
  const delimiter = step.enter(lineEnd, delimiterEnd);
  if (delimiter === undefined || indentAt(text, delimiter) > 3) return undefined;
  eatColumns(text, delimiter, 3);
  if (!isDelimiterRow(text, cursor.at, lineEnd, delimiter.at, delimiterEnd)) return undefined;

  const rows = [step.at, cursor.at, lineEnd, lineEnd, delimiterEnd, delimiterEnd];
  let next = delimiterEnd;
  while (next < text.length) {
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined || isBlankLine(text, place.at, end)) break;
    const indent = indentAt(text, place);
    if (indent > 3) break;
    eatColumns(text, place, indent);
    if (interrupts(step, place, end, false) || htmlAt(text, place.at, end)) break;
    rows.push(next, place.at, end);
    next = end;
  }
  return { blocks: [tableBlock(step, rows, next)], next };
}

/** A grid table (Pandoc): borders of `+`, `-`, `=` and rows of `|`. Cells of several lines stay so. */
export function readGridTable(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor } = step;
  if (!isGridBorder(text, cursor.at, lineEnd)) return undefined;
  const rows = [step.at, cursor.at, lineEnd];
  let next = lineEnd;
  while (next < text.length) {
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined) break;
    eatColumns(text, place, Math.min(3, indentAt(text, place)));
    const unit = text.charCodeAt(place.at);
    if (unit !== PIPE && unit !== PLUS) break;
    rows.push(next, place.at, end);
    next = end;
  }
  if (next === lineEnd) return undefined;
  return { blocks: [tableBlock(step, rows, next, true)], next };
}

function isGridBorder(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== PLUS) return false;
  let dashes = 0;
  for (let next = at; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x2d || unit === 0x3d) dashes++;
    else if (unit !== PLUS && unit !== 0x3a && !isBlankUnit(unit) && !isLineEnd(unit)) return false;
  }
  return dashes > 1;
}

/**
 * Masks rows, given as line start, start of the text and line end; borders and delimiter rows are blank. `wraps`: a line
 * of which only the last cell isn't blank goes on with the one above.
 */
function tableBlock(step: Step, rows: readonly number[], next: number, wraps = false): Block {
  const mask = new Mask(step.text, step.at, next);
  const facts = noFacts();
  let begun = false;
  for (let index = 0; index < rows.length; index += 3) {
    const start = rows[index + 1]!;
    const end = rows[index + 2]!;
    const isBorder = isGridBorder(step.text, start, end);
    if (isBorder) {
      mask.space(rows[index]!, end);
    } else {
      mask.space(rows[index]!, start);
      readRow(step, mask, start, end, facts, wraps && begun);
    }
    begun = !isBorder;
  }
  return step.block('table', mask.build(), facts);
}

/** Whether `start`…`end` is a delimiter row (`|---|:-:|`) with as many cells as the line before it. */
export function isDelimiterRow(
  text: string,
  header: number,
  headerEnd: number,
  start: number,
  end: number,
): boolean {
  let dashes = false;
  let pipes = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2d) dashes = true;
    else if (unit === PIPE) pipes = true;
    else if (unit !== 0x3a && unit !== 0x2b && !isBlankUnit(unit) && !isLineEnd(unit)) return false;
  }
  return dashes && pipes && cellsOf(text, header, headerEnd).length === cellsOf(text, start, end).length;
}

/** Masks the pipes of a row and reads its cells. `mayGoOn`: it may be a further line of the row above. */
function readRow(
  step: Step,
  mask: Mask,
  start: number,
  end: number,
  facts: InlineFacts,
  mayGoOn: boolean,
): void {
  const { text, at: origin } = step;
  const cells = cellsOf(text, start, end);
  const goesOn = mayGoOn && cells.slice(0, -1).every(cell => isBlankLine(text, cell.start, cell.end));
  let done = start;
  for (const [index, cell] of cells.entries()) {
    if (index > 0 && !goesOn) mask.cell(done, cell.start);
    else mask.space(done, cell.start);
    readInline(text, cell.start, cell.end, mask, facts, origin);
    done = cell.end;
  }
  mask.space(done, end);
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) === 0x09 && mask.isVisible(at)) mask.space(at, at + 1);
}

/** The cells of a row, between unescaped pipes; the outermost pipes bound none. */
function cellsOf(text: string, start: number, end: number): { start: number; end: number }[] {
  let rowEnd = end;
  while (
    rowEnd > start &&
    (isLineEnd(text.charCodeAt(rowEnd - 1)) || isBlankUnit(text.charCodeAt(rowEnd - 1)))
  )
    rowEnd--;
  let cell = skipBlanks(text, start, rowEnd);
  if (text.charCodeAt(cell) === PIPE) cell++;
  const cells: { start: number; end: number }[] = [];
  for (let at = cell; at < rowEnd; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === PIPE) {
      cells.push({ start: cell, end: at });
      cell = at + 1;
    }
  }
  if (cell < rowEnd) cells.push({ start: cell, end: rowEnd });
  return cells;
}

function hasPipe(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === PIPE) return true;
  return false;
}
