/**
 * Search: what a person means by a few letters of a short form, a piece of a long form, or a misspelling.
 *
 * Fuse.js alone takes seconds over 100,000 entries and ranks short forms badly ("IL2" finds ADKIL first),
 * so it ranks only what is left after the exact tiers: at most 200 candidates from an index of letter groups.
 */
import Fuse from 'fuse.js';
import { lazily } from '../lazily.ts';
import type { GlossaryEntry } from '../types.ts';
import { isOneSlip } from './distance.ts';
import { createGramIndex } from './grams.ts';
import { longKeys, shortKeys } from './index.ts';
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

/** What a key is of its entry; nearer ones have lower numbers. */
const Kind = { short: 0, part: 1, long: 2 } as const;

/** A folded form of an entry, under which it is found. */
interface Key {
  readonly text: string;
  readonly kind: (typeof Kind)[keyof typeof Kind];
  readonly entry: GlossaryEntry;
  /** Its place in the glossary: nearer layers have lower numbers. */
  readonly order: number;
}

/** Kind and order of a key as one number. */
const KIND_BITS = 2;
const KIND_MASK = 3;

/** Sorted keys, in columns: of 100,000 entries there are more than 200,000. */
class Keys {
  readonly texts: readonly string[];
  readonly #marks: Uint32Array;
  readonly #entries: readonly GlossaryEntry[];

  /** `marks`: of each text, its kind and order. */
  constructor(texts: readonly string[], marks: Uint32Array, entries: readonly GlossaryEntry[]) {
    this.texts = texts;
    this.#marks = marks;
    this.#entries = entries;
  }

