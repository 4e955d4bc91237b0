/** The order in which a reader meets the text: a document that another one includes is read where it stands there. */
import { lazily } from '../lazily.ts';
import { STEP, type Steps } from '../steps.ts';
import type { Analysis, Included, Manuscript, PlacedBlock } from '../types.ts';

/** All blocks of a manuscript, as they are read. A block's index is its position. */
export interface ReadingOrder {
  /** Those of the document itself, where there is only one: nothing is made anew at a keystroke. */
  readonly blocks: readonly PlacedBlock[];
  /** The document that the block at a position stands in. */
  readonly analysisAt: (position: number) => Analysis;
}

export const NOTHING_READ: ReadingOrder = Object.freeze({
  blocks: [],
  analysisAt() {
    throw new RangeError('nothing is read');
  },
});

/**
 * The order of all blocks of a manuscript. A block that includes documents is followed by them: what stands behind an
 * inclusion in the same block is read too early. Each document is read once, where it is first met. Linear.
 */
export function readingOrder(analyses: readonly Analysis[], included: Included): ReadingOrder {
  const [only, ...others] = analyses;
  if (only !== undefined && others.length === 0) return { blocks: only.blocks, analysisAt: () => only };
  const byUri = new Map(analyses.map(analysis => [analysis.document.uri, analysis]));
  const inside = new Set([...included.values()].flat());
  const met = new Set<Analysis>();
  const blocks: PlacedBlock[] = [];
  const owners: Analysis[] = [];
  const read = (analysis: Analysis): void => {
    if (met.has(analysis)) return;
    met.add(analysis);
    const targets = included.get(analysis.document.uri) ?? [];
    let next = 0;
    for (const placed of analysis.blocks) {
      blocks.push(placed);
      owners.push(analysis);
      if (placed.block.inclusions === undefined) continue;
      for (const _ of placed.block.inclusions) {
        const target = byUri.get(targets[next++] ?? '');
        if (target !== undefined) read(target);
      }
    }
  };
  for (const analysis of analyses) if (!inside.has(analysis.document.uri)) read(analysis);
  // What is left is included by a document that isn't here, or by itself.
  for (const analysis of analyses) read(analysis);
  return { blocks, analysisAt: position => owners[position]! };
}

/** What differs between two orders: of the one before, `removed` stood at `from`; `added` stands there now. */
export interface OrderChange {
  readonly from: number;
  readonly removed: readonly PlacedBlock[];
  readonly added: readonly PlacedBlock[];
}

let asked: { readonly before: object; readonly after: object; readonly change: OrderChange } | undefined;

/**
 * The smallest stretch outside of which the same blocks stand, in the same roles. Linear in the blocks; the next who asks
 * about the same two lists has the same answer.
 */
export function changeOf(before: readonly PlacedBlock[], after: readonly PlacedBlock[]): OrderChange {
  if (asked?.before !== before || asked.after !== after)
    asked = { before, after, change: changeBetween(before, after) };
  return asked.change;
}

function changeBetween(before: readonly PlacedBlock[], after: readonly PlacedBlock[]): OrderChange {
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

function isSame(a: PlacedBlock, b: PlacedBlock): boolean {
  return a === b || (a.block === b.block && a.role === b.role && a.facts === b.facts);
}

/** An item for each block. `step`: UTF-16 units of text that are looked through in one step. */
export function* itemsOf<T>(
  blocks: readonly PlacedBlock[],
  itemOf: (placed: PlacedBlock, position: number) => T,
  from = 0,
  step = STEP,
): Steps<T[]> {
  const items: T[] = [];
  let work = 0;
  // An index, since an iterator in a generator makes an object for each block.
  for (let index = 0; index < blocks.length; index++) {
    const placed = blocks[index]!;
    items.push(itemOf(placed, from + index));
    work += placed.block.masked.length;
    if (work < step) continue;
    work = 0;
    yield;
  }
  return items;
}

/** Brings a list with an item for each block from the order before a change to the one after it; takes the list. */
export function* follow<T>(
  items: T[],
  { from, removed, added }: OrderChange,
  itemOf: (placed: PlacedBlock, position: number) => T,
): Steps<T[]> {
  const fresh = yield* itemsOf(added, itemOf, from);
  if (removed.length === items.length) return fresh;
  if (fresh.length === removed.length) {
    for (let index = 0; index < fresh.length; index++) items[from + index] = fresh[index]!;
    return items;
  }
  // No spread: a call takes some 100,000 arguments at most.
  const behind = items.slice(from + removed.length);
  items.length = from;
  for (const item of fresh) items.push(item);
  for (const item of behind) items.push(item);
  return items;
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
    const byDocument = new Map<Analysis, { readonly start: number; readonly position: number }[]>();
    const order = readingOrder(analyses, included);
    for (const [position, { start }] of order.blocks.entries()) {
      const own = byDocument.get(order.analysisAt(position));
      if (own === undefined) byDocument.set(order.analysisAt(position), [{ start, position }]);
      else own.push({ start, position });
    }
    return byDocument;
  });
  const positionOf = ({ analysis, at }: TextPlace): number =>
    blocks()
      .get(analysis)
      ?.findLast(({ start }) => start <= at)?.position ?? 0;
  return (first, second) =>
    first.analysis === second.analysis ? first.at < second.at : positionOf(first) < positionOf(second);
}
