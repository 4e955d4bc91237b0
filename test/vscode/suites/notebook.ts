import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { notebookText } from './samples.ts';
import { closeAll, findingsOf, folder, hoverAt, placeOf, until } from './writing.ts';

describe('A Jupyter notebook', () => {
  after(closeAll);

  it('has findings in its Markdown cells, which are one manuscript, and none in its code', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'cells.ipynb');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(notebookText));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
    const [abstract, code, introduction] = notebook.getCells().map(cell => cell.document);
    await until(() => {
      assert.deepEqual(findingsOf(introduction!), [
        '3:14 defined-only-in-abstract NK',
        '3:69 undefined-abbreviation NKT',
        '3:7 defined-only-in-abstract PBMCs',
      ]);
    });
    assert.deepEqual(findingsOf(code!), []);
    assert.ok(findingsOf(abstract!).every(finding => / unused-definition /.test(finding)));
    const hover = await hoverAt(introduction!, placeOf(introduction!, 'NK cells'));
    assert.match(hover, /natural killer/i);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(introduction!.uri, placeOf(introduction!, 'PBMCs'), 'natural killer T (NKT) cells and ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() =>
      assert.ok(findingsOf(introduction!).every(finding => !/undefined.* NKT$/.test(finding))),
    );
    await notebook.save(); // closing it must ask nothing
  });
});
