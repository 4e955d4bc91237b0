/**
 * Search: what a person means by a few letters of a short form, a piece of a long form, or a misspelling.
 *
 * Fuse.js alone takes seconds over 100,000 entries and ranks short forms badly ("IL2" finds ADKIL first),
 * so it ranks only what is left after the exact tiers: at most 200 candidates from an index of letter groups.
 */
import Fuse from 'fuse.js';
import { lazily } from '../lazily.ts';
import type { Glossary, GlossaryEntry, GlossaryKeys } from '../types.ts';
import { isOneSlip } from './distance.ts';
import { createGramIndex } from './grams.ts';
import { Kind, keysOf, lowerBound } from './keys.ts';
import { fold, foldLong } from './normalize.ts';

/** How an entry was found, nearest first. */
export type SearchTier = 'exact' | 'part' | 'prefix' | 'fuzzy';

export interface SearchHit {
  readonly entry: GlossaryEntry;
  readonly tier: SearchTier;
}

export interface GlossarySearch {
  /** At most `limit` hits, best first, each entry once. Nothing for a query without letters or digits. */
  readonly find: (query: string, limit: number) => readonly SearchHit[];
  /** Entries one of whose forms starts with the query, best first; one with several such forms comes several times. */
  readonly startingWith: (query: string) => readonly SearchHit[];
  /** Entries that resemble the query as Fuse.js ranks them, best first; one may come several times. */
  readonly resembling: (query: string) => readonly GlossaryEntry[];
}

/** Resembling entries are looked for only when the exact tiers give fewer than this. */
const ENOUGH = 3;
/** What Fuse.js gets to rank, of short forms and of long forms each. */
const CANDIDATES = 100;
/** Of a prefix that more keys share than this, the first ones in the alphabet are ranked. */
const PREFIX_KEYS = 500;
/** Up to this length, a query without a space may be a misspelt short form. */
const SHORT_LENGTH = 10;

/** A key, by its row. */
interface Key {
  readonly row: number;
  readonly text: string;
  readonly order: number;
}

interface Scored {
  readonly key: Key;
  readonly score: number;
}

/** A search over a glossary, or entries, nearest layer first. Its indexes are built when first needed. */
export function createSearch(over: readonly GlossaryEntry[] | Pick<Glossary, 'keys'>): GlossarySearch {
  const keys = lazily(() => (isList(over) ? keysOf(over) : over.keys()));
  const gramsOf = (size: 2 | 3, kind: Kind) =>
    createGramIndex(
      size,
      keys().count,
      row => keys().textAt(row),
      row => keys().kindAt(row) === kind,
    );
  const shortGrams = lazily(() => gramsOf(2, Kind.short));
  const longGrams = lazily(() => gramsOf(3, Kind.long));

  function find(query: string, limit: number): readonly SearchHit[] {
    if (!/[\p{L}\p{N}]/u.test(fold(query))) return [];
    const hits = new Map<GlossaryEntry, SearchTier>();
    const add = (entry: GlossaryEntry, tier: SearchTier): void => {
      if (hits.size < limit && !hits.has(entry)) hits.set(entry, tier);
    };
    for (const { entry, tier } of startingWith(query)) add(entry, tier);
    if (hits.size === 0) for (const row of leadingForms(keys(), query)) add(keys().entryAt(row), 'part');
    if (hits.size < Math.min(ENOUGH, limit)) for (const entry of resembling(query)) add(entry, 'fuzzy');
    return [...hits].map(([entry, tier]) => ({ entry, tier }));
  }

  function startingWith(query: string): readonly SearchHit[] {
    return keysStartingWith(keys(), query.trim(), fold(query), foldLong(query)).map(({ row, tier }) => ({
      entry: keys().entryAt(row),
      tier,
    }));
  }

  function resembling(query: string): readonly GlossaryEntry[] {
    const short = fold(query);
    const long = foldLong(query);
    const pick = (rows: readonly number[]): Key[] =>
      rows.map(row => ({ row, text: keys().textAt(row), order: keys().orderAt(row) }));
    const mayBeShort = short.length <= SHORT_LENGTH && !/\s/.test(query.trim());
    const shorts = mayBeShort ? scored(pick(shortGrams().nearest(short, CANDIDATES)), short) : [];
    const longs = scored(pick(longGrams().nearest(long, CANDIDATES)), long);
    // What has two capitals or a digit is meant as a short form, not as a piece of some word.
    const isShort = /\p{Lu}.*\p{Lu}|\p{N}/u.test(query);
    const ranked = isShort ? [...best(shorts), ...best(longs)] : best([...shorts, ...longs]);
    // Fuse.js knows no swapped letters: what is one slip from a short form is that, before all else.
    const isSlip = ({ row, text }: Key): boolean =>
      keys().kindAt(row) === Kind.short && isOneSlip(short, text);
    const slips = mayBeShort && short.length > 2 ? ranked.filter(isSlip) : [];
    return [...slips, ...ranked].map(({ row }) => keys().entryAt(row));
  }

  return { find, startingWith, resembling };
}

