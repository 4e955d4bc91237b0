/**
 * Finds the tokens of a block that have the shape of an abbreviation, and the signs that definitions may rest on, and
 * counts its words, in one scan. Knows shapes and surroundings only: what a token stands for is resolved per manuscript.
 */
import { AMPERSAND, ASTERISK, COLON, EM_DASH, OPAQUE, SPACE, UNDERSCORE } from '../signs.ts';
import { Fill, type Mark, type Token } from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { Char, characterClass, foldOf, isSpace, Kind, kindOf, WORD } from './characters.ts';
import { mayBeginVerb } from './definitions/connectives.ts';
import { evidenceAround } from './evidence/around.ts';
import { Evidence } from './evidence/bits.ts';
import { wordlikeShortForms } from './wordlike.ts';

const TRANSPARENT = /\uE000/g;
const LETTER = Char.upper | Char.lower | Char.greek;
const VISIBLE_WORD = WORD & ~Char.transparent;

/** Emphasis longer than this (in UTF-16 units) is no name's, and a longer link's text is a phrase. */
const LONGEST_EMPHASIS = 40;
const LONGEST_LINK = 24;
/** Capitals of words that look like short forms are followed by so many small letters at most. */
const LONGEST_WORDLIKE = 5;

/** One word of a compound: how many letters and digits of each kind it has. One object serves a whole scan. */
class Word {
  start = 0;
  end = 0;
  upper = 0;
  lower = 0;
  digit = 0;
  greek = 0;
  /** A capital stands after a lower-case letter or a digit. */
  inner = false;
  /** Markup stands inside it. */
  marked = false;
  /** The kind of its last visible unit. */
  last = 0;

  /** Reads the word at `start`, which may be empty. */
  read(text: string, start: number): void {
    let upper = 0;
    let lower = 0;
    let digit = 0;
    let greek = 0;
    let inner = false;
    let marked = false;
    let last = 0;
    let at = start;
    for (; ; at++) {
      const kind = characterClass(unitAt(text, at));
      if ((kind & WORD) === 0) break;
      if ((kind & Char.lower) !== 0) lower++;
      else if ((kind & Char.upper) !== 0) {
        if ((last & (Char.lower | Char.digit)) !== 0) inner = true;
        upper++;
      } else if ((kind & Char.digit) !== 0) digit++;
      else if ((kind & Char.greek) !== 0) greek++;
      else marked = true;
      if ((kind & Char.transparent) === 0) last = kind;
    }
    this.start = start;
    this.end = at;
    this.upper = upper;
    this.lower = lower;
    this.digit = digit;
    this.greek = greek;
    this.inner = inner;
    this.marked = marked;
    this.last = last;
  }

  get letters(): number {
    return this.upper + this.lower + this.greek;
  }

  /** Whether it looks like a short form. */
  isShort(text: string): boolean {
    const { upper, lower, digit, greek } = this;
    if (upper >= 2) return true;
    if (this.inner && lower > 0) return true;
    if (greek > 0 && (upper + lower > 0 || greek >= 2)) return greek + upper + lower + digit <= 12;
    // Th17, CD8a; but not "S1", "B7", "5A": labels are legion and stand undefined.
    if (upper === 1 && digit > 0 && lower > 0) return upper + digit + lower <= 8;
    if (upper === 1 && digit === 0 && lower > 0 && lower <= LONGEST_WORDLIKE) {
      return this.marked || wordlikeShortForms.has(text.slice(this.start, this.end));
    }
    return false;
  }
}

/** Whether the word characters around `at` are joined by the character there. */
function joins(text: string, at: number, code: number, kind: number, before: number): boolean {
  const after = characterClass(unitAt(text, at + 1));
  if ((kind & (Char.hyphen | Char.slash)) !== 0) {
    if ((after & VISIBLE_WORD) !== 0) return true;
    // "IL-2/-15": a hyphen after a slash; markup may stand between.
    if (kind === Char.slash && (after & Char.hyphen) !== 0) {
      return (characterClass(unitAt(text, at + 2)) & Char.digit) !== 0;
    }
    if ((after & Char.transparent) === 0) return false;
    // "IFN-\(\gamma\)": what markup stands between is passed over.
    let next = at + 2;
    while ((characterClass(unitAt(text, next)) & Char.transparent) !== 0) next++;
    const following = characterClass(unitAt(text, next));
    return (following & VISIBLE_WORD) !== 0;
  }
  if (code === ASTERISK) return (before & (LETTER | Char.digit)) !== 0 && (after & Char.digit) !== 0;
  if (code === COLON) return (before & Char.digit) !== 0 && (after & Char.digit) !== 0;
  if (code === AMPERSAND) return (before & Char.upper) !== 0 && (after & Char.upper) !== 0;
  return false;
}

