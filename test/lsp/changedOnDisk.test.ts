/** What goes or changes on disk, while nobody has it open, goes and changes here. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Editor } from './editor.ts';

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
