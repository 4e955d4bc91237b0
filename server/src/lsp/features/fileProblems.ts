/** What is wrong in files beside manuscripts (glossaries, baselines), shown in these files. */
import type { Connection } from 'vscode-languageserver';
import type { ProjectProblem } from '../../core/index.ts';
import type { Positions } from '../convert.ts';
import { lined } from '../linedText.ts';
import { toProblemDiagnostics } from './projectFile.ts';

export interface FileProblems {
  /** Shows what is wrong in a file with this text, once for each state that it is found in. */
  readonly show: (uri: string, text: string, problems: readonly ProjectProblem[]) => void;
  /** Shows nothing in a file any more: it is gone. */
  readonly forget: (uri: string) => void;
}

/** Shows what is wrong in files that are no manuscripts, and takes it away again. */
export function createFileProblems(connection: Connection, positions: Positions): FileProblems {
  /** What was last shown in each file, where that was anything. */
  const shown = new Map<string, string>();
  return {
    show(uri, text, problems) {
      const diagnostics = toProblemDiagnostics(lined(text), problems, positions);
      const name = JSON.stringify(diagnostics);
      if (diagnostics.length === 0 ? !shown.delete(uri) : shown.get(uri) === name) return;
      if (diagnostics.length > 0) shown.set(uri, name);
      void connection.sendDiagnostics({ uri, diagnostics });
    },
    forget(uri) {
      if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
