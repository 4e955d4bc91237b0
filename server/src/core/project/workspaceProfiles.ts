/** Profiles of a project's own: YAML or JSON files in `.immunogloss/profiles/`, each named by its file. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Profile, ResetScope, Severity } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { nameOf, parentOf, resolvePath } from './addresses.ts';
import type { Files } from './files.ts';
import { profiles } from './profiles.ts';
import type { ProjectProblem } from './project.ts';
import { listed, SEVERITIES, spanOf, textOf } from './settingNodes.ts';

const FOLDER = 'profiles';
const ABOVE = '.immunogloss';
const ENDING = /\.(?:ya?ml|json)$/i;
/** Characters beyond which no profile is read. */
const MOST_CHARACTERS = 1_000_000;

/** Parts in which first use may begin anew. */
const RESET_SCOPES: readonly ResetScope[] = ['abstract', 'caption', 'table', 'box'];

/** A file of a profile as it was read, with what is wrong in it. */
export interface ProfileFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly ProjectProblem[];
}

export interface WorkspaceProfiles {
  /** By id, each with what it extends. */
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly files: readonly ProfileFile[];
}

/** No profiles of one's own. */
const NO_PROFILES: WorkspaceProfiles = Object.freeze({ profiles: new Map(), files: [] });

/** Whether a file is, or would be, such a profile. */
export function isProfileFile(uri: string): boolean {
  const folder = parentOf(uri);
  return ENDING.test(uri) && nameOf(folder) === FOLDER && nameOf(parentOf(folder)) === ABOVE;
}

/** What one file says; `extends`: another profile's id. */
type Draft = Partial<Omit<Profile, 'id'>> & { readonly id: string; readonly extends?: string };

/** Reads the profiles of a project's folder. What is wrong in one is told with its place and left out. */
export async function readProfiles(
  files: Files,
  folder: string,
  rules: readonly string[],
): Promise<WorkspaceProfiles> {
  const entries = await files.list(resolvePath(folder, `${ABOVE}/${FOLDER}`));
  const named = entries.filter(({ kind, name }) => kind === 'file' && ENDING.test(name));
  if (named.length === 0) return NO_PROFILES;
  const drafts = new Map<string, Draft>();
  const found: {
    uri: string;
    text: string;
    problems: ProjectProblem[];
    base: Node | undefined;
    id: string;
  }[] = [];
  for (const { name, uri } of named) {
    const content = await files.read(uri);
    const id = name.replace(ENDING, '');
    const text = 'text' in content ? content.text : '';
    const problems: ProjectProblem[] = [];
    if ('problem' in content)
      problems.push(problem(undefined, `The profile ${content.problem.message}`, 'error'));
    const { draft, base } = readDraft(id, text, rules, problems);
    drafts.set(id, draft);
    found.push({ uri, text, problems, base, id });
  }
  const known = [...new Set([...drafts.keys(), ...profiles.keys()])];
  for (const { id, base, problems } of found) {
    const wanted = drafts.get(id)?.extends;
    if (wanted === undefined || (known.includes(wanted) && !circles(id, drafts))) continue;
    const message = known.includes(wanted)
      ? `"${id}" extends itself on the way over "${wanted}"`
      : `"${wanted}" is no profile to extend. There are ${known.join(', ')}`;
    problems.push(problem(base, message));
  }
  const own = new Map([...drafts.keys()].map(id => [id, resolved(id, drafts, new Set())]));
  return { profiles: own, files: found.map(({ uri, text, problems }) => ({ uri, text, problems })) };
}

/** Whether the way of a profile over what it extends leads back to it. One of its own name is the one that ships. */
function circles(id: string, drafts: ReadonlyMap<string, Draft>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    const next: string | undefined = drafts.get(at)?.extends;
    at = next === at ? undefined : next;
  }
  return false;
}

function resolved(id: string, drafts: ReadonlyMap<string, Draft>, seen: Set<string>): Profile {
  const draft = seen.has(id) ? undefined : drafts.get(id);
  if (draft === undefined) return profiles.get(id) ?? profiles.get('default')!;
  seen.add(id);
  const { extends: base = 'default', ...own } = draft;
  const below = resolved(base, drafts, seen);
  return {
    ...below,
    ...own,
    name: own.name ?? id,
    description: own.description ?? `A profile of this workspace, on top of "${below.name}".`,
    rules: { ...below.rules, ...own.rules },
  };
}

