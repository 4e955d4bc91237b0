import { lettered } from '../../lettered.ts';
import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { foldOf, isDigit, isGreek, isLetter, isUpper, Kind, kindOf } from '../characters.ts';
import { type Alignment, aligner, type CountSteps, createTable, type Table } from './align.ts';
import type { Costs } from './costs.ts';
import { permutedInitials } from './initials.ts';
import { lackedLetters } from './letters.ts';
import { createPhrase, endOf, type Phrase, readPhrase } from './phrase.ts';
import { alternatives, locatedReading, type Reading, rotations } from './readings.ts';
import type { ShortForm } from './shortForm.ts';
import { MAX_CHARACTERS, visibleStart, windowStart } from './window.ts';
import { WordBit } from './words.ts';

/** A short form with the long form found for it. */
export interface Match {
  readonly short: Span;
  readonly long: Span;
  readonly cost: number;
}

/** Where phrases are read and aligned, one after another: it takes longer to make than a phrase to read. */
export interface Room {
  readonly phrase: Phrase;
  readonly table: Table;
}

export const createRoom = (): Room => ({
  phrase: createPhrase(MAX_CHARACTERS),
  table: createTable(MAX_CHARACTERS),
});

/** Everything that looking for definitions in one text needs. */
export interface Search {
  readonly text: string;
  readonly costs: Costs;
  readonly room: Room;
  readonly count?: CountSteps | undefined;
}

/** What an alignment of this short form may cost. */
export const limitOf = (short: ShortForm, { limit, limitPerUnit }: Costs): number =>
  limit + limitPerUnit * short.units.length;

/** The long form of `short` that ends at `end`. */
export function longFormBefore(search: Search, short: ShortForm, end: number, lowest: number): Match | null {
  const from = windowOf(search, short, end, lowest);
  return from < end ? bestMatch(search, short, from, end, false) : null;
}

/** Where a long form of `short` that ends at `end` begins at the earliest. */
export function windowOf({ text }: Search, { units }: ShortForm, end: number, lowest: number): number {
  return windowStart(text, end, lowest, Math.min(units.length + 6, 2 * units.length + 2));
}

/** Whether `text[start..end)` as a whole is the long form of `short`. */
export function longFormWithin(search: Search, short: ShortForm, start: number, end: number): Match | null {
  return end - start <= MAX_CHARACTERS ? bestMatch(search, short, start, end, true) : null;
}

function bestMatch(
  search: Search,
  short: ShortForm,
  from: number,
  end: number,
  whole: boolean,
): Match | null {
  search.count?.(end - from);
  if (lackedLetters(short.units, search.text, from, end) > 0) return null;
  readPhrase(search.room.phrase, search.text, from, end, search.costs);
  return bestReading(search, short, from, end, whole);
}

/** The cheapest way to read a short form out of the phrase that was read from `text[from..end)`. */
function bestReading(
  search: Search,
  short: ShortForm,
  from: number,
  end: number,
  whole: boolean,
): Match | null {
  const { costs, count } = search;
  const { phrase, table } = search.room;
  const limit = limitOf(short, costs) * (whole ? costs.wholeShare : 1);
  const align = aligner(phrase, table, whole, costs, count);
  const attempt = ({ units, surcharge }: Reading): Match | null => {
    const alignment = align(units, limit - surcharge);
    if (!alignment) return null;
    const all = whole && !afterArticle(phrase, alignment) ? from : undefined;
    return matchOf(search, short, end, alignment, surcharge, all);
  };
  const located = locatedReading(short);
  let best = located && attempt(located);
  if (best) return best;
  best = attempt({ units: short.units, surcharge: 0 });
  const better = (match: Match | null): void => {
    if (match && (!best || match.cost < best.cost)) best = match;
  };
  if (!best || best.cost > 0) for (const reading of alternatives(short, costs)) better(attempt(reading));
  if (!best || best.cost > costs.reorderedNumber) {
    for (const reading of rotations(short, phrase, costs)) better(attempt(reading));
  }
  return best ?? permuted(search, short, phrase, end, whole);
}

/**
 * What an alignment with the phrase that was read last says, if a writer may have meant it.
 * @param start where the long form begins, if not where it is aligned
 */
