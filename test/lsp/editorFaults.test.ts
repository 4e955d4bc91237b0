/** What goes wrong around an editor: it is told, nothing is lost, and all goes on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { capabilities, Editor, messageOf, named } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

const text = 'The QXZ was high, the QXZ rose, and the QXZ fell.\n';
const expected = ['undefined-abbreviation: QXZ'];

/** What the editor is shown as messages, from now on. */
function messagesOf(editor: Editor): string[] {
  const told: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    told.push(message);
  });
  return told;
}

/** Waits until these findings are shown in a document. */
const untilShown = (editor: Editor, uri: string, wanted: readonly string[]) =>
  editor.until(() => {
    const last = editor.published.findLast(params => params.uri === uri);
    return last && String(named(editor, uri, last.diagnostics)) === String(wanted) ? true : undefined;
  });

test('settings of the wrong type are told once, and the others count', async () => {
  const editor = await Editor.start({ settings: { lint: { run: 3 }, ignore: 'QXZ', rules: [] } });
  const told = messagesOf(editor);
  const uri = editor.uri('paper.md');
  await editor.open('paper.md', text);
  await untilShown(editor, uri, expected);
  const wrong = { lint: { run: 'never' }, ignore: ['QXZ'] };
  await editor.configure(wrong, uri);
  await untilShown(editor, uri, []);
  await editor.configure({ ...wrong, ignore: [] }, uri);
  await untilShown(editor, uri, expected);
  await editor.configure(wrong, uri);
  await untilShown(editor, uri, []);
  assert.equal(told.filter(message => message.includes('"immunogloss.lint.run"')).length, 1);
});

test('a client that never tells its settings is served by the defaults', async () => {
  const editor = Editor.connect();
  editor.connection.onRequest('workspace/configuration', () => new Promise(() => {}));
  await editor.request('initialize', { processId: null, rootUri: editor.uri(''), capabilities });
  await editor.notify('initialized', {});
  const uri = editor.uri('paper.md');
  assert.deepEqual(named(editor, uri, await editor.open('paper.md', text)), expected);
});

test('a document has a thousand findings at most, and says so', async () => {
  const editor = await Editor.start();
  const letters = 'BCDFGHJKLMNP';
  const forms = [...letters].flatMap(a => [...letters].flatMap(b => [...letters].map(c => `QX${a}${b}${c}`)));
  const many = forms.slice(0, 1200).map(form => `The ${form} was high and the ${form} fell.`);
  const shown = await editor.open('many.md', `${many.join('\n\n')}\n`);
  assert.equal(shown.length, 1001);
  const [note] = shown.filter(({ code }) => code === undefined);
  assert.match(
    messageOf(note!),
    /^ImmunoGloss found 1200 places in this document\. The first 1000 are shown\.$/,
  );
});

test('where the disk is full, what was to be written is told, and nothing is lost', async () => {
  const files = new MemoryFiles([['file:///w/paper.md', text]]);
  const desk = await Desk.start(files, { write: async () => 'cannot be written: the disk is full' });
  const uri = 'file:///w/paper.md';
  desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await settled();
  const run = (command: string, ...args: unknown[]) => desk.session.execute({ command, arguments: args });
  assert.equal(await run('immunogloss.acceptFindings', uri), false);
  const row = { short: 'QXZ', long: 'quorum exchange zone' };
  await run('immunogloss.addToGlossary', uri, row);
  await settled();
  assert.equal(desk.messages.length, 2);
  for (const message of desk.messages) assert.match(message, /cannot be written: the disk is full/);
  assert.deepEqual([...files.texts.keys()], [uri]);
  assert.equal(desk.shown.get(uri)!.length, 1);
});

test('two folders of a workspace go by their own project files, also those that come later', async () => {
  const editor = await Editor.start();
  editor.put('one/immunogloss.yaml', 'ignore: [QXZ]\n');
  const first = editor.uri('one/paper.md');
  const second = editor.uri('two/paper.md');
  assert.deepEqual(await editor.open('one/paper.md', text), []);
  assert.deepEqual(named(editor, second, await editor.open('two/paper.md', text)), expected);
  const event = { added: [{ uri: editor.uri('two'), name: 'two' }], removed: [] };
  await editor.notify('workspace/didChangeWorkspaceFolders', { event });
  assert.equal(await editor.command('immunogloss.acceptFindings', second), true);
  assert.match(readFileSync(join(editor.folder, 'two/.immunogloss/baseline.json'), 'utf8'), /"paper\.md"/);
  await untilShown(editor, second, []);
  assert.deepEqual(await editor.save(first), []);
});

test('a text of a virtual workspace is checked like any other', async () => {
  const editor = await Editor.start();
  const uri = 'vscode-vfs://github/team/paper/draft.md';
  assert.deepEqual(named(editor, uri, await editor.open(uri, text)), expected);
  assert.equal(await editor.command('immunogloss.acceptFindings', uri), false);
});
