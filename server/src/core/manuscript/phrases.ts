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

/** The phrases that begin with one word, folded. */
interface Family {
  readonly phrases: Set<string>;
  /** How many words they have, each number once, the highest first. */
  counts: number[];
}

/**
 * Makes a finder of phrases (folded by `foldLong`; those of one word are left out). Where two begin at one
 * place, the longer is found. Linear in the text, however many phrases there are: at a word that begins none it only
 * looks at the word.
 */
export function createPhraseFinder(phrases: Iterable<string>): PhraseFinder {
  const byFirst = new Map<string, Family>();
  const beginnings = new Beginnings();
  for (const phrase of new Set(phrases)) {
    const words = phrase.split(' ');
    const first = foldLong(words[0] ?? '');
    if (words.length < FEWEST_WORDS || first === '') continue;
    beginnings.add(first);
    const family = byFirst.get(first) ?? { phrases: new Set(), counts: [] };
    byFirst.set(first, family);
    family.phrases.add(phrase);
    if (!family.counts.includes(words.length)) family.counts.push(words.length);
  }
  for (const family of byFirst.values()) family.counts.sort((a, b) => b - a);

  // A text has few different words that begin like a phrase.
  const familyOfWord = new Map<string, Family | undefined>();
  const familyOf = (word: string): Family | undefined => {
    let family = familyOfWord.get(word);
    if (family === undefined && !familyOfWord.has(word)) {
      family = byFirst.get(foldLong(word));
      familyOfWord.set(word, family);
    }
    return family;
  };

  const find = (masked: string): readonly FoundPhrase[] => {
    if (byFirst.size === 0) return NONE;
    let found: FoundPhrase[] | undefined;
    const { length } = masked;
    for (let at = 0; at < length; at++) {
      const start = at;
      while (at < length && (characterClass(masked.charCodeAt(at)) & WORD) !== 0) at++;
      if (at === start || !beginnings.may(masked, start, at)) continue;
      const match = matchAt(masked, start, at);
      if (match === undefined) continue;
      if (found === undefined) found = [match];
      else found.push(match);
      at = match.end;
    }
    return found ?? NONE;
  };

  const matchAt = (masked: string, start: number, firstEnd: number): FoundPhrase | undefined => {
    const family = familyOf(masked.slice(start, firstEnd));
    if (family === undefined) return undefined;
    for (const words of family.counts) {
      let end = firstEnd;
      for (let count = 1; count < words && end > 0; count++) end = nextWordEnd(masked, end);
      if (end === 0) continue;
      const phrase = foldLong(masked.slice(start, end));
      if (family.phrases.has(phrase)) return { start, end, phrase };
    }
    return undefined;
  };

  return find;
}

const NONE: readonly FoundPhrase[] = [];
const ASCII = 0x80;
const LETTERS = 32;
/** "as" folds to "a"; of longer words, singular and plural have the same first two letters. */
const SHORT_WORD = 2;

/**
 * The first two letters of words: a look that spares most words of a text being cut out and folded. A letter counts by its last
 * bits, which capitals have too: with all bits, each text would need a table of sixteen thousand places.
 */
class Beginnings {
  readonly #pairs = new Uint8Array(LETTERS * LETTERS);
  /** Words of one letter. */
  readonly #single = new Uint8Array(LETTERS);

  add(folded: string): void {
    const [first, second] = [folded.charCodeAt(0), folded.charCodeAt(1)];
    if (first >= ASCII) return;
    if (folded.length === 1) this.#single[first % LETTERS] = 1;
    else if (second < ASCII) this.#mark(first, second);
    // British spelling alters these two: "oestrogen", "haematopoietic", "foetus".
    for (const vowel of [A, O]) {
      if (first === E) this.#mark(vowel, E);
      if (second === E) this.#mark(first, vowel);
    }
  }

  #mark(first: number, second: number): void {
    this.#pairs[(first % LETTERS) * LETTERS + (second % LETTERS)] = 1;
  }

  /** Whether a word of the text may fold to one of them; false only where it surely doesn't. */
  may(text: string, start: number, end: number): boolean {
    // At the text's end there are not three characters to look at.
    if (start + 2 >= text.length) return true;
    const first = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1);
    // Markup inside the word, or a mark that belongs to the second letter.
    if ((first | second | text.charCodeAt(start + 2)) >= ASCII) return true;
    if (end - start <= SHORT_WORD && this.#single[first % LETTERS] !== 0) return true;
    return this.#pairs[(first % LETTERS) * LETTERS + (second % LETTERS)] !== 0;
  }
}

const [A, E, O] = [0x61, 0x65, 0x6f];

function wordEnd(masked: string, start: number): number {
  let at = start;
  while (at < masked.length && (characterClass(masked.charCodeAt(at)) & WORD) !== 0) at++;
  return at;
}

/** The end of the word behind the one that ends at `end`; 0 where something else comes first. */
function nextWordEnd(masked: string, end: number): number {
  let at = end;
  while (at < masked.length && (characterClass(masked.charCodeAt(at)) & JOINT) !== 0) at++;
  const next = wordEnd(masked, at);
  return next === at ? 0 : next;
}
