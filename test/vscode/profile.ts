/** A fresh place for one editor session: settings, the packaged extension, and a copy of a workspace. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from './command.ts';
import type { Editor } from './editors.ts';
import { root, vsix } from './paths.ts';

/** Where an editor keeps its settings and state, and the extensions installed in it. */
export interface EditorFolders {
  readonly userData: string;
  readonly extensions: string;
}

export interface Profile extends EditorFolders {
  /** A copy of the example manuscripts. */
  readonly workspace: string;
  remove(): void;
}

/** Quiet, offline, and nothing that saves or completes by itself. */
const settings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Makes the profile and installs the packaged extension in it. */
export async function createProfile(editor: Editor): Promise<Profile> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ig-'))); // short: macOS limits socket paths
  const profile: Profile = {
    userData: join(folder, 'data'),
    extensions: join(folder, 'extensions'),
    workspace: join(folder, 'workspace'),
    remove: () => {
      try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      } catch {
        // Windows: a process that is still ending holds it; temporary files may stay
      }
    },
  };
  writeSettings(profile);
  cpSync(join(root, 'examples'), profile.workspace, { recursive: true });
  await installExtension(editor, profile);
  return profile;
}

export function writeSettings({ userData }: EditorFolders): void {
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
}

/** The folders as arguments of the editor's command line and of its executable. */
export const folderArguments = ({ userData, extensions }: EditorFolders) => [
  `--user-data-dir=${userData}`,
  `--extensions-dir=${extensions}`,
];

/** Installs the .vsix with the editor's own command line. */
export async function installExtension(editor: Editor, folders: EditorFolders): Promise<void> {
  const shell = process.platform === 'win32'; // the command line is a .cmd file there
  await mustRun(
    shell ? `"${editor.commandLine}"` : editor.commandLine,
    [...folderArguments(folders), '--install-extension', vsix, '--force'],
    { shell, env: editorEnvironment(editor) },
  );
}

/** What the editor's processes get as their environment. */
export const editorEnvironment = (editor: Editor): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(editor.workbench && { IMMUNOGLOSS_WORKBENCH: JSON.stringify(editor.workbench) }),
});
