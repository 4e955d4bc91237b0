/** The baseline that counts for a manuscript: which file it is, and what it holds. */
import { type AcceptedFinding, accepted, type Baseline, NO_BASELINE } from '../baseline/baseline.ts';
import { type BaselineProblem, baselineText, parseBaseline } from '../baseline/file.ts';
import type { Diagnostic } from '../types.ts';
import { pathWithin, resolvePath } from './addresses.ts';
import { foldersFrom } from './discover.ts';
import { type Files, leadsOut } from './files.ts';
import type { Project } from './project.ts';

export const BASELINE_NAME = 'baseline.json';
/** Where a baseline is, seen from the project's folder, unless `baseline:` names another file. */
const BASELINE_PATH = `.immunogloss/${BASELINE_NAME}`;

/** A baseline as its file has it now. */
export interface LoadedBaseline {
  /** The file; `null` where there is none. */
  readonly uri: string | null;
  /** The folder from which its paths are seen; `null` where there is no file. */
  readonly folder: string | null;
  readonly text: string;
  /** Without entries where the file is missing or damaged. */
  readonly baseline: Baseline;
  readonly problems: readonly BaselineProblem[];
}

/** No baseline was found. */
export const WITHOUT_BASELINE: LoadedBaseline = Object.freeze({
  uri: null,
  folder: null,
  text: '',
  baseline: NO_BASELINE,
  problems: [],
});

/**
 * Finds the baseline of a manuscript in `folder`: that of its project; without a project file, the nearest
 * `.immunogloss/baseline.json` from the folder upwards. Each is read once; after a change on disk, make a new finder.
 */
export function createBaselineFinder(
  files: Files,
): (folder: string, project: Project) => Promise<LoadedBaseline> {
  const reading = new Map<string, Promise<LoadedBaseline>>();
  const load = (uri: string, folder: string): Promise<LoadedBaseline> => {
    const loading = reading.get(uri) ?? loadBaseline(files, uri, folder);
    reading.set(uri, loading);
    return loading;
  };
  const nearest = new Map<string, Promise<LoadedBaseline>>();
  const find = async (folder: string, project: Project): Promise<LoadedBaseline> => {
    for (const at of await foldersFrom(files, folder)) {
      const found = await load(baselineOf(project, at), at);
      if (found.uri !== null) return found;
    }
    return WITHOUT_BASELINE;
  };
  return (folder, project) => {
    if (project.folder !== null) return load(baselineOf(project, project.folder), project.folder);
    const found = nearest.get(folder) ?? find(folder, project);
    nearest.set(folder, found);
    return found;
  };
}

/** The file that is, or would be, the baseline of a project in this folder. */
export function baselineOf(project: Project, folder: string): string {
  return resolvePath(folder, project.baseline?.path ?? BASELINE_PATH);
}

async function loadBaseline(files: Files, uri: string, folder: string): Promise<LoadedBaseline> {
  const unread = (why: string): LoadedBaseline => {
    const problem = { start: 0, end: 0, message: `The baseline ${why}.` };
    return { uri, folder, text: '', baseline: NO_BASELINE, problems: [problem] };
  };
  const content = await files.read(uri);
  if ('problem' in content) {
    return content.problem.kind === 'missing' ? WITHOUT_BASELINE : unread(content.problem.message);
  }
  if (await leadsOut(uri, folder, files)) return unread('is a link that leads out of its folder');
  const { text } = content;
  const read = parseBaseline(text);
  return 'problem' in read
    ? { uri, folder, text, baseline: NO_BASELINE, problems: [read.problem] }
    : { uri, folder, text, baseline: read, problems: [] };
}

/** The file that findings in a document are written under, as seen from the project's folder. */
export function pathInProject(folder: string, uri: string): string {
  return pathWithin(folder, uri) ?? uri;
}

/** A finding as an entry of the baseline of a project's folder. */
export function acceptedIn(folder: string, finding: Diagnostic): AcceptedFinding {
  return accepted(finding, pathInProject(folder, finding.analysis.document.uri));
}

/**
 * The text of a baseline that holds `entries`, all there are now in the files `paths`. What was accepted in
 * other files stays, as long as these are there.
 */
export async function renewedBaseline(
  before: Baseline,
  entries: readonly AcceptedFinding[],
  paths: ReadonlySet<string>,
  folder: string,
  files: Files,
): Promise<string> {
  const kept: AcceptedFinding[] = [];
  const isThere = new Map<string, boolean>();
  for (const entry of before.entries) {
    const { path } = entry;
    if (paths.has(path)) continue;
    if (!isThere.has(path)) isThere.set(path, (await files.kind(resolvePath(folder, path))) !== null);
    if (isThere.get(path)) kept.push(entry);
  }
  return baselineText([...kept, ...entries]);
}

/** The entries of the files `paths` that no finding is any more. */
export function idleEntries(
  { entries }: Baseline,
  used: ReadonlySet<AcceptedFinding>,
  paths: ReadonlySet<string>,
): readonly AcceptedFinding[] {
  return entries.filter(entry => paths.has(entry.path) && !used.has(entry));
}
