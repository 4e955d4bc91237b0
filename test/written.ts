/** Files that are written again, or aren't. */
import { statSync, utimesSync } from 'node:fs';

/** Whether `work` writes or replaces a file. Told by the file's date, which is put back first: no clock is that wrong. */
export async function isWrittenBy(path: string, work: () => unknown): Promise<boolean> {
  const longAgo = new Date('2001-02-03');
  utimesSync(path, longAgo, longAgo);
  await work();
  return statSync(path).mtimeMs !== longAgo.getTime();
}
