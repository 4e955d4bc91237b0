import { TRANSPARENT } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import {
  foldOf,
  GREEK_BY_NAME,
  greekInitial,
  isDigit,
  isGreek,
  isLetter,
  isSpace,
  isUpper,
  Kind,
  kindOf,
  LONGEST_GREEK_NAME,
} from '../characters.ts';
import { byInitial } from './byInitial.ts';
import type { Costs } from './costs.ts';
import { markMorphemes } from './morphemes.ts';
import { multipleOf, SHORTEST_MULTIPLE } from './multiples.ts';
import { INITIALS, NUMBER_WORDS, SOUNDS, SYMBOLS, WORD_BITS, WordBit } from './words.ts';

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

/** Longer words aren't looked up. */
const MAX_KNOWN = 19;

/** Reads `text[from..to)` into a phrase that has room for it; what it held before is gone. Linear. */
export function readPhrase(phrase: Phrase, text: string, from: number, to: number, costs: Costs): void {
  const { codes, at, boundary, part, upper, alias } = phrase;
  const parts: Part[] = [];
  phrase.length = 0;
  phrase.parts = parts;
  phrase.multiples = 0;
  let tokenStart = -1;
  let leading = true;
  let inPart = false;
  let previous = 0;
  let depth = 0;
  let remark = 0;
  let gap = 0;
  for (let offset = from; offset < to; offset++) {
    const code = text.charCodeAt(offset);
    if (code === TRANSPARENT) continue;
    const kind = kindOf(code);
    if (kind === Kind.space) {
      if (inPart) describe(phrase, costs, true, remark > 0);
      inPart = false;
      tokenStart = -1;
      leading = true;
      continue;
    }
    if (tokenStart < 0) {
      tokenStart = offset;
      if (code === 0x28 || code === 0x5b) {
        if (remark === 0) {
          gap += costs.parenthetical;
          remark = depth + 1;
        }
      }
    }
    if (kind !== Kind.letter && kind !== Kind.digit) {
      if (inPart) {
        const joins = kind === Kind.dash || (code === 0x2c && isDigit(unitAt(text, offset + 1)));
        describe(phrase, costs, !joins, remark > 0);
        if (kind === Kind.quote)
          parts[parts.length - 1]!.primed = kindOf(unitAt(text, offset + 1)) === Kind.dash;
      }
      inPart = false;
      if (code === 0x28 || code === 0x5b) depth++;
      else if (code === 0x29 || code === 0x5d) {
        if (depth === remark) {
          remark = 0;
          if (goesOn(text, offset + 1)) gap += costs.nextEntry;
        }
        depth--;
      } else if (code === 0x2c && isSpace(unitAt(text, offset + 1))) gap += costs.comma;
      continue;
    }
    const folded = foldOf(code);
    const capital = isUpper(code);
    const place = phrase.length;
    if (!inPart) {
      const before = parts[parts.length - 1];
      const opens =
        leading ||
        (before!.opens && (isLocant(phrase, before!) || isClassifier(before!))) ||
        (!before!.leading && isNumbered(phrase, parts, tokenStart) && isLocant(phrase, before!));
      parts.push({
        first: place,
        tokenStart,
        leading,
        opens,
        depth: opens && remark === 0 ? Math.min(depth, 0) : depth,
        primed: false,
        bits: 0,
        skip: leading ? costs.skippedWord : costs.skippedPart,
        gap,
      });
      gap = 0;
      boundary[place] = leading ? (afterOf(parts) ? Boundary.head : Boundary.word) : Boundary.part;
      inPart = true;
      leading = false;
    } else {
      const turns =
        (kind === Kind.digit) !== isDigit(previous) || (capital && isLetter(previous) && !isUpper(previous));
      boundary[place] = turns || isGreek(folded) ? Boundary.morpheme : Boundary.inner;
    }
    codes[place] = folded;
    at[place] = offset;
    part[place] = parts.length - 1;
    upper[place] = capital ? 1 : 0;
    alias[place] = isGreek(folded) ? greekInitial(folded) : 0;
    phrase.length = place + 1;
    previous = code;
  }
  if (inPart) describe(phrase, costs, true, remark > 0);
}

/**
 * Whether an enumeration goes on at `at`: "ethanol (EtOH), ethyl acetate". Behind "and" words may be shared:
 * "antibody-dependent cellular cytotoxicity (ADCC) and cellular phagocytosis (ADCP)".
 */
const goesOn = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x2c && isSpace(unitAt(text, at + 1));

/**
 * Completes the last part: what its letters say as a word.
 * @param closed no hyphen follows, nor a further locant, so that it is a word of its own if it leads its token
 * @param remark it stands in a remark in brackets, which is paid for as a whole
 */
function describe(phrase: Phrase, costs: Costs, closed: boolean, remark: boolean): void {
  const { codes, boundary, alias, upper, parts } = phrase;
  const current = parts[parts.length - 1]!;
  const { first } = current;
  const end = phrase.length;
  const length = end - first;
  if (length <= MAX_KNOWN) {
    let node = 0;
    for (let i = first; i < end; i++) {
      node = WORD_BITS.step(node, codes[i]!);
      if (node === 0) break;
    }
    const bits = WORD_BITS.bits(node);
    if ((bits & WordBit.symbol) !== 0) spell(phrase, current);
    if ((bits & WordBit.unit) !== 0) current.skip = Math.min(current.skip, costs.skippedStopWord);
    else if (current.leading && !closed) current.bits = bits & WordBit.classifier;
    else if (current.leading) {
      current.bits = bits;
      if ((bits & WordBit.clause) !== 0) current.skip = costs.skippedClause;
      else if ((bits & WordBit.article) !== 0 && !afterStop(parts)) current.skip = costs.skippedArticle;
      else if ((bits & WordBit.stop) !== 0) current.skip = costs.skippedStopWord;
      else if ((bits & WordBit.classifier) !== 0) current.skip = costs.skippedClassifier;
      else if (length === 1) {
        current.skip = costs.skippedLetter;
        if (!upper[first] && !isDigit(codes[first]!)) current.bits = WordBit.weak;
      }
    }
  }
  if (remark) current.skip = 0;
  else if (!(current.leading || closed) && (isDigit(codes[first]!) || length === 1))
    current.skip = costs.skippedLocant;
  else if (isDigit(codes[first]!)) current.skip = Math.min(current.skip, costs.skippedNumber);
  alias[first] ||= initialAlias(phrase, first) || multipliedAlias(phrase, current);
  if (length > 4) markMorphemes(codes, first, end, boundary, alias, Boundary.morpheme);
  if (length >= SHORTEST_MULTIPLE) phrase.multiples |= multipleOf(codes, first, end);
}

