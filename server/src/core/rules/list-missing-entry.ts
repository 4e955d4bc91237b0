import { insertEdit } from '../list/edits.ts';
import { sourceLists } from '../list/sourceList.ts';
import type { Finding, Rule } from '../types.ts';
import { GUIDES } from './guides.ts';
import { listableOf, listedForm } from './listable.ts';
import { findingAt } from './places.ts';
import { rareDefinition } from './rarely-used.ts';

/**
 * A manuscript that gives an abbreviation list gives it whole.
 *
 * Not reported: manuscripts without a list, forms that need no definition, proper names of studies; nor what the
 * main text doesn't define itself (that is the finding to mend first), nor what a supplement defines
 * for itself, or what is to be spelled out (`rarely-used`).
 */
export const listMissingEntry: Rule = {
  id: 'list-missing-entry',
  summary: 'A short form that the text defines and the abbreviation list lacks.',
  severity: 'information',
  sources: [
    {
      says: 'An article with abbreviations that are not standard has a list that explains them.',
      ...GUIDES.jPediatrPharmacolTher,
    },
    {
      says: 'Abbreviations are defined in the text at first use; a list of abbreviations can be given as well.',
      ...GUIDES.bmc,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { written, glossary, manuscript, configuration }): readonly Finding[] {
    const { key, short, listed } = abbreviation;
    if (listed || !written.list()) return [];
    const listable = listableOf(abbreviation);
    if (listable === undefined || listable.definition.role === 'supplement') return [];
    const isSpared = configuration.rules['rarely-used'] !== 'off';
    if (isSpared && rareDefinition(abbreviation, configuration) !== undefined) return [];
    const message = `"${short}" is not in the abbreviation list. Add it there.`;
    return [
      {
        ...findingAt(listable.definition, abbreviation, key, message),
        fixes: () => {
          const [list, ...others] = sourceLists(manuscript);
          // Of several groups, the writer alone knows which one is meant.
          if (list === undefined || others.length > 0) return [];
          const edit = insertEdit(list, listedForm(listable, list.analysis, { written, glossary }));
          return [{ title: `Add "${short}" to the abbreviation list`, edits: [edit], preferred: true }];
        },
      },
    ];
  },
};
