/**
 * Reads a block of prose again after an edit within it, no farther from the edit than what is found can depend on it: the
 * rest is as it was, or has moved.
 */
import type { Block, BlockFacts, Definition, Mark, Span, TextChange, Token } from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { Char, characterClass } from './characters.ts';
import { closesBrackets } from './definitions/brackets.ts';
import { findDefinitions, type Room } from './definitions/index.ts';
import { isPlainEnd } from './definitions/window.ts';
import { NOTED_LIST, wholeOf, withoutTabs } from './extract.ts';
import { findTokens } from './tokens.ts';

/**
 * How far (in UTF-16 units) tokens and signs are looked around at, across the ends of sentences, too: 64 for evidence,
 * two words of 40 before a bracket.
 */
const REACH = 80;

/** A block before an edit, and what was found in it. */
export interface ReadBefore {
  readonly block: Block;
  readonly facts: BlockFacts;
}

/** What is read again, in the block before the edit, and how far all that stands behind it has moved. */
interface Stretch extends Span {
  readonly by: number;
}

/**
 * What `extract` finds in a block of prose that a change (relative to the block before it) made; undefined where it takes
 * reading all of it to tell. No definition goes on across the end of a sentence: those are read that stand within REACH.
 */
export function extractAgain(
  { masked, marks = NO_MARKS, declarations }: Block,
  { block: last, facts }: ReadBefore,
  change: TextChange,
  room: Room,
): BlockFacts | undefined {
  const by = masked.length - last.masked.length;
  if (declarations !== undefined || last.declarations !== undefined) return undefined;
  if (!isAllBy(change, last.masked, masked) || masked.includes(NOTED_LIST)) return undefined;
  const start = sentenceStart(masked, change.start - REACH);
  const end = sentenceEnd(last.masked, change.end + REACH);
  if (start === 0 && end === last.masked.length) return undefined;
  const stretch = { start, end, by };
  const own = marksIn(stretch, marks, last.marks ?? NO_MARKS);
  const words = wordsMore(change, last.masked, masked);
  const tokens = outside(stretch, facts.tokens);
  const definitions = outside(stretch, facts.definitions);
  const parts = [masked.slice(0, start), masked.slice(start, end + by), last.masked.slice(start, end)];
  const isKnown = own && tokens && definitions && words !== undefined && parts.every(closesBrackets);
  if (!isKnown) return undefined;
  const scan = findTokens(masked, own, start, end + by);
  const found = wholeOf(masked, findDefinitions(withoutTabs(masked), scan.signs, room));
  if (found.some(each => each.start < start || each.end > end + by)) return undefined;
  return {
    words: facts.words + words,
    tokens: between(stretch, tokens, scan.tokens, movedToken),
    definitions: between(stretch, definitions, found, movedDefinition),
  };
}

const NO_MARKS: readonly Mark[] = [];

/** Whether a change is all that differs between two masked texts. */
function isAllBy({ start, end, newLength }: TextChange, before: string, after: string): boolean {
  return (
    start >= 0 &&
    end <= before.length &&
    after.length - before.length === newLength - (end - start) &&
    after.slice(0, start) === before.slice(0, start) &&
    after.slice(start + newLength) === before.slice(end)
  );
}

/** Where the last sentence starts that starts at an offset at most. */
function sentenceStart(text: string, most: number): number {
  for (let at = most; at > 0; ) {
    at = text.lastIndexOf('.', at - 1);
    if (at > 0 && isPlainEnd(text, at)) return at + 1;
  }
  return 0;
}

/** Where the first sentence ends that ends at an offset at least. */
function sentenceEnd(text: string, least: number): number {
  for (let at = text.indexOf('.', least); at >= 0; at = text.indexOf('.', at + 1)) {
    if (isPlainEnd(text, at)) return at + 1;
  }
  return text.length;
}

/** What stands outside of a stretch; undefined where something stands on both sides of an end of it. */
function outside<T extends Span>({ start, end }: Span, all: readonly T[]): readonly T[] | undefined {
  const isAcross = (each: T): boolean =>
    (each.start < start && each.end > start) || (each.start < end && each.end > end);
  return all.some(isAcross) ? undefined : all.filter(each => each.end <= start || each.start >= end);
}

/** The marks in a stretch that say something of tokens; undefined where those outside aren't what they were. */
function marksIn(
  stretch: Stretch,
  marks: readonly Mark[],
  before: readonly Mark[],
): readonly Mark[] | undefined {
  const { start, end, by } = stretch;
  const apart = outside({ start, end: end + by }, marks.filter(isTelling));
  const last = outside(stretch, before.filter(isTelling));
  if (apart === undefined || apart.length !== last?.length || marks.some(isTerm) || before.some(isTerm))
    return undefined;
  for (const [index, { kind, start: at, end: to, key, command }] of apart.entries()) {
    const other = last[index]!;
    const moved = other.start < end ? 0 : by;
    const isSame = kind === other.kind && key === other.key && command === other.command;
    if (!isSame || at !== other.start + moved || to !== other.end + moved) return undefined;
  }
  return marks.filter(mark => mark.start >= start && mark.end <= end + by);
}

const isTelling = ({ kind }: Mark): boolean => kind === 'emphasis' || kind === 'link' || kind === 'macro';
const isTerm = ({ kind }: Mark): boolean => kind === 'term';

/** How many words more there are; undefined beside Greek letters, where "γδ T" is one word. */
function wordsMore({ start, end }: TextChange, before: string, after: string): number | undefined {
  let from = start;
  while (from > 0 && !isSpace(before, from - 1)) from--;
  let to = end;
  while (to < before.length && !isSpace(before, to)) to++;
  const now = to + after.length - before.length;
  const near = Math.max(0, from - GREEK_GAP);
  if (GREEK.test(before.slice(near, to + GREEK_GAP)) || GREEK.test(after.slice(near, now + GREEK_GAP)))
    return undefined;
  return findTokens(after, undefined, from, now).words - findTokens(before, undefined, from, to).words;
}

const GREEK = /[\u00b5\u0391-\u03c9\u03d5]/;
const GREEK_GAP = 16;

function isSpace(text: string, at: number): boolean {
  return (characterClass(unitAt(text, at)) & Char.space) !== 0;
}

/** What was found again in a stretch, between what stood before it and, moved, what stood behind. */
function between<T extends Span>(
  { end, by }: Stretch,
  apart: readonly T[],
  found: readonly T[],
  moved: (each: T, by: number) => T,
): readonly T[] {
  const all: T[] = [];
  let index = 0;
  for (; index < apart.length && apart[index]!.start < end; index++) all.push(apart[index]!);
  for (const each of found) all.push(each);
  for (; index < apart.length; index++) all.push(by === 0 ? apart[index]! : moved(apart[index]!, by));
  return all;
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function movedToken(token: Token, by: number): Token {
  return { ...token, start: token.start + by, end: token.end + by };
}

function movedDefinition(definition: Definition, by: number): Definition {
  const { start, end, short, long } = definition;
  return {
    ...definition,
    start: start + by,
    end: end + by,
    short: movedSpan(short, by),
    long: movedSpan(long, by),
  };
}
