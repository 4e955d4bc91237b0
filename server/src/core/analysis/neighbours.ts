/** Reads the evidence for what a token is off the text around it. Bounded work for each token. */
import {
  APOSTROPHE,
  ASTERISK,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  CURLY_APOSTROPHE,
  HASH,
  HYPHEN,
  OPAQUE,
  OPEN_PARENTHESIS,
  PERIOD,
  SLASH,
} from '../signs.ts';
import { unitAt } from '../unitAt.ts';
import { Char, characterClass, WORD } from './characters.ts';
import { AFTER_HASH, Evidence, nextWords, previousWords } from './evidence.ts';
import {
  ACCESSION_AFTER,
  ALIAS_AFTER,
  ALIAS_BEFORE,
  ALIAS_OR,
  ALSO,
  ALSO_KNOWN,
  ANTIBODY_BEFORE,
  AUTHOR_AFTER,
  CITATION_AFTER,
  CITY_BEFORE,
  DILUTION_AFTER,
  EXPLAINED_AFTER,
  ITALIC_BEFORE,
  KIT_AFTER,
  KIT_INITIALS,
  LIST_BEFORE,
  mayFollowNumeral,
  NAME_AFTER,
  NAME_BEFORE,
  NUMBER_AFTER,
  NUMERAL_BEFORE,
  OPERAND_END,
  OPERAND_START,
  PERSON_AFTER,
  PERSON_BEFORE,
  PRODUCT_AFTER,
  SOFTWARE_AFTER,
  SUPPLIER_AFTER,
  SUPPORTED_AFTER,
  VERSION_AFTER,
} from './neighbourPatterns.ts';
import { beginsWord, buildTrie, foldedWordBits, wordBits } from './trie.ts';

const LETTER = Char.upper | Char.lower | Char.greek;
const VISIBLE_WORD = WORD & ~Char.transparent;

/** How far (in UTF-16 units) a neighbouring word, and a neighbouring phrase, is looked for. */
const NEIGHBOUR = 24;
const PHRASE = 64;

/** Words before a token that something follows from, in small letters. */
const Before = { conjunction: 1, naming: 2, tool: 4 } as const;
const beforeWords = buildTrie([
  ['and or', Before.conjunction],
  ['as or', Before.naming],
  ['using used with via by as', Before.tool],
]);

/** What SOFTWARE_AFTER can begin with, capitals and parentheses apart. */
const softwareWords = buildTrie([
  ['web online reference sequence gene software package database pipeline toolkit suite solver', 1],
]);

/** The evidence of the word after `at`, if one follows directly. */
function ofNextWord(text: string, at: number): number {
  let start = at;
  const limit = Math.min(text.length, at + NEIGHBOUR);
  while (start < limit && (characterClass(unitAt(text, start)) & (Char.space | Char.hyphen)) !== 0) start++;
  let end = start;
  while (end < limit && (characterClass(unitAt(text, end)) & (LETTER | Char.hyphen)) !== 0) end++;
  return foldedWordBits(nextWords, text, start, end);
}

/** Where the word directly before `at` ends. */
function previousWordEnd(text: string, at: number): number {
  let end = at;
  const limit = Math.max(0, at - NEIGHBOUR);
  while (end > limit) {
    const code = unitAt(text, end - 1);
    if ((characterClass(code) & Char.space) === 0 && code !== PERIOD && code !== OPEN_PARENTHESIS) break;
    end--;
  }
  return end;
}

/** Where the word directly before `at` begins, which ends at `end`: there where none stands. */
function previousWordStart(text: string, at: number, end: number): number {
  let start = end;
  const limit = Math.max(0, at - NEIGHBOUR);
  while (start > limit && (characterClass(unitAt(text, start - 1)) & VISIBLE_WORD) !== 0) start--;
  return start;
}

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isNumeral = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a stretch is made of capitals (A to Z) alone. */
function isAllCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isCapital(text.charCodeAt(at))) return false;
  return start < end;
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isNumeral(text.charCodeAt(at))) return false;
  return start < end;
}