export function matchOf(
  search: Search,
  short: ShortForm,
  end: number,
  alignment: Alignment,
  surcharge: number,
  start = startOf(search.room.phrase, alignment, search.text),
): Match | null {
  const long = { start, end };
  if (!isPlausible(search, short, long, search.room.phrase, alignment)) return null;
  return { short: { start: short.start, end: short.end }, long, cost: alignment.cost + surcharge };
}

/** The long form whose words begin with the letters of the short form in another order. */
function permuted(
  { text, costs }: Search,
  short: ShortForm,
  phrase: Phrase,
  end: number,
  whole: boolean,
): Match | null {
  const first = permutedInitials(short, phrase);
  if (first < 0 || (whole && first > 0) || endsInStopWord(phrase)) return null;
  const long = { start: visibleStart(text, phrase.at[first]!, end), end };
  return { short: { start: short.start, end: short.end }, long, cost: costs.permuted };
}

/** Nothing but articles and the like stands before the first match. */
function afterArticle({ parts, part }: Phrase, { first }: Alignment): boolean {
  return part[first]! > 0 && parts.slice(0, part[first]!).every(({ bits }) => (bits & WordBit.weak) !== 0);
}

function startOf(phrase: Phrase, { first }: Alignment, text: string): number {
  const at = phrase.at[first]!;
  const index = phrase.part[first]!;
  const part = phrase.parts[index]!;
  if (!part.leading) return part.opens ? visibleStart(text, locantsStart(phrase, index, text), at) : at;
  // "type 2 NO synthase", "type B receptor": the number means nothing without its noun.
  const type = phrase.parts[index - 1];
  const classified = type !== undefined && (type.bits & WordBit.classifier) !== 0 && isNumeral(phrase, index);
  return classified ? phrase.at[type.first]! : at;
}

/** Letters that a chemical name has behind its locants, at least: not "2-year". */
const MIN_CHEMICAL = 6;

/** Where the token of a part begins, or the locants that a space parts from it: "1, 3-propanediol", "2,3,7, 8-tetra…". */
function locantsStart(phrase: Phrase, index: number, text: string): number {
  const { parts, codes, at } = phrase;
  let lead = index;
  while (!parts[lead]!.leading) lead--;
  const { tokenStart } = parts[lead]!;
  if (endOf(phrase, index) - parts[index]!.first < MIN_CHEMICAL || !isDigit(codes[parts[lead]!.first]!))
    return tokenStart;
  let start = tokenStart;
  while (--lead >= 0) {
    const { first, leading, tokenStart: before } = parts[lead]!;
    const last = endOf(phrase, lead) - 1;
    if (!isDigit(codes[first]!) || !isDigit(codes[last]!) || text[at[last]! + 1] !== ',') break;
    if (leading) start = before;
  }
  return start;
}

/** A single letter, digit or numeral. */
function isNumeral(phrase: Phrase, part: number): boolean {
  const { first } = phrase.parts[part]!;
  return endOf(phrase, part) - first === 1 || isDigit(phrase.alias[first]!);
}

/** What one letter stands for: "leucine (L)", "embryonic day (E)"; no symbol ("lysine (K)"). */
function isOfLetter(phrase: Phrase, part: number, short: ShortForm): boolean {
  const { codes, upper, parts } = phrase;
  const { leading, bits, first } = parts[part]!;
  if (short.surface.length > 1 || !leading || codes[first] !== short.units[0]!.code) return false;
  if (parts.length - part === 1) return true;
  const ordinary = bits === 0 && endOf(phrase, part) - first > 1 && !upper[first + 1];
  return parts.length - part === 2 && parts[part + 1]!.leading && ordinary && !short.plain;
}