/** What one scan of a masked text finds. */
export interface Scan {
  readonly words: number;
  readonly tokens: Token[];
  /**
   * Offsets of all brackets, commas, equals signs and em dashes, of colons behind capitals and blanks, and of the white space before a spaced dash a word that
   * may join a short and a long form, or capitals that the word before them may spell out: whatever a definition may rest on.
   */
  readonly signs: number[];
}

/**
 * Counts the words of masked text and finds its tokens and signs. Offsets are relative to it; linear in its length.
 * @param from of a stretch that begins and ends between two words, what the whole text gives there
 */
export function findTokens(
  masked: string,
  marks: readonly Mark[] | undefined,
  from = 0,
  to = masked.length,
): Scan {
  const tokens: Token[] = [];
  const signs: number[] = [];
  const word = new Word();
  let words = 0;
  let inRun = false;
  let at = from;
  while (at < to) {
    const code = masked.charCodeAt(at);
    const kind = characterClass(code);
    if ((kind & Char.space) !== 0) {
      inRun = false;
      at++;
      continue;
    }
    if ((kind & VISIBLE_WORD) === 0) {
      if ((kind & Char.sign) !== 0) addSign(masked, at, code, signs);
      // Punctuation alone counts as a word too (white-space tokens), fill doesn't.
      if (!inRun && code !== OPAQUE && (kind & Char.transparent) === 0) {
        inRun = true;
        words++;
      }
      at++;
      continue;
    }
    if (!inRun) {
      inRun = true;
      words++;
      if ((kind & Char.lower) !== 0 && mayBeginVerb(masked, at) && isBlank(unitAt(masked, at - 1)))
        signs.push(at - 1);
    }
    const end = plainWordEnd(masked, at, kind);
    at = end > at ? end : scanToken(masked, at, word, tokens, signs);
  }
  if (marks !== undefined && marks.length > 0) applyMarks(tokens, marks);
  return { words, tokens, signs };
}

/** Adds a sign outside words. A colon counts behind a capital or markup (a blank) alone; for a dash other than the em dash, the white space before it does. */
function addSign(text: string, at: number, code: number, signs: number[]): void {
  if (code === COLON) {
    const before = unitAt(text, at - 1);
    if (((characterClass(before) & Char.upper) !== 0 || before === SPACE) && isSpace(unitAt(text, at + 1)))
      signs.push(at);
  } else if (code === EM_DASH || kindOf(code) !== Kind.dash) signs.push(at);
  else if (isBlank(unitAt(text, at - 1)) && isSpace(unitAt(text, at + 1))) signs.push(at - 1);
}

/** White space of ASCII. */
const isBlank = (code: number): boolean => code <= 0x20 && isSpace(code);

/**
 * The end of a word that nothing can make a short form: small letters, with a capital before them at most, and no
 * part of a compound. `start` for all others: they are looked at closely.
 */
function plainWordEnd(text: string, start: number, kind: number): number {
  if ((kind & (Char.lower | Char.upper)) === 0) return start;
  const isCapitalised = (kind & Char.upper) !== 0;
  let at = start + 1;
  while ((characterClass(unitAt(text, at)) & Char.lower) !== 0) at++;
  const next = unitAt(text, at);
  if ((characterClass(next) & (WORD | Char.hyphen | Char.slash)) !== 0 || next === ASTERISK) return start;
  return isCapitalised && at - start <= 1 + LONGEST_WORDLIKE ? start : at;
}

/** Reads the maximal compound that starts at `start`; pushes it if it looks like an abbreviation, and signs inside it. */
function scanToken(text: string, start: number, word: Word, tokens: Token[], signs: number[]): number {
  let at = start;
  let isCandidate = false;
  let isMarked = false;
  let code = 0;
  let joint = false;
  /** The word before the joint is a capital with one or two small letters: Ki-67, Th-17. */
  let isNumbered = false;
  let isGreekOnly = false;
  do {
    word.read(text, at);
    at = word.end;
    code = unitAt(text, at);
    const { upper, lower, digit, greek } = word;
    isCandidate ||= word.isShort(text) || (isNumbered && digit > 0 && word.letters === 0);
    isMarked ||= word.marked;
    isNumbered = upper === 1 && (lower === 1 || lower === 2) && digit === 0;
    isGreekOnly = greek >= 2 && upper + lower + digit === 0;
    joint = at > start && joins(text, at, code, characterClass(code), word.last);
    if (joint) {
      if (code === EM_DASH) signs.push(at);
      code = unitAt(text, ++at);
      if ((characterClass(code) & Char.hyphen) !== 0) {
        if (code === EM_DASH) signs.push(at);
        at++;
      }
    }
  } while (joint);
  if (!isCandidate) return at;
  if (isGreekOnly) at = withT(text, at);
  // An underscore makes it an identifier of a program, not a word.
  if (code === UNDERSCORE || (start > 0 && unitAt(text, start - 1) === UNDERSCORE)) return at;
  let end = at;
  while ((characterClass(unitAt(text, end - 1)) & Char.transparent) !== 0) end--;
  const raw = text.slice(start, end);
  const surface =
    (isMarked || isGreekOnly) && raw.includes(Fill.transparent) ? raw.replace(TRANSPARENT, '') : raw;
  // The markup that opens inside the word closes with it (T~reg~); before a citation it opens there (CAR^[1]^).
  if (surface !== raw && unitAt(text, at) !== OPAQUE) end = at;
  tokens.push({ start, end, surface, evidence: evidenceAround(text, start, end) });
  addSignBefore(text, start, end, signs);
  return at;
}

