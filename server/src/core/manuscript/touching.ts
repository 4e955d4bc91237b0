/** Spans of a block, of which it is asked for each of many others whether that touches one. */
import type { Span } from '../types.ts';

/** Of so few, each may be looked at: that costs less than sorting them. */
const FEW = 8;

/** Says whether a span overlaps one of these, in logarithmic time. */
export function touching(spans: readonly Span[]): (span: Span) => boolean {
  if (spans.length <= FEW)
    return ({ start, end }) => spans.some(each => each.start < end && start < each.end);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let furthest = 0;
  /** How far each one and those before it reach. */
  const reach = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && start < reach[low - 1]!;
  };
}