  at(row: number): Key {
    const order = this.#marks[row]! >>> KIND_BITS;
    return { text: this.texts[row]!, kind: this.kindAt(row), order, entry: this.#entries[order]! };
  }

  kindAt(row: number): Key['kind'] {
    return (this.#marks[row]! & KIND_MASK) as Key['kind'];
  }
}

interface Scored {
  readonly key: Key;
  readonly score: number;
}

/** A search over entries, nearest layer first. Its indexes are built when first needed. */
export function createSearch(entries: readonly GlossaryEntry[]): GlossarySearch {
  const keys = lazily(() => sortedKeys(entries));
  const gramsOf = (size: 2 | 3, kind: Key['kind']) =>
    createGramIndex(size, keys().texts, row => keys().kindAt(row) === kind);
  const shortGrams = lazily(() => gramsOf(2, Kind.short));
  const longGrams = lazily(() => gramsOf(3, Kind.long));

  function find(query: string, limit: number): readonly SearchHit[] {
    if (!/[\p{L}\p{N}]/u.test(fold(query))) return [];
    const hits = new Map<GlossaryEntry, SearchTier>();
    const add = (entry: GlossaryEntry, tier: SearchTier): void => {
      if (hits.size < limit && !hits.has(entry)) hits.set(entry, tier);
    };
    for (const { entry, tier } of startingWith(query)) add(entry, tier);
    if (hits.size === 0) for (const key of leadingForms(keys(), query)) add(key.entry, 'part');
    if (hits.size < Math.min(ENOUGH, limit)) for (const entry of resembling(query)) add(entry, 'fuzzy');
    return [...hits].map(([entry, tier]) => ({ entry, tier }));
  }

  function startingWith(query: string): readonly SearchHit[] {
    return keysStartingWith(keys(), query.trim(), fold(query), foldLong(query)).map(({ key, tier }) => ({
      entry: key.entry,
      tier,
    }));
  }

  function resembling(query: string): readonly GlossaryEntry[] {
    const short = fold(query);
    const long = foldLong(query);
    const pick = (rows: readonly number[]): Key[] => rows.map(row => keys().at(row));
    const mayBeShort = short.length <= SHORT_LENGTH && !/\s/.test(query.trim());
    const shorts = mayBeShort ? scored(pick(shortGrams().nearest(short, CANDIDATES)), short) : [];
    const longs = scored(pick(longGrams().nearest(long, CANDIDATES)), long);
    // What has two capitals or a digit is meant as a short form, not as a piece of some word.
    const isShort = /\p{Lu}.*\p{Lu}|\p{N}/u.test(query);
    const ranked = isShort ? [...best(shorts), ...best(longs)] : best([...shorts, ...longs]);
    // Fuse.js knows no swapped letters: what is one slip from a short form is that, before all else.
    const isSlip = ({ kind, text }: Key): boolean => kind === Kind.short && isOneSlip(short, text);
    const slips = mayBeShort && short.length > 2 ? ranked.filter(isSlip) : [];
    return [...slips, ...ranked].map(key => key.entry);
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

/** The keys of all entries in the order of their code units, then of the glossary. */
function sortedKeys(entries: readonly GlossaryEntry[]): Keys {
  // Lists that grow from nothing leave more garbage than they hold in the end.
  const texts = new Array<string>(3 * entries.length);
  const marks = new Array<number>(3 * entries.length);
  let count = 0;
  const add = (text: string, kind: Key['kind'], order: number): void => {
    texts[count] = text;
    marks[count] = (order << KIND_BITS) | kind;
    count += 1;
  };
  for (const [order, entry] of entries.entries()) {
    for (const text of shortKeys(entry)) add(text, Kind.short, order);
    for (const text of partKeys(entry)) add(text, Kind.part, order);
    for (const text of longKeys(entry)) add(text, Kind.long, order);
  }
  // Rows are sorted, not objects: hundreds of thousands of these would be garbage at once.
  const rows = new Uint32Array(count)
    .map((_, row) => row)
    .sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b));
  const sorted = new Array<string>(count);
  for (let row = 0; row < count; row += 1) sorted[row] = texts[rows[row]!]!;
  return new Keys(
    sorted,
    rows.map(row => marks[row]!),
    entries,
  );
}

/** The folded parts of a hyphenated short form that hold a letter: `CAR-NK` -> `car`, `nk`. */
function partKeys(entry: GlossaryEntry): Iterable<string> {
  const parts = entry.short.split(/[-\u2010-\u2015\s/]+/);
  return parts.length < 2 ? [] : new Set(parts.filter(part => /\p{L}/u.test(part)).map(fold));
}

/**
 * Keys that start with the folded query: the whole form first, as `written` before other spellings, then a
 * whole part of a compound, then short forms, parts and long forms that go on; the shortest first.
 */
function keysStartingWith(
  keys: Keys,
  written: string,
  short: string,
  long: string,
): readonly { readonly key: Key; readonly tier: SearchTier }[] {
  const found: { readonly key: Key; readonly tier: SearchTier; readonly rank: number }[] = [];
  const collect = (prefix: string, wanted: (key: Key) => boolean): void => {
    const first = lowerBound(keys, prefix);
    for (let at = first; at < first + PREFIX_KEYS && keys.texts[at]?.startsWith(prefix); at += 1) {
      const key = keys.at(at);
      if (!wanted(key)) continue;
      const whole = key.text.length === prefix.length;
      const tier = !whole ? 'prefix' : key.kind === Kind.part ? 'part' : 'exact';
      // Whole forms rank 0…5 by kind and spelling, the others from 1000 by kind and length.
      const rank = whole
        ? key.kind === Kind.part
          ? 5
          : key.kind + (key.entry.short === written ? 0 : 1)
        : (key.kind + 1) * 1000 + Math.min(key.text.length, 999);
      found.push({ key, tier, rank });
    }
  };
  collect(short, key => key.kind !== Kind.long);
  collect(long, key => key.kind === Kind.long);
  return found.sort((a, b) => a.rank - b.rank || a.key.order - b.key.order);
}

/** The short forms that a query of several words starts with: `NK cells`, `CAR T cell therapy`. The longest wins. */
function leadingForms(keys: Keys, query: string): readonly Key[] {
  const words = query.trim().split(/\s+/);
  for (let count = Math.min(words.length - 1, 3); count > 0; count -= 1) {
    const written = words.slice(0, count).join(' ');
    if (!/\p{Lu}|\p{N}/u.test(written)) continue;
    const found = keysStartingWith(keys, written, fold(written), '\n').filter(({ tier }) => tier === 'exact');
    if (found.length > 0) return found.map(hit => hit.key);
  }
  return [];
}

/** The first place in sorted `keys` whose text is not less than `text`. */
function lowerBound(keys: Keys, text: string): number {
  let low = 0;
  let high = keys.texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys.texts[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
