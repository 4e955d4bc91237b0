/** Columns, and the containers (block quotes, list items, notes) that lines stand in. */
import { SPACE, TAB } from '../../signs.ts';
import { isBlankLine } from '../scan.ts';

/** A container that is open. `indent`: the columns that its content stands behind its own start. */
export interface Container {
  readonly kind: 'quote' | 'item' | 'note' | 'definition';
  readonly indent: number;
}

/** Deeper nesting is read as text: no manuscript has it, and it bounds the work per line. */
export const DEEPEST = 64;

/** A place in a line while container markup is eaten from its front. */
export interface Cursor {
  at: number;
  /** Counted from 0, a tab reaching to the next multiple of 4. A tab can be eaten in part. */
  column: number;
}

/** The columns of white space at the cursor. */
export function indentAt(text: string, cursor: Cursor): number {
  let column = cursor.column;
  for (let at = cursor.at; ; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) column++;
    else if (unit === TAB) column += 4 - (column % 4);
    else return column - cursor.column;
  }
}

/** Moves the cursor over `columns` columns of white space. */
export function eatColumns(text: string, cursor: Cursor, columns: number): void {
  let left = columns;
  while (left > 0) {
    const unit = text.charCodeAt(cursor.at);
    if (unit !== SPACE && unit !== TAB) return;
    const width = unit === TAB ? 4 - (cursor.column % 4) : 1;
    if (width <= left) cursor.at++;
    cursor.column += Math.min(width, left);
    left -= width;
  }
}

/** Moves the cursor over a `>` and the space behind it, if they stand there. */
export function eatQuoteMarker(text: string, cursor: Cursor): boolean {
  const indent = indentAt(text, cursor);
  if (indent > 3) return false;
  const marker = { ...cursor };
  eatColumns(text, marker, indent);
  if (text.charCodeAt(marker.at) !== 0x3e) return false;
  cursor.at = marker.at + 1;
  cursor.column = marker.column + 1;
  eatColumns(text, cursor, 1);
  return true;
}

/**
 * Moves the cursor over the markup with which a line goes on in the open containers.
 * @returns how many of them, from the outermost, the line stands in
 */
export function eatContainers(
  text: string,
  cursor: Cursor,
  lineEnd: number,
  containers: readonly Container[],
): number {
  let matched = 0;
  for (const container of containers) {
    if (container.kind === 'quote') {
      if (!eatQuoteMarker(text, cursor)) break;
    } else {
      const indent = indentAt(text, cursor);
      if (indent >= container.indent) eatColumns(text, cursor, container.indent);
      else if (!isBlankLine(text, cursor.at, lineEnd)) break;
    }
    matched++;
  }
  return matched;
}

/** The columns of a list marker with the white space behind it, or 0 where none stands at the cursor. */
export interface ListMarker {
  /** Columns from the marker's start to the item's content. */
  readonly indent: number;
  /** Units from the marker's start to its end (white space apart). */
  readonly length: number;
  /** Whether it may interrupt a paragraph: `-` or `1.` with text behind it. */
  readonly interrupts: boolean;
}

/** The list marker (`-`, `+`, `*`, `1.`, `1)`, `#.`) at the cursor, which stands on no white space. */
export function listMarkerAt(text: string, cursor: Cursor, lineEnd: number): ListMarker | undefined {
  const unit = text.charCodeAt(cursor.at);
  let end = cursor.at + 1;
  let interrupts = true;
  if (unit === 0x2d || unit === 0x2b || unit === 0x2a) {
    // The marker is that one unit.
  } else if (unit === 0x23 && text.charCodeAt(end) === 0x2e) {
    end++;
  } else if (unit >= 0x30 && unit <= 0x39) {
    while (end - cursor.at < 9 && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
    const close = text.charCodeAt(end);
    if (close !== 0x2e && close !== 0x29) return undefined;
    interrupts = unit === 0x31 && end - cursor.at === 1;
    end++;
  } else {
    return undefined;
  }
  const length = end - cursor.at;
  if (isBlankLine(text, end, lineEnd)) return { indent: length + 1, length, interrupts: false };
  const behind = { at: end, column: cursor.column + length };
  const white = indentAt(text, behind);
  if (white === 0) return undefined;
  return { indent: length + (white > 4 ? 1 : white), length, interrupts };
}
