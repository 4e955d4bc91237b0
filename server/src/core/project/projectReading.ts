/** Reads the settings of a project file from its nodes, one method for each kind of setting. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { mentionClasses } from '../glossary/load.ts';
import type { Severity } from '../types.ts';
import { IGNORE_KEYS, IGNORE_SCOPES, type IgnoreEntry } from './ignoring.ts';
import type {
  DeclaredFile,
  DeclaredIgnore,
  DeclaredManuscript,
  KnownNames,
  Project,
  ProjectProblem,
} from './project.ts';
import { isNothing, listed, SEVERITIES, spanOf, textOf } from './settingNodes.ts';

/** One pass over the nodes of a project file, gathering what is wrong on its way. */
export class ProjectReading {
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
          project.ignore = this.#ignore(value);
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
      const severity = this.#oneOf(value, [...SEVERITIES, 'default'], 'severity');
      if (severity !== undefined) rules[rule] = severity;
    }
    return rules;
  }

  /** Short forms, and entries such as `pattern: PT_*`. */
  #ignore(node: Node): DeclaredIgnore[] {
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    return items.flatMap(item => {
      const entry = isMap(item) ? this.#ignoreEntry(item) : { form: this.#text(item, 'ignore') };
      const isEmpty = Object.values(entry).every(value => value === undefined);
      return isEmpty ? [] : [{ entry: entry as IgnoreEntry, ...spanOf(item) }];
    });
  }

  /** An entry with a slip in it ignores nothing, rather than more than it says. */
  #ignoreEntry({ items }: YAMLMap): IgnoreEntry {
    const entry: { -readonly [K in keyof IgnoreEntry]: IgnoreEntry[K] } = {};
    for (const { key, value } of items as Pair<Node, Node | null>[]) {
      const name = this.#oneOf(key, IGNORE_KEYS, 'way to ignore');
      if (name === undefined || isNothing(value)) return {};
      const written =
        name === 'class'
          ? this.#oneOf(value, mentionClasses, 'class')
          : name === 'scope'
            ? this.#oneOf(value, IGNORE_SCOPES, 'scope')
            : name === 'rule'
              ? this.#oneOf(value, this.#known.rules, 'rule')
              : this.#text(value, name);
      if (written === undefined) return {};
      entry[name] = written;
    }
    return entry;
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
        const message = `"${path}" is outside the folder of immunogloss.yaml: only paths inside it are read.`;
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

function some(manuscript: DeclaredManuscript): DeclaredManuscript[] {
  return manuscript.files.length > 0 ? [manuscript] : [];
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
