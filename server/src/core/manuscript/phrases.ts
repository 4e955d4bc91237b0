/** Finds phrases of several words in masked text: the long forms that a manuscript spells out. */
import { Char, characterClass, WORD } from '../analysis/characters.ts';
import { foldLong } from '../glossary/normalize.ts';
import type { Span } from '../types.ts';

/** An occurrence in a block. Offsets are relative to it. */
export interface FoundPhrase extends Span {
  /** The phrase as it was given: folded by `foldLong`. */
  readonly phrase: string;
}

/** The phrases in masked text, in order; no two overlap. */
export type PhraseFinder = (masked: string) => readonly FoundPhrase[];

/** Words between two of which there is nothing but white space, hyphens and markup. */
const JOINT = Char.space | Char.hyphen | Char.transparent;
const FEWEST_WORDS = 2;

/**
 * Makes a finder of phrases (folded by `foldLong`; those of one word are left out). Where two begin at one
 * place, the longer is found. Linear in the text: at a word that begins no phrase it only looks at the word.
 */
export function createPhraseFinder(phrases: Iterable<string>): PhraseFinder {
  const byFirst = new Map<string, { readonly phrase: string; readonly words: number }[]>();
  const initials = new Set<number>();
  for (const phrase of new Set(phrases)) {
    const words = phrase.split(' ');
    const first = foldLong(words[0] ?? '');
    if (words.length < FEWEST_WORDS || first === '') continue;
    initials.add(first.charCodeAt(0));
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [{ phrase, words: words.length }]);
    else known.push({ phrase, words: words.length });
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.words - a.words);

  // A text has few different words that begin like a phrase.
  const foldedWords = new Map<string, string>();
  const folded = (word: string): string => {
    let known = foldedWords.get(word);
    if (known === undefined) {
      known = foldLong(word);
      foldedWords.set(word, known);
    }
    return known;
  };

  const find = (masked: string): readonly FoundPhrase[] => {
    if (byFirst.size === 0) return [];
    const found: FoundPhrase[] = [];
    for (let at = 0; at < masked.length; ) {
      const end = wordEnd(masked, at);
      if (end === at) {
        at++;
        continue;
      }
      const match = initials.has(masked.charCodeAt(at) | 0x20) ? matchAt(masked, at, end) : undefined;
      if (match !== undefined) found.push(match);
      at = match?.end ?? end;
    }
    return found;
  };

  const matchAt = (masked: string, start: number, firstEnd: number): FoundPhrase | undefined => {
    for (const { phrase, words } of byFirst.get(folded(masked.slice(start, firstEnd))) ?? []) {
      let end = firstEnd;
      for (let count = 1; count < words && end > 0; count++) end = nextWordEnd(masked, end);
      if (end > 0 && foldLong(masked.slice(start, end)) === phrase) return { start, end, phrase };
    }
    return undefined;
  };

  return find;
}

function wordEnd(masked: string, start: number): number {
  let at = start;
  while ((characterClass(masked.charCodeAt(at)) & WORD) !== 0) at++;
  return at;
}

/** The end of the word behind the one that ends at `end`; 0 where something else comes first. */
function nextWordEnd(masked: string, end: number): number {
  let at = end;
  while ((characterClass(masked.charCodeAt(at)) & JOINT) !== 0) at++;
  const next = wordEnd(masked, at);
  return next === at ? 0 : next;
}
