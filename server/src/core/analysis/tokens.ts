/**
 * Finds the tokens of a block that have the shape of an abbreviation, and counts its words, in one scan.
 * Knows shapes and surroundings only: what a token stands for is resolved per manuscript.
 */
import { AMPERSAND, ASTERISK, COLON, OPAQUE, UNDERSCORE } from '../signs.ts';
import { Fill, type Mark, type Token } from '../types.ts';
import { Char, characterClass, WORD } from './characters.ts';
import { Evidence } from './evidence.ts';
import { evidenceAround } from './neighbours.ts';
import { wordlikeShortForms } from './wordlike.ts';

const TRANSPARENT = /\uE000/g;
const LETTER = Char.upper | Char.lower | Char.greek;
const VISIBLE_WORD = WORD & ~Char.transparent;

/** Emphasis longer than this (in UTF-16 units) is no name's, and a longer link's text is a phrase. */
const LONGEST_EMPHASIS = 40;
const LONGEST_LINK = 24;

/** What one word inside a token is made of. */
interface Segment {
  upper: number;
  lower: number;
  digit: number;
  greek: number;
  /** A capital stands after a lower-case letter or a digit. */
  innerUpper: boolean;
  transparent: boolean;
}

function emptySegment(): Segment {
  return { upper: 0, lower: 0, digit: 0, greek: 0, innerUpper: false, transparent: false };
}

function isShort(segment: Segment, text: string, start: number, end: number): boolean {
  const { upper, lower, digit, greek } = segment;
  if (upper >= 2) return true;
  if (segment.innerUpper && lower > 0) return true;
  if (greek > 0 && (upper + lower > 0 || greek >= 2)) return greek + upper + lower + digit <= 12;
  // Th17, CD8a; but not "S1", "B7", "5A": labels are legion and stand undefined.
  if (upper === 1 && digit > 0 && lower > 0) return upper + digit + lower <= 8;
  if (upper === 1 && digit === 0 && lower > 0 && lower <= 5) {
    return segment.transparent || wordlikeShortForms.has(text.slice(start, end));
  }
  return false;
}

/** Whether the word characters around `at` are joined by the character there. */
function joins(text: string, at: number, code: number, kind: number, before: number): boolean {
  const after = characterClass(text.charCodeAt(at + 1));
  if ((kind & (Char.hyphen | Char.slash)) !== 0) {
    if ((after & VISIBLE_WORD) !== 0) return true;
    // "IL-2/-15": a hyphen after a slash; markup may stand between.
    if (kind === Char.slash && (after & Char.hyphen) !== 0) {
      return (characterClass(text.charCodeAt(at + 2)) & Char.digit) !== 0;
    }
    return (after & Char.transparent) !== 0 && (characterClass(text.charCodeAt(at + 2)) & VISIBLE_WORD) !== 0;
  }
  if (code === ASTERISK) return (before & (LETTER | Char.digit)) !== 0 && (after & Char.digit) !== 0;
  if (code === COLON) return (before & Char.digit) !== 0 && (after & Char.digit) !== 0;
  if (code === AMPERSAND) return (before & Char.upper) !== 0 && (after & Char.upper) !== 0;
  return false;
}

/** Counts the words of masked text and finds its tokens. Spans are relative to it; linear in its length. */
export function findTokens(
  masked: string,
  marks: readonly Mark[] | undefined,
): { words: number; tokens: Token[] } {
  const tokens: Token[] = [];
  const length = masked.length;
  let words = 0;
  let inRun = false;
  let at = 0;
  while (at < length) {
    const code = masked.charCodeAt(at);
    const kind = characterClass(code);
    if ((kind & Char.space) !== 0) {
      inRun = false;
      at++;
      continue;
    }
    if ((kind & VISIBLE_WORD) === 0) {
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
    }
    at = scanToken(masked, at, tokens);
  }
  if (marks !== undefined && marks.length > 0) applyMarks(tokens, marks);
  return { words, tokens };
}

/** Capitals of words that look like short forms are followed by so many small letters at most. */
const LONGEST_WORDLIKE = 5;

/**
 * The end of a word that nothing can make a short form: small letters, with a capital before them at most, and no
 * part of a compound. `start` for all others: they are looked at closely.
 */
