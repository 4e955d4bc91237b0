/** The entries of a manuscript's abbreviation list, and their order. */
import { lazily } from '../lazily.ts';
import type { Abbreviation, Manuscript, PlacedDefinition } from '../types.ts';

/** An entry of the list: the abbreviation, and the definition that stands there. */
export interface ListEntry {
  readonly abbreviation: Abbreviation;
  readonly definition: PlacedDefinition;
}

const NONE: readonly PlacedDefinition[] = [];

/** The entries that the list has of one abbreviation. */
export function entriesOf(abbreviation: Abbreviation): readonly PlacedDefinition[] {
  // Definitions are placed when they are asked for: most abbreviations are spared that.
  if (!abbreviation.listed) return NONE;
  return abbreviation.definitions.filter(({ role }) => role === 'abbreviation-list');
}

/** The entries in the order of the list; empty where there is none. */
export function listEntries(manuscript: Manuscript): readonly ListEntry[] {
  return inOrder(manuscript, entriesOf);
}

/** The entries that `\newacronym` and its like declare, in their order: what `\printglossary` prints. */
export function declaredEntries(manuscript: Manuscript): readonly ListEntry[] {
  return inOrder(manuscript, ({ definitions }) =>
    definitions.filter(({ form, key }) => form === 'macro' && key !== undefined),
  );
}

function inOrder(
  { byKey, analyses }: Manuscript,
  entries: (abbreviation: Abbreviation) => readonly PlacedDefinition[],
): readonly ListEntry[] {
  const order = new Map(analyses.map((analysis, index) => [analysis, index]));
  const found: ListEntry[] = [];
  for (const abbreviation of byKey.values()) {
    for (const definition of entries(abbreviation)) found.push({ abbreviation, definition });
  }
  return found.sort(
    ({ definition: a }, { definition: b }) =>
      (a.analysis === b.analysis ? 0 : order.get(a.analysis)! - order.get(b.analysis)!) || a.start - b.start,
  );
}

const collator = lazily(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/** Alphabetical order of folded keys: case ignored, numbers by value, Greek letters by their names. */
export function compareKeys(a: string, b: string): number {
  return collator().compare(a, b);
}

/** Whether entries stand in alphabetical order. */
export function isSorted(entries: readonly ListEntry[]): boolean {
  return entries.every(
    ({ abbreviation }, index) =>
      index === 0 || compareKeys(entries[index - 1]!.abbreviation.key, abbreviation.key) <= 0,
  );
}
