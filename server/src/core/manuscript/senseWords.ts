/** Whether a text speaks of what a sense means, judged by the sense's own words. */
import { isProse } from '../analysis/roles.ts';
import type { Analysis, GlossaryEntry } from '../types.ts';

/** Whether the prose holds these characters. Linear in the text. */
function holds(analyses: readonly Analysis[], characters: string): boolean {
  return analyses.some(({ blocks }) =>
    blocks.some(({ role, block }) => isProse(role) && block.masked.includes(characters)),
  );
}

/** The words of weight of a long form. */
function weightyStems(long: string): readonly string[] {
  const words = long.split(/[\s-]+/).filter(word => word.length >= 4);
  // Without the first letter, so that case doesn't matter; without the ending, so that number doesn't.
  return words.map(word => word.slice(1, 7).toLowerCase());
}

/** At least this share of a long form's words of weight stands somewhere in the prose. Linear in the text, for each word. */
export function isWritten(long: string, analyses: readonly Analysis[], share: number): boolean {
  const stems = weightyStems(long);
  const written = stems.filter(stem => holds(analyses, stem));
  return written.length > 0 && written.length >= share * stems.length;
}

/** Some one paragraph of the prose holds all words of weight of a long form. Linear in the text. */
export function isSpokenOf(long: string, analyses: readonly Analysis[]): boolean {
  const stems = weightyStems(long);
  return (
    stems.length > 0 &&
    analyses.some(({ blocks }) =>
      blocks.some(({ role, block }) => isProse(role) && stems.every(stem => block.masked.includes(stem))),
    )
  );
}

/** What a sense's long form counts for, beside its context words, one each. */
const LONG_FORM = 2;
/** So much must speak for one sense before it is preferred to others for which nothing speaks. */
const ENOUGH = 2;

/** The one sense of several that the text speaks for, and for no other; undefined where it must be asked. */
export function meantSense(
  senses: readonly GlossaryEntry[],
  analyses: readonly Analysis[],
): GlossaryEntry | undefined {
  const scores = senses.map(({ long, context = [] }) => {
    const words = context.filter(word => holds(analyses, /[A-Z]/.test(word) ? word : word.slice(1)));
    return words.length + (isWritten(long, analyses, 1) ? LONG_FORM : 0);
  });
  const spoken = senses.filter((_, index) => scores[index]! > 0);
  return spoken.length === 1 && Math.max(...scores) >= ENOUGH ? spoken[0] : undefined;
}
