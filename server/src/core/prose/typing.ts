/**
 * Letters that are typed into a word, or taken out of one, among other words of running text: nothing of a paragraph's markup
 * depends on them, so that it needn't be read again.
 */
import { spliced } from '../spliced.ts';
import type { Block, BlockKind, Mark, Reading, ReadStep, Span, Text, TextChange } from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { isLetter } from './scan.ts';

/** How much text on both sides of the word must be plain, on its line (in UTF-16 units). */
const AROUND = 24;
/** A longer edit is no typing. */
const LONGEST = 40;

const PLAIN_BEFORE = /^[A-Za-z\d ,.;()-]*[A-Za-z\d,.;)] $/;
const PLAIN_BEHIND = /^[,.;)]?(?: [A-Za-z\d ,.;()-]*)?(?:\r?\n|$)/;
const LETTERS = /^[A-Za-z]*$/;
/** A line behind the first that may be more than text: an underline, a table's row, an item. */
const TELLING_LINE = /\n[^A-Za-z]/;

const TEXT: ReadonlySet<BlockKind> = new Set(['paragraph', 'item', 'quote', 'footnote']);

/**
 * What reading `text` gives that came out of another one by `change`, where that was typing in a word; undefined where it
 * wasn't, or may be more. For formats whose `Format.typing` says so; the text's head and terms are as they were.
 */
export function readTyped(previous: Reading, text: Text, change: TextChange): Reading | undefined {
  if (change.end - change.start > LONGEST || change.newLength > LONGEST) return undefined;
  const { steps } = previous;
  let first = 0;
  let at = 0;
  let blocksBefore = 0;
  for (; first < steps.length; first++) {
    const { length, looked, blocks } = steps[first]!;
    if (at + looked > change.start) break;
    at += length;
    blocksBefore += blocks.length;
  }
  const by = change.newLength - (change.end - change.start);
  const read: ReadStep[] = [];
  // Blank lines have looked at the next one, to see that it isn't blank.
  const blank = steps[first];
  if (blank !== undefined && at + blank.length <= change.start && isBlank(blank)) {
    read.push({ ...blank, looked: blank.looked + by });
    at += blank.length;
    blocksBefore++;
  }
  const step = steps[first + read.length];
  const block = step?.blocks.length === 1 && at <= change.start ? step.blocks[0] : undefined;
  if (step === undefined || block === undefined || change.end > at + step.length) return undefined;
  const typed = typedIn(block, at, text, change);
  if (typed === undefined) return undefined;
  read.push({ ...step, blocks: [typed], length: step.length + by, looked: step.looked + by });
  return {
    ...previous,
    text,
    blocks: spliced(previous.blocks, blocksBefore, blocksBefore + 1, [typed]),
    steps: spliced(steps, first, first + read.length, read),
  };
}

function isBlank({ blocks }: ReadStep): boolean {
  return blocks.length === 1 && blocks[0]!.kind === 'blank';
}

/** The block at an offset with another word in it; undefined where more than that may have changed. */
function typedIn(block: Block, at: number, text: Text, change: TextChange): Block | undefined {
  const { kind, masked, marks, declarations, directives, inclusions } = block;
  if (!TEXT.has(kind) || (declarations ?? directives ?? inclusions) !== undefined) return undefined;
  const start = change.start - at;
  const end = change.end - at;
  const inserted = text.slice(change.start, change.start + change.newLength);
  if (!LETTERS.test(masked.slice(start, end)) || !LETTERS.test(inserted)) return undefined;
  let from = start;
  while (from > 0 && isLetter(unitAt(masked, from - 1))) from--;
  let to = end;
  while (isLetter(unitAt(masked, to))) to++;
  const before = masked.slice(Math.max(0, from - AROUND), from);
  const behind = masked.slice(to, to + AROUND);
  const isWord = to - from > end - start && PLAIN_BEFORE.test(before) && PLAIN_BEHIND.test(behind);
  if (!isWord || TELLING_LINE.test(masked)) return undefined;
  // White space in a mask may be markup.
  const word = masked.slice(from, start) + inserted + masked.slice(end, to);
  const by = inserted.length - (end - start);
  const source = text.slice(at + from - before.length, at + to + behind.length + by);
  if (source !== before + word + behind) return undefined;
  const now = { ...block, masked: masked.slice(0, start) + inserted + masked.slice(end) };
  if (marks === undefined) return now;
  if (marks.some(mark => isBeside(mark, from - before.length, to + behind.length))) return undefined;
  return { ...now, marks: marks.map(mark => movedMark(mark, start, by)) };
}

/** Whether a mark begins or ends in a stretch. */
function isBeside({ start, end }: Span, from: number, to: number): boolean {
  return (start >= from && start <= to) || (end >= from && end <= to);
}

function movedMark(mark: Mark, at: number, by: number): Mark {
  if (mark.end <= at) return mark;
  return { ...mark, start: mark.start <= at ? mark.start : mark.start + by, end: mark.end + by };
}
