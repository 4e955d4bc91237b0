import { isDigit } from '../characters.ts';
import type { Costs } from './costs.ts';
import { fitting, sameCode } from './fitting.ts';
import { Boundary, type Part, type Phrase } from './phrase.ts';
import type { Unit } from './units.ts';
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

/** A phrase that short forms are aligned with, and by what. */
interface Task {
  readonly phrase: Phrase;
  /** With room for the phrase. */
  readonly table: Table;
  /**
   * The long form is all of the phrase, so that words before the first match must be paid for, while commas and remarks
   * in brackets are free; else whatever precedes the first match doesn't belong to it.
   */
  readonly whole: boolean;
  readonly costs: Costs;
  readonly count?: CountSteps | undefined;
}

/** Aligns short forms with one phrase. */
export function aligner(task: Task): Align {
  const { phrase, count } = task;
  enter(task);
  return (units, limit) => {
    if (phrase.length === 0 || units.length === 0) return null;
    count?.(phrase.length);
    return fitting(units, phrase) === units.length ? align(task, units, limit) : null;
  };
}

/** Fills the table with what leaving out the parts of a phrase costs. */
function enter({ table: { into, outOf }, phrase: { parts }, whole }: Task): void {
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
 * Aligns all of `units` in order with characters of the phrase, by dynamic programming over (unit, character),
 * for at most `limit`. The first unit opens the long form: it stands at the start of a word or part.
 * Words after the last match are left out at the price of `trailingWord` on top of their own.
 * Time: units × characters.
 */
function align(task: Task, units: readonly Unit[], limit: number): Alignment | null {
  const { phrase, costs, count } = task;
  if (!open(task, units[0]!, limit)) {
    count?.(phrase.length);
    return null;
  }
  const unmatched = unmatchedCosts(task, units);
  const mixed = units.some(unit => unit.upper);
  for (let i = 1; i < units.length; i++) {
    count?.(phrase.length);
    const unit = units[i]!;
    const share = mixed && !unit.upper && unit.kind === 'letter' ? costs.lowerShare : 1;
    if (!advance(task, unit, unmatched(unit), share, limit)) return null;
  }
  return closing(task, limit);
}

const ZERO = 0x30;

/** Letters that make a chemical's or hormone's name. */
const LONG_NAME = 9;

/** What it costs to leave each unit of a short form unmatched; Infinity where that isn't allowed. */
function unmatchedCosts({ phrase, whole, costs }: Task, units: readonly Unit[]): (unit: Unit) => number {
  const { parts, length, multiples } = phrase;
  // A single letter isn't enough to rest on ("enzyme (E1)"), unless for one long name ("thyroxine (T4)").
  const letters = units.filter(unit => unit.kind === 'letter').length;
  const longName = (!whole || parts.length === 1) && length - parts[parts.length - 1]!.first >= LONG_NAME;
  if (letters < 2 && !(longName && units.length === 2)) return () => Infinity;
  const extra = letters === 2 && !longName ? costs.unmatchedOfTwo : 0;
  return ({ kind, piece, code }) => {
    if (kind === 'digit') {
      if ((multiples & (1 << (code - ZERO))) !== 0) return costs.unmatchedMultiple;
      return (piece ? costs.unmatchedDigit : costs.unmatchedNextDigit) + extra;
    }
    if (kind === 'greek') return costs.unmatchedGreek;
    if (kind === 'charge') return costs.unmatchedCharge;
    return kind === 'plural' ? costs.unmatchedPlural : Infinity;
  };
}

/**
 * Goes on in the table from the units so far to the next one.
 * @param unmatched what it costs to leave it unmatched
 * @param share the share of the price of an inner letter that it pays
 * @returns whether there is a way for at most `limit`
 */
function advance(
  { phrase, table, costs }: Task,
  unit: Unit,
  unmatched: number,
  share: number,
  limit: number,
): boolean {
  const { codes, boundary, part, upper, alias, length } = phrase;
  const { into, outOf, row, starts } = table;
  let earlier = Infinity; // cheapest way to have left all parts before this one
  let earlierStart = -1;
  let here = Infinity; // cheapest way to be inside this part already
  let hereStart = -1;
  let current = -1;
  // What the row held for the character before, which it holds no more.
  let last = Infinity;
  let lastStart = -1;
  let alive = false;
  const lowest = lowestPlace(unit);
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
    const isReached = earlier < Infinity || here < Infinity;
    if (isReached && sameCode(unit, codes[k]!, alias[k]!) && boundary[k]! >= lowest) {
      const place = boundary[k]!;
      const entering = earlier + into[p]! + entryCost(place, costs, share);
      if (entering < cost) {
        cost = entering;
        start = earlierStart;
      }
      const within = here + innerCost(place, costs, share);
      if (within <= cost) {
        cost = within;
        start = hereStart;
      }
      if (place < Boundary.part) {
        const run = last + runCost(unit, upper[k]!, costs, share);
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
  return alive;
}

/** The weakest place in a phrase that a unit may stand for. */
function lowestPlace({ ofHead, initial }: Unit): number {
  if (ofHead) return Boundary.head;
  return initial ? Boundary.part : Boundary.inner;
}

/** What an inner letter at such a place costs in a part that has given another one. */
const innerCost = (place: number, costs: Costs, share: number): number =>
  (place === Boundary.morpheme ? costs.morpheme : costs.inner) * share;

/** What a letter costs that follows the one before it: nothing where both are capitals. */
const runCost = ({ upper }: Unit, isCapital: number, costs: Costs, share: number): number =>
  upper && isCapital ? 0 : costs.run * share;

/** What a letter at such a place costs in a part that has given none yet. */
function entryCost(place: number, costs: Costs, share: number): number {
  if (place >= Boundary.word) return 0;
  if (place === Boundary.part) return costs.part;
  return (place === Boundary.morpheme ? costs.morphemeEntry : costs.innerEntry) * share;
}

/** Fills the row of the first unit. False where it opens nothing. */
function open(task: Task, unit: Unit, limit: number): boolean {
  const { phrase, table, whole, costs } = task;
  const { row, starts } = table;
  const { codes, alias, parts, length } = phrase;
  row.fill(Infinity, 0, length);
  let alive = false;
  let ahead = 0;
  for (let p = 0; p < parts.length; p++) {
    const { first, depth, bits, leading, skip } = parts[p]!;
    const weak = (bits & WordBit.weak) !== 0 && !isNamed(phrase, p, unit);
    if ((whole || depth <= 0) && sameCode(unit, codes[first]!, alias[first]!)) {
      const cost = insideCost(phrase, p, costs) + (whole ? ahead : startCost(task, p, unit, weak));
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

/** "The Cancer Genome Atlas (TCGA)": capitals make an article part of a name; "A subunit" has none. */
function isNamed({ upper, part, parts }: Phrase, p: number, unit: Unit): boolean {
  const { first } = parts[p]!;
  if (!unit.upper || !upper[first]) return false;
  return part[first + 1] !== p || upper[parts[p + 1]?.first ?? first] === 1;
}

/** What it costs to begin with a part inside of a hyphenated token. */
function insideCost({ codes, parts }: Phrase, p: number, costs: Costs): number {
  if (parts[p]!.opens) return 0;
  return isDigit(codes[parts[p - 1]!.first]!) ? costs.startBehindNumber : costs.startInside;
}

/** What it costs to begin with a word that long forms seldom begin with. */
function startCost({ phrase, costs }: Task, p: number, unit: Unit, weak: boolean): number {
  const { alias, parts } = phrase;
  const { first, bits } = parts[p]!;
  if (weak && (unit.kind === 'letter' || alias[first] === 0)) return costs.weakStart;
  const isParticiple = (bits & WordBit.participle) !== 0 || leadsToOf(bits, parts[p + 1]);
  return isParticiple ? costs.participleStart : 0;
}

const leadsToOf = (bits: number, next: Part | undefined): boolean =>
  (bits & WordBit.relation) !== 0 && next !== undefined && (next.bits & WordBit.of) !== 0;

/** The cheapest end of the alignments in `row`, the words after it paid for; of equals the shortest long form. */
function closing(
  { phrase: { part, parts, length }, table: { row, starts }, whole, costs }: Task,
  limit: number,
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
