/** Where a place of a text stands among its blocks. */
import type { Analysis, PlacedBlock } from '../types.ts';

/** The index of the last block that starts at or before an offset; -1 where the text is empty. Logarithmic. */
export function blockIndex(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The block in which an offset stands: at a boundary, the one that starts there. Logarithmic. */
export function blockAt({ blocks }: Pick<Analysis, 'blocks'>, offset: number): PlacedBlock | undefined {
  return blocks[blockIndex(blocks, offset)];
}
