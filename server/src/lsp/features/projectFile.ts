/** The project file's own problems, shown where they stand. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { LoadedProject, ProjectProblem } from '../../core/index.ts';
import type { Positions } from '../convert.ts';
import type { Documents } from '../documents.ts';
import { type LinedText, lined } from '../linedText.ts';
import type { Follower } from '../publisher.ts';
import { createScheduler } from '../scheduler.ts';
import { severities } from './diagnostics.ts';

/** Shows what is wrong with a project file as it is on disk, unless the editor has it open. */
export function showProjectProblems(
  connection: Connection,
  documents: Documents,
  { project, text, problems }: LoadedProject,
  positions: Positions,
): void {
  const { uri } = project;
  if (uri === null || documents.get(uri)) return;
  void connection.sendDiagnostics({
    uri,
    diagnostics: toProblemDiagnostics(lined(text), problems, positions),
  });
}

/** Shows nothing in a project file any more: it is gone. */
export function showNoProblems(connection: Connection, uri: string): void {
  void connection.sendDiagnostics({ uri, diagnostics: [] });
}

/**
 * Checks a project file while it is being edited. Manuscripts go by it as it stands, saved or not, as long as it
 * isn't broken. `load` reads it so, and never rejects.
 */
export function createProjectFollower(
  connection: Connection,
  documents: Documents,
  load: (uri: string) => Promise<LoadedProject>,
  positions: Positions,
  reconfigure: () => void,
): Follower {
  const edited = new Set<string>();
  const scheduler = createScheduler<string>(uri => void check(uri));
  async function check(uri: string): Promise<void> {
    const document = documents.get(uri);
    const { problems } = await load(uri);
    // Edited while files were being read, it is checked again soon.
    if (!document || documents.get(uri) !== document) return;
    const { version, content } = document;
    void connection.sendDiagnostics({
      uri,
      version,
      diagnostics: toProblemDiagnostics(content, problems, positions),
    });
    if (edited.delete(uri) && !problems.some(({ severity }) => severity === 'error')) reconfigure();
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
): Diagnostic[] {
  return problems.map(problem => ({
    range: positions.range(content, problem),
    severity: severities[problem.severity],
    source: 'ImmunoGloss',
    message: problem.message,
  }));
}
