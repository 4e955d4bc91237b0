/** Bytes that are no LSP: whatever comes in through the pipe, the server answers what it can, or ends in order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Editor } from './editor.ts';

const manuscript = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';

/** A message as it goes over the wire; `length` may lie. */
function frame(content: string, length: number | string = Buffer.byteLength(content)): string {
  return `Content-Length: ${length}\r\n\r\n${content}`;
}

/** Sends bytes past the connection, and waits until the server has read them. */
function send(editor: Editor, bytes: string): Promise<void> {
  return new Promise((resolve, reject) =>
    editor.process.stdin.write(bytes, error => (error ? reject(error) : resolve())),
  );
}

async function isWell(editor: Editor, name: string): Promise<void> {
  assert.equal(editor.process.exitCode, null);
  const [finding] = await editor.open(name, manuscript);
  assert.equal(editor.textIn(editor.uri(name), finding!.range), 'CRS');
}

test('well-framed nonsense is survived: what is no JSON, no message, or a message of the wrong types', async () => {
  const editor = await Editor.start();
  const json = fc.jsonValue({ maxDepth: 2 });
  const method = fc.constantFrom(
    ...['textDocument/hover', 'textDocument/didChange', 'textDocument/didOpen', 'initialized', '$/progress'],
    ...['workspace/didChangeConfiguration', 'notebookDocument/didChange', 'textDocument/rename', 'x'],
  );
  const message = fc.oneof(
    fc.record(
      { jsonrpc: fc.oneof(fc.constant('2.0'), json), id: json, method: fc.oneof(method, json), params: json },
      { requiredKeys: [] },
    ),
    fc.record({ jsonrpc: fc.constant('2.0'), method, params: json }),
    json,
  );
  const content = fc.oneof(
    message.map(each => JSON.stringify(each)),
    fc.constant('{"jsonrpc":'),
    fc.string(),
  );
  const contents = fc.sample(fc.array(content, { minLength: 100, maxLength: 100, size: 'max' }), {
    numRuns: 2,
    seed: 2,
  });
  for (const each of contents.flat()) await send(editor, frame(each));
  await isWell(editor, 'nonsense.md');
});

test('a header of another kind, or with more fields, is read past', async () => {
  const editor = await Editor.start();
  const note = '{"jsonrpc":"2.0","method":"$/x","params":{}}';
  const more = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nX: y\r\n${frame(note)}`;
  await send(editor, more);
  await isWell(editor, 'header.md');
});

test('a frame whose length lies ends the talk in order or is survived, and never hangs or spins', async () => {
  for (const length of ['abc', '-1', '', '7', '1e400']) {
    const editor = await Editor.start();
    const ended = new Promise<string>(resolve => editor.process.once('exit', () => resolve('ended')));
    await send(editor, frame('{"jsonrpc":"2.0","method":"$/x","params":{}}', length)).catch(() => {});
    const answered = editor.request('workspace/executeCommand', { command: 'no.such' }).then(
      () => 'answered',
      () => 'answered',
    );
    editor.process.stdin.end();
    assert.ok(['ended', 'answered'].includes(await Promise.race([ended, answered])));
    assert.equal(await ended, 'ended', `length ${length}`);
  }
});

test('after shutdown nothing is done or answered any more, and a second shutdown does no harm', async () => {
  const editor = await Editor.start();
  await isWell(editor, 'paper.md');
  await editor.request('shutdown', undefined);
  const shown = editor.published.length;
  const uri = editor.uri('paper.md');
  const textDocument = { uri, languageId: 'markdown', version: 2, text: 'PFS and PFS.' };
  await editor.notify('textDocument/didOpen', { textDocument });
  const asked = { textDocument: { uri }, position: { line: 0, character: 0 }, newName: 'X', command: 'x' };
  for (const method of [
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/rename',
    'workspace/executeCommand',
  ]) {
    await assert.rejects(editor.request(method, asked), { code: -32600 }, method);
  }
  await editor.request('shutdown', undefined);
  assert.equal(editor.published.length, shown);
  const ended = new Promise(resolve => editor.process.once('exit', resolve));
  await editor.notify('exit', undefined);
  assert.equal(await ended, 0);
});

test('a document of ten megabytes is opened, edited and closed, and others go on', async () => {
  const editor = await Editor.start();
  const uri = editor.uri('huge.txt');
  const text = 'Cells were counted. '.repeat(500_000);
  await editor.open('huge.txt', text, 'plaintext');
  const place = { line: 0, character: text.length };
  await editor.change(uri, { range: { start: place, end: place }, text: 'The end.' });
  await editor.close(uri);
  await isWell(editor, 'small.md');
});

test('when the client is gone the server goes too: in order after a shutdown, else with 1', async () => {
  for (const isInOrder of [true, false]) {
    const editor = await Editor.start();
    await isWell(editor, 'paper.md');
    if (isInOrder) await editor.request('shutdown', undefined);
    const ended = new Promise(resolve => editor.process.once('exit', resolve));
    editor.process.stdin.end();
    assert.equal(await ended, isInOrder ? 0 : 1);
  }
});

test('a request that is cancelled before it is read is answered as cancelled', async () => {
  const editor = await Editor.start();
  await isWell(editor, 'paper.md');
  const params = { textDocument: { uri: editor.uri('paper.md') }, position: { line: 0, character: 28 } };
  const answers: unknown[] = [];
  editor.process.stdout.on('data', chunk => answers.push(String(chunk)));
  const ids = Array.from({ length: 20 }, (_, n) => `own ${n}`);
  const messages = ids.flatMap(id => [
    { jsonrpc: '2.0', id, method: 'textDocument/definition', params },
    { jsonrpc: '2.0', method: '$/cancelRequest', params: { id } },
  ]);
  await send(editor, messages.map(message => frame(JSON.stringify(message))).join(''));
  await isWell(editor, 'other.md');
  assert.equal(answers.join('').match(/"code":-32800/g)?.length, ids.length);
});
