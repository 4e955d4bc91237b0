import { sortEdits } from '../list/edits.ts';
import { compareKeys, isSorted, listEntries } from '../list/entries.ts';
import { sourceLists } from '../list/sourceList.ts';
import type { Finding, Manuscript, PlacedBlock, Rule } from '../types.ts';
import { findingAt } from './places.ts';

/**
 * Entries in alphabetical order: case ignored, numbers by value, Greek letters by their names. Groups with a heading
 * each are lists of their own.
 */
export const listOrder: Rule = {
  id: 'list-order',
  summary: 'An abbreviation list that is not in alphabetical order.',
  severity: 'hint',
  sources: [
    {
      says: 'The list of abbreviations is alphabetical.',
      where: 'ASA, CSSA and SSSA, Publications Handbook and Style Manual, chapter 2 (stored copy)',
      read: '2026-11-23',
    },
  ],
  goesBy: manuscript => listedShorts(manuscript).concat(listBlocks(manuscript)),
  *check({ manuscript }): Iterable<Finding> {
    // Most lists are sorted: where they stand in the text needn't be looked at.
    if (isSorted(listEntries(manuscript))) return;
    for (const list of sourceLists(manuscript)) {
      const { entries } = list;
      const late = entries.findIndex(
        ({ abbreviation }, index) =>
          index > 0 && compareKeys(entries[index - 1]!.abbreviation.key, abbreviation.key) > 0,
      );
      if (late < 0 || entries[late]!.definition.role !== 'abbreviation-list') continue;
      const { abbreviation, definition } = entries[late]!;
      const before = entries[late - 1]!.abbreviation;
      yield {
        ...findingAt(
          definition,
          abbreviation,
          `order:${entries[0]!.abbreviation.key}`,
          `"${abbreviation.short}" stands after "${before.short}" in the abbreviation list. Sort the list.`,
        ),
        fixes: () => [{ title: 'Sort the abbreviation list', edits: sortEdits(list), preferred: true }],
      };
    }
  },
};

/** What a message may name. */
function listedShorts({ states }: Manuscript): unknown[] {
  return states.filter(({ listed }) => listed).map(({ short }) => short);
}

/** Of each document, its blocks from the first to the last in an abbreviation list: what stands between entries parts lists. */
function listBlocks({ analyses }: Manuscript): readonly unknown[] {
  return analyses.flatMap(({ document, blocks }) => {
    const isListed = ({ role }: PlacedBlock): boolean => role === 'abbreviation-list';
    const first = blocks.findIndex(isListed);
    if (first < 0) return [];
    const between = blocks.slice(first, blocks.findLastIndex(isListed) + 1);
    return [document.uri, ...between.map(({ block }) => block), ...between.map(({ role }) => role)];
  });
}
