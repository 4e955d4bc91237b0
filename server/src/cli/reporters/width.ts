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
  /** The UTF-16 offset at which a cell begins; that of the text's end for the one after the last. */
  readonly startOf: (cell: number) => number;
  /** The columns that a cell covers. */
  readonly widthOf: (cell: number) => number;
  /** What is shown of the cells between two. */
  readonly shown: (from: number, to: number) => string;
}

/** The cells of a text: tabs are spaces, and nothing of it can act on the terminal. */
export function cellsOf(text: string): Cells {
  if (PLAIN.test(text)) {
    return {
      count: text.length,
      startOf: cell => cell,
      widthOf: () => 1,
      shown: (from, to) => text.slice(from, to),
    };
  }
  const starts: number[] = [];
  const texts: string[] = [];
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    starts.push(index);
    texts.push(isUnshown(segment) ? (segment === '\t' ? ' ' : '') : segment);
  }
  return {
    count: texts.length,
    startOf: cell => starts[cell] ?? text.length,
    widthOf: cell => widthOf(texts[cell]!),
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
