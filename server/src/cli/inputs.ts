/** From the paths that a user names to the documents that are read. */
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  expandGlob,
  type FileContent,
  type Files,
  isGlob,
  type LoadedProject,
  manuscriptFilter,
  parentOf,
  pathWithin,
  walk,
} from '../core/index.ts';
import { lazily } from '../core/lazily.ts';
import { decode, pathOf, uriOf } from '../node/index.ts';

/** How standard input is named among the paths. */
export const STANDARD_INPUT = '-';

/** A document to read, with the path that the user knows it by. */
export interface Input {
  readonly uri: string;
  readonly path: string;
}

/** A path that names nothing to read, with why. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * Finds the documents that paths name, in their order, none twice.
 * @param stdinPath the file that standard input stands for
 * @param looked called for each file of a folder that was looked at
 */
export async function findInputs(
  paths: readonly string[],
  stdinPath: string,
  files: Files,
  projectOf: (folder: string) => Promise<LoadedProject>,
  looked: () => void,
): Promise<{ readonly inputs: readonly Input[]; readonly problems: readonly InputProblem[] }> {
  const inputs = new Map<string, Input>();
  const problems: InputProblem[] = [];
  for (const path of paths) {
    const named =
      path === STANDARD_INPUT
        ? [{ uri: uriOf(stdinPath), path: stdinPath }]
        : await namedBy(path, files, projectOf, looked);
    if (typeof named === 'string') problems.push({ path, message: named });
    else for (const input of named) if (!inputs.has(input.uri)) inputs.set(input.uri, input);
  }
  return { inputs: [...inputs.values()], problems };
}

/** The documents that a path names; where it names none, why. */
async function namedBy(
  path: string,
  files: Files,
  projectOf: (folder: string) => Promise<LoadedProject>,
  looked: () => void,
): Promise<readonly Input[] | string> {
  const uri = uriOf(path);
  const kind = await files.kind(uri);
  if (kind === 'file') return [{ uri, path }];
  if (kind === 'folder') {
    const found = await inFolder(uri, files, projectOf, looked);
    const below = (each: string) => join(path, pathWithin(uri, each)!).replaceAll(sep, '/');
    return found.length > 0
      ? found.map(each => ({ uri: each, path: below(each) }))
      : 'is a folder without manuscripts';
  }
  // A path that is a glob and no file: the shell left it to us.
  const glob = sep === '\\' ? path.replaceAll('\\', '/') : path;
  if (!isGlob(glob)) return 'does not exist';
  const found = await expandGlob(files, uriOf('.'), glob);
  return found.length > 0 ? found.map(each => ({ uri: each, path: shownPath(each) })) : 'matches no file';
}

/** The path of a file that the user didn't name: as seen from the working directory, where that is above it. */
export function shownPath(uri: string): string {
  const path = pathOf(uri);
  const within = relative(resolve('.'), path);
  return (within.startsWith('..') || isAbsolute(within) ? path : within).replaceAll(sep, '/');
}

/** Files, but the text on standard input in the place of the file that it stands for. */
export function withStandardInput(files: Files, path: string): Files {
  const stdin = uriOf(path);
  const read = lazily(readStandardInput);
  return {
    ...files,
    kind: async uri => (uri === stdin ? 'file' : files.kind(uri)),
    read: uri => (uri === stdin ? read() : files.read(uri)),
  };
}

/** All of standard input, as strict UTF-8. */
async function readStandardInput(): Promise<FileContent> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return decode(Buffer.concat(chunks));
}

async function inFolder(
  folder: string,
  files: Files,
  projectOf: (folder: string) => Promise<LoadedProject>,
  looked: () => void,
): Promise<readonly string[]> {
  const filters = new Map<LoadedProject, (uri: string) => boolean>();
  const found: string[] = [];
  const takes = async (uri: string) => {
    looked();
    const project = await projectOf(parentOf(uri));
    let filter = filters.get(project);
    if (filter === undefined) {
      filter = manuscriptFilter(project.project);
      filters.set(project, filter);
    }
    return filter(uri);
  };
  for await (const uri of walk(files, folder, takes)) found.push(uri);
  return found;
}
