import type { Finding, Rule } from '../types.ts';
import { definitionFixes } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { findingOf, offencesOf } from './scopes.ts';

/** The abstract stands alone: the main text defines again. AMA Manual of Style, 11th ed., 13.11. */
export const definedOnlyInAbstract: Rule = {
  id: 'defined-only-in-abstract',
  summary: 'A short form that the main text uses but only the abstract defines.',
  severity: 'warning',
  sources: [
    {
      says: 'A term is defined in full in the abstract and at its first mention in the text.',
      ...GUIDES.royalSociety,
    },
    {
      says: 'At first use an abbreviation is expanded, in the abstract and in the main text each.',
      ...GUIDES.ama,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, context): readonly Finding[] {
    return offencesOf(abbreviation, 'defined-only-in-abstract', context.configuration).map(offence => {
      const { surface } = offence.mention;
      const message = `"${surface}" is defined only in the abstract. Define it in the main text too.`;
      return findingOf(offence, message, () => definitionFixes(offence, context));
    });
  },
};
