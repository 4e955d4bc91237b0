/** What is wrong in glossary files of somebody's own, shown in these files. */
import type { Connection } from 'vscode-languageserver';
import {
  type Glossary,
  type LayerFile,
  type LayerProblem,
  type LayerStack,
  unresolvedNames,
} from '../../core/index.ts';
import type { Positions } from '../convert.ts';
import { lined } from '../linedText.ts';
import { toProblemDiagnostics } from './projectFile.ts';

export interface LayerProblems {
  /** Shows what is wrong in each file of a stack that is new. */
  readonly found: (layers: LayerStack) => void;
  /** The same, with the names in facts that nobody knows. */
  readonly understood: (layers: LayerStack, glossary: Glossary) => void;
  /** Shows nothing in a file any more: it is gone. */
  readonly forget: (uri: string) => void;
}

/** Shows the problems of each file once for each state that it is found in. */
export function createLayerProblems(connection: Connection, positions: Positions): LayerProblems {
  const seen = new WeakSet<LayerStack>();
  /** What was last shown in each file, where that was anything. */
  const shown = new Map<string, string>();

  function show({ origin: { uri }, text }: LayerFile, problems: readonly LayerProblem[]): void {
    const diagnostics = toProblemDiagnostics(lined(text), problems, positions);
    const name = JSON.stringify(diagnostics);
    if (diagnostics.length === 0 ? !shown.delete(uri) : shown.get(uri) === name) return;
    if (diagnostics.length > 0) shown.set(uri, name);
    void connection.sendDiagnostics({ uri, diagnostics });
  }

  return {
    found(layers) {
      if (seen.has(layers)) return;
      seen.add(layers);
      for (const file of layers.files) if (file.knowledge?.facts === undefined) show(file, file.problems);
    },
    understood(layers, glossary) {
      const unresolved = new Map(unresolvedNames(glossary, layers).map(each => [each.file, each.problems]));
      for (const file of layers.files) {
        if (file.knowledge?.facts !== undefined)
          show(file, [...file.problems, ...(unresolved.get(file) ?? [])]);
      }
    },
    forget(uri) {
      if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
