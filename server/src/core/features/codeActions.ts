/** Quick fixes: what can be done about the findings around a place. */
import { lineEndOf } from '../lineEnds.ts';
import { addIgnore } from '../project/ignoreList.ts';
import { writtenName } from '../rules/ignores.ts';
import type { Diagnostic, Fix, Span } from '../types.ts';

/** A fix together with the finding that it ends. */
export interface Action {
  readonly finding: Diagnostic;
  readonly fix: Fix;
  /** It mends nothing: the form is no longer reported. */
  readonly ignores?: true;
  /** A file that must be made before the fix's edits apply to it. */
  readonly creates?: string;
}

/** The project file that an "ignore in this workspace" writes to; its text is empty where it is yet to be made. */
export interface ProjectText {
  readonly uri: string;
  readonly text: string;
  readonly exists: boolean;
}

/**
 * What can be done about the findings that touch `span` of a document, each finding's own fixes first.
 * `project` is `undefined` where no project file can be written.
 */
export function actionsAt(
  findings: readonly Diagnostic[],
  span: Span,
  project: ProjectText | undefined,
): readonly Action[] {
  const touched = findings.filter(finding => finding.start <= span.end && span.start <= finding.end);
  const fixes = touched.flatMap(finding => (finding.fixes?.() ?? []).map(fix => ({ finding, fix })));
  const ignores = touched
    .filter((finding, index) => isFirstOfItsForm(touched, finding, index))
    .flatMap(finding => [...ignoreInFile(finding), ...ignoreInWorkspace(finding, project)]);
  return [...fixes, ...ignores];
}

function isFirstOfItsForm(findings: readonly Diagnostic[], { short }: Diagnostic, index: number): boolean {
  return short !== '' && findings.findIndex(other => other.short === short) === index;
}

/** A comment of the document's format, on a line of its own, below what must stay first in the file. */
function ignoreInFile(finding: Diagnostic): readonly Action[] {
  const { analysis, short } = finding;
  const { document, format, blocks } = analysis;
  const first = blocks.find(({ block: { kind } }) =>
    format.fit ? kind !== 'opaque' : kind !== 'metadata' && kind !== 'blank',
  );
  const at = first?.start ?? document.text.length;
  const lineEnd = lineEndOf(document.text);
  const comment = format.comment(`immunogloss-ignore ${writtenName(short)}`);
  const edit = { start: at, end: at, newText: `${comment}${lineEnd}${lineEnd}` };
  const newText = format.fit ? format.fit(document.text, edit) : edit.newText;
  if (newText === undefined) return [];
  const title = `Ignore "${short}" in this file`;
  return [{ finding, fix: { title, edits: [{ ...edit, uri: document.uri, newText }] }, ignores: true }];
}

function ignoreInWorkspace(finding: Diagnostic, project: ProjectText | undefined): readonly Action[] {
  if (!project) return [];
  const edit = addIgnore(project.text, finding.short);
  if (!edit) return [];
  const fix = {
    title: `Ignore "${finding.short}" in this workspace (immunogloss.yaml)`,
    edits: [{ uri: project.uri, ...edit }],
  };
  return [{ finding, fix, ignores: true, ...(!project.exists && { creates: project.uri }) }];
}
