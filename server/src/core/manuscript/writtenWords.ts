/** Which words a manuscript writes in lower case. */
import { characterClass, WORD } from '../analysis/characters.ts';
import type { Analysis, Block } from '../types.ts';

/** "PASS" is a word where "passed" is one. */
const INFLECTIONS = ['', 's', 'ed', 'd', 'ing', 'es'] as const;
/** Shorter words aren't kept: capitals that short are no words. */
const SHORTEST = 4;

/**
 * Follows one manuscript from version to version. What it gives for a version tells whether that one writes a
 * word (letters a–z, at least four), in the singular or the plural, somewhere in lower case; it holds until
 * the next version is followed. Nothing is read before the first question, and after an edit only the blocks
 * that it touched.
 */
export function followWrittenWords(): (analyses: readonly Analysis[]) => (word: string) => boolean {
  const counts = new Map<string, number>();
  let counted: readonly Block[] = [];

  function count(blocks: readonly Block[]): void {
    let first = 0;
    let end = blocks.length;
    let endCounted = counted.length;
    while (first < end && first < endCounted && blocks[first] === counted[first]) first++;
    while (end > first && endCounted > first && blocks[end - 1] === counted[endCounted - 1]) {
      end--;
      endCounted--;
    }
    // Of an altogether new text, nothing need be taken off word by word.
    if (first === 0 && endCounted === counted.length) counts.clear();
    const gone = counts.size === 0 ? [] : counted.slice(first, endCounted);
    for (const { masked } of gone) {
      for (const word of lowerCaseWords(masked)) counts.set(word, counts.get(word)! - 1);
    }
    for (const { masked } of blocks.slice(first, end)) {
      for (const word of lowerCaseWords(masked)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    counted = blocks;
  }

  const isCounted = (word: string): boolean => (counts.get(word) ?? 0) > 0;
  return analyses => {
    let isUpToDate = false;
    return word => {
      if (!isUpToDate) count(analyses.flatMap(({ reading }) => reading.blocks));
      isUpToDate = true;
      return INFLECTIONS.some(ending => isCounted(word + ending));
    };
  };
}

/** The words of masked text that are made of a–z alone. Linear. */
function lowerCaseWords(masked: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  let isPlain = true;
  for (let at = 0; at <= masked.length; at++) {
    const code = masked.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) continue;
    if ((characterClass(code) & WORD) !== 0) {
      isPlain = false;
      continue;
    }
    if (isPlain && at - start >= SHORTEST) words.push(masked.slice(start, at));
    start = at + 1;
    isPlain = true;
  }
  return words;
}
