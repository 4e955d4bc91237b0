/**
 * The project file `immunogloss.yaml`: what a manuscript's authors agreed on. Editor and command line read
 * the same one, so that both report the same. Its shape is `glossary/schema/immunogloss.schema.json`.
 */
import type { Profile, Severity, Span } from '../types.ts';
import { readYaml, type YamlNodes } from '../yaml.ts';
import { parentOf } from './addresses.ts';
import type { IgnoreEntry } from './ignoring.ts';
import { ProjectReading } from './projectReading.ts';

export const PROJECT_FILE_NAME = 'immunogloss.yaml';

/** Files that are read as one manuscript, in this order. Entries are paths or globs, seen from the project. */
export interface DeclaredManuscript {
  readonly name?: string;
  readonly files: readonly DeclaredFile[];
}

/** A path or glob of a `manuscript:` list, a name of a `glossaries:` list, with its place in the project file. */
export interface DeclaredFile extends Span {
  readonly path: string;
}

/** An entry of `ignore:`, with its place in the project file; a text alone is a `form`. */
export interface DeclaredIgnore extends Span {
  readonly entry: IgnoreEntry;
}

export interface Project {
  /** The project file; `null` where there is none. */
  readonly uri: string | null;
  /** The folder from which its paths are seen. */
  readonly folder: string | null;
  /** The journal profile to go by, where it says so. */
  readonly profile?: string;
  /** Profiles of its own. */
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly rules: Readonly<Record<string, Severity | 'off' | 'default'>>;
  /** What is never reported, in the file's order. */
  readonly ignore: readonly DeclaredIgnore[];
  readonly minimumUses?: number;
  readonly manuscripts: readonly DeclaredManuscript[];
  /** Paths of glossary files or folders, or names of packages in `node_modules` that hold one. */
  readonly glossaries: readonly DeclaredFile[];
  /** The file of accepted findings, where it isn't `.immunogloss/baseline.json`. */
  readonly baseline?: DeclaredFile;
  /** Globs of files that are manuscripts although they don't look like it (plain text). */
  readonly include: readonly string[];
  /** Globs of files that are none. */
  readonly exclude: readonly string[];
}

/** Something wrong in the project file, where it stands. `error`: the file as a whole could not be read. */
export interface ProjectProblem extends Span {
  readonly severity: Severity;
  readonly message: string;
  /** The rule whose page tells more, where there is one. */
  readonly rule?: string;
}

/** The names that a project file may use. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly profiles: readonly string[];
}

/** What holds where there is no project file. */
export const NO_PROJECT: Project = Object.freeze({
  uri: null,
  folder: null,
  profiles: new Map(),
  rules: {},
  ignore: [],
  manuscripts: [],
  glossaries: [],
  include: [],
  exclude: [],
});

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
