import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isDigit, Kind, kindOf } from '../characters.ts';
import { type Alignment, aligner, type CountSteps, createTable, type Table } from './align.ts';
import type { Costs } from './costs.ts';
import { permutedInitials } from './initials.ts';
import { lackedLetters } from './letters.ts';
import { createPhrase, endOf, type Phrase } from './phrase.ts';
import { endsInStopWord, isClippedWord, isPlausible } from './plausible.ts';
import { alternatives, locatedReading, type Reading } from './readings.ts';
import { readPhrase } from './readPhrase.ts';
import { rotations } from './rotations.ts';
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
  /** Hyphens stand between blanks, as in a text that was cut into tokens: "non - negative". */
  readonly spaced?: boolean;
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
  readPhrase(search.room.phrase, search.text, from, end, search.costs, search.spaced);
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
  const align = aligner({ phrase, table, whole, costs, count });
  const attempt = ({ units, surcharge }: Reading): Match | null => {
    const alignment = align(units, limit - surcharge);
    if (!alignment || (!whole && opensLastWord(phrase, alignment) && isClippedWord(phrase, short)))
      return null;
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

const opensLastWord = ({ part, parts }: Phrase, { first }: Alignment): boolean =>
  part[first] === parts.length - 1;

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
  if (!isPlausible(search.text, short, long, search.room.phrase, alignment, search.costs)) return null;
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
  if (!part.leading) {
    if (part.opens) return visibleStart(text, locantsStart(phrase, index, text), at);
    return isModified(phrase, index, text) ? visibleStart(text, part.tokenStart, at) : at;
  }
  // "type 2 NO synthase", "type B receptor": the number means nothing without its noun.
  const type = phrase.parts[index - 1];
  const classified = type !== undefined && (type.bits & WordBit.classifier) !== 0 && isNumeral(phrase, index);
  if (classified) return phrase.at[type.first]!;
  const whole = nameStart(text, at);
  if (whole < at) return whole;
  const suspended = suspendedStart(phrase, index, text);
  if (suspended >= 0) return suspended;
  return '(['.includes(text[part.tokenStart]!) ? part.tokenStart : at;
}

/** Names that a long form may seem to begin inside of, as two of their words begin alike. */
const NAMES: readonly (readonly [lead: RegExp, head: string])[] = [
  [/peroxisome $/i, 'proliferator'],
  [/terminal deoxynucleotid(?:e|yl) $/i, 'transferase'],
];
const LONGEST_LEAD = 28;

/** Where the name begins that `at` stands inside of, "peroxisome proliferator-activated receptor"; else `at`. */
function nameStart(text: string, at: number): number {
  const name = NAMES.find(([, head]) => text.startsWith(head, at));
  const lead = name?.[0].exec(text.slice(Math.max(0, at - LONGEST_LEAD), at));
  return at - (lead?.[0].length ?? 0);
}

/** Where the word begins that shares its end with a part and begins like it, "per- and polyfluoroalkyl"; -1 for none. */
function suspendedStart({ at, codes, parts }: Phrase, index: number, text: string): number {
  const conjunction = parts[index - 1];
  const word = parts[index - 2];
  if (!conjunction || !word?.leading || codes[word.first] !== codes[parts[index]!.first]) return -1;
  const between = text.slice(at[word.first]!, at[parts[index]!.first]!);
  return /^\S+- (?:and|or) $/.test(between) ? at[word.first]! : -1;
}

/** What no long form begins with where a word is joined to it by a hyphen: "heat-labile toxin", "cofactor-dependent". */
const MODIFYING =
  /^(?:dependent|free|independent|induced|labile|like|mediated|related|sensitive|specific|stable)$/;

/** Whether a part says something only together with the word that a hyphen joins it to. */
function isModified(phrase: Phrase, index: number, text: string): boolean {
  const start = phrase.at[phrase.parts[index]!.first]!;
  const end = phrase.at[endOf(phrase, index) - 1]! + 1;
  return kindOf(unitAt(text, start - 1)) === Kind.dash && MODIFYING.test(text.slice(start, end));
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
