/** Which words the prose of a manuscript writes: counted as hashes, so that no word need be cut out of the text. */
import { Char, characterClass, WORD } from '../../analysis/characters.ts';
import { Fill } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';

/** "PASS" is a word where "passed" is one. */
export const INFLECTIONS: readonly string[] = ['', 's', 'ed', 'd', 'ing', 'es'];

/** Beginnings of words are known from so many letters on … */
const SHORTEST_STEM = 4;
/** … to so many: inflection comes later. */
export const LONGEST_STEM = 7;

/** Seeds that keep whole words, beginnings and what begins inside of words apart. */
const WHOLE = 0x811c9dc5;
const BEGINNING = 0x2f0b4a27;
/** What begins behind a digit inside a word: "methyl" of "5methyl". */
const INNER = 0x51a3f0d9;

const LETTER = Char.upper | Char.lower;
const VISIBLE = WORD & ~Char.transparent;

const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const mixedToo = (hash: number, code: number): number => Math.imul(hash + code, 0x9e3779b1) ^ (hash >>> 15);

/**
 * Counts words. Two words with the same 64 bits of hash would be taken for one; among a million words that
 * happens once in ten million manuscripts. Adding and removing are linear in the text, questions take constant time.
 */
export class WrittenWords {
  readonly #counts: HashCounts;
  /** What was asked for, by half of its hash: two that share it are taken for one, and asked about once too often. */
  readonly #asked = new Set<number>();
  #revision = 0;

  /** `characters`: how long the text is that will be counted first; most are. */
  constructor(characters: number) {
    this.#counts = new HashCounts(characters);
  }

  /** Another number after each change that an answer may have changed by: something that was asked for came or went. */
  get revision(): number {
    return this.#revision;
  }

  /** Counts the words of masked text in place of another's, which was added: those where the two differ. */
  replace(before: string, after: string): void {
    const { from, to, toAfter } = differingWords(before, after);
    // In this order, a word that stays is never counted as gone.
    this.count(after.slice(from, toAfter), 1);
    this.count(before.slice(from, to), -1);
  }

  /** Counts the words of masked text; `by` 1 to add, -1 to take off what was added. */
  count(masked: string, by: 1 | -1): void {
    const { length } = masked;
    for (let at = 0; at < length; at++) {
      const start = at;
      let whole = WHOLE;
      let wholeToo = WHOLE;
      for (; at < length; at++) {
        const code = masked.charCodeAt(at);
        const kind = characterClass(code);
        if ((kind & VISIBLE) !== 0) {
          whole = mixed(whole, code);
          wholeToo = mixedToo(wholeToo, code);
        } else if ((kind & Char.transparent) === 0) break;
      }
      if (at === start) continue;
      // Most words of a text have stood there before: their beginnings are counted once for all of them.
      if (!this.#add(whole, wholeToo, by)) continue;
      this.#countBeginnings(masked, start, at, by, BEGINNING);
      for (let inner = start + 1; inner < at; inner++) {
        if (beginsInside(masked, inner)) this.#countBeginnings(masked, inner, at, by, INNER);
      }
    }
  }

  #countBeginnings(masked: string, start: number, end: number, by: 1 | -1, seed: number): void {
    let begun = seed;
    let begunToo = seed;
    let length = 0;
    for (let at = start; at < end && length < LONGEST_STEM; at++) {
      const code = masked.charCodeAt(at);
      if ((characterClass(code) & Char.transparent) !== 0) continue;
      const small = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
      begun = mixed(begun, small);
      begunToo = mixedToo(begunToo, small);
      if (++length >= SHORTEST_STEM) this.#add(begun, begunToo, by);
    }
  }

  /** Counts a hash; whether it came with that, or went. */
  #add(hash: number, hashToo: number, by: 1 | -1): boolean {
    const isTurn = this.#counts.add(hash, hashToo, by) === (by > 0 ? 1 : 0);
    if (isTurn && this.#asked.has(hash)) this.#revision++;
    return isTurn;
  }

  /** Whether this word is written, in this case and as a whole; -s, -ed, -ing and the like may follow. */
  has(word: string): boolean {
    let whole = WHOLE;
    let wholeToo = WHOLE;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      whole = mixed(whole, code);
      wholeToo = mixedToo(wholeToo, code);
    }
    for (const ending of INFLECTIONS) if (this.#holds(ending, whole, wholeToo)) return true;
    return false;
  }

  /** Whether a word begins like this one (of at least four letters), in any case: by its first seven letters. */
  hasStem(word: string): boolean {
    return this.#holds(word.slice(0, LONGEST_STEM).toLowerCase(), BEGINNING, BEGINNING);
  }

  /**
   * Whether letters may stand somewhere that are these but for case, at the beginning of a word or behind a digit in it; false
   * only where none do. Of at least four letters, in lower case.
   */
  mayBegin(stem: string): boolean {
    return !isCountable(stem) || this.#holds(stem, BEGINNING, BEGINNING) || this.#holds(stem, INNER, INNER);
  }

