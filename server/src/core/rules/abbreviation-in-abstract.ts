import type { Finding, Rule } from '../types.ts';
import { spellOutIn } from './definitionFixes.ts';
import { findingAt } from './places.ts';
import { times } from './scopes.ts';

/** An abstract with as few abbreviations as possible. Off by default; a profile asks for it. */
export const abbreviationInAbstract: Rule = {
  id: 'abbreviation-in-abstract',
  summary: 'A short form that the abstract uses less often than the minimum.',
  severity: 'off',
  sources: [
    {
      says: 'The abstract holds an abbreviation only if it uses it three times or more.',
      where:
        'JMIR, Support, "Why were abbreviations expanded in my abstract…" (support.jmir.org, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    if (abbreviation.confidence < 0.5) return [];
    const uses = abbreviation.mentions.filter(({ placed }) => placed.role === 'abstract');
    const [first] = uses;
    if (first === undefined || uses.length >= context.configuration.minimumUses) return [];
    const { key } = abbreviation;
    const message = `"${first.surface}" is used ${times(uses.length)} in the abstract. Spell it out there.`;
    return [
      {
        ...findingAt(first, abbreviation, key, message),
        fixes: () => spellOutIn(abbreviation, context, ['abstract']),
      },
    ];
  },
};
