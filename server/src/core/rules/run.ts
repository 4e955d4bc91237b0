/** Runs the rules over a manuscript in steps: isolates them, stamps rule and severity, drops what is ignored, sorts. */
import type { InSteps } from '../steps.ts';
import type { Configuration, Diagnostic, Glossary, Manuscript, Rule } from '../types.ts';
import { type ActiveRules, activeRules } from './active.ts';
import { rules as allRules } from './index.ts';
import { type LintListener, LintRun } from './lintRun.ts';
import { noteInSteps } from './notes.ts';

/** What the rules say of a manuscript, in reading order, without what comments or the configuration ignore. */
export type Linter = (
  manuscript: Manuscript,
  configuration: Configuration,
  listener?: LintListener,
) => readonly Diagnostic[];

/** A step goes over so many blocks, or asks the rules about as many abbreviations as take as long. */
const STEP = 200_000;
const ABBREVIATION = 2_000;

/**
 * Makes a linter. It remembers what was found of each abbreviation for as long as its `state` is the same;
 * the result is the same as without.
 * @param rules for tests; all rules by default
 */
export function createLinter(glossary: Glossary, rules: readonly Rule[] = allRules): InSteps<Linter> {
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  const known = new WeakMap<Configuration, ActiveRules>();
  const activeIn = (configuration: Configuration): ActiveRules => {
    let active = known.get(configuration);
    if (active === undefined) {
      active = activeRules(rules, configuration);
      known.set(configuration, active);
    }
    return active;
  };

  return function* (manuscript, configuration, listeners = {}) {
    let work = 0;
    const { states, analyses } = manuscript;
    const active = activeIn(configuration);
    const run = new LintRun(manuscript, { glossary, configuration, active, byId, listeners });
    // By index, as wherever a keystroke goes over everything: an iterator makes an object for each turn.
    for (let index = 0; index < states.length; index++) {
      if (run.lintAbbreviation(states[index]!, index)) work += ABBREVIATION;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    yield* noteInSteps(manuscript);
    const blocks = analyses.reduce((sum, analysis) => sum + analysis.blocks.length, 0);
    for (const rule of active.ofWhole) {
      run.lintWhole(rule);
      work += blocks;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    return inReadingOrder(run.diagnostics, manuscript);
  };
}

function inReadingOrder(diagnostics: Diagnostic[], { analyses }: Manuscript): readonly Diagnostic[] {
  const order = new Map(analyses.map((analysis, index) => [analysis, index]));
  return diagnostics.sort(
    (a, b) =>
      (a.analysis === b.analysis ? 0 : order.get(a.analysis)! - order.get(b.analysis)!) ||
      a.start - b.start ||
      a.end - b.end ||
      compare(a.rule, b.rule) ||
      compare(a.identity, b.identity),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
