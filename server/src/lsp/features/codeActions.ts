import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { actionsAt, fixAll, type ProjectText, type Span, safeFix, unknownTerm } from '../../core/index.ts';
import { Commands, fixAllKind, glossaryKind, ignoreKind } from '../protocol.ts';
import type { Query } from '../query.ts';
import type { GlossaryTarget } from './commandHost.ts';
import { toDiagnostic } from './diagnostics.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/**
 * Quick fixes for the findings in a range, as the text stands: of what the client sends back, only the range
 * and the kinds that it asks for are looked at. "Fix all" is offered only to who asks for it.
 */
export function codeActions(
  query: Query,
  { range, context }: CodeActionParams,
  project: ProjectText | undefined,
  glossaries: readonly GlossaryTarget[],
): CodeAction[] | null {
  const only = context?.only;
  const wants = (kind: string) => only?.some(each => kind === each || kind.startsWith(`${each}.`)) === true;
  if (wants(fixAllKind)) return fixAllAction(query);
  if (only && !wants(CodeActionKind.QuickFix) && !only.includes('')) return null;
  const { view, uri, content, positions } = query;
  const span = positions.span(content, range);
  const actions = actionsAt(view.findings(uri), span, project);
  const edits = actions.flatMap(({ fix, finding, creates, ignores }): CodeAction[] => {
    const diagnostics = [toDiagnostic(content, finding, view, positions, query.rulePages)];
    const [insertion] = fix.edits;
    if (fix.cites !== undefined && insertion !== undefined) {
      // The reference goes into the bibliography too: that is read when somebody chooses this.
      const { start } = positions.range(content, insertion);
      const command = { title: fix.title, command: Commands.cite, arguments: [uri, start, fix.cites] };
      return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, command }];
    }
    const edit = workspaceEdit(query, fix.edits, { beside: [project], creates });
    if (!edit) return [];
    return [
      {
        title: fix.title,
        kind: ignores ? ignoreKind : CodeActionKind.QuickFix,
        diagnostics,
        edit,
        ...(fix.preferred ? { isPreferred: true } : {}),
      },
    ];
  });
  // Whoever takes the first one blind must not silence what could be explained.
  const mends = edits.filter(({ kind }) => kind !== ignoreKind);
  const ignores = edits.filter(({ kind }) => kind === ignoreKind);
  return [...mends, ...glossaryActions(query, span, glossaries), ...ignores];
}

/** "Add to glossary" for the short forms of findings that the glossary doesn't know as the text has them. */
function glossaryActions(query: Query, span: Span, [target]: readonly GlossaryTarget[]): CodeAction[] {
  if (target === undefined) return [];
  const { view, uri, content, positions, client, rulePages } = query;
  const findings = view
    .findings(uri)
    .filter(({ start, end, short }) => start <= span.end && span.start <= end && short !== '');
  const first = findings.filter(
    (finding, index) => findings.findIndex(({ short }) => short === finding.short) === index,
  );
  return first.flatMap(finding => {
    const term = unknownTerm(view.features, finding.short);
    const asks = term?.long === undefined;
    // A long form that may be misspelt is none to keep; without one, somebody must be asked.
    if (term === undefined || finding.rule === 'glossary-mismatch') return [];
    if (asks && !client.commands.includes(Commands.addToGlossary)) return [];
    const title = asks
      ? `Add "${term.short}" to ${target.name}…`
      : `Add "${term.short}" (${term.long}) to ${target.name}`;
    return [
      {
        title,
        kind: glossaryKind,
        diagnostics: [toDiagnostic(content, finding, view, positions, rulePages)],
        command: { title, command: Commands.addToGlossary, arguments: [uri, term, target.uri] },
      },
    ];
  });
}

/** Fixes that touch no other file: what is saved is this one. */
function fixAllAction(query: Query): CodeAction[] {
  const { view, uri } = query;
  const { edits } = fixAll(view.service, view.manuscript, view.configuration, finding => {
    if (view.place.baseline.baseline.matching(finding).length > 0) return undefined;
    const fix = safeFix(finding);
    return fix?.edits.every(edit => edit.uri === uri) ? fix : undefined;
  });
  const edit = workspaceEdit(query, edits.get(uri) ?? []);
  return edit && edits.has(uri) ? [{ title: 'Fix all that is safe', kind: fixAllKind, edit }] : [];
}