function isPlausible(
  search: Search,
  short: ShortForm,
  long: Span,
  phrase: Phrase,
  alignment: Alignment,
): boolean {
  const surface = read(search.text, long.start, long.end);
  if (surface.length <= short.surface.length) return false;
  const firstPart = phrase.part[alignment.first]!;
  // "arrestin-2 (beta-arrestin-1) or arrestin-3": no name begins with another's number.
  if (!phrase.parts[firstPart]!.opens && isDigit(phrase.codes[phrase.parts[firstPart]!.first]!)) return false;
  const words = phrase.parts.length - firstPart;
  const single = isOfLetter(phrase, firstPart, short);
  if (short.units.length === 1 && !single) return false;
  // An address, and "C8/144B, Dako, 1:200".
  if (surface.includes('://') || DILUTION.test(surface)) return false;
  if (endsInStopWord(phrase)) return false;
  if (!hasWord(phrase, partAt(phrase, long.start, firstPart), short) && !joinsNames(phrase, firstPart, short))
    return false;
  if (alignment.lastPart === firstPart && isStem(phrase, firstPart, short)) return false;
  if (short.plain && holdsItself(phrase, firstPart, short)) return false;
  if (isList(surface) && !givesInitials(phrase, firstPart, short)) return false;
  if (words === 1 && !single && !short.plain && holdsWhole(surface, short.surface)) return false;
  if (containsWord(surface, short.surface) || beginsWith(surface, short.surface)) return false;
  if (surface.endsWith(`-${short.surface}`)) return false;
  if (otherNumber(surface, short.surface)) return false;
  if (short.tail !== '' && !surface.toLowerCase().endsWith(short.tail)) return false;
  return !(short.plain || short.capitalized || short.numeral) || alignment.cost <= search.costs.plainLimit;
}

/** The part that an offset stands in, at or before `part`. */
function partAt({ parts }: Phrase, start: number, part: number): number {
  let index = part;
  while (index > 0 && parts[index]!.tokenStart > start) index--;
  return index;
}

/** "independent of": the last word is a stop word or verb of two letters or more. */
function endsInStopWord({ length, parts }: Phrase): boolean {
  const { bits, first } = parts[parts.length - 1]!;
  return (bits & (WordBit.stop | WordBit.clause)) !== 0 && length - first > 1;
}

/** An antibody's. */
const DILUTION = /\b1:\d{2}/;

/** Letters in a row that make a word rather than a symbol: small ones, and of any case. */
const SMALL_RUN = 3;
const ANY_RUN = 6;

/** Whether the parts from `part` on hold an ordinary word; a Greek letter's name is one if the letter stands for it. */
function hasWord(phrase: Phrase, part: number, short: ShortForm): boolean {
  const { codes, upper, alias, parts } = phrase;
  const symbols = /[\u0370-\u03E1\u03F0-\u03FF\u1F00-\u1FFF\u2126]/.test(short.surface);
  for (let p = part; p < parts.length; p++) {
    const { first, bits } = parts[p]!;
    const end = endOf(phrase, p);
    if ((bits & WordBit.stop) !== 0 || (isGreek(alias[first]!) && !symbols)) continue;
    let any = 0;
    let small = 0;
    for (let k = first; k < end && !isDigit(codes[k]!); k++) {
      any++;
      small = upper[k] ? 0 : small + 1;
      if (small > SMALL_RUN || any === ANY_RUN) return true;
    }
    if (small === SMALL_RUN && any === end - first) return true;
  }
  return false;
}

const MIN_NAMES = 3;

/**
 * Whether the parts from `part` on are one token of names and numbers that begin with all the letters of the short
 * form, each with its own: PDZ (PSD-95/Dlg/ZO-1), RGD (Arg-Gly-Asp).
 */
function joinsNames({ codes, alias, parts }: Phrase, part: number, { units }: ShortForm): boolean {
  if (units.length < MIN_NAMES || parts.slice(part + 1).some(({ leading }) => leading)) return false;
  const initials = parts.slice(part).filter(({ first }) => !isDigit(codes[first]!));
  return (
    initials.length === units.length &&
    units.every(({ kind, code }, index) => {
      const { first } = initials[index]!;
      return kind === 'letter' && (code === codes[first] || code === alias[first]);
    })
  );
}

const MIN_STEM = 3;

