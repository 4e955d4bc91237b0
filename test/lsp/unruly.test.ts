/** Clients that keep to no order: who answers late, tells things twice or before their time, or goes without a word. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ErrorCodes, FileChangeType, ResponseError } from 'vscode-languageserver';
import { capabilities, Editor, named } from './editor.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

const text = 'The QXZ was high, the QXZ rose, and the QXZ fell.\n';
const expected = ['undefined-abbreviation: QXZ'];
const start = { line: 0, character: 0 };

/** What is shown in a document now, once it is what is wanted. */
const untilShown = (editor: Editor, uri: string, wanted: readonly string[]) =>
  editor.until(() => {
    const last = editor.published.findLast(params => params.uri === uri);
    return last && String(named(editor, uri, last.diagnostics)) === String(wanted) ? true : undefined;
  });

const framed = (message: object) => {
  const json = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
};

/** A server and what it says, without a client’s library between. */
function bare() {
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: 'pipe' });
  let said = '';
  let wake = () => {};
  server.stdout.on('data', chunk => {
    said += chunk;
    wake();
  });
  let complaint = '';
  server.stderr.on('data', chunk => {
    complaint += chunk;
  });
  server.stdin.on('error', () => {}); // it may be gone
  const until = async (what: string) => {
    while (!said.includes(what)) {
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    }
  };
  const ended = once(server, 'close').then(([code]) => ({ code, complaint }));
  return { server, until, ended, said: () => said };
}

const greeting = (processId: number | null = null) =>
  framed({ id: 'greeting', method: 'initialize', params: { processId, rootUri: null, capabilities: {} } });

test('settings that are told late don’t undo what was told since', async () => {
  const editor = Editor.connect();
  const answers: ((settings: unknown) => void)[] = [];
  let heard = () => {};
  editor.connection.onRequest('workspace/configuration', () => {
    const answer = new Promise(resolve => answers.push(settings => resolve([settings])));
    heard();
    return answer;
  });
  const asked = async (count: number) => {
    while (answers.length < count) {
      await new Promise<void>(resolve => {
        heard = resolve;
      });
    }
  };
  await editor.request('initialize', { processId: null, rootUri: editor.uri(''), capabilities });
  await editor.notify('initialized', {});
  await asked(1);
  answers[0]!({});
  const uri = editor.uri('paper.md');
  assert.deepEqual(named(editor, uri, await editor.open('paper.md', text)), expected);
  for (let time = 0; time < 2; time++) await editor.notify('workspace/didChangeConfiguration', {});
  await asked(3);
  answers[2]!({ ignore: ['QXZ'] });
  await untilShown(editor, uri, []);
  answers[1]!({});
  // Behind the late answer, as all that this client says.
  await editor.command('immunogloss.lint', uri);
  assert.deepEqual(await editor.save(uri), []);
});

test('settings that change again and again while a text is linted: the last ones count', async () => {
  const editor = await Editor.start();
  const uri = editor.uri('long.md');
  await editor.open('long.md', `${text}\n`.repeat(200));
  for (let time = 0; time < 100; time++) {
    editor.settings = { ignore: time < 99 ? [`QX${time}`] : ['QXZ'] };
    await editor.notify('workspace/didChangeConfiguration', {});
  }
  await untilShown(editor, uri, []);
  assert.deepEqual(await editor.save(uri), []);
  assert.deepEqual(editor.log, []);
});

