import type { Span } from '../../types.ts';
import { isDigit } from '../characters.ts';
import type { Costs } from './costs.ts';
import { Boundary, type Part, type Phrase } from './phrase.ts';
import type { Unit } from './shortForm.ts';
import { WordBit } from './words.ts';

/** The cheapest way to read a short form out of a phrase. */
export interface Alignment {
  readonly cost: number;
  /** Index in the phrase of the character that the first unit stands for. */
  readonly first: number;
  /** Index of the part that the last unit stands in. */
  readonly lastPart: number;
}

/** The cheapest alignment of units for at most `limit`, if there is one. */
export type Align = (units: readonly Unit[], limit: number) => Alignment | null;

/** Called with the number of elementary steps that a piece of work took. For tests of growth. */
export type CountSteps = (steps: number) => void;

const ZERO = 0x30;

/** Letters that make a chemical's or hormone's name. */
const LONG_NAME = 9;

const sameCode = ({ code: own, alias: other }: Unit, code: number, alias: number): boolean =>
  own === code || (alias !== 0 && own === alias) || (other !== 0 && (other === code || other === alias));

/**
 * What it costs to leave a unit unmatched; Infinity where that isn't allowed.
 * @param extra what a digit costs on top where there are but two letters
 */
function unmatchedCost({ kind, piece, code }: Unit, multiples: number, extra: number, costs: Costs): number {
  if (kind === 'digit') {
    if ((multiples & (1 << (code - ZERO))) !== 0) return costs.unmatchedMultiple;
    return (piece ? costs.unmatchedDigit : costs.unmatchedNextDigit) + extra;
  }
  if (kind === 'greek') return costs.unmatchedGreek;
  if (kind === 'charge') return costs.unmatchedCharge;
  return kind === 'plural' ? costs.unmatchedPlural : Infinity;
}

/** How many units of a short form have their letters in a phrase in this order, from the first on. */
function fitting(units: readonly Unit[], { codes, alias, length }: Phrase): number {
  let fit = 0;
  for (let k = 0; fit < units.length; fit++) {
    const unit = units[fit]!;
    if (unit.kind !== 'letter') continue;
    while (k < length && !sameCode(unit, codes[k]!, alias[k]!)) k++;
    if (k++ === length) break;
  }
  return fit;
}

/** The same from the last unit back: the index of the first that has. */
function fittingFrom(units: readonly Unit[], { codes, alias, length }: Phrase): number {
  let fit = units.length;
  for (let k = length - 1; fit > 0; fit--) {
    const unit = units[fit - 1]!;
    if (unit.kind !== 'letter') continue;
    while (k >= 0 && !sameCode(unit, codes[k]!, alias[k]!)) k--;
    if (k-- < 0) break;
  }
  return fit;
}

/**
 * The indices of the units of which one must be left out for a phrase to have the letters of the others in their
 * order; none where it has all.
 */
export function misfits(units: readonly Unit[], phrase: Phrase): Span {
  const fit = fitting(units, phrase);
  return fit === units.length
    ? { start: 0, end: 0 }
    : { start: fittingFrom(units, phrase) - 1, end: fit + 1 };
}

/** What alignments with one phrase need, whatever is aligned; filled again for the next phrase. */
export interface Table {
  /** Going from part a to a later part b leaves out what lies between at into[b] - outOf[a]: prefix sums. */
  readonly into: Float64Array;
  readonly outOf: Float64Array;
  /** The cheapest way in which the units so far end at each character, and the character that it begins with. */
  readonly row: Float64Array;
  readonly starts: Int32Array;
}

/** A table for phrases of at most so many characters. */
export const createTable = (most: number): Table => ({
  into: new Float64Array(most),
  outOf: new Float64Array(most),
  row: new Float64Array(most),
  starts: new Int32Array(most),
});

/** Fills the table with what leaving out the parts of a phrase costs. */
function enter({ into, outOf }: Table, { parts }: Phrase, whole: boolean): void {
  let paid = 0;
  for (let p = 0; p < parts.length; p++) {
    const { skip, gap } = parts[p]!;
    if (!whole) paid += gap;
    into[p] = paid;
    paid += skip;
    outOf[p] = paid;
  }
}

/**
 * Aligns short forms with one phrase.
 * `whole`: the long form is all of the phrase, so that words before the first match must be paid for, while
 * commas and remarks in brackets are free; else whatever precedes the first match doesn't belong to it.
 * `table`: with room for the phrase.
 */
export function aligner(
  phrase: Phrase,
  table: Table,
  whole: boolean,
  costs: Costs,
  count?: CountSteps,
): Align {
  enter(table, phrase, whole);
  return (units, limit) => {
    if (phrase.length === 0 || units.length === 0) return null;
    count?.(phrase.length);
    return fitting(units, phrase) === units.length
      ? align(units, phrase, whole, limit, costs, table, count)
      : null;
  };
}

/**
 * Aligns all of `units` in order with characters of `phrase`, by dynamic programming over (unit, character),
 * for at most `limit`. The first unit opens the long form: it stands at the start of a word or part.
 * Words after the last match are left out at the price of `trailingWord` on top of their own.
 * Time: units × characters.
 */
