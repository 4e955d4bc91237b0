import type { Finding, Rule } from '../types.ts';
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
  source: {
    says: 'No abbreviations in the title.',
    where: 'Blood, author guide, "Title"; Frontiers, author guidelines, "Title"',
  },
  each(abbreviation): readonly Finding[] {
    if (abbreviation.confidence < 0.5) return [];
    const mention = abbreviation.mentions.find(({ role }) => role === 'title' || role === 'running-title');
    if (mention === undefined) return [];
    return [
      findingAt(
        mention,
        abbreviation,
        abbreviation.key,
        `"${abbreviation.short}" stands in the title. Spell it out there if you can.`,
      ),
    ];
  },
};
