/** Triage: the abbreviations of a manuscript by how often they are flagged, the worst nuisance first. */
import { fold } from '../glossary/normalize.ts';
import type { Diagnostic, Manuscript } from '../types.ts';

/** A short form with all that was found about it. */
export interface TriageRow {
  readonly short: string;
  /** The places that findings are about: their own, and those that they name. */
  readonly places: number;
  /** Uses that count, in the manuscript. */
  readonly uses: number;
  /** At least one, in reading order. */
  readonly findings: readonly [Diagnostic, ...Diagnostic[]];
}

/** Findings by the short form that they are about; those about none are left out. Most places first. */
export function triage(findings: readonly Diagnostic[], { byKey }: Manuscript): readonly TriageRow[] {
  const byForm = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const finding of findings) {
    if (finding.short === '') continue;
    const key = fold(finding.short);
    const same = byForm.get(key);
    if (same) same.push(finding);
    else byForm.set(key, [finding]);
  }
  return [...byForm]
    .map(([key, found]) => ({
      short: byKey.get(key)?.short ?? found[0].short,
      places: found.reduce((count, { related = [] }) => count + 1 + related.length, 0),
      uses: byKey.get(key)?.uses ?? 0,
      findings: found,
    }))
    .sort((a, b) => b.places - a.places || b.uses - a.uses || (a.short < b.short ? -1 : 1));
}
