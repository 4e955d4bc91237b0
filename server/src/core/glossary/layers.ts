/** Glossary layers: somebody's own entries above those that ship with us; the nearest layer wins. */

import { lazily } from '../lazily.ts';
import { layeredKnowledge, type TherapyKnowledge } from '../therapies/layers.ts';
import type { OwnKnowledge } from '../therapies/ownKnowledge.ts';
import type { Glossary, GlossaryEntry, Origin } from '../types.ts';
import { createEntryIndex, longKeys, shortKeys } from './index.ts';
import { fold, foldLong } from './normalize.ts';

/** One file of somebody's own. */
export interface Layer {
  readonly origin: Origin;
  /** Each with this origin (see `withOrigin`). */
  readonly entries: readonly GlossaryEntry[];
  /** Its therapies, facts or references, where it holds these. */
  readonly knowledge?: OwnKnowledge | undefined;
}

/** Entries as a file of somebody's own has them. */
export function withOrigin(entries: readonly GlossaryEntry[], origin: Origin): readonly GlossaryEntry[] {
  // V8 gives each object a shape of its own that is copied first and gets a field more afterwards: 300 bytes an entry.
  return entries.map(entry => ({ origin, ...entry }));
}

/**
 * A glossary with layers above it, nearest first. A short form has the senses of the nearest layer that knows
 * it, and no others; an entry whose long form `base` knows keeps what `base` says of it besides. The index of
 * `base` is asked, never copied.
 */
export function layeredGlossary(base: Glossary, layers: readonly Layer[], revision: number): Glossary {
  const own = lazily(() => ownEntries(base, layers));
  const knowledge = lazily((): TherapyKnowledge => {
    const files = layers.flatMap(layer => layer.knowledge ?? []);
    return files.length === 0 ? base : layeredKnowledge(base, files);
  });
  const index = lazily(() => createEntryIndex(own()));
  const senses = (key: string): readonly GlossaryEntry[] => {
    const nearest = index().senses(key);
    return nearest.length > 0 ? nearest : base.senses(key);
  };
  /** No nearer layer says that its short form stands for something else. */
  const isVisible = (entry: GlossaryEntry) => index().senses(fold(entry.short)).length === 0;
  const entries = lazily(() => [...own(), ...base.entries.filter(isVisible)]);
  return Object.freeze({
    revision,
    standard: base.standard,
    isGeneSymbol: base.isGeneSymbol,
    therapyNamed: (folded: string) => knowledge().therapyNamed(folded),
    get therapies() {
      return knowledge().therapies;
    },
    get facts() {
      return knowledge().facts;
    },
    get references() {
      return knowledge().references;
    },
    senses,
    byLongForm: (foldedLong: string) => [
      ...index().byLongForm(foldedLong),
      ...base.byLongForm(foldedLong).filter(isVisible),
    ],
    get entries() {
      return entries();
    },
  });
}

/** All entries of the layers that no nearer one covers. */
function ownEntries(base: Glossary, layers: readonly Layer[]): readonly GlossaryEntry[] {
  const covered = new Set<string>();
  const entries: GlossaryEntry[] = [];
  for (const [depth, { entries: rows }] of layers.entries()) {
    const covering: GlossaryEntry[] = [];
    for (const row of rows) {
      const key = fold(row.short);
      if (covered.has(key)) continue;
      entries.push(enriched(base, key, row));
      if (depth < layers.length - 1) covering.push(row);
    }
    for (const row of covering) for (const key of shortKeys(row)) covered.add(key);
  }
  return entries;
}

/** A row with what `base` knows of the same sense (`key`: its folded short form). What the row says counts. */
function enriched(base: Glossary, key: string, row: GlossaryEntry): GlossaryEntry {
  const known = base.senses(key).find(sense => longKeys(sense).has(foldLong(row.long)));
  if (known === undefined) return row;
  return {
    ...known,
    ...row,
    class: row.class === 'abbreviation' ? known.class : row.class,
    domain: row.domain === 'own' ? known.domain : row.domain,
    sources: row.sources.length > 0 ? row.sources : known.sources,
  };
}
