import { singular } from '../../glossary/normalize.ts';
import { lettered } from '../../lettered.ts';
import { TAB, TRANSPARENT } from '../../signs.ts';
import { Fill } from '../../types.ts';
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
import { buildTrie } from '../trie.ts';
import { ENUMERATION, NOT_SHORT } from './words.ts';

/** A letter or digit of a short form: what the long form must give, in order. */
export interface Unit {
  readonly code: number;
  /** A second code that matches too (1 for "I", g for "γ"), or 0. */
  readonly alias: number;
  readonly kind: 'letter' | 'digit' | 'charge' | 'greek' | 'plural';
  readonly upper: boolean;
  /** A new piece of the short form begins here (after a hyphen, at a change between letters and digits). */
  readonly piece: boolean;
  /** It stands for a word of its own: no inner letter will do. */
  readonly initial: boolean;
  /** It stands for the word that an "of" leads to. */
  readonly ofHead?: boolean;
}

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
  /** A Roman numeral (III): more often one than an abbreviation. */
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

/** A capitalised word among several: "Jackson Laboratory", "St Louis". */
const PROPER_NAME = lettered`(?:^|\s)[\p{Lu}][\p{Ll}]{3,}(?:\s|$)`;
const CAPITALISED = lettered`^[\p{Lu}][\p{Ll}]{4,}`;
const CAPITALISED_LENGTH = 4;

/** An amino-acid substitution (N63S): a name, not an abbreviation. */
const SUBSTITUTION = /^[ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWY]$/;

/**
 * Reads `text[start..end)` as a short form, or null where it hasn't the shape of one: too long, without a
 * letter, an ordinary word, several words without a capital.
 */
export function readShortForm(text: string, start: number, end: number): ShortForm | null {
  let visible = 0;
  let words = 1;
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let greek = 0;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === TRANSPARENT) continue;
    visible++;
    const kind = kindOf(code);
    if (kind === Kind.space) {
      if (code === TAB || ++words > MAX_WORDS) return null;
      continue;
    }
    if (visible > MAX_LENGTH) return null;
    if (kind === Kind.letter) {
      letters++;
      if (isUpper(code)) capitals++;
      if (isGreek(foldOf(code))) greek++;
    } else if (kind === Kind.digit) digits++;
    else if (code === 0x28 || code === 0x5b) depth++;
    else if (code === 0x29 || code === 0x5d) {
      if (depth-- === 0) return null;
    } else if (
      code === 0x3d ||
      code === 0x3c ||
      code === 0x3e ||
      code === 0x25 ||
      (code === 0x3a && depth === 0 && !isRatioSign(text, at)) ||
      code === 0xfffc
    )
      return null;
  }
  if (letters === 0 || depth > 0) return null;
  const plain = capitals + digits + greek === 0;
  const greekEnd = words > 1 && endsInGreek(text, start, end);
  if (words > 1 && plain && !greekEnd) return null;
  const surface = visible === end - start && words === 1 ? text.slice(start, end) : asRead(text, start, end);
  if ((surface.includes('.') && /\.\s/.test(surface)) || ENUMERATION.has(surface)) return null;
  const initial = isUpper(surface.charCodeAt(0)) ? 1 : 0;
  // "Fig." too
  const bare = surface.endsWith('.') ? surface.slice(0, -1) : surface;
  if (capitals === initial && NOT_SHORT.has(bare.toLowerCase())) return null;
  if (digits > 0 && (SUBSTITUTION.test(surface) || MEASURE.test(surface))) return null;
  if (words > 1 && !greekEnd && (ORDINARY_START.test(surface) || PROPER_NAME.test(surface))) return null;
  const units = unitsOf(surface);
  if (units.length === 0 || units.length > MAX_UNITS) return null;
  const capitalized =
    digits + greek === 0 && surface.length > CAPITALISED_LENGTH && CAPITALISED.test(surface);
  const tail = words > 1 ? (/ ([a-z]{4,})$/.exec(surface)?.[1] ?? '') : '';
  const numeral = capitals === surface.length && ROMAN.test(surface);
  return {
    start,
    end,
    surface,
    units,
    plain,
    capitalized,
    numeral,
    tail: GREEK_BY_NAME.has(tail) ? '' : tail,
  };
}

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

const createUnit = (code: number, upper: boolean, piece: boolean): Unit => ({
  code,
  alias: 0,
  kind: isDigit(code) ? 'digit' : 'letter',
  upper,
  piece,
  initial: false,
});

