import { Mask } from '../mask.ts';
import { isBlankLine, isBlankUnit, isLineEnd } from '../scan.ts';
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
  const mask = new Mask(text, step.at, next);
  const facts = noFacts();
  mask.space(step.at, next);
  for (let index = 0; index < rows.length; index += 2) {
    const origin = rows[index]! + lead;
    const places = columns.map(column => origin + column);
    readColumns(
      text,
      Math.max(origin, index === 0 ? inner : 0),
      rows[index + 1]!,
      places,
      mask,
      facts,
      step.at,
    );
  }
  return { blocks: [step.block('table', mask.build(), facts)], next };
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
  let cell = start;
  for (const column of columns.slice(1)) {
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
