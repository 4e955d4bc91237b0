/** Whether a paragraph speaks of a long form: whether words stand in it that begin like all of its words of weight. */
import { Char, characterClass } from '../../analysis/characters.ts';
import { remembered } from '../../remembered.ts';
import type { Block } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import type { Sought } from './searches.ts';
import { weightyWords } from './weightyWords.ts';
import { LONGEST_STEM, type WrittenWords } from './writtenWords.ts';

/** How a word begins, its ending left out, so that number doesn't matter: small letters, and those behind the first. */
interface Stem {
  readonly letters: string;
  readonly rest: string;
}

function stemOf(word: string): Stem {
  const letters = word.slice(0, LONGEST_STEM).toLowerCase();
  return { letters, rest: letters.slice(1) };
}

/** The stems of a long form's words of weight. */
const stemsOf = remembered((long): readonly Stem[] => weightyWords(long).map(stemOf));

/** The words of weight of one long form, in one paragraph. */
export class Together implements Sought {
  readonly #stems: readonly Stem[];
  readonly #words: WrittenWords;

  /** `words`: those of the text. */
  constructor(long: string, words: WrittenWords) {
    this.#stems = stemsOf(long);
    this.#words = words;
  }

  mayStand(): boolean {
    for (const { letters } of this.#stems) if (!this.#words.mayBegin(letters)) return false;
    return this.#stems.length > 0;
  }

  standsIn({ masked }: Block): boolean {
    for (const stem of this.#stems) if (!holdsStem(masked, stem)) return false;
    return this.#stems.length > 0;
  }
}

const LETTER = Char.upper | Char.lower;

/** Whether some word begins like this, with a capital or a small letter, or goes on so after a hyphen. Linear. */
function holdsStem(masked: string, { letters, rest }: Stem): boolean {
  const first = letters.charAt(0);
  for (let at = masked.indexOf(rest, 1); at > 0; at = masked.indexOf(rest, at + 1)) {
    const letter = masked.charAt(at - 1);
    const isFirst = letter === first || letter.toLowerCase() === first;
    if (isFirst && (characterClass(unitAt(masked, at - 2)) & LETTER) === 0) return true;
  }
  return false;
}
