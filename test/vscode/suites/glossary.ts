import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  folder,
  hoverAt,
  make,
  open,
  placeOf,
  replace,
  until,
  untilHover,
  untilText,
} from './writing.ts';

const manuscript = `# Introduction

A quorum exchange zone (QXZ) formed. Some QXZ moved, and ZZV too. Near ZZV it ended.
`;
const read = async (uri: vscode.Uri) => Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
const shownIn = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ImmunoGloss');

describe('A glossary of one’s own', () => {
  // The folder stays until the end: an old editor is slow to watch one that went and came again.
  afterEach(async () => {
    await closeAll();
    const own = vscode.Uri.joinPath(folder(), '.immunogloss');
    for (const [name] of await vscode.workspace.fs.readDirectory(own)) {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(own, name));
    }
  });
  after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.immunogloss'), { recursive: true }));

  it('gets what the text defines by a quick fix, and says so in hovers at once', async () => {
    const { document } = await open('add.md', manuscript);
    const place = placeOf(document, 'quorum');
    await until(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.QuickFix.value,
      );
      const action = actions.find(({ title }) => title.startsWith('Add "QXZ"'));
      assert.equal(action?.title, 'Add "QXZ" (quorum exchange zone) to .immunogloss/glossary.yaml');
      const { command, arguments: args = [] } = action!.command!;
      await vscode.commands.executeCommand(command, ...args);
    });
    const glossary = vscode.Uri.joinPath(folder(), '.immunogloss', 'glossary.yaml');
    await until(async () => assert.equal(await read(glossary), 'QXZ: quorum exchange zone\n'));
    await untilHover(document, place, /From \\?\.immunogloss\/glossary\\?\.yaml/);
  });

  it('is followed as it changes, shows where it is broken, and keeps its last good state', async () => {
    const followed = await make('.immunogloss/followed.yaml', '# ours\nZZV: zonal zymogen vector\n');
    const { document } = await open('layers.md', manuscript);
    const place = placeOf(document, 'ZZV too');
    const says = (pattern: RegExp) =>
      until(async () => {
        const hover = await hoverAt(document, place);
        assert.match(hover, pattern, `${hover}\nwhile the file says:\n${await read(followed)}`);
      });
    await says(/zonal zymogen vector/);
    const own = await open('.immunogloss/followed.yaml');
    await replace(own, 'zonal zymogen vector', '[zonal');
    await own.document.save();
    await until(() => {
      const [problem] = shownIn(followed);
      assert.match(problem?.message ?? '', /cannot be read/);
    });
    await says(/zonal zymogen vector/);
    await replace(own, '[zonal', 'zero zone view');
    await own.document.save();
    await says(/zero zone view/);
    await until(() => assert.deepEqual(shownIn(followed), []));
  });

  it('takes an entry among its unsaved changes, and leaves saving to the writer', async () => {
    const lab = await make('.immunogloss/lab.yaml', '# ours\nAAB: a known thing\n');
    const { document } = await open('unsaved.md', manuscript);
    const editor = await open('.immunogloss/lab.yaml');
    await replace(editor, 'a known thing', 'a new thing # not saved');
    const row = { short: 'ZZV', long: 'zonal zymogen vector' };
    await vscode.commands.executeCommand(
      'immunogloss.addToGlossary',
      document.uri.toString(),
      row,
      lab.toString(),
    );
    await untilText(editor.document, '# ours\nAAB: a new thing # not saved\nZZV: zonal zymogen vector\n');
    assert.ok(editor.document.isDirty);
    assert.equal(await read(lab), '# ours\nAAB: a known thing\n');
  });

  it('takes what other files hold, and gives a manuscript’s list', async () => {
    const taking = await make('.immunogloss/taking.yaml', 'QXZ: quorum exchange zone\n');
    const latex = await make('old.tex', '\\newacronym{nnt}{NNT}{number needed to treat}\n');
    const { document } = await open('lists.md', manuscript);
    await untilHover(document, placeOf(document, 'QXZ moved'), /quorum/);
    await vscode.commands.executeCommand(
      'immunogloss.importAbbreviations',
      [latex.toString()],
      taking.toString(),
    );
    const imported = 'QXZ: quorum exchange zone\nNNT: number needed to treat\n';
    await until(async () => assert.equal(await read(taking), imported));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('immunogloss.exportList', 'latex');
    await until(() => {
      const list = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(list, /^\\newacronym\{qxz\}\{QXZ\}\{quorum exchange zone\}$/m);
    });
  });

  it('says on its page what was left out this time, also where the page is open', async () => {
    const full = await make(
      '.immunogloss/full.yaml',
      'QXZ: quorum exchange zone\nNNT: number needed to treat\nZZV: zonal zymogen vector\n',
    );
    const [first, second] = await Promise.all(
      [['QXZ', 'NNT'] as const, ['NNT', 'ZZV'] as const].map(([one, other]) =>
        make(`${one}.tex`, `\\newacronym{a}{${one}}{another thing}\n\\newacronym{b}{${other}}{one more}\n`),
      ),
    );
    await open('left-out.md', manuscript);
    const take = (file: vscode.Uri) =>
      vscode.commands.executeCommand('immunogloss.importAbbreviations', [file.toString()], full.toString());
    await take(first!);
    const uri = vscode.Uri.from({ scheme: 'immunogloss', path: '/Left out.md' });
    const page = await vscode.workspace.openTextDocument(uri);
    assert.match(page.getText(), /"QXZ" was left[\s\S]*"NNT" was left/);
    await take(second!);
    await until(() => assert.match(page.getText(), /^# Left out\s+- "NNT" was left[\s\S]*"ZZV" was left/));
  });

  it('in JSON is validated by its schema while it is written', async () => {
    const json = await make(
      '.immunogloss/lab.json',
      '[{"short": "CAR", "long": "chimeric antigen receptor", "class": "thing"}]\n',
    );
    assert.ok(vscode.extensions.getExtension('vscode.json-language-features'));
    await open('.immunogloss/lab.json');
    await until(() => {
      const messages = vscode.languages.getDiagnostics(json).filter(({ source }) => source !== 'ImmunoGloss');
      assert.match(messages.map(({ message }) => message).join(), /not accepted|Valid values/);
    });
  });
});

describe('A reference', () => {
  afterEach(closeAll);

  it('goes to the end of a bibliography with unsaved changes, once, and all else stays', async () => {
    const before = '@misc{a,\r\n  title = {Ä}\r\n}\r\n';
    const page = await open('cited.md', '---\nbibliography: mine.bib\n---\n\n# Introduction\n\nText.\n');
    const bib = await open('mine.bib', before);
    await replace(bib, 'Ä', 'Äußeres');
    const unsaved = bib.document.getText();
    const insert = async () => {
      const editor = await vscode.window.showTextDocument(page.document);
      const position = editor.document.positionAt(editor.document.getText().length);
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand('immunogloss.insertComparison', 'car-t', 'car-nk');
    };
    await insert();
    await until(() => assert.match(bib.document.getText(), /@article\{moumaris2025,/));
    const after = bib.document.getText();
    assert.ok(after.startsWith(unsaved));
    assert.ok(bib.document.isDirty);
    await until(() => assert.match(page.document.getText(), /\| Safety \|.*@moumaris2025/));
    await insert();
    await until(() => assert.equal(page.document.getText().split('| Safety |').length, 3));
    assert.equal(bib.document.getText(), after);
  });
});
