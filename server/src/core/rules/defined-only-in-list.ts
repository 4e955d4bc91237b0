import type { Finding, Rule } from '../types.ts';
import { definitionFixes } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { longFormsOf } from './longForms.ts';
import { findingOf, offencesOf, times } from './scopes.ts';

/** An abbreviation list comes on top of the definition in the text. BMC, submission guidelines, "List of abbreviations". */
export const definedOnlyInList: Rule = {
  id: 'defined-only-in-list',
  summary: 'A short form that is expanded only in the abbreviation list.',
  severity: 'warning',
  sources: [
    {
      says: 'What a list of abbreviations explains is explained in the text too, at the first mention.',
      ...GUIDES.royalSociety,
    },
    {
      says: 'Abbreviations are defined in the text at first use; a list of abbreviations can be given as well.',
      ...GUIDES.bmc,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, context): readonly Finding[] {
    return offencesOf(abbreviation, 'defined-only-in-list', context.configuration).map(offence => {
      const { mention, rare, uses } = offence;
      const [longForm] = longFormsOf(abbreviation, context.written, context.glossary);
      const advice =
        rare && longForm !== undefined
          ? `It is used ${times(uses)}: spell it out as ${longForm.long}.`
          : 'Define it in the text too.';
      const message = `"${mention.surface}" is expanded only in the abbreviation list. ${advice}`;
      return findingOf(offence, message, () => definitionFixes(offence, context));
    });
  },
};
