/** Runs the rules over a manuscript: isolates them, stamps rule and severity, drops what is ignored, sorts. */
import { scopeOf } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import { withLineEnds } from '../lineEnds.ts';
import type { InSteps } from '../steps.ts';
import { textOf } from '../textOf.ts';
import type {
  Analysis,
  Configuration,
  Diagnostic,
  Fix,
  Glossary,
  IgnoredFinding,
  Manuscript,
  Rule,
  RuleContext,
  Severity,
  State,
  Text,
  TextEdit,
} from '../types.ts';
import { keepBalance } from './balance.ts';
import { type Found, type FoundOf, find, type Lint, movedFound, PlacedFinding } from './found.ts';
import { readIgnores } from './ignores.ts';
import { rules as allRules } from './index.ts';
import { noteInSteps } from './notes.ts';
import { blockOf } from './places.ts';

/** A rule that threw. The others ran all the same. */
export interface RuleFault {
  readonly rule: string;
  readonly error: unknown;
}

/** Who hears of what is no finding. */
export interface LintListener {
  /** A rule threw; it silences no other. */
  readonly onFault?: (fault: RuleFault) => void;
  /** The configuration ignores this, whether a comment does so too or not. */
  readonly onIgnored?: (finding: IgnoredFinding) => void;
}

/** What the rules say of a manuscript, in reading order, without what comments or the configuration ignore. */
export type Linter = (
  manuscript: Manuscript,
  configuration: Configuration,
  listener?: LintListener,
) => readonly Diagnostic[];

/** A step goes over so many blocks, or asks the rules about as many abbreviations as take as long. */
const STEP = 200_000;
const ABBREVIATION = 2_000;

/** What was found of the whole by a rule that goes by little, and what that went by. */
interface FoundOfWhole {
  readonly by: ActiveRules;
  readonly goesBy: readonly unknown[];
  readonly found: readonly Found[];
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules that a configuration doesn't turn off, by what they are asked about. */
interface ActiveRules {
  /** An abbreviation that the manuscript defines somewhere. */
  readonly ofDefined: readonly ActiveRule[];
  /** Any other abbreviation. */
  readonly ofUndefined: readonly ActiveRule[];
  /** The manuscript as a whole. */
  readonly ofWhole: readonly ActiveRule[];
  /** All rules that are asked of abbreviations look at what stands near them alone. */
  readonly areNear: boolean;
}

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

