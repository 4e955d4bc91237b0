/** Whether a text speaks of what a sense means, judged by the sense's own words. */
import { isProse } from '../../analysis/roles.ts';
import type { Block, GlossaryEntry, Role, Written } from '../../types.ts';
import { type Sought, wordsIn, wordToSeek } from './soughtWords.ts';
import { WEIGHTY, weightyWords } from './weightyWords.ts';

/** At least this share of a long form's words of weight stands somewhere in the prose. */
export function isWritten(long: string, written: Written, share: number): boolean {
  const words = weightyWords(long);
  const found = words.filter(written.stem);
  return found.length > 0 && found.length >= share * words.length;
}

/** What speaks for a sense: each phrase as its words. */
interface SenseWords {
  /** Its context words: names as they are, other words by how they begin. */
  readonly context: readonly (readonly Sought[])[];
  /** The words of weight of its long forms. */
  readonly longs: readonly (readonly Sought[])[];
  /** All of these words. */
  readonly all: readonly Sought[];
}

// Entries never change: nobody can tell that this is remembered.
const known = new WeakMap<GlossaryEntry, SenseWords>();

function wordsOf(entry: GlossaryEntry): SenseWords {
  let words = known.get(entry);
  if (words === undefined) {
    const { long, alternatives = [] } = entry;
    const context = (entry.context ?? []).map(phrase =>
      phrase
        .split(/[\s-]+/)
        .filter(Boolean)
        .map(contextWord),
    );
    const longs = [long, ...alternatives].map(each => weightyWords(each).map(word => wordToSeek(word, true)));
    words = { context, longs, all: [...context.flat(), ...longs.flat()] };
    known.set(entry, words);
  }
  return words;
}

function contextWord(word: string): Sought {
  return wordToSeek(word, word.length >= WEIGHTY && !/[A-Z]/.test(word));
}

/** Whether the prose holds one of the words that speak for a sense. */
export function isInContext(entry: GlossaryEntry, written: Written): boolean {
  return wordsOf(entry).context.some(phrase => phrase.every(asking(written)));
}

/** Says whether a manuscript has a word. */
function asking(written: Written): (sought: Sought) => boolean {
  return ({ word, begins }) => (begins ? written.stem(word) : written.word(word));
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
export const MOST_CHARACTERS = 8_000;

/** Senses by what speaks for them. */
export interface WeighedSenses {
  /** Those for which the text speaks most come first, others as they were. */
  readonly ordered: readonly GlossaryEntry[];
  /** The one that the text clearly means; undefined where it must be asked. */
  readonly meant: GlossaryEntry | undefined;
}

/** A block that mentions a form, and what it counts as. */
interface Mentioning {
  readonly block: Block;
  readonly role: Role;
}

/**
 * Weighs the senses of a form by their context words and long forms: those in the paragraphs that mention the form
 * count three times, those elsewhere in the manuscript once. Takes time for no more than a few of these paragraphs.
 * @param paragraphs those that mention the form, in their order; one may come again
 */
export function weighSenses(
  senses: readonly GlossaryEntry[],
  paragraphs: readonly Mentioning[],
  written: Written,
): WeighedSenses {
  const words = senses.map(wordsOf);
  const isThere = asking(written);
  const beside = wordsBeside(words, looked(paragraphs), isThere);
  const isBeside = (word: Sought): boolean => beside.has(word);
  const weighed = senses
    .map((entry, index) => {
      const own = words[index]!;
      return { entry, weight: weightOf(own, isThere) + BESIDE * weightOf(own, isBeside) };
    })
    .sort((one, other) => other.weight - one.weight);
  const [first, second] = weighed;
  const isClear =
    first !== undefined &&
    second !== undefined &&
    first.weight - second.weight >= LEAD &&
    first.weight >= TIMES * second.weight;
  return { ordered: weighed.map(({ entry }) => entry), meant: isClear ? first.entry : undefined };
}

/** Those words of senses that stand in these paragraphs. What the prose doesn't write isn't sought in its paragraphs. */
function wordsBeside(
  words: readonly SenseWords[],
  paragraphs: readonly Mentioning[],
  isThere: (word: Sought) => boolean,
): ReadonlySet<Sought> {
  const prose: string[] = [];
  const others: string[] = [];
  for (const { block, role } of paragraphs) {
    (isProse(role) ? prose : others).push(block.masked.slice(0, MOST_CHARACTERS));
  }
  const sought: Sought[] = [];
  for (const { all } of words) for (const word of all) if (isThere(word)) sought.push(word);
  const found = wordsIn(prose, sought);
  if (others.length > 0) {
    const all = words.flatMap(each => each.all);
    for (const word of wordsIn(others, all)) found.add(word);
  }
  return found;
}

function weightOf({ context, longs }: SenseWords, isThere: (word: Sought) => boolean): number {
  let weight = longs.some(long => long.length > 0 && long.every(isThere)) ? LONG_FORM : 0;
  for (const phrase of context) if (phrase.every(isThere)) weight++;
  return weight;
}

/** The first of them, each once. */
function looked(paragraphs: readonly Mentioning[]): readonly Mentioning[] {
  const first: Mentioning[] = [];
  let last: Block | undefined;
  for (const paragraph of paragraphs) {
    const { block } = paragraph;
    if (block === last) continue;
    last = block;
    if (!first.some(each => each.block === block)) first.push(paragraph);
    if (first.length === MOST_PARAGRAPHS) break;
  }
  return first;
}
