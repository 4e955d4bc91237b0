/** Folders: the one that a document counts as standing in, and those of the workspace around it. */
import { addressOf, parentOf, pathWithin } from '../core/index.ts';
import { fileOf } from './notebooks.ts';

/** The folder on disk in which a document counts as standing. `folders`: the workspace's, as URIs. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const file = fileOf(uri);
  if (addressOf(file).scheme === 'file') return parentOf(file);
  return folders.find(folder => folder.startsWith('file:'));
}

/** Where a project file for a document would be made; `undefined` where it has no folder. */
export function newProjectFolder(uri: string, folders: readonly string[]): string | undefined {
  const folder = folderOf(uri, folders);
  const around = folders.filter(each => folder === each || (folder && pathWithin(each, folder) !== null));
  return around.sort((a, b) => b.length - a.length)[0] ?? folder;
}

/**
 * Whether a document stands in a folder with a dot, or in `node_modules`. Outside the workspace the path says
 * less: home folders and caches have dots far above a manuscript, so only its own folder counts there.
 */
export function isHidden(uri: string, folders: readonly string[]): boolean {
  const within = folders.map(folder => pathWithin(folder, uri)).find(path => path !== null);
  const above = (within ?? addressOf(uri).path).split('/').slice(0, -1);
  const near = within === undefined ? above.slice(-1) : above;
  return above.includes('node_modules') || near.some(part => part.startsWith('.'));
}
