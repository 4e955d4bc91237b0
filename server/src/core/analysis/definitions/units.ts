import { singular } from '../../glossary/normalize.ts';
import { unitAt } from '../../unitAt.ts';
import { foldOf, GREEK_BY_NAME, greekInitial, isDigit, isGreek, isLetter, isUpper } from '../characters.ts';
import { buildTrie } from '../trie.ts';

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

/** The units of a short form, in their order. */
export function unitsOf(surface: string): Unit[] {
  const units: Unit[] = [];
  let previous = 0;
  for (let at = 0; at < surface.length; ) {
    const code = surface.charCodeAt(at);
    const folded = foldOf(code);
    let end = at + 1;
    if (isDigit(code)) units.push(digitUnit(surface, at, previous));
    else if (isGreek(folded)) units.push(greekUnit(folded));
    else if (isLetter(code)) {
      const nameEnd = greekNameEnd(surface, at, previous);
      if (nameEnd > at) {
        units.push(greekUnit(GREEK_BY_NAME.get(surface.slice(at, nameEnd))!));
        end = nameEnd;
      } else units.push(letterUnit(surface, at, previous, units));
    }
    previous = surface.charCodeAt(end - 1);
    at = end;
  }
  return units;
}

/** The unit of a digit, `previous` before it. */
function digitUnit(surface: string, at: number, previous: number): Unit {
  // "PM2.5" has one number.
  const continues = previous === 0x2e && isDigit(unitAt(surface, at - 2));
  const unit = plainUnit(surface.charCodeAt(at), false, !continues && !isDigit(previous));
  const isCharge = surface.length <= MAX_ION && CHARGE.test(surface.slice(at + 1));
  return isCharge ? { ...unit, kind: 'charge' } : unit;
}

/** The unit of a letter, `previous` and other units before it. */
function letterUnit(surface: string, at: number, previous: number, before: readonly Unit[]): Unit {
  const code = surface.charCodeAt(at);
  const upper = isUpper(code);
  const isSecond = before.length === 1;
  const isLast = at === surface.length - 1;
  const plural = isLast && code === 0x73 && singular(surface).length < surface.length;
  const alias = at > 0 ? numeralAlias(surface, at) : omegaAlias(surface);
  // "Treg", "pRb": one letter, then a piece in the other case.
  const piece = !isLetter(previous) || (isSecond && isUpper(previous) !== upper);
  const unit = plainUnit(foldOf(code), upper, piece);
  // Each side of a ratio is a word: "E:T", not "poly I:C".
  const initial = previous === COLON && isSecond;
  return plural || initial || alias !== 0
    ? { ...unit, alias, initial, kind: plural ? 'plural' : 'letter' }
    : unit;
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
