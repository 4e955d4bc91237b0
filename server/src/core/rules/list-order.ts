import { lazily } from '../lazily.ts';
import type { Finding, Rule } from '../types.ts';
import { listEntries } from './listEntries.ts';
import { findingAt } from './places.ts';

/** Entries in alphabetical order: case ignored, numbers by value, Greek letters by their names. */
export const listOrder: Rule = {
  id: 'list-order',
  summary: 'An abbreviation list that is not in alphabetical order.',
  severity: 'hint',
  source: {
    says: 'The list is in alphabetical order.',
    where: 'common usage; Springer Nature, "List of abbreviations"',
  },
  *check({ manuscript }): Iterable<Finding> {
    const entries = listEntries(manuscript);
    for (let index = 1; index < entries.length; index++) {
      const { abbreviation, definition } = entries[index]!;
      const before = entries[index - 1]!.abbreviation;
      if (compareKeys(before.key, abbreviation.key) <= 0) continue;
      yield findingAt(
        definition,
        abbreviation,
        'order',
        `"${abbreviation.short}" stands after "${before.short}" in the abbreviation list. Sort the list.`,
      );
      return;
    }
  },
};

const collator = lazily(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/** Folded keys are lower case, with Greek letters by their names. */
function compareKeys(a: string, b: string): number {
  return collator().compare(a, b);
}
