/** What stands right before and behind a mention, in the masked text of its block. */
import { Char, characterClass, WORD } from '../analysis/characters.ts';
import type { Mention, Span } from '../types.ts';
import { unitAt } from '../unitAt.ts';

/** How much white space (and markup, which reads as such) may part two neighbours, in UTF-16 units. */
const GAP = 24;

/** A mention in the masked text of its block: offsets into `masked`. */
export interface InBlock extends Span {
  readonly masked: string;
  /** The block's start in its document. */
  readonly origin: number;
}

/** The masked text that a mention stands in. */
export function inBlock(mention: Mention): InBlock {
  const { placed, start, end } = mention;
  return {
    masked: placed.block.masked,
    origin: placed.start,
    start: start - placed.start,
    end: end - placed.start,
  };
}

const isSpace = (masked: string, at: number): boolean =>
  (characterClass(unitAt(masked, at)) & (Char.space | Char.transparent)) !== 0;

/** Whether a letter, digit or hyphen stands there: the word goes on. */
export function isInWord(masked: string, at: number): boolean {
  return (characterClass(unitAt(masked, at)) & (WORD | Char.hyphen)) !== 0;
}

/** The word before `at`, where only white space parts the two. Bounded. */
export function wordBefore(masked: string, at: number): Span | undefined {
  let end = at;
  while (end > 0 && at - end < GAP && isSpace(masked, end - 1)) end--;
  let start = end;
  while (start > 0 && end - start < GAP && isInWord(masked, start - 1)) start--;
  return end === at || start === end ? undefined : { start, end };
}

/** The word behind `at`, where only white space parts the two. Bounded. */
export function wordBehind(masked: string, at: number): Span | undefined {
  let start = at;
  while (start - at < GAP && isSpace(masked, start)) start++;
  let end = start;
  while (end - start < GAP && isInWord(masked, end)) end++;
  return start === at || start === end ? undefined : { start, end };
}

/** Words whose period ends no sentence. */
const ABBREVIATED = new Set([
  'vs',
  'cf',
  'al',
  'eg',
  'ie',
  'e.g',
  'i.e',
  'ca',
  'approx',
  'resp',
  'no',
  'fig',
  'ref',
]);

/** Whether a sentence (or the block) begins at this offset. */
export function opensSentence(masked: string, at: number): boolean {
  let before = at;
  while (before > 0 && at - before < GAP && isSpace(masked, before - 1)) before--;
  if (before === 0) return true;
  const sign = masked[before - 1]!;
  if (sign !== '.') return sign === '!' || sign === '?';
  const last = /[A-Za-z.]{0,8}$/.exec(masked.slice(Math.max(0, before - 8), before - 1))?.[0] ?? '';
  return !ABBREVIATED.has(last.toLowerCase());
}
