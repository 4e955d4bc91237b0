import type { Finding, Rule } from '../types.ts';
import { senseFixes } from './definitionFixes.ts';
import { openSenses } from './longForms.ts';
import { offencesOf, otherUses } from './scopes.ts';

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
  source: {
    says: 'Abbreviations that can be read in more than one way are spelled out or defined.',
    where: 'our own: it follows from the definition at first use',
  },
  each(abbreviation, context): readonly Finding[] {
    const offences = offencesOf(abbreviation, 'undefined', context.configuration);
    const senses = offences.length === 0 ? [] : openSenses(abbreviation, context);
    if (senses.length < 2) return [];
    const findings: Finding[] = [];
    for (const offence of offences) {
      const { mention, identity, scope } = offence;
      const where = scope === 'abstract' ? ' in the abstract' : '';
      const named = senses.slice(0, MOST_NAMED).map(({ long }) => `“${long}”`);
      const more = senses.length > MOST_NAMED ? 'or something else' : `or ${named.pop()}`;
      findings.push({
        analysis: mention.analysis,
        start: mention.start,
        end: mention.end,
        short: abbreviation.short,
        identity,
        message: `"${abbreviation.short}" may stand for ${named.join(', ')} ${more}. Define it${where} at first use.`,
        doubtful: abbreviation.confidence < 0.5,
        related: otherUses(abbreviation, mention),
        fixes: () => senseFixes(offence, senses),
      });
    }
    return findings;
  },
};

/** Meanings that a message names. */
const MOST_NAMED = 3;
