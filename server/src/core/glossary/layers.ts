/** Glossary layers: somebody's own entries above those that ship with us; the nearest layer wins. */

import { lazily } from '../lazily.ts';
import { layeredKnowledge, type TherapyKnowledge } from '../therapies/layers.ts';
import type { OwnKnowledge } from '../therapies/ownKnowledge.ts';
import type { Glossary, GlossaryEntry, Origin } from '../types.ts';
import { type EntryRows, rowsOf } from './entryRows.ts';
import { layeredRows } from './layeredRows.ts';
import { fold } from './normalize.ts';

/** One file of somebody's own. */
export interface Layer {
  readonly origin: Origin;
  /** Each with this origin (see `withOrigin`). */
  readonly entries: readonly GlossaryEntry[];
  /** The same entries, where they are indexed already. */
  readonly rows?: EntryRows;
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
  const own = layeredRows(
    base,
    // Asking for its entries would make all of them.
    layers.map(layer => layer.rows ?? rowsOf(layer.entries)),
  );
  const knowledge = lazily((): TherapyKnowledge => {
    const files = layers.flatMap(layer => layer.knowledge ?? []);
    return files.length === 0 ? base : layeredKnowledge(base, files);
  });
  /** No nearer layer says that its short form stands for something else. */
  const isVisible = (entry: GlossaryEntry) => own.senses(fold(entry.short)).length === 0;
  const entries = lazily(() => [...own.entries(), ...base.entries.filter(isVisible)]);
  return Object.freeze({
    revision,
    standard: base.standard,
    isGeneSymbol: base.isGeneSymbol,
    therapyNamed: (folded: string) => knowledge().therapyNamed(folded),
    therapyWords: () => knowledge().therapyWords(),
    get therapies() {
      return knowledge().therapies;
    },
    get facts() {
      return knowledge().facts;
    },
    get references() {
      return knowledge().references;
    },
    senses(key: string) {
      const nearest = own.senses(key);
      return nearest.length > 0 ? nearest : base.senses(key);
    },
    byLongForm: (foldedLong: string) => [
      ...own.byLongForm(foldedLong),
      ...base.byLongForm(foldedLong).filter(isVisible),
    ],
    get entries() {
      return entries();
    },
    keys: own.keys,
  });
}
