import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { undefinedFinding, undefinedForm } from './samples.ts';
import { closeAll, open, placeOf, replace, serverProcesses, until, untilFindings } from './writing.ts';

describe('A server that was killed', () => {
  after(closeAll);

  it('comes back, and knows the unsaved text', async () => {
    const editor = await open('killed.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);
    await replace(editor, 'Infusion', 'The infusion');
    await killServer();
    await untilAnswered(editor);
    await untilFindings(editor, ['3:21 undefined-abbreviation CRS']);
  });

  it('while it was answering comes back, and whoever asked is not kept waiting', async () => {
    const editor = await open('mid-request.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);
    const place = placeOf(editor.document, 'CRS');
    const asked = Array.from({ length: 20 }, () =>
      vscode.commands
        .executeCommand('vscode.executeHoverProvider', editor.document.uri, place)
        .then(undefined, () => undefined),
    );
    await killServer();
    await Promise.all(asked);
    await untilAnswered(editor);
    await untilFindings(editor, [undefinedFinding]);
  });

  it('stays down when it was killed again and again, until it is started by command', async function () {
    this.timeout(120_000);
    const editor = await open('again.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);
    for (let kills = 1; await killServer(); kills++) assert.ok(kills < 10, 'it always came back');
    await vscode.commands.executeCommand('immunogloss.restartServer');
    await untilAnswered(editor);
    await untilFindings(editor, [undefinedFinding]);
  });
});

/** Kills the server. Answers whether another one has taken its place within 15 seconds. */
async function killServer(): Promise<boolean> {
  const [pid] = serverProcesses();
  assert.ok(pid, 'no server is running');
  process.kill(pid, 'SIGKILL');
  return until(() => {
    const running = serverProcesses();
    assert.ok(running.length === 1 && running[0] !== pid);
  }, 15_000).then(
    () => true,
    () => false,
  );
}

/** Waits until the server has quick fixes to offer for CRS, which it alone knows. */
const untilAnswered = ({ document }: vscode.TextEditor) =>
  until(async () => {
    const place = placeOf(document, 'CRS');
    const range = new vscode.Range(place, place);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.ok(actions.some(({ title }) => title.includes('CRS')));
  });
