import { isDisplay } from '../analysis/roles.ts';
import type { Finding, PlacedBlock, Rule } from '../types.ts';
import { definitionFixes } from './definitionFixes.ts';
import { blockOf, findingAt } from './places.ts';

/** Legends and tables that stand on their own. Off by default: a main-text definition serves them. */
export const captionUndefined: Rule = {
  id: 'caption-undefined',
  summary: 'A short form that a legend or table uses and does not explain itself.',
  severity: 'off',
  source: {
    says: 'Each abbreviation is explained in the legend or table footnote where it stands.',
    where: 'AMA Manual of Style, 11th ed., 4.1.5; JPPT, author instructions',
  },
  each(abbreviation, context): readonly Finding[] {
    if (abbreviation.confidence < 0.5) return [];
    const explained = new Set<PlacedBlock | undefined>(abbreviation.definitions.map(blockOf));
    const seen = new Set<PlacedBlock>();
    const findings: Finding[] = [];
    for (const mention of abbreviation.mentions) {
      if (!isDisplay(mention.role)) continue;
      const { placed } = mention;
      if (explained.has(placed) || seen.has(placed)) continue;
      seen.add(placed);
      const { short, key } = abbreviation;
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
