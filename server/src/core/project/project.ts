/**
 * The project file `immunogloss.yaml`: what a manuscript's authors agreed on. Editor and command line read
 * the same one, so that both report the same. Its shape is `glossary/schema/immunogloss.schema.json`.
 */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { mentionClasses } from '../glossary/load.ts';
import type { Profile, Severity, Span } from '../types.ts';
import { readYaml, type YamlNodes } from '../yaml.ts';
import { parentOf } from './files.ts';
import { IGNORE_KEYS, IGNORE_SCOPES, type IgnoreEntry } from './ignoring.ts';

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
  readonly ignore: readonly string[];
  /** What is ignored by more than a short form. */
  readonly ignoring: readonly IgnoreEntry[];
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
  readonly severity: 'error' | 'warning';
  readonly message: string;
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
  ignoring: [],
  manuscripts: [],
  glossaries: [],
  include: [],
  exclude: [],
});

/** Characters beyond which no project file is read, whatever it is: parsing would keep the editor waiting. */
const MOST_CHARACTERS = 1_000_000;

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off', 'default'] as const;

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

/** One pass over the nodes of a project file, gathering what is wrong on its way. */
class ProjectReading {
  readonly problems: ProjectProblem[] = [];
  readonly #known: KnownNames;

  constructor(known: KnownNames) {
    this.#known = known;
  }

  project(root: Node | null, empty: Project): Project {
    if (isNothing(root)) return empty;
    if (!isMap(root)) {
      this.#wrong(root, 'The project file is a list of settings, such as "ignore: [CAR]"');
      return empty;
    }
    const project: { -readonly [K in keyof Project]: Project[K] } = { ...empty };
    for (const { key, value } of root.items as Pair<Node, Node | null>[]) {
      if (isNothing(value)) continue;
      switch (textOf(key)) {
        case 'profile':
          this.#profile(value, project);
          break;
        case 'rules':
          project.rules = this.#rules(value);
          break;
        case 'ignore':
          this.#ignore(value, project);
          break;
        case 'minimumUses':
          this.#minimumUses(value, project);
          break;
        case 'manuscript':
          project.manuscripts = this.#manuscripts(value);
          break;
        case 'glossaries':
          project.glossaries = this.#paths(value, 'glossaries');
          break;
        case 'baseline':
          this.#baseline(value, project);
          break;
        case 'include':
          project.include = this.#texts(value, 'include').map(each => each.path);
          break;
        case 'exclude':
          project.exclude = this.#texts(value, 'exclude').map(each => each.path);
          break;
        default:
          this.#wrong(key, `"${String(textOf(key) ?? '')}" is no setting of the project file`);
      }
    }
    return project;
  }

