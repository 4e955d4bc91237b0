/**
 * The only place where the core's spans become LSP positions and back, in the encoding that client and
 * server agreed on (LSP 3.17, "Position Encoding Kind").
 *
 * | text `a😀b`, offset in UTF-16 | 0 | 1 | 3 | 4 |
 * |-------------------------------|---|---|---|---|
 * | `character` in utf-16         | 0 | 1 | 3 | 4 |
 * | `character` in utf-8          | 0 | 1 | 5 | 6 |
 * | `character` in utf-32         | 0 | 1 | 2 | 3 |
 *
 * Positions from a client are never trusted: whatever lies outside the text is moved to its nearest place.
 */
import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../core/types.ts';
import { type LinedText, lineAt, lineEnd } from './linedText.ts';

export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

export interface Positions {
  readonly encoding: PositionEncoding;
  readonly position: (text: LinedText, offset: number) => Position;
  readonly range: (text: LinedText, span: Span) => Range;
  /** A position inside a character (possible in utf-8 only) means that character's start. */
  readonly offset: (text: LinedText, position: Position) => number;
  /** A range whose ends are swapped is read as it was meant. */
  readonly span: (text: LinedText, range: Range) => Span;
}

/** Picks the encoding: utf-16 where the client can do it, as that is what offsets are; else its first choice. */
export function chooseEncoding(offered: unknown): PositionEncoding {
  if (!Array.isArray(offered) || offered.includes('utf-16')) return 'utf-16';
  const known: readonly PositionEncoding[] = ['utf-32', 'utf-8'];
  return (
    offered.find((encoding): encoding is PositionEncoding => known.includes(encoding as PositionEncoding)) ??
    'utf-16'
  );
}

/** Conversions in one encoding. */
export function positionsIn(encoding: PositionEncoding): Positions {
  const unitsOf = widths[encoding];

  function position(text: LinedText, offset: number): Position {
    const at = clamp(offset, text.text.length);
    const line = lineAt(text, at);
    const start = text.lineStarts.at(line)!;
    if (encoding === 'utf-16') return { line, character: at - start };
    let character = 0;
    let index = start;
    for (const letter of text.text.slice(start, at + 1)) {
      if (index >= at) break;
      character += unitsOf(letter.codePointAt(0)!);
      index += letter.length;
    }
    return { line, character };
  }

  function offset(text: LinedText, { line, character }: Position): number {
    const lines = text.lineStarts.length;
    if (line >= lines) return text.text.length;
    const row = clamp(line, lines - 1);
    const start = text.lineStarts.at(row)!;
    const end = lineEnd(text, row);
    if (encoding === 'utf-16') return start + clamp(character, end - start);
    let index = start;
    let left = character;
    for (const letter of text.text.slice(start, end)) {
      left -= unitsOf(letter.codePointAt(0)!);
      if (!(left >= 0)) break;
      index += letter.length;
    }
    return index;
  }

  return {
    encoding,
    position,
    offset,
    range: (text, span) => ({ start: position(text, span.start), end: position(text, span.end) }),
    span: (text, range) => {
      const start = offset(text, range.start);
      const end = offset(text, range.end);
      return start <= end ? { start, end } : { start: end, end: start };
    },
  };
}

/** How many units one character (code point) takes. A lone surrogate is three bytes, as its replacement is. */
const widths: Readonly<Record<PositionEncoding, (code: number) => number>> = {
  'utf-16': code => (code > 0xffff ? 2 : 1),
  'utf-32': () => 1,
  'utf-8': code => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
};

/** The whole number in `0…most` that is nearest to `value`; 0 for what is no number. */
function clamp(value: number, most: number): number {
  return value > 0 ? Math.min(Math.floor(value), most) : 0;
}
