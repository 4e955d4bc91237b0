/** Why nothing is reported of an abbreviation that is not in order: somebody asked for that. */
import { scopeOf } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import { lazily } from '../lazily.ts';
import { readIgnores } from '../rules/ignores.ts';
import type { Abbreviation, Configuration, Diagnostic, Manuscript, Mention, Status } from '../types.ts';

/** The rule that tells of each status; the others are in order. */
const RULES: Readonly<Partial<Record<Status, string>>> = {
  undefined: 'undefined-abbreviation',
  'used-before-definition': 'used-before-definition',
  'defined-only-in-list': 'defined-only-in-list',
  'defined-only-in-abstract': 'defined-only-in-abstract',
};

/**
 * For an abbreviation of the manuscript, the end of a sentence that begins with "Not reported:"; undefined where it is
 * in order or reported.
 */
export type Silence = (abbreviation: Abbreviation) => string | undefined;

/**
 * Tells of one manuscript. Linear in its blocks once, then in the abbreviation's mentions.
 * @param hidden the findings that were accepted
 */
export function silences(
  manuscript: Manuscript,
  configuration: Configuration,
  hidden: readonly Diagnostic[],
): Silence {
  const ignored = new Set(configuration.ignore.map(fold));
  const accepted = lazily(() => new Set(hidden.map(({ short }) => fold(short))));
  const ignores = lazily(() => readIgnores(manuscript));
  return abbreviation => {
    const { key, short, status, mentions } = abbreviation;
    const rule = RULES[status];
    if (rule === undefined) return undefined;
    if (ignored.has(key)) return 'ignored in immunogloss.yaml or in your settings';
    if (configuration.rules[rule] === 'off') return `the rule ${rule} is off`;
    if (rule !== 'used-before-definition' && configuration.standard?.has(short) === true) {
      return 'the journal’s own list lets it stand';
    }
    const isIgnored = ({ analysis, role }: Mention): boolean => {
      const scope = scopeOf(role) ?? role;
      const found = { rule, short, key, class: abbreviation.class, scope, uri: analysis.document.uri };
      return configuration.isIgnored?.(found) === true;
    };
    if (mentions.some(isIgnored)) return 'ignored in immunogloss.yaml';
    const isCovered = mentions.some(({ analysis, start, end }) =>
      ignores().covers({ analysis, start, end, short, identity: '', message: '' }, rule),
    );
    if (isCovered) return 'ignored by a comment';
    return accepted().has(key) ? 'accepted in the baseline' : undefined;
  };
}
