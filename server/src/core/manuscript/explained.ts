/** Whether the words that a short form stands for are written right beside it, in whatever way. */
import type { Block, Span } from '../types.ts';

/** How far (in UTF-16 units) its words may reach. */
const REACH = 120;
/** How far the nearest of them may be: "Development Tool (GRADEpro GDT)". */
const GAP = 20;
/** Two letters begin some two words nearby by chance. */
const FEWEST_LETTERS = 3;
/** Of so many letters the first may stand for a word that isn't there. */
const MANY_LETTERS = 5;

const WORD = /[A-Za-z]+/g;
const SKIPPED: ReadonlySet<string> = new Set('a an and by for from in of on or per the to with'.split(' '));

interface Initial extends Span {
  readonly letter: string;
  readonly isSkipped: boolean;
}

/** The words of a stretch, other short forms left out, with their first letters. */
function initialsOf(text: string): readonly Initial[] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => !/[A-Z][^A-Z]*[A-Z]/.test(word))
    .map(({ 0: word, index }) => ({
      letter: word.charAt(0).toLowerCase(),
      isSkipped: SKIPPED.has(word.toLowerCase()),
      start: index,
      end: index + word.length,
    }));
}

/**
 * Whether consecutive words right before or right behind the mention begin with the letters of `form`, small words
 * counted or not: "Risk of Bias 2 (RoB 2)", "ESS: effective sample size". Bounded work.
 */
export function isExplainedBeside(form: string, { masked }: Block, { start, end }: Span): boolean {
  const letters = form.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (letters.length < FEWEST_LETTERS) return false;
  const leading = masked.slice(Math.max(0, start - REACH), start);
  const isSpelled = (words: readonly Initial[]): boolean =>
    words.map(({ letter }) => letter).join('') === letters;
  // "the Animal Care and Use Committee (IACUC)": all words but the first.
  const isNearlySpelled = (words: readonly Initial[]): boolean =>
    letters.length >= MANY_LETTERS &&
    words
      .map(({ letter }) => letter)
      .join('')
      .slice(1) === letters.slice(1);
  const before = initialsOf(leading);
  const behind = initialsOf(masked.slice(end, end + REACH));
  return [(): boolean => true, ({ isSkipped }: Initial): boolean => !isSkipped].some(counts => {
    const last = before.filter(counts).slice(-letters.length);
    if ((isSpelled(last) || isNearlySpelled(last)) && leading.length - last.at(-1)!.end <= GAP) return true;
    const first = behind.filter(counts).slice(0, letters.length);
    return isSpelled(first) && first[0]!.start <= GAP;
  });
}
