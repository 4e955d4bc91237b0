import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lateDefinition, undefinedForm } from './samples.ts';
import { closeAll, findings, folder, open, replace, until, untilFindings, untilText } from './writing.ts';

describe('Quick fixes', () => {
  afterEach(closeAll);

  const fixes = async (editor: vscode.TextEditor) => {
    let actions: vscode.CodeAction[] = [];
    await until(async () => {
      assert.equal(findings(editor).length, 1);
      const [finding] = vscode.languages.getDiagnostics(editor.document.uri);
      actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        finding!.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      assert.ok(actions.some(({ isPreferred }) => isPreferred));
    });
    return actions;
  };
  const apply = async (actions: readonly vscode.CodeAction[], title: RegExp) => {
    const action = actions.find(candidate => title.test(candidate.title));
    assert.ok(action?.edit, `${title} is not among: ${actions.map(each => each.title).join(' | ')}`);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    if (action.command) {
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    }
  };

  it('define a form at its first use, and the finding is gone', async () => {
    const editor = await open('define.md', undefinedForm);
    const actions = await fixes(editor);
    assert.equal(actions.filter(action => action.isPreferred).length, 1);
    await apply(actions, /define/i);
    await until(() =>
      assert.match(editor.document.getText(), /led to cytokine release syndrome \(CRS\) in two/),
    );
    await untilFindings(editor, []);
  });

  it('ignore a form in this file', async () => {
    const editor = await open('ignore.md', undefinedForm);
    await apply(await fixes(editor), /ignore.*file/i);
    await until(() => assert.match(editor.document.getText(), /<!--.*immunogloss.*CRS.*-->/));
    await untilFindings(editor, []);
  });

  it('ignore a form in this workspace, in a project file that they make', async () => {
    // A form of its own: an old editor is slow to tell that the project file is gone again.
    const editor = await open('workspace.md', 'The TME is cold, the TME is acid, and the TME is dense.\n');
    await apply(await fixes(editor), /ignore.*workspace/i);
    const project = vscode.Uri.joinPath(folder(), 'immunogloss.yaml');
    const document = await vscode.workspace.openTextDocument(project);
    try {
      await until(() => assert.match(document.getText(), /^ignore:\s+- TME$/m));
      await document.save();
      await untilFindings(editor, []);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(project);
    }
  });

  it('mend on save what is safe to mend, where the writer has asked for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = (value: unknown) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
    await onSave({ 'source.fixAll.immunogloss': 'explicit' });
    try {
      const editor = await open('safe.md', lateDefinition);
      await until(() => assert.ok(findings(editor).length > 0));
      await replace(editor, 'rare', 'seldom');
      await editor.document.save();
      await untilText(
        editor.document,
        'Severe cytokine release syndrome (CRS) is seldom. CRS is graded, and CRS ends.\n',
      );
      await untilFindings(editor, []);
    } finally {
      await onSave(undefined);
    }
  });
});
