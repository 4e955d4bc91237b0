/** One file is one document, however its address is spelt. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './editor.ts';

const root = `\\documentclass{article}
\\begin{document}
\\input{part (1)}
Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.
\\end{document}
`;
const definition = 'Cytokine release syndrome (CRS) was graded every day.\n';

/** The same address with as much, or as little, encoded as can be. */
const spellings: Readonly<Record<string, (uri: string) => string>> = {
  'encoded throughout': uri => uri.replace(/[^/%:\w]/g, sign => `%${sign.charCodeAt(0).toString(16)}`),
  'bare, and with small letters in what is encoded': uri =>
    uri
      .replace(/%[0-9A-F]{2}/g, code => code.toLowerCase())
      .replaceAll('%28', '(')
      .replaceAll('%29', ')'),
};

for (const [what, spell] of Object.entries(spellings)) {
  test(`a part that is open counts as it is being written, its address ${what}, and answers come in that spelling`, async () => {
    const editor = await Editor.start();
    editor.put('part (1).tex', 'Nothing yet.\n');
    const main = spell(editor.put('main (1).tex', root));
    const part = spell(editor.uri('part (1).tex'));
    await editor.open(part, 'Nothing yet.\n', 'latex');
    const alone = await editor.open(main, root, 'latex');
    assert.deepEqual(
      alone.map(({ range }) => editor.textIn(main, range)),
      ['CRS'],
    );

    const before = editor.published.length;
    await editor.replace(part, 'Nothing yet.\n', definition);
    const { diagnostics } = await editor.until(() =>
      editor.published.slice(before).findLast(({ uri }) => uri === main),
    );
    assert.deepEqual(diagnostics, []);
    const found = await editor.ask<{ targetUri: string }[]>('textDocument/definition', main, 'CRS');
    assert.deepEqual(
      found.map(({ targetUri }) => targetUri),
      [part],
    );
    assert.ok(await editor.command('immunogloss.triage', main));
    const shown = new Set(editor.published.map(({ uri }) => uri));
    assert.deepEqual([...shown].sort(), [main, part].sort());
  });
}

test('a Windows drive and a share are one document, whoever spells them', async () => {
  const text = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';
  const addresses = [
    ['file:///C:/papers/a b.md', 'file:///c%3A/papers/a%20b.md', 'file:///c:/papers/a%20b.md'],
    ['file://Server/share/paper.md', 'file://server/share/paper.md', 'file://SERVER/share/paper.md'],
  ];
  const editor = await Editor.start();
  for (const [opened, ...others] of addresses) {
    assert.equal((await editor.open(opened!, text)).length, 1);
    const position = { line: 0, character: 28 };
    for (const uri of [opened!, ...others]) {
      const asked = { textDocument: { uri }, position };
      assert.ok(await editor.request('textDocument/hover', asked), uri);
    }
    await editor.notify('textDocument/didChange', {
      textDocument: { uri: others[0]!, version: 2 },
      contentChanges: [{ text: 'Nothing.\n' }],
    });
    await editor.until(() =>
      editor.published.find(
        ({ uri, diagnostics, version }) => uri === opened && version === 2 && !diagnostics.length,
      ),
    );
    await editor.notify('textDocument/didClose', { textDocument: { uri: others[1]! } });
    assert.equal(
      await editor.request('textDocument/hover', { textDocument: { uri: opened! }, position }),
      null,
    );
  }
});
