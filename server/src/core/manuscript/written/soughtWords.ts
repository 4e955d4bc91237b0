/** Looks for some words in a few paragraphs, all at once: far less work than counting what these write. */
import { characterClass, WORD } from '../../analysis/characters.ts';
import { TRANSPARENT } from '../../signs.ts';
import { Fill } from '../../types.ts';
import { INFLECTIONS, LONGEST_STEM } from './writtenWords.ts';

/** A word that is sought, not empty: as a whole, or how it begins (from its fourth letter to its seventh). */
export interface Sought {
  readonly word: string;
  readonly begins: boolean;
  /** What is compared: the word, or its beginning in lower case. */
  readonly letters: string;
}

export function wordToSeek(word: string, begins: boolean): Sought {
  return { word, begins, letters: begins ? word.slice(0, LONGEST_STEM).toLowerCase() : word };
}

/** Words are kept by the last bits of their first letters, which capitals and small letters have in common. */
const LETTERS = 32;
const NONE: readonly Sought[] = [];

/** Which of these words masked texts write. Linear in the texts, for so few words. */
export function wordsIn(texts: readonly string[], words: readonly Sought[]): Set<Sought> {
  const found = new Set<Sought>();
  if (words.length === 0) return found;
  const byLetter = new Array<readonly Sought[]>(LETTERS).fill(NONE);
  for (const word of words) {
    const letter = word.letters.charCodeAt(0) % LETTERS;
    byLetter[letter] = [...byLetter[letter]!, word];
  }
  for (const text of texts) look(text, byLetter, found);
  return found;
}

function look(masked: string, byLetter: readonly (readonly Sought[])[], found: Set<Sought>): void {
  const { length } = masked;
  for (let at = 0; at < length; at++) {
    let start = at;
    for (; at < length; at++) {
      const code = masked.charCodeAt(at);
      if ((characterClass(code) & WORD) === 0) break;
      // Markup may stand before a word's first letter, too.
      if (start === at && code === TRANSPARENT) start++;
    }
    if (at === start) continue;
    for (const word of byLetter[masked.charCodeAt(start) % LETTERS]!) {
      if (stands(word, masked, start, at)) found.add(word);
    }
  }
}

/** Whether the word that is sought stands there. */
function stands({ letters, begins }: Sought, masked: string, start: number, end: number): boolean {
  let at = start;
  for (let letter = 0; letter < letters.length; letter++) {
    while (at < end && masked.charCodeAt(at) === TRANSPARENT) at++;
    if (at === end) return false;
    const code = masked.charCodeAt(at++);
    if ((begins ? small(code) : code) !== letters.charCodeAt(letter)) return false;
  }
  return begins || INFLECTIONS.includes(masked.slice(at, end).replaceAll(Fill.transparent, ''));
}

function small(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}
