/** The long forms of a manuscript's definitions, wherever its blocks spell them out. */
import type { PlacedBlock, Span } from '../types.ts';
import type { Defined } from './defined.ts';
import { createPhraseFinder, type FoundPhrase } from './phrases.ts';
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
    const found = facts.words === 0 ? NONE_FOUND : find(block.masked);
    if (found.length === 0) return NONE;
    const isDefining = touching(facts.definitions);
    const spellings: BlockSpelling[] = [];
    for (const phrase of found) {
      const { start, end, phrase: long } = phrase;
      const defining = isDefining(phrase);
      for (const key of longForms.get(long)!) {
        spellings.push({ kind: 'spelling', key, long, start, end, defining });
      }
    }
    return spellings;
  };
}

const NONE: readonly BlockSpelling[] = [];
const NONE_FOUND: readonly FoundPhrase[] = [];
