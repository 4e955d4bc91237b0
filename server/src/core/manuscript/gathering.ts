/** What the blocks of a manuscript say of each abbreviation, gathered by key from version to version. */

import type { CountedAs } from '../analysis/roles.ts';
import type { Steps } from '../steps.ts';
import type { BlockEdit, PlacedBlock } from '../types.ts';
import { type Contribution, Group, type Judged } from './group.ts';
import { follow, itemsOf, type OrderChange } from './readingOrder.ts';
import { distancesFrom } from './untouched.ts';

/** Tells what a block says, of whatever abbreviations. */
export type Teller = (placed: PlacedBlock, position: number) => readonly Contribution[];

/** What is gathered in one step. */
const CONTRIBUTIONS = 5_000;

/**
 * A group for each abbreviation. When blocks change, the groups that they contribute to, or did, are gathered
 * anew; all others stay the same objects.
 */
export class Gathering {
  #told: (readonly Contribution[])[] = [];
  #groups = new Map<string, Group>();
  /** Another object whenever blocks came or went, so that others stand at other positions. */
  #layout = {};

  readonly #countedAs: CountedAs;

  constructor(countedAs: CountedAs) {
    this.#countedAs = countedAs;
  }

  /** In no particular order. The same map until the next change. */
  get groups(): ReadonlyMap<string, Group> {
    return this.#groups;
  }

  /** Follows a change to `order`: asks the added blocks alone. `edit`: what made it, where that was an edit within a block. */
  *follow(order: readonly PlacedBlock[], change: OrderChange, tell: Teller, edit?: BlockEdit): Steps<void> {
    const { from, removed, added } = change;
    if (removed.length === this.#told.length) return yield* this.renew(order, tell);
    const touched = new Set<string>();
    const touch = (count: number): void => {
      for (let at = from; at < from + count; at++) for (const { key } of this.#told[at]!) touched.add(key);
    };
    touch(removed.length);
    const before = this.#told[from];
    this.#told = yield* follow(this.#told, change, tell);
    touch(added.length);
    if (added.length !== removed.length) this.#layout = {};
    if (![...touched].every(key => this.#isInLayout(key))) return yield* this.#regather(order, touched);
    const distances = edit && before ? distancesFrom(edit, before, this.#told[from]!) : undefined;
    this.#replace(order, touched, change, (last, key) =>
      edit !== undefined && (distances?.get(key) ?? -1) >= last.reach ? movedTo(last, edit) : undefined,
    );
  }

  /** Whether all that was gathered under a key still stands at the same positions. */
  #isInLayout(key: string): boolean {
    const group = this.#groups.get(key);
    return group === undefined || group.layout === this.#layout;
  }

  /** Gathers groups anew: what they were told by blocks outside of a change, and what those inside say now. */
  #replace(
    order: readonly PlacedBlock[],
    keys: ReadonlySet<string>,
    { from, added }: OrderChange,
    judgedNow: (last: Judged, key: string) => Judged | undefined,
  ): void {
    const to = from + added.length;
    const groups = new Map([...keys].map(key => [key, this.#newGroup(key)]));
    for (const [key, group] of groups) group.addFrom(this.#groups.get(key), 0, from);
    for (let position = from; position < to; position++) {
      for (const told of this.#told[position]!) groups.get(told.key)!.add(order[position]!, position, told);
    }
    for (const [key, group] of groups) {
      const last = this.#groups.get(key);
      group.addFrom(last, to, order.length);
      if (last?.judged !== undefined) group.judged = judgedNow(last.judged, key);
      if (group.isEmpty) this.#groups.delete(key);
      else this.#groups.set(key, group);
    }
  }

  #newGroup(key: string): Group {
    return new Group(key, this.#layout, this.#countedAs);
  }

  /** Asks every block again. A group of which nothing new is said stays the same object. */
  *renew(order: readonly PlacedBlock[], tell: Teller): Steps<void> {
    const known = this.#groups;
    this.#told = yield* itemsOf(order, tell);
    this.#layout = {};
    this.#groups = new Map();
    yield* this.#regather(order, undefined);
    for (const [key, group] of this.#groups) {
      const like = known.get(key);
      if (like?.isLike(group)) this.#groups.set(key, like);
    }
  }

  /** Gathers the groups of these keys, or all of them, in one pass over all that was told. */
  *#regather(order: readonly PlacedBlock[], keys: ReadonlySet<string> | undefined): Steps<void> {
    if (keys?.size === 0) return;
    let work = 0;
    for (const key of keys ?? []) this.#groups.delete(key);
    for (let position = 0; position < order.length; position++) {
      for (const contribution of this.#told[position]!) {
        if (keys?.has(contribution.key) === false) continue;
        let group = this.#groups.get(contribution.key);
        if (group === undefined) {
          group = this.#newGroup(contribution.key);
          this.#groups.set(contribution.key, group);
        }
        group.add(order[position]!, position, contribution);
        work++;
      }
      if (work < CONTRIBUTIONS) continue;
      work = 0;
      yield;
    }
  }
}

/** What a group comes to after an edit that moved some of its places and changed nothing else. */
function movedTo({ state, answers, reach }: Judged, edit: BlockEdit): Judged {
  const moved = state.kept && { from: state, edit };
  return { answers, reach, state: { ...state, kept: undefined, moved } };
}