/** The short form begins with the part, and only a generic noun follows: "polycystin family (polycystin-1)". */
function isStem(phrase: Phrase, part: number, short: ShortForm): boolean {
  const { codes, parts } = phrase;
  const { first } = parts[part]!;
  const end = endOf(phrase, part);
  if (end - first < MIN_STEM || end - first > short.units.length) return false;
  for (let k = first; k < end; k++) if (short.units[k - first]!.code !== codes[k]) return false;
  return parts.slice(part + 1).every(({ bits }) => (bits & WordBit.generic) !== 0);
}

const SMALL_S = 0x73;

/** An ordinary word is no short form of words that it is one of: "limb buds (or limbs)", "chromosomes (chromosome …)". */
function holdsItself(phrase: Phrase, part: number, { units }: ShortForm): boolean {
  const { codes, parts } = phrase;
  const length = units.at(-1)!.code === SMALL_S ? units.length - 1 : units.length;
  for (let p = part; p < parts.length; p++) {
    const { first } = parts[p]!;
    const end = endOf(phrase, p);
    const own = end - first - (codes[end - 1] === SMALL_S ? 1 : 0);
    if (own !== length) continue;
    let k = 0;
    while (k < own && units[k]!.code === codes[first + k]) k++;
    if (k === own) return true;
  }
  return false;
}

/** Single words in a row: "IL-22R, zcytor11, and CRF2-9". */
const SINGLES = /^[^\s,]+, [^\s,]+(?:,? (?:and|or) |, )[^\s,]+(?:,? (?:and|or) [^\s,]+|, [^\s,]+)*$/;

const isList = (surface: string): boolean => surface.includes(', ') && SINGLES.test(surface);

/** Whether each word from a part on gives a letter, as drugs do a regimen's name (CHOP). */
function givesInitials({ codes, alias, parts }: Phrase, part: number, { units }: ShortForm): boolean {
  return parts
    .slice(part)
    .filter(({ leading, bits }) => leading && (bits & WordBit.stop) === 0)
    .every(({ first }) => units.some(({ code }) => code === codes[first] || code === alias[first]));
}

/** A name that holds another one whole is no long form of it (Notch, NotchIC); a shortened word is (Chr, Chromosome). */
function holdsWhole(long: string, short: string): boolean {
  const at = long.indexOf(short);
  if (at < 0) return false;
  const last = unitAt(short, short.length - 1);
  const next = unitAt(long, at + short.length);
  const shortened = isLetter(last) && !isUpper(last) && isLetter(next) && !isUpper(next);
  return at > 0 || !shortened;
}

/** What follows a number that is no word's end: "3,5-di", "Ca(2+)", "S6-kinase". */
const AFTER_LOCANT = lettered`^(?:[\p{L}+)\]–-]|,\d)`;

/** The long form's only number is another than the short form's: "Group 4" (Group3). A year may be cut short. */
function otherNumber(long: string, short: string): boolean {
  const own = short.match(/\d+/g);
  if (own?.length !== 1 || long.includes(own[0])) return false;
  const others = [...long.matchAll(/\d+/g)].filter(
    ({ 0: number, index }) =>
      !AFTER_LOCANT.test(long.slice(index + number.length, index + number.length + 2)),
  );
  return others.length === 1;
}

/** The text without transparent fill. */
function read(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  return slice.includes('\uE000') ? slice.replaceAll('\uE000', '') : slice;
}

/** Whether a text's first word is this symbol, of any case ("JEM-1, approved symbol …"), or this one's up to a number's slash ("HuABCB6/1.68"). */
function beginsWith(text: string, word: string): boolean {
  if (foldOf(text.charCodeAt(0)) !== foldOf(word.charCodeAt(0)) || !/[\d-]/.test(word)) return false;
  const end = text.search(/[\s,]/);
  if (end < MIN_NAME) return false;
  const first = text.slice(0, end).toLowerCase();
  const name = word.toLowerCase();
  return first === name || (name.startsWith(`${first}/`) && isDigit(unitAt(name, end + 1)));
}

const MIN_NAME = 3;

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = kindOf(unitAt(text, at - 1));
    const after = kindOf(unitAt(text, at + word.length));
    const free = (kind: number) => kind !== Kind.letter && kind !== Kind.digit;
    if (free(before) && before !== Kind.dash && free(after)) return true;
  }
  return false;
}