  /** Whether one of the words that stand or end between two offsets of masked text was asked for, or how one begins. */
  asksAround(masked: string, start: number, end: number): boolean {
    let from = start;
    while (isInWord(masked, from - 1)) from--;
    for (let at = from; at <= end; at++) {
      const first = at;
      while (isInWord(masked, at)) at++;
      if (at > first && this.#isAsked(masked.slice(first, at).replaceAll(Fill.transparent, ''))) return true;
    }
    return false;
  }

  /** Whether this word, without an ending or with, or one of its beginnings was asked for. */
  #isAsked(word: string): boolean {
    for (const ending of INFLECTIONS) {
      if (word.endsWith(ending) && this.#asked.has(hashOf(word.slice(0, word.length - ending.length), WHOLE)))
        return true;
    }
    const small = word.toLowerCase();
    for (let length = SHORTEST_STEM; length <= LONGEST_STEM && length <= small.length; length++) {
      if (this.#asked.has(hashOf(small.slice(0, length), BEGINNING))) return true;
    }
    return false;
  }

  /** Whether something is counted that goes on with these letters, behind what was hashed so far. */
  #holds(letters: string, hash: number, hashToo: number): boolean {
    let whole = hash;
    let wholeToo = hashToo;
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      whole = mixed(whole, code);
      wholeToo = mixedToo(wholeToo, code);
    }
    this.#asked.add(whole);
    return this.#counts.get(whole, wholeToo) > 0;
  }
}

function hashOf(letters: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < letters.length; at++) hash = mixed(hash, letters.charCodeAt(at));
  return hash;
}

function isInWord(masked: string, at: number): boolean {
  return (characterClass(unitAt(masked, at)) & WORD) !== 0;
}

/** Where two masked texts differ, up to the ends of words: from one offset on, to one in each. */
function differingWords(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly toAfter: number } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let to = before.length;
  let toAfter = after.length;
  while (to > from && toAfter > from && before.charCodeAt(to - 1) === after.charCodeAt(toAfter - 1)) {
    to--;
    toAfter--;
  }
  while (from > 0 && (characterClass(before.charCodeAt(from - 1)) & WORD) !== 0) from--;
  while (to < before.length && (characterClass(before.charCodeAt(to)) & WORD) !== 0) {
    to++;
    toAfter++;
  }
  return { from, to, toAfter };
}

/** Whether letters begin there inside a word, behind a digit, a Greek letter or markup. */
function beginsInside(masked: string, at: number): boolean {
  return (
    (characterClass(masked.charCodeAt(at)) & LETTER) !== 0 &&
    (characterClass(masked.charCodeAt(at - 1)) & LETTER) === 0
  );
}

const [A, Z] = [0x61, 0x7a];

/** Whether a stem is no longer than the beginnings that are counted, begins with a letter of ASCII, and nothing parts it. */
function isCountable(stem: string): boolean {
  const first = stem.charCodeAt(0);
  if (stem.length > LONGEST_STEM || first < A || first > Z) return false;
  for (let at = 1; at < stem.length; at++) {
    if ((characterClass(stem.charCodeAt(at)) & WORD) === 0) return false;
  }
  return true;
}

/** Places of a table to begin with: about one for each character of a short text, which has half as many to be kept. */
const FEWEST = 1 << 6;
const MOST = 1 << 12;

/** A count for each pair of 32-bit hashes: open addressing, at most half full. */
class HashCounts {
  #first!: Int32Array;
  #second!: Int32Array;
  #counts!: Int32Array;
  /** 1 where a place was ever taken. */
  #taken!: Uint8Array;
  #size = 0;

  constructor(places: number) {
    this.#begin(Math.min(places, MOST));
  }

  /** Gives the count that it comes to. */
  add(first: number, second: number, by: number): number {
    const at = this.#placeOf(first, second);
    if (this.#taken[at] === 0) {
      this.#taken[at] = 1;
      this.#first[at] = first;
      this.#second[at] = second;
      this.#size++;
    }
    const count = this.#counts[at]! + by;
    this.#counts[at] = count;
    if (this.#size * 2 > this.#taken.length) this.#rebuild();
    return count;
  }

  get(first: number, second: number): number {
    return this.#counts[this.#placeOf(first, second)]!;
  }

  #placeOf(first: number, second: number): number {
    const mask = this.#taken.length - 1;
    let at = (first ^ (first >>> 15)) & mask;
    while (this.#taken[at] !== 0 && (this.#first[at] !== first || this.#second[at] !== second)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** Makes room, and forgets what is counted no more. */
  #rebuild(): void {
    const [first, second, counts] = [this.#first, this.#second, this.#counts];
    let live = 0;
    for (const count of counts) if (count > 0) live++;
    this.#begin(4 * live);
    for (let at = 0; at < counts.length; at++) {
      if (counts[at]! > 0) this.add(first[at]!, second[at]!, counts[at]!);
    }
  }

  /** Empty, with so many places or a few more. */
  #begin(places: number): void {
    let length = FEWEST;
    while (length < places) length *= 2;
    this.#first = new Int32Array(length);
    this.#second = new Int32Array(length);
    this.#counts = new Int32Array(length);
    this.#taken = new Uint8Array(length);
    this.#size = 0;
  }
}
