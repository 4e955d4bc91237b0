import { entriesOf } from '../list/entries.ts';
import type { Finding, Rule } from '../types.ts';
import { GUIDES } from './guides.ts';
import { isSameDefinition } from './longFormIdentity.ts';
import { findingAt, isWrittenIn, relatedTo, replacing } from './places.ts';

/** List and text give one long form. What the sentence goes on with ("natural killer cells") is no difference. */
export const listMismatch: Rule = {
  id: 'list-mismatch',
  summary: 'An entry of the abbreviation list whose long form differs from the text’s.',
  severity: 'warning',
  sources: [
    {
      says: 'Each abbreviation is used consistently, with one expansion.',
      ...GUIDES.blood,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation): readonly Finding[] {
    const { definitions, key, short } = abbreviation;
    const findings: Finding[] = [];
    for (const definition of entriesOf(abbreviation)) {
      const written =
        definitions.find(each => isWrittenIn('main', each)) ??
        definitions.find(each => isWrittenIn('abstract', each));
      if (written === undefined) continue;
      if (isSameDefinition(written, definition)) continue;
      const [listed, text] = [definition.longRead, written.longRead];
      findings.push({
        ...findingAt(
          definition,
          abbreviation,
          key,
          `The list expands "${short}" as "${listed}", the text as "${text}". Use one.`,
        ),
        related: [relatedTo(written, 'Defined here in the text.')],
        fixes: () => [
          {
            title: `Use "${text}" in the list`,
            edits: [
              {
                uri: definition.analysis.document.uri,
                start: definition.long.start,
                end: definition.long.end,
                newText: text,
              },
            ],
          },
          {
            title: `Use "${listed}" in the text`,
            edits: [replacing({ ...written, ...written.long }, listed)],
          },
        ],
      });
    }
    return findings;
  },
};
