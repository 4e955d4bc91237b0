/** What the suites do in the editor: open, write, wait, and look at what is shown. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { processesWith } from '../processes.ts';
import { until } from '../until.ts';

export { until };

/** The folder that is open: a copy of its own for every run. */
export const folder = () => vscode.workspace.workspaceFolders![0]!.uri;

export const extension = () => {
  const found = vscode.extensions.getExtension('immunogloss.immunogloss');
  assert.ok(found, 'The extension is not installed.');
  return found;
};

/** What was made: an editor that shows a file reads it anew when it is written, and may meet half of it. */
const made = new Set<string>();

/** Makes a file in the workspace, and none twice. */
export async function make(name: string, text: string): Promise<vscode.Uri> {
  assert.ok(!made.has(name), `${name} is made a second time.`);
  made.add(name);
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

/** Opens a file of the workspace in an editor: one that is there, or that is made of `text`. */
export async function open(name: string, text?: string): Promise<vscode.TextEditor> {
  const uri = text === undefined ? vscode.Uri.joinPath(folder(), name) : await make(name, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Closes every editor without asking, so that no test meets another one's unsaved text. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // The editor's own settings are its own to write.
    const isSettings = document.uri.path.endsWith('/User/settings.json');
    if (!document.isDirty || isSettings) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where the `nth` occurrence of `text` begins (0 for the first). */
export function placeOf(document: vscode.TextDocument, text: string, nth = 0): vscode.Position {
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = document.getText().indexOf(text, offset + 1);
  assert.notEqual(offset, -1, `"${text}" does not stand there ${nth + 1} times.`);
  return document.positionAt(offset);
}

/** Changes the text as typing does; nothing is saved. An editor refuses what was meant for an older text. */
export function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  return until(async () => {
    const start = placeOf(editor.document, from);
    const range = new vscode.Range(start, start.translate(0, from.length));
    assert.ok(await editor.edit(edit => edit.replace(range, to)));
  });
}

/** Waits until the document has this text. */
export const untilText = (document: vscode.TextDocument, expected: string): Promise<void> =>
  until(() => assert.equal(document.getText(), expected));

/** Waits until a hover says this. */
export const untilHover = (document: vscode.TextDocument, at: vscode.Position, says: RegExp): Promise<void> =>
  until(async () => assert.match(await hoverAt(document, at), says));

/** One finding of ours as a line: `3:14 undefined-abbreviation CRS`. */
export const findings = ({ document }: vscode.TextEditor): string[] => findingsOf(document);

/** The same of a document, whether or not an editor shows it. */
export function findingsOf(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'ImmunoGloss')
    .map(({ range, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return `${range.start.line + 1}:${range.start.character + 1} ${rule} ${document.getText(range)}`;
    })
    .sort();
}

/** Waits until the findings are these. */
export const untilFindings = (editor: vscode.TextEditor, expected: readonly string[]): Promise<void> =>
  until(() => assert.deepEqual(findings(editor), expected));

/** The hover texts at a place, as Markdown. The server answers in order, so what came before is done. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Our settings, live, for this workspace; `undefined` takes one back. */
export const configure = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('immunogloss').update(name, value, vscode.ConfigurationTarget.Workspace);

/** The processes that run the packaged server. */
export const serverProcesses = (): number[] =>
  processesWith(join(extension().extensionPath, 'dist', 'server.js')).map(({ pid }) => pid);
