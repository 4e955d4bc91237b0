/** What commands ask: the core with the bundled glossary, made when a command first needs it. */
import {
  createGlossaryLayers,
  createProjectFinder,
  createService,
  type Glossary,
  knownNames,
  type LayerFile,
  type LayerProblem,
  type Service,
  unresolvedNames,
  withLayers,
} from '../core/index.ts';
import { blockingNodeFiles, homeFolder, layerStore, readBundledGlossary, uriOf } from '../node/index.ts';
import { shownPath } from './inputs.ts';
import { Lines } from './lines.ts';
import type { Terminal } from './output.ts';

/** The glossary as it counts in the working directory: with the layers that are found from there. */
export async function glossaryHere(terminal: Terminal): Promise<Glossary> {
  const here = uriOf('.');
  const { project } = await createProjectFinder(blockingNodeFiles, knownNames)(here);
  const stack = await createGlossaryLayers(blockingNodeFiles, homeFolder(), layerStore()).find(here, project);
  for (const file of stack.files) complainOfLayer(file, file.problems, terminal);
  const glossary = withLayers(readBundledGlossary(), stack);
  for (const { file, problems } of unresolvedNames(glossary, stack))
    complainOfLayer(file, problems, terminal);
  return glossary;
}

/** Tells what is wrong in a glossary file. */
function complainOfLayer(
  { origin, text }: LayerFile,
  problems: readonly LayerProblem[],
  terminal: Terminal,
): void {
  const lines = new Lines(text);
  for (const { start, message } of problems) {
    const { line, column } = lines.at(start);
    terminal.complain(`${shownPath(origin.uri)}:${line}:${column}: ${message}`);
  }
}

/** The core with the glossary that ships, and no other. */
export function bundledService(): Service {
  return createService(readBundledGlossary(), 1);
}
