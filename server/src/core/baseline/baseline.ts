/**
 * The baseline: findings that the writers of a long text have accepted, so that only new ones show.
 *
 * A finding is an accepted one where rule and identity are the same and the words on one side of it, or of a
 * place that it names in its document, are still those that they were: what is written elsewhere, moved or
 * wrapped anew changes nothing, and what is inserted next to it leaves the other side.
 */
import type { Diagnostic, Span } from '../types.ts';
import { type Context, contextOf } from './context.ts';

/** A finding that was accepted. */
export interface AcceptedFinding extends Context {
  readonly rule: string;
  readonly identity: string;
  /** The file that it was found in, as seen from the project's folder. It serves to tell what is out of date. */
  readonly path: string;
}

export interface Baseline {
  readonly entries: readonly AcceptedFinding[];
  /** The entries that a finding is one of; none where it is new. */
  readonly matching: (finding: Diagnostic) => readonly AcceptedFinding[];
}

/** Makes a baseline of entries. */
export function createBaseline(entries: readonly AcceptedFinding[]): Baseline {
  const byName = new Map<string, AcceptedFinding[]>();
  for (const entry of entries) {
    const same = byName.get(nameOf(entry));
    if (same) same.push(entry);
    else byName.set(nameOf(entry), [entry]);
  }
  return {
    entries,
    matching(finding) {
      const candidates = byName.get(nameOf(finding));
      if (candidates === undefined) return [];
      const contexts = placesOf(finding).map(place => contextOf(finding.analysis, place));
      return candidates.filter(entry => contexts.some(context => isSamePlace(entry, context)));
    },
  };
}

/** Nothing was accepted. */
export const NO_BASELINE: Baseline = Object.freeze(createBaseline([]));

/** A finding as an entry; `path`: the file that it stands in. */
export function accepted(finding: Diagnostic, path: string): AcceptedFinding {
  const { rule, identity, analysis } = finding;
  return { path, rule, identity, ...contextOf(analysis, finding) };
}

/** What is new, how many findings are hidden, and the entries by which they are. */
export interface Sifted {
  readonly fresh: readonly Diagnostic[];
  readonly hidden: readonly Diagnostic[];
  readonly used: ReadonlySet<AcceptedFinding>;
}

/** Parts findings into new and accepted ones. Their order stays. */
export function sift(findings: readonly Diagnostic[], baseline: Baseline): Sifted {
  if (baseline.entries.length === 0) return { fresh: findings, hidden: [], used: new Set() };
  const fresh: Diagnostic[] = [];
  const hidden: Diagnostic[] = [];
  const used = new Set<AcceptedFinding>();
  for (const finding of findings) {
    const entries = baseline.matching(finding);
    for (const entry of entries) used.add(entry);
    (entries.length > 0 ? hidden : fresh).push(finding);
  }
  return { fresh, hidden, used };
}

function nameOf({ rule, identity }: Pick<AcceptedFinding, 'rule' | 'identity'>): string {
  return `${rule}\n${identity}`;
}

/** Where a finding stands in its document: at its own place, and at those that it names there. */
function placesOf({ start, end, related = [], analysis }: Diagnostic): readonly Span[] {
  return [{ start, end }, ...related.filter(({ uri }) => uri === analysis.document.uri)];
}

function isSamePlace(one: Context, other: Context): boolean {
  return one.before === other.before || one.after === other.after;
}
