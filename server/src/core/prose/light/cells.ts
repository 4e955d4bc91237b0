import type { Block, Mark, Span } from '../../types.ts';
import { Mask } from '../mask.ts';
import { maskInline } from './inline.ts';
import type { LightMarkup } from './lightMarkup.ts';

/**
 * A table from stretches of a text that follow each other; what parts them is its cells' boundaries. It begins at
 * `start` and ends at `end`: by default with the first and the last cell.
 */
export function tableOf(
  markup: LightMarkup,
  text: string,
  cells: readonly Span[],
  start = cells[0]!.start,
  end = cells.at(-1)!.end,
): Block {
  const mask = new Mask(text, start, end);
  const marks: Mark[] = [];
  let done = start;
  for (const cell of cells) {
    if (cell.start > done) {
      mask.space(done, cell.start);
      if (cell !== cells[0]) mask.cell(cell.start - 1, cell.start);
    }
    const own: Mark[] = [];
    maskInline(markup, { text, origin: cell.start, mask, marks: own }, cell.start, cell.end);
    const shift = cell.start - start;
    for (const mark of own) marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
    done = cell.end;
  }
  mask.space(done, end);
  return { kind: 'table', masked: mask.build(), ...(marks.length > 0 && { marks }) };
}
