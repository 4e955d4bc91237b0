/** The text of a project file, read whole. */
import { readYaml, type YamlNodes } from '../yaml.ts';
import { parentOf } from './addresses.ts';
import { type KnownNames, NO_PROJECT, type Project, type ProjectProblem } from './project.ts';
import { ProjectReading } from './projectReading.ts';

/** Characters beyond which no project file is read, whatever it is: parsing would keep the editor waiting. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads the text of a project file. What is wrong is told with its place and left out; the rest is kept.
 * After a syntax error (`error`) the project is the default one: who has an earlier one keeps that.
 */
export function parseProject(
  text: string,
  uri: string,
  known: KnownNames,
): { readonly project: Project; readonly problems: readonly ProjectProblem[] } {
  const empty = { ...NO_PROJECT, uri, folder: parentOf(uri) };
  const document = parsed(text);
  const syntax = document.errors.map(
    (error): ProjectProblem => ({
      start: Math.min(error.pos[0], text.length),
      end: Math.min(error.pos[1], text.length),
      severity: error.code === 'DUPLICATE_KEY' ? 'warning' : 'error',
      message: `This is not valid YAML: ${error.message}.`,
    }),
  );
  if (syntax.some(problem => problem.severity === 'error')) return { project: empty, problems: syntax };
  const reading = new ProjectReading(known);
  const project = reading.project(document.contents, empty);
  return { project, problems: [...syntax, ...reading.problems] };
}

/** The nodes of a project file. One too large counts as broken from its start. */
function parsed(text: string): YamlNodes {
  if (text.length <= MOST_CHARACTERS) return readYaml(text);
  const message = 'it has more than a million characters';
  return { contents: null, errors: [{ pos: [0, 0], code: 'TOO_LARGE', message }] };
}