function readDraft(
  id: string,
  text: string,
  rules: readonly string[],
  problems: ProjectProblem[],
): { readonly draft: Draft; readonly base: Node | undefined } {
  if (text.length > MOST_CHARACTERS) {
    const message = 'A profile of more than a million characters is not read.';
    problems.push({ start: 0, end: 0, severity: 'error', message });
    return { draft: { id }, base: undefined };
  }
  const { contents, errors } = readYaml(text);
  for (const { pos, message } of errors) {
    const [start, end] = pos.map(offset => Math.min(offset, text.length)) as [number, number];
    problems.push({ start, end, severity: 'error', message: `This is not valid YAML: ${message}.` });
  }
  const draft: MutableDraft = { id };
  let base: Node | undefined;
  if (errors.length > 0 || contents === null) return { draft, base };
  if (!isMap(contents)) {
    problems.push(problem(contents, 'A profile is a list of settings, such as "extends: plos"'));
    return { draft, base };
  }
  for (const { key, value } of contents.items as Pair<Node, Node | null>[]) {
    const name = textOf(key) ?? '';
    if (value === null) continue;
    if (name === 'extends') base = value;
    if (name === 'rules') draft.rules = readRules(value, rules, problems);
    else if (!isSetting(name)) problems.push(problem(key, `"${name}" is no setting of a profile`));
    else if (!readSetting(draft, name, value))
      problems.push(problem(value, `"${name}" ${SETTINGS[name].wanted}`));
  }
  return { draft, base };
}

type MutableDraft = { -readonly [K in keyof Draft]: Draft[K] };

/** A setting: its value as a node gives it, undefined where that is none, and what it must be. */
interface Setting<Value> {
  readonly read: (node: Node) => Value | undefined;
  readonly wanted: string;
}

type SettingName = 'name' | 'description' | 'extends' | 'minimumUses' | 'headingsCount' | 'resets';

const TEXT: Setting<string> = { read: textOf, wanted: 'holds a text' };

const SETTINGS: { readonly [Name in SettingName]: Setting<NonNullable<Draft[Name]>> } = {
  name: TEXT,
  description: TEXT,
  extends: TEXT,
  minimumUses: {
    read: node => {
      const count = isScalar(node) ? node.value : undefined;
      return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined;
    },
    wanted: 'is a whole number, such as 3',
  },
  headingsCount: {
    read: node => (isScalar(node) && typeof node.value === 'boolean' ? node.value : undefined),
    wanted: 'is true or false',
  },
  resets: {
    read: node => {
      const items = isSeq(node) ? (node.items as Node[]) : [node];
      const known = items.flatMap(item => RESET_SCOPES.find(each => each === textOf(item)) ?? []);
      return known.length === items.length ? known : undefined;
    },
    wanted: `is a list of ${listed(RESET_SCOPES)}`,
  },
};

const isSetting = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/** Takes a setting over into a draft; false where the node is no value for it. */
function readSetting<Name extends SettingName>(draft: MutableDraft, name: Name, node: Node): boolean {
  const value = SETTINGS[name].read(node);
  if (value !== undefined) draft[name] = value;
  return value !== undefined;
}

function readRules(node: Node, known: readonly string[], problems: ProjectProblem[]): Profile['rules'] {
  const rules: Record<string, Severity | 'off'> = {};
  if (!isMap(node))
    problems.push(problem(node, '"rules" gives each rule a severity, such as "redefined: off"'));
  else {
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const rule = textOf(key) ?? '';
      const written = value === null ? undefined : textOf(value);
      const severity = SEVERITIES.find(each => each === written);
      if (!known.includes(rule)) problems.push(problem(key, `"${rule}" is no rule`));
      else if (severity !== undefined) rules[rule] = severity;
      else problems.push(problem(value ?? key, `A severity is one of ${SEVERITIES.join(', ')}`));
    }
  }
  return rules;
}

function problem(
  node: Node | undefined,
  message: string,
  severity: ProjectProblem['severity'] = 'warning',
): ProjectProblem {
  const span = node === undefined ? { start: 0, end: 0 } : spanOf(node);
  return { ...span, severity, message: `${message}.` };
}
