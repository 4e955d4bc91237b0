import { isUse } from '../analysis/roles.ts';
import type { Finding, Rule, ScopeName } from '../types.ts';
import { GUIDES } from './guides.ts';
import { findingAt, inline, isInRow, isProperName, isWoven, isWrittenIn, withoutShort } from './places.ts';

/**
 * A short form that is defined and then not used is a burden on the reader.
 *
 * Not reported: trials, study groups and institutions (proper names), units; definitions in captions and tables, in
 * rows, lists, macros; the head of a family whose members are used: "interleukin (IL)-2, IL-4"; what is defined twice
 * (`redefined` comes first).
 */
export const unusedDefinition: Rule = {
  id: 'unused-definition',
  summary: 'A definition whose short form is never used after it.',
  severity: 'information',
  sources: [
    {
      says: 'What is used once is not abbreviated, in the abstract and in the main text each.',
      ...GUIDES.royalSociety,
    },
    {
      says: 'Abbreviations are kept to a minimum.',
      ...GUIDES.plosOne,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { written }): readonly Finding[] {
    const { definitions, mentions, key, short } = abbreviation;
    // Written on to its number it's no word: "1000bp".
    if (abbreviation.class === 'unit') return NONE;
    const findings: Finding[] = [];
    for (const scope of SCOPES) {
      if (
        mentions.some(
          ({ defining, role }) =>
            !defining && isUse(role) && (role === 'abstract') === (scope === 'abstract'),
        )
      )
        continue;
      const [definition, again] = definitions.filter(each => isWrittenIn(scope, each));
      if (definition === undefined || again !== undefined || isInRow(definition)) continue;
      if (isProperName(definition.longRead)) continue;
      if (written.member(key, scope)) continue;
      const where = scope === 'abstract' ? ' in the abstract' : '';
      findings.push({
        ...findingAt(
          definition,
          { short },
          `${scope}:${key}`,
          `"${short}" is defined and not used again${where}. Leave the short form out.`,
        ),
        fixes: () =>
          isWoven(definition)
            ? []
            : [
                {
                  title: `Leave "(${inline(definition.shortText)})" out`,
                  edits: [withoutShort(definition)],
                  preferred: true,
                },
              ],
      });
    }
    return findings;
  },
};

const NONE: readonly Finding[] = [];
const SCOPES: readonly ScopeName[] = ['abstract', 'main'];
