/**
 * Files in our cache folder. What is in one is trusted only where it is the user's and nobody else may write it; whether it is
 * whole, and for what it was made, its reader must look.
 */
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file's bytes, where it is there, trustworthy and at most `most` bytes long. */
export function readKept(path: string, most: number): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size, uid, mode } = fstatSync(file);
    const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOurs && size <= most ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Writes all of it or nothing, for no eyes but the user's. Does nothing where it can't; then nothing need be made. */
export function writeKept(path: string, make: () => readonly Uint8Array[]): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, '', { flag: 'wx', mode: 0o600 });
    writeFileSync(unfinished, Buffer.concat(make()));
    renameSync(unfinished, path);
  } catch {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // What we may not even take away again, we have not made.
    }
  }
}
