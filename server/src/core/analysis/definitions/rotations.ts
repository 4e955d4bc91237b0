import type { Costs } from './costs.ts';
import { Boundary, endOf, type Phrase } from './phrase.ts';
import { numeralReading, type Reading } from './readings.ts';
import type { ShortForm } from './shortForm.ts';
import type { Unit } from './units.ts';

const T = 0x74;

const MAX_ROTATIONS = 4;

/**
 * Readings with the pieces rotated (L1CAM → CAM L1, Tregs → reg T s, EC50 → 50 EC, CII → 2 C), in which every unit
 * but a plural s must be matched as it is, and the first one by a part's beginning. At most MAX_ROTATIONS of the units
 * and of those with a numeral.
 */
export function rotations(short: ShortForm, phrase: Phrase, costs: Costs): Reading[] {
  const rotated = rotationsOf(short.units, phrase, costs);
  const numeral = numeralReading(short);
  return numeral ? [...rotated, ...rotationsOf(numeral, phrase, costs)] : rotated;
}

function rotationsOf(all: readonly Unit[], phrase: Phrase, costs: Costs): Reading[] {
  const rotations = new Rotations(all, phrase, costs);
  rotations.turnPieces();
  rotations.turnNoun();
  return rotations.found;
}

/** The units of a short form, rotated in the ways that a phrase allows. */
class Rotations {
  readonly found: Reading[] = [];
  readonly #units: readonly Unit[];
  /** Stays where it is: a plural s. */
  readonly #ending: readonly Unit[];
  readonly #phrase: Phrase;
  readonly #costs: Costs;
  #made = 0;

  constructor(all: readonly Unit[], phrase: Phrase, costs: Costs) {
    const plural = all.findIndex(({ kind }) => kind === 'plural');
    this.#units = plural < 0 ? all : all.slice(0, plural);
    this.#ending = plural < 0 ? [] : all.slice(plural);
    this.#phrase = phrase;
    this.#costs = costs;
  }

  /** What follows some piece's beginning stands in front. */
  turnPieces(): void {
    const units = this.#units;
    for (let cut = units.length - 1; cut > 0 && this.#made < MAX_ROTATIONS; cut--) {
      if (units[cut]!.kind !== 'digit') this.#turnLetters(cut);
      else if (units[cut - 1]!.kind !== 'digit') this.#turnNumber(cut);
    }
  }

  /** "scFv": the noun, then what modifies it. */
  turnNoun(): void {
    const units = this.#units;
    const [last, head] = [units.at(-1)!, units.at(-2)];
    if (units.length <= 2 || !head?.upper || last.kind !== 'letter' || last.upper) return;
    const [modifier, noun] = [last, head].map(unit => ({ ...unit, initial: true }));
    this.found.push({
      units: [...units.slice(0, -2), modifier!, noun!, ...this.#ending],
      surcharge: this.#costs.reordered,
    });
  }

  #turnNumber(cut: number): void {
    const units = this.#units;
    const { reorderedNumber } = this.#costs;
    this.#turn(cut, reorderedNumber);
    // "TH2": type 2 helper T
    if (cut <= 1 || !holdsLetter(units[0]!.code, this.#phrase)) return;
    if (!opensPart(units[cut]!.code, this.#phrase)) return;
    const [first, ...others] = units.slice(0, cut);
    const turned = [...units.slice(cut), ...others, { ...first!, initial: true }, ...this.#ending];
    this.found.push({
      units: turned.map((each, index) => strict(each, index === 0, false)),
      surcharge: reorderedNumber,
    });
  }

  #turnLetters(cut: number): void {
    const units = this.#units;
    const costs = this.#costs;
    const { upper, piece } = units[cut]!;
    const isBehindSmall = !units[cut - 1]!.upper;
    const isLong = units.length > 2;
    // "SUVmax", "QTc": what an index says stands in front.
    if (cut > 1 && !upper && !isBehindSmall && isIndex(units, cut)) this.#turn(cut, costs.reorderedNumber);
    // PP2AC is the "catalytic subunit of protein phosphatase 2A".
    if (isLong && holdsOf(this.#phrase)) this.#turn(cut, costs.reorderedOf, true);
    // TH: helper T; TCM: central memory T cell
    const isOfLetter = cut === 1 && isLong && holdsLetter(units[0]!.code, this.#phrase);
    // "GlcNAc" is N-acetylglucosamine.
    const joins = upper && isBehindSmall && cut > 1 && cut < units.length - 1;
    if (isOfLetter && units[0]!.code === T) {
      this.#turn(cut, costs.reorderedT);
      this.found.push(...withInnerT(units, this.#ending, costs));
    } else if (piece || joins || !isLong || isOfLetter) this.#turn(cut, costs.reordered);
  }

  /** What begins at `cut` stands in front; `of`: an "of" leads from it to the rest. */
  #turn(cut: number, surcharge: number, of = false): void {
    this.#made++;
    const units = this.#units;
    if (!opensPart(units[cut]!.code, this.#phrase)) return;
    const turned: Unit[] = [];
    for (let at = cut; at < units.length; at++) turned.push(strict(units[at]!, of, false));
    turned.push(strict(units[0]!, surcharge === this.#costs.reorderedT, of));
    for (let at = 1; at < cut; at++) turned.push(strict(units[at]!, false, false));
    turned.push(...this.#ending);
    this.found.push({ units: turned, surcharge });
  }
}

/** "TEMRA", effector memory T cells re-expressing CD45RA: the T behind two of the others or more, but not the last. */
function withInnerT(units: readonly Unit[], ending: readonly Unit[], { reorderedT }: Costs): Reading[] {
  const [t, ...others] = units.map(unit => strict(unit, false, false));
  return others.slice(3).map((_, index) => ({
    units: [...others.slice(0, index + 2), { ...t!, initial: true }, ...others.slice(index + 2), ...ending],
    surcharge: reorderedT,
  }));
}

/** What a quantity's index may say, but for a single letter. */
const INDICES: ReadonlySet<string> = new Set(['max', 'mean', 'min', 'opt', 'peak', 'tot', 'vol']);

/** Whether the small letters from a unit on are an index. */
const isIndex = (units: readonly Unit[], from: number): boolean =>
  from === units.length - 1
    ? units[from]!.kind === 'letter'
    : INDICES.has(String.fromCharCode(...units.slice(from).map(({ code }) => code)));

/** Whether a part of a phrase begins with this code. */
const opensPart = (code: number, { parts, codes, alias }: Phrase): boolean =>
  parts.some(({ first }) => codes[first] === code || alias[first] === code);

/** Whether this letter is a word of a phrase, as a capital. */
const holdsLetter = (code: number, phrase: Phrase): boolean =>
  phrase.parts.some(
    ({ first, leading }, index) =>
      leading &&
      phrase.codes[first] === code &&
      phrase.upper[first] === 1 &&
      endOf(phrase, index) - first === 1,
  );

/** Whether an "of" leads to a word of a phrase. */
const holdsOf = ({ parts, boundary }: Phrase): boolean =>
  parts.some(({ first }) => boundary[first] === Boundary.head);

/** A unit that must be matched as it is. */
function strict({ code, upper, piece, initial }: Unit, opens: boolean, ofHead: boolean): Unit {
  return { code, alias: 0, kind: 'letter', upper, piece, initial: opens || initial, ofHead };
}
