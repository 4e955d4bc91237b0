/**
 * The glossary that ships with us, for hosts that run on Node: from the file that the build has packed its entries into,
 * where that is whole and made of the files of `glossary/` as they are now, else from these.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { bundledEntries, createBundledGlossary, entryFiles, type Glossary, pack } from '../core/index.ts';
import { type GlossaryFolder, readGlossaryFiles } from './glossaryFiles.ts';

/** The packed file, beside the code that is built. Its first line holds two sums: of what it was made of, and of what follows. */
const PACK_NAME = 'glossary.pack';

const canSum = typeof crc32 === 'function';

/** Reads the glossary. `from`: as for `readGlossaryFiles`. Throws an `Error` where there is none. */
export function readBundledGlossary(from: string = __dirname): Glossary {
  const files = readGlossaryFiles(from);
  return createBundledGlossary(
    files,
    0,
    readPack(join(from, PACK_NAME), () => sumOfSources(files)),
  );
}

/** The content of the packed file for the glossary found at `from`; empty under a Node that has no `crc32` (below 20.15). */
export function packedGlossary(from: string = __dirname): string {
  if (!canSum) return '';
  const files = readGlossaryFiles(from);
  const packed = pack(bundledEntries(files));
  return `${sumOfSources(files)} ${crc32(packed)}\n${packed}`;
}

function readPack(path: string, sources: () => number): string | undefined {
  if (!canSum) return undefined;
  try {
    const bytes = readFileSync(path);
    const start = bytes.indexOf('\n') + 1;
    const sums = `${sources()} ${crc32(bytes.subarray(start))}\n`;
    return bytes.toString('latin1', 0, start) === sums ? bytes.toString('latin1', start) : undefined;
  } catch {
    return undefined;
  }
}

/** Changes whenever a file of entries comes, changes or goes. */
function sumOfSources(files: GlossaryFolder): number {
  return entryFiles(files).reduce((sum, name) => crc32(files.bytes(name), crc32(name, sum)), 0);
}
