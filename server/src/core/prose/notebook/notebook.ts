import { nextLine } from '../../nextLine.ts';
import { type Block, Fill, type Format, type Reader, type Span } from '../../types.ts';
import { readCodeCell } from '../markdown/code.ts';
import { markdown } from '../markdown/format.ts';
import { opaqueText } from '../mask.ts';
import { eraseState, readDocument } from '../reading.ts';
import { type Cell, cellsWithProse, type Place } from './cells.ts';
import { fit } from './fit.ts';

/**
 * A Jupyter notebook as its JSON text: the Markdown cells, each read as Markdown, and the captions in code, in their
 * order; all else is opaque. What a JSON escape prints stands at its first unit (`\u03b1` is α), the rest is transparent. A step ends with
 * the line on which such a cell does, if nothing else begins there: so in a file as Jupyter writes it, with each.
 */
const reader: Reader<Place> = {
  start: () => 'head',
  sameState: (a, b) => a === b,
  readBlocks(text, at, place) {
    const blocks: Block[] = [];
    let done = at;
    const opaque = (end: number): void => {
      if (end > done) blocks.push({ kind: 'opaque', masked: opaqueText(text, done, end) });
      done = end;
    };
    for (const cell of cellsWithProse(text, at, place)) {
      opaque(cell.places[0]!);
      for (const block of cellBlocks(text, cell)) {
        blocks.push(block);
        done += block.masked.length;
      }
      const next = behindCell(text, cell.end);
      if (next === undefined) continue;
      opaque(next);
      return { blocks, next, looked: next, state: 'cells' };
    }
    opaque(text.length);
    return { blocks, next: text.length, looked: text.length, state: 'cells' };
  },
};

/** Where the next line begins, if nothing but a comma and blanks stands before it. */
function behindCell(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length && ', \t\r'.includes(text.charAt(at))) at++;
  return text.charAt(at) === '\n' ? at + 1 : undefined;
}

export const notebook: Format = {
  id: 'notebook',
  languageIds: ['jupyter', 'ipynb'],
  extensions: ['.ipynb'],
  reader: eraseState(reader),
  comment: markdown.comment,
  fit,
  citation: markdown.citation,
};

/** The blocks of a cell, laid out over its JSON text. */
function cellBlocks(text: string, { isCode, source, places }: Cell): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const block of isCode ? readCodeCell(source) : readDocument(markdown, source).blocks) {
    const start = at;
    const origin = places[start]!;
    const moved = <Placed extends Span>(span: Placed): Placed => ({
      ...span,
      start: places[start + span.start]! - origin,
      end: (span.end > 0 ? endOfUnit(text, places, start + span.end - 1) : origin) - origin,
    });
    at += block.masked.length;
    const masked = spread(text, places, start, at, block.masked);
    if (masked === '') continue;
    blocks.push({
      ...block,
      masked,
      ...(block.marks && { marks: block.marks.map(moved) }),
      ...(block.declarations && {
        declarations: block.declarations.map(declaration => ({
          ...declaration,
          short: moved(declaration.short),
          long: moved(declaration.long),
        })),
      }),
      ...(block.directives && {
        directives: block.directives.map(directive => {
          const line = nextLine(source, start + directive.end);
          return {
            ...moved(directive),
            nextLine: moved({ start: line.start - start, end: line.end - start }),
          };
        }),
      }),
      ...(block.inclusions && { inclusions: block.inclusions.map(moved) }),
    });
  }
  return blocks;
}

/** Where a unit ends: an escape sequence's end, not the next unit's place (quotes and commas may be between). */
function endOfUnit(text: string, places: readonly number[], unit: number): number {
  const place = places[unit]!;
  if (text.charAt(place) !== '\\') return place + 1;
  return Math.min(places[unit + 1]!, place + (text.charAt(place + 1) === 'u' ? 6 : 2));
}

/** Masked units `start`…`end` of a cell, each at its place in the JSON text. */
function spread(text: string, places: readonly number[], start: number, end: number, masked: string): string {
  const parts: string[] = [];
  for (let unit = start; unit < end; unit++) {
    const shown = masked.charAt(unit - start);
    const white = /\s/.test(shown);
    const unitEnd = endOfUnit(text, places, unit);
    const source = text.slice(places[unit]!, places[unit + 1]!);
    parts.push(white && shown !== Fill.cell ? Fill.space : shown);
    const rest = white ? Fill.space : shown === Fill.opaque ? Fill.opaque : Fill.transparent;
    for (let at = 1; at < source.length; at++) {
      const original = source.charAt(at);
      if (original === '\n' || original === '\r') parts.push(original);
      else parts.push(places[unit]! + at < unitEnd ? rest : Fill.space);
    }
  }
  return parts.join('');
}
