/** Why nothing is reported of an abbreviation that is not in order: somebody asked for that. */
import { fold } from '../glossary/normalize.ts';
import { readIgnores } from '../rules/ignores.ts';
import type { Abbreviation, Configuration, Diagnostic, Manuscript, Status } from '../types.ts';

/** The rule that tells of each status; the others are in order. */
const RULES: Readonly<Partial<Record<Status, string>>> = {
  undefined: 'undefined-abbreviation',
  'used-before-definition': 'used-before-definition',
  'defined-only-in-list': 'defined-only-in-list',
  'defined-only-in-abstract': 'defined-only-in-abstract',
};

/**
 * The end of a sentence that begins with "Not reported:"; undefined where it is in order or reported.
 * `hidden`: the findings that were accepted. Linear in the manuscript's blocks.
 */
export function whySilent(
  { key, short, status, mentions }: Abbreviation,
  manuscript: Manuscript,
  configuration: Configuration,
  hidden: readonly Diagnostic[],
): string | undefined {
  const rule = RULES[status];
  if (rule === undefined) return undefined;
  if (configuration.ignore.some(form => fold(form) === key)) {
    return 'ignored in immunogloss.yaml or in your settings';
  }
  if (configuration.rules[rule] === 'off') return `the rule ${rule} is off`;
  const ignores = readIgnores(manuscript);
  const isCovered = mentions.some(({ analysis, start, end }) => {
    const finding = { analysis, start, end, short, identity: '', message: '' };
    return ignores.covers(finding, rule);
  });
  if (isCovered) return 'ignored by a comment';
  return hidden.some(finding => fold(finding.short) === key) ? 'accepted in the baseline' : undefined;
}
