/** Which runs of letters stand in texts that are too many to be looked through for each. */

/** Bits for each run: of all that isn't there, one in a hundred is taken for there. */
const BITS_PER_RUN = 16;
const FEWEST_RUNS = 1024;

const MULTIPLIER = 0x01000193;
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;

/**
 * The runs of one length in some texts, as a Bloom filter (Bloom 1970, doi 10.1145/362686.362692). Adding takes time
 * linear in the text, questions take constant time.
 */
export class LetterRuns {
  readonly #length: number;
  readonly #bits: Uint32Array;
  readonly #shift: number;
  /** What a letter weighs in the hash of a run whose first letter it is. */
  readonly #weight: number;
  #left: number;

  /** `most`: how many letters the texts will have. */
  constructor(length: number, most: number) {
    const bits = Math.max(FEWEST_RUNS, most) * BITS_PER_RUN;
    this.#length = length;
    this.#shift = Math.clz32(bits - 1);
    this.#bits = new Uint32Array(1 << (32 - this.#shift - 5));
    this.#left = Math.max(FEWEST_RUNS, most);
    let weight = 1;
    for (let letter = 1; letter < length; letter++) weight = Math.imul(weight, MULTIPLIER);
    this.#weight = weight;
  }

  /** Adds the runs of a text; `false`, and nothing is added, where it has no room for them. */
  add(text: string): boolean {
    if (text.length > this.#left) return false;
    this.#left -= text.length;
    const bits = this.#bits;
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      const gone = at - this.#length;
      if (gone >= 0) hash -= Math.imul(text.charCodeAt(gone), this.#weight);
      hash = (Math.imul(hash, MULTIPLIER) + text.charCodeAt(at)) | 0;
      if (gone < -1) continue;
      const first = this.#place(hash, FIRST);
      const second = this.#place(hash, SECOND);
      bits[first >>> 5]! |= 1 << (first & 31);
      bits[second >>> 5]! |= 1 << (second & 31);
    }
    return true;
  }

  /** Whether some text may have this run, of the length that was asked for; false only where none has. */
  mayHold(run: string): boolean {
    let hash = 0;
    for (let at = 0; at < run.length; at++) hash = (Math.imul(hash, MULTIPLIER) + run.charCodeAt(at)) | 0;
    return this.#isSet(this.#place(hash, FIRST)) && this.#isSet(this.#place(hash, SECOND));
  }

  #place(hash: number, seed: number): number {
    return Math.imul(hash ^ (hash >>> 15), seed) >>> this.#shift;
  }

  #isSet(bit: number): boolean {
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}
