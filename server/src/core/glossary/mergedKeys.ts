/** The keys of several layers as one. */
import type { GlossaryEntry, GlossaryKeys } from '../types.ts';
import type { Kind } from './keys.ts';

/** Keys of one layer. */
export interface KeyPart {
  readonly keys: GlossaryKeys;
  /** What is added to their orders: nearer layers have lower ones. */
  readonly offset: number;
  /** Whether the entry of a row counts; left out where all do. */
  readonly isShown?: (row: number) => boolean;
  /** The entry of a row, where that isn't the keys' own. */
  readonly entryAt?: (row: number) => GlossaryEntry;
}

/** At most 255 parts, without those of their rows that don't count. The parts are asked, never copied. */
export function mergedKeys(parts: readonly KeyPart[]): GlossaryKeys {
  const [largest, ...others] = parts.toSorted((a, b) => b.keys.count - a.keys.count);
  if (largest === undefined) throw new Error('no keys to merge');
  let merged = shownRows(largest, parts.indexOf(largest));
  const compare = (part: Uint8Array, rows: Uint32Array, at: number, other: KeyPart, row: number): number => {
    const mine = parts[part[at]!]!;
    const order = mine.keys.compareAt(rows[at]!, other.keys.textAt(row));
    if (order !== 0) return order;
    const byPlace = mine.offset + mine.keys.orderAt(rows[at]!) - (other.offset + other.keys.orderAt(row));
    return byPlace || mine.keys.kindAt(rows[at]!) - other.keys.kindAt(row);
  };
  for (const other of others) {
    const added = shownRows(other, parts.indexOf(other));
    merged = inserted(merged, added, (at, row) => compare(merged.part, merged.rows, at, other, row));
  }
  return new MergedKeys(parts, merged);
}

/** Of each merged key, the part that it is of and its row there. */
interface Rows {
  readonly part: Uint8Array;
  readonly rows: Uint32Array;
}

function shownRows({ keys, isShown }: KeyPart, index: number): Rows {
  const all = new Uint32Array(keys.count).map((_, row) => row);
  const rows = isShown === undefined ? all : all.filter(isShown);
  return { part: new Uint8Array(rows.length).fill(index), rows };
}

/** Rows of one part put among those of others. `compare`: a place among these and a row of it. */
function inserted(into: Rows, added: Rows, compare: (at: number, row: number) => number): Rows {
  const total = into.rows.length + added.rows.length;
  const part = new Uint8Array(total);
  const rows = new Uint32Array(total);
  let from = 0;
  for (let next = 0; next <= added.rows.length; next += 1) {
    // All before `to` come before the next that is added.
    let to = from;
    if (next === added.rows.length) to = into.rows.length;
    else {
      let high = into.rows.length;
      while (to < high) {
        const middle = (to + high) >>> 1;
        if (compare(middle, added.rows[next]!) < 0) to = middle + 1;
        else high = middle;
      }
    }
    part.set(into.part.subarray(from, to), from + next);
    rows.set(into.rows.subarray(from, to), from + next);
    if (next < added.rows.length) {
      part[to + next] = added.part[next]!;
      rows[to + next] = added.rows[next]!;
    }
    from = to;
  }
  return { part, rows };
}

class MergedKeys implements GlossaryKeys {
  readonly #parts: readonly KeyPart[];
  readonly #merged: Rows;

  constructor(parts: readonly KeyPart[], merged: Rows) {
    this.#parts = parts;
    this.#merged = merged;
  }

  get count(): number {
    return this.#merged.rows.length;
  }

  textAt(row: number): string {
    return this.#partAt(row).keys.textAt(this.#merged.rows[row]!);
  }

  compareAt(row: number, text: string): number {
    return this.#partAt(row).keys.compareAt(this.#merged.rows[row]!, text);
  }

  kindAt(row: number): Kind {
    return this.#partAt(row).keys.kindAt(this.#merged.rows[row]!);
  }

  orderAt(row: number): number {
    const { keys, offset } = this.#partAt(row);
    return offset + keys.orderAt(this.#merged.rows[row]!);
  }

  entryAt(row: number): GlossaryEntry {
    const { keys, entryAt } = this.#partAt(row);
    const own = this.#merged.rows[row]!;
    return entryAt === undefined ? keys.entryAt(own) : entryAt(own);
  }

  #partAt(row: number): KeyPart {
    return this.#parts[this.#merged.part[row]!]!;
  }
}
