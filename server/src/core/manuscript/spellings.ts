/** The long forms of a manuscript's definitions, wherever its blocks spell them out. */
import type { PlacedBlock, Span } from '../types.ts';
import type { Defined } from './defined.ts';
import { createPhraseFinder } from './phrases.ts';
import { touching } from './touching.ts';

/** A long form in a block, for one of the abbreviations that it is given for. Block-relative. */
export interface BlockSpelling extends Span {
  readonly kind: 'spelling';
  readonly key: string;
  /** Folded by `foldLong`. */
  readonly long: string;
  /** It touches a definition. */
  readonly defining: boolean;
}

/** Makes a finder for the long forms that are defined. */
export function createSpellingFinder({
  longForms,
}: Defined): (placed: PlacedBlock) => readonly BlockSpelling[] {
  const find = createPhraseFinder(longForms.keys());
  return ({ block, facts }) => {
    if (facts.words === 0) return NONE;
    const isDefining = touching(facts.definitions);
    return find(block.masked).flatMap(({ start, end, phrase }) => {
      const defining = isDefining({ start, end });
      const keys = longForms.get(phrase)!;
      return keys.map(key => ({ kind: 'spelling', key, long: phrase, start, end, defining }) as const);
    });
  };
}

const NONE: readonly BlockSpelling[] = [];
