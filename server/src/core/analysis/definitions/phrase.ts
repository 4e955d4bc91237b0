/** Where in a word a letter stands; `head`: at the start of a word that an "of" leads to. */
export const Boundary = { inner: 0, morpheme: 1, part: 2, word: 3, head: 4 } as const;

/**
 * A stretch of text as letters and digits, folded for comparison, without punctuation and fill.
 * A *part* is a run of letters and digits; the parts of one token are joined by hyphens, slashes and the like.
 */
export interface Phrase {
  /** The number of its letters and digits. */
  length: number;
  /** Per character: folded code, offset in the text, place in its word, index of its part, capital (1) or not (0). */
  readonly codes: Uint16Array;
  readonly at: Int32Array;
  readonly boundary: Uint8Array;
  readonly part: Uint16Array;
  readonly upper: Uint8Array;
  /** A second code by which it can be matched (2 for "II" and "two", α for "alpha", a for "α"), or 0. */
  readonly alias: Uint16Array;
  parts: Part[];
  /** Digits that prefixes of its words stand for (bis|phosphate), as bits. */
  multiples: number;
}

/** An empty phrase, with room for so many characters: it is read into again and again. */
export const createPhrase = (most: number): Phrase => ({
  length: 0,
  codes: new Uint16Array(most),
  at: new Int32Array(most),
  boundary: new Uint8Array(most),
  part: new Uint16Array(most),
  upper: new Uint8Array(most),
  alias: new Uint16Array(most),
  parts: [],
  multiples: 0,
});

export interface Part {
  /** Index of its first character in the phrase. */
  readonly first: number;
  /** Offset in the text at which its token begins, hyphens and opening quotes included. */
  readonly tokenStart: number;
  /** It is the first part of its token. */
  readonly leading: boolean;
  /** A long form that begins with it takes the whole token: nothing but locants stands before it ("3,5-di…"). */
  readonly opens: boolean;
  /** Depth in brackets, relative to the phrase; but for a name's that begins so ("3-(4,5-dimethyl…"). */
  readonly depth: number;
  /** A number with a prime and a hyphen ("5'-untranslated"): no locant. */
  primed: boolean;
  /** What it means as a word of its own; see WordBit. Only for a whole token. */
  bits: number;
  /** What it costs to leave it out. */
  skip: number;
  /** What it costs to read on from the part before it: a comma, a remark in brackets. */
  readonly gap: number;
}

/** The index behind the last character of a part. */
export const endOf = ({ parts, length }: Phrase, part: number): number => parts[part + 1]?.first ?? length;

/** A few codes as a string. */
export function lettersOf(codes: Uint16Array, from: number, to: number): string {
  let letters = '';
  for (let i = from; i < to; i++) letters += String.fromCharCode(codes[i]!);
  return letters;
}
