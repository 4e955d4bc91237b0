/**
 * Addresses of files and folders: URIs, in one spelling for each, so that two are the same file where they are the same
 * string. It is the spelling that editors' clients use (`file:///c%3A/my%20papers/x.md`): a Windows drive is small, and
 * all is encoded but what RFC 3986 never reserves (2.3). Any text is an address of something; none throws.
 */
import { remembered } from '../remembered.ts';

/** What an address consists of (RFC 3986, 3), decoded. */
export interface Address {
  readonly scheme: string;
  /** A server, of `file:` too: it has the share that the path begins with. */
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** RFC 3986, appendix B: fits every text. */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Schemes whose paths begin at a root. */
const ROOTED = new Set(['file', 'http', 'https']);

/** Most addresses: a file's, with nothing encoded in its path. */
const PLAIN = /^file:\/\/(\/[\w.~/-]*)$/;

/** The parts of an address. What names no scheme is a file's. */
export function addressOf(uri: string): Address {
  const plain = PLAIN.exec(uri)?.[1];
  if (plain !== undefined) return { scheme: 'file', authority: '', path: plain, query: '', fragment: '' };
  const [, scheme = 'file', authority = '', path = '', query = '', fragment = ''] = PARTS.exec(uri) ?? [];
  const written = decoded(path);
  return {
    scheme,
    authority: decoded(authority),
    path: ROOTED.has(scheme) && !written.startsWith('/') ? `/${written}` : written,
    query: decoded(query),
    fragment: decoded(fragment),
  };
}

/** The address of a file, by its absolute path with `/` between its parts; that of a share begins with `//server/`. */
export function fileUri(path: string): string {
  const [, authority = '', within = path] = /^\/\/([^/]*)(.*)$/s.exec(path) ?? [];
  const rooted = within.startsWith('/') ? within : `/${within}`;
  return uriOf({ scheme: 'file', authority, path: rooted, query: '', fragment: '' });
}

function uriOf({ scheme, authority, path, query, fragment }: Address): string {
  const root = authority !== '' ? `//${serverOf(authority)}` : scheme === 'file' ? '//' : '';
  const place = withSmallDrive(path).replace(CODED_IN_PATH, encoded);
  const asked = query === '' ? '' : `?${query.replace(CODED, encoded)}`;
  const within = fragment === '' ? '' : `#${fragment.replace(CODED, encoded)}`;
  return `${scheme}:${root}${place}${asked}${within}`;
}

/** A server's name has no capitals, a user's before it may. */
function serverOf(authority: string): string {
  const host = authority.indexOf('@') + 1;
  const written = authority.slice(0, host) + authority.slice(host).toLowerCase();
  return written.replace(CODED_IN_SERVER, encoded);
}

const DRIVE = /^\/?[A-Z]:/;
const CODED = /[^\w.~-]+/g;
const CODED_IN_PATH = /[^\w.~/-]+/g;
const CODED_IN_SERVER = /[^\w.~@:[\]-]+/g;
/** What is half of a character only is nothing that UTF-8 can write. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What isn't well-formed UTF-8 stays as it is written. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[\dA-Fa-f]{2})+/g, bytes => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/** One spelling for one address: `file:///C:/x y` and `file:///c%3A/x%20y` are the same file. */
export const normalizeUri = remembered(uri => uriOf(addressOf(uri)));

/** The folder that a file or folder stands in; the root, and that of a Windows drive, is its own. */
export const parentOf = remembered(uri => {
  const here = addressOf(uri);
  const path = withoutSlash(here.path);
  const above = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const drive = /^\/[A-Za-z]:(?=\/|$)/.exec(path)?.[0] ?? '';
  // Without its slash, a drive means the folder that a process happens to be in.
  return uriOf({ ...here, path: above.length <= drive.length ? `${drive}/` : above });
});

/** The last part of an address: a file's name. */
export const nameOf = remembered(uri => {
  const path = withoutSlash(addressOf(uri).path);
  return path.slice(path.lastIndexOf('/') + 1);
});

/** The address of a path (`/` between its parts, `..` allowed) as seen from a folder. */
export function resolvePath(folder: string, path: string): string {
  const from = addressOf(folder);
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${from.path}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return uriOf({ ...from, path: `/${parts.join('/')}` });
}

/** The path from a folder down to what it holds, with `/`; `null` where it doesn't hold it. */
export function pathWithin(folder: string, uri: string): string | null {
  const from = addressOf(folder);
  const to = addressOf(uri);
  if (from.scheme !== to.scheme || from.authority.toLowerCase() !== to.authority.toLowerCase()) return null;
  const above = withSmallDrive(from.path);
  const path = withSmallDrive(to.path);
  const prefix = above.endsWith('/') ? above : `${above}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}

/** Clients write a Windows drive's letter as they like: `/C:/x` is `/c:/x`. */
function withSmallDrive(path: string): string {
  return path.replace(DRIVE, letter => letter.toLowerCase());
}

/** A folder's path, however it ends. */
function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}
