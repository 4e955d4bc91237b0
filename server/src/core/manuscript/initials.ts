/** The first letters of a block's words, in which a short form's letters are looked for. */
import type { Block } from '../types.ts';

/** What parts phrases: punctuation, fill, line ends of paragraphs. */
const PARTING = /[.;:()[\]\uFFFC,?!]/;
const PIECE = /[A-Za-z]+|[.;:()[\]\uFFFC,?!]/g;
const SKIPPED: ReadonlySet<string> = new Set(
  'a an and as at by for from in of on or per the to with'.split(' '),
);

const known = new WeakMap<Block, readonly [all: string, weighty: string]>();

/** Initials of a block's words, in lower case, and the same without small words; phrases apart. Linear, and remembered. */
function initialsOf(block: Block): readonly [all: string, weighty: string] {
  let initials = known.get(block);
  if (initials === undefined) {
    const all: string[] = [];
    const weighty: string[] = [];
    for (const [piece] of block.masked.replace(/\uE000/g, '').matchAll(PIECE)) {
      const isParting = PARTING.test(piece);
      // Other short forms are no words.
      if (!isParting && /[A-Z][^A-Z]*[A-Z]/.test(piece)) continue;
      const letter = isParting ? '|' : piece.charAt(0).toLowerCase();
      all.push(letter);
      if (!SKIPPED.has(piece.toLowerCase())) weighty.push(letter);
    }
    initials = [all.join(''), weighty.join('')];
    known.set(block, initials);
  }
  return initials;
}

/** Whether consecutive words of a phrase begin with these letters (lower case), small words counted or not. */
export function hasInitials(block: Block, letters: string): boolean {
  return initialsOf(block).some(initials => initials.includes(letters));
}
