import type { Mark, Span } from '../../types.ts';
import type { BlockList } from '../blockList.ts';
import type { Mask } from '../mask.ts';
import { indexWithin, isWhite, skipWhite } from '../scan.ts';
import { isReferenceMark } from '../superscripts.ts';
import { attributeOf, type Tag } from './tags.ts';

/** Numbers of references with the tags of their links. */
const LONGEST_REFERENCES = 2000;
const TAG = /<[^<>]{1,300}>/g;

/** An inline element that is open. */
export interface Inline {
  readonly tag: Tag;
  /** The explanation inside an `<abbrev>`: its tags. */
  definition?: { readonly start: Tag; end?: Tag };
}

/** Takes up what an inline element says, now that its end tag is met: a mark, superscript numbers, an abbreviation. */
export function closeInline(
  text: string,
  mask: Mask,
  blocks: BlockList,
  { tag: open, definition }: Inline,
  close: Tag,
  mark: Mark['kind'] | undefined,
): void {
  const inner: Span = { start: open.end, end: close.start };
  if (inner.start >= inner.end) return;
  if (mark !== undefined) blocks.mark(mark, inner.start, inner.end);
  if (open.name === 'sup' && isNotes(text, { start: open.start, end: close.end }, inner)) {
    mask.opaque(open.start, close.end);
    blocks.mark('citation', open.start, close.end);
  }
  if (open.name !== 'abbr' && open.name !== 'abbrev') return;
  const long =
    open.name === 'abbr'
      ? attributeOf(text, open, 'title')
      : (attributeOf(text, open, 'alt') ?? attributeOf(text, open, 'xlink:title'));
  if (definition?.end !== undefined) {
    declare(
      text,
      blocks,
      { start: open.end, end: definition.start.start },
      { start: definition.start.end, end: definition.end.start },
    );
  } else if (long !== undefined) declare(text, blocks, inner, long);
}

function declare(text: string, blocks: BlockList, short: Span, long: Span): void {
  const explained = withoutTags(text, long);
  if (text.slice(short.start, short.end).trim() !== '' && explained.start < explained.end) {
    blocks.declaration('markup', short, explained);
  }
}

/** Whether a superscript is numbers of references, each in its link perhaps. */
function isNotes(text: string, whole: Span, { start, end }: Span): boolean {
  const words = text
    .slice(start, Math.min(end, start + LONGEST_REFERENCES))
    .replace(TAG, '')
    .trim();
  return isReferenceMark(text, whole, words, { from: 0, to: text.length });
}

/** A span without white space and whole tags at its ends. */
function withoutTags(text: string, { start: from, end: to }: Span): Span {
  let start = skipWhite(text, from, to);
  let end = to;
  while (start < end && text.charCodeAt(start) === 0x3c) {
    const close = indexWithin(text, '>', start, end);
    start = skipWhite(text, close < 0 ? end : close + 1, end);
  }
  for (;;) {
    while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
    if (end <= start || text.charCodeAt(end - 1) !== 0x3e) return { start, end };
    end--;
    while (end > start && text.charCodeAt(end) !== 0x3c) end--;
  }
}
