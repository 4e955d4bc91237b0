/** The folded forms under which entries are searched, sorted. */
import type { GlossaryEntry, GlossaryKeys } from '../types.ts';
import { longKeys, partKeys, shortKeys } from './forms.ts';

/** What a key is of its entry (see `GlossaryKeys`). */
export const Kind = { short: 0, part: 1, long: 2 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Kind and order of a key as one number: it sorts as both do. */
export type Mark = number;
const KIND_BITS = 2;
const KIND_MASK = 3;

export function markOf(kind: Kind, order: number): Mark {
  return (order << KIND_BITS) | kind;
}

export function kindOf(mark: Mark): Kind {
  return (mark & KIND_MASK) as Kind;
}

export function orderOf(mark: Mark): number {
  return mark >>> KIND_BITS;
}

/** All keys of an entry. */
export function eachKey(entry: GlossaryEntry, callback: (text: string, kind: Kind) => void): void {
  for (const text of shortKeys(entry)) callback(text, Kind.short);
  for (const text of partKeys(entry)) callback(text, Kind.part);
  for (const text of longKeys(entry)) callback(text, Kind.long);
}

/** Keys in columns: of 100,000 entries there are more than 200,000. */
export class ListedKeys implements GlossaryKeys {
  readonly texts: readonly string[];
  readonly marks: Uint32Array;
  readonly entryOf: (order: number) => GlossaryEntry;

  /** `marks`: of each text, in whatever order. */
  constructor(texts: readonly string[], marks: readonly Mark[], entryOf: (order: number) => GlossaryEntry) {
    // Rows are sorted, not objects: hundreds of thousands of these would be garbage at once.
    const rows = new Uint32Array(marks.length)
      .map((_, row) => row)
      .sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : marks[a]! - marks[b]!));
    const sorted = new Array<string>(rows.length);
    for (let row = 0; row < rows.length; row += 1) sorted[row] = texts[rows[row]!]!;
    this.texts = sorted;
    this.marks = rows.map(row => marks[row]!);
    this.entryOf = entryOf;
  }

  get count(): number {
    return this.texts.length;
  }

  textAt(row: number): string {
    return this.texts[row]!;
  }

  compareAt(row: number, text: string): number {
    const own = this.texts[row]!;
    return own < text ? -1 : own > text ? 1 : 0;
  }

  kindAt(row: number): Kind {
    return kindOf(this.marks[row]!);
  }

  orderAt(row: number): number {
    return orderOf(this.marks[row]!);
  }

  entryAt(row: number): GlossaryEntry {
    return this.entryOf(orderOf(this.marks[row]!));
  }
}

/** The keys of a list of entries. */
export function keysOf(entries: readonly GlossaryEntry[]): ListedKeys {
  // Lists that grow from nothing leave more garbage than they hold in the end.
  const texts = new Array<string>(3 * entries.length);
  const marks = new Array<Mark>(3 * entries.length);
  let count = 0;
  for (const [order, entry] of entries.entries()) {
    eachKey(entry, (text, kind) => {
      texts[count] = text;
      marks[count] = markOf(kind, order);
      count += 1;
    });
  }
  marks.length = count;
  return new ListedKeys(texts, marks, order => entries[order]!);
}

/** The first row whose text is not less than `text`. */
export function lowerBound(keys: GlossaryKeys, text: string): number {
  let low = 0;
  let high = keys.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys.compareAt(middle, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
