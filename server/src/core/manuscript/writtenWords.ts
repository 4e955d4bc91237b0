/** Which words the prose of a manuscript writes: counted as hashes, so that no word need be cut out of the text. */
import { Char, characterClass, WORD } from '../analysis/characters.ts';

/** "PASS" is a word where "passed" is one. */
export const INFLECTIONS: readonly string[] = ['', 's', 'ed', 'd', 'ing', 'es'];

/** Beginnings of words are known from so many letters on … */
const SHORTEST_STEM = 4;
/** … to so many: inflection comes later. */
export const LONGEST_STEM = 7;

/** Seeds that keep whole words and beginnings apart. */
const WHOLE = 0x811c9dc5;
const BEGINNING = 0x2f0b4a27;

const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const mixedToo = (hash: number, code: number): number => Math.imul(hash + code, 0x9e3779b1) ^ (hash >>> 15);

/**
 * Counts words. Two words with the same 64 bits of hash would be taken for one; among a million words that
 * happens once in ten million manuscripts. Adding and removing are linear in the text, questions take constant time.
 */
export class WrittenWords {
  readonly #counts: HashCounts;
  readonly #vocabulary = new Vocabulary();

  /** `characters`: how long the text is that will be counted first; most are. */
  constructor(characters: number) {
    this.#counts = new HashCounts(characters);
  }

  /** Counts the words of masked text; `by` 1 to add, -1 to take off what was added. */
  count(masked: string, by: 1 | -1): void {
    const counts = this.#counts;
    const { length } = masked;
    for (let at = 0; at < length; at++) {
      const start = at;
      let whole = WHOLE;
      let wholeToo = WHOLE;
      for (; at < length; at++) {
        const code = masked.charCodeAt(at);
        const kind = characterClass(code);
        if ((kind & WORD) === 0) break;
        if ((kind & Char.transparent) !== 0) continue;
        whole = mixed(whole, code);
        wholeToo = mixedToo(wholeToo, code);
      }
      if (at === start) continue;
      // Most words of a text have stood there before: their beginnings are counted once for all of them.
      const count = counts.add(whole, wholeToo, by);
      if (count !== (by > 0 ? 1 : 0)) continue;
      this.#countBeginnings(masked, start, at, by);
      if (by > 0) this.#vocabulary.add(masked.slice(start, at));
    }
  }

  #countBeginnings(masked: string, start: number, end: number, by: 1 | -1): void {
    let begun = BEGINNING;
    let begunToo = BEGINNING;
    let length = 0;
    for (let at = start; at < end && length < LONGEST_STEM; at++) {
      const code = masked.charCodeAt(at);
      if ((characterClass(code) & Char.transparent) !== 0) continue;
      const small = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
      begun = mixed(begun, small);
      begunToo = mixedToo(begunToo, small);
      if (++length >= SHORTEST_STEM) this.#counts.add(begun, begunToo, by);
    }
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

  /** Whether some word that was ever added may hold these letters; false only where none does. Linear in the different words. */
  mayHold(letters: string): boolean {
    return this.#vocabulary.mayHold(letters);
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
    return this.#counts.get(whole, wholeToo) > 0;
  }
}

/** The different words of a text, each at least once. */
class Vocabulary {
  #text = '';
  #added: string[] = [];
  /** Until a word is added. */
  readonly #answers = new Map<string, boolean>();

  add(word: string): void {
    this.#added.push(word);
    // A word that was cut out keeps its whole block in memory.
    if (this.#added.length === MOST_ADDED) this.#join();
  }

  mayHold(letters: string): boolean {
    this.#join();
    let answer = this.#answers.get(letters);
    if (answer === undefined) {
      answer = !isOfWords(letters) || this.#text.includes(letters);
      this.#answers.set(letters, answer);
    }
    return answer;
  }

  #join(): void {
    if (this.#added.length === 0) return;
    this.#text = [this.#text, ...this.#added].join(' ');
    this.#added = [];
    this.#answers.clear();
  }
}

const MOST_ADDED = 1 << 12;

/** Whether nothing in it parts words. */
function isOfWords(letters: string): boolean {
  for (let at = 0; at < letters.length; at++) {
    if ((characterClass(letters.charCodeAt(at)) & WORD) === 0) return false;
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
