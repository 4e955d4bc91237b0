/**
 * What a UTF-16 unit of masked text is: its class (a bit set), by which tokens are found; its kind and the code that
 * it is folded to (case, diacritics, dashes), by which definitions are. All answer 0, `other` or the code itself for
 * what they don't know, the end (`NaN`) among it. Tables up to Cyrillic; a few comparisons beyond.
 */
import { OPAQUE, TRANSPARENT } from '../signs.ts';

export const Char = {
  upper: 1,
  lower: 2,
  digit: 4,
  greek: 8,
  /** Hyphens and dashes that may join two parts of a compound. */
  hyphen: 16,
  space: 32,
  transparent: 64,
  /** `/`, `&`: join parts that stand side by side. */
  slash: 128,
  /** What definitions may rest on: brackets, commas, colons, equals signs and dashes. */
  sign: 256,
} as const;

/** Bits of characters that words are made of. */
export const WORD = Char.upper | Char.lower | Char.digit | Char.greek | Char.transparent;

/** What a character is to a reader of words. */
export const Kind = { other: 0, letter: 1, digit: 2, space: 3, dash: 4, quote: 5 } as const;

/** Where the tables end. */
const END = 0x530;
const LATIN_END = 0x250;
const GREEK = { first: 0x3b1, last: 0x3c9 };

/** The code of the plain hyphen, to which dashes fold. */
const HYPHEN = 0x2d;
const SPACES = ' \t\n\r\f\v\u00a0\u2002\u2003\u2009\u202f';
const SIGNS = '()[],:=';
const DASHES = '-\u2010\u2011\u2012\u2013\u2212';
const QUOTES = '"\'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2032\u2033';

const CLASSES = new Uint16Array(END);
const KINDS = new Uint8Array(END);
const CAPITALS = new Uint8Array(END);
const FOLDED = new Uint16Array(END);
/** The spaces, dashes and quotes of the block General Punctuation, up to double prime. */
const PUNCTUATION = { first: 0x2000, end: 0x2034 };
const PUNCTUATION_KINDS = new Uint8Array(PUNCTUATION.end - PUNCTUATION.first);

for (let code = 0; code < END; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  const isCased = lower !== character.toUpperCase();
  KINDS[code] = isCased ? Kind.letter : listedKind(character);
  CAPITALS[code] = isCased && lower !== character ? 1 : 0;
  FOLDED[code] = (code < LATIN_END ? lower.normalize('NFD') : lower).charCodeAt(0);
  CLASSES[code] = code < 0x80 ? classInAscii(code) : classBelowEnd(code, lower === character);
}
for (let code = 0x30; code <= 0x39; code++) KINDS[code] = Kind.digit;
FOLDED[0xb5] = 0x3bc; // micro sign
FOLDED[0x3c2] = 0x3c3; // final sigma

for (let code = PUNCTUATION.first; code < PUNCTUATION.end; code++) {
  PUNCTUATION_KINDS[code - PUNCTUATION.first] = listedKind(String.fromCharCode(code));
}

function listedKind(character: string): number {
  if (SPACES.includes(character)) return Kind.space;
  if (DASHES.includes(character)) return Kind.dash;
  return QUOTES.includes(character) ? Kind.quote : Kind.other;
}

function classInAscii(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return Char.upper;
  if (code >= 0x61 && code <= 0x7a) return Char.lower;
  if (code >= 0x30 && code <= 0x39) return Char.digit;
  if ((code >= 0x09 && code <= 0x0d) || code === 0x20) return Char.space;
  if (code === HYPHEN) return Char.hyphen | Char.sign;
  if (code === 0x2f) return Char.slash;
  return SIGNS.includes(String.fromCharCode(code)) ? Char.sign : 0;
}

function classBelowEnd(code: number, isSmall: boolean): number {
  if (code === 0xa0) return Char.space;
  if (code === 0xb5 || (code >= 0x391 && code <= 0x3c9 && code !== 0x3a2) || code === 0x3d5)
    return Char.greek;
  if (code >= 0xc0 && code < LATIN_END && code !== 0xd7 && code !== 0xf7) {
    return isSmall ? Char.lower : Char.upper;
  }
  // Combining marks belong to the letter before them; other scripts' letters make words, never short forms.
  return (code >= 0x300 && code <= 0x36f) || code >= 0x400 ? Char.lower : 0;
}

/** The bits of a unit; 0 for punctuation, opaque fill and symbols. */
export function characterClass(code: number): number {
  return code < END ? CLASSES[code]! : classBeyond(code);
}

function classBeyond(code: number): number {
  if (code === TRANSPARENT) return Char.transparent;
  if (code === OPAQUE) return 0;
  if (code >= 0x2010 && code <= 0x2015) return Char.hyphen | Char.sign;
  if (code === 0x2212) return Char.sign;
  if (code === 0x202f || code === 0x2028 || code === 0x2029 || code === 0x3000) return Char.space;
  if (code >= 0x2000 && code <= 0x200a) return Char.space;
  if (code >= 0x200b && code <= 0x200d) return Char.transparent;
  if (code >= 0x2080 && code <= 0x2089) return Char.digit;
  return (code >= END && code <= 0x1fff) || (code >= 0x3040 && code <= 0xd7ff) ? Char.lower : 0;
}

export const kindOf = (code: number): number => (code < END ? KINDS[code]! : kindBeyond(code));

function kindBeyond(code: number): number {
  if (code >= PUNCTUATION.first && code < PUNCTUATION.end)
    return PUNCTUATION_KINDS[code - PUNCTUATION.first]!;
  return code === 0x2212 ? Kind.dash : Kind.other;
}

/** The code to which a unit is folded for comparison. */
export const foldOf = (code: number): number =>
  code < END ? FOLDED[code]! : kindBeyond(code) === Kind.dash ? HYPHEN : code;

export const isSpace = (code: number): boolean => kindOf(code) === Kind.space;
export const isLetter = (code: number): boolean => code < END && KINDS[code] === Kind.letter;
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Capitals, and small letters, of ASCII alone. */
export const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** Whether `text[start, end)` is capitals (A to Z) alone. */
export function isAllCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isCapital(text.charCodeAt(at))) return false;
  return true;
}
export const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
export const isUpper = (code: number): boolean => code < END && CAPITALS[code] === 1;
export const isGreek = (folded: number): boolean => folded >= GREEK.first && folded <= GREEK.last;

/** The names of the Greek letters, in the order of their codes from α; final sigma has none. */
const GREEK_NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** Greek letter (code of the lower-case letter) by its English name. */
export const GREEK_BY_NAME: ReadonlyMap<string, number> = new Map(
  GREEK_NAMES.map((name, index) => [name, GREEK.first + index] as const),
);

export const LONGEST_GREEK_NAME = 7;

/** The first letter of a Greek letter's English name: γ is often written "g" in a short form. */
export const greekInitial = (folded: number): number =>
  (GREEK_NAMES[folded - GREEK.first] ?? '').charCodeAt(0) || folded;