/** The word before the last is a preposition or the like: the noun phrase goes on (area under the curve). */
const afterStop = (parts: readonly Part[]): boolean =>
  ((parts[parts.length - 2]?.bits ?? 0) & WordBit.stop) !== 0;

/** Whether the part that was pushed last stands after "of" or "of the". */
function afterOf(parts: readonly Part[]): boolean {
  const before = parts[parts.length - 2]?.bits ?? 0;
  const of = (before & WordBit.article) !== 0 ? (parts[parts.length - 3]?.bits ?? 0) : before;
  return (of & WordBit.of) !== 0;
}

/** "type-1 receptor": the number after the hyphen means nothing without its noun. */
const isClassifier = ({ bits }: Part): boolean => (bits & WordBit.classifier) !== 0;

/** A few codes as a string. */
function lettersOf(codes: Uint16Array, from: number, to: number): string {
  let letters = '';
  for (let i = from; i < to; i++) letters += String.fromCharCode(codes[i]!);
  return letters;
}

/** Lets the first letters of a word stand for its symbol too: Na for sodium, 50 for half, β for beta, 2 for two. */
function spell({ codes, alias, length }: Phrase, { first, leading }: Part): void {
  const word = lettersOf(codes, first, length);
  const greek = GREEK_BY_NAME.get(word);
  if (greek !== undefined) {
    alias[first] = greek;
    return;
  }
  const symbol = NUMBER_WORDS.get(word) ?? SYMBOLS.get(word) ?? (leading ? '' : (SOUNDS.get(word) ?? ''));
  for (let i = 0; i < symbol.length; i++) if (symbol[i] !== '.') alias[first + i] = symbol.charCodeAt(i);
}

const BEGINNINGS = byInitial(INITIALS, ([beginning]) => beginning);

/** The letter that a word's beginning is abbreviated to instead of its own first, or 0. */
function initialAlias({ codes, length }: Phrase, first: number): number {
  for (const [beginning, letter] of BEGINNINGS.get(codes[first]!) ?? []) {
    let i = 1;
    while (i < beginning.length && first + i < length && codes[first + i] === beginning.charCodeAt(i)) i++;
    if (i === beginning.length) return letter.charCodeAt(0);
  }
  return 0;
}

/** Multiplying prefixes that a short form may leave out behind a locant: MTT (…4,5-di|methyl|thiazol…). */
const MULTIPLYING = ['bis', 'di', 'tetra', 'tri'];

/** The letter behind a multiplying prefix that a locant stands before, or 0. */
function multipliedAlias({ codes, length, parts }: Phrase, { first, leading }: Part): number {
  if (leading || length - first < MIN_MULTIPLIED || !isDigit(codes[parts[parts.length - 2]!.first]!))
    return 0;
  const letters = lettersOf(codes, first, Math.min(length, first + LONGEST_MULTIPLYING));
  const prefix = MULTIPLYING.find(each => letters.startsWith(each));
  return prefix === undefined ? 0 : codes[first + prefix.length]!;
}

const LONGEST_MULTIPLYING = 5;
/** Letters of a part of a chemical name that is named by what it holds: not "bisphosphate". */
const MIN_MULTIPLIED = 14;

/** Whether the token that is read begins with a locant, so that all of it is one name: "1-acyl-2-lyso…". */
function isNumbered({ codes }: Phrase, parts: readonly Part[], tokenStart: number): boolean {
  let p = parts.length - 1;
  while (p > 0 && !parts[p]!.leading) p--;
  return (
    parts[p]!.tokenStart === tokenStart && isDigit(codes[parts[p]!.first]!) && (parts[p + 1]?.opens ?? false)
  );
}

/** The highest number that a ring or chain position in a chemical name is likely to have. */
const MAX_LOCANT = 30;

/** The atoms that a substituent may stand on by their number: N6-, O6-. */
const NUMBERED_ATOMS = 'nos';

/** A number, letter, Greek letter or atom before a hyphen, as chemical names begin with (3,5-, N-, alpha-, 17beta-, O6-). */
function isLocant({ codes, alias, length }: Phrase, { first, primed, leading }: Part): boolean {
  if (primed && leading) return false;
  if (length - first === 1 || isGreek(alias[first]!)) return true;
  let number = 0;
  let at = NUMBERED_ATOMS.includes(String.fromCharCode(codes[first]!)) ? first + 1 : first;
  const from = at;
  while (at < length && isDigit(codes[at]!)) number = number * 10 + codes[at++]! - 0x30;
  if (number > MAX_LOCANT || at === from) return false;
  if (from > first) return at === length;
  const letters = lettersOf(codes, at, Math.min(length, at + LONGEST_GREEK_NAME + 1));
  return letters.length < 2 || GREEK_BY_NAME.has(letters);
}
