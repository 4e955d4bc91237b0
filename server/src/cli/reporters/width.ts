/** How text takes its place on a terminal. */
import { eastAsianWidth } from 'get-east-asian-width';

/** What a terminal would act on rather than show: control characters, and those that turn the writing direction. */
const isUnshown = (text: string): boolean =>
  /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u.test(text);

/** Text in which every UTF-16 unit is one character in one column: what most manuscripts are made of. */
const PLAIN = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u03FF\u2010-\u2027\u2030-\u205E\u2190-\u22FF]*$/;

/** What stands as one character on a terminal each, in the order of a text. */
export interface Cells {
  readonly count: number;
  /** The cell that holds what stands at a UTF-16 offset; at the text's end, the one after the last. */
  readonly at: (offset: number) => number;
  /** The columns that the cells between two cover. */
  readonly columns: (from: number, to: number) => number;
  /** As far behind a cell as so many columns reach, and no further than another. */
  readonly onwards: (from: number, to: number, columns: number) => number;
  /** As far before a cell as so many columns reach. */
  readonly backwards: (from: number, columns: number) => number;
  /** What is shown of the cells between two. */
  readonly shown: (from: number, to: number) => string;
}

/** The cells of a text: tabs are spaces, and nothing of it can act on the terminal. */
export function cellsOf(text: string): Cells {
  return PLAIN.test(text) ? plainCells(text) : graphemes(text);
}

function plainCells(text: string): Cells {
  const count = text.length;
  return {
    count,
    at: offset => Math.min(count, offset),
    columns: (from, to) => to - from,
    onwards: (from, to, columns) => Math.max(from, Math.min(to, from + columns)),
    backwards: (from, columns) => Math.max(0, from - Math.max(0, columns)),
    shown: (from, to) => text.slice(from, to),
  };
}

function graphemes(text: string): Cells {
  const starts: number[] = [];
  const texts: string[] = [];
  const widths: number[] = [];
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const shown = isUnshown(segment) ? (segment === '\t' ? ' ' : '') : segment;
    starts.push(index);
    texts.push(shown);
    widths.push(widthOf(shown));
  }
  return {
    count: texts.length,
    at(offset) {
      const next = starts.findIndex(start => start > offset);
      return next >= 0 ? next - 1 : offset < text.length ? texts.length - 1 : texts.length;
    },
    columns: (from, to) => widths.slice(from, to).reduce((sum, width) => sum + width, 0),
    onwards(from, to, columns) {
      let at = from;
      for (let left = columns; at < to && widths[at]! <= left; at++) left -= widths[at]!;
      return at;
    },
    backwards(from, columns) {
      let at = from;
      for (let left = columns; at > 0 && widths[at - 1]! <= left; at--) left -= widths[at - 1]!;
      return at;
    },
    shown: (from, to) => texts.slice(from, to).join(''),
  };
}

/** A text without what a terminal would act on. */
export function safeText(text: string): string {
  return PLAIN.test(text) ? text : Array.from(text, each => (isUnshown(each) ? ' ' : each)).join('');
}

function widthOf(grapheme: string): number {
  if (grapheme === '' || /^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0)!);
}
