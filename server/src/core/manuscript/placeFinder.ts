import { lazily } from '../lazily.ts';
import type { Block, BlockPlace } from '../types.ts';
import type { PlaceOf } from './placedAbbreviation.ts';
import type { ReadingOrder } from './readingOrder.ts';

/** How far from where it was last seen a block is looked for before all of them are indexed. */
const NEARBY = 64;

/** Finds blocks in an order. Where blocks came or went, those behind them have all moved equally far. */
export function createPlaceFinder({ blocks, analysisAt }: ReadingOrder): PlaceOf {
  const positions = lazily(() => new Map(blocks.map(({ block }, position) => [block, position])));
  let moved = 0;
  const positionOf = (block: Block, position: number): number => {
    if (blocks[position]?.block === block) return position;
    if (blocks[position + moved]?.block === block) return position + moved;
    for (let distance = 1; distance <= NEARBY; distance++) {
      for (moved of [distance, -distance])
        if (blocks[position + moved]?.block === block) return position + moved;
    }
    return positions().get(block)!;
  };
  return (block, position): BlockPlace => {
    const now = positionOf(block, position);
    return { position: now, analysis: analysisAt(now), placed: blocks[now]! };
  };
}