/** Adds the white space before a token that the words before it may spell out. */
function addSignBefore(text: string, start: number, end: number, signs: number[]): void {
  if (mayFollowLongForm(text, start, end)) signs.push(start - 1);
}

/** The longest last word of a long form that is looked back at. */
const LONGEST_LAST_WORD = 24;

/**
 * "… additive white Gaussian noise AWGN": whether nothing but white space stands between a token of capitals and a word in
 * small letters that begins with its last one. All that a long form right before it needs is looked at later.
 */
function mayFollowLongForm(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST_BARE || start === 0 || !isBlank(text.charCodeAt(start - 1))) return false;
  const isPlural = text.charCodeAt(end - 1) === SMALL_S;
  const last = text.charCodeAt(isPlural ? end - 2 : end - 1);
  if ((characterClass(last) & characterClass(text.charCodeAt(start + 1)) & Char.upper) === 0) return false;
  const limit = Math.max(1, start - LONGEST_LAST_WORD);
  let at = start - 1;
  while (at > limit && (characterClass(text.charCodeAt(at - 1)) & Char.lower) !== 0) at--;
  if (at > 1 && (characterClass(text.charCodeAt(at - 1)) & Char.upper) !== 0) at--;
  if (start - 1 - at < SHORTEST_LAST_WORD || !isSpace(text.charCodeAt(at - 1))) return false;
  if (foldOf(text.charCodeAt(at)) !== foldOf(last)) return false;
  return hasPartBefore(text, at - 1, foldOf(text.charCodeAt(isPlural ? end - 3 : end - 2)));
}

/** Whether the word before the white space at `end` is a short one ("of"), or it or a part of it begins with a letter. */
function hasPartBefore(text: string, end: number, letter: number): boolean {
  const limit = Math.max(0, end - LONGEST_LAST_WORD);
  let at = end;
  while (at > limit && !isSpace(text.charCodeAt(at - 1))) {
    at--;
    const begins =
      at === 0 || (characterClass(text.charCodeAt(at - 1)) & (Char.space | Char.hyphen | Char.slash)) !== 0;
    if (begins && foldOf(text.charCodeAt(at)) === letter) return true;
  }
  return end - at <= SHORTEST_LAST_WORD;
}

/** Short forms of fewer letters stand behind their words by chance, and behind so short a word. */
const SHORTEST_BARE = 3;
const SHORTEST_LAST_WORD = 3;
const SMALL_S = 0x73;

/** "γδ T" is one form: the end of the T behind Greek letters that end at `end`, where one stands there. */
function withT(text: string, end: number): number {
  let at = end;
  while (at < end + 12 && (characterClass(unitAt(text, at)) & (Char.space | Char.transparent)) !== 0) at++;
  const isT =
    at > end && unitAt(text, at) === 0x54 && (characterClass(unitAt(text, at + 1)) & VISIBLE_WORD) === 0;
  return isT ? at + 1 : end;
}

/** Adds what the markup says: emphasis around a token; macros that stand for a mention. Both lists are sorted. */
function applyMarks(tokens: Token[], marks: readonly Mark[]): void {
  const macros: Token[] = [];
  for (const mark of marks) {
    if (mark.kind === 'macro' && mark.key !== undefined) {
      const { start, end, key } = mark;
      macros.push({ start, end, surface: key, evidence: Evidence.article, key });
    } else if (mark.kind === 'emphasis' && mark.end - mark.start <= LONGEST_EMPHASIS) {
      addEvidence(tokens, mark, Evidence.emphasised);
    } else if (mark.kind === 'link' && mark.end - mark.start <= LONGEST_LINK) {
      addEvidence(tokens, mark, Evidence.productName);
    }
  }
  if (macros.length > 0) {
    tokens.push(...macros);
    tokens.sort((a, b) => a.start - b.start);
  }
}

/** Adds a bit to the tokens inside a mark. */
function addEvidence(tokens: Token[], { start, end }: Mark, bit: number): void {
  for (let at = lowerBound(tokens, start); at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.end > end) break;
    tokens[at] = { ...token, evidence: token.evidence | bit };
  }
}

function lowerBound(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
