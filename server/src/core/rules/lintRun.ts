import { blockAt } from '../analysis/blockAt.ts';
import { scopeOf } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import type {
  Configuration,
  Diagnostic,
  Glossary,
  IgnoredFinding,
  Manuscript,
  Rule,
  RuleContext,
  State,
} from '../types.ts';
import type { ActiveRule, ActiveRules } from './active.ts';
import { type Found, type FoundOf, find, type Lint, movedFound, PlacedFinding } from './found.ts';
import { readIgnores } from './ignores.ts';
import { fixesOf } from './placedFixes.ts';

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

/** What a manuscript is linted by. */
export interface LintedBy {
  readonly glossary: Glossary;
  readonly configuration: Configuration;
  readonly active: ActiveRules;
  readonly byId: ReadonlyMap<string, Rule>;
  readonly listeners: LintListener;
}

/** One lint of a manuscript: asks the rules, and collects what isn't silenced. */
export class LintRun {
  readonly diagnostics: Diagnostic[] = [];
  readonly #manuscript: Manuscript;
  readonly #by: LintedBy;
  readonly #context: RuleContext;
  readonly #ignored: ReadonlySet<string>;
  readonly #lint: Lint;

  constructor(manuscript: Manuscript, by: LintedBy) {
    const { glossary, configuration, byId } = by;
    const { written } = manuscript;
    const context = { manuscript, written, glossary, configuration, ignores: readIgnores(manuscript) };
    this.#manuscript = manuscript;
    this.#by = by;
    this.#context = context;
    this.#ignored = new Set(configuration.ignore.map(fold));
    this.#lint = {
      placeOf: manuscript.placeOf,
      fixesOf: (at, source) => fixesOf(at, byId.get(at.rule)!, source, context),
    };
  }

  /** Reports what is found of an abbreviation. Whether the rules had to be asked. */
  lintAbbreviation(state: State, index: number): boolean {
    // The rules that are active are this linter's own list, for this configuration.
    const isKept = state.kept?.by === this.#by.active;
    const before = isKept ? (state.kept!.what as readonly Found[]) : foundBefore(state, this.#by.active);
    const all = before ?? this.#findIn(state, index);
    for (const found of all) this.#report(found, state);
    return before === undefined;
  }

  /** Asks the rules about an abbreviation, and keeps what they find. */
  #findIn(state: State, index: number): readonly Found[] {
    const { active } = this.#by;
    const found: Found[] = [];
    const abbreviation = this.#manuscript.abbreviationAt(index);
    const isDefined = abbreviation.definitions.length > 0;
    for (const { rule, severity } of isDefined ? active.ofDefined : active.ofUndefined) {
      try {
        for (const finding of rule.each!(abbreviation, this.#context)) {
          found.push(find(finding, rule.id, severity, this.#manuscript));
        }
      } catch (error) {
        this.#by.listeners.onFault?.({ rule: rule.id, error });
      }
    }
    state.kept = { by: active, what: found };
    return found;
  }

  /** Reports what a rule finds of the manuscript as a whole. */
  lintWhole(active: ActiveRule): void {
    const { rule, severity } = active;
    try {
      const goesBy = rule.goesBy?.(this.#manuscript);
      if (goesBy !== undefined) {
        for (const found of this.#findInWhole(active, goesBy)) this.#report(found, 'whole');
      } else {
        for (const finding of rule.check!(this.#context)) {
          this.#report(find(finding, rule.id, severity, this.#manuscript), finding);
        }
      }
    } catch (error) {
      this.#by.listeners.onFault?.({ rule: rule.id, error });
    }
  }

  /** What a rule that goes by little finds of the whole. */
  #findInWhole({ rule, severity }: ActiveRule, goesBy: readonly unknown[]): readonly Found[] {
    const { lasting } = this.#manuscript;
    const by = this.#by.active;
    const last = lasting.get(rule) as FoundOfWhole | undefined;
    if (last?.by === by && areSame(last.goesBy, goesBy)) return last.found;
    const found = Array.from(rule.check!(this.#context), each =>
      find(each, rule.id, severity, this.#manuscript),
    );
    lasting.set(rule, { by, goesBy, found });
    return found;
  }

  #report(found: Found, source: FoundOf): void {
    const { configuration, listeners } = this.#by;
    const diagnostic = new PlacedFinding(found, this.#lint, source);
    const isCommented = this.#context.ignores.covers(diagnostic, found.rule);
    const isIgnored =
      this.#ignored.has(found.key) ||
      configuration.isIgnored?.(asIgnored(diagnostic, found.key, this.#manuscript)) === true;
    if (isIgnored) listeners.onIgnored?.(asIgnored(diagnostic, found.key, this.#manuscript));
    if (!isCommented && !isIgnored) this.diagnostics.push(diagnostic);
  }
}

/** What was found of the whole by a rule that goes by little, and what that went by. */
interface FoundOfWhole {
  readonly by: ActiveRules;
  readonly goesBy: readonly unknown[];
  readonly found: readonly Found[];
}

function asIgnored(diagnostic: Diagnostic, key: string, { byKey }: Manuscript): IgnoredFinding {
  const { rule, short, analysis } = diagnostic;
  const role = blockAt(diagnostic.analysis, diagnostic.start)?.role ?? 'body';
  const scope = scopeOf(role) ?? role;
  return { rule, short, key, class: byKey.get(key)?.class, scope, uri: analysis.document.uri };
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
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
