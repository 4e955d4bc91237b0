import type { Finding, Rule } from '../types.ts';
import { findingFor } from './repeated.ts';
import { hasGreekLetter, prevailing, rewritten, spellingsOf } from './spellings.ts';

/**
 * Within a manuscript, a term has its Greek letter either as a letter or by its name.
 *
 * Not reported: a manuscript that writes one term with letters and another with names throughout; long forms
 * ("interferon gamma"); gene symbols marked as such; macros.
 */
export const greekSpelledOut: Rule = {
  id: 'greek-spelled-out',
  summary: 'One term with its Greek letter here and the letter’s name there: TNF-α and TNF-alpha.',
  severity: 'hint',
  sources: [
    {
      says: 'Greek letters are preferred to their names, unless usage dictates otherwise; to use one of both in one manuscript follows from it.',
      where: 'AMA Manual of Style, 10th ed., 17.1 (amamanualofstyle.com, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation): readonly Finding[] {
    const spellings = spellingsOf(abbreviation);
    const usual = prevailing(spellings);
    if (usual === undefined) return [];
    const isLetter = hasGreekLetter(usual.form);
    const findings: Finding[] = [];
    for (const spelling of spellings) {
      if (hasGreekLetter(spelling.form) === isLetter) continue;
      const message = `"${spelling.form}" here, "${usual.form}" in most places. Write the Greek letter one way.`;
      const { short, key } = abbreviation;
      const identity = `${key}:${spelling.form}`;
      findings.push(
        findingFor(
          rewritten(spelling, usual),
          { short, identity, message },
          `Write "${usual.form}" everywhere`,
          `Write "${usual.form}" here`,
        ),
      );
    }
    return findings;
  },
};
