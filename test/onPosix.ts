/** Tests of what Windows hasn't: pipes, sockets and devices among files, modes, limits, any sign in a file's name. */
import { type TestContext, test } from 'node:test';

type Run = (t: TestContext) => void | Promise<void>;

/** A test that runs wherever there is what it is about; its name says where. */
export function onPosix(name: string, run: Run): void {
  if (process.platform !== 'win32') test(`${name} (POSIX)`, run);
}
