/** Looking up an abbreviation by what a person remembers of it. */
import type { GlossarySearch } from '../glossary/search.ts';
import type { Glossary, GlossaryEntry, Origin } from '../types.ts';

/** One answer. */
export interface LookupResult {
  readonly id: string;
  readonly short: string;
  readonly long: string;
  /** The layer that it comes from. */
  readonly origin: 'bundled' | Origin['layer'];
  /** The file that it comes from, as a URI, where that isn't one that ships with us. */
  readonly file?: string;
}

/**
 * The entries that a query may mean, best first, at most `limit`. A form that needs no definition (ELISA) and has no
 * entry is found by its exact letters.
 */
export function lookUpEntries(
  search: GlossarySearch,
  { standard }: Glossary,
  query: string,
  limit: number,
): readonly GlossaryEntry[] {
  const hits = search.find(query, limit);
  const entries = hits.map(({ entry }) => entry);
  const form = standard(query.trim()) ?? standard(query.trim().toUpperCase());
  if (form === undefined || hits.some(({ tier }) => tier === 'exact')) return entries;
  const note = 'Biomedical journals let it stand undefined.';
  const id = form.short.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return [{ ...form, id, domain: 'standard', note }, ...entries].slice(0, limit);
}

/** The same in the few words that a list shows. */
export function lookup(
  search: GlossarySearch,
  glossary: Glossary,
  query: string,
  limit: number,
): readonly LookupResult[] {
  return lookUpEntries(search, glossary, query, limit).map(({ id, short, long, origin }) => ({
    id,
    short,
    long,
    origin: origin?.layer ?? 'bundled',
    ...(origin && { file: origin.uri }),
  }));
}
