/**
 * The rows of several layers as one: those that no nearer layer covers, with what is known of them besides. Nothing is
 * gone through beforehand: each question is put to the layers' own indexes.
 */
import { lazily } from '../lazily.ts';
import type { Glossary, GlossaryEntry, GlossaryKeys } from '../types.ts';
import type { EntryRows } from './entryRows.ts';
import { longKeys, shortKeys } from './forms.ts';
import { eachKey, Kind, ListedKeys, type Mark, markOf } from './keys.ts';
import { type KeyPart, mergedKeys } from './mergedKeys.ts';
import { fold, foldLong } from './normalize.ts';

export interface LayeredRows {
  /** The layers' entries of a folded short form. */
  readonly senses: (key: string) => readonly GlossaryEntry[];
  /** The layers' entries of a folded long form. */
  readonly byLongForm: (key: string) => readonly GlossaryEntry[];
  /** All entries of the layers. */
  readonly entries: () => readonly GlossaryEntry[];
  /** Their keys, and below them those of the glossary that they lie above. */
  readonly keys: () => GlossaryKeys;
}

const NONE: readonly GlossaryEntry[] = Object.freeze([]);

/** Layers, nearest first, above a glossary. A row of one that is covered covers nothing itself. */
export function layeredRows(base: Glossary, rows: readonly EntryRows[]): LayeredRows {
  const layers = rows.map(each => new Layered(base, each));

  /** Whether a layer nearer than this one says what the folded short form stands for. */
  const isCovered = (depth: number, key: string): boolean => {
    for (let nearer = 0; nearer < depth; nearer += 1)
      if (layers[nearer]!.rows.ofShort(key).some(row => isShown(nearer, row))) return true;
    return false;
  };
  const isShown = (depth: number, row: number): boolean =>
    depth === 0 || !isCovered(depth, fold(layers[depth]!.rows.entryAt(row).short));

  /** `own`: the rows of a layer that answer to the key. */
  const shown = (own: (layer: Layered) => readonly number[]): readonly GlossaryEntry[] => {
    const found = layers.flatMap((layer, depth) =>
      own(layer)
        .filter(row => isShown(depth, row))
        .map(row => layer.entryAt(row)),
    );
    return found.length === 0 ? NONE : found;
  };
  const senses = remembered(key =>
    shown(layer => layer.answering(key, layer.rows.ofShort(key), base.senses(key), shortKeys)),
  );
  const byLongForm = remembered(key =>
    shown(layer => layer.answering(key, layer.rows.ofLong(key), base.byLongForm(key), longKeys)),
  );

  const keys = lazily(() => {
    const below = base.keys();
    const parts: KeyPart[] = [];
    const added = new Set<string>();
    let offset = 0;
    for (const [depth, layer] of layers.entries()) {
      const own = layer.rows.keys();
      const at = { offset, ...(depth > 0 && { isShown: (row: number) => isShown(depth, own.orderAt(row)) }) };
      parts.push({ keys: own, ...at, entryAt: row => layer.entryAt(own.orderAt(row)) });
      const more = layer.addedKeys(below, row => isShown(depth, row));
      for (let row = 0; row < more.count; row += 1) added.add(more.textAt(row));
      if (more.count > 0) parts.push({ keys: more, offset });
      offset += layer.rows.count;
    }
    // That no layer has its short form: `senses` would say the same, and make lists of all that the layers have.
    const covers = (key: string): boolean =>
      added.has(key) ? senses(key).length > 0 : isCovered(layers.length, key);
    const covered = new Map<GlossaryEntry, boolean>();
    const isBelow = (row: number): boolean => {
      const entry = below.entryAt(row);
      const known = covered.get(entry) ?? covers(fold(entry.short));
      covered.set(entry, known);
      return !known;
    };
    return mergedKeys([...parts, { keys: below, offset, isShown: isBelow }]);
  });

  return {
    senses,
    byLongForm,
    entries: lazily(() =>
      layers.flatMap((layer, depth) => {
        const all: GlossaryEntry[] = [];
        for (let row = 0; row < layer.rows.count; row += 1)
          if (isShown(depth, row)) all.push(layer.entryAt(row));
        return all;
      }),
    ),
    keys,
  };
}

/** What was found stays the same list. What is nowhere is asked for anew: there is no end of such keys. */
function remembered(
  find: (key: string) => readonly GlossaryEntry[],
): (key: string) => readonly GlossaryEntry[] {
  const found = new Map<string, readonly GlossaryEntry[]>();
  return key => {
    let entries = found.get(key);
    if (entries === undefined) {
      entries = find(key);
      if (entries.length > 0) found.set(key, entries);
    }
    return entries;
  };
}

/** One layer above a glossary, which may know more of its entries. */
class Layered {
  readonly rows: EntryRows;
  readonly #base: Glossary;
  readonly #made = new Map<number, GlossaryEntry>();

  constructor(base: Glossary, rows: EntryRows) {
    this.#base = base;
    this.rows = rows;
  }

  /** A row's entry with what the glossary below knows of the same sense. The same object whenever it is asked for. */
  entryAt(row: number): GlossaryEntry {
    let entry = this.#made.get(row);
    if (entry === undefined) {
      entry = enriched(this.#base, this.rows.entryAt(row));
      this.#made.set(row, entry);
    }
    return entry;
  }

  /**
   * Rows that have a key themselves (`own`), and those that got it from what is known below. `known`: the entries below that
   * have it; a row can have got it from one of these only.
   */
  answering(
    key: string,
    own: readonly number[],
    known: readonly GlossaryEntry[],
    keysOf: (entry: GlossaryEntry) => ReadonlySet<string>,
  ): readonly number[] {
    if (known.length === 0) return own;
    const rows = new Set(own);
    for (const short of new Set(known.flatMap(entry => [...shortKeys(entry)])))
      for (const row of this.rows.ofShort(short))
        if (!rows.has(row) && keysOf(this.entryAt(row)).has(key)) rows.add(row);
    return rows.size === own.length ? own : [...rows].sort((a, b) => a - b);
  }

  /** The keys that rows got from what is known below; these have a short form in common with it. `below`: its keys. */
  addedKeys(below: GlossaryKeys, isShown: (row: number) => boolean): GlossaryKeys {
    const texts: string[] = [];
    const marks: Mark[] = [];
    const seen = new Set<number>();
    for (let at = 0; at < below.count; at += 1) {
      if (below.kindAt(at) !== Kind.short) continue;
      for (const row of this.rows.ofShort(below.textAt(at))) {
        if (seen.has(row)) continue;
        seen.add(row);
        const [own, more] = [this.rows.entryAt(row), this.entryAt(row)];
        if (own === more || !isShown(row)) continue;
        const had = new Set<string>();
        eachKey(own, (text, kind) => had.add(`${kind} ${text}`));
        eachKey(more, (text, kind) => {
          if (had.has(`${kind} ${text}`)) return;
          texts.push(text);
          marks.push(markOf(kind, row));
        });
      }
    }
    return new ListedKeys(texts, marks, row => this.entryAt(row));
  }
}

/** An entry with what `base` knows of the same sense. What it says itself counts. */
function enriched(base: Glossary, row: GlossaryEntry): GlossaryEntry {
  const known = base.senses(fold(row.short)).find(sense => longKeys(sense).has(foldLong(row.long)));
  if (known === undefined) return row;
  return {
    ...known,
    ...row,
    class: row.class === 'abbreviation' ? known.class : row.class,
    domain: row.domain === 'own' ? known.domain : row.domain,
    sources: row.sources.length > 0 ? row.sources : known.sources,
  };
}
