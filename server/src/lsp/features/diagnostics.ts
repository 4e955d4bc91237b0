/** Findings as LSP diagnostics. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic as Finding, Severity } from '../../core/index.ts';
import type { Positions } from '../convert.ts';
import type { LinedText } from '../linedText.ts';
import type { View } from '../view.ts';

const source = 'ImmunoGloss';
/** A list of findings that is longer than this helps nobody, and slows editors down. */
const mostShown = 1000;
/** Places elsewhere that one finding names at most: more would push what a hover tells, and the next finding, out of sight. */
const mostRelated = 3;

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The link to a rule's page. */
export function pageOf(rulePages: string, rule: string): Pick<Diagnostic, 'codeDescription'> {
  return { codeDescription: { href: `${rulePages}${rule}.md` } };
}

/** Tells what the client is told of one document's findings, the first thousand of them. */
export type DiagnosticMaker = (
  content: LinedText,
  findings: readonly Finding[],
  view: View,
) => readonly Diagnostic[];

/**
 * Makes a maker. It remembers each finding that the core remembers, for as long as no line of the manuscript came
 * or went. `rulePages`: where the rules' pages are.
 */
export function createDiagnosticMaker(positions: Positions, rulePages: string | null): DiagnosticMaker {
  const memory = new WeakMap<object, { readonly layouts: readonly object[]; readonly made: Diagnostic }>();
  return (content, findings, view) => {
    const layouts = view.layouts();
    const make = (finding: Finding): Diagnostic => {
      const last = finding.remembered && memory.get(finding.remembered);
      if (last && sameItems(last.layouts, layouts)) return last.made;
      const made = toDiagnostic(content, finding, view, positions, rulePages);
      if (finding.remembered) memory.set(finding.remembered, { layouts, made });
      return made;
    };
    const diagnostics = findings.slice(0, mostShown).map(make);
    if (findings.length > mostShown) {
      const message = `ImmunoGloss found ${findings.length} places in this document. The first ${mostShown} are shown.`;
      const range = positions.range(content, { start: 0, end: 0 });
      diagnostics.push({ range, severity: DiagnosticSeverity.Information, source, message });
    }
    return diagnostics;
  };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** A finding as LSP has it. */
export function toDiagnostic(
  content: LinedText,
  finding: Finding,
  view: View,
  positions: Positions,
  rulePages: string | null,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: positions.range(content, finding),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rulePages !== null && pageOf(rulePages, finding.rule)),
    source,
    message: finding.message,
  };
  const all = finding.related ?? [];
  const related = all.slice(0, mostRelated).flatMap(({ uri, message, start, end }, index) => {
    const text = view.content(uri);
    const rest = index === mostRelated - 1 && all.length > mostRelated ? ' There are more.' : '';
    const range = text && positions.range(text, { start, end });
    return range ? [{ location: { uri, range }, message: `${message}${rest}` }] : [];
  });
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}
