/** The first letters of a block's words, in which a short form's letters are looked for. */
import { buildTrie, foldedWordBits } from '../analysis/trie.ts';
import { OPAQUE, TRANSPARENT } from '../signs.ts';
import { type Block, Fill } from '../types.ts';
import { LetterRuns } from './letterRuns.ts';
import type { Sought } from './searches.ts';

const smallWords = buildTrie(
  'a an and as at by for from in of on or per the to with'.split(' ').map(word => [word, 1] as const),
);
const LONGEST_SMALL_WORD = 4;

/** What a character is here: a letter, something that parts phrases (punctuation, fill), or neither. */
const Sign = { none: 0, small: 1, capital: 2, parting: 3 } as const;
const SIGNS = new Uint8Array(0x80);
for (let code = 0x41; code <= 0x5a; code++) {
  SIGNS[code] = Sign.capital;
  SIGNS[code | 0x20] = Sign.small;
}
for (const sign of '.;:()[],?!') SIGNS[sign.charCodeAt(0)] = Sign.parting;
const PARTED = '|'.charCodeAt(0);

const signOf = (code: number): number =>
  code < 0x80 ? SIGNS[code]! : code === OPAQUE ? Sign.parting : Sign.none;

const known = new WeakMap<Block, readonly [all: string, weighty: string]>();

/** Initials of a block's words, in lower case, and the same without small words; phrases apart. Linear, and remembered. */
function initialsOf(block: Block): readonly [all: string, weighty: string] {
  let initials = known.get(block);
  if (initials === undefined) {
    initials = read(block.masked);
    known.set(block, initials);
  }
  return initials;
}

function read(masked: string): readonly [all: string, weighty: string] {
  const all: number[] = [];
  const weighty: number[] = [];
  for (let at = 0; at < masked.length; ) {
    const sign = signOf(masked.charCodeAt(at));
    if (sign === Sign.none || sign === Sign.parting) {
      if (sign === Sign.parting) {
        all.push(PARTED);
        weighty.push(PARTED);
      }
      at++;
      continue;
    }
    const start = at;
    let capitals = 0;
    let isMarked = false;
    for (; at < masked.length; at++) {
      const code = masked.charCodeAt(at);
      const kind = signOf(code);
      if (kind === Sign.capital) capitals++;
      else if (code === TRANSPARENT) isMarked = true;
      else if (kind !== Sign.small) break;
    }
    // Other short forms are no words.
    if (capitals > 1) continue;
    const letter = masked.charCodeAt(start) | 0x20;
    all.push(letter);
    if (!isSmall(masked, start, at, isMarked)) weighty.push(letter);
  }
  return [asText(all), asText(weighty)];
}

function isSmall(masked: string, start: number, end: number, isMarked: boolean): boolean {
  if (!isMarked) {
    return end - start <= LONGEST_SMALL_WORD && foldedWordBits(smallWords, masked, start, end) !== 0;
  }
  const word = masked.slice(start, end).replaceAll(Fill.transparent, '');
  return foldedWordBits(smallWords, word, 0, word.length) !== 0;
}

/** So many arguments can be spread at once. */
const MOST_SPREAD = 4096;

function asText(codes: readonly number[]): string {
  if (codes.length <= MOST_SPREAD) return String.fromCharCode(...codes);
  let text = '';
  for (let at = 0; at < codes.length; at += MOST_SPREAD) {
    text += String.fromCharCode(...codes.slice(at, at + MOST_SPREAD));
  }
  return text;
}

/** Whether consecutive words of a phrase begin with these letters (lower case), small words counted or not. */
export function hasInitials(block: Block, letters: string): boolean {
  return initialsOf(block).some(initials => initials.includes(letters));
}

/** Letters with which consecutive words of a phrase begin. */
export class Spelt implements Sought {
  readonly #letters: string;
  readonly #initials: Initials;

  /** `initials`: those of the text. */
  constructor(letters: string, initials: Initials) {
    this.#letters = letters;
    this.#initials = initials;
  }

  mayStand(): boolean {
    return this.#initials.mayHold(this.#letters);
  }

  standsIn(block: Block): boolean {
    return hasInitials(block, this.#letters);
  }
}

/** Longer runs of letters are known by so many of them. */
const LONGEST_RUN = 8;
/** After so many questions of one length, noting all runs of that length costs no more than looking through the text again. */
const MOST_LOOKS = 64;

/** The initials of many blocks, those among them that are gone. */
export class Initials {
  #text = '';
  /** By their length: how often runs were looked for, then all that there are. */
  readonly #runs = new Map<number, number | LetterRuns>();

  add({ masked }: Block): void {
    const text = read(masked).join('|');
    this.#text += `|${text}`;
    for (const [length, runs] of this.#runs) {
      if (typeof runs !== 'number' && !runs.add(text)) this.#runs.delete(length);
    }
  }

  /** Whether some block that was ever added has these initials; false only where none has. */
  mayHold(letters: string): boolean {
    const run = letters.slice(0, LONGEST_RUN);
    const known = this.#runs.get(run.length) ?? 0;
    if (typeof known !== 'number') return known.mayHold(run);
    this.#runs.set(run.length, known < MOST_LOOKS ? known + 1 : this.#noted(run.length));
    return this.#text.includes(run);
  }

  #noted(length: number): LetterRuns {
    const runs = new LetterRuns(length, 2 * this.#text.length);
    runs.add(this.#text);
    return runs;
  }
}
