/** What is wrong in glossary files of somebody's own, shown in these files. */
import { type Glossary, type LayerStack, unresolvedNames } from '../../core/index.ts';
import type { FileProblems } from './fileProblems.ts';

export interface LayerProblems {
  /** Shows what is wrong in each file of a stack that is new. */
  readonly found: (layers: LayerStack) => void;
  /** The same, with the names in facts that nobody knows. */
  readonly understood: (layers: LayerStack, glossary: Glossary) => void;
}

/** Shows the problems of each file once for each state that it is found in. */
export function createLayerProblems({ show }: FileProblems): LayerProblems {
  const seen = new WeakSet<LayerStack>();
  return {
    found(layers) {
      if (seen.has(layers)) return;
      seen.add(layers);
      for (const { origin, text, problems, knowledge } of layers.files) {
        if (knowledge?.facts === undefined) show(origin.uri, text, problems);
      }
    },
    understood(layers, glossary) {
      const unresolved = new Map(unresolvedNames(glossary, layers).map(each => [each.file, each.problems]));
      for (const file of layers.files) {
        const { origin, text, problems, knowledge } = file;
        if (knowledge?.facts !== undefined)
          show(origin.uri, text, [...problems, ...(unresolved.get(file) ?? [])]);
      }
    },
  };
}
