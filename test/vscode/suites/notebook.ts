import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { notebookText } from './samples.ts';
import { closeAll, findingsOf, hoverAt, make, placeOf, until, untilHover } from './writing.ts';

const caption = ['1:18 undefined-abbreviation TILs'];

describe('A Jupyter notebook', () => {
  after(closeAll);

  let notebook: vscode.NotebookDocument;
  const cell = (index: number) => notebook.getCells()[index]!.document;
  const change = async (...edits: vscode.NotebookEdit[]) => {
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
  };

  it('has findings in its Markdown cells and captions, which are one manuscript, and none in its code', async () => {
    notebook = await vscode.workspace.openNotebookDocument(await make('cells.ipynb', notebookText));
    await vscode.window.showNotebookDocument(notebook);
    const [abstract, code, figure, introduction] = notebook.getCells().map(({ document }) => document);
    await until(() => {
      assert.deepEqual(findingsOf(introduction!), [
        '3:14 defined-only-in-abstract NK',
        '3:69 undefined-abbreviation NKT',
        '3:7 defined-only-in-abstract PBMCs',
      ]);
    });
    await until(() => assert.deepEqual(findingsOf(figure!), caption));
    assert.deepEqual(findingsOf(code!), []);
    assert.ok(findingsOf(abstract!).every(finding => / unused-definition /.test(finding)));
    await untilHover(introduction!, placeOf(introduction!, 'NK cells'), /natural killer/i);
    await untilHover(figure!, placeOf(figure!, 'TILs'), /tumor-infiltrating lymphocyte/);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(introduction!.uri, placeOf(introduction!, 'PBMCs'), 'natural killer T (NKT) cells and ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() =>
      assert.ok(findingsOf(introduction!).every(finding => !/undefined.* NKT$/.test(finding))),
    );
  });

  it('says and offers nothing in its code', async () => {
    const figure = cell(2);
    for (const form of ['TIL)', 'MAIT']) {
      assert.equal(await hoverAt(figure, placeOf(figure, form)), '');
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        figure.uri,
        placeOf(figure, form).translate(0, 2),
      );
      const ours = items.filter(({ detail }) => /lymphocyte|invariant/.test(detail ?? ''));
      assert.deepEqual(ours, []);
    }
  });

  it('is read anew when cells are moved, turned into another kind or language, and deleted', async () => {
    const data = (kind: vscode.NotebookCellKind, language: string) =>
      new vscode.NotebookCellData(kind, cell(2).getText(), language);
    const { Code, Markup } = vscode.NotebookCellKind;
    await vscode.languages.setTextDocumentLanguage(cell(2), 'r');
    await until(() => assert.equal(cell(2).languageId, 'r'));
    await untilHover(cell(2), placeOf(cell(2), 'TILs'), /tumor-infiltrating lymphocyte/); // it is open again
    await until(() => assert.deepEqual(findingsOf(cell(2)), caption));
    // All of it is prose then.
    await change(
      vscode.NotebookEdit.replaceCells(new vscode.NotebookRange(2, 3), [data(Markup, 'markdown')]),
    );
    await until(() => {
      const found = findingsOf(cell(2));
      assert.ok(found.length > 0);
      assert.notDeepEqual(found, caption);
    });
    await change(vscode.NotebookEdit.replaceCells(new vscode.NotebookRange(2, 3), [data(Code, 'python')]));
    await until(() => assert.deepEqual(findingsOf(cell(2)), caption));

    // Before the abstract, nothing else changes.
    const first = data(Code, 'python');
    await change(
      vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(2, 3)),
      vscode.NotebookEdit.insertCells(0, [first]),
    );
    await until(() => assert.deepEqual(findingsOf(cell(0)), caption));
    await change(vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)));
    await until(() => assert.equal(notebook.cellCount, 3));
    await until(() =>
      assert.deepEqual(
        notebook
          .getCells()
          .flatMap(({ document }) => findingsOf(document))
          .filter(each => /TIL/.test(each)),
        [],
      ),
    );
    await notebook.save(); // closing it must ask nothing
  });
});
