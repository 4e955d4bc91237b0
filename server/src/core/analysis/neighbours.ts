/** Reads the evidence for what a token is off the text around it. Bounded work for each token. */
import {
  APOSTROPHE,
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
import { Char, characterClass, WORD } from './characters.ts';
import { Evidence, evidenceOfNext, evidenceOfPrevious } from './evidence.ts';

const LETTER = Char.upper | Char.lower | Char.greek;
const VISIBLE_WORD = WORD & ~Char.transparent;

/** How far (in UTF-16 units) a neighbouring word, and a neighbouring phrase, is looked for. */
const NEIGHBOUR = 24;
const PHRASE = 64;

/** "stage III or IV": another Roman numeral right before. */
const NUMERAL_BEFORE = /\b[IVX]{1,4}(?:,| or| and| to|[-–/])\s?$/;
/** "*Clostridium* IV": a name in italics right before a numeral. */
const ITALIC_BEFORE = /\b[A-Z][a-z]{3,}[\s\uE000]\s$/;
/** "VPI 10463": a number that is no year right after. */
const NUMBER_AFTER = /^\s(?!(?:19|20)\d\d\b)\d{4,8}(?!\d|%|[.,]\d)/;
/** "MOBIO PowerSoil": a product's name right after. */
const PRODUCT_AFTER = /^\s[A-Z][a-z]{2,}[A-Z]/;
/** "ALINE FFPE Purification Kit": capitalised words and numbers up to a product's noun. */
const KIT_AFTER = /^(?:[\s-][A-Z\d][\w/+-]{0,20}){0,4}\s(?:[Kk]its?|[Mm]icrobeads|[Bb]uffer)\b/;
const KIT_INITIALS = 'kmb';
/** "SILVA (v. 132)", "betAS R package", "GTDB reference database". */
const VERSION_AFTER = /^\s\(?(?:[Vv]\.?\s?\d|[Vv]er(?:sion|\.)?\s?[\d\uFFFC])/;
const SOFTWARE_AFTER =
  /^(?:\s\([^)]{1,16}\))?(?:\s(?:R|Python|Bioconductor|web|online|reference|sequence|gene|[A-Z][\w-]{1,16})){0,2}\s(?:software|packages?|databases?|pipelines?|toolkit|web server|suite|solver)\b/;
/** "Strelka [@key]", and "(MDC/CCL22)", "GRO (CXCL1)". */
const CITATION_AFTER = /^\s?[\uFFFC[]/;
const ALIAS_AFTER = /^\s?[/(]\s?(?:CC|CXC|CX3C|XC)[LR]\d{1,2}\b/;
const ALIAS_BEFORE = /\b(?:CC|CXC|CX3C|XC)[LR]\d{1,2}\s?[/(]\s?$/;
/** "KDM5C, also known as SMCX or " */
const ALSO_KNOWN = /\b(?:known|referred to|called|designated) as\s(?:[A-Z][A-Za-z\d]{1,9}\s(?:or|and)\s)?$/;
const ALSO = /\b(?:also|formerly|previously)\b/;
/** "in Philadelphia, " */
const CITY_BEFORE = /\b(?:in|at|of|from|near)\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s$/;
/** "OMIM: 300534" */
const ACCESSION_AFTER = /^[:#]\s?\d{4}/;
/** "AZ (azithromycin)", "AIFA (the Italian agency)". */
const EXPLAINED_AFTER = /^\s\((?:(?:the|an?)\s|([A-Za-z])[a-z]{4})/;
/** The members of a list in front of this one: "donors FV, ", "patients FV, GMC and ". */
const LIST_BEFORE =
  /\b(?:[Dd]onors|[Pp]atients|[Ss]ubjects|[Pp]articipants|[Vv]olunteers|[Aa]nimals|[Mm]acaques|[Ss]amples|[Ss]pecimens|[Ii]solates)\s(?:[A-Z][A-Z\d]{0,4}(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s)){1,8}$/;
/** "by two authors (AB and ", "by a pathologist (". */
const PERSON_BEFORE =
  /\b(?:authors?|reviewers?|investigators?|researchers?|pathologists?|radiologists?|readers?|raters?|coders?|physicians?|clinicians?|observers?|assessors?|annotators?|curators?|experts?|veterinarians?|technicians?|scientists?|nurses?|members?|students?|team|of us)\s\((?:[A-Z]{2,4}(?:,\s(?:and\s)?|\sand\s|\sor\s|;\s|\s&\s)){0,6}$/;
const PERSON_AFTER = /^(?:(?:,\s(?:and\s)?|\sand\s|\sor\s|;\s|\s&\s)[A-Z]{2,4}){0,6}\)/;
/** What a search's operators stand between: terms in quotation marks, with wild cards. */
const OPERAND_END = /^["”*]\s$/;
const OPERAND_START = /^\s["“]$/;
/** "Bossuyt PM, et al", "Page MJ, McKenzie JE,": an author's initials. */
const AUTHOR_AFTER = /^,\s(?:et al|[A-Z][A-Za-z]+\s[A-Z]{1,3}[,.;])/;
/** A capitalised word inside a sentence, right before: "Metasystems XL". */
const NAME_BEFORE = /[a-z,;(]\s(?:(?:[A-Z][a-z]+-)?[A-Z][a-z]{3,}|[A-Z][a-z]+[A-Z]\w*)\s$/;
/** A capitalised word right after: "BC Cancer". */
const NAME_AFTER = /^\s[A-Z][a-z]{2,}/;

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
    if ((characterClass(code) & Char.space) === 0 && code !== PERIOD && code !== OPEN_PARENTHESIS) break;
    end--;
  }
  let start = end;
  while (start > limit && (characterClass(text.charCodeAt(start - 1)) & VISIBLE_WORD) !== 0) start--;
  if (start === end && end > 0 && text.charCodeAt(end - 1) === HASH) return '#';
  return text.slice(start, end);
}

function isAllCapitals(word: string): boolean {
  return /^[A-Z]{3,}$/.test(word);
}

/** The evidence that the surroundings of `text[start, end)` give: a bit set of `Evidence`. */
export function evidenceAround(text: string, start: number, end: number): number {
  const before = previousWord(text, start);
  const preceding = text.charCodeAt(start - 1);
  let evidence = evidenceOfNext(nextWord(text, end));
  if (/^\d[\d.,]*$/.test(before) && preceding !== OPEN_PARENTHESIS) evidence |= Evidence.afterNumber;
  else evidence |= evidenceOfPrevious(before.toLowerCase());
  if (isAllCapitals(before) && /^[A-Z]{2,}$/.test(text.slice(start, end))) evidence |= Evidence.capitalRun;
  // "DEAD-box helicases"
  if ((characterClass(text.charCodeAt(end - 1)) & Char.lower) !== 0) {
    const ending = /-([a-z]{3,12})$/.exec(text.slice(Math.max(start, end - 13), end));
    if (ending !== null) evidence |= evidenceOfNext(ending[1] ?? '');
  }
  return (
    evidence | ofLeading(text, start, end, before) | ofTrailing(text, start, end) | ofSigns(text, start, end)
  );
}

/** What the text in front of a token says. */
function ofLeading(text: string, start: number, end: number, before: string): number {
  let evidence = 0;
  const near = text.slice(Math.max(0, start - NEIGHBOUR), start);
  if (NUMERAL_BEFORE.test(near) || ITALIC_BEFORE.test(near)) evidence |= Evidence.ordinalWord;
  if (/^[A-Z]/.test(before) && NAME_BEFORE.test(near)) evidence |= Evidence.afterName;
  const preceding = text.charCodeAt(start - 1);
  if ((preceding === SLASH || preceding === OPEN_PARENTHESIS) && ALIAS_BEFORE.test(near))
    evidence |= Evidence.alias;
  const isListed =
    text.charCodeAt(start - 2) === COMMA ||
    before === 'and' ||
    before === 'or' ||
    /^[A-Z][A-Z\d]{0,4}$/.test(before);
  if (isListed || preceding === OPEN_PARENTHESIS) {
    const phrase = text.slice(Math.max(0, start - PHRASE), start);
    if (isListed && LIST_BEFORE.test(phrase)) evidence |= Evidence.donorList;
    if (PERSON_AFTER.test(text.slice(end, end + PHRASE)) && PERSON_BEFORE.test(phrase))
      evidence |= Evidence.personList;
  }
  const isIntroduced =
    preceding === OPEN_PARENTHESIS &&
    text.charCodeAt(end) === CLOSE_PARENTHESIS &&
    (/^[a-z]/.test(before) || text.charCodeAt(start - 3) === OPAQUE);
  if (isIntroduced) evidence |= Evidence.introduced;
  const isAuthor =
    text.charCodeAt(end) === COMMA &&
    end - start <= 3 &&
    /^[A-Z][a-z]/.test(before) &&
    AUTHOR_AFTER.test(text.slice(end, end + PHRASE));
  if (isAuthor) evidence |= Evidence.personList;
  if (before === 'as' || before === 'or') {
    const phrase = text.slice(Math.max(0, start - PHRASE), start);
    if (ALSO_KNOWN.test(phrase) && ALSO.test(phrase)) evidence |= Evidence.alias;
  }
  if (
    text.charCodeAt(start - 2) === COMMA &&
    CITY_BEFORE.test(text.slice(Math.max(0, start - PHRASE), start))
  )
    evidence |= Evidence.afterComma;
  const isTooled = /^(?:using|used|with|via|by|as)$/.test(before);
  if (isTooled && CITATION_AFTER.test(text.slice(end, end + 2))) evidence |= Evidence.cited;
  return evidence;
}

/** What the text behind a token says. */
function ofTrailing(text: string, start: number, end: number): number {
  const first = text.charCodeAt(end);
  if (first === SLASH || first === OPEN_PARENTHESIS) {
    return ALIAS_AFTER.test(text.slice(end, end + NEIGHBOUR)) ? Evidence.alias : 0;
  }
  if ((characterClass(first) & Char.space) === 0) {
    const isMark = first === COLON || first === HASH;
    return isMark && ACCESSION_AFTER.test(text.slice(end, end + NEIGHBOUR)) ? Evidence.softwareWord : 0;
  }
  const trailing = text.slice(end, end + PHRASE);
  let evidence = 0;
  // Most tokens stand before a word in lower case: what begins otherwise is asked about only there.
  const second = text.charCodeAt(end + 1);
  const kind = characterClass(second);
  if ((kind & Char.upper) !== 0) {
    if (PRODUCT_AFTER.test(trailing)) evidence |= Evidence.companyWord;
    if (NAME_AFTER.test(trailing)) evidence |= Evidence.beforeName;
  } else if ((kind & Char.digit) !== 0 && NUMBER_AFTER.test(trailing)) evidence |= Evidence.numberAfter;
  if ((kind & (Char.upper | Char.digit)) !== 0 || KIT_INITIALS.includes(text.charAt(end + 1))) {
    if (KIT_AFTER.test(trailing)) evidence |= Evidence.productName;
  }
  if (VERSION_AFTER.test(trailing) || SOFTWARE_AFTER.test(trailing)) evidence |= Evidence.softwareWord;
  if (second === OPEN_PARENTHESIS) {
    if (ALIAS_AFTER.test(trailing)) evidence |= Evidence.alias;
    const explained = EXPLAINED_AFTER.exec(trailing);
    const initial = explained?.[1];
    const isExplained =
      explained !== null && (initial === undefined || initial.toUpperCase() === text.charAt(start));
    if (isExplained) evidence |= Evidence.introduced;
  }
  return evidence;
}

/** What the punctuation right beside a token says. */
function ofSigns(text: string, start: number, end: number): number {
  let evidence = 0;
  let at = end;
  const first = text.charCodeAt(end);
  if (first === APOSTROPHE || first === CURLY_APOSTROPHE) {
    if (text.charCodeAt(at + 1) === 0x73 && (characterClass(text.charCodeAt(at + 2)) & WORD) === 0) {
      evidence |= Evidence.possessive;
      at += 2;
    }
  }
  const isDotted =
    (first === PERIOD && (characterClass(text.charCodeAt(end + 1)) & VISIBLE_WORD) !== 0) ||
    (text.charCodeAt(start - 1) === PERIOD &&
      (characterClass(text.charCodeAt(start - 2)) & VISIBLE_WORD) !== 0);
  if (isDotted) evidence |= Evidence.dotted;
  while (at < end + 4 && (characterClass(text.charCodeAt(at)) & (Char.space | Char.transparent)) !== 0) at++;
  const sign = text.charCodeAt(at);
  if (sign === 0x3d || sign === 0x3c || sign === 0x3e || sign === 0x2264 || sign === 0x2265) {
    evidence |= Evidence.relation;
  }
  // "GTR+I": a term of a formula.
  const isTerm =
    first === 0x2b && (characterClass(text.charCodeAt(end + 1)) & (Char.upper | Char.greek)) !== 0;
  if (isTerm) evidence |= Evidence.relation;
  // "\"mouse\" OR \"rat\"", "rodent* OR (rat": an operator of a search.
  if (
    end - start <= 3 &&
    (OPERAND_END.test(text.slice(start - 2, start)) || OPERAND_START.test(text.slice(end, end + 2)))
  )
    evidence |= Evidence.capitalRun;
  // −/− and +/− are genotypes.
  if ((sign === HYPHEN || sign === 0x2212 || sign === 0x2b) && text.charCodeAt(at + 1) === SLASH) {
    evidence |= Evidence.geneWord;
  }
  if (text.charCodeAt(start - 2) === COMMA && (characterClass(sign) & WORD) === 0)
    evidence |= Evidence.afterComma;
  return evidence;
}
