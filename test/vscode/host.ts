/** Runs the suites inside an editor's extension host, against the extension as packaged. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { driver, suites } from './bundle.ts';
import type { Editor } from './editors.ts';
import { out } from './paths.ts';
import { createProfile, editorEnvironment, folderArguments } from './profile.ts';
import { single, type Tally } from './tally.ts';

/** How many tests passed and failed; a run that ends without telling counts as one failure. */
export async function runInHost(editor: Editor): Promise<Tally> {
  const results = join(out, `results-${editor.age}.json`);
  rmSync(results, { force: true });
  const profile = await createProfile(editor);
  const logs = join(out, `logs-${editor.age}`);
  rmSync(logs, { recursive: true, force: true });
  try {
    await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: driver,
      extensionTestsPath: suites,
      extensionTestsEnv: {
        ...editorEnvironment(editor),
        IMMUNOGLOSS_RESULTS: results,
        IMMUNOGLOSS_EDITOR: editor.age,
      },
      launchArgs: [profile.workspace, ...folderArguments(profile)],
    });
  } catch (error) {
    console.error(`${error} The editor's logs: ${logs}`);
    cpSync(join(profile.userData, 'logs'), logs, { recursive: true });
  } finally {
    if (!process.env.KEEP) profile.remove();
    else console.log(profile);
  }
  return existsSync(results)
    ? (JSON.parse(readFileSync(results, 'utf8')) as Tally)
    : single(false, 'The editor ended without telling what its tests came to.');
}
