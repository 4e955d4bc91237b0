import { HYPHEN, SPACE } from '../signs.ts';

/** The alphabet of a trie: a to z, and the hyphen. */
const LETTERS = 27;
const A = 0x61;
const Z = 0x7a;

/** Words of small letters with bits set each, to be walked letter by letter without making strings. */
export interface Trie {
  /** The node after `node` and the letter `code`, or 0 where no word goes on so. The root is node 0. */
  readonly step: (node: number, code: number) => number;
  /** The bits of the word that ends at `node`; 0 for none. */
  readonly bits: (node: number) => number;
}

const letterOf = (code: number): number =>
  code >= A && code <= Z ? code - A : code === HYPHEN ? LETTERS - 1 : -1;

/**
 * Builds a trie of lists of words (a to z and hyphens), parted by spaces, with the bits of each list. Bits of a word that is
 * given several times are joined.
 */
export function buildTrie(lists: readonly (readonly [words: string, bits: number])[]): Trie {
  // In one piece and without calls, as this is run before any code is warm: no word has more nodes than letters.
  let most = 1;
  for (const [words] of lists) most += words.length;
  const children = new Uint16Array(most * LETTERS);
  const bits = new Int32Array(most);
  let nodes = 1;
  for (const [words, mark] of lists) {
    let node = 0;
    for (let at = 0; at < words.length; at++) {
      const code = words.charCodeAt(at);
      if (code === SPACE) {
        bits[node]! |= mark;
        node = 0;
      } else {
        const slot = node * LETTERS + (code === HYPHEN ? LETTERS - 1 : code - A);
        if (children[slot] === 0) children[slot] = nodes++;
        node = children[slot]!;
      }
    }
    bits[node]! |= mark;
  }
  const table = children.slice(0, nodes * LETTERS);
  const marks = bits.slice(0, nodes);
  return {
    step: (node, code) => {
      const letter = letterOf(code);
      return letter < 0 ? 0 : table[node * LETTERS + letter]!;
    },
    bits: node => marks[node]!,
  };
}

/** The bits of the word `text[start..end)` in this case; 0 where the trie hasn't got it. */
export function wordBits({ step, bits }: Trie, text: string, start: number, end: number): number {
  let node = 0;
  for (let at = start; at < end; at++) {
    node = step(node, text.charCodeAt(at));
    if (node === 0) return 0;
  }
  return start < end ? bits(node) : 0;
}

/** The same whatever the case of its letters (a to z). */
export function foldedWordBits({ step, bits }: Trie, text: string, start: number, end: number): number {
  let node = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    node = step(node, code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
    if (node === 0) return 0;
  }
  return start < end ? bits(node) : 0;
}

/** Whether a word of the trie stands at `at`; more letters may follow. */
export function beginsWord({ step, bits }: Trie, text: string, at: number): boolean {
  let node = 0;
  for (let i = at; i < text.length; i++) {
    node = step(node, text.charCodeAt(i));
    if (node === 0) return false;
    if (bits(node) !== 0) return true;
  }
  return false;
}
