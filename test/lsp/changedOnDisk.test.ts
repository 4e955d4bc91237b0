/** What goes or changes on disk, while nobody has it open, goes and changes here. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Editor } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

test('when immunogloss.yaml is deleted, its settings end and its problems are shown no more', async () => {
  const editor = await Editor.start();
  const file = editor.put('immunogloss.yaml', 'ignore: [CRS]\nrules:\n  no-such-rule: off\n');
  const text = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';
  const page = editor.uri('paper.md');
  assert.deepEqual(await editor.open('paper.md', text), []);
  const last = (uri: string) => editor.published.findLast(params => params.uri === uri)?.diagnostics;
  await editor.until(() => (last(file)?.length === 1 ? true : undefined));

  rmSync(join(editor.folder, 'immunogloss.yaml'));
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 3 }] });
  const found = await editor.until(() => (last(page)?.length === 1 ? last(page) : undefined));
  assert.equal(editor.textIn(page, found[0]!.range), 'CRS');
  await editor.until(() => (last(file)?.length === 0 ? true : undefined));
});

test('a part that changes on disk while it is closed is read anew', async () => {
  const editor = await Editor.start();
  const part = editor.put('part.tex', 'Nothing yet.\n');
  const main = editor.uri('main.tex');
  const text = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';
  const root = `\\documentclass{article}\n\\begin{document}\n\\input{part}\n${text}\\end{document}\n`;
  assert.equal((await editor.open('main.tex', root, 'latex')).length, 1);
  editor.put('part.tex', 'Cytokine release syndrome (CRS) was graded.\n');
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: part, type: 2 }] });
  const last = () => editor.published.findLast(({ uri }) => uri === main)!.diagnostics;
  await editor.until(() => (last().length === 0 ? true : undefined));
});

test('a part that was open counts as it is on disk once it is closed, whatever a client tells of files', async () => {
  const editor = await Editor.start();
  editor.put('part.tex', 'Nothing yet.\n');
  const main = editor.uri('main.tex');
  const text = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';
  const root = `\\documentclass{article}\n\\begin{document}\n\\input{part}\n${text}\\end{document}\n`;
  assert.equal((await editor.open('main.tex', root, 'latex')).length, 1);
  await editor.open('part.tex', 'Nothing yet.\n', 'latex');
  editor.put('part.tex', 'Cytokine release syndrome (CRS) was graded.\n');
  await editor.close(editor.uri('part.tex'));
  const last = () => editor.published.findLast(({ uri }) => uri === main)!.diagnostics;
  await editor.until(() => (last().length === 0 ? true : undefined));
});

test('while immunogloss.yaml is broken, what it said last counts; a baseline that is gone is not complained of', async () => {
  const project = 'file:///w/immunogloss.yaml';
  const baseline = 'file:///w/.immunogloss/baseline.json';
  const uri = 'file:///w/paper.md';
  const text = 'The QXZ was high, and the QXZ fell.\n';
  const files = new MemoryFiles([
    [project, 'ignore: [QXZ]\n'],
    [baseline, '{'],
  ]);
  const desk = await Desk.start(files, { settings: { lint: { run: 'onType' } } });
  desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await settled(60);
  assert.deepEqual(desk.shown.get(uri), []);
  assert.equal(desk.shown.get(baseline)!.length, 1);
  files.texts.set(project, 'ignore: [QXZ\n');
  files.texts.delete(baseline);
  const changes = [
    { uri: project, type: 2 as const },
    { uri: baseline, type: 3 as const },
  ];
  desk.session.filesChanged({ changes });
  await settled(100);
  assert.deepEqual(desk.shown.get(uri), []);
  assert.match(String(desk.shown.get(project)![0]!.message), /not valid YAML/);
  assert.deepEqual(desk.shown.get(baseline), []);
});
