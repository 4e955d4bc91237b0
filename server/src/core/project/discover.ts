/** Finding the project file of a document. */
import { nameOf, parentOf, resolvePath } from './addresses.ts';
import type { Files } from './files.ts';
import { parseProject } from './parseProject.ts';
import {
  type KnownNames,
  NO_PROJECT,
  PROJECT_FILE_NAME,
  type Project,
  type ProjectProblem,
} from './project.ts';
import { type ProfileFile, readProfiles } from './workspaceProfiles.ts';

/** A project as its file has it now. */
export interface LoadedProject {
  readonly project: Project;
  /** The file's text, for the places of `problems`. */
  readonly text: string;
  readonly problems: readonly ProjectProblem[];
  /** The files of its own profiles. */
  readonly profileFiles: readonly ProfileFile[];
}

/** No project file was found. */
export const WITHOUT_PROJECT: LoadedProject = Object.freeze({
  ...{ project: NO_PROJECT, text: '' },
  ...{ problems: [], profileFiles: [] },
});

/**
 * Finds the project of each folder: the nearest `immunogloss.yaml` from the folder upwards to the root of
 * the file system. The search ends after a folder that holds `.git`, so that every clone of a repository
 * reads the same project, whatever lies around it.
 *
 * Each folder and file is looked at once; after a change on disk, make a new finder.
 */
export function createProjectFinder(
  files: Files,
  known: KnownNames,
): (folder: string) => Promise<LoadedProject> {
  const byFolder = new Map<string, Promise<LoadedProject>>();
  const find = (folder: string): Promise<LoadedProject> => {
    let found = byFolder.get(folder);
    if (found === undefined) {
      found = findFrom(folder);
      byFolder.set(folder, found);
    }
    return found;
  };
  const findFrom = async (folder: string): Promise<LoadedProject> => {
    const uri = resolvePath(folder, PROJECT_FILE_NAME);
    if ((await files.kind(uri)) === 'file') return loadProject(files, uri, known);
    const parent = parentOf(folder);
    if (
      parent === folder ||
      nameOf(folder) === '' ||
      (await files.kind(resolvePath(folder, '.git'))) !== null
    ) {
      return WITHOUT_PROJECT;
    }
    return find(parent);
  };
  return find;
}

/** Reads one project file. A file that cannot be read is a problem at its start. */
export async function loadProject(files: Files, uri: string, known: KnownNames): Promise<LoadedProject> {
  const content = await files.read(uri);
  const { profiles, files: profileFiles } = await readProfiles(files, parentOf(uri), known.rules);
  if ('problem' in content) {
    const project = { ...NO_PROJECT, uri, folder: parentOf(uri), profiles };
    const message = `The project file ${content.problem.message}.`;
    return { project, text: '', problems: [{ start: 0, end: 0, severity: 'error', message }], profileFiles };
  }
  const names = { ...known, profiles: [...new Set([...known.profiles, ...profiles.keys()])] };
  const { project, problems } = parseProject(content.text, uri, names);
  return { text: content.text, project: { ...project, profiles }, problems, profileFiles };
}

/** A folder and those above it, up to the one that holds `.git` or the root: where a project file is looked for too. */
export async function foldersFrom(files: Files, folder: string): Promise<readonly string[]> {
  const found = [folder];
  for (let at = folder; ; ) {
    const parent = parentOf(at);
    if (parent === at || nameOf(at) === '' || (await files.kind(resolvePath(at, '.git'))) !== null)
      return found;
    found.push(parent);
    at = parent;
  }
}
