import type { Configuration, Rule, Severity } from '../types.ts';

/** A rule, and how much its findings weigh. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules that a configuration doesn't turn off, by what they are asked about. */
export interface ActiveRules {
  /** An abbreviation that the manuscript defines somewhere. */
  readonly ofDefined: readonly ActiveRule[];
  /** Any other abbreviation. */
  readonly ofUndefined: readonly ActiveRule[];
  /** The manuscript as a whole. */
  readonly ofWhole: readonly ActiveRule[];
  /** All rules that are asked of abbreviations look at what stands near them alone. */
  readonly areNear: boolean;
}

/** The rules that are active by a configuration. */
export function activeRules(rules: readonly Rule[], configuration: Configuration): ActiveRules {
  const active = rules.flatMap(rule => {
    const configured = configuration.rules[rule.id] ?? 'default';
    const severity = configured === 'default' ? rule.severity : configured;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const ofDefined = active.filter(({ rule }) => rule.each !== undefined);
  return {
    ofDefined,
    ofUndefined: ofDefined.filter(({ rule }) => rule.ofDefined !== true),
    ofWhole: active.filter(({ rule }) => rule.check !== undefined),
    areNear: ofDefined.every(({ rule }) => rule.near === true),
  };
}
