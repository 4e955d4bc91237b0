/** Sentences of masked text, each with its full stop. */
import type { Span } from '../types.ts';
import { opensSentence } from './surroundings.ts';

/** The sentences of a block's masked text, white space around them left out. Linear. */
export function sentencesIn(masked: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const text = masked.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    const to = start + text.trimEnd().length;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  };
  for (let at = masked.search(/[.!?]/); at >= 0 && at < masked.length; at++) {
    if (!'.!?'.includes(masked[at]!)) continue;
    const next = masked.slice(at + 1, at + 4).search(/\S/);
    const isEnd = at + 1 === masked.length || /\s/.test(masked[at + 1]!);
    if (isEnd && next > 0 && /[\p{Ll}]/u.test(masked[at + 1 + next]!)) continue;
    if (isEnd && opensSentence(masked, at + 2)) close(at + 1);
  }
  close(masked.length);
  return sentences;
}
