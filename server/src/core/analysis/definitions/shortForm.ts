import { lettered } from '../../lettered.ts';
import { TAB, TRANSPARENT } from '../../signs.ts';
import { Fill } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import {
  foldOf,
  GREEK_BY_NAME,
  isGreek,
  isSpace,
  isUpper,
  Kind,
  kindOf,
  LONGEST_GREEK_NAME,
} from '../characters.ts';
import { type Unit, unitsOf } from './units.ts';
import { ENUMERATION, NOT_SHORT } from './words.ts';

export interface ShortForm {
  readonly start: number;
  readonly end: number;
  /** As it reads: transparent fill removed, spaces kept. */
  readonly surface: string;
  readonly units: readonly Unit[];
  /** No capital, digit or Greek letter in it: it could be any word. */
  readonly plain: boolean;
  /** Begins with a capital and four small letters or more, as names do (Gibco, ForteBio). */
  readonly capitalized: boolean;
  /** A Roman numeral (III): more often one than an abbreviation; with a word before it, more often a class ("stem II"). */
  readonly numeral: boolean;
  /** Its last word, where that is an ordinary one ("domain" in "Prd domain"), else empty. */
  readonly tail: string;
}

/** A number and more words: "1.5 nmol/L", "19-59 years". */
const MEASURE = /^[\d.,]+(?:[-–][\d.,]+)?\s[a-zµμ]/;

const ROMAN = /^(?:I{2,3}|I?V|VI{1,3}|I?X)$/;

const MAX_LENGTH = 24;
const MAX_WORDS = 3;
const MAX_UNITS = 18;

/** A small word and a space: "amino acids 804-826"; Greek letters' names apart. */
const ORDINARY_START =
  /^(?!(?:alpha|beta|gamma|delta|epsilon|kappa|lambda|omega|sigma|theta|zeta) )[a-z]{3,} /;

/** "topo II", "pol III": a name cut short and its number; not "type II". */
const CUT_SHORT = /^(?!arm|case|day|part|step|tier|type|unit|zone)[a-z]{3,4} (?:I{1,3}|IV|V)$/;

/** A capitalised word among several: "Jackson Laboratory", "St Louis". */
const PROPER_NAME = lettered`(?:^|\s)[\p{Lu}][\p{Ll}]{3,}(?:\s|$)`;
const CAPITALISED = lettered`^[\p{Lu}][\p{Ll}]{4,}`;
const CAPITALISED_LENGTH = 4;

/** An amino-acid substitution (N63S): a name, not an abbreviation. */
const SUBSTITUTION = /^[ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWY]$/;

/** How many signs of each kind a stretch of text has. */
interface Signs {
  /** All but transparent fill. */
  visible: number;
  words: number;
  letters: number;
  capitals: number;
  digits: number;
  greek: number;
}

/**
 * Reads `text[start..end)` as a short form, or null where it hasn't the shape of one: too long, without a
 * letter, an ordinary word, several words without a capital.
 */
export function readShortForm(text: string, start: number, end: number): ShortForm | null {
  const signs = countSigns(text, start, end);
  if (signs === null) return null;
  const { words, capitals, digits, greek } = signs;
  const plain = capitals + digits + greek === 0;
  const greekEnd = words > 1 && endsInGreek(text, start, end);
  if (words > 1 && plain && !greekEnd) return null;
  const isAsRead = words === 1 && signs.visible === end - start;
  const surface = isAsRead ? text.slice(start, end) : asRead(text, start, end);
  if (isNoShortForm(surface, signs) || (words > 1 && !greekEnd && isPhrase(surface))) return null;
  const units = unitsOf(surface);
  if (units.length === 0 || units.length > MAX_UNITS) return null;
  const tail = words > 1 ? (/ ([a-z]{4,})$/.exec(surface)?.[1] ?? '') : '';
  return {
    start,
    end,
    surface,
    units,
    plain,
    capitalized: digits + greek === 0 && surface.length > CAPITALISED_LENGTH && CAPITALISED.test(surface),
    numeral: (capitals === surface.length && ROMAN.test(surface)) || (words > 1 && CUT_SHORT.test(surface)),
    tail: GREEK_BY_NAME.has(tail) ? '' : tail,
  };
}

/** Counts the signs of a stretch, or null where a short form can't have them: too many, none of them a letter, brackets apart. */
function countSigns(text: string, start: number, end: number): Signs | null {
  const signs: Signs = { visible: 0, words: 1, letters: 0, capitals: 0, digits: 0, greek: 0 };
  let depth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === TRANSPARENT) continue;
    signs.visible++;
    const kind = kindOf(code);
    if (kind === Kind.space) {
      if (code === TAB || ++signs.words > MAX_WORDS) return null;
      continue;
    }
    if (signs.visible > MAX_LENGTH) return null;
    if (kind === Kind.letter) countLetter(signs, code);
    else if (kind === Kind.digit) signs.digits++;
    else {
      depth += depthOf(code);
      if (depth < 0 || isForeign(text, at, code, depth)) return null;
    }
  }
  return signs.letters === 0 || depth > 0 ? null : signs;
}

function countLetter(signs: Signs, code: number): void {
  signs.letters++;
  if (isUpper(code)) signs.capitals++;
  if (isGreek(foldOf(code))) signs.greek++;
}

/** 1 for a bracket that opens, -1 for one that closes, 0 for any other sign. */
function depthOf(code: number): number {
  if (code === 0x28 || code === 0x5b) return 1;
  return code === 0x29 || code === 0x5d ? -1 : 0;
}

/** What no short form holds: a relation (=, <, >), a percent sign, opaque fill, a colon that is no ratio's. */
function isForeign(text: string, at: number, code: number, depth: number): boolean {
  if (code === 0x3a) return depth === 0 && !isRatioSign(text, at);
  return code === 0x3d || code === 0x3c || code === 0x3e || code === 0x25 || code === 0xfffc;
}

/** What has the signs of a short form and is none: sentences, counters, ordinary words, substitutions, measures. */
function isNoShortForm(surface: string, { capitals, digits }: Signs): boolean {
  if ((surface.includes('.') && /\.\s/.test(surface)) || ENUMERATION.has(surface)) return true;
  const initial = isUpper(surface.charCodeAt(0)) ? 1 : 0;
  // "Fig." too
  const bare = surface.endsWith('.') ? surface.slice(0, -1) : surface;
  if (capitals === initial && NOT_SHORT.has(bare.toLowerCase())) return true;
  return digits > 0 && (SUBSTITUTION.test(surface) || MEASURE.test(surface));
}

/** Several words that begin with an ordinary one, or hold a name. */
const isPhrase = (surface: string): boolean =>
  (ORDINARY_START.test(surface) && !CUT_SHORT.test(surface)) || PROPER_NAME.test(surface);

/** A colon between capitals: "E:T", "poly I:C". */
const isRatioSign = (text: string, at: number): boolean =>
  isUpper(unitAt(text, at - 1)) && isUpper(unitAt(text, at + 1));

/** The last word is a Greek letter's name: "pol epsilon". */
function endsInGreek(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && !isSpace(unitAt(text, at - 1))) at--;
  return end - at <= LONGEST_GREEK_NAME && GREEK_BY_NAME.has(text.slice(at, end));
}

/** The text without transparent fill, its white space as single blanks. */
const asRead = (text: string, start: number, end: number): string =>
  text.slice(start, end).replaceAll(Fill.transparent, '').replace(/\s/g, ' ');