const FIRST_SHARED = 0x30;
const END_SHARED = 0x7b;

/** The units of digits and of the letters a to z as nearly all of them are: each is one object. */
const SHARED: readonly Unit[] = Array.from({ length: 4 * (END_SHARED - FIRST_SHARED) }, (_, index) =>
  createUnit(FIRST_SHARED + (index >> 2), (index & 2) !== 0, (index & 1) !== 0),
);

/** The unit of a digit or a letter that nothing else can stand for. */
const plainUnit = (code: number, upper: boolean, piece: boolean): Unit =>
  code >= FIRST_SHARED && code < END_SHARED
    ? SHARED[4 * (code - FIRST_SHARED) + (upper ? 2 : 0) + (piece ? 1 : 0)]!
    : createUnit(code, upper, piece);

const greekUnit = (code: number): Unit => ({
  code,
  alias: greekInitial(code),
  kind: 'greek',
  upper: false,
  piece: true,
  initial: false,
});

const COLON = 0x3a;

/** The longest formula of an ion ([PO43-]), and what follows the digit of its charge. */
const MAX_ION = 7;
const CHARGE = /^[+−-](?:\]|$)/;

function unitsOf(surface: string): Unit[] {
  const units: Unit[] = [];
  let previous = 0;
  for (let at = 0; at < surface.length; at++) {
    const code = surface.charCodeAt(at);
    const folded = foldOf(code);
    const fresh = !isLetter(previous) && !isDigit(previous);
    if (isDigit(code)) {
      // "PM2.5" has one number.
      const continues = previous === 0x2e && isDigit(unitAt(surface, at - 2));
      const unit = plainUnit(code, false, !continues && !isDigit(previous));
      const isCharge = surface.length <= MAX_ION && CHARGE.test(surface.slice(at + 1));
      units.push(isCharge ? { ...unit, kind: 'charge' } : unit);
    } else if (isGreek(folded)) units.push(greekUnit(folded));
    else if (isLetter(code)) {
      const end = greekNameEnd(surface, at, previous);
      if (end > at) {
        units.push(greekUnit(GREEK_BY_NAME.get(surface.slice(at, end))!));
        at = end - 1;
        previous = surface.charCodeAt(at);
        continue;
      }
      const last = at === surface.length - 1;
      const plural = last && code === 0x73 && singular(surface).length < surface.length;
      const alias = at > 0 ? numeralAlias(surface, at) : omegaAlias(surface);
      // "Treg", "pRb": one letter, then a piece in the other case.
      const piece = fresh || isDigit(previous) || (units.length === 1 && isUpper(previous) !== isUpper(code));
      const unit = plainUnit(folded, isUpper(code), piece);
      // Each side of a ratio is a word: "E:T", not "poly I:C".
      const initial = previous === COLON && units.length === 1;
      units.push(
        plural || initial || alias !== 0
          ? { ...unit, alias, initial, kind: plural ? 'plural' : 'letter' }
          : unit,
      );
    }
    previous = code;
  }
  return units;
}

/** Omega for "n-3 PUFA": a class of fatty acids that is called omega-3 as often; else 0. */
function omegaAlias(surface: string): number {
  return surface.startsWith('n') && /^n[-\u2010-\u2015\uFE63\uFF0D]\d/.test(surface) ? 0x3c9 : 0;
}

/** The digit that a closing I or V stands for, or 0. */
function numeralAlias(surface: string, at: number): number {
  if (isLetter(unitAt(surface, at + 1))) return 0;
  return surface[at] === 'I' ? 0x31 : surface[at] === 'V' ? 0x35 : 0;
}

const GREEK_NAMES = buildTrie([[[...GREEK_BY_NAME.keys()].join(' '), 1]]);

/**
 * Where the longest Greek letter's name in full at `at` ends: not inside a run of lower-case letters, and with none
 * after it. `at` for none.
 */
function greekNameEnd(surface: string, at: number, previous: number): number {
  if (isUpper(surface.charCodeAt(at)) || (isLetter(previous) && !isUpper(previous))) return at;
  let end = at;
  let node = 0;
  for (let i = at; i < surface.length; i++) {
    node = GREEK_NAMES.step(node, surface.charCodeAt(i));
    if (node === 0) break;
    const next = unitAt(surface, i + 1);
    if (GREEK_NAMES.bits(node) !== 0 && (!isLetter(next) || isUpper(next))) end = i + 1;
  }
  return end;
}
