/**
 * The project file `immunogloss.yaml`: what a manuscript's authors agreed on. Editor and command line read
 * the same one, so that both report the same. Its shape is `glossary/schema/immunogloss.schema.json`.
 */
import type { Profile, Severity, Span } from '../types.ts';
import type { IgnoreEntry } from './ignoring.ts';

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