/** The evidence that the surroundings of `text[start, end)` give: a bit set of `Evidence`. */
export function evidenceAround(text: string, start: number, end: number): number {
  const beforeEnd = previousWordEnd(text, start);
  const beforeStart = previousWordStart(text, start, beforeEnd);
  let evidence = ofNextWord(text, end);
  if (isNumber(text, beforeStart, beforeEnd) && unitAt(text, start - 1) !== OPEN_PARENTHESIS) {
    evidence |= Evidence.afterNumber;
  } else if (beforeStart < beforeEnd) {
    evidence |= foldedWordBits(previousWords, text, beforeStart, beforeEnd);
  } else if (beforeEnd > 0 && unitAt(text, beforeEnd - 1) === HASH) evidence |= AFTER_HASH;
  const isShout =
    beforeEnd - beforeStart >= 3 &&
    end - start >= 2 &&
    isAllCapitals(text, beforeStart, beforeEnd) &&
    isAllCapitals(text, start, end);
  if (isShout) evidence |= Evidence.capitalRun;
  return (
    evidence |
    ofEnding(text, start, end) |
    ofLeading(text, start, end, beforeStart, beforeEnd) |
    ofTrailing(text, start, end) |
    ofSigns(text, start, end)
  );
}

/** The longest and the shortest word that is looked at behind a hyphen inside a token. */
const LONGEST_ENDING = 12;
const SHORTEST_ENDING = 3;

/** What a word of small letters behind a token's last hyphen says: "DEAD-box helicases". */
function ofEnding(text: string, start: number, end: number): number {
  const floor = Math.max(start, end - LONGEST_ENDING);
  let at = end;
  while (at > floor && isSmall(unitAt(text, at - 1))) at--;
  const isEnding = end - at >= SHORTEST_ENDING && at > start && unitAt(text, at - 1) === HYPHEN;
  return isEnding ? foldedWordBits(nextWords, text, at, end) : 0;
}

