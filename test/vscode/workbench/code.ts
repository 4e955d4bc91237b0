/**
 * Stands in for desktop VS Code's executable: takes the arguments that `@vscode/test-electron` gives it,
 * and opens the workbench in Chromium with a real extension host. The exit code is that of the tests.
 * `IMMUNOGLOSS_WORKBENCH` (a `Workbench` as JSON) says which one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { patience } from '../until.ts';
import { type BrowserWindow, openBrowser } from './browser.ts';
import type { Workbench } from './install.ts';
import { commandLine, startServer, windowAddress } from './server.ts';

/** Three times what the tests take at a load of 30 (ms): this ends only what hangs. */
const limit = 3_600_000;
const workbench = JSON.parse(process.env.IMMUNOGLOSS_WORKBENCH ?? '') as Workbench;
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
const { extensionTestsPath: tests, extensionDevelopmentPath: developed } = values;
if (typeof tests !== 'string') process.exit(commandLine(workbench, process.argv.slice(2)));

/** What the workbench itself logs through the channel that carries the tests' output. */
const chatter =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Ignoring fetching additional|Updating additional builtin|\[AgentHost|\[AccountPolicyGate|\[Service Worker\]|Creation of workbench contribution|Timed out waiting for authentication provider)/;
const verbose = Boolean(process.env.VSCODE_TEST_VERBOSE);
const scratch = mkdtempSync(join(tmpdir(), 'immunogloss-window-'));
const folderOf = (name: 'user-data-dir' | 'extensions-dir') =>
  typeof values[name] === 'string' ? values[name] : join(scratch, name);

let end = (_code: number) => {};
const code = new Promise<number>(resolve => {
  end = resolve;
});
const giveUp = (why: string, code: number) => {
  console.error(why);
  end(code);
};
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => end(130));
setTimeout(() => giveUp(`The tests did not end within ${limit / 60_000} minutes.`, 124), limit).unref();

let browser: BrowserWindow | undefined;
const server = await startServer({
  workbench,
  userData: folderOf('user-data-dir'),
  extensions: folderOf('extensions-dir'),
  testing: true,
});
let done = false;
server.ended.then(ended => {
  if (!done) giveUp(`The workbench's server ended with ${ended}.`, 1);
});
try {
  browser = await openBrowser();
  const { page } = browser;
  page.on('crash', () => giveUp('The page crashed.', 1));
  if (verbose) page.on('console', message => console.error(`[workbench] ${message.text()}`));
  await page.exposeFunction('codeAutomationExit', end);
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const line = format(...args);
    const ours = type !== 'trace' && type !== 'debug' && !chatter.test(line);
    if (verbose || ours) (type === 'error' ? console.error : console.log)(line);
  });
  await page.goto(
    windowAddress(server.host, {
      ...(positionals[0] === undefined ? {} : { folder: positionals[0] }),
      developed: (developed as string[] | undefined) ?? [],
      tests,
    }),
    { timeout: patience },
  );
} catch (error) {
  giveUp(String(error), 1);
}
const exitCode = await code;
done = true;
await browser?.close().catch(() => {});
await server.stop();
try {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
} catch {
  // a process that is still ending writes to it: temporary files may stay, and the tests have told what they came to
}
process.exit(exitCode);
