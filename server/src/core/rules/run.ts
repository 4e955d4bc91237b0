/** Runs the rules over a manuscript: isolates them, stamps rule and severity, drops what is ignored, sorts. */
import { scopeOf } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import { withLineEnds } from '../lineEnds.ts';
import type { InSteps } from '../steps.ts';
import type {
  Abbreviation,
  AbbreviationContext,
  Analysis,
  Configuration,
  Diagnostic,
  Finding,
  Fix,
  Glossary,
  IgnoredFinding,
  Manuscript,
  Rule,
  RuleContext,
  Severity,
  TextEdit,
} from '../types.ts';
import { type Found, find, type Lint, PlacedFinding } from './found.ts';
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
      fixesOf: (at, source) =>
        fitted(
          'mentions' in source ? fixesOf(at, byId.get(at.rule)!, source, context) : (source.fixes?.() ?? []),
          manuscript,
        ),
    };
    const report = (found: Found, source: Abbreviation | Finding): void => {
      const diagnostic = new PlacedFinding(found, lint, source);
      const isCommented = ignores.covers(diagnostic, found.rule);
      const isIgnored =
        ignored.has(found.key) ||
        configuration.isIgnored?.(asIgnored(diagnostic, found.key, manuscript)) === true;
      if (isIgnored) onIgnored?.(asIgnored(diagnostic, found.key, manuscript));
      if (!isCommented && !isIgnored) diagnostics.push(diagnostic);
    };

    const foundOf = (abbreviation: Abbreviation): readonly Found[] => {
      const { state } = abbreviation;
      // The rules that are active are this linter's own list, for this configuration.
      if (state.kept?.by === active) return state.kept.what as readonly Found[];
      const found: Found[] = [];
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

    for (const abbreviation of manuscript.byKey.values()) {
      for (const found of foundOf(abbreviation)) report(found, abbreviation);
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    yield* noteInSteps(manuscript);
    const blocks = manuscript.analyses.reduce((sum, analysis) => sum + analysis.blocks.length, 0);
    for (const { rule, severity } of active.ofWhole) {
      try {
        for (const finding of rule.check!(context)) {
          report(find(finding, rule.id, severity, manuscript), finding);
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
    return [{ ...fix, edits }];
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
  };
}

/** The fixes of a finding that may be remembered: they are made by its rule, in the text as it stands. */
function fixesOf(
  at: Diagnostic,
  rule: Rule,
  abbreviation: Abbreviation,
  context: AbbreviationContext,
): readonly Fix[] {
  for (const finding of rule.each!(abbreviation, context)) {
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
