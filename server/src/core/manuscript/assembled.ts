import type { Abbreviation, Manuscript } from '../types.ts';
import type { Group } from './group.ts';
import { PlacedAbbreviation, type PlaceOf } from './placedAbbreviation.ts';

/** What a manuscript is made of. */
type Parts = Pick<Manuscript, 'analyses' | 'included' | 'states' | 'written' | 'placeOf' | 'lasting'> & {
  /** One for each state. */
  readonly groups: readonly Group[];
};

/** A class, since a getter in a literal would give every manuscript a shape of its own. */
export class Assembled implements Manuscript {
  readonly analyses: Manuscript['analyses'];
  readonly included: Manuscript['included'];
  readonly states: Manuscript['states'];
  readonly written: Manuscript['written'];
  readonly placeOf: Manuscript['placeOf'];
  readonly kept: Manuscript['kept'] = new Map();
  readonly lasting: Manuscript['lasting'];
  readonly #groups: readonly Group[];
  readonly #made: (Abbreviation | undefined)[];
  #byKey: Manuscript['byKey'] | undefined;
  #abbreviations: Manuscript['abbreviations'] | undefined;

  constructor({ analyses, included, groups, states, written, placeOf, lasting }: Parts) {
    this.analyses = analyses;
    this.included = included;
    this.#groups = groups;
    this.#made = new Array(groups.length);
    this.states = states;
    this.written = written;
    this.placeOf = placeOf;
    this.lasting = lasting;
  }

  abbreviationAt(index: number): Abbreviation {
    const made =
      this.#made[index] ?? new PlacedAbbreviation(this.states[index]!, this.#groups[index]!, this.placeOf);
    this.#made[index] = made;
    return made;
  }

  get byKey(): Manuscript['byKey'] {
    this.#byKey ??= new Map(this.states.map(({ key }, index) => [key, this.abbreviationAt(index)]));
    return this.#byKey;
  }

  get abbreviations(): Manuscript['abbreviations'] {
    this.#abbreviations ??= inReadingOrder(this.#groups, this.placeOf).map(({ key }) => this.byKey.get(key)!);
    return this.#abbreviations;
  }
}

/** Those that are defined first, by their definitions; then the others. */
function inReadingOrder(groups: readonly Group[], placeOf: PlaceOf): readonly Group[] {
  const places = groups.map(group => {
    const { block, position, start, short } = group.firstPlace();
    return { group, position: placeOf(block, position).position, start, short };
  });
  places.sort(
    (a, b) =>
      Number(b.group.isDefined) - Number(a.group.isDefined) ||
      a.position - b.position ||
      a.start - b.start ||
      a.short - b.short,
  );
  return places.map(({ group }) => group);
}