function align(
  units: readonly Unit[],
  phrase: Phrase,
  whole: boolean,
  limit: number,
  costs: Costs,
  { into, outOf, row, starts }: Table,
  count?: CountSteps,
): Alignment | null {
  const { codes, boundary, part, upper, alias, parts, length } = phrase;
  if (!open(units[0]!, phrase, whole, limit, costs, row, starts)) {
    count?.(length);
    return null;
  }
  const mixed = units.some(unit => unit.upper);
  // A single letter isn't enough to rest on ("enzyme (E1)"), unless for one long name ("thyroxine (T4)").
  const letters = units.filter(unit => unit.kind === 'letter').length;
  const longName = (!whole || parts.length === 1) && length - parts[parts.length - 1]!.first >= LONG_NAME;
  const mayMiss = letters > 1 || (longName && units.length === 2);
  const extra = letters === 2 && !longName ? costs.unmatchedOfTwo : 0;

  for (let i = 1; i < units.length; i++) {
    count?.(length);
    const unit = units[i]!;
    const share = mixed && !unit.upper && unit.kind === 'letter' ? costs.lowerShare : 1;
    const unmatched = mayMiss ? unmatchedCost(unit, phrase.multiples, extra, costs) : Infinity;
    let earlier = Infinity; // cheapest way to have left all parts before this one
    let earlierStart = -1;
    let here = Infinity; // cheapest way to be inside this part already
    let hereStart = -1;
    let current = -1;
    // What the row held for the character before, which it holds no more.
    let last = Infinity;
    let lastStart = -1;
    let alive = false;
    const lowest = unit.ofHead ? Boundary.head : unit.initial ? Boundary.part : Boundary.inner;
    for (let k = 0; k < length; k++) {
      const p = part[k]!;
      if (p !== current) {
        if (here < Infinity && here - outOf[current]! <= earlier) {
          earlier = here - outOf[current]!;
          earlierStart = hereStart;
        }
        current = p;
        here = Infinity;
      }
      const before = row[k]!;
      const beforeStart = starts[k]!;
      let cost = before + unmatched;
      let start = beforeStart;
      if (
        (earlier < Infinity || here < Infinity) &&
        sameCode(unit, codes[k]!, alias[k]!) &&
        boundary[k]! >= lowest
      ) {
        const place = boundary[k]!;
        const entry =
          place >= Boundary.word
            ? 0
            : place === Boundary.part
              ? costs.part
              : place === Boundary.morpheme
                ? costs.morphemeEntry * share
                : costs.innerEntry * share;
        if (earlier + into[p]! + entry < cost) {
          cost = earlier + into[p]! + entry;
          start = earlierStart;
        }
        const within = here + (place === Boundary.morpheme ? costs.morpheme : costs.inner) * share;
        if (within <= cost) {
          cost = within;
          start = hereStart;
        }
        if (place < Boundary.part) {
          const run = last + (unit.upper && upper[k] ? 0 : costs.run * share);
          if (run <= cost) {
            cost = run;
            start = lastStart;
          }
        }
      }
      if (before <= here && before < Infinity) {
        here = before;
        hereStart = beforeStart;
      }
      last = before;
      lastStart = beforeStart;
      if (cost > limit) cost = Infinity;
      else alive = true;
      row[k] = cost;
      starts[k] = start;
    }
    if (!alive) return null;
  }
  return closing(phrase, row, starts, whole, limit, costs);
}

/** Fills the row of the first unit. False where it opens nothing. */
function open(
  unit: Unit,
  { codes, alias, upper, part, parts, length }: Phrase,
  whole: boolean,
  limit: number,
  costs: Costs,
  row: Float64Array,
  starts: Int32Array,
): boolean {
  row.fill(Infinity, 0, length);
  let alive = false;
  let ahead = 0;
  for (let p = 0; p < parts.length; p++) {
    const { first, opens, depth, bits, leading, skip } = parts[p]!;
    // "The Cancer Genome Atlas (TCGA)": capitals make an article part of a name; "A subunit" has none.
    const isName =
      unit.upper && upper[first] && (part[first + 1] !== p || upper[parts[p + 1]?.first ?? first]);
    const weak = (bits & WordBit.weak) !== 0 && !isName;
    if ((whole || depth <= 0) && sameCode(unit, codes[first]!, alias[first]!)) {
      let cost = opens
        ? 0
        : isDigit(codes[parts[p - 1]!.first]!)
          ? costs.startBehindNumber
          : costs.startInside;
      if (whole) cost += ahead;
      else if (weak && (unit.kind === 'letter' || alias[first] === 0)) cost += costs.weakStart;
      else if ((bits & WordBit.participle) !== 0 || leadsToOf(bits, parts[p + 1]))
        cost += costs.participleStart;
      if (cost <= limit) {
        row[first] = cost;
        starts[first] = first;
        alive = true;
      }
    }
    ahead += skip + (leading && !weak ? costs.leadingWord : 0);
  }
  return alive;
}

const leadsToOf = (bits: number, next: Part | undefined): boolean =>
  (bits & WordBit.relation) !== 0 && next !== undefined && (next.bits & WordBit.of) !== 0;

/** The cheapest end of the alignments in `row`, the words after it paid for; of equals the shortest long form. */
function closing(
  { part, parts, length }: Phrase,
  row: Float64Array,
  starts: Int32Array,
  whole: boolean,
  limit: number,
  costs: Costs,
): Alignment | null {
  let best: Alignment | null = null;
  let trailing = 0; // what the parts after the current one cost
  for (let k = length - 1; k >= 0 && trailing <= limit; k--) {
    const p = part[k]!;
    const cost = row[k]! + trailing;
    if (cost <= limit && (!best || cost < best.cost || (cost === best.cost && starts[k]! > best.first))) {
      best = { cost, first: starts[k]!, lastPart: p };
    }
    const { first, leading, bits, skip, gap } = parts[p]!;
    if (k !== first) continue;
    if (!whole) trailing += gap;
    if ((bits & WordBit.generic) !== 0) trailing += costs.trailingGeneric;
    else trailing += skip + (leading && skip > 0 ? costs.trailingWord : 0);
  }
  return best;
}
