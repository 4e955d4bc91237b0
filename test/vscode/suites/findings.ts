import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { undefinedFinding, undefinedForm } from './samples.ts';
import {
  closeAll,
  configure,
  findings,
  hoverAt,
  open,
  placeOf,
  replace,
  until,
  untilFindings,
} from './writing.ts';

/** Waits until the first finding has this severity. */
const untilSeverity = ({ document }: vscode.TextEditor, expected: vscode.DiagnosticSeverity) =>
  until(() => assert.equal(vscode.languages.getDiagnostics(document.uri)[0]?.severity, expected));

describe('Findings', () => {
  afterEach(async () => {
    for (const name of ['lint.run', 'ignore', 'rules.undefined-abbreviation'])
      await configure(name, undefined);
    await closeAll();
  });

  it('appear when a manuscript is opened, once for an abbreviation', async () => {
    await untilFindings(await open('opened.md', undefinedForm), [undefinedFinding]);
  });

  it('name their rule and tell what to do', async () => {
    const editor = await open('told.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);
    const [finding] = vscode.languages.getDiagnostics(editor.document.uri);
    assert.equal(
      finding?.message,
      '"CRS" is never defined. Define it at first use: cytokine release syndrome (CRS).',
    );
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('under onSave: new ones wait for the save, old ones move and go at once', async () => {
    const editor = await open('onsave.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);

    await replace(editor, 'two patients', 'two patients with MDSC');
    await hoverAt(editor.document, placeOf(editor.document, 'MDSC'));
    // By then a lint that came with the change would be done.
    await untilFindings(await open('opened-later.md', undefinedForm), [undefinedFinding]);
    assert.deepEqual(findings(editor), [undefinedFinding]);

    const shown = await vscode.window.showTextDocument(editor.document);
    await replace(shown, 'Infusion', 'The infusion');
    await untilFindings(editor, ['3:21 undefined-abbreviation CRS']);

    await editor.document.save();
    await untilFindings(editor, ['3:21 undefined-abbreviation CRS', '3:46 undefined-abbreviation MDSC']);

    await replace(shown, 'CRS', 'cytokine release syndrome (CRS)');
    await until(() => assert.ok(findings(editor).every(finding => !finding.endsWith(' CRS'))));
  });

  it('under onType: appear while writing', async () => {
    await configure('lint.run', 'onType');
    const editor = await open('ontype.md', '# Introduction\n\nNothing to say yet.\n');
    await replace(editor, 'Nothing', 'MDSC accumulate. Nothing');
    await untilFindings(editor, ['3:1 undefined-abbreviation MDSC']);
    assert.ok(editor.document.isDirty);
  });

  it('under manual: appear on command only', async () => {
    const heard = await open('before-manual.md', undefinedForm);
    await untilFindings(heard, [undefinedFinding]);
    await configure('lint.run', 'manual');
    await configure('rules.undefined-abbreviation', 'error');
    await untilSeverity(heard, vscode.DiagnosticSeverity.Error); // the server goes by both now
    const editor = await open('manual.md', undefinedForm);
    const asked = await open('asked.md', undefinedForm);
    await vscode.commands.executeCommand('immunogloss.lint');
    await untilFindings(asked, [undefinedFinding]);
    assert.deepEqual(findings(editor), []);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('immunogloss.lint');
    await untilFindings(editor, [undefinedFinding]);
  });

  it('follow the settings while the document is open', async () => {
    const editor = await open('settings.md', undefinedForm);
    await untilFindings(editor, [undefinedFinding]);
    await configure('ignore', ['CRS']);
    await untilFindings(editor, []);
    await configure('ignore', undefined);
    await untilFindings(editor, [undefinedFinding]);
    await configure('rules.undefined-abbreviation', 'off');
    await untilFindings(editor, []);
    await configure('rules.undefined-abbreviation', 'error');
    await untilSeverity(editor, vscode.DiagnosticSeverity.Error);
  });

  it('stay out of texts that are no manuscripts', async () => {
    const readme = await open('README.md', undefinedForm);
    await untilFindings(await open('beside.md', undefinedForm), [undefinedFinding]);
    assert.deepEqual(findings(readme), []);
  });
});
