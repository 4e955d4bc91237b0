import { isDisplay, scopeOf } from '../analysis/roles.ts';
import { textOf } from '../textOf.ts';
import type { Abbreviation, Configuration, Finding, PlacedDefinition, Rule } from '../types.ts';
import { spellOutEverywhere } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { longFormsOf } from './longForms.ts';
import { findingAt, isProperName, isWoven, isWrittenIn } from './places.ts';
import { times } from './scopes.ts';

/**
 * A short form pays only if it is used often enough; its definition counts as one use.
 *
 * Not reported: what needs no definition anyway, proper names (trials, study groups, institutions), file formats, one of a
 * pair ("pathogenic (P) or likely pathogenic (LP)"), what a supplement defines for itself, short forms that are never used
 * again (`unused-definition`) or that have a definition finding in the main text.
 */
export const rarelyUsed: Rule = {
  id: 'rarely-used',
  summary: 'A short form that is defined in the main text and used less often than the minimum.',
  severity: 'information',
  sources: [
    {
      says: 'Non-standard abbreviations are used only if they appear at least three times in the text.',
      ...GUIDES.plosOne,
    },
    {
      says: 'No abbreviation for a term that a paper uses three times or less.',
      where: 'EASE, Author Toolkit, "Abbreviations" (ease.org.uk, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { written, glossary, configuration }): readonly Finding[] {
    const { definitions, key, short } = abbreviation;
    const rare = rareDefinition(abbreviation, configuration);
    if (rare === undefined || rare.definition.role === 'supplement') return NONE;
    const { definition, after } = rare;
    return [
      {
        ...findingAt(
          definition,
          abbreviation,
          key,
          `"${short}" is defined and used ${times(after)} after that. Spell it out instead.`,
        ),
        fixes: () => {
          const [longForm] = longFormsOf(abbreviation, written, glossary);
          return longForm === undefined || definitions.some(isWoven)
            ? []
            : [spellOutEverywhere(abbreviation, longForm)];
        },
      },
    ];
  },
};

const NONE: readonly Finding[] = [];

/** The definition in running text of a short form that is hardly used, and how often it is used besides. */
export function rareDefinition(
  { scopes, definitions, mentions, confidence }: Abbreviation,
  { minimumUses }: Configuration,
): { readonly definition: PlacedDefinition; readonly after: number } | undefined {
  if (scopes.main !== 'defined' || confidence === 0) return undefined;
  let uses = 0;
  let after = 0;
  for (const { role, defining } of mentions) {
    if (scopeOf(role) !== 'main' && !isDisplay(role)) continue;
    uses++;
    if (!defining) after++;
  }
  if (after === 0 || uses >= minimumUses) return undefined;
  const definition = definitions.find(each => isWrittenIn('main', each));
  if (definition === undefined || isProperName(definition.longRead) || isKept(definition)) return undefined;
  return { definition, after };
}

/** How far (in UTF-16 units) the other one of a pair is looked for. */
const PAIR = 60;
const FORMAT = /^\)?\s(?:files?|formats?)\b/;
const OTHER = /^[^.;]{0,50}?\(([A-Za-z-]{2,8})\)/;

/** Its short form is the name of a file format, or a part of the short form that is defined right after it. */
function isKept({ analysis, end, shortText }: PlacedDefinition): boolean {
  const after = textOf(analysis.document).slice(end, end + PAIR);
  const other = OTHER.exec(after.replace(/^\)/, ''))?.[1] ?? '';
  return FORMAT.test(after) || (other.length > shortText.length && other.endsWith(shortText));
}
