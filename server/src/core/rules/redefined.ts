import { scopeOf } from '../analysis/roles.ts';
import type { Finding, PlacedDefinition, Rule, ScopeName } from '../types.ts';
import { GUIDES } from './guides.ts';
import { isSameDefinition } from './longFormIdentity.ts';
import { findingAt, isInRow, isStated, isWoven, relatedTo, shortened } from './places.ts';

/**
 * One definition a scope: after it, the short form. AMA Manual of Style, 11th ed., 13.11. A sentence that says what the
 * letters mean has nothing else to say.
 */
export const redefined: Rule = {
  id: 'redefined',
  summary: 'A short form that its scope defines a second time.',
  severity: 'information',
  safe: true,
  sources: [
    {
      says: 'After its definition the abbreviation is used, without its expansion.',
      ...GUIDES.royalSociety,
    },
  ],
  near: true,
  ofDefined: true,
  each({ key, short, definitions }): readonly Finding[] {
    if (definitions.length < 2) return NONE;
    const findings: Finding[] = [];
    for (const scope of ['abstract', 'main'] as const) {
      const [first, ...later] = definitions.filter(each => isWritten(each, scope));
      const repeats = later.filter(each => isSameDefinition(each, first!) && !isStated(each));
      const [again, ...others] = repeats;
      if (first === undefined || again === undefined) continue;
      findings.push({
        ...findingAt(
          again,
          { short },
          `${scope}:${key}`,
          `"${short}" is defined again. Use the short form here.`,
        ),
        related: [
          relatedTo(first, 'First defined here.'),
          ...others.slice(0, MOST_RELATED - 1).map(other => relatedTo(other, 'Defined again here too.')),
        ],
        fixes: () =>
          repeats.some(isWoven)
            ? []
            : [
                {
                  title: `Use "${again.shortText}" here${others.length === 0 ? '' : ` (${repeats.length} places)`}`,
                  edits: repeats.map(shortened),
                  // "CAR-NK (Natural Killer)" first: which of the two the author keeps is the author's to say.
                  preferred: first.form !== 'short-long',
                  places: true,
                },
              ],
      });
    }
    return findings;
  },
};

const NONE: readonly Finding[] = [];

/** Places elsewhere that a finding names at most. */
const MOST_RELATED = 20;

function isWritten(definition: PlacedDefinition, scope: ScopeName): boolean {
  const { role, form } = definition;
  return (
    !isInRow(definition) &&
    scopeOf(role) === scope &&
    form !== 'list' &&
    form !== 'macro' &&
    form !== 'markup' &&
    role !== 'supplement'
  );
}
