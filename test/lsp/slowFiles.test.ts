/** Disks that keep others waiting, for long or for ever. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { FileContent, Files } from '../../server/src/core/index.ts';
import { createGuard } from '../../server/src/lsp/guard.ts';
import { onPosix } from '../onPosix.ts';
import { Editor } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

/** A client's connection keeps a server's process up; here it is this. */
const up = setInterval(() => {}, 60_000);
after(() => clearInterval(up));

const sentence = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';
const root = `\\documentclass{article}\n\\begin{document}\n\\input{part}\n${sentence}\\end{document}\n`;

test('while a part is being waited for, others are served; when it comes, its manuscript is told', async () => {
  const main = 'file:///w/main.tex';
  const letter = 'file:///w/letter.md';
  const part = 'file:///w/part.tex';
  const disk = new MemoryFiles([
    [main, root],
    [letter, sentence],
    [part, 'Cytokine release syndrome (CRS) was graded.\n'],
  ]);
  let come = () => {};
  const slow: Files = {
    ...disk,
    read: uri =>
      uri === part
        ? new Promise<FileContent>(resolve => {
            come = () => void disk.read(uri).then(resolve);
          })
        : disk.read(uri),
  };
  const desk = await Desk.start(slow, { settings: { lint: { run: 'onType' } } });
  const open = (uri: string, languageId: string, text: string) =>
    desk.session.opened({ textDocument: { uri, languageId, version: 1, text } });
  open(main, 'latex', root);
  open(letter, 'markdown', sentence);
  await settled(60);
  assert.equal(desk.shown.has(main), false);
  assert.equal(desk.shown.get(letter)!.length, 1);
  const position = { line: 0, character: 28 };
  assert.ok(await desk.session.hover({ textDocument: { uri: letter }, position }));
  const start = { line: 3, character: 0 };
  desk.session.edited({
    textDocument: { uri: main, version: 2 },
    contentChanges: [{ range: { start, end: start }, text: 'Some. ' }],
  });
  come();
  await settled(60);
  assert.deepEqual(desk.shown.get(main), []);
  assert.deepEqual(desk.log, []);
});

test('a request that waits for a disk is answered as soon as it is cancelled', async () => {
  const never = new Promise<string>(() => {});
  const { answer } = createGuard(
    { client: {}, shutDown: false },
    () => {},
    async () => ({}),
  );
  const source = new CancellationTokenSource();
  const answered = answer('hover', () => never)({}, source.token);
  await settled();
  source.cancel();
  await assert.rejects(answered, { code: -32800 });
});

onPosix('pipes that nobody writes to are not waited for, whatever names them', async () => {
  const editor = await Editor.start();
  editor.put('.immunogloss/lab.yaml', 'ZZX: zymosan-zapped xenogeneic\n');
  for (const name of [
    'part.tex',
    'references.bib',
    'team.csv',
    'immunogloss.yaml',
    '.immunogloss/baseline.json',
  ]) {
    execFileSync('mkfifo', [join(editor.folder, name)]);
  }
  const main = editor.uri('main.tex');
  const found = await editor.open(
    'main.tex',
    root.replace('\\end', '\\bibliography{references}\n\\end'),
    'latex',
  );
  assert.equal(editor.textIn(main, found.at(-1)!.range), 'CRS');
  const facts = await editor.command<{ id: string }[]>('immunogloss.findFacts', 'cytokine release', main);
  const position = editor.at(main, editor.text(main).indexOf('Severe'));
  await editor.command('immunogloss.insertFact', main, position, facts[0]!.id);
  await editor.command('immunogloss.acceptFindings', main);
  assert.ok(await editor.ask('textDocument/hover', main, 'CRS'));
});

test('while a part is being waited for, the writer sees that, and can stop waiting; findings come with it', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const main = 'file:///w/main.tex';
  const disk = new MemoryFiles([
    [main, root],
    ['file:///w/part.tex', ''],
  ]);
  let come = () => {};
  const stuck: Files = {
    ...disk,
    read: uri =>
      uri.endsWith('part.tex')
        ? new Promise<FileContent>(resolve => {
            come = () => void disk.read(uri).then(resolve);
          })
        : disk.read(uri),
  };
  const told: string[] = [];
  let offer = (_: () => void) => {};
  const offered = new Promise<() => void>(resolve => {
    offer = resolve;
  });
  const desk = await Desk.start(stuck, {
    createWorkDoneProgress: async () => ({
      begin: (title: string) => told.push(title),
      done: () => told.push('done'),
      token: { onCancellationRequested: (cancel: () => void) => offer(cancel) },
    }),
  });
  const textDocument = { uri: main, languageId: 'latex', version: 1, text: root };
  desk.session.opened({ textDocument });
  await settled(60);
  t.mock.timers.tick(1_000);
  const cancel = await offered;
  await settled();
  assert.deepEqual(told, ['ImmunoGloss reads the manuscript']);
  cancel();
  await settled();
  assert.deepEqual([told.at(-1), desk.shown.has(main)], ['done', false]);
  // Long after, the disk answers: what the writer waits for no longer is there all the same.
  come();
  await settled(60);
  assert.equal(desk.shown.get(main)!.length, 1);
  assert.equal(told.length, 2);
  assert.deepEqual(desk.log, []);
});

test('a save that waits for a disk and is given up once ends, and is linted when the disk answers', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const main = 'file:///w/main.tex';
  const disk = new MemoryFiles([
    [main, root],
    ['file:///w/part.tex', 'Cytokine release syndrome (CRS) was graded.\n'],
  ]);
  let come = () => {};
  let isSlow = false;
  const slow: Files = {
    ...disk,
    read: uri =>
      isSlow && uri.endsWith('part.tex')
        ? new Promise<FileContent>(resolve => {
            come = () => void disk.read(uri).then(resolve);
          })
        : disk.read(uri),
  };
  let offer = (_: () => void) => {};
  const offered = new Promise<() => void>(resolve => {
    offer = resolve;
  });
  const desk = await Desk.start(slow, {
    createWorkDoneProgress: async () => ({
      begin() {},
      done() {},
      token: { onCancellationRequested: (cancel: () => void) => offer(cancel) },
    }),
  });
  const textDocument = { uri: main, languageId: 'latex', version: 1, text: root };
  desk.session.opened({ textDocument });
  await settled(60);
  assert.deepEqual(desk.shown.get(main), []);
  isSlow = true;
  disk.texts.set('file:///w/part.tex', 'Nothing is defined here.\n');
  desk.session.filesChanged({ changes: [{ uri: 'file:///w/part.tex', type: 2 }] });
  const saved = desk.session.saved({ textDocument });
  await settled(60);
  t.mock.timers.tick(1_000);
  (await offered)();
  await saved;
  come();
  await settled(60);
  assert.equal(desk.shown.get(main)!.length, 1);
});
