import type { Finding, LongForm, Rule } from '../types.ts';
import { senseFixes } from './definitionFixes.ts';
import { openSenses } from './longForms.ts';
import { findingOf, type Offence, offencesOf } from './scopes.ts';

/**
 * Of several known meanings a reader can't tell which is meant. Stands in for `undefined-abbreviation`, never beside
 * it: what is to be done is the same, but which long form to write is the author's to say.
 *
 * Not reported: what the manuscript defines anywhere; where the text's own words speak for one of the meanings, or
 * the writer's own glossary has just one.
 */
export const ambiguousAbbreviation: Rule = {
  id: 'ambiguous-abbreviation',
  summary: 'An undefined short form with several meanings, of which the text doesn’t say which it means.',
  severity: 'warning',
  sources: [
    {
      says: 'Abbreviations that can be read in more than one way are spelled out or defined.',
      where: 'our own: it follows from the definition at first use',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    const { abstract, main } = abbreviation.scopes;
    if (abstract !== 'undefined' && main !== 'undefined') return [];
    const senses = openSenses(abbreviation, context);
    if (senses.length < 2) return [];
    return offencesOf(abbreviation, 'undefined', context.configuration).map(offence =>
      findingOf(offence, messageOf(offence, senses), () => senseFixes(offence, senses)),
    );
  },
};

/** Meanings that a message names. */
const MOST_NAMED = 3;

function messageOf({ mention, scope }: Offence, senses: readonly LongForm[]): string {
  const where = scope === 'abstract' ? ' in the abstract' : '';
  const named = senses.slice(0, MOST_NAMED).map(({ long }) => `"${long}"`);
  const more = senses.length > MOST_NAMED ? 'or something else' : `or ${named.pop()}`;
  return `"${mention.surface}" may stand for ${named.join(', ')} ${more}. Define it${where} at first use.`;
}
