import type { Block } from '../../types.ts';
import { Mask } from '../mask.ts';
import { isBlankLine, isBlankUnit, isLineEnd, skipBlanks } from '../scan.ts';
import { readInline } from './inline.ts';
import { noFacts } from './inlineText.ts';
import type { Leaf, Step } from './step.ts';

/**
 * A simple table (Pandoc): an optional header line up to `rule`, a line of dashes that says where the columns
 * are, and rows up to a blank line. Undefined if there is no such line of dashes at `rule`.
 */
export function readSimpleTable(step: Step, inner: number, rule: number): Leaf | undefined {
  const { text } = step;
  const ruleEnd = step.lineEnd(rule);
  const place = step.enter(rule, ruleEnd);
  const columns = place && columnsOf(text, place.at, ruleEnd);
  if (place === undefined || columns === undefined) return undefined;
  const lead = place.at - rule;
  const rows: number[] = [];
  if (inner < rule) rows.push(step.at, rule);
  let next = ruleEnd;
  while (next < text.length) {
    const end = step.lineEnd(next);
    const row = step.enter(next, end);
    if (row === undefined || isBlankLine(text, row.at, end)) break;
    const isRule = columnsOf(text, row.at, end) !== undefined;
    if (!isRule) rows.push(next, end);
    next = end;
    if (isRule) break;
  }
  if (next === ruleEnd) return undefined;
  return { blocks: [tableOf(step, columns, lead, inner, rows, next)], next };
}

/** A row of a multiline table's header, and of its cells, is broken over few lines. */
const MOST_HEADER_LINES = 10;
const MOST_LINES = 200;

/**
 * A multiline table (Pandoc): a line of dashes, a header of some lines, a line of dashes that says where the columns
 * are, rows with blank lines between them, and a line of dashes. Without its header it begins with the columns.
 * Undefined if none begins at the cursor.
 */
export function readMultilineTable(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor } = step;
  let lead = cursor.at - step.at;
  const rows: number[] = [];
  let columns = columnsOf(text, cursor.at, lineEnd);
  let next = lineEnd;
  if (columns === undefined && !isRule(text, cursor.at, lineEnd)) return undefined;
  for (let line = 0; columns === undefined; line++) {
    if (next >= text.length || line > MOST_HEADER_LINES) return undefined;
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined || isBlankLine(text, place.at, end)) return undefined;
    columns = columnsOf(text, place.at, end);
    lead = place.at - next;
    if (columns === undefined) rows.push(next, end);
    next = end;
  }
  let blank = false;
  let isMultiline = rows.length > 0;
  for (let line = 0; next < text.length && line < MOST_LINES; line++) {
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined) return undefined;
    const isBlank = isBlankLine(text, place.at, end);
    if (isBlank && blank) return undefined;
    if (isRule(text, place.at, end) || columnsOf(text, place.at, end) !== undefined) {
      if (!isMultiline || blank) return undefined;
      return { blocks: [tableOf(step, columns, lead, cursor.at, rows, end)], next: end };
    }
    if (isBlank) isMultiline = true;
    else rows.push(next, end);
    blank = isBlank;
    next = end;
  }
  return undefined;
}

/** A line of at least five dashes and nothing else, indented as its table may be. */
function isRule(text: string, at: number, end: number): boolean {
  const start = skipBlanks(text, at, end);
  let next = start;
  while (next < end && text.charCodeAt(next) === 0x2d) next++;
  return next - start >= 5 && isBlankLine(text, next, end);
}

/** A table of which only `rows` (start and end, pairwise) are seen; its lines begin behind `lead` units. */
function tableOf(
  step: Step,
  columns: readonly number[],
  lead: number,
  inner: number,
  rows: readonly number[],
  next: number,
): Block {
  const mask = new Mask(step.text, step.at, next);
  const facts = noFacts();
  mask.space(step.at, next);
  for (let index = 0; index < rows.length; index += 2) {
    const origin = rows[index]! + lead;
    const places = columns.map(column => origin + column);
    const start = Math.max(origin, rows[index] === step.at ? inner : 0);
    readColumns(step.text, start, rows[index + 1]!, places, mask, facts, step.at);
  }
  return step.block('table', mask.build(), facts);
}

/** Where the columns begin behind `at`, if the line is two or more runs of dashes and nothing else. */
function columnsOf(text: string, at: number, end: number): number[] | undefined {
  const columns: number[] = [];
  for (let next = at; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x2d) {
      if (next === at || isBlankUnit(text.charCodeAt(next - 1))) {
        if (text.charCodeAt(next + 1) !== 0x2d) return undefined;
        columns.push(next - at);
      }
    } else if (!isBlankUnit(unit) && !isLineEnd(unit)) {
      return undefined;
    }
  }
  return columns.length > 1 ? columns : undefined;
}

/** Shows the cells of one row; a column's boundary is a cell where the row has white space before it. */
function readColumns(
  text: string,
  start: number,
  end: number,
  columns: readonly number[],
  mask: Mask,
  facts: ReturnType<typeof noFacts>,
  origin: number,
): void {
  // A line of which only the last cell isn't blank goes on with the one above.
  const last = Math.min(columns.at(-1)!, end);
  const goesOn = isBlankLine(text, start, last);
  let cell = goesOn ? last : start;
  for (const column of goesOn ? [] : columns.slice(1)) {
    if (column >= end || !isBlankUnit(text.charCodeAt(column - 1))) continue;
    mask.show(cell, column - 1);
    readInline(text, cell, column - 1, mask, facts, origin);
    mask.cell(column - 1, column);
    cell = column;
  }
  if (cell >= end) return;
  mask.show(cell, end);
  readInline(text, cell, end, mask, facts, origin);
}
