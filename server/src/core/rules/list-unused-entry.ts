import { isUse } from '../analysis/roles.ts';
import { removeEdit } from '../list/edits.ts';
import { entriesOf } from '../list/entries.ts';
import { sourceLists } from '../list/sourceList.ts';
import type { Finding, Rule } from '../types.ts';
import { findingAt } from './places.ts';

/** The list holds what the text uses. A form used in a title, heading, legend or compound counts as used. */
export const listUnusedEntry: Rule = {
  id: 'list-unused-entry',
  summary: 'An entry of the abbreviation list that the text never uses.',
  severity: 'information',
  sources: [
    {
      says: 'A list of shortened forms holds those that are used in the text.',
      where: 'Australian manual of style, "Lists of shortened forms" (contentmanual.com.au, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { written, manuscript }): readonly Finding[] {
    const { key, short, mentions } = abbreviation;
    const findings: Finding[] = [];
    for (const definition of entriesOf(abbreviation)) {
      if (mentions.some(({ role }) => isUse(role) || role === 'title') || written.form(key)) continue;
      findings.push({
        ...findingAt(
          definition,
          abbreviation,
          key,
          `"${short}" stands in the abbreviation list and nowhere in the text. Take it out.`,
        ),
        fixes: () =>
          sourceLists(manuscript).flatMap(list => {
            const index = list.entries.findIndex(
              each => each.abbreviation.key === key && each.definition.start === definition.start,
            );
            const title = `Take "${short}" out of the list`;
            return index < 0 ? [] : [{ title, edits: [removeEdit(list, index)], preferred: true }];
          }),
      });
    }
    return findings;
  },
};
