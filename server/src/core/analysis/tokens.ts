/**
 * Finds the tokens of a block that have the shape of an abbreviation, and counts its words, in one scan.
 * Knows shapes and surroundings only: what a token stands for is resolved per manuscript.
 */
import { Fill, type Mark, type Token } from '../types.ts';
import { Char, characterClass, WORD } from './characters.ts';
import { Evidence, evidenceOfNext, evidenceOfPrevious } from './evidence.ts';
import { wordlikeShortForms } from './wordlike.ts';

const TRANSPARENT = /\uE000/g;
const LETTER = Char.upper | Char.lower | Char.greek;
const VISIBLE_WORD = WORD & ~Char.transparent;

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const ASTERISK = 0x2a;
const COLON = 0x3a;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const OPAQUE = 0xfffc;

/** How far (in UTF-16 units) a neighbouring word is looked for. Bounds the work per token. */
const NEIGHBOUR = 24;

/** "stage III or IV": another Roman numeral right before. */
const NUMERAL_BEFORE = /\b[IVX]{1,4}(?:,| or| and| to|[-–/])\s?$/;

/** "*Clostridium* IV": a name in italics right before a numeral. */
const ITALIC_BEFORE = /\b[A-Z][a-z]{3,}[\s\uE000]\s$/;
/** "VPI 10463", "MOBIO PowerSoil": a number that is no year, or a product's name, right after. */
const NUMBER_AFTER = /^\s(?!(?:19|20)\d\d\b)\d{4,8}(?!\d|%|[.,]\d)/;
const PRODUCT_AFTER = /^\s[A-Z][a-z]{2,}[A-Z]/;

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
  // CD8, Th17, p53; but not "S1", "B7", "5A": labels are legion and stand undefined.
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

/** The word after `at`, lower case, "" where none follows directly. */
function nextWord(text: string, at: number): string {
  let start = at;
  const limit = Math.min(text.length, at + NEIGHBOUR);
  while (start < limit && (characterClass(text.charCodeAt(start)) & (Char.space | Char.hyphen)) !== 0)
    start++;
  let end = start;
  while (end < limit && (characterClass(text.charCodeAt(end)) & (LETTER | Char.hyphen)) !== 0) end++;
  return text.slice(start, end).toLowerCase();
}

/** The word before `at`, as written, "" where none stands directly before. */
function previousWord(text: string, at: number): string {
  let end = at;
  const limit = Math.max(0, at - NEIGHBOUR);
  while (end > limit) {
    const code = text.charCodeAt(end - 1);
    if ((characterClass(code) & Char.space) === 0 && code !== 0x2e && code !== 0x28) break;
    end--;
  }
  let start = end;
  while (start > limit && (characterClass(text.charCodeAt(start - 1)) & VISIBLE_WORD) !== 0) start--;
  if (start === end && end > 0 && text.charCodeAt(end - 1) === 0x23) return '#';
  return text.slice(start, end);
}

function isAllCapitals(word: string): boolean {
  return /^[A-Z]{3,}$/.test(word);
}

function evidenceAround(text: string, start: number, end: number): number {
  let evidence = 0;
  const before = previousWord(text, start);
  const after = nextWord(text, end);
  if (/^\d[\d.,]*$/.test(before) && text.charCodeAt(start - 1) !== 0x28) evidence |= Evidence.afterNumber;
  else evidence |= evidenceOfPrevious(before.toLowerCase());
  evidence |= evidenceOfNext(after);
  const leading = text.slice(Math.max(0, start - NEIGHBOUR), start);
  if (NUMERAL_BEFORE.test(leading) || ITALIC_BEFORE.test(leading)) evidence |= Evidence.ordinalWord;
  const trailing = text.slice(end, end + NEIGHBOUR);
  if (NUMBER_AFTER.test(trailing)) evidence |= Evidence.numberAfter;
  if (PRODUCT_AFTER.test(trailing)) evidence |= Evidence.companyWord;
  let at = end;
  if (text.charCodeAt(at) === APOSTROPHE || text.charCodeAt(at) === CURLY_APOSTROPHE) {
    if (text.charCodeAt(at + 1) === 0x73 && (characterClass(text.charCodeAt(at + 2)) & WORD) === 0) {
      evidence |= Evidence.possessive;
      at += 2;
    }
  }
  while (at < end + 4 && (characterClass(text.charCodeAt(at)) & (Char.space | Char.transparent)) !== 0) at++;
  const sign = text.charCodeAt(at);
  if (sign === 0x3d || sign === 0x3c || sign === 0x3e || sign === 0x2264 || sign === 0x2265) {
    evidence |= Evidence.relation;
  }
  // −/− and +/− are genotypes.
  if ((sign === 0x2d || sign === 0x2212 || sign === 0x2b) && text.charCodeAt(at + 1) === 0x2f) {
    evidence |= Evidence.geneWord;
  }
  if (isAllCapitals(before) && /^[A-Z]{2,}$/.test(text.slice(start, end))) evidence |= Evidence.capitalRun;
  if (text.charCodeAt(start - 2) === 0x2c && (characterClass(sign) & WORD) === 0)
    evidence |= Evidence.afterComma;
  return evidence;
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

/** Reads the maximal compound that starts at `start`; pushes it if it looks like an abbreviation. */
function scanToken(text: string, start: number, tokens: Token[]): number {
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
    } else if (mark.kind === 'term' && mark.key !== undefined) {
      macros.push({ start: mark.start, end: mark.end, surface: mark.key, evidence: 0 });
    } else if (mark.kind === 'emphasis' && mark.end - mark.start <= 40) {
      for (let low = lowerBound(tokens, mark.start); low < tokens.length; low++) {
        const token = tokens[low]!;
        if (token.end > mark.end) break;
        tokens[low] = { ...token, evidence: token.evidence | Evidence.emphasised };
      }
    }
  }
  if (macros.length > 0) {
    tokens.push(...macros);
    tokens.sort((a, b) => a.start - b.start);
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
