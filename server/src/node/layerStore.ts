/**
 * Packed glossaries in the user's cache folder, one file for each glossary that takes long to read. They are packed when the
 * process ends: nobody waits for that, and of a glossary that changed ten times the last state alone is packed.
 */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { LayerStore, PackedLayer } from '../core/index.ts';
import { lazily } from '../core/lazily.ts';
import { cacheFolder } from './cacheFolder.ts';
import { readKept, writeKept } from './keptFile.ts';

/** "IGL1" in this machine's order of bytes. */
const MAGIC = 0x314c4749;
const WORD = 4;
/** Before all else: `MAGIC`, the sum of the code that packed it, the sum of what follows. */
const HEADER = 3 * WORD;
/** What follows begins with the lengths of name and columns, and the bytes that a letter of the text takes. */
const LAYOUT = 3 * WORD;
/** Bytes beyond which a file is nothing that we have written: of the largest glossary that is read, half. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Bytes of all files together; beyond, those go that were asked for longest ago. */
const MOST_KEPT = 256 * 1024 * 1024;

/**
 * The store of this process in the user's cache folder; `undefined` where the system has none, or Node no `crc32`
 * (below 20.15).
 */
export function layerStore(): LayerStore | undefined {
  const folder = cacheFolder();
  if (folder === null || typeof crc32 !== 'function') return undefined;
  const { write, ...store } = createLayerStore(join(folder, 'glossaries'));
  process.once('exit', write);
  return store;
}

/**
 * A store in a folder, which needn't be there. `write` packs and writes what was given to be kept. `most`: bytes of
 * all files.
 */
export function createLayerStore(
  folder: string,
  most = MOST_KEPT,
): LayerStore & { readonly write: () => void } {
  const waiting = new Map<string, { readonly print: string; readonly pack: () => PackedLayer }>();
  const placeOf = (uri: string): string =>
    join(folder, `${crc32(uri).toString(16).padStart(8, '0')}.glossary`);
  return {
    find(uri, print) {
      const path = placeOf(uri);
      const bytes = readKept(path, MOST_BYTES);
      const packed = bytes && unwrapped(bytes, `${uri}\n${print}`);
      if (packed !== undefined) touch(path);
      return packed;
    },
    keep(uri, print, pack) {
      waiting.set(uri, { print, pack });
    },
    write() {
      for (const [uri, { print, pack }] of waiting)
        writeKept(placeOf(uri), () => wrapped(pack(), `${uri}\n${print}`));
      if (waiting.size > 0) makeRoom(folder, most);
      waiting.clear();
    },
  };
}

/** The sum of the code that packs: it is in the file that we are built into, as are the rules by which forms are folded. */
const code = lazily(() => crc32(readFileSync(__filename)));

function wrapped({ columns, text }: PackedLayer, name: string): readonly Uint8Array[] {
  const width = /[^\0-\xFF]/.test(text) ? 2 : 1;
  const body = [
    bytesOf(Uint32Array.of(name.length, columns.length, width)),
    Buffer.from(name.padEnd(paddedLength(name.length)), 'utf16le'),
    bytesOf(columns),
    Buffer.from(text, encodings[width]),
  ];
  const sum = body.reduce((before, part) => crc32(part, before), 0);
  return [bytesOf(Uint32Array.of(MAGIC, code(), sum)), ...body];
}

/** What was wrapped for a name by the same code, if all of it is there. */
function unwrapped(bytes: Buffer, name: string): PackedLayer | undefined {
  if (bytes.length < HEADER + LAYOUT) return undefined;
  const body = bytes.subarray(HEADER);
  const [magic, packer, sum] = wordsIn(bytes, 0, HEADER / WORD);
  if (magic !== MAGIC || packer !== code() || sum !== crc32(body)) return undefined;
  const [nameLength = 0, count = 0, width = 0] = wordsIn(body, 0, LAYOUT / WORD);
  const columnsFrom = LAYOUT + 2 * paddedLength(nameLength);
  const textFrom = columnsFrom + count * WORD;
  const isNamed = body.toString('utf16le', LAYOUT, LAYOUT + 2 * nameLength) === name;
  if (!isNamed || textFrom > body.length || (width !== 1 && width !== 2)) return undefined;
  return { columns: wordsIn(body, columnsFrom, count), text: body.toString(encodings[width], textFrom) };
}

/** By the bytes that a letter takes. */
const encodings = { 1: 'latin1', 2: 'utf16le' } as const;

/** Letters of two bytes each, so that what follows begins with a word. */
function paddedLength(letters: number): number {
  return letters + (letters % 2);
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Words of this machine, copied: what they are copied from needn't stay. */
function wordsIn({ buffer, byteOffset }: Buffer, from: number, count: number): Uint32Array {
  return new Uint32Array(buffer.slice(byteOffset + from, byteOffset + from + count * WORD));
}

/** Notes that a file was asked for. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // It goes sooner than others.
  }
}

function makeRoom(folder: string, most: number): void {
  try {
    const files = readdirSync(folder).map(name => {
      const path = join(folder, name);
      const { size, mtimeMs } = statSync(path);
      return { path, size, mtimeMs };
    });
    let kept = 0;
    for (const { path, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      kept += size;
      if (kept > most) rmSync(path, { force: true });
    }
  } catch {
    // Another process makes room.
  }
}
