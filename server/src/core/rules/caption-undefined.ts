import { blockAt } from '../analysis/blockAt.ts';
import { isDisplay, USUAL_FIRST_USE } from '../analysis/roles.ts';
import type { Finding, Mention, PlacedBlock, Rule } from '../types.ts';
import { definitionFixes } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { findingAt } from './places.ts';

/** Legends and tables that stand on their own. Off by default: a main-text definition serves them. */
export const captionUndefined: Rule = {
  id: 'caption-undefined',
  summary: 'A short form that a legend or table uses and does not explain itself.',
  severity: 'off',
  sources: [
    {
      says: 'Terms are spelled out in figure legends and in footnotes of tables.',
      ...GUIDES.jPediatrPharmacolTher,
    },
    {
      says: 'All abbreviations of a figure or table are explained in its legend or footnote.',
      where: 'AMA Manual of Style, 11th ed.',
      through: 'teaching slides on it (slideum.com/doc/8525349)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    const { confidence, scopes, short, key } = abbreviation;
    // What the whole text never defines is told once.
    if (confidence < 0.5 || scopes.main === 'undefined') return [];
    const { resets } = context.configuration.firstUse ?? USUAL_FIRST_USE;
    const isAlone = ({ role }: Mention): boolean =>
      resets.some(each => each === role) || !resets.some(isDisplay);
    const explained = new Set(
      abbreviation.definitions.map(({ analysis, start }) => blockAt(analysis, start)),
    );
    const seen = new Set<PlacedBlock>();
    const findings: Finding[] = [];
    for (const mention of abbreviation.mentions) {
      if (!isDisplay(mention.role) || !isAlone(mention)) continue;
      const { placed } = mention;
      if (explained.has(placed) || seen.has(placed)) continue;
      seen.add(placed);
      const uses = abbreviation.mentions.length;
      const offence = { abbreviation, scope: 'main' as const, mention, uses, rare: false, identity: key };
      findings.push({
        ...findingAt(
          mention,
          abbreviation,
          `${seen.size}:${key}`,
          `"${short}" is not explained in this ${mention.role}. Explain it here.`,
        ),
        fixes: () => definitionFixes(offence, context).filter(({ title }) => title.startsWith('Define')),
      });
    }
    return findings;
  },
};
