/**
 * The port through which the core meets files: addresses are URIs, contents are text.
 * `server/src/node/files.ts` serves it from a disk; a browser host serves it from its own store.
 */
import { URI, Utils } from 'vscode-uri';
import { remembered } from '../remembered.ts';

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
  /** The disk finds `Methods.tex` by the name `methods.tex` too. */
  readonly foldsCase?: boolean;
}

/**
 * The address of a file as its folder spells its name, whatever the capitals of the one that is asked for; `null`
 * where no file is there. Two names for one file would make it two documents.
 */
export async function existingFile(uri: string, files: Files): Promise<string | null> {
  if ((await files.kind(uri)) !== 'file') return null;
  if (!files.foldsCase) return uri;
  const entries = await files.list(parentOf(uri));
  const name = nameOf(uri).toLowerCase();
  const named = entries.filter(entry => entry.name.toLowerCase() === name).map(entry => entry.uri);
  return named.includes(uri) ? uri : (named[0] ?? uri);
}

/** One spelling for one address: `file:///C:/x y` and `file:///c%3A/x%20y` are the same file. */
export const normalizeUri = remembered(uri => URI.parse(uri).toString());

/** The folder that a file or folder stands in; the root, and that of a Windows drive, is its own. */
export const parentOf = remembered(uri => {
  const here = URI.parse(uri);
  const { path } = Utils.dirname(here);
  const drive = /^\/[A-Za-z]:(?=\/|$)/.exec(here.path)?.[0] ?? '';
  // Without its slash, a drive means the folder that a process happens to be in.
  return here.with({ path: path.length <= drive.length ? `${drive}/` : path }).toString();
});

/** The last part of an address: a file's name. */
export const nameOf = remembered(uri => Utils.basename(URI.parse(uri)));

/** The address of a path (`/` between its parts, `..` allowed) as seen from a folder. */
export function resolvePath(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** The path from a folder down to what it holds, with `/`; `null` where it doesn't hold it. */
export function pathWithin(folder: string, uri: string): string | null {
  const from = URI.parse(folder);
  const to = URI.parse(uri);
  if (from.scheme !== to.scheme || from.authority.toLowerCase() !== to.authority.toLowerCase()) return null;
  const above = withSmallDrive(from.path);
  const path = withSmallDrive(to.path);
  const prefix = above.endsWith('/') ? above : `${above}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}

/** Clients write a Windows drive's letter as they like: `/C:/x` is `/c:/x`. */
function withSmallDrive(path: string): string {
  return /^\/[A-Z]:/.test(path) ? `/${path.charAt(1).toLowerCase()}${path.slice(2)}` : path;
}
