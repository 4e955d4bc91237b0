/** The project file's own problems, shown where they stand. */
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { type LoadedProject, type ProjectProblem, removeIgnore } from '../../core/index.ts';
import type { Client } from '../client.ts';
import type { Positions } from '../convert.ts';
import type { Documents, OpenDocument } from '../documents.ts';
import { type LinedText, lined } from '../linedText.ts';
import type { Follower } from '../publisher.ts';
import { createScheduler } from '../scheduler.ts';
import { pageOf, severities } from './diagnostics.ts';

/** What is shown in project files. */
export interface ProjectProblems {
  /** Shows what is wrong with a project file as it is on disk, unless the editor has it open. */
  readonly found: (loaded: LoadedProject) => void;
  /** Shows what is wrong with a project file that the editor has open. */
  readonly check: (loaded: LoadedProject, document: OpenDocument) => void;
  /** Shows what manuscripts say of a project file, besides what is wrong with it. */
  readonly add: (loaded: LoadedProject, problems: readonly ProjectProblem[]) => void;
  /** Quick fixes for what manuscripts say of an open project file. */
  readonly actions: (document: OpenDocument, range: Range, client: Client) => CodeAction[];
  /** Shows nothing in a project file any more: it is gone. */
  readonly forget: (uri: string) => void;
}

/** Shows what is wrong in project files, where that stands. */
export function createProjectProblems(
  connection: Connection,
  documents: Documents,
  positions: Positions,
  rulePages: string | null,
): ProjectProblems {
  /** What was last added, with the text that it is about. */
  const added = new Map<string, { readonly text: string; readonly problems: readonly ProjectProblem[] }>();
  function show({ project: { uri }, text, problems }: LoadedProject, version?: number): void {
    if (uri === null) return;
    const more = added.get(uri);
    const all = more?.text === text ? [...problems, ...more.problems] : problems;
    const diagnostics = toProblemDiagnostics(lined(text), all, positions, rulePages);
    void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
  return {
    found(loaded) {
      if (loaded.project.uri !== null && !documents.get(loaded.project.uri)) show(loaded);
    },
    check: (loaded, { version }) => show(loaded, version),
    add(loaded, problems) {
      const { project, text } = loaded;
      if (project.uri === null) return;
      const before = added.get(project.uri);
      if (problems.length > 0) added.set(project.uri, { text, problems });
      else if (!added.delete(project.uri)) return;
      if (before?.text === text && JSON.stringify(before.problems) === JSON.stringify(problems)) return;
      const open = documents.get(project.uri);
      // Edited meanwhile, it is checked soon, and its manuscripts are linted.
      if (open === undefined || open.source.text === text) show(loaded, open?.version);
    },
    actions({ uri, version, content, source }, range, { editsDocuments }) {
      const { start, end } = positions.span(content, range);
      const { text, problems = [] } = added.get(uri) ?? {};
      if (text !== source.text) return [];
      return problems
        .filter(problem => problem.start <= end && start <= problem.end)
        .flatMap((problem): CodeAction[] => {
          const change = removeIgnore(text, problem.start);
          if (change === null) return [];
          const edits = [{ range: positions.range(content, change), newText: change.newText }];
          return [
            {
              title: 'Remove this entry',
              kind: CodeActionKind.QuickFix,
              isPreferred: true,
              diagnostics: toProblemDiagnostics(content, [problem], positions, rulePages),
              edit: editsDocuments
                ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
                : { changes: { [uri]: edits } },
            },
          ];
        });
    },
    forget(uri) {
      added.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

/**
 * Checks a project file while it is being edited. Manuscripts go by it as it stands, saved or not, as long as it
 * isn't broken. `load` reads it so, and never rejects.
 */
export function createProjectFollower(
  problems: ProjectProblems,
  documents: Documents,
  load: (uri: string) => Promise<LoadedProject>,
  reconfigure: () => void,
): Follower {
  const edited = new Set<string>();
  const scheduler = createScheduler<string>(uri => void check(uri));
  async function check(uri: string): Promise<void> {
    const document = documents.get(uri);
    const loaded = await load(uri);
    // Edited while files were being read, it is checked again soon.
    if (!document || documents.get(uri) !== document) return;
    problems.check(loaded, document);
    if (edited.delete(uri) && !loaded.problems.some(({ severity }) => severity === 'error')) reconfigure();
  }
  return {
    opened: scheduler.request,
    edited(uri) {
      edited.add(uri);
      scheduler.request(uri);
    },
    // What was never saved is gone with it.
    closed(uri) {
      edited.delete(uri);
      scheduler.cancel(uri);
      reconfigure();
    },
    saved: async () => reconfigure(),
  };
}

/** Problems of a file of settings or a glossary as diagnostics. */
export function toProblemDiagnostics(
  content: LinedText,
  problems: readonly ProjectProblem[],
  positions: Positions,
  rulePages: string | null = null,
): Diagnostic[] {
  return problems.map(problem => ({
    range: positions.range(content, problem),
    severity: severities[problem.severity],
    source: 'ImmunoGloss',
    message: problem.message,
    ...(problem.rule !== undefined && { code: problem.rule }),
    ...(problem.rule !== undefined && rulePages !== null && pageOf(rulePages, problem.rule)),
  }));
}