test('whatever a request is called, its answer is called so; answers that nobody waits for are passed over', async () => {
  const { server, until, ended, said } = bare();
  const whole = Buffer.from(greeting());
  // Each byte by itself, then all that follows at once.
  for (const byte of whole) server.stdin.write(Buffer.from([byte]));
  await until('"greeting"');
  const textDocument = { uri: 'untitled:a', languageId: 'markdown', version: 1, text };
  const hover = { method: 'textDocument/hover', params: { textDocument, position: start } };
  const ids = [-1, 1.5, 1e300, '', 'é', '{"id":1}'];
  const strange = [null, true, {}, [], ['x']];
  const messages = [
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument } },
    ...ids.map(id => ({ id, ...hover })),
    ...strange.map(id => ({ id, ...hover })),
    ...[...ids, ...strange].flatMap(id => [{ id, result: 1 }, { id, error: { code: 'x' } }, { id }]),
    ...[1, 2, 3].map(() => ({ id: 'twice', ...hover })),
    { id: 'last', ...hover },
  ];
  server.stdin.write(messages.map(framed).join(''));
  await until('"id":"last"');
  for (const id of ids) {
    assert.equal(said().split(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`).length, 2, String(id));
  }
  server.stdin.end(framed(hover).slice(0, -5));
  assert.deepEqual(await ended, { code: 1, complaint: '' });
});

test('a client that hears nothing any more is gone: the server ends, without a complaint', async () => {
  const { server, until, ended } = bare();
  server.stdin.write(greeting());
  await until('"greeting"');
  server.stdout.destroy();
  const textDocument = { uri: 'untitled:a', languageId: 'markdown', version: 1, text };
  server.stdin.write(framed({ method: 'textDocument/didOpen', params: { textDocument } }));
  const hover = { method: 'textDocument/hover', params: { textDocument, position: start } };
  for (let id = 0; id < 20; id++) server.stdin.write(framed({ id, ...hover }));
  assert.deepEqual(await ended, { code: 1, complaint: '' });
});

test('an editor whose process has ended is gone, though its pipe is open', async () => {
  const editor = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(editor, 'exit');
  const { server, ended } = bare();
  server.stdin.write(greeting(editor.pid));
  assert.deepEqual(await ended, { code: 1, complaint: '' });
});

test('a client that can do nothing is asked for nothing, and gets all that it asks for', async () => {
  const editor = await Editor.start({ capabilities: { workspace: {}, textDocument: {}, window: {} } });
  const asked: string[] = [];
  for (const method of [
    ...['workspace/configuration', 'workspace/applyEdit', 'workspace/workspaceFolders'],
    ...['client/registerCapability', 'window/workDoneProgress/create', 'window/showDocument'],
    ...['window/showMessageRequest', 'immunogloss/openText'],
  ]) {
    editor.connection.onRequest(method, () => {
      asked.push(method);
      return null;
    });
  }
  editor.put('immunogloss.yaml', 'ignore: [QXA]\n');
  const uri = editor.uri('paper.md');
  const [finding] = await editor.open('paper.md', `${text}CRS came, and CRS went, and CRS was graded.\n`);
  assert.equal(editor.textIn(uri, finding!.range), 'QXZ');
  const here = { textDocument: { uri }, range: finding!.range, context: { diagnostics: [finding!] } };
  assert.ok((await editor.request<unknown[]>('textDocument/codeAction', here)).length > 0);
  assert.ok(await editor.ask('textDocument/hover', uri, 'CRS'));
  assert.ok(await editor.ask('textDocument/rename', uri, 'QXZ', 1, { newName: 'QXY' }));
  await editor.command('immunogloss.addToGlossary', uri, { short: 'QXZ', long: 'quorum exchange zone' });
  await editor.command('immunogloss.acceptFindings', uri);
  await editor.notify('workspace/didChangeConfiguration', { settings: { immunogloss: { ignore: ['CRS'] } } });
  await editor.save(uri);
  assert.deepEqual(asked, []);
});

test('a client that refuses what it has offered is served all the same', async () => {
  const editor = Editor.connect();
  const refused = new Set<string>();
  for (const method of [
    ...['client/registerCapability', 'workspace/configuration', 'window/workDoneProgress/create'],
    'workspace/applyEdit',
  ]) {
    editor.connection.onRequest(method, () => {
      refused.add(method);
      throw new ResponseError(ErrorCodes.MethodNotFound, 'not here');
    });
  }
  const dynamicRegistration = true;
  await editor.request('initialize', {
    processId: null,
    rootUri: editor.uri(''),
    capabilities: {
      ...capabilities,
      window: { workDoneProgress: true },
      workspace: {
        ...capabilities.workspace,
        didChangeConfiguration: { dynamicRegistration },
        didChangeWatchedFiles: { dynamicRegistration, relativePatternSupport: true },
      },
    },
  });
  await editor.notify('initialized', {});
  const uri = editor.uri('paper.md');
  assert.deepEqual(named(editor, uri, await editor.open('paper.md', text)), expected);
  await assert.rejects(editor.command('immunogloss.switchProfile', uri, 'thesis'), {
    code: ErrorCodes.MethodNotFound,
  });
  assert.deepEqual(named(editor, uri, await editor.save(uri)), expected);
  for (const method of ['client/registerCapability', 'workspace/configuration', 'workspace/applyEdit'])
    assert.ok(refused.has(method), method);
});

const cellsOf = (uris: readonly string[]) => uris.map(document => ({ kind: 1, document }));
const textsOf = (uris: readonly string[]) =>
  uris.map(uri => ({ uri, languageId: 'markdown', version: 1, text }));

test('what is told of notebooks out of its order does no harm to those that are in order', async () => {
  const editor = await Editor.start();
  const uri = editor.uri('day.ipynb');
  const cells = [1, 2].map(number => `vscode-notebook-cell:${new URL(uri).pathname}#W${number}`);
  for (const cell of cells) editor.keep(cell, text);
  const notebookDocument = { uri, notebookType: 'jupyter-notebook', version: 1, cells: cellsOf(cells) };
  const open = { notebookDocument, cellTextDocuments: textsOf(cells) };
  const close = { notebookDocument: { uri }, cellTextDocuments: cells.map(cell => ({ uri: cell })) };
  const change = (structure: object) =>
    editor.notify('notebookDocument/didChange', {
      notebookDocument: { uri, version: 2 },
      change: { cells: { structure } },
    });
  const edit = { range: { start, end: start }, text: 'x' };
  for (let round = 0; round < 3; round++) {
    // Closed twice, changed while it is closed, opened twice.
    await editor.notify('notebookDocument/didClose', close);
    await change({
      array: { start: 7, deleteCount: -3, cells: cellsOf(cells) },
      didClose: [{ uri: cells[0] }],
    });
    await editor.notify('notebookDocument/didChange', {
      notebookDocument: { uri, version: 0 },
      change: { cells: { textContent: [{ document: { uri: cells[1], version: 9 }, changes: [edit] }] } },
    });
    await editor.notify('notebookDocument/didOpen', open);
    await editor.notify('notebookDocument/didOpen', open);
    for (const array of [
      { start: 99, deleteCount: 99 },
      { start: -1, deleteCount: 1e9, cells: [null] },
      null,
    ])
      await change({ array, didOpen: [null], didClose: [{}] });
    await editor.notify('notebookDocument/didClose', close);
  }
  await editor.notify('notebookDocument/didOpen', open);
  await untilShown(editor, cells[0]!, expected);
  await editor.notify('notebookDocument/didClose', close);
  for (const cell of cells) await untilShown(editor, cell, []);
});

test('files that are renamed while they are open are the manuscript under their new names', async () => {
  const editor = await Editor.start();
  const main =
    '\\documentclass{article}\n\\begin{document}\n\\input{parts/new}\nThe QXZ rose, the QXZ fell, a QXZ.\n\\end{document}\n';
  const uri = editor.put('main.tex', main);
  const part = 'Quorum exchange zone (QXZ) was graded.\n';
  const old = editor.put('parts/old.tex', part);
  await editor.open(old, part, 'latex');
  const missing = await editor.open('main.tex', main, 'latex');
  assert.ok(missing.length >= 2, 'the part is missing, and the form is undefined');
  // As VS Code tells of it: closed and opened by its new name, the disk afterwards, each once or twice.
  const renamed = editor.uri('parts/new.tex');
  renameSync(join(editor.folder, 'parts/old.tex'), join(editor.folder, 'parts/new.tex'));
  await editor.close(old);
  await editor.open(renamed, part, 'latex');
  const changes = [
    { uri: old, type: FileChangeType.Deleted },
    { uri: renamed, type: FileChangeType.Created },
  ];
  for (const told of [changes, changes.toReversed()])
    await editor.notify('workspace/didChangeWatchedFiles', { changes: told });
  await untilShown(editor, uri, []);
  assert.deepEqual(editor.log, []);
});

test('10,000 notices of files are read once, and what stands there then counts', async t => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const uri = 'file:///w/paper.md';
  const project = 'file:///w/immunogloss.yaml';
  const files = new MemoryFiles([
    [uri, text],
    [project, 'ignore: [QXA]\n'],
  ]);
  let reads = 0;
  const counting = {
    ...files,
    read: (asked: string) => {
      if (asked === project) reads++;
      return files.read(asked);
    },
  };
  const desk = await Desk.start(counting, { settings: { lint: { run: 'onType' } } });
  desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await settled(60);
  assert.equal(desk.shown.get(uri)!.length, 1);
  reads = 0;
  for (let notice = 0; notice < 10_000; notice++) {
    files.texts.set(project, `ignore: [${notice === 9_999 ? 'QXZ' : 'QXA'}]\n`);
    desk.session.filesChanged({ changes: [{ uri: project, type: FileChangeType.Changed }] });
  }
  await settled(60);
  t.mock.timers.tick(1_000);
  await settled(60);
  assert.deepEqual(desk.shown.get(uri), []);
  assert.ok(reads < 20, `${reads} times`);
});

test('folders that come and go in a storm, twice, or unknown: those that are left count', async () => {
  const editor = await Editor.start();
  const two = { uri: editor.uri('two'), name: 'two' };
  const unknown = { uri: editor.uri('nowhere'), name: 'nowhere' };
  const uri = editor.uri('two/paper.md');
  await editor.open('two/paper.md', text);
  const change = (added: unknown, removed: unknown) =>
    editor.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  for (let round = 0; round < 200; round++) {
    await change([two, two], [unknown]);
    await change([], [two, two, unknown]);
    if (round % 50 === 0) for (const nonsense of [null, 3, [null], [{}]]) await change(nonsense, nonsense);
  }
  // It belongs to no folder but the first one now, and is taken for that one's.
  assert.equal(await editor.command('immunogloss.acceptFindings', uri), true);
  await untilShown(editor, uri, []);
  assert.deepEqual(readdirSync(editor.folder), ['.immunogloss']);
});
