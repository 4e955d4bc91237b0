/**
 * What a reader of a light markup language must know at the start of a line: nothing in prose (empty), else what ends the
 * lines that hold none.
 */
import { skipBlanks } from '../scan.ts';

const INDENT = 'indent ';
const FENCE = 'fence ';
const WITHIN = 'within ';

/** Lines that are indented more deeply than this one hold no prose. */
export function belowIndent(line: string): string {
  return INDENT + indentOf(line);
}

/** No prose up to the line that is `close`, or holds it (`anywhere`). */
export function insideFence(close: string, anywhere: boolean): string {
  return (anywhere ? WITHIN : FENCE) + close;
}

/** Whether a line closes the fence that it stands in. */
export function closesFence(state: string, line: string): boolean {
  return state.startsWith(WITHIN)
    ? line.includes(state.slice(WITHIN.length))
    : line.trim() === state.slice(FENCE.length);
}

/** Whether it is an indentation that ends the lines. */
export function isOfIndent(state: string): boolean {
  return state.startsWith(INDENT);
}

/** Whether lines that are indented more deeply, and hold no prose, end before a line. */
export function isOutOf(state: string, line: string): boolean {
  return isOfIndent(state) && indentOf(line) <= Number(state.slice(INDENT.length));
}

/** The white space that a line begins with, in units. */
export function indentOf(line: string): number {
  return skipBlanks(line, 0, line.length);
}
