/** What the blocks of a manuscript say of each abbreviation, gathered by key from version to version. */
import { type Contribution, Group } from './group.ts';
import type { OrderChange, ReadBlock } from './readingOrder.ts';

/** Tells what a block says, of whatever abbreviations. `index`: the block's in the order. */
export type Teller = (read: ReadBlock, index: number) => readonly Contribution[];

/**
 * A group for each abbreviation. When blocks change, the groups that they contribute to, or did, are gathered
 * anew; all others stay the same objects.
 */
export class Gathering {
  #told: readonly (readonly Contribution[])[] = [];
  #groups = new Map<string, Group>();

  /** In no particular order. The same map until the next change. */
  get groups(): ReadonlyMap<string, Group> {
    return this.#groups;
  }

  /** Follows a change to `order`: asks the added blocks alone. */
  follow(order: readonly ReadBlock[], { from, removed, added }: OrderChange, tell: Teller): void {
    const before = this.#told;
    const end = from + removed.length;
    this.#told = before.slice(0, from).concat(
      added.map((read, index) => tell(read, from + index)),
      before.slice(end),
    );
    const touched = new Set<string>();
    for (const told of before.slice(from, end)) for (const { key } of told) touched.add(key);
    for (const told of this.#told.slice(from, from + added.length))
      for (const { key } of told) touched.add(key);
    this.#regather(order, touched);
  }

  /** Asks every block again. A group of which nothing new is said stays the same object. */
  renew(order: readonly ReadBlock[], tell: Teller): void {
    const known = this.#groups;
    this.#told = order.map(tell);
    this.#groups = new Map();
    this.#regather(order, undefined);
    for (const [key, group] of this.#groups) {
      const like = known.get(key);
      if (like?.isLike(group)) this.#groups.set(key, like);
    }
  }

  /** Gathers the groups of these keys, or all of them, in one pass over all that was told. */
  #regather(order: readonly ReadBlock[], keys: ReadonlySet<string> | undefined): void {
    if (keys?.size === 0) return;
    for (const key of keys ?? []) this.#groups.delete(key);
    for (const [index, told] of this.#told.entries()) {
      for (const contribution of told) {
        if (keys?.has(contribution.key) === false) continue;
        let group = this.#groups.get(contribution.key);
        if (group === undefined) {
          group = new Group(contribution.key);
          this.#groups.set(contribution.key, group);
        }
        group.add(order[index]!, contribution);
      }
    }
  }
}
