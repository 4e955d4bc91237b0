import { type Block, Fill } from '../../types.ts';

/** A quoted cell's quotation mark, or what parts two cells. */
const SIGN = /[",]/g;

/**
 * The rows of a table that is written as comma-separated values (MyST's `csv-table`): paragraphs become tables, commas
 * outside quotation marks the boundaries of their cells. Linear.
 */
export function rowsOfCsv(blocks: readonly Block[]): Block[] {
  return blocks.map(block => {
    if (block.kind !== 'paragraph') return block;
    let isQuoted = false;
    const masked = block.masked.replace(SIGN, sign => {
      if (sign === '"') isQuoted = !isQuoted;
      else if (isQuoted) return sign;
      return sign === '"' ? Fill.space : Fill.cell;
    });
    return { ...block, kind: 'table', masked };
  });
}
