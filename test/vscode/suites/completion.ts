import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definedForm } from './samples.ts';
import { closeAll, open, until } from './writing.ts';

describe('Completion', () => {
  after(closeAll);

  /** What our items insert at the end of a text; the editor's own words have no filter text. */
  async function offered({ document }: vscode.TextEditor): Promise<string[]> {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(document.getText().length),
    );
    return items
      .filter(({ filterText }) => filterText !== undefined)
      .map(({ insertText }) => (typeof insertText === 'string' ? insertText : (insertText?.value ?? '')));
  }

  it('defines a form where the text has not', async () => {
    const editor = await open('fresh.md', '# Introduction\n\nWe built a CA');
    await until(async () => {
      const texts = await offered(editor);
      assert.ok(texts.includes('chimeric antigen receptor (CAR)'), texts.join(' | '));
      assert.ok(texts.length <= 50);
    });
  });

  it('writes the short form where the text has defined it', async () => {
    const editor = await open('known.md', `${definedForm}\nWe built a CA`);
    await until(async () => {
      const texts = await offered(editor);
      assert.equal(texts[0], 'CAR', texts.join(' | '));
    });
  });

  it('finds a long form by a misspelt piece of it', async () => {
    const editor = await open('typo.md', '# Introduction\n\nWe built a chimric');
    await until(async () => {
      const texts = await offered(editor);
      assert.ok(
        texts.some(text => text.startsWith('chimeric antigen receptor')),
        texts.join(' | '),
      );
    });
  });
});
