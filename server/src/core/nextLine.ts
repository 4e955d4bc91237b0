import type { Span, Text } from './types.ts';

/** Characters of text in which the next line is looked for at first. */
const NEARBY = 1000;

/** The next line behind an offset's own that isn't blank, without its line end; the empty end of a text that has none. */
export function nextLine(text: Text, at: number): Span {
  for (let reach = NEARBY; ; reach *= 2) {
    const { start, end } = nextLineIn(text.slice(at, at + reach));
    if (at + end < Math.min(at + reach, text.length) || at + reach >= text.length)
      return { start: at + start, end: at + end };
  }
}

/** The same of an offset at a text's beginning; what has no such line ends with an empty one. */
function nextLineIn(text: string): Span {
  let start = text.indexOf('\n') + 1;
  if (start === 0) return { start: text.length, end: text.length };
  for (;;) {
    const close = text.indexOf('\n', start);
    const end = close < 0 ? text.length : close;
    if (close < 0 || text.slice(start, end).trim() !== '') return { start, end };
    start = close + 1;
  }
}
