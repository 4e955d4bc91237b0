/** The long forms of a manuscript's definitions, wherever its blocks spell them out. */
import type { Span } from '../types.ts';
import type { Defined } from './defined.ts';
import { createPhraseFinder } from './phrases.ts';
import type { ReadBlock } from './readingOrder.ts';

/** A long form in a block, for one of the abbreviations that it is given for. Block-relative. */
export interface BlockSpelling extends Span {
  readonly kind: 'spelling';
  readonly key: string;
  /** Folded by `foldLong`. */
  readonly long: string;
  /** It touches a definition. */
  readonly defining: boolean;
}

/** Makes a finder for the long forms that are defined; it remembers what it found in each block. */
export function createSpellingFinder({ longForms }: Defined): (read: ReadBlock) => readonly BlockSpelling[] {
  const find = createPhraseFinder(longForms.keys());
  const known = new WeakMap<object, readonly BlockSpelling[]>();
  return ({ placed: { block, facts } }) => {
    if (facts.words === 0) return NONE;
    let spellings = known.get(facts);
    if (spellings === undefined) {
      spellings = find(block).flatMap(({ start, end, phrase }) => {
        const defining = facts.definitions.some(each => each.start < end && start < each.end);
        return longForms
          .get(phrase)!
          .map(key => ({ kind: 'spelling', key, long: phrase, start, end, defining }) as const);
      });
      known.set(facts, spellings);
    }
    return spellings;
  };
}

const NONE: readonly BlockSpelling[] = [];
