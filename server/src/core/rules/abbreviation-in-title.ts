import type { Finding, Role, Rule } from '../types.ts';
import { spellOutIn } from './definitionFixes.ts';
import { findingAt } from './places.ts';

/**
 * A title is read alone, in lists and in databases.
 *
 * Not reported: what needs no definition (genes, cytokines, units, standard forms).
 */
export const abbreviationInTitle: Rule = {
  id: 'abbreviation-in-title',
  summary: 'A short form in the title.',
  severity: 'information',
  sources: [
    {
      says: 'Titles are without abbreviations; one that is commonly understood must then be defined in the abstract.',
      where:
        'Blood, Manuscript Preparation, "Article title and title page" (ashpublications.org/blood/pages/manuscript-prep, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    if (abbreviation.confidence < 0.5) return [];
    const mention = abbreviation.mentions.find(({ placed }) => ROLES.includes(placed.role));
    if (mention === undefined) return [];
    const { key } = abbreviation;
    const message = `"${mention.surface}" stands in the title. Spell it out there if you can.`;
    return [
      {
        ...findingAt(mention, abbreviation, key, message),
        fixes: () => spellOutIn(abbreviation, context, ROLES),
      },
    ];
  },
};

/** A running title has to be short: journals let it hold abbreviations. */
const ROLES: readonly Role[] = ['title'];
