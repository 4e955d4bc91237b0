import type { AbbreviationContext, Finding, Rule } from '../types.ts';
import { definitionFixes } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { longFormsOf, openSenses } from './longForms.ts';
import { findingOf, type Offence, offencesOf, times } from './scopes.ts';

/**
 * First use is `long form (SF)`, in the abstract and in the main text each by itself. AMA Manual of Style, 11th ed., 13.11.
 *
 * Not reported: what needs no definition; what `ambiguous-abbreviation` reports, unless that is off.
 */
export const undefinedAbbreviation: Rule = {
  id: 'undefined-abbreviation',
  summary: 'A short form that its scope (abstract or main text) uses and never defines.',
  severity: 'warning',
  sources: [
    {
      says: 'Abbreviations are defined where they first appear in the text.',
      ...GUIDES.plosOne,
    },
    {
      says: 'At first use an abbreviation is expanded, in the abstract and in the main text each.',
      ...GUIDES.ama,
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    const offences = offencesOf(abbreviation, 'undefined', context.configuration);
    if (offences.length === 0) return [];
    const isAsked = context.configuration.rules['ambiguous-abbreviation'] !== 'off';
    if (isAsked && openSenses(abbreviation, context).length > 1) return [];
    return offences.map(offence =>
      findingOf(offence, messageOf(offence, context), () => definitionFixes(offence, context)),
    );
  },
};

function messageOf(offence: Offence, { written, glossary }: AbbreviationContext): string {
  const { abbreviation, mention, scope, rare, uses } = offence;
  const short = mention.surface;
  const longForms = longFormsOf(abbreviation, written, glossary);
  const longForm = longForms[0]?.certain === true ? longForms[0] : undefined;
  if (scope === 'abstract' && (abbreviation.definitions.length > 0 || abbreviation.scopes.main !== null)) {
    const where = abbreviation.definitions.length > 0 ? 'Define it here too' : 'Write it out here';
    return `"${short}" is not defined in the abstract. ${where}${longForm === undefined ? '.' : `: ${longForm.long}.`}`;
  }
  // A legend, say, may define it for itself.
  const never = abbreviation.definitions.length > 0 ? 'never defined in running text' : 'never defined';
  if (rare) {
    return `"${short}" is used ${times(uses)} and ${never}. Spell it out${longForm === undefined ? '' : `: ${longForm.long}`}.`;
  }
  if (longForm !== undefined) {
    return `"${short}" is ${never}. Define it at first use: ${longForm.long} (${short}).`;
  }
  if (longForms.length > 1) {
    return `"${short}" is ${never}, and it has several meanings. Define it at first use.`;
  }
  return `"${short}" is ${never}. Write it out at first use.`;
}
