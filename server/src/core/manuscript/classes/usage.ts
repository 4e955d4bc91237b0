/**
 * Whether a form that nobody knows is used as an abbreviation of words is: as a noun among other words, rather than as
 * names, labels and numbers are. Each sign for it counts once, each against it by the share of uses that show it: of
 * labelled manuscripts this told right from wrong best (`test/corpora/README.md`).
 */
import { isProse } from '../../analysis/roles.ts';
import { type Block, Fill, type Role, type Token } from '../../types.ts';

/** A use: a token, which may be a compound with the form in it, in its block. */
export interface Use {
  readonly form: string;
  readonly token: Token;
  readonly block: Block;
  readonly role: Role;
}

/** A use with the text right before and right behind its token, markup left out. */
export interface UseInText {
  readonly use: Use;
  readonly before: string;
  readonly after: string;
}

/** The uses that are looked at, the first ones. */
const LOOKED_AT = 40;
/** How far (in UTF-16 units) each use is looked around in. */
const REACH = 32;

const VERBS: ReadonlySet<string> = new Set('is are was were has have had can may'.split(' '));
const PREPOSITIONS: ReadonlySet<string> = new Set(
  (
    'of in for by with to on from at as into via between after before during than per using under over through ' +
    'within without among'
  ).split(' '),
);
/** Neither nouns nor what follows nouns alone. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  'and or that which when while but could will been be into between'.split(' '),
);

const WORD_BEFORE = /(?<![A-Za-z])([A-Za-z]{1,12})\s$/;
const WORD_AFTER = /^(?:['’]s)?\s([a-z]+)/;

const AGAINST: readonly (readonly [before: RegExp | undefined, after: RegExp | undefined])[] = [
  // Alone in parentheses.
  [undefined, /^\)/],
  // A part of a longer name.
  [/\b[A-Z]{2,}\s$/, /^\s[A-Z](?:[a-z]|[A-Z])/],
  // A label, or a number's.
  [/\d[\s,.%]*$/, /^[\s:#]+\d/],
  // A part of a compound's name: "5(h)mC".
  [/\)$/, undefined],
  // Named with its source.
  [undefined, /^\s?[\uFFFC[]/],
];

/** The signs of one use that it is a noun. */
type Sign =
  | 'noun after'
  | 'verb or preposition after'
  | 'preposition before'
  | 'ending'
  | 'abstract'
  | 'often';

const FOR: Readonly<Record<Sign, number>> = {
  'noun after': 1,
  'verb or preposition after': 1,
  'preposition before': 0.5,
  ending: 1,
  abstract: 1,
  often: 0.5,
};
const OFTEN = 5;
const WEIGHT_AGAINST = 0.6;

/** Whether the glossary has them. */
export type Letters = 'known' | 'unknown';

/** In a list, perhaps of names; "the CELDA ontology": what counts half a sign against letters that nobody knows. */
const NAME_BEFORE = /(?:,\s*|\b[Tt]he\s)$/;

/** "in Athens, GA, USA", "Port St. Lucie, FL)": behind a place's name, in front of what ends an address. */
const PLACE_BEFORE = /(?<!\w{3}[.!?]\s)\b[A-Z][a-z]{2,},\s$/;
const ADDRESS_AFTER = /^(?:[,;.)]|\s\d{5}\b|\s(?:and|or|from|in)\b)/;

/** Whether one of the first uses stands behind a place's name, and, where asked, an address ends there. Bounded work for each. */
export function isInAddress(uses: readonly UseInText[], ends: boolean): boolean {
  return uses.some(({ before, after }) => PLACE_BEFORE.test(before) && (!ends || ADDRESS_AFTER.test(after)));
}

/** What is given in a way: "given IV", "5 mg IV". */
const GIVEN =
  /(?:\b(?:given|administered|injected|infused|delivered|received|dosed|mg|mL|and|or|via|by|with|of|an?|the|to|in|for))\s$/;
const COUNTED = /[A-Za-z]{3}[-\s]$/;

/** Whether the first uses follow a noun each and precede none, as numerals do. Bounded work for each. */
export function isNumeralOf(uses: readonly UseInText[]): boolean {
  return uses.every(({ before, after }) => {
    const next = WORD_AFTER.exec(after)?.[1];
    const isFollowed =
      next !== undefined && !VERBS.has(next) && !PREPOSITIONS.has(next) && !OTHER_WORDS.has(next);
    return !isFollowed && COUNTED.test(before) && !GIVEN.test(before);
  });
}

/** How much more speaks for a noun than for a name: above 0 where more does. Bounded work for each of the first uses. */
export function usageOf(uses: readonly Use[], letters: Letters): number {
  const looked = firstInText(uses.filter(({ role }) => isProse(role)));
  const signs = new Set<Sign>();
  let against = 0;
  for (const { use, before, after } of looked) {
    signsOf(use, before, after, signs);
    against += countAgainst(use, before, after);
    if (letters === 'unknown' && NAME_BEFORE.test(before)) against += 1 / 2;
  }
  if (looked.length >= OFTEN) signs.add('often');
  let score = (-WEIGHT_AGAINST * against) / Math.max(looked.length, 1);
  for (const sign of signs) score += FOR[sign];
  return score;
}

/** Programs and products are longer, or spelled in both cases; kinds of DNA, RNA and sequencing are so too. */
const UNUSUAL_SHAPE = 0.5;
const USUAL = /^(?:[A-Z]{2,4}|[a-z]{1,3}(?:[DR]NA|PCR)|.{2,6}[Ss]eq)$/;
const ENOUGH = 0.5;

/** Whether letters that nobody knows are used as an abbreviation's. */
export function isUsedAsWord(letters: string, usage: number): boolean {
  return (USUAL.test(letters) ? usage : usage - UNUSUAL_SHAPE) >= ENOUGH;
}

/** The first uses, in their text. Bounded work. */
export function firstInText(uses: readonly Use[]): readonly UseInText[] {
  return uses.slice(0, LOOKED_AT).map(use => {
    const { start, end } = use.token;
    const { masked } = use.block;
    return {
      use,
      before: readOf(masked.slice(Math.max(0, start - REACH), start)),
      after: readOf(masked.slice(end, end + REACH)),
    };
  });
}

const readOf = (masked: string): string =>
  masked.includes(Fill.transparent) ? masked.replaceAll(Fill.transparent, '') : masked;

function signsOf({ form, token, role }: Use, before: string, after: string, signs: Set<Sign>): void {
  if (role === 'abstract') signs.add('abstract');
  if (PREPOSITIONS.has(WORD_BEFORE.exec(before)?.[1]?.toLowerCase() ?? '')) signs.add('preposition before');
  const isPlural = token.surface.endsWith('s') && !form.endsWith('s');
  if (isPlural || /^['’]s\b/.test(after)) signs.add('ending');
  const next = WORD_AFTER.exec(after)?.[1];
  if (next === undefined) return;
  if (VERBS.has(next) || PREPOSITIONS.has(next)) signs.add('verb or preposition after');
  else if (!OTHER_WORDS.has(next)) signs.add('noun after');
}

function countAgainst({ form, token }: Use, before: string, after: string): number {
  const others = token.surface === form ? '' : token.surface.replace(form, '');
  // "SM-BOSS", not "WEC-like".
  let count = /[-–]/.test(others) && !/[a-z]{3}/.test(others) ? 1 : 0;
  for (const [leading, trailing] of AGAINST) {
    if (leading?.test(before) === true || trailing?.test(after) === true) count++;
  }
  return count;
}
