/** The forms of an entry, folded: what it is asked by. */
import type { GlossaryEntry } from '../types.ts';
import { fold, foldLong } from './normalize.ts';

/** The folded short form of an entry and those of its variants. */
export function shortKeys(entry: GlossaryEntry): Set<string> {
  return new Set([entry.short, ...(entry.variants ?? [])].map(fold));
}

/** The folded accepted long forms of an entry: the usual one, its plural, the alternatives. Never the wrong ones. */
export function longKeys(entry: GlossaryEntry): Set<string> {
  const keys = new Set([foldLong(entry.long)]);
  if (entry.plural !== undefined) keys.add(foldLong(entry.plural));
  for (const alternative of entry.alternatives ?? []) keys.add(foldLong(alternative));
  return keys;
}

/** The folded parts of a hyphenated short form that hold a letter: `CAR-NK` -> `car`, `nk`. */
export function partKeys(entry: GlossaryEntry): Iterable<string> {
  const parts = entry.short.split(/[-\u2010-\u2015\s/]+/);
  return parts.length < 2 ? [] : new Set(parts.filter(part => /\p{L}/u.test(part)).map(fold));
}
