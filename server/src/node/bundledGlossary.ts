/**
 * The glossary that ships with us, for hosts that run on Node: from the file that the build has packed its entries into,
 * where that is whole and made of the files of `glossary/` as they are now, else from these.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { bundledEntries, createBundledGlossary, entryFiles, type Glossary, pack } from '../core/index.ts';
import { type GlossaryFolder, readGlossaryFiles } from './glossaryFiles.ts';

/**
 * The packed file, beside the code that is built. Its first line tells of the files that it was made of how many bytes they
 * have and the sum of these, then the sum of what follows.
 */
const PACK_NAME = 'glossary.pack';

const canSum = typeof crc32 === 'function';

/** Reads the glossary. `from`: as for `readGlossaryFiles`. Throws an `Error` where there is none. */
export function readBundledGlossary(from: string = __dirname): Glossary {
  const files = readGlossaryFiles(from);
  return createBundledGlossary(files, 0, readPack(join(from, PACK_NAME), files));
}

/** The content of the packed file for the glossary found at `from`; empty under a Node that has no `crc32` (below 20.15). */
export function packedGlossary(from: string = __dirname): string {
  if (!canSum) return '';
  const files = readGlossaryFiles(from);
  const names = entryFiles(files);
  const packed = pack(bundledEntries(files));
  return `${files.state(names).size} ${sumOf(files, names)} ${crc32(packed)}\n${packed}`;
}

function readPack(path: string, files: GlossaryFolder): string | undefined {
  if (!canSum) return undefined;
  try {
    const bytes = readFileSync(path);
    const start = bytes.indexOf('\n') + 1;
    const [size, sum, ownSum] = bytes.toString('latin1', 0, start).split(' ').map(Number);
    if (ownSum !== crc32(bytes.subarray(start))) return undefined;
    const names = entryFiles(files);
    const now = files.state(names);
    // To sum a megabyte is a hundredth of a short run: what is no younger than the pack is what it was made of.
    const isSame =
      now.size === size && (now.written <= statSync(path).mtimeMs || sumOf(files, names) === sum);
    return isSame ? bytes.toString('latin1', start) : undefined;
  } catch {
    return undefined;
  }
}

/** Changes whenever one of the files does. */
function sumOf(files: GlossaryFolder, names: readonly string[]): number {
  return names.reduce((sum, name) => crc32(files.bytes(name), crc32(name, sum)), 0);
}