/** What the text in front of a token says, with the word before it. */
function ofLeading(text: string, start: number, end: number, beforeStart: number, beforeEnd: number): number {
  let evidence = 0;
  const preceding = unitAt(text, start - 1);
  const second = unitAt(text, start - 2);
  const first = text.charCodeAt(beforeStart);
  const isNamed = beforeStart < beforeEnd && isCapital(first);
  const mayContinue = mayFollowNumeral(text, start);
  if (mayContinue || isNamed || preceding === SLASH || preceding === OPEN_PARENTHESIS) {
    const near = text.slice(Math.max(0, start - NEIGHBOUR), start);
    if (mayContinue && (NUMERAL_BEFORE.test(near) || ITALIC_BEFORE.test(near)))
      evidence |= Evidence.ordinalWord;
    if (isNamed && NAME_BEFORE.test(near)) evidence |= Evidence.afterName;
    if ((preceding === SLASH || preceding === OPEN_PARENTHESIS) && ALIAS_BEFORE.test(near))
      evidence |= Evidence.alias;
  }
  const before = wordBits(beforeWords, text, beforeStart, beforeEnd);
  const isListed =
    second === COMMA || (before & Before.conjunction) !== 0 || isLabelled(text, beforeStart, beforeEnd);
  if (isListed || preceding === OPEN_PARENTHESIS) {
    const phrase = text.slice(Math.max(0, start - PHRASE), start);
    if (isListed && LIST_BEFORE.test(phrase)) evidence |= Evidence.donorList;
    if (PERSON_AFTER.test(text.slice(end, end + PHRASE)) && PERSON_BEFORE.test(phrase))
      evidence |= Evidence.personList;
  }
  // "the General Data Protection Regulation (DSGVO)"
  const isCapitalised = beforeEnd - beforeStart > 3 && isSmall(unitAt(text, beforeStart + 1));
  const isIntroduced =
    preceding === OPEN_PARENTHESIS &&
    (unitAt(text, end) === CLOSE_PARENTHESIS || isRemark(text, end)) &&
    ((beforeStart < beforeEnd && (isSmall(first) || isCapitalised)) || unitAt(text, start - 3) === OPAQUE);
  if (isIntroduced) evidence |= Evidence.introduced;
  const isClone =
    preceding === OPEN_PARENTHESIS &&
    (ANTIBODY_BEFORE.test(text.slice(Math.max(0, start - PHRASE), start)) ||
      (unitAt(text, end) === COMMA && SUPPLIER_AFTER.test(text.slice(end, end + PHRASE))));
  // "(E1L3N, CST, 1:300)": the supplier itself.
  const isSupplier =
    second === COMMA && unitAt(text, end) === COMMA && DILUTION_AFTER.test(text.slice(end, end + 6));
  if (isClone || isSupplier) evidence |= Evidence.identifierWord;
  const isAuthor =
    unitAt(text, end) === COMMA &&
    end - start <= 3 &&
    isNamed &&
    beforeEnd - beforeStart > 1 &&
    isSmall(unitAt(text, beforeStart + 1)) &&
    AUTHOR_AFTER.test(text.slice(end, end + PHRASE));
  if (isAuthor) evidence |= Evidence.personList;
  if ((before & Before.naming) !== 0) {
    const phrase = text.slice(Math.max(0, start - PHRASE), start);
    if (ALIAS_OR.test(phrase) || (ALSO_KNOWN.test(phrase) && ALSO.test(phrase))) evidence |= Evidence.alias;
  }
  if (second === COMMA && CITY_BEFORE.test(text.slice(Math.max(0, start - PHRASE), start)))
    evidence |= Evidence.afterComma;
  const isTooled = (before & Before.tool) !== 0;
  if (isTooled && CITATION_AFTER.test(text.slice(end, end + 2))) evidence |= Evidence.cited;
  return evidence;
}

/** "(NVB, top)": a remark follows inside the parentheses. */
function isRemark(text: string, end: number): boolean {
  return unitAt(text, end) === COMMA && isSmall(unitAt(text, end + 2));
}

/** What a label of a donor or sample looks like: a capital, then up to four capitals and digits. */
function isLabelled(text: string, start: number, end: number): boolean {
  if (end - start < 1 || end - start > 5 || !isCapital(unitAt(text, start))) return false;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isCapital(code) && !isNumeral(code)) return false;
  }
  return true;
}

/** What the text behind a token says. */
function ofTrailing(text: string, start: number, end: number): number {
  const first = unitAt(text, end);
  if (first === SLASH || first === OPEN_PARENTHESIS) {
    return ALIAS_AFTER.test(text.slice(end, end + NEIGHBOUR)) ? Evidence.alias : 0;
  }
  if ((characterClass(first) & Char.space) === 0) {
    const isMark = first === COLON || first === HASH;
    return isMark && ACCESSION_AFTER.test(text.slice(end, end + NEIGHBOUR)) ? Evidence.softwareWord : 0;
  }
  // Most tokens stand before a word in lower case: what begins otherwise is asked about only there.
  const second = unitAt(text, end + 1);
  const kind = characterClass(second);
  const isName = (kind & (Char.upper | Char.digit)) !== 0 || second === HASH;
  const isParenthesis = second === OPEN_PARENTHESIS;
  const mayBeKit = isName || KIT_INITIALS.includes(text.charAt(end + 1));
  const mayBeSoftware =
    isName || isParenthesis || second === 0x76 || beginsWord(softwareWords, text, end + 1);
  if (!mayBeKit && !mayBeSoftware) return 0;
  const trailing = text.slice(end, end + PHRASE);
  let evidence = 0;
  if ((kind & Char.upper) !== 0) {
    if (PRODUCT_AFTER.test(trailing)) evidence |= Evidence.companyWord;
    if (NAME_AFTER.test(trailing)) evidence |= Evidence.beforeName;
    if (end - start <= 3 && SUPPORTED_AFTER.test(trailing)) evidence |= Evidence.personList;
  } else if (((kind & Char.digit) !== 0 || second === HASH) && NUMBER_AFTER.test(trailing))
    evidence |= Evidence.numberAfter;
  if (mayBeKit && KIT_AFTER.test(trailing)) evidence |= Evidence.productName;
  if (mayBeSoftware && (VERSION_AFTER.test(trailing) || SOFTWARE_AFTER.test(trailing)))
    evidence |= Evidence.softwareWord;
  if (isParenthesis) {
    if (ALIAS_AFTER.test(trailing)) evidence |= Evidence.alias;
    const explained = EXPLAINED_AFTER.exec(trailing);
    const initial = explained?.[1];
    const isExplained =
      explained !== null && (initial === undefined || initial.toUpperCase() === text.charAt(start));
    if (isExplained) evidence |= Evidence.introduced;
  }
  return evidence;
}

