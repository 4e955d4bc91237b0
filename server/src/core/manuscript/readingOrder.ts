/** The order in which a reader meets the text: a document that another one includes is read where it stands there. */
import { lazily } from '../lazily.ts';
import type { Analysis, Included, Manuscript, PlacedBlock } from '../types.ts';

/** A block in reading order. */
export interface ReadBlock {
  /** How many blocks are read before it. */
  readonly position: number;
  readonly analysis: Analysis;
  readonly placed: PlacedBlock;
}

/**
 * All blocks of a manuscript. A block that includes documents is followed by them: what stands behind an
 * inclusion in the same block is read too early. Each document is read once, where it is first met. Linear.
 */
export function readingOrder(analyses: readonly Analysis[], included: Included): readonly ReadBlock[] {
  const byUri = new Map(analyses.map(analysis => [analysis.document.uri, analysis]));
  const inside = new Set([...included.values()].flat());
  const met = new Set<Analysis>();
  const order: ReadBlock[] = [];
  const read = (analysis: Analysis): void => {
    if (met.has(analysis)) return;
    met.add(analysis);
    const targets = included.get(analysis.document.uri) ?? [];
    let next = 0;
    for (const placed of analysis.blocks) {
      order.push({ position: order.length, analysis, placed });
      for (const _ of placed.block.inclusions ?? []) {
        const target = byUri.get(targets[next++] ?? '');
        if (target !== undefined) read(target);
      }
    }
  };
  for (const analysis of analyses) if (!inside.has(analysis.document.uri)) read(analysis);
  // What is left is included by a document that isn't here, or by itself.
  for (const analysis of analyses) read(analysis);
  return order;
}

/** What differs between two orders: of the one before, `removed` stood at `from`; `added` stands there now. */
export interface OrderChange {
  readonly from: number;
  readonly removed: readonly ReadBlock[];
  readonly added: readonly ReadBlock[];
}

/** The smallest stretch outside of which the same blocks stand, in the same roles. Linear in the blocks. */
export function changeOf(before: readonly ReadBlock[], after: readonly ReadBlock[]): OrderChange {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && isSame(before[from]!, after[from]!)) from++;
  let end = before.length;
  let endAfter = after.length;
  while (end > from && endAfter > from && isSame(before[end - 1]!, after[endAfter - 1]!)) {
    end--;
    endAfter--;
  }
  return { from, removed: before.slice(from, end), added: after.slice(from, endAfter) };
}

function isSame({ placed: a }: ReadBlock, { placed: b }: ReadBlock): boolean {
  return a.block === b.block && a.role === b.role && a.facts === b.facts;
}

/** An offset in one of a manuscript's documents. */
export interface TextPlace {
  readonly analysis: Analysis;
  readonly at: number;
}

/** Makes a test whether a reader comes to one place of the manuscript before another. */
export function createPrecedence({
  analyses,
  included,
}: Manuscript): (first: TextPlace, second: TextPlace) => boolean {
  const blocks = lazily(() => {
    const byDocument = new Map<Analysis, ReadBlock[]>();
    for (const each of readingOrder(analyses, included)) {
      const own = byDocument.get(each.analysis);
      if (own === undefined) byDocument.set(each.analysis, [each]);
      else own.push(each);
    }
    return byDocument;
  });
  const positionOf = ({ analysis, at }: TextPlace): number =>
    blocks()
      .get(analysis)
      ?.findLast(({ placed }) => placed.start <= at)?.position ?? 0;
  return (first, second) =>
    first.analysis === second.analysis ? first.at < second.at : positionOf(first) < positionOf(second);
}
