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

  it('stays down when it was killed again and again, until it is started by command', async () => {
    const editor = await open('again.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);
    for (let kills = 1; await killServer(); kills++) assert.ok(kills < 20, 'it always came back');
    await vscode.commands.executeCommand('immunogloss.restartServer');
    await untilAnswered(editor);
    await untilFindings(editor, [undefinedFinding]);
  });
});

/** Kills the server. Answers whether another one has taken its place, else the client says that it has given up. */
async function killServer(): Promise<boolean> {
  const [killed] = serverProcesses();
  assert.ok(killed, 'no server is running');
  process.kill(killed, 'SIGKILL');
  let back = true;
  await until(async () => {
    try {
      await vscode.commands.executeCommand('immunogloss.lint');
      assert.ok(serverProcesses().some(pid => pid !== killed));
    } catch (error) {
      if (!/ImmunoGloss has stopped/.test(String(error))) throw error;
      back = false;
    }
  });
  return back;
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