const isQuote = (code: number): boolean =>
  code === 0x22 || code === 0x201c || code === 0x201d || code === ASTERISK;

/** What the punctuation right beside a token says. */
function ofSigns(text: string, start: number, end: number): number {
  let evidence = 0;
  let at = end;
  const first = unitAt(text, end);
  if (first === APOSTROPHE || first === CURLY_APOSTROPHE) {
    if (unitAt(text, at + 1) === 0x73 && (characterClass(unitAt(text, at + 2)) & WORD) === 0) {
      evidence |= Evidence.possessive;
      at += 2;
    }
  }
  const isDotted =
    (first === PERIOD && (characterClass(unitAt(text, end + 1)) & VISIBLE_WORD) !== 0) ||
    (unitAt(text, start - 1) === PERIOD && (characterClass(unitAt(text, start - 2)) & VISIBLE_WORD) !== 0);
  if (isDotted) evidence |= Evidence.dotted;
  while (at < end + 4 && (characterClass(unitAt(text, at)) & (Char.space | Char.transparent)) !== 0) at++;
  const sign = unitAt(text, at);
  if (sign === 0x3d || sign === 0x3c || sign === 0x3e || sign === 0x2264 || sign === 0x2265) {
    evidence |= Evidence.relation;
  }
  // "GTR+I": a term of a formula.
  const isTerm = first === 0x2b && (characterClass(unitAt(text, end + 1)) & (Char.upper | Char.greek)) !== 0;
  if (isTerm) evidence |= Evidence.relation;
  // "\"mouse\" OR \"rat\"", "rodent* OR (rat": an operator of a search.
  if (
    end - start <= 3 &&
    (isQuote(unitAt(text, start - 2)) || isQuote(unitAt(text, end + 1))) &&
    (OPERAND_END.test(text.slice(Math.max(0, start - 2), start)) ||
      OPERAND_START.test(text.slice(end, end + 2)))
  )
    evidence |= Evidence.capitalRun;
  // "(green-OFF) OR (red)": terms in parentheses.
  const isJoined =
    end - start <= 3 &&
    unitAt(text, start - 2) === CLOSE_PARENTHESIS &&
    unitAt(text, end + 1) === OPEN_PARENTHESIS;
  if (isJoined) evidence |= Evidence.capitalRun;
  // −/− and +/− are genotypes.
  if ((sign === HYPHEN || sign === 0x2212 || sign === 0x2b) && unitAt(text, at + 1) === SLASH) {
    evidence |= Evidence.geneWord;
  }
  if (unitAt(text, start - 2) === COMMA && (characterClass(sign) & WORD) === 0)
    evidence |= Evidence.afterComma;
  return evidence;
}
