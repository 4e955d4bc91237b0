import { type Block, Fill, type Span } from '../../types.ts';

const ROW = /^[ \t]{0,9}[*+-][ \t]{1,9}[*+-][ \t]/;
const LONGEST_MARKER = 24;

/**
 * The rows of a table that is written as a list of lists (MyST's `list-table`): the items of one row become one block
 * of kind `table`, the same as those of other tables.
 * @param text what the blocks tile
 */
export function rowsOfList(text: string, blocks: readonly Block[]): Block[] {
  const rows: Block[] = [];
  let cells: Block[] = [];
  const close = (): void => {
    if (cells.length > 0) rows.push(rowOf(cells));
    cells = [];
  };
  let at = 0;
  for (const block of blocks) {
    const isItem = block.kind === 'item';
    if (!isItem || ROW.test(text.slice(at, at + LONGEST_MARKER))) close();
    if (isItem) cells.push(block);
    else rows.push(block);
    at += block.masked.length;
  }
  close();
  return rows;
}

/** The items of a row as one block: each but the first begins with its marker, where the cell's boundary is shown. */
function rowOf(items: readonly Block[]): Block {
  const marks = moved(items, 'marks');
  const directives = moved(items, 'directives');
  const cells = items.map(({ masked }) => masked.replaceAll(Fill.cell, Fill.space));
  return {
    kind: 'table',
    masked: cells.map((cell, index) => (index === 0 ? cell : Fill.cell + cell.slice(1))).join(''),
    ...(items[0]!.role && { role: items[0]!.role }),
    ...(marks.length > 0 && { marks }),
    ...(directives.length > 0 && { directives }),
  };
}

/** What blocks hold of a kind, from the first one's start on. */
function moved<K extends 'marks' | 'directives'>(
  blocks: readonly Block[],
  key: K,
): NonNullable<Block[K]>[number][] {
  const found: (Span & NonNullable<Block[K]>[number])[] = [];
  let shift = 0;
  for (const block of blocks) {
    for (const one of block[key] ?? [])
      found.push({ ...one, start: one.start + shift, end: one.end + shift });
    shift += block.masked.length;
  }
  return found;
}
