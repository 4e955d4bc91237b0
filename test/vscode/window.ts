/** The editor's real window, driven by Playwright: the workbench in Chromium, or desktop VS Code itself. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { bySight, drafts, inRestrictedMode } from './bySight.ts';
import type { Editor } from './editors.ts';
import { carryOut } from './mocha.ts';
import { noiseBySight, thesis } from './noiseBySight.ts';
import { out } from './paths.ts';
import { processesWith } from './processes.ts';
import { createProfile, editorEnvironment, folderArguments, type Profile } from './profile.ts';
import { createSight, type Sight } from './sight.ts';
import { add, type Tally } from './tally.ts';
import { terms, termsBySight } from './termsBySight.ts';
import { patience, until } from './until.ts';
import { openBrowser } from './workbench/browser.ts';
import { startServer, windowAddress } from './workbench/server.ts';

interface EditorWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens the profile's workspace in a window, with the packaged extension installed; `restricted`: not trusted. */
async function openWindow(
  editor: Editor,
  profile: Profile,
  { restricted = false } = {},
): Promise<EditorWindow> {
  if (editor.workbench === undefined) {
    const electron = await _electron.launch({
      executablePath: editor.executable,
      args: [
        ...[profile.workspace, ...folderArguments(profile), '--no-sandbox', '--disable-gpu-sandbox'],
        ...['--disable-updates', '--skip-welcome', '--skip-release-notes'],
        ...(restricted ? [] : ['--disable-workspace-trust']),
      ],
      env: editorEnvironment(editor) as Record<string, string>,
      timeout: patience,
    });
    return { page: await electron.firstWindow(), close: () => electron.close() };
  }
  const server = await startServer({ ...profile, workbench: editor.workbench, restricted });
  try {
    const browser = await openBrowser();
    await browser.page.goto(windowAddress(server.host, { folder: profile.workspace }), { timeout: patience });
    return {
      page: browser.page,
      close: async () => {
        await browser.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Kills the process in which the profile's extensions run. Answers how to see whether our server runs in another one. */
async function killExtensionHost({ extensions }: Profile): Promise<() => void> {
  const servers = () => processesWith(join(extensions, 'immunogloss.immunogloss-'));
  await until(() => assert.equal(servers().length, 1));
  const [killed] = servers();
  process.kill(killed!.parent, 'SIGKILL');
  return () => assert.ok(servers().some(({ pid }) => pid !== killed!.pid));
}

/** Carries out what a person would do by sight; every step leaves a picture in `out/vscode/screenshots`. */
export async function runInWindow(editor: Editor): Promise<Tally> {
  const profile = await createProfile(editor);
  for (const [name, text] of Object.entries({ ...drafts, ...terms, ...thesis })) {
    mkdirSync(dirname(join(profile.workspace, name)), { recursive: true });
    writeFileSync(join(profile.workspace, name), text);
  }
  try {
    const pictures = join(out, 'screenshots');
    rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    const carryOutIn = async (window: EditorWindow, ...tests: ((sight: Sight) => void)[]) => {
      const picture = async (name: string) => {
        // What fades in is shown as it ends.
        await window.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
      };
      window.page.setDefaultTimeout(patience);
      try {
        const sight = createSight(window.page, picture);
        return await carryOut(() => {
          for (const declare of tests) declare(sight);
        });
      } finally {
        await window.close();
      }
    };
    const trusted = await carryOutIn(await openWindow(editor, profile), bySight, termsBySight, sight =>
      noiseBySight(sight, () => killExtensionHost(profile)),
    );
    const restricted = await openWindow(editor, profile, { restricted: true });
    return add(trusted, await carryOutIn(restricted, inRestrictedMode));
  } finally {
    profile.remove();
  }
}