function plainWordEnd(text: string, start: number): number {
  let at = start;
  const isCapitalised = (characterClass(text.charCodeAt(at)) & Char.upper) !== 0;
  if (isCapitalised) at++;
  while ((characterClass(text.charCodeAt(at)) & Char.lower) !== 0) at++;
  const next = text.charCodeAt(at);
  if ((characterClass(next) & (WORD | Char.hyphen | Char.slash)) !== 0 || next === ASTERISK) return start;
  return isCapitalised && at - start <= 1 + LONGEST_WORDLIKE ? start : at;
}

/** Reads the maximal compound that starts at `start`; pushes it if it looks like an abbreviation. */
function scanToken(text: string, start: number, tokens: Token[]): number {
  const plainEnd = plainWordEnd(text, start);
  if (plainEnd > start) return plainEnd;
  let at = start;
  let segment = emptySegment();
  let segmentStart = start;
  let previousSegment: Segment | undefined;
  let candidate = false;
  let code = 0;
  let before = 0;
  const close = (end: number): void => {
    if (isShort(segment, text, segmentStart, end)) candidate = true;
    else if (
      // Ki-67, Th-17
      segment.digit > 0 &&
      segment.upper + segment.lower + segment.greek === 0 &&
      previousSegment !== undefined &&
      previousSegment.upper === 1 &&
      previousSegment.lower > 0 &&
      previousSegment.lower <= 2 &&
      previousSegment.digit === 0
    ) {
      candidate = true;
    }
  };
  for (;;) {
    code = text.charCodeAt(at);
    const kind = characterClass(code);
    if ((kind & WORD) !== 0) {
      if ((kind & Char.lower) !== 0) segment.lower++;
      else if ((kind & Char.upper) !== 0) {
        if ((before & (Char.lower | Char.digit)) !== 0) segment.innerUpper = true;
        segment.upper++;
      } else if ((kind & Char.digit) !== 0) segment.digit++;
      else if ((kind & Char.greek) !== 0) segment.greek++;
      else segment.transparent = true;
      if ((kind & Char.transparent) === 0) before = kind;
      at++;
      continue;
    }
    if (at > start && joins(text, at, code, kind, before)) {
      close(at);
      previousSegment = segment;
      segment = emptySegment();
      before = 0;
      at++;
      if ((characterClass(text.charCodeAt(at)) & Char.hyphen) !== 0) at++;
      segmentStart = at;
      continue;
    }
    break;
  }
  close(at);
  if (!candidate) return at;
  at = withT(text, at, segment);
  // An underscore makes it an identifier of a program, not a word.
  if (code === UNDERSCORE || (start > 0 && text.charCodeAt(start - 1) === UNDERSCORE)) return at;
  let end = at;
  while ((characterClass(text.charCodeAt(end - 1)) & Char.transparent) !== 0) end--;
  const raw = text.slice(start, end);
  const surface = raw.includes(Fill.transparent) ? raw.replace(TRANSPARENT, '') : raw;
  // The markup that opens inside the word closes with it (T~reg~); before a citation it opens there (CAR^[1]^).
  if (surface !== raw && text.charCodeAt(at) !== OPAQUE) end = at;
  let evidence = evidenceAround(text, start, end);
  if (surface !== raw) evidence |= Evidence.innerMarkup;
  tokens.push({ start, end, surface, evidence });
  return at;
}

/** "γδ T" is one form: the end of its T, where a segment of Greek letters has one. */
function withT(text: string, end: number, { greek, upper, lower, digit }: Segment): number {
  if (greek < 2 || upper + lower + digit > 0) return end;
  let at = end;
  while (at < end + 12 && (characterClass(text.charCodeAt(at)) & (Char.space | Char.transparent)) !== 0) at++;
  const isT =
    at > end &&
    text.charCodeAt(at) === 0x54 &&
    (characterClass(text.charCodeAt(at + 1)) & VISIBLE_WORD) === 0;
  return isT ? at + 1 : end;
}

/** Adds what the markup says: emphasis around a token; macros that stand for a mention. Both lists are sorted. */
function applyMarks(tokens: Token[], marks: readonly Mark[]): void {
  const macros: Token[] = [];
  for (const mark of marks) {
    if (mark.kind === 'macro' && mark.key !== undefined) {
      macros.push({ start: mark.start, end: mark.end, surface: mark.key, evidence: 0, key: mark.key });
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
