/** Many messages at once, over real JSON-RPC. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Editor } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

const manuscript = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});

const last = (uri: string) => editor.published.findLast(params => params.uri === uri);

test('after 10,000 quick edits, some of them beyond the end, the text is the one that they make', async () => {
  const uri = editor.uri('quick.md');
  await editor.open('quick.md', manuscript);
  const start = { line: 0, character: 0 };
  const beyond = { line: 9_999, character: 9_999 };
  let version = 1;
  const change = (from: object, to: object, text: string) =>
    editor.notify('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: from, end: to }, text }],
    });
  for (let edit = 0; edit < 5_000; edit++) {
    await change(start, start, 'é');
    if (edit % 100 === 0) await change(beyond, beyond, '');
    await change(start, { line: 0, character: 1 }, '');
  }
  await change(beyond, beyond, 'Ferritin rose.\n');
  const { diagnostics } = await editor.until(() => (last(uri)?.version === version ? last(uri) : undefined));
  assert.deepEqual(
    diagnostics.map(({ range }) => editor.textIn(uri, range)),
    ['CRS'],
  );
});

test('documents that are opened and closed in a storm show what the last call leaves', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `storm ${n}.md`);
  for (let round = 1; round <= 25; round++) {
    for (const name of names) {
      const textDocument = {
        uri: editor.uri(name),
        languageId: 'markdown',
        version: round,
        text: manuscript,
      };
      await editor.notify('textDocument/didOpen', { textDocument });
      if (round < 25) await editor.notify('textDocument/didClose', { textDocument });
    }
  }
  for (const name of names) {
    const uri = editor.uri(name);
    await editor.until(() =>
      last(uri)?.version === 25 && last(uri)?.diagnostics.length === 1 ? true : undefined,
    );
    await editor.notify('textDocument/didClose', { textDocument: { uri } });
    await editor.until(() => (last(uri)?.diagnostics.length === 0 ? true : undefined));
  }
});

test('a method that nobody knows is answered as such, and a command that nobody knows with nothing', async () => {
  await assert.rejects(editor.request('no/suchMethod', {}), { code: -32601 });
  const before = editor.log.length;
  for (const name of ['no.such', 'constructor', '__proto__', 'toString']) {
    assert.equal(await editor.command(name, 1), null, name);
  }
  assert.ok(
    Array.isArray(await editor.request('workspace/executeCommand', { command: 'immunogloss.therapies' })),
  );
  assert.deepEqual(editor.log.slice(before), []);
});

test('edits that come before the first of them is read, alone or several in a message, count all', async () => {
  const uri = 'file:///w/paper.md';
  const text = `${'Nothing is said here.\n\n'.repeat(20)}The CRS was high, and the CRS fell.\n`;
  const insert = (line: number, inserted: string) => ({
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    text: inserted,
  });
  for (const messages of [
    [[insert(40, 'The TMX rose, the TMX fell.\n\n')], [insert(0, 'Once more. ')]],
    [[insert(40, 'The TMX rose, the TMX fell.\n\n'), insert(0, 'Once more. ')]],
  ]) {
    const desk = await Desk.start(new MemoryFiles([]), { settings: { lint: { run: 'onType' } } });
    desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
    await settled(60);
    for (const [index, contentChanges] of messages.entries())
      desk.session.edited({ textDocument: { uri, version: index + 2 }, contentChanges });
    await new Promise(resolve => setTimeout(resolve, 60));
    await settled(60);
    const shown = desk.shown
      .get(uri)!
      .map(({ range, message }) => [range.start.line, String(message).slice(0, 5)]);
    assert.deepEqual(shown, [
      [40, '"TMX"'],
      [42, '"CRS"'],
    ]);
  }
});
