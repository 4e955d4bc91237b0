/** Small edits that turn one text into another. */
import type { TextEdit } from '../types.ts';

/**
 * Edits of `before` that give `after`: one a line, cut down to what differs in it, where the number of lines is
 * the same; else one for the whole stretch that differs. Linear.
 */
export function differences(uri: string, before: string, after: string): readonly TextEdit[] {
  const oldLines = before.split('\n');
  const newLines = after.split('\n');
  if (oldLines.length !== newLines.length) return difference(uri, 0, before, after);
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const [index, line] of oldLines.entries()) {
    edits.push(...difference(uri, offset, line, newLines[index]!));
    offset += line.length + 1;
  }
  return edits;
}

function difference(uri: string, offset: number, before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let back = 0;
  while (back < shorter - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  // Whole words, so that a preview can be read (and no surrogate pair is cut in two).
  while (
    from > 0 &&
    isInWord(before[from - 1]!) &&
    (isInWord(before[from] ?? '') || isInWord(after[from] ?? ''))
  ) {
    from--;
  }
  while (
    back > 0 &&
    isInWord(before[before.length - back]!) &&
    (isInWord(before[before.length - back - 1] ?? '') || isInWord(after[after.length - back - 1] ?? ''))
  ) {
    back--;
  }
  return [
    {
      uri,
      start: offset + from,
      end: offset + before.length - back,
      newText: after.slice(from, after.length - back),
    },
  ];
}

/** Letters, digits, and all halves of surrogate pairs. */
function isInWord(unit: string): boolean {
  return /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(unit);
}
