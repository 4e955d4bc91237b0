/** The editor's personal settings, `immunogloss.*`: read from whatever the client sends. */
import { profiles } from '../core/index.ts';
import type { Severity } from '../core/types.ts';

/** When new findings appear. */
export type LintRun = 'onSave' | 'onType' | 'manual';

type RuleSetting = Severity | 'off' | 'default';

export interface Settings {
  readonly run: LintRun;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly ignore: readonly string[];
  /** The journal profile where no project says so. */
  readonly profile: string | undefined;
}

export const defaultSettings: Settings = { run: 'onSave', rules: {}, ignore: [], profile: undefined };

const lintRuns: readonly unknown[] = ['onSave', 'onType', 'manual'];
const ruleSettings: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off', 'default'];

/**
 * Reads the value of the section `immunogloss`. What has the wrong type is left at its default and named in
 * `problems`, one sentence each.
 */
export function readSettings(value: unknown): { settings: Settings; problems: readonly string[] } {
  const problems: string[] = [];
  if (value === undefined || value === null) return { settings: defaultSettings, problems };
  const section = recordOf(value, 'immunogloss', problems);
  const run = recordOf(section.lint, 'immunogloss.lint', problems).run ?? defaultSettings.run;
  if (!lintRuns.includes(run)) {
    problems.push(`The setting "immunogloss.lint.run" must be one of ${lintRuns.join(', ')}.`);
  }
  const rules: Record<string, RuleSetting> = {};
  for (const [id, severity] of Object.entries(recordOf(section.rules, 'immunogloss.rules', problems))) {
    if (ruleSettings.includes(severity)) rules[id] = severity as RuleSetting;
    else problems.push(`The setting "immunogloss.rules.${id}" must be one of ${ruleSettings.join(', ')}.`);
  }
  const ignore = section.ignore ?? [];
  const isList = Array.isArray(ignore) && ignore.every(form => typeof form === 'string');
  if (!isList) problems.push('The setting "immunogloss.ignore" must be a list of short forms.');
  const profile = section.profile === '' ? undefined : section.profile;
  const isProfile = profile === undefined || profile === null || profiles.has(String(profile));
  if (!isProfile) {
    problems.push(`The setting "immunogloss.profile" must be one of ${[...profiles.keys()].join(', ')}.`);
  }
  return {
    settings: {
      run: lintRuns.includes(run) ? (run as LintRun) : defaultSettings.run,
      rules,
      ignore: isList ? (ignore as string[]) : [],
      profile: isProfile && profile ? String(profile) : undefined,
    },
    problems,
  };
}

function recordOf(value: unknown, name: string, problems: string[]): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  problems.push(`The setting "${name}" must hold settings by name.`);
  return {};
}
