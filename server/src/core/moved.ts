/** What an edit within a block leaves as it was, but for its place: all that stands farther from it than anybody looks around. */
import type { BlockEdit, Span } from './types.ts';

/**
 * How far (in UTF-16 units) rules look around in text at most: two neighbours behind a long form, of 24 units each with as much
 * white space before them.
 */
export const NEAR = 112;

/** How far what stands behind an edit has moved. */
function distanceOf({ before, after }: BlockEdit): number {
  return after.masked.length - before.masked.length;
}

/** Where a stretch of the block before an edit, outside of the edit, stands after it. */
export function moved({ start, end }: Span, edit: BlockEdit): Span {
  const by = start < edit.end ? 0 : distanceOf(edit);
  return { start: start + by, end: end + by };
}

/** Whether a stretch of the block before an edit, outside of the edit, stands after it at `now`. */
export function isMoved(span: Span, now: Span, edit: BlockEdit): boolean {
  const { start, end } = moved(span, edit);
  return now.start === start && now.end === end;
}

/** How far from an edit a stretch of the block before it stands; negative where the edit touches it. */
export function distanceFrom({ start, end }: Span, edit: BlockEdit): number {
  return Math.max(edit.start - end, start - edit.end);
}
