/** The abbreviation list of a manuscript, as the list rules see it. */
import type { Abbreviation, Manuscript, PlacedDefinition } from '../types.ts';

/** An entry of the list: the abbreviation, and the definition that stands there. */
export interface ListEntry {
  readonly abbreviation: Abbreviation;
  readonly definition: PlacedDefinition;
}

/** The entries in the order of the list; empty where there is none. */
export function listEntries({ abbreviations, analyses }: Manuscript): readonly ListEntry[] {
  const order = new Map(analyses.map((analysis, index) => [analysis, index]));
  return abbreviations
    .flatMap(abbreviation =>
      abbreviation.definitions
        .filter(({ role }) => role === 'abbreviation-list')
        .map(definition => ({ abbreviation, definition })),
    )
    .sort(
      (a, b) =>
        order.get(a.definition.analysis)! - order.get(b.definition.analysis)! ||
        a.definition.start - b.definition.start,
    );
}
