import type { Finding, Rule } from '../types.ts';
import { spellOutIn } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { findingAt } from './places.ts';

/** Headings without abbreviations. Off by default: most journals leave it to the author. */
export const abbreviationInHeading: Rule = {
  id: 'abbreviation-in-heading',
  summary: 'A short form in a heading.',
  severity: 'off',
  sources: [
    {
      says: 'Section headings hold no abbreviations that are not standard.',
      ...GUIDES.royalSociety,
    },
    {
      says: 'Headings hold no abbreviations.',
      where: 'AMA Manual of Style, 2.8.3',
      through: 'Saint Mary’s University’s questions and answers on it',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    if (abbreviation.confidence < 0.5) return [];
    const mention = abbreviation.mentions.find(({ placed }) => placed.role === 'heading');
    if (mention === undefined) return [];
    const { key } = abbreviation;
    const message = `"${mention.surface}" stands in a heading. Spell it out there.`;
    return [
      {
        ...findingAt(mention, abbreviation, key, message),
        fixes: () => spellOutIn(abbreviation, context, ['heading']),
      },
    ];
  },
};
