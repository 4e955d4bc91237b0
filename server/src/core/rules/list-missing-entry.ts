import type { Finding, Rule } from '../types.ts';
import { findingAt, isWrittenIn } from './places.ts';

/**
 * A manuscript that gives an abbreviation list gives it whole.
 *
 * Not reported: manuscripts without a list, forms that need no definition, proper names of studies; nor what the
 * main text doesn't define itself (that is the finding to mend first).
 */
export const listMissingEntry: Rule = {
  id: 'list-missing-entry',
  summary: 'A short form that the text defines and the abbreviation list lacks.',
  severity: 'information',
  source: {
    says: 'The list gives the abbreviations used in the text.',
    where: 'BMC, submission guidelines, "List of abbreviations"',
  },
  *each(abbreviation, { written }): Iterable<Finding> {
    const { key, short, definitions, confidence, listed } = abbreviation;
    if (listed || confidence < 0.5 || !written.list()) return;
    const definition = definitions.find(each => isWrittenIn('main', each));
    if (definition === undefined) return;
    yield findingAt(
      definition,
      abbreviation,
      key,
      `"${short}" is not in the abbreviation list. Add it there.`,
    );
  },
};
