import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  findings,
  folder,
  open,
  placeOf,
  replace,
  until,
  untilFindings,
  untilText,
} from './writing.ts';

const prose =
  'Natural killer (NK) cells kill in the tumor microenvironment (TME). NK cells in the TME, NK cells near the TME.\n';
const shownIn = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ImmunoGloss');

describe('The abbreviation list', () => {
  afterEach(closeAll);

  /** Runs "Update Abbreviation List…" as its pick would, until the text is another one. */
  const update = async ({ document }: vscode.TextEditor, style?: string) => {
    const before = document.getText();
    await until(async () => {
      await vscode.commands.executeCommand('immunogloss.updateList', document.uri.toString(), style);
      assert.notEqual(document.getText(), before);
    });
    return document.getText();
  };

  it('is written anew in the format of the text, and can be undone at once', async () => {
    for (const [name, text, style, expected] of [
      [
        'list.md',
        `# Results\n\n${prose}`,
        'definitions',
        /# Abbreviations\n\nNK\n: {3}natural killer\n\nTME\n/,
      ],
      ['list2.md', `# Results\n\n${prose}`, 'table', /\| NK \| natural killer \|\n\| TME \| tumor microenv/],
      [
        'list.tex',
        `\\documentclass{article}\n\\begin{document}\n${prose}\\end{document}\n`,
        'macros',
        /\\newacronym\{nk\}\{NK\}\{natural killer\}[\s\S]*\\printglossary/,
      ],
      [
        'list.xml',
        `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.3//EN" "x.dtd">\n<article><front></front><body><p>${prose.trim()}</p></body></article>\n`,
        'definitions',
        /<\/body>\n<back>\n<glossary>[\s\S]*<term>NK<\/term>[\s\S]*<\/glossary>\n<\/back><\/article>/,
      ],
    ] as const) {
      const editor = await open(name, text);
      assert.match(await update(editor, style), expected);
      await vscode.commands.executeCommand('undo');
      await untilText(editor.document, text);
      await closeAll();
    }
  });

  it('is brought to what the text defines, in the style that it has', async () => {
    const editor = await open(
      'own-list.md',
      `# Results\n\n${prose}\n# Abbreviations\n\n- TME = tumor microenvironment\n`,
    );
    await untilFindings(editor, ['3:1 list-missing-entry Natural killer (NK)']);
    assert.match(await update(editor), /- NK = natural killer\n- TME = tumor microenvironment\n$/);
    await untilFindings(editor, []);
  });
});

describe('What is let pass', () => {
  afterEach(closeAll);

  it('is told in the project file when nothing needs it any more, and goes when something does', async () => {
    const project = await open('let-pass/immunogloss.yaml', 'ignore:\n  - QXZ\n  - QYZ\n');
    const editor = await open('let-pass/paper.md', 'The QXZ was high, the QXZ rose, and it fell.\n');
    await until(() => {
      const [hint, ...others] = shownIn(project.document.uri);
      assert.equal(hint?.message, '"QYZ" is ignored here, and nothing is reported of it. Remove it.');
      assert.deepEqual([hint.range.start.line, others.length], [2, 0]);
      assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
    });
    await vscode.window.showTextDocument(editor.document);
    await replace(editor, 'it fell', 'QYZ fell');
    await editor.document.save();
    await until(() => assert.deepEqual(shownIn(project.document.uri), []));
    await untilFindings(editor, []);
  });

  it('is told in the baseline when it is found no more', async () => {
    await open('let-pass2/immunogloss.yaml', 'baseline: accepted.json\n');
    const editor = await open('let-pass2/draft.md', 'The QXZ was high, the QXZ rose, and it fell.\n');
    await until(() => assert.equal(findings(editor).length, 1));
    assert.equal(await vscode.commands.executeCommand('immunogloss.acceptFindings'), true);
    await untilFindings(editor, []);
    await replace(editor, 'The QXZ was high, the QXZ rose', 'It was high, it rose');
    await editor.document.save();
    const baseline = vscode.Uri.joinPath(folder(), 'let-pass2', 'accepted.json');
    await until(() => {
      const [hint] = shownIn(baseline);
      assert.match(hint?.message ?? '', /^This accepted finding is found no more\./);
      assert.equal(hint!.range.start.line, 4);
    });
  });
});

describe('Rename, over the workspace’s glossary', () => {
  afterEach(closeAll);

  it('changes the glossary’s entry too, and leaves its comments', async () => {
    const glossary = await open(
      'renaming/.immunogloss/glossary.yaml',
      '# ours\nQXZ: quorum exchange zone # here\n',
    );
    const { document } = await open(
      'renaming/paper.md',
      'A quorum exchange zone (QXZ) formed. QXZs moved, and the QXZ fell.\n',
    );
    await until(async () => {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        placeOf(document, 'QXZ fell'),
        'QEZ',
      );
      assert.equal(edit.size, 2);
      assert.ok(await vscode.workspace.applyEdit(edit));
    });
    await untilText(document, 'A quorum exchange zone (QEZ) formed. QEZs moved, and the QEZ fell.\n');
    await untilText(glossary.document, '# ours\nQEZ: quorum exchange zone # here\n');
  });
});
