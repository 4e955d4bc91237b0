/** The port `Files` served from a disk, by Node. */
import { isUtf8 } from 'node:buffer';
import {
  // `promises` is loaded when it is first asked for, which a command that only reads never does.
  promises as asynchronous,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import {
  addressOf,
  type FileContent,
  type FileProblem,
  type Files,
  type FolderEntry,
  fileUri,
} from '../core/index.ts';

/** Bytes beyond which a file is no manuscript: ten million words. */
const mostBytes = 64 * 1024 * 1024;

const tooLarge = `is larger than ${mostBytes / 1024 / 1024} MB: split it`;

/** Windows and macOS, unless somebody has set up a disk otherwise. */
const foldsCase = process.platform === 'win32' || process.platform === 'darwin';

/** What is asked of a disk. */
interface Disk {
  /** Reads what stands at a path; throws what `checked` does. */
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly list: (path: string) => Promise<readonly Dirent[]>;
  /**
   * `null` where nothing is: to make an error takes three times as long as to ask, and a command asks for fifty that
   * are missing.
   */
  readonly stat: (path: string) => Promise<Stats | null>;
  readonly real: (path: string) => Promise<string>;
}

/** Opens for reading; a pipe that nobody writes to is open at once (POSIX, `open`). */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** For a server: whatever else it does goes on while the disk is read. */
export const nodeFiles: Files = filesOn({
  async read(path) {
    const file = await asynchronous.open(path, READING);
    try {
      checked(await file.stat());
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
  list: path => asynchronous.readdir(path, { withFileTypes: true }),
  stat: path =>
    asynchronous.stat(path).catch(error => {
      if (problemOf(error).kind === 'missing') return null;
      throw error;
    }),
  real: path => asynchronous.realpath(path),
});

/** For a command, which has nothing else to do: without the way through the thread pool, at a fifth of the CPU time. */
export const blockingNodeFiles: Files = filesOn({
  async read(path) {
    const file = openSync(path, READING);
    try {
      checked(fstatSync(file));
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  },
  list: async path => readdirSync(path, { withFileTypes: true }),
  stat: async path => statSync(path, { throwIfNoEntry: false }) ?? null,
  real: async path => realpathSync(path),
});

const MISSING: FileProblem = { kind: 'missing', message: 'does not exist' };

/** A file that isn't read, whatever is in it. */
class Unreadable extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Throws `Unreadable` for what is no file of a reasonable size: a pipe that nobody writes to keeps its reader waiting for
 * ever, some devices never end.
 */
function checked(found: Stats): void {
  if (!found.isFile() && !found.isDirectory()) {
    throw new Unreadable({ kind: 'unreadable', message: 'is a device, a pipe or a socket' });
  }
  if (found.size > mostBytes) throw new Unreadable({ kind: 'large', message: tooLarge });
}

function filesOn(disk: Disk): Files {
  const kindOf = async (path: string) => {
    const found = await disk.stat(path).catch(() => null);
    return found === null ? null : found.isDirectory() ? 'folder' : 'file';
  };
  return {
    async read(uri) {
      const path = pathOf(uri);
      try {
        // Before it is opened, which does something to some devices; and once more when it is, as it may be another by then.
        const found = await disk.stat(path);
        if (found === null) return { problem: MISSING };
        checked(found);
        return decode(await disk.read(path));
      } catch (error) {
        return { problem: error instanceof Unreadable ? error.problem : problemOf(error) };
      }
    },

    async list(folder) {
      const path = pathOf(folder);
      const found = await disk.list(path).catch(() => []);
      const entries: FolderEntry[] = [];
      for (const each of found) {
        const at = join(path, each.name);
        if (each.isDirectory()) entries.push({ name: each.name, uri: uriOf(at), kind: 'folder' });
        else if (each.isFile() || (each.isSymbolicLink() && (await kindOf(at)) === 'file')) {
          entries.push({ name: each.name, uri: uriOf(at), kind: 'file' });
        }
      }
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    },

    kind: uri => kindOf(pathOf(uri)),
    target: uri => disk.real(pathOf(uri)).then(uriOf, () => null),
    foldsCase,
  };
}

/** The address of a path of this machine. A relative path is seen from the working directory. */
export function uriOf(path: string): string {
  return fileUri(resolve(path).replaceAll(sep, '/'));
}

/** The writer's home folder; `null` where the system names none. */
export function homeFolder(): string | null {
  const path = homedir();
  return path === '' ? null : uriOf(path);
}

/** The path on this machine at an address, with its own separators. */
export function pathOf(uri: string): string {
  const { authority, path } = addressOf(uri);
  const share = authority === '' ? '' : `//${authority}`;
  // A drive's path has no root before it.
  return `${share}${path}`.replace(/^\/(?=[A-Za-z]:)/, '').replaceAll('/', sep);
}

/** What a text begins with in a file that has a byte order mark (Unicode 16, 23.8). */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Reads bytes as strict UTF-8. A byte order mark is left out and told of; NUL bytes and ill-formed bytes are refused. */
export function decode(bytes: Uint8Array): FileContent {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const message = utf16 ? 'is UTF-16: save it as UTF-8' : `is not a text file (NUL byte at offset ${nul})`;
    return { problem: { kind: 'binary', message, offset: nul } };
  }
  if (isUtf8(bytes)) {
    const { buffer, byteOffset, length } = bytes;
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const text = Buffer.from(buffer, byteOffset, length).toString('utf8', marked ? 3 : 0);
    return marked ? { text, byteOrderMark: true } : { text };
  }
  const offset = firstBadByte(bytes);
  const byte = bytes[offset]?.toString(16).toUpperCase().padStart(2, '0');
  const message = `is not valid UTF-8 (byte 0x${byte} at offset ${offset}): save it as UTF-8`;
  return { problem: { kind: 'encoding', message, offset } };
}

/**
 * The offset of the first byte that begins no well-formed UTF-8 sequence: where a decoder puts its first
 * replacement character that isn't itself in the bytes (EF BF BD).
 */
function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) break;
    offset += 3;
    from = at + 1;
  }
  return offset;
}

function problemOf(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return MISSING;
    case 'EISDIR':
      return { kind: 'directory', message: 'is a directory' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', message: 'may not be read (permission denied)' };
    case 'ELOOP':
      return { kind: 'unreadable', message: 'is a symbolic link that leads to itself' };
    default:
      return { kind: 'unreadable', message: `cannot be read (${code || String(error)})` };
  }
}