  #rules(node: Node): Project['rules'] {
    if (!isMap(node)) {
      this.#wrong(node, '"rules" gives each rule a severity, such as "redefined: off"');
      return {};
    }
    const rules: Record<string, Severity | 'off' | 'default'> = {};
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const rule = this.#oneOf(key, this.#known.rules, 'rule');
      if (rule === undefined || isNothing(value)) continue;
      const severity = this.#oneOf(value, SEVERITIES, 'severity');
      if (severity !== undefined) rules[rule] = severity;
    }
    return rules;
  }

  /** Short forms, and entries such as `pattern: PT_*`. */
  #ignore(node: Node, project: { ignore: readonly string[]; ignoring: readonly IgnoreEntry[] }): void {
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    project.ignore = items.filter(item => !isMap(item)).flatMap(item => this.#text(item, 'ignore') ?? []);
    project.ignoring = items.flatMap(item => {
      if (!isMap(item)) return [];
      const entry: { -readonly [K in keyof IgnoreEntry]: IgnoreEntry[K] } = {};
      for (const { key, value } of item.items as Pair<Node, Node | null>[]) {
        const name = this.#oneOf(key, IGNORE_KEYS, 'way to ignore');
        // An entry with a slip in it ignores nothing, rather than more than it says.
        if (name === undefined || isNothing(value)) return [];
        const written =
          name === 'class'
            ? this.#oneOf(value, mentionClasses, 'class')
            : name === 'scope'
              ? this.#oneOf(value, IGNORE_SCOPES, 'scope')
              : name === 'rule'
                ? this.#oneOf(value, this.#known.rules, 'rule')
                : this.#text(value, name);
        if (written === undefined) return [];
        entry[name] = written;
      }
      return Object.keys(entry).length === 0 ? [] : [entry];
    });
  }

  #profile(node: Node, project: { profile?: string }): void {
    const id = this.#oneOf(node, this.#known.profiles, 'profile');
    if (id !== undefined) project.profile = id;
  }

  #minimumUses(node: Node, project: { minimumUses?: number }): void {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) project.minimumUses = value;
    else this.#wrong(node, '"minimumUses" is a whole number, such as 3');
  }

  #baseline(node: Node, project: { baseline?: DeclaredFile }): void {
    const [file] = this.#paths(node, 'baseline');
    if (isSeq(node)) this.#wrong(node, '"baseline" is the path of one file');
    else if (file !== undefined) project.baseline = file;
  }

  /** One list of paths is one manuscript; a list of lists, or of `name` with `files`, is several. */
  #manuscripts(node: Node): DeclaredManuscript[] {
    if (isSeq(node) && node.items.some(item => isSeq(item) || isMap(item))) {
      return (node.items as Node[]).flatMap(item => this.#manuscript(item));
    }
    return this.#manuscript(node);
  }

  #manuscript(node: Node): DeclaredManuscript[] {
    if (!isMap(node)) return some({ files: this.#paths(node, 'manuscript') });
    let name: string | undefined;
    let files: DeclaredFile[] = [];
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const setting = textOf(key);
      if (isNothing(value)) continue;
      if (setting === 'files') files = this.#paths(value, 'files');
      else if (setting === 'name') name = this.#text(value, 'name');
      else this.#wrong(key, `"${setting ?? ''}" is no setting of a manuscript: it has "name" and "files"`);
    }
    return some(name === undefined ? { files } : { name, files });
  }

  /** Paths that stay inside the project's folder: a file that somebody else sent names no other file. */
  #paths(node: Node, setting: string): DeclaredFile[] {
    return this.#texts(node, setting).filter(({ path, start, end }) => {
      const inside = !/^([/\\]|[A-Za-z]:|[A-Za-z][\w+.-]*:\/\/)/.test(path) && !climbs(path);
      if (!inside) {
        const message = `"${path}" is outside the folder of ${PROJECT_FILE_NAME}: only paths inside it are read.`;
        this.problems.push({ start, end, severity: 'warning', message });
      }
      return inside;
    });
  }

  /** A list of texts; one text alone is a list of one. Numbers and dates count as they are written. */
  #texts(node: Node, setting: string): DeclaredFile[] {
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    return items.flatMap(item => {
      const path = this.#text(item, setting);
      return path === undefined ? [] : [{ path, ...spanOf(item) }];
    });
  }

  #text(node: Node, setting: string): string | undefined {
    const text = textOf(node)?.trim();
    if (text) return text;
    this.#wrong(node, `"${setting}" holds texts, such as "CAR"`);
    return undefined;
  }

  #oneOf<T extends string>(node: Node, values: readonly T[], what: string): T | undefined {
    const text = textOf(node);
    const found = values.find(value => value === text);
    if (found === undefined) {
      this.#wrong(node, `${text === undefined ? 'This' : `"${text}"`} is no ${what}. Use ${listed(values)}`);
    }
    return found;
  }

  #wrong(node: Node, message: string): void {
    this.problems.push({ ...spanOf(node), severity: 'warning', message: `${message}.` });
  }
}

function isNothing(node: Node | null | undefined): node is null | undefined {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** A scalar as it is written: `off`, `3` and `2024-01-01` too are texts here. */
function textOf(node: Node): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Whether a path leaves the folder that it is seen from. */
function climbs(path: string): boolean {
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

function some(manuscript: DeclaredManuscript): DeclaredManuscript[] {
  return manuscript.files.length > 0 ? [manuscript] : [];
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
