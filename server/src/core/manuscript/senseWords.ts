/** Whether a text speaks of what a sense means, judged by the sense's own words. */
import type { GlossaryEntry, Written } from '../types.ts';

/** Shorter words stand in any text. */
const WEIGHTY = 4;

function weightyWords(long: string): readonly string[] {
  return long.split(/[\s-]+/).filter(word => word.length >= WEIGHTY);
}

/** Some one paragraph of the prose holds all words of weight of a long form. */
export function isSpokenOf(long: string, written: Written): boolean {
  return written.together(weightyWords(long));
}

/** At least this share of a long form's words of weight stands somewhere in the prose. */
export function isWritten(long: string, written: Written, share: number): boolean {
  const words = weightyWords(long);
  const found = words.filter(written.stem);
  return found.length > 0 && found.length >= share * words.length;
}

/** Whether the prose holds a context word: names as they are, other words by how they begin, phrases by their words. */
function speaksOf(context: string, written: Written): boolean {
  return context
    .split(/[\s-]+/)
    .every(word => (word.length < WEIGHTY || /[A-Z]/.test(word) ? written.word(word) : written.stem(word)));
}

/** Whether the prose holds one of the words that speak for a sense. */
export function isInContext({ context = [] }: GlossaryEntry, written: Written): boolean {
  return context.some(word => speaksOf(word, written));
}

/** What a sense's long form counts for, beside its context words, one each. */
const LONG_FORM = 2;
/** So much must speak for one sense before it is preferred to others for which nothing speaks. */
const ENOUGH = 2;

/** The one sense of several that the text speaks for, and for no other; undefined where it must be asked. */
export function meantSense(senses: readonly GlossaryEntry[], written: Written): GlossaryEntry | undefined {
  const scores = senses.map(({ long, context = [] }) => {
    const words = context.filter(word => speaksOf(word, written));
    return words.length + (isWritten(long, written, 1) ? LONG_FORM : 0);
  });
  const spoken = senses.filter((_, index) => scores[index]! > 0);
  return spoken.length === 1 && Math.max(...scores) >= ENOUGH ? spoken[0] : undefined;
}
