/** Whether a text speaks of what a sense means, judged by the sense's own words. */
import type { Block, GlossaryEntry, Written } from '../types.ts';
import { WrittenWords } from './writtenWords.ts';

/** Words that can be asked for: of a whole manuscript, or of some paragraphs of it. */
type Words = Pick<Written, 'word' | 'stem'>;

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
export function isWritten(long: string, written: Words, share: number): boolean {
  const words = weightyWords(long);
  const found = words.filter(written.stem);
  return found.length > 0 && found.length >= share * words.length;
}

/** Whether the prose holds a context word: names as they are, other words by how they begin, phrases by their words. */
function speaksOf(context: string, written: Words): boolean {
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
/** What stands in the paragraphs of the short form itself counts so often again. */
const BESIDE = 2;
/** By so much a sense must lead before it is preferred to the others … */
const LEAD = 4;
/** … and so many times what speaks for the next. */
const TIMES = 3;
/** So many of the paragraphs that mention a form are looked at: the first ones. */
const MOST_PARAGRAPHS = 16;
/** … of each so many characters: a longer one is no paragraph that a person wrote. */
const MOST_CHARACTERS = 8_000;

/** Senses by what speaks for them. */
export interface WeighedSenses {
  /** Those for which the text speaks most come first, others as they were. */
  readonly ordered: readonly GlossaryEntry[];
  /** The one that the text clearly means; undefined where it must be asked. */
  readonly meant: GlossaryEntry | undefined;
}

/**
 * Weighs the senses of a form by their context words and long forms: those in the paragraphs that mention the form
 * count three times, those elsewhere in the manuscript once. Takes time for no more than a few of these paragraphs.
 * @param paragraphs those that mention the form, in their order; one may come again
 */
export function weighSenses(
  senses: readonly GlossaryEntry[],
  paragraphs: readonly Block[],
  written: Written,
): WeighedSenses {
  const beside = wordsIn(paragraphs);
  const weighed = senses
    .map(entry => ({ entry, weight: weightIn(entry, written) + BESIDE * weightIn(entry, beside) }))
    .sort((one, other) => other.weight - one.weight);
  const [first, second] = weighed;
  const isClear =
    first !== undefined &&
    second !== undefined &&
    first.weight - second.weight >= LEAD &&
    first.weight >= TIMES * second.weight;
  return { ordered: weighed.map(({ entry }) => entry), meant: isClear ? first.entry : undefined };
}

function weightIn({ long, alternatives = [], context = [] }: GlossaryEntry, words: Words): number {
  const spoken = context.filter(word => speaksOf(word, words)).length;
  return spoken + ([long, ...alternatives].some(each => isWritten(each, words, 1)) ? LONG_FORM : 0);
}

function wordsIn(paragraphs: readonly Block[]): Words {
  const texts = [...new Set(paragraphs)]
    .slice(0, MOST_PARAGRAPHS)
    .map(({ masked }) => masked.slice(0, MOST_CHARACTERS));
  const words = new WrittenWords(texts.reduce((sum, { length }) => sum + length, 0));
  for (const text of texts) words.count(text, 1);
  return { word: word => words.has(word), stem: word => words.hasStem(word) };
}