  return function* (manuscript, configuration, { onFault, onIgnored } = {}) {
    let work = 0;
    const { written } = manuscript;
    const ignores = readIgnores(manuscript);
    const context: RuleContext = { manuscript, written, glossary, configuration, ignores };
    const active = activeIn(configuration);
    const ignored = new Set(configuration.ignore.map(fold));
    const diagnostics: Diagnostic[] = [];
    const lint: Lint = {
      placeOf: manuscript.placeOf,
      fixesOf: (at, source) => fitted(fixesOf(at, byId.get(at.rule)!, source, context), manuscript),
    };
    const report = (found: Found, source: FoundOf): void => {
      const diagnostic = new PlacedFinding(found, lint, source);
      const isCommented = ignores.covers(diagnostic, found.rule);
      const isIgnored =
        ignored.has(found.key) ||
        configuration.isIgnored?.(asIgnored(diagnostic, found.key, manuscript)) === true;
      if (isIgnored) onIgnored?.(asIgnored(diagnostic, found.key, manuscript));
      if (!isCommented && !isIgnored) diagnostics.push(diagnostic);
    };

    const foundOf = (state: State, index: number): readonly Found[] => {
      // The rules that are active are this linter's own list, for this configuration.
      if (state.kept?.by === active) return state.kept.what as readonly Found[];
      const before = foundBefore(state, active);
      if (before !== undefined) return before;
      const found: Found[] = [];
      const abbreviation = manuscript.abbreviationAt(index);
      const isDefined = abbreviation.definitions.length > 0;
      for (const { rule, severity } of isDefined ? active.ofDefined : active.ofUndefined) {
        try {
          for (const finding of rule.each!(abbreviation, context)) {
            found.push(find(finding, rule.id, severity, manuscript));
          }
        } catch (error) {
          onFault?.({ rule: rule.id, error });
        }
      }
      state.kept = { by: active, what: found };
      work += ABBREVIATION;
      return found;
    };

    const { states } = manuscript;
    // By index, as wherever a keystroke goes over everything: an iterator makes an object for each turn.
    for (let index = 0; index < states.length; index++) {
      const state = states[index]!;
      for (const found of foundOf(state, index)) report(found, state);
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    /** What a rule that goes by little finds of the whole. */
    const foundOfWhole = (rule: Rule, severity: Severity, goesBy: readonly unknown[]): readonly Found[] => {
      const last = manuscript.lasting.get(rule) as FoundOfWhole | undefined;
      if (last?.by === active && areSame(last.goesBy, goesBy)) return last.found;
      const found = Array.from(rule.check!(context), each => find(each, rule.id, severity, manuscript));
      manuscript.lasting.set(rule, { by: active, goesBy, found });
      return found;
    };

    yield* noteInSteps(manuscript);
    const blocks = manuscript.analyses.reduce((sum, analysis) => sum + analysis.blocks.length, 0);
    for (const { rule, severity } of active.ofWhole) {
      try {
        const goesBy = rule.goesBy?.(manuscript);
        if (goesBy !== undefined) {
          for (const found of foundOfWhole(rule, severity, goesBy)) report(found, 'whole');
        } else {
          for (const finding of rule.check!(context)) {
            report(find(finding, rule.id, severity, manuscript), finding);
          }
        }
      } catch (error) {
        onFault?.({ rule: rule.id, error });
      }
      work += blocks;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    return inReadingOrder(diagnostics, manuscript);
  };
}

/** The fixes as the documents can take them, with their line ends; one that would break a document is left out. */
function fitted(fixes: readonly Fix[], { analyses }: Manuscript): readonly Fix[] {
  const byUri = new Map(analyses.map(analysis => [analysis.document.uri, analysis]));
  return fixes.flatMap(fix => {
    const edits: TextEdit[] = [];
    for (const edit of fix.edits) {
      const analysis = byUri.get(edit.uri);
      const newText = analysis === undefined ? edit.newText : fittedText(analysis, edit);
      if (newText === undefined) return [];
      edits.push({ ...edit, newText });
    }
    const textAt = (uri: string): Text | undefined => {
      const analysis = byUri.get(uri);
      return analysis && textOf(analysis.document);
    };
    return keepBalance(edits, textAt) ? [{ ...fix, edits }] : [];
  });
}

function fittedText({ format, document: { text } }: Analysis, edit: TextEdit): string | undefined {
  return format.fit ? format.fit(text, edit) : withLineEnds(text, edit.newText);
}

function asIgnored(diagnostic: Diagnostic, key: string, { byKey }: Manuscript): IgnoredFinding {
  const { rule, short, analysis } = diagnostic;
  const role = blockOf(diagnostic)?.role ?? 'body';
  const scope = scopeOf(role) ?? role;
  return { rule, short, key, class: byKey.get(key)?.class, scope, uri: analysis.document.uri };
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}

function activeRules(rules: readonly Rule[], configuration: Configuration): ActiveRules {
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

/** What was found of an abbreviation before an edit that only moved it, where that is known: kept with what it is now. */
function foundBefore(state: State, active: ActiveRules): readonly Found[] | undefined {
  const { moved } = state;
  state.moved = undefined;
  if (moved === undefined || !active.areNear || moved.from.kept?.by !== active) return undefined;
  const what = (moved.from.kept.what as readonly Found[]).map(found => movedFound(found, moved.edit));
  state.kept = { by: active, what };
  return what;
}

/** The fixes of a finding. Of one that may be remembered, they are made by its rule, in the text as it stands. */
function fixesOf(at: Diagnostic, rule: Rule, source: FoundOf, context: RuleContext): readonly Fix[] {
  if (source !== 'whole' && !('scopes' in source)) return source.fixes?.() ?? [];
  const again =
    source === 'whole'
      ? rule.check!(context)
      : rule.each!(context.manuscript.byKey.get(source.key)!, context);
  for (const finding of again) {
    const isSame = finding.identity === at.identity && finding.message === at.message;
    if (isSame && finding.analysis === at.analysis && finding.start === at.start) {
      return finding.fixes?.() ?? [];
    }
  }
  return [];
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
