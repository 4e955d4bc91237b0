/** Looks for some words in a few paragraphs, all at once: far less work than counting what these write. */
import { characterClass, WORD } from '../analysis/characters.ts';
import { TRANSPARENT } from '../signs.ts';
import { Fill, type Written } from '../types.ts';
import { INFLECTIONS, LONGEST_STEM } from './writtenWords.ts';

/** Words that can be asked for: of a whole manuscript, or of some paragraphs of it. */
export type Words = Pick<Written, 'word' | 'stem'>;

/** A word that is asked for, not empty: as a whole, or how it begins (from its fourth letter to its seventh). */
export interface Asked {
  readonly word: string;
  readonly begins: boolean;
}

/** Whether a word is there. */
export function isThere({ word, begins }: Asked, words: Words): boolean {
  return begins ? words.stem(word) : words.word(word);
}

interface Sought extends Asked {
  /** The beginning that is looked for, in lower case, or the word. */
  readonly letters: string;
  found: boolean;
}

/** What masked texts say of these words, and of no others. Linear in the texts, for so few words. */
export function lookedUp(asked: Iterable<Asked>, texts: readonly string[]): Words {
  const [whole, stems] = [new Map<string, Sought>(), new Map<string, Sought>()];
  const byLetter: (Sought[] | undefined)[] = [];
  for (const { word, begins } of asked) {
    const kind = begins ? stems : whole;
    if (kind.has(word)) continue;
    const letters = begins ? word.slice(0, LONGEST_STEM).toLowerCase() : word;
    const sought = { word, begins, letters, found: false };
    kind.set(word, sought);
    const letter = small(letters.charCodeAt(0));
    const same = byLetter[letter];
    if (same === undefined) byLetter[letter] = [sought];
    else same.push(sought);
  }
  for (const text of texts) look(text, byLetter);
  return {
    word: word => whole.get(word)?.found === true,
    stem: word => stems.get(word)?.found === true,
  };
}

/** Marks those that a text writes. */
function look(masked: string, byLetter: readonly (readonly Sought[] | undefined)[]): void {
  const { length } = masked;
  for (let at = 0; at < length; at++) {
    let code = 0;
    let start = at;
    // Markup may stand before a word's first letter, too.
    for (; at < length; at++) {
      code = masked.charCodeAt(at);
      if ((characterClass(code) & WORD) === 0) break;
      if (start === at && code === TRANSPARENT) start++;
    }
    if (at === start) continue;
    const same = byLetter[small(masked.charCodeAt(start))];
    if (same === undefined) continue;
    for (const sought of same) sought.found ||= stands(sought, masked, start, at);
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
