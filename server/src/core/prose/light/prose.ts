import type { Block, BlockKind, Declaration, Mark } from '../../types.ts';
import { Mask } from '../mask.ts';
import { endOfLine, indexWithin } from '../scan.ts';
import { maskInline } from './inline.ts';
import type { LightMarkup } from './lightMarkup.ts';

/** What tells how a cell looks. */
const LONGEST_STYLE = 12;

/** Where a block stands: from `start` to `end`; what follows up to `next` is its underline. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Where its words begin, if its marker is known already. */
  readonly inner?: number;
}

/** A block of prose, without the marker that tells what it is. */
export function proseBlock(
  markup: LightMarkup,
  text: string,
  kind: BlockKind,
  { start, end, next, inner }: Stretch,
): Block {
  const mask = new Mask(text, start, next);
  const marks: Mark[] = [];
  const declarations: Declaration[] = [];
  const source = text.slice(start, end);
  const marker = inner === undefined ? markerOf(markup, kind, source) : null;
  const from = inner ?? start + (marker?.[0].length ?? 0);
  mask.space(start, from);
  mask.space(end, next);
  const term = marker?.groups?.term;
  if (marker && term !== undefined) {
    const termStart = start + marker[0].indexOf(term);
    const termEnd = termStart + term.length;
    mask.show(termStart, termEnd);
    maskInline(markup, { text, origin: start, mask, marks }, termStart, termEnd);
    mask.letter(termEnd, termEnd + 1, ':');
  }
  maskInline(markup, { text, origin: start, mask, marks, declarations }, from, end);
  const tail = kind === 'heading' ? markup.headingTail?.exec(source) : null;
  if (tail) mask.space(start + tail.index, end);
  if (kind === 'table') maskRows(markup, text, mask, start, end);
  return {
    kind,
    masked: mask.build(),
    ...(marks.length > 0 && { marks }),
    ...(declarations.length > 0 && { declarations }),
  };
}

function markerOf(
  { headingMarker, item }: LightMarkup,
  kind: BlockKind,
  source: string,
): RegExpExecArray | null {
  if (kind === 'heading') return headingMarker.exec(source);
  return kind === 'item' || kind === 'definition' ? item.exec(source) : null;
}

/** The boundaries of the cells in rows between `|`. */
function maskRows(
  { row, cellStyle }: LightMarkup,
  text: string,
  mask: Mask,
  start: number,
  end: number,
): void {
  if (!row.test(text.slice(start, endOfLine(text, start)).trimEnd())) return;
  for (let at = indexWithin(text, '|', start, end); at >= 0; at = indexWithin(text, '|', at + 1, end)) {
    const style = cellStyle?.exec(text.slice(Math.max(start, at - LONGEST_STYLE), at))?.[0];
    mask.space(at - (style?.length ?? 0), at);
    mask.cell(at, at + 1);
  }
}
