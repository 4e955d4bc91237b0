import type { Block, Mark } from '../../types.ts';
import { Mask } from '../mask.ts';
import { endOfLine, isBlankLine, isBlankUnit } from '../scan.ts';
import { maskInline } from './inline.ts';
import type { LightMarkup } from './lightMarkup.ts';

/** Lines between two borders. */
const MOST_LINES = 400;

/** A border and where its columns begin: two or more runs of `=` (of `-` below a heading that spans columns). */
const BORDER = /^[ \t]{0,40}={2,}(?:[ \t]{1,40}={2,})+[ \t]*\r?\n?$/;
const RULE = /^[ \t]{0,40}[-=]{2,}(?:[ \t]{1,40}[-=]{2,})*[ \t]*\r?\n?$/;

const LONGEST_BORDER = 1000;

/**
 * A simple table (reStructuredText) that begins at `at`: rows between borders of `=`, which say where the columns are, up to
 * a border with a blank line behind it, else to the last border. Undefined where none begins. `looked`: one past what this
 * depends on.
 */
export function readSimpleTable(
  markup: LightMarkup,
  text: string,
  at: number,
): { readonly block: Block; readonly next: number; readonly looked: number } | undefined {
  const first = endOfLine(text, at);
  if (!isLine(BORDER, text, at, first)) return undefined;
  let next = first;
  let borderEnd = first;
  let isClosed = false;
  for (let lines = 0; next < text.length && lines < MOST_LINES && !isClosed; lines++) {
    const end = endOfLine(text, next);
    if (isLine(BORDER, text, next, end)) {
      borderEnd = end;
      lines = 0;
      isClosed = end >= text.length || isBlankLine(text, end, endOfLine(text, end));
    }
    next = end;
  }
  if (borderEnd === first) return undefined;
  const looked = Math.min(text.length, endOfLine(text, Math.max(next, borderEnd)));
  return {
    block: tableOf(markup, text, at, columnsOf(text, at, first), first, borderEnd),
    next: borderEnd,
    looked,
  };
}

function isLine(shape: RegExp, text: string, at: number, end: number): boolean {
  return end - at <= LONGEST_BORDER && shape.test(text.slice(at, end));
}

/** How far behind its line's beginning each column begins. */
function columnsOf(text: string, at: number, end: number): number[] {
  const columns: number[] = [];
  for (let next = at; next < end; next++) {
    const begins = next === at || isBlankUnit(text.charCodeAt(next - 1));
    if (begins && text.charAt(next) === '=') columns.push(next - at);
  }
  return columns;
}

function tableOf(
  markup: LightMarkup,
  text: string,
  start: number,
  columns: readonly number[],
  from: number,
  end: number,
): Block {
  const mask = new Mask(text, start, end);
  const marks: Mark[] = [];
  mask.space(start, end);
  for (let line = from; line < end; line = endOfLine(text, line)) {
    const lineEnd = Math.min(end, endOfLine(text, line));
    if (isLine(RULE, text, line, lineEnd)) continue;
    let cell = line;
    for (const column of [...columns.slice(1).map(width => line + width), lineEnd]) {
      const isLast = column >= lineEnd;
      // Text that goes over the boundary spans both columns.
      if (!isLast && !isBlankUnit(text.charCodeAt(column - 1))) continue;
      const cellEnd = isLast ? lineEnd : column - 1;
      mask.show(cell, cellEnd);
      maskInline(markup, { text, origin: start, mask, marks }, cell, cellEnd);
      // Where the first cell is blank, the row goes on.
      if (!isLast && !isBlankLine(text, line, cellEnd)) mask.cell(column - 1, column);
      if (isLast) break;
      cell = column;
    }
  }
  return { kind: 'table', masked: mask.build(), ...(marks.length > 0 && { marks }) };
}
