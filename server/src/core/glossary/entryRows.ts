/** The entries of one glossary file, by row and by their forms. */
import { lazily } from '../lazily.ts';
import type { GlossaryEntry, GlossaryKeys } from '../types.ts';
import { longKeys, shortKeys } from './forms.ts';
import { keysOf } from './keys.ts';

/** Rows are in the file's order and count from 0. */
export interface EntryRows {
  readonly count: number;
  /** The same object whenever it is asked for. */
  readonly entryAt: (row: number) => GlossaryEntry;
  /** The rows that have this folded short form, themselves or as a variant, in their order. */
  readonly ofShort: (key: string) => readonly number[];
  /** The rows that accept this folded long form, in their order. */
  readonly ofLong: (key: string) => readonly number[];
  /** All that they are searched by; the orders are the rows. */
  readonly keys: () => GlossaryKeys;
}

/** Entries as rows. Each index is built when it is first asked. */
export function rowsOf(entries: readonly GlossaryEntry[]): EntryRows {
  const byShort = lazily(() => group(entries, shortKeys));
  const byLong = lazily(() => group(entries, longKeys));
  return {
    count: entries.length,
    entryAt: row => entries[row]!,
    ofShort: key => listed(byShort(), key),
    ofLong: key => listed(byLong(), key),
    keys: lazily(() => keysOf(entries)),
  };
}

/** Most keys have one row, and a list of its own would take more room than all else that is kept of it. */
type Rows = number | number[];

const NONE: readonly number[] = Object.freeze([]);

function listed(groups: ReadonlyMap<string, Rows>, key: string): readonly number[] {
  const rows = groups.get(key);
  return rows === undefined ? NONE : typeof rows === 'number' ? [rows] : rows;
}

function group(
  entries: readonly GlossaryEntry[],
  keysOf: (entry: GlossaryEntry) => Iterable<string>,
): ReadonlyMap<string, Rows> {
  const groups = new Map<string, Rows>();
  for (const [row, entry] of entries.entries()) {
    for (const key of keysOf(entry)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, row);
      else if (typeof known === 'number') groups.set(key, [known, row]);
      else known.push(row);
    }
  }
  return groups;
}
