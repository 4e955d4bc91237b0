/** What manuscripts name wrongly: files that cannot be read as part of them, a profile that is not known. */
import type { Analysis, Configuration, Diagnostic, Profile, Rule } from '../types.ts';
import type { ManuscriptFiles } from './manuscripts.ts';
import { profileInText, unknownProfile } from './profileChoice.ts';

/** What these findings are called, for settings. They need files, so no `Rule` can make them. */
export const fileRules: readonly Pick<Rule, 'id' | 'summary' | 'severity'>[] = [
  { id: 'missing-file', summary: 'An included file that does not exist.', severity: 'warning' },
  {
    id: 'circular-inclusion',
    summary: 'A file that includes itself, here or on the way.',
    severity: 'warning',
  },
  {
    id: 'unknown-profile',
    summary: 'A journal profile that is not known, in front matter.',
    severity: 'warning',
  },
];

/**
 * A finding for each inclusion of a missing file, or of one that includes itself, and for a profile of front
 * matter that isn't among `profiles`. What a project file says wrongly is none: it stands in no manuscript.
 */
export function fileFindings(
  { problems }: ManuscriptFiles,
  analyses: readonly Analysis[],
  { rules }: Configuration,
  profiles: readonly Pick<Profile, 'id'>[],
): readonly Diagnostic[] {
  const chosen = profileInText(analyses);
  const unknown = chosen === undefined || profiles.some(({ id }) => id === chosen.id) ? [] : [chosen];
  return [...problems, ...unknown.map(each => unknownProfile(each, profiles))].flatMap(
    ({ uri, start, end, rule, message }): readonly Diagnostic[] => {
      const analysis = analyses.find(each => each.document.uri === uri);
      const configured = rules[rule] ?? 'default';
      if (analysis === undefined || configured === 'off') return [];
      const severity = configured === 'default' ? 'warning' : configured;
      return [{ analysis, start, end, short: '', identity: message, message, rule, severity }];
    },
  );
}
