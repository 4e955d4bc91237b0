/** What is looked for in the paragraphs of a manuscript: once in the whole text, then in what changes. */
import { isProse } from '../../analysis/roles.ts';
import type { Block, PlacedBlock } from '../../types.ts';
import type { OrderChange } from '../readingOrder.ts';

/** Something that a paragraph has or hasn't. */
export interface Sought {
  /** Whether some paragraph of the text may have it; false only where none has. */
  mayStand(): boolean;
  standsIn(block: Block): boolean;
}

/** Searches by what was asked: most frequent questions are asked again and again. */
export class Searches {
  readonly #soughtBy: (asked: string) => Sought;
  readonly #known = new Map<string, Search>();

  constructor(soughtBy: (asked: string) => Sought) {
    this.#soughtBy = soughtBy;
  }

  /** Whether prose of a text in this order has what is asked for. */
  find(asked: string, order: readonly PlacedBlock[]): boolean {
    let search = this.#known.get(asked);
    if (search === undefined) {
      search = new Search(this.#soughtBy(asked));
      search.findIn(order);
      this.#known.set(asked, search);
    }
    return search.isFound;
  }

  /** Follows a change to `order`; whether all answers are what they were. `mayDiffer`: so may what `mayStand` says. */
  follow(order: readonly PlacedBlock[], change: OrderChange, mayDiffer: boolean): boolean {
    for (const search of this.#known.values()) {
      const last = search.isFound;
      search.follow(order, change, mayDiffer);
      if (search.isFound !== last) return false;
    }
    return true;
  }

  forget(): void {
    this.#known.clear();
  }
}

class Search {
  readonly #sought: Sought;
  /** Whether some paragraph may have it. */
  #mayStand = false;
  /** The paragraph that was found to have it. */
  #witness: Block | undefined;

  constructor(sought: Sought) {
    this.#sought = sought;
  }

  get isFound(): boolean {
    return this.#witness !== undefined;
  }

  /** Looks through a whole text, unless it can't hold what is sought at all. */
  findIn(order: readonly PlacedBlock[]): void {
    this.#mayStand = this.#sought.mayStand();
    this.#witness = this.#firstOf(order);
  }

  /** Looks at new paragraphs and nothing else, unless the one is gone that was found, and none of these has it. */
  follow(order: readonly PlacedBlock[], { removed, added }: OrderChange, mayDiffer: boolean): void {
    const last = this.#witness;
    if (last !== undefined && removed.every(({ block }) => block !== last)) return;
    if (mayDiffer) this.#mayStand = this.#sought.mayStand();
    this.#witness = this.#firstOf(added) ?? (last && this.#firstOf(order));
  }

  #firstOf(blocks: readonly PlacedBlock[]): Block | undefined {
    if (!this.#mayStand) return undefined;
    for (const { role, block } of blocks) if (isProse(role) && this.#sought.standsIn(block)) return block;
    return undefined;
  }
}
