import { isDisplay, USUAL_FIRST_USE } from '../analysis/roles.ts';
import type { Finding, Mention, PlacedBlock, Rule } from '../types.ts';
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
    const { confidence, scopes, short, key } = abbreviation;
    // What the whole text never defines is told once.
    if (confidence < 0.5 || scopes.main === 'undefined') return [];
    const { resets } = context.configuration.firstUse ?? USUAL_FIRST_USE;
    const isAlone = ({ role }: Mention): boolean =>
      resets.some(each => each === role) || !resets.some(isDisplay);
    const explained = new Set<PlacedBlock | undefined>(abbreviation.definitions.map(blockOf));
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
