import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeAction, DiagnosticSeverity, type TextDocumentEdit } from 'vscode-languageserver';
import type { Files } from '../../server/src/core/index.ts';
import { Editor, messageOf } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

const paper = '# Results\n\nThe QXA came. Severe QXA was rare, and QXA went.\n';

async function start(files: Readonly<Record<string, string>>) {
  const editor = await Editor.start();
  for (const [name, text] of Object.entries(files)) editor.put(name, text);
  const uri = editor.put('paper.md', paper);
  await editor.open('paper.md', paper);
  /** What is shown in a file, once that is as many as asked for. */
  const shownIn = (name: string, count: number) =>
    editor.until(() => {
      const last = editor.published.findLast(params => params.uri === editor.uri(name))?.diagnostics;
      return last?.length === count ? last : undefined;
    });
  return { editor, uri, shownIn };
}

test('an entry of ignore: that silences nothing is a hint in the project file, and goes when it silences something', async () => {
  const yaml = 'ignore:\n  - QXA\n  - QXB\n';
  const { editor, uri, shownIn } = await start({ 'immunogloss.yaml': yaml });
  const [hint] = await shownIn('immunogloss.yaml', 1);
  assert.equal(messageOf(hint!), '"QXB" is ignored here, and nothing is reported of it. Remove it.');
  assert.deepEqual(hint!.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } });
  assert.equal(hint!.severity, DiagnosticSeverity.Hint);
  assert.equal(hint!.code, 'unused-ignore');

  await editor.replace(uri, 'The QXA came.', 'The QXA came. The QXB came.');
  await editor.save(uri);
  await shownIn('immunogloss.yaml', 0);
});

test('an entry that silences nothing is removed by a quick fix', async () => {
  const yaml = 'ignore:\n  - QXA\n  - QXB # old\n';
  const { editor, shownIn } = await start({ 'immunogloss.yaml': yaml });
  const [hint] = await shownIn('immunogloss.yaml', 1);
  const uri = editor.uri('immunogloss.yaml');
  await editor.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text: yaml },
  });
  const isOpen = (params: { uri: string; version?: number }) => params.uri === uri && params.version === 1;
  await editor.until(() => editor.published.find(isOpen));
  const ask = { textDocument: { uri }, range: hint!.range, context: { diagnostics: [] } };
  const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', ask);
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Remove this entry'],
  );
  const [change] = actions[0]!.edit!.documentChanges as TextDocumentEdit[];
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  assert.deepEqual(change!.edits, [{ range, newText: '' }]);
});

test('what a file that nobody has open needs is not called unused', async () => {
  const files = {
    'immunogloss.yaml': 'ignore: [QXA, QXB, QXC]\n',
    'b/other.md': paper.replaceAll('QXA', 'QXB'),
  };
  const { shownIn } = await start(files);
  const [hint] = await shownIn('immunogloss.yaml', 1);
  assert.match(messageOf(hint!), /^"QXC" is ignored here/);
});

test('an entry of a baseline that is found no more is a hint in the baseline', async () => {
  const { editor, uri, shownIn } = await start({});
  assert.equal(await editor.command('immunogloss.acceptFindings', uri), true);
  await editor.until(() =>
    editor.published.findLast(params => params.uri === uri && params.diagnostics.length === 0),
  );
  await editor.replace(uri, 'The QXA came. Severe QXA was rare, and QXA went.', 'All is well.');
  await editor.save(uri);
  const [hint] = await shownIn('.immunogloss/baseline.json', 1);
  assert.match(messageOf(hint!), /^This accepted finding is found no more\./);
  assert.equal(hint!.severity, DiagnosticSeverity.Hint);
  assert.equal(hint!.range.start.line, 4);
  assert.equal(hint!.range.start.character, 6);

  await editor.command('immunogloss.acceptFindings', uri);
  await shownIn('.immunogloss/baseline.json', 0);
});

test('what an older lint says of ignore: is not told once a newer one has said otherwise', async () => {
  const project = 'file:///w/immunogloss.yaml';
  const uri = 'file:///w/paper.md';
  const disk = new MemoryFiles([
    [project, 'ignore: [QXA, QXB]\n'],
    [uri, paper],
  ]);
  const answers: (() => void)[] = [];
  let isSlow = false;
  const files: Files = {
    ...disk,
    list: async folder => {
      if (isSlow) await new Promise<void>(resolve => answers.push(resolve));
      return disk.list(folder);
    },
  };
  const desk = await Desk.start(files, { settings: { lint: { run: 'onType' } } });
  desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text: paper } });
  await settled(60);
  assert.equal(desk.shown.get(project)!.length, 1);
  const edit = async (version: number, character: number, text: string) => {
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character } };
    desk.session.edited({ textDocument: { uri, version }, contentChanges: [{ range, text }] });
    await settled(60);
  };
  isSlow = true;
  await edit(2, 0, 'So ');
  assert.equal(answers.length, 1, 'the project’s files are looked for');
  await edit(3, 3, 'QXB: ');
  assert.deepEqual(desk.shown.get(project), []);
  for (const answer of answers) answer();
  await settled(60);
  assert.deepEqual(desk.shown.get(project), []);
});
