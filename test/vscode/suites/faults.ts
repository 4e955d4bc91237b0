import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { undefinedFinding, undefinedForm } from './samples.ts';
import { closeAll, configure, findings, findingsOf, open, placeOf, until, untilFindings } from './writing.ts';

/** A workspace that is on no disk. `fails`: what happens when something is written to it. */
class Shelf implements vscode.FileSystemProvider {
  readonly texts = new Map<string, Uint8Array>();
  fails: (() => Error) | undefined;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch = () => ({ dispose: () => {} });
  readDirectory = () => [];
  createDirectory = () => {};
  delete = () => {};
  rename = () => {};

  stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = uri.path === '/';
    const size = isFolder ? 0 : this.readFile(uri).length;
    return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const text = this.texts.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.fails) throw this.fails();
    this.texts.set(uri.path, content);
  }
}

describe('What goes wrong around the editor', () => {
  afterEach(closeAll);

  it('settings of the wrong type do no harm', async () => {
    await configure('lint.run', 3);
    await configure('ignore', 'CRS');
    try {
      await untilFindings(await open('wrong-settings.md', undefinedForm), [undefinedFinding]);
    } finally {
      await configure('lint.run', undefined);
      await configure('ignore', undefined);
    }
  });

  describe('in a workspace that is on no disk', () => {
    const shelf = new Shelf();
    let provider: vscode.Disposable;
    before(() => {
      provider = vscode.workspace.registerFileSystemProvider('vscode-vfs', shelf, { isCaseSensitive: true });
    });
    after(() => provider.dispose());

    const put = async (name: string) => {
      const uri = vscode.Uri.from({ scheme: 'vscode-vfs', authority: 'shelf', path: `/${name}` });
      shelf.texts.set(uri.path, Buffer.from(undefinedForm));
      return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    };

    it('findings show, and a fix is made', async () => {
      const editor = await put('virtual.md');
      await untilFindings(editor, [undefinedFinding]);
      const place = placeOf(editor.document, 'CRS');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(fix?.edit);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await untilFindings(editor, []);
      assert.ok(await editor.document.save());
      assert.match(String(shelf.texts.get('/virtual.md')), /cytokine release syndrome \(CRS\)/);
    });

    for (const [fault, error] of [
      ['that is full', () => new vscode.FileSystemError('ENOSPC: no space left on device')],
      ['that is read-only', () => vscode.FileSystemError.NoPermissions()],
    ] as const) {
      it(`${fault}, what was written stays in the editor with its findings`, async () => {
        const editor = await put(`fault-${fault.length}.md`);
        await untilFindings(editor, [undefinedFinding]);
        await editor.edit(edit => edit.insert(new vscode.Position(2, 0), 'Later, '));
        shelf.fails = error;
        try {
          const saved = await Promise.resolve(editor.document.save()).catch(() => false);
          assert.equal(saved, false);
          assert.ok(editor.document.isDirty);
          assert.match(editor.document.getText(), /^Later, Infusion/m);
          await untilFindings(editor, ['3:24 undefined-abbreviation CRS']);
          const accepted = await vscode.commands.executeCommand('immunogloss.acceptFindings');
          assert.equal(accepted, false);
          assert.equal(findings(editor).length, 1);
        } finally {
          shelf.fails = undefined;
        }
        assert.ok(await editor.document.save());
      });
    }
  });

  it('accepted findings are kept in the file that the project names', async () => {
    await open('accepted/immunogloss.yaml', 'baseline: accepted.json\n');
    const { document } = await open('accepted/draft.md', 'The QXZ was high, the QXZ rose, and it fell.\n');
    await until(() => assert.equal(findingsOf(document).length, 1));
    assert.equal(await vscode.commands.executeCommand('immunogloss.acceptFindings'), true);
    await until(() => assert.deepEqual(findingsOf(document), []));
    const baseline = vscode.Uri.joinPath(document.uri, '..', 'accepted.json');
    assert.match(String(await vscode.workspace.fs.readFile(baseline)), /"draft\.md": \[/);
  });
});
