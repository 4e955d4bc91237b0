/**
 * The port through which the core meets files: addresses are URIs, contents are text.
 * `server/src/node/files.ts` serves it from a disk; a browser host serves it from its own store.
 */
import { parentOf, pathWithin, resolvePath } from './addresses.ts';

/** Why a file cannot be read as text. */
export interface FileProblem {
  /** `binary`: it holds a NUL byte. `encoding`: it is not UTF-8. `large`: no manuscript has so many bytes. */
  readonly kind: 'missing' | 'directory' | 'binary' | 'encoding' | 'large' | 'unreadable';
  /** What is wrong, as the end of a sentence that begins with the file's path: "is a directory". */
  readonly message: string;
  /** `binary`, `encoding`: the first bad byte, counted in bytes from the file's start. */
  readonly offset?: number;
}

/** A file's text without its byte order mark (offsets count after it), or why there is none. */
export type FileContent =
  | { readonly text: string; readonly byteOrderMark?: true }
  | { readonly problem: FileProblem };

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly uri: string;
  readonly kind: 'file' | 'folder';
}

export interface Files {
  /** Reads a whole file as strict UTF-8. Never rejects. */
  readonly read: (uri: string) => Promise<FileContent>;
  /**
   * The entries of a folder, sorted by name (UTF-16 order); none where it is missing or no folder.
   * Symbolic links to files are files; symbolic links to folders are left out, so that no walk runs in
   * circles. Never rejects.
   */
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>;
  /** What stands at an address, links followed; `null` where there is nothing. Never rejects. */
  readonly kind: (uri: string) => Promise<'file' | 'folder' | null>;
  /**
   * The address of what stands at an address, all links on the way followed; `null` where there is nothing. Left out by
   * hosts whose files have no links. Never rejects.
   */
  readonly target?: (uri: string) => Promise<string | null>;
  /** The disk finds `Methods.tex` by the name `methods.tex` too. */
  readonly foldsCase?: boolean;
}

/** Whether what stands at an address inside a folder is in truth outside of it: it is a link, or behind one. */
export async function leadsOut(uri: string, folder: string, { target }: Files): Promise<boolean> {
  const [from, to] = [await target?.(folder), await target?.(uri)];
  return typeof from === 'string' && typeof to === 'string' && pathWithin(from, to) === null;
}

/**
 * The address of a file at a path seen from a folder, with the capitals that the disk spells it with, whatever those that
 * it is asked for with; `null` where no file is there. Two spellings of one file would make it two documents.
 */
export async function existingFile(folder: string, path: string, files: Files): Promise<string | null> {
  const uri = resolvePath(folder, path);
  if ((await files.kind(uri)) !== 'file') return null;
  if (!files.foldsCase) return uri;
  // The folder is spelled right, and those above it: what is below the one that holds the file may not be.
  let at = folder;
  while (pathWithin(at, uri) === null && parentOf(at) !== at) at = parentOf(at);
  const below = pathWithin(at, uri);
  if (below === null) return uri;
  for (const name of below.split('/')) at = await spelled(at, name, files);
  return at;
}

/** The address of what a folder holds under a name, in the folder's spelling where that differs in capitals only. */
async function spelled(folder: string, name: string, files: Files): Promise<string> {
  const lower = name.toLowerCase();
  const named = (await files.list(folder)).filter(entry => entry.name.toLowerCase() === lower);
  return (named.find(entry => entry.name === name) ?? named[0])?.uri ?? resolvePath(folder, name);
}
