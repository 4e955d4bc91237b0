import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, until, untilText } from './writing.ts';

const text = `# Introduction

Chimeric antigen receptors (CARs) bind. A CAR was built, and many CARs after it; CAR-NK cells carry one.
The car stood outside.

# Abbreviations

CAR: chimeric antigen receptor
`;

describe('Rename', () => {
  afterEach(closeAll);

  it('changes an abbreviation in text, plurals, compounds and list, and can be undone at once', async () => {
    const { document } = await open('rename.md', text);
    const place = placeOf(document, 'CAR was');
    await until(async () => {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        'CHR',
      );
      assert.ok(edit.size > 0);
      assert.ok(await vscode.workspace.applyEdit(edit));
    });
    await untilText(document, text.replaceAll('CAR', 'CHR'));
    await vscode.commands.executeCommand('undo');
    await untilText(document, text);
  });

  it('offers the short form without its plural ending, and nothing for an ordinary word', async () => {
    const { document } = await open('renameable.md', text);
    const prepare = async (word: string) =>
      vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        document.uri,
        placeOf(document, word),
      );
    await until(async () => {
      const { range, placeholder } = await prepare('CARs after');
      assert.equal(placeholder, 'CAR');
      assert.equal(document.getText(range), 'CAR');
    });
    await assert.rejects(prepare('car stood'));
  });
});