/** Scored keys, best first; of equal ones the shorter, then the one of the nearer layer. */
function best(hits: readonly Scored[]): readonly Key[] {
  return [...hits]
    .sort((a, b) => a.score - b.score || a.key.text.length - b.key.text.length || a.key.order - b.key.order)
    .map(hit => hit.key);
}

/**
 * Fuse.js' scores of candidates: 0 is the query itself, 1 has nothing of it. The mean of how well the query
 * stands in the text as a whole (which tells misspellings apart) and word by word (in any order).
 */
function scored(candidates: readonly Key[], query: string): readonly Scored[] {
  const whole = fuseScores(candidates, query, false);
  const words = query.includes(' ') ? fuseScores(candidates, query, true) : whole;
  return candidates
    .map((key, at) => ({ key, score: (whole[at]! + words[at]!) / 2 }))
    .filter(hit => hit.score < 1);
}

function fuseScores(candidates: readonly Key[], query: string, useTokenSearch: boolean): readonly number[] {
  const fuse = new Fuse(candidates, {
    keys: [{ name: 'text', getFn: key => key.text }],
    includeScore: true,
    shouldSort: false,
    ignoreLocation: true,
    threshold: 0.6,
    useTokenSearch,
  });
  const scores = new Array<number>(candidates.length).fill(1);
  for (const { refIndex, score } of fuse.search(query)) scores[refIndex] = score ?? 1;
  return scores;
}

/**
 * Keys that start with the folded query: the whole form first, as `written` before other spellings, then a
 * whole part of a compound, then short forms, parts and long forms that go on; the shortest first.
 */
function keysStartingWith(
  keys: GlossaryKeys,
  written: string,
  short: string,
  long: string,
): readonly { readonly row: number; readonly tier: SearchTier }[] {
  const found: { readonly row: number; readonly tier: SearchTier; readonly rank: number }[] = [];
  const collect = (prefix: string, isWanted: (kind: Kind) => boolean): void => {
    const first = lowerBound(keys, prefix);
    const last = Math.min(first + PREFIX_KEYS, keys.count);
    for (let row = first; row < last; row += 1) {
      const text = keys.textAt(row);
      if (!text.startsWith(prefix)) break;
      const kind = keys.kindAt(row);
      if (!isWanted(kind)) continue;
      const whole = text.length === prefix.length;
      const tier = !whole ? 'prefix' : kind === Kind.part ? 'part' : 'exact';
      // Whole forms rank 0…5 by kind and spelling, the others from 1000 by kind and length.
      const rank = whole
        ? kind === Kind.part
          ? 5
          : kind + (keys.entryAt(row).short === written ? 0 : 1)
        : (kind + 1) * 1000 + Math.min(text.length, 999);
      found.push({ row, tier, rank });
    }
  };
  collect(short, kind => kind !== Kind.long);
  collect(long, kind => kind === Kind.long);
  return found.sort((a, b) => a.rank - b.rank || keys.orderAt(a.row) - keys.orderAt(b.row));
}

/** The short forms that a query of several words starts with: `NK cells`, `CAR T cell therapy`. The longest wins. */
function leadingForms(keys: GlossaryKeys, query: string): readonly number[] {
  const words = query.trim().split(/\s+/);
  for (let count = Math.min(words.length - 1, 3); count > 0; count -= 1) {
    const written = words.slice(0, count).join(' ');
    if (!/\p{Lu}|\p{N}/u.test(written)) continue;
    const found = keysStartingWith(keys, written, fold(written), '\n').filter(({ tier }) => tier === 'exact');
    if (found.length > 0) return found.map(hit => hit.row);
  }
  return [];
}

function isList(over: readonly GlossaryEntry[] | object): over is readonly GlossaryEntry[] {
  return Array.isArray(over);
}
