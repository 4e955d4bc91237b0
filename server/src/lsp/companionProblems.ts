/** What is wrong in the files beside manuscripts (projects, profiles, glossaries, baselines), shown in these files. */
import type { Connection } from 'vscode-languageserver';
import type { LoadedBaseline, ProjectProblem } from '../core/index.ts';
import type { Positions } from './convert.ts';
import type { Documents } from './documents.ts';
import { createFileProblems } from './features/fileProblems.ts';
import { createLayerProblems, type LayerProblems } from './features/layerProblems.ts';
import { createProjectProblems, type ProjectProblems } from './features/projectFile.ts';
import type { PlacesHost } from './places.ts';
import { isProjectFile } from './sessionFiles.ts';

export interface CompanionProblems extends Pick<PlacesHost, 'onProject' | 'onLayers' | 'onBaseline'> {
  readonly projects: ProjectProblems;
  /** Shows the names in facts that nobody knows. */
  readonly onUnderstood: LayerProblems['understood'];
  /** Shows what is wrong in a baseline with this text. */
  readonly showBaseline: (baseline: LoadedBaseline, problems: readonly ProjectProblem[]) => void;
  /** Shows nothing in a file any more: it is gone. */
  readonly forget: (uri: string) => void;
}

/** `rulePages`: where the rules' pages are, for clients that show links to them. */
export function createCompanionProblems(
  connection: Connection,
  documents: Documents,
  positions: Positions,
  rulePages: string | null,
): CompanionProblems {
  const files = createFileProblems(connection, positions);
  const projects = createProjectProblems(connection, documents, positions, rulePages);
  const layers = createLayerProblems(files);
  const shownBaselines = new WeakSet<LoadedBaseline>();
  const showBaseline: CompanionProblems['showBaseline'] = ({ uri, text }, problems) => {
    if (uri !== null) files.show(uri, text, problems);
  };
  return {
    projects,
    onProject(loaded) {
      projects.found(loaded);
      for (const { uri, text, problems } of loaded.profileFiles) files.show(uri, text, problems);
    },
    onLayers: layers.found,
    onUnderstood: layers.understood,
    onBaseline(baseline) {
      if (shownBaselines.has(baseline)) return;
      shownBaselines.add(baseline);
      showBaseline(
        baseline,
        baseline.problems.map(problem => ({ ...problem, severity: 'error' })),
      );
    },
    showBaseline,
    forget(uri) {
      files.forget(uri);
      if (isProjectFile(uri) && documents.get(uri) === undefined) projects.forget(uri);
    },
  };
}
