import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { Editor, messageOf } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

const manuscript = `# Introduction

Sorted ZZX cells were kept. Other ZZX cells were not.
`;

let editor: Editor;
let uri: string;
before(async () => {
  editor = await Editor.start();
  uri = editor.put('paper.md', manuscript);
  await editor.open('paper.md', manuscript);
});

const hover = async () =>
  ((await editor.ask<Hover>('textDocument/hover', uri, 'ZZX cells')).contents as MarkupContent).value;

/** Tells the server that a file came, changed or went, as the editor's watcher does. */
const changed = (file: string, type = 2) =>
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type }] });

/** What was last shown in a file. */
const shownIn = (file: string) => editor.published.findLast(params => params.uri === file)?.diagnostics;

test('a glossary file that comes, changes and goes is followed at once, and hover names it', async () => {
  assert.doesNotMatch(await hover(), /zymosan/);
  const file = editor.put('.immunogloss/lab.yaml', '# ours\nZZX: zymosan-zapped xenogeneic\n');
  await changed(file, 1);
  assert.match(await hover(), /zymosan-zapped xenogeneic/);
  assert.match(await hover(), /From \\?\.immunogloss\/lab\\?\.yaml/);
  editor.put('.immunogloss/lab.yaml', 'ZZX: zone-zero xenograft\n');
  await changed(file);
  assert.match(await hover(), /zone-zero xenograft/);
  rmSync(join(editor.folder, '.immunogloss/lab.yaml'));
  await changed(file, 3);
  assert.doesNotMatch(await hover(), /zone-zero/);
});

test('a broken file shows where it is broken, and its last good state counts until it is mended', async () => {
  const file = editor.put('.immunogloss/team.csv', 'short,long\nZZX,zone-zero xenograft\n');
  await changed(file, 1);
  assert.match(await hover(), /zone-zero xenograft/);
  editor.put('.immunogloss/team.csv', 'short,long\nZZX,"zone-zero\n');
  await changed(file);
  assert.match(await hover(), /zone-zero xenograft/);
  const [problem] = await editor.until(() => shownIn(file));
  assert.match(messageOf(problem!), /never closed/);
  assert.deepEqual(problem!.range.start, { line: 1, character: 4 });
  editor.put('.immunogloss/team.csv', 'short,long\nZZX,zone-one xenograft\n');
  await changed(file);
  assert.match(await hover(), /zone-one xenograft/);
  await editor.until(() => (shownIn(file)?.length === 0 ? true : undefined));
});

test('a glossary that the project file names counts too, and looking up finds it', async () => {
  const terms = editor.put('terms/ours.json', '{"QQZ": "quiet quorum zone"}');
  await changed(editor.put('immunogloss.yaml', 'glossaries: [terms]\n'), 1);
  const find = () => editor.command<{ long: string; origin: string }[]>('immunogloss.lookUp', 'QQZ');
  assert.deepEqual(
    (await find()).slice(0, 1).map(({ long, origin }) => `${long} (${origin})`),
    ['quiet quorum zone (workspace)'],
  );
  editor.put('terms/ours.json', '{"QQZ": "quick query zone"}');
  await changed(terms);
  assert.equal((await find())[0]?.long, 'quick query zone');
});

test('looking up spells as the manuscript does', async () => {
  const page = editor.uri('british.md');
  await editor.open('british.md', '# Introduction\n\nThe tumour grew, as tumours in leukaemia do.\n');
  const find = (...place: string[]) =>
    editor.command<{ long: string }[]>('immunogloss.lookUp', 'TME', ...place);
  assert.equal((await find(page))[0]?.long, 'tumour microenvironment');
  assert.equal((await find(uri))[0]?.long, 'tumor microenvironment');
});

test('a comment in the manuscript is the nearest layer of all, and follows what is written', async () => {
  await changed(editor.put('.immunogloss/lab.yaml', 'ZZX: zymosan-zapped xenogeneic\n'), 1);
  assert.match(await hover(), /zymosan-zapped/);
  await editor.replace(
    uri,
    '# Introduction\n',
    '# Introduction\n\n<!-- immunogloss-glossary ZZX: zero-zone xenograft; QQT: quick test -->\n',
  );
  assert.match(await hover(), /zero-zone xenograft/);
  assert.match(await hover(), /From paper\\?\.md/);
  await editor.replace(uri, 'zero-zone', 'zoned');
  assert.match(await hover(), /zoned xenograft/);
  await editor.replace(uri, 'immunogloss-glossary', 'once');
  assert.match(await hover(), /zymosan-zapped/);
});

test('a glossary that changes while nobody watches counts for all documents once another is opened', async () => {
  const glossary = 'file:///w/.immunogloss/lab.yaml';
  const files = new MemoryFiles([[glossary, 'ZZX: zymosan-zapped xenogeneic\n']]);
  const desk = await Desk.start(files, { settings: { lint: { run: 'onType' } } });
  const open = (name: string) =>
    desk.session.opened({
      textDocument: { uri: `file:///w/${name}`, languageId: 'markdown', version: 1, text: manuscript },
    });
  const shownIn = (name: string) => String(desk.shown.get(`file:///w/${name}`)![0]!.message);
  open('a.md');
  await settled(60);
  assert.match(shownIn('a.md'), /zymosan-zapped xenogeneic/);
  files.texts.set(glossary, 'ZZX: zeta-zeta xylose\n');
  open('b.md');
  await settled(60);
  assert.match(shownIn('b.md'), /zeta-zeta xylose/);
  const start = { line: 0, character: 0 };
  desk.session.edited({
    textDocument: { uri: 'file:///w/a.md', version: 2 },
    contentChanges: [{ range: { start, end: start }, text: '\n' }],
  });
  await settled(100);
  assert.match(shownIn('a.md'), /zeta-zeta xylose/);
  assert.deepEqual(desk.log, []);
});
