/**
 * Loads one of the files that we are built into with what V8 compiled of it in an earlier run: compiling is a third of
 * the CPU time of a short run, and comes before a server's first findings.
 *
 * What was compiled is code that runs, so it is kept in the user's own cache folder, and taken from a file only that is
 * the user's, that nobody else may write, and that holds what was once written for this very source. V8 itself refuses
 * what another version or other flags have made, but doesn't look whether it is whole.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { cacheFolder } from './cacheFolder.ts';
import { readKept, writeKept } from './keptFile.ts';

/** How much of what a file is ever asked for a run has had compiled. */
export type Extent = 'part' | 'whole';

/** A loaded file. */
export interface Loaded<T> {
  readonly exports: T;
  /**
   * Keeps what has been compiled by now for later runs, unless this one took as much from the cache. `extent`: whether this
   * run has done about all that the file is asked for. Never throws: without a cache, the next run is as slow as this one.
   */
  readonly keep: (extent?: Extent) => void;
}

/** What Node wraps modules in. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) {', '\n})'] as const;

/**
 * Before the code, as little-endian 32-bit words: "IGC2"; the CRC-32 of the source; that of all that follows; 1 where the
 * code is the whole, else 0.
 */
const MAGIC = 0x32434749;
const SUMMED = 12;
const HEADER = 16;
/** Bytes beyond which a file is nothing that we have written. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Loads a file, which is ASCII as all that we build, as a CommonJS module. `name`: what is kept is kept under this
 * name, so that each use of a file can have what it needs compiled, and nothing else. Throws what the file throws.
 */
export function load<T>(file: string, name: string): Loaded<T> {
  const bytes = readFileSync(file);
  // Node below 20.15 has no `crc32`.
  const folder = typeof crc32 === 'function' ? cacheFolder() : null;
  const place = folder && join(folder, `${name}-${process.versions.v8}-${process.arch}.code`);
  const sum = place === null ? 0 : crc32(bytes);
  const kept = place === null ? undefined : read(place, sum);
  const script = new Script(WRAPPER[0] + bytes.toString('latin1') + WRAPPER[1], {
    filename: file,
    columnOffset: -WRAPPER[0].length,
    ...(kept !== undefined && { cachedData: kept.subarray(HEADER) }),
  });
  const module = { exports: {} as T };
  const run: (...names: unknown[]) => void = script.runInThisContext();
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  const taken = kept === undefined || script.cachedDataRejected !== false ? undefined : extentOf(kept);
  return {
    exports: module.exports,
    keep(extent = 'whole') {
      if (place === null || taken === 'whole' || taken === extent) return;
      write(place, sum, extent, () => script.createCachedData());
    },
  };
}

/** What was kept for a source, header and code, if it is there, trustworthy and undamaged. */
function read(path: string, source: number): Buffer | undefined {
  const bytes = readKept(path, MOST_BYTES);
  if (bytes === undefined || bytes.length <= HEADER) return undefined;
  const isSound = bytes.readUInt32LE(0) === MAGIC && bytes.readUInt32LE(8) === crc32(bytes.subarray(SUMMED));
  return isSound && bytes.readUInt32LE(4) === source ? bytes : undefined;
}

function extentOf(kept: Buffer): Extent {
  return kept.readUInt32LE(SUMMED) === 1 ? 'whole' : 'part';
}

function write(path: string, source: number, extent: Extent, compile: () => Buffer): void {
  writeKept(path, () => {
    const bytes = Buffer.concat([Buffer.alloc(HEADER), compile()]);
    bytes.writeUInt32LE(extent === 'whole' ? 1 : 0, SUMMED);
    const words = [MAGIC, source, crc32(bytes.subarray(SUMMED))];
    for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, 4 * index);
    return [bytes];
  });
}
