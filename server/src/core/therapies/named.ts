/** The therapies that a stretch of masked text names. */
import { foldLong } from '../glossary/normalize.ts';
import { Fill, type Glossary, type Therapy } from '../types.ts';

/** Words of which the longest name of a therapy is made, at most. */
const MOST_WORDS = 6;

/** The therapies that a sentence names, in its order; of several names at one place the longest. */
export function therapiesIn(sentence: string, glossary: Glossary): readonly Therapy[] {
  const words = sentence.replaceAll(Fill.transparent, '').match(/[\p{L}\p{N}/-]+/gu) ?? [];
  const found = new Set<Therapy>();
  for (let at = 0; at < words.length; at++) {
    for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
      const therapy = glossary.therapyNamed(foldLong(words.slice(at, at + count).join(' ')));
      if (therapy === undefined) continue;
      found.add(therapy);
      at += count - 1;
      break;
    }
  }
  return [...found];
}
