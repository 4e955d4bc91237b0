/** The abbreviation list of a manuscript, as the list rules see it. */
import type { Abbreviation, Manuscript, PlacedDefinition } from '../types.ts';

/** An entry of the list: the abbreviation, and the definition that stands there. */
export interface ListEntry {
  readonly abbreviation: Abbreviation;
  readonly definition: PlacedDefinition;
}

/** The entries that the list has of one abbreviation. */
export function entriesOf(abbreviation: Abbreviation): readonly PlacedDefinition[] {
  // Definitions are placed when they are asked for: most abbreviations are spared that.
  if (!abbreviation.listed) return [];
  return abbreviation.definitions.filter(({ role }) => role === 'abbreviation-list');
}

/** The entries in the order of the list; empty where there is none. */
export function listEntries({ byKey, analyses }: Manuscript): readonly ListEntry[] {
  const order = new Map(analyses.map((analysis, index) => [analysis, index]));
  return [...byKey.values()]
    .filter(({ listed }) => listed)
    .flatMap(abbreviation => entriesOf(abbreviation).map(definition => ({ abbreviation, definition })))
    .sort(
      (a, b) =>
        order.get(a.definition.analysis)! - order.get(b.definition.analysis)! ||
        a.definition.start - b.definition.start,
    );
}
