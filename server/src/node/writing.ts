/** Files of the writer's that we write: all of a text, or nothing. */
import { promises as asynchronous, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BYTE_ORDER_MARK, nodeFiles, pathOf } from './files.ts';

/** How many files this process has begun to write: no two of their new texts share a name. */
let begun = 0;

const unfinishedName = (): string => `.immunogloss-${process.pid}-${Date.now()}-${begun++}.tmp`;

/** The same, with the time in milliseconds. */
const UNFINISHED = /^\.immunogloss-\d+-(\d+)-\d+\.tmp$/;

/** Milliseconds after which nobody is still writing, on whatever machine: who began was killed. */
const ABANDONED = 86_400_000;

/** The folders that this process has looked at for what others left unfinished. */
const tidied = new Set<string>();

/**
 * Replaces the text of a file, all of it or nothing: whoever reads meanwhile meets the old text or the new one.
 * Its mode stays, and a symbolic link stays one. Rejects where the file or its folder may not be written.
 */
export async function replaceFile(uri: string, text: string): Promise<void> {
  const path = await asynchronous.realpath(pathOf(uri));
  await asynchronous.access(path, constants.W_OK);
  await putInPlace(path, text, (await asynchronous.stat(path)).mode);
}

/**
 * Writes a file, all of it or nothing, its folders too where they are missing. One that is there keeps its mode
 * and its byte order mark; what cannot be read as text is not written over. Rejects as `replaceFile` does;
 * `writeProblem` says why.
 */
export async function writeWhole(uri: string, text: string): Promise<void> {
  const path = pathOf(uri);
  const before = await nodeFiles.read(uri);
  if ('text' in before) return replaceFile(uri, before.byteOrderMark ? BYTE_ORDER_MARK + text : text);
  const { kind, message } = before.problem;
  if (kind !== 'missing') throw new Error(message);
  await makeFolder(dirname(path));
  await putInPlace(path, text);
}

/** Writes a text beside the path, then moves it there. */
async function putInPlace(path: string, text: string, mode?: number): Promise<void> {
  const folder = dirname(path);
  const written = join(folder, unfinishedName());
  try {
    await asynchronous.writeFile(written, text, { flag: 'wx' });
    if (mode !== undefined) await asynchronous.chmod(written, mode);
    await asynchronous.rename(written, path);
  } catch (error) {
    await asynchronous.rm(written, { force: true });
    throw error;
  }
  await tidy(folder);
}

/** Takes away what those left in a folder who were killed while they wrote to it. */
async function tidy(folder: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of await asynchronous.readdir(folder).catch(() => [])) {
    const since = Date.now() - Number(UNFINISHED.exec(name)?.[1]);
    if (since > ABANDONED) await asynchronous.rm(join(folder, name), { force: true }).catch(() => {});
  }
}

/** Makes a folder, and those that it stands in. Node's own way to do so tells of a read-only disk as of a missing folder. */
async function makeFolder(path: string): Promise<void> {
  const found = await asynchronous.stat(path).catch(() => null);
  if (found?.isDirectory() === true) return;
  // Windows would tell of what stands below a file that it is missing.
  if (found !== null) throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR' });
  await makeFolder(dirname(path));
  await asynchronous.mkdir(path).catch(error => {
    if (!existsSync(path)) throw error; // else another was quicker
  });
}
