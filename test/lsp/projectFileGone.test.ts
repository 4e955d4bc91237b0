/** A project file that goes takes with it what it said, and what was said of it. */
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
