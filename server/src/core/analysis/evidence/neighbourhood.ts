import { CR, LF, OPEN_PARENTHESIS, PERIOD, SPACE } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { Char, characterClass, isCapital, WORD } from '../characters.ts';
import { beginsWord, buildTrie, type Trie, wordBits } from '../trie.ts';

/** How far (in UTF-16 units) a neighbouring word, and a neighbouring phrase, is looked for. */
export const NEIGHBOUR = 24;
const PHRASE = 64;

/** Parts of words that a reader sees: markup inside a word isn't one. */
export const VISIBLE_WORD = WORD & ~Char.transparent;

/** What the word before a token, in small letters, leads in. */
export const Lead = { conjunction: 1, naming: 2, tool: 4 } as const;
const leads = buildTrie([
  ['and or', Lead.conjunction],
  ['as or', Lead.naming],
  ['using used with via by as', Lead.tool],
]);

/** A token and what stands around it in masked text: offsets, units and bounded stretches, made when they are asked for. */
export class Neighbourhood {
  readonly text: string;
  /** The token is `text[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** The word directly before is `text[wordStart, wordEnd)`; empty where none stands there. */
  readonly wordStart: number;
  readonly wordEnd: number;
  /** Bits of `Lead`. */
  readonly lead: number;
  /** The unit right before the token, the one before that, the unit right behind it and the one behind that: runs of blanks are one. */
  readonly preceding: number;
  readonly beforePreceding: number;
  readonly following: number;
  readonly behindFollowing: number;
  /** Where that one stands. */
  readonly nextStart: number;
  /** Whether a word stands directly before, and whether that begins with a capital (A to Z). */
  readonly hasWordBefore: boolean;
  readonly isAfterCapital: boolean;
  /** Whether white space stands right behind the token. */
  readonly isSpaced: boolean;
  #near: string | undefined;
  #before: string | undefined;
  #after: string | undefined;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.wordEnd = previousWordEnd(text, start);
    this.wordStart = previousWordStart(text, start, this.wordEnd);
    this.lead = wordBits(leads, text, this.wordStart, this.wordEnd);
    this.preceding = unitAt(text, start - 1);
    this.beforePreceding = unitAt(text, isBlank(this.preceding) ? startOfBlanks(text, start) - 1 : start - 2);
    this.following = unitAt(text, end);
    this.nextStart = isBlank(this.following) ? endOfBlanks(text, end) : end + 1;
    this.behindFollowing = unitAt(text, this.nextStart);
    this.hasWordBefore = this.wordStart < this.wordEnd;
    this.isAfterCapital = this.hasWordBefore && isCapital(unitAt(text, this.wordStart));
    this.isSpaced = (characterClass(this.following) & Char.space) !== 0;
  }

  /** Whether what stands behind the token, and behind the blanks there, begins with one of these words. */
  isBefore(words: Trie): boolean {
    return beginsWord(words, this.text, this.nextStart);
  }

  /** What stands before the token, as far as a neighbouring word. */
  get near(): string {
    this.#near ??= withSingleBlanks(this.text.slice(Math.max(0, this.start - NEIGHBOUR), this.start));
    return this.#near;
  }

  /** What stands before the token, as far as a neighbouring phrase. */
  get before(): string {
    this.#before ??= withSingleBlanks(this.text.slice(Math.max(0, this.start - PHRASE), this.start));
    return this.#before;
  }

  /** What stands behind the token, as far as a neighbouring phrase. */
  get after(): string {
    this.#after ??= withSingleBlanks(this.text.slice(this.end, this.end + PHRASE));
    return this.#after;
  }
}

/** A blank or a line end, where masked markup or the indentation of a line may make many of one; a cell's end is none. */
const isBlank = (unit: number): boolean => unit === SPACE || unit === LF || unit === CR;

/** Where the run of blanks begins that ends at `at`, and where the one ends that begins there, as far as a neighbouring word. */
function startOfBlanks(text: string, at: number): number {
  let start = at;
  while (start > at - NEIGHBOUR && isBlank(unitAt(text, start - 1))) start--;
  return start;
}

function endOfBlanks(text: string, at: number): number {
  let end = at;
  while (end < at + NEIGHBOUR && isBlank(unitAt(text, end))) end++;
  return end;
}

/** The text as a reader sees it: markup between words, or the indentation of a line, is one blank. */
const withSingleBlanks = (text: string): string =>
  BLANKS.test(text) ? text.replace(EVERY_BLANKS, ' ') : text;

const BLANKS = /[ \n\r]{2}/;
const EVERY_BLANKS = /[ \n\r]{2,}/g;

/** Where the word directly before `at` ends. */
function previousWordEnd(text: string, at: number): number {
  let end = at;
  const limit = Math.max(0, at - NEIGHBOUR);
  while (end > limit) {
    const code = unitAt(text, end - 1);
    if ((characterClass(code) & Char.space) === 0 && code !== PERIOD && code !== OPEN_PARENTHESIS) break;
    end--;
  }
  return end;
}

/** Where the word directly before `at` begins, which ends at `end`: there where none stands. */
function previousWordStart(text: string, at: number, end: number): number {
  let start = end;
  const limit = Math.max(0, at - NEIGHBOUR);
  while (start > limit && (characterClass(unitAt(text, start - 1)) & VISIBLE_WORD) !== 0) start--;
  return start;
}
