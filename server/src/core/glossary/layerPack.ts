/**
 * The entries of one glossary file, packed: what is asked of them is looked up in sorted columns, and an entry is parsed when
 * it is first asked for. Reading 100,000 entries from their file, folding their forms and sorting these takes over a second in
 * a cold process; this takes some milliseconds.
 */
import type { GlossaryEntry, GlossaryKeys, Origin } from '../types.ts';
import type { EntryRows } from './entryRows.ts';
import { compareAt } from './index.ts';
import { Kind, kindOf, lowerBound, markOf, orderOf } from './keys.ts';
import { parseEntry } from './load.ts';

/** What is kept of a glossary file. */
export interface PackedLayer {
  /**
   * How many entries and keys there are; where each entry begins in the text, and where the last ends; where each key begins,
   * and where the last ends; of each key, its mark.
   */
  readonly columns: Uint32Array;
  /** Entries, each as JSON without what is usual, then keys. */
  readonly text: string;
}

/** Before the columns. */
const COUNTS = 2;

/** Packs rows; `unpackLayer` gives them back. */
export function packLayer({ count, entryAt, keys: keysOf }: EntryRows): PackedLayer {
  const keys = keysOf();
  const columns = new Uint32Array(COUNTS + count + 1 + keys.count + 1 + keys.count);
  const parts: string[] = [];
  let at = 0;
  let column = 0;
  const put = (value: number): void => {
    columns[column] = value;
    column += 1;
  };
  const add = (part: string): void => {
    put(at);
    parts.push(part);
    at += part.length;
  };
  put(count);
  put(keys.count);
  for (let row = 0; row < count; row += 1) add(written(entryAt(row)));
  put(at);
  for (let row = 0; row < keys.count; row += 1) add(keys.textAt(row));
  put(at);
  for (let row = 0; row < keys.count; row += 1) put(markOf(keys.kindAt(row), keys.orderAt(row)));
  return { columns, text: parts.join('') };
}

/** An entry without what every one has that doesn't say otherwise. */
function written({ origin: _, ...entry }: GlossaryEntry): string {
  const { class: kind, domain, sources, ...rest } = entry;
  return JSON.stringify({
    ...rest,
    ...(kind !== 'abbreviation' && { class: kind }),
    ...(domain !== 'own' && { domain }),
    ...(sources.length > 0 && { sources }),
  });
}

/** What was packed, with this origin; `undefined` where the columns don't fit each other or the text. Throws nothing. */
export function unpackLayer({ columns, text }: PackedLayer, origin: Origin): EntryRows | undefined {
  const [count = 0, keyCount = 0] = columns;
  if (columns.length !== COUNTS + count + 1 + keyCount + 1 + keyCount) return undefined;
  const keysFrom = COUNTS + count + 1;
  const marksFrom = keysFrom + keyCount + 1;
  const entryStarts = columns.subarray(COUNTS, keysFrom);
  const starts = columns.subarray(keysFrom, marksFrom);
  const marks = columns.subarray(marksFrom);
  const isWhole =
    ascend(entryStarts) &&
    ascend(starts) &&
    entryStarts[count]! <= starts[0]! &&
    starts[keyCount]! <= text.length &&
    marks.every(mark => orderOf(mark) < count && kindOf(mark) <= Kind.long);
  if (!isWhole) return undefined;
  const known = new Map<number, GlossaryEntry>();
  const entryAt = (row: number): GlossaryEntry => {
    let entry = known.get(row);
    if (entry === undefined) {
      entry = { origin, ...parsed(text.slice(entryStarts[row], entryStarts[row + 1])) };
      known.set(row, entry);
    }
    return entry;
  };
  const keys: GlossaryKeys = {
    count: keyCount,
    textAt: row => text.slice(starts[row], starts[row + 1]),
    compareAt: (row, other) => compareAt(text, starts[row]!, starts[row + 1]!, other),
    kindAt: row => kindOf(marks[row]!),
    orderAt: row => orderOf(marks[row]!),
    entryAt: row => entryAt(orderOf(marks[row]!)),
  };
  const rowsWith = (key: string, kind: Kind): readonly number[] => {
    const rows: number[] = [];
    for (let at = lowerBound(keys, key); at < keyCount && keys.compareAt(at, key) === 0; at += 1)
      if (keys.kindAt(at) === kind) rows.push(keys.orderAt(at));
    return rows;
  };
  return {
    count,
    entryAt,
    ofShort: key => rowsWith(key, Kind.short),
    ofLong: key => rowsWith(key, Kind.long),
    keys: () => keys,
  };
}

function ascend(starts: Uint32Array): boolean {
  for (let at = 1; at < starts.length; at += 1) if (starts[at]! < starts[at - 1]!) return false;
  return true;
}

/** What was written as an entry. That it is one says the sum of the file; whoever changed that too, gets this. */
const NO_ENTRY: GlossaryEntry = {
  ...{ id: 'entry', short: '?', long: 'unknown' },
  ...{ class: 'abbreviation', domain: 'own', sources: [] },
};

function parsed(json: string): GlossaryEntry {
  try {
    return parseEntry(JSON.parse(json), () => {}) ?? NO_ENTRY;
  } catch {
    return NO_ENTRY;
  }
}
