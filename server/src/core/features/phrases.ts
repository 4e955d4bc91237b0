/** The words around a place in masked text, and the longest known phrase that they make there. */
import { foldLong, singularWord } from '../glossary/normalize.ts';
import { Fill, type Span } from '../types.ts';

/** No long form that we look for has more words than this. */
const MOST_WORDS = 12;
/** How far from the place words are read, in UTF-16 units. */
const REACH = 160;

function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code >= 0x80) return /[\p{L}\p{N}\p{M}]/u.test(character);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** Whether the character at `at` is a part of a word: a letter or digit, or what may stand between two of them. */
function isInWord(masked: string, at: number): boolean {
  const character = masked[at];
  if (character === undefined) return false;
  if (character === Fill.transparent || isLetter(character)) return true;
  return /['’/]/.test(character) && isLetter(masked[at - 1] ?? '') && isLetter(masked[at + 1] ?? '');
}

/** Whether a character may stand between the words of one phrase. */
function joins(character: string): boolean {
  return /[ \n\r\-\u2010-\u2015]/.test(character);
}

/** The word that `at` stands in or beside; empty where there is none. */
function wordAround(masked: string, at: number): Span {
  let start = at;
  while (isInWord(masked, start - 1) && at - start < REACH) start -= 1;
  let end = at;
  while (isInWord(masked, end) && end - at < REACH) end += 1;
  return { start, end };
}

/**
 * Whether a phrase over `at` may be one of those that are made of these words (folded, as long forms are): false only where
 * none is.
 */
export function mayBePhraseOf(words: ReadonlySet<string>, masked: string, at: number): boolean {
  const { start, end } = wordAround(masked, at);
  // A second word keeps the first from being read as the end of a phrase, which it may be all the same.
  const [word = '', ...others] = foldLong(`${masked.slice(start, end)} x`).split(' ');
  return others.length !== 1 || words.has(word) || words.has(singularWord(word));
}

/**
 * The words of the phrase around `at` in masked text, left to right: at most `MOST_WORDS` to each side, and
 * none beyond a character that no phrase crosses. Nothing where `at` isn't inside or at the end of a word.
 */
function wordsAround(masked: string, at: number): readonly Span[] {
  const { start, end } = wordAround(masked, at);
  if (start === end) return [];
  const words: Span[] = [{ start, end }];
  for (let edge = start; words.length < MOST_WORDS; ) {
    const gap = skip(masked, edge, -1, at);
    if (gap === undefined) break;
    let from = gap;
    while (isInWord(masked, from - 1) && at - from < REACH) from -= 1;
    words.unshift({ start: from, end: gap });
    edge = from;
  }
  const before = words.length;
  for (let edge = end; words.length < before + MOST_WORDS - 1; ) {
    const gap = skip(masked, edge, 1, at);
    if (gap === undefined) break;
    let to = gap;
    while (isInWord(masked, to) && to - at < REACH) to += 1;
    words.push({ start: gap, end: to });
    edge = to;
  }
  return words;
}

/** From the edge of a word over what may stand between words to the edge of the next; nothing beyond reach. */
function skip(masked: string, edge: number, step: 1 | -1, at: number): number | undefined {
  const nextAt = (here: number): number => (step > 0 ? here : here - 1);
  let here = edge;
  while (joins(masked[nextAt(here)] ?? '')) here += step;
  return here !== edge && Math.abs(here - at) < REACH && isInWord(masked, nextAt(here)) ? here : undefined;
}

/**
 * The longest phrase over `at` for which `find` knows something, by its folded form. `find` is asked with at
 * most some 150 phrases, each folded as a long form is.
 */
export function longestPhrase<T>(
  masked: string,
  at: number,
  find: (folded: string) => T | undefined,
): { readonly span: Span; readonly found: T } | undefined {
  const words = wordsAround(masked, at);
  if (words.length === 0) return undefined;
  // Folded together, with a last word that keeps the others from being read as the end of a phrase.
  const folded = foldLong([...words.map(({ start, end }) => masked.slice(start, end)), 'x'].join(' ')).split(
    ' ',
  );
  if (folded.length !== words.length + 1) return undefined;
  const here = words.findIndex(word => word.start <= at && at <= word.end);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count -= 1) {
    for (
      let first = Math.max(0, here - count + 1);
      first <= here && first + count <= words.length;
      first += 1
    ) {
      const found = find(singularWord(folded.slice(first, first + count).join(' ')));
      if (found !== undefined) {
        return { span: { start: words[first]!.start, end: words[first + count - 1]!.end }, found };
      }
    }
  }
  return undefined;
}
