/** Repair first uses: every definition where the reading order wants it, repeats shortened, as one edit to review. */
import type { Service } from '../service.ts';
import type { Configuration, Diagnostic, Fix, Manuscript } from '../types.ts';
import { type Fixed, fixAll } from './fixAll.ts';

/** The rules that are about where a definition stands. */
const PLACEMENT: ReadonlySet<string> = new Set([
  'undefined-abbreviation',
  'used-before-definition',
  'defined-only-in-list',
  'defined-only-in-abstract',
  'redefined',
]);

/** A definition at first use, moved there, or shortened; never spelled out, never a guess among several senses. */
function placing(finding: Diagnostic): Fix | undefined {
  if (!PLACEMENT.has(finding.rule) || finding.doubtful === true) return undefined;
  const offered = finding.fixes?.() ?? [];
  const defining = offered.filter(fix => fix.places === true);
  return defining.length > 0 && offered.some(fix => fix.preferred === true) ? defining[0] : undefined;
}

/** The edits over all files of the manuscript. Nothing in them changes what the text says. */
export function repairFirstUses(
  service: Service,
  manuscript: Manuscript,
  configuration: Configuration,
): Fixed {
  // Defining a form that is used once is what repairing means here: it must not be called rare.
  return fixAll(service, manuscript, { ...configuration, minimumUses: 0 }, placing);
}
