import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const manuscript = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';

let editor: Editor;
let uri: string;
before(async () => {
  editor = await Editor.start();
  uri = editor.uri('paper.md');
  await editor.open('paper.md', manuscript);
});

/** The server still answers, and still reads right. */
async function isWell(): Promise<void> {
  assert.equal(editor.process.exitCode, null);
  const [finding] = await editor.replace(uri, 'every', 'every');
  assert.equal(editor.textIn(uri, finding!.range), 'CRS');
}

const requests = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/codeAction',
  'workspace/executeCommand',
];
const notifications = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didSave',
  'textDocument/didClose',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
  '$/setTrace',
  'no/suchMethod',
];
const nonsense = [
  undefined,
  null,
  {},
  [],
  { textDocument: null },
  { textDocument: { uri: 1 }, position: null },
  { textDocument: { uri: '%' }, position: { line: 'a' }, contentChanges: 3, changes: {}, event: 1 },
  { command: 'immunogloss.lint', arguments: [{ uri: [] }, 2] },
  { command: {}, arguments: 'x' },
];

test('nonsense in any message is survived', async () => {
  for (const params of nonsense) {
    for (const method of notifications) await editor.notify(method, params);
    for (const method of requests) await editor.request(method, params).catch(() => null);
  }
  await isWell();
});

test('questions about documents that are not open are answered with nothing', async () => {
  const unknown = { textDocument: { uri: editor.uri('unknown.md') } };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const asked = { ...unknown, position: range.start, range, context: { diagnostics: [] } };
  assert.equal(await editor.request('textDocument/definition', asked), null);
  assert.equal(await editor.request('textDocument/codeAction', asked), null);
  await editor.notify('textDocument/didChange', { ...unknown, contentChanges: [{ text: 'x' }] });
  await editor.notify('textDocument/didClose', unknown);
  await isWell();
});

test('positions outside the text mean its nearest place', async () => {
  for (const [line, character] of [
    [1e9, 0],
    [0, 1e9],
    [-1, -1],
    [0.5, 0.5],
  ]) {
    await editor.request('textDocument/definition', { textDocument: { uri }, position: { line, character } });
  }
  const beyond = { start: { line: 7, character: 7 }, end: { line: 9, character: 0 } };
  await editor.change(uri, { range: beyond, text: '\nThe end.\n' });
  const end = { line: 2, character: 8 };
  const swapped = { start: end, end: { line: 1, character: 0 } };
  await editor.change(uri, { range: swapped, text: '' });
  await isWell();
});

test('versions out of order do no harm: changes count in the order in which they come', async () => {
  const start = { line: 0, character: 0 };
  const order = editor.uri('order.md');
  await editor.open('order.md', manuscript);
  for (const version of [9, 3, -1]) {
    await editor.notify('textDocument/didChange', {
      textDocument: { uri: order, version },
      contentChanges: [{ range: { start, end: start }, text: '\n' }],
    });
  }
  await editor.until(() => {
    const last = editor.published.findLast(params => params.uri === order);
    return last?.diagnostics[0]?.range.start.line === 3 ? true : undefined;
  });
  await isWell();
});

test('a change that says not by what it replaces ends its message, and does no harm', async () => {
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  for (const text of [undefined, null, 1, {}]) {
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 9 },
      contentChanges: [
        { range: { start, end: { line: 0, character: 8 } }, text },
        { range, text: 'x' },
      ],
    });
  }
  await editor.notify('textDocument/didChange', { textDocument: { uri, version: 9 }, contentChanges: [{}] });
  await isWell();
});

test('a request that is cancelled is answered as such, or in full', async () => {
  const params = { textDocument: { uri }, position: { line: 0, character: 28 } };
  const answers = Array.from({ length: 20 }, () => {
    const { token, cancel } = cancellation();
    const answer = editor.connection.sendRequest('textDocument/definition', params, token);
    cancel();
    return answer.then(
      () => 'answered',
      ({ code }) => code,
    );
  });
  for (const answer of await Promise.all(answers))
    assert.ok(['answered', -32800].includes(answer), String(answer));
  await isWell();
});

test('after shutdown requests are refused, and exit ends the process with 0', async () => {
  assert.equal(await editor.request('shutdown', undefined), null);
  const refused = editor.ask('textDocument/definition', uri, 'CRS');
  await assert.rejects(refused, { code: -32600 });
  const ended = new Promise(resolve => editor.process.once('exit', resolve));
  await editor.notify('exit', undefined);
  assert.equal(await ended, 0);
});

test('before initialize nothing is answered', async () => {
  const early = Editor.connect();
  await assert.rejects(early.request('textDocument/definition', { textDocument: { uri } }), { code: -32002 });
});

function cancellation() {
  const source = new CancellationTokenSource();
  return { token: source.token, cancel: () => source.cancel() };
}
