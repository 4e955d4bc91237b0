/** The long forms of entries, folded. */
import type { GlossaryEntry } from '../types.ts';
import { foldLong } from './normalize.ts';

// Entries never change: nobody can tell that this is remembered.
const known = new WeakMap<GlossaryEntry, string>();

/** An entry's usual long form, folded by `foldLong`. */
export function foldedLong(entry: GlossaryEntry): string {
  let folded = known.get(entry);
  if (folded === undefined) {
    folded = foldLong(entry.long);
    known.set(entry, folded);
  }
  return folded;
}
