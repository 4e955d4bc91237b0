import type { Finding, Rule } from '../types.ts';
import { definitionFixes } from './definitionFixes.ts';
import { findingOf, offencesOf } from './scopes.ts';

/** The abstract stands alone: the main text defines again. AMA Manual of Style, 11th ed., 13.11. */
export const definedOnlyInAbstract: Rule = {
  id: 'defined-only-in-abstract',
  summary: 'A short form that the main text uses but only the abstract defines.',
  severity: 'warning',
  source: {
    says: 'Abbreviations are defined in the abstract and again in the main text.',
    where: 'AMA Manual of Style, 11th ed., 13.11',
  },
  each(abbreviation, context): readonly Finding[] {
    return offencesOf(abbreviation, 'defined-only-in-abstract', context.configuration).map(offence => {
      const { surface } = offence.mention;
      const message = `"${surface}" is defined only in the abstract. Define it in the main text too.`;
      return findingOf(offence, message, () => definitionFixes(offence, context));
    });
  },
};
