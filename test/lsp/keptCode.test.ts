/** What the server leaves compiled for its next start. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isWrittenBy } from '../written.ts';

const text = '# Results\n\nExpression of XYZQ was high, and XYZQ rose again.\n';

/** A server's whole life, in which it lints one manuscript if `opens`; resolves when it is gone. */
async function session(cache: string, opens: boolean): Promise<void> {
  const server = fork('dist/server.js', ['--node-ipc'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  const gone = once(server, 'exit');
  const send = (message: object) => server.send({ jsonrpc: '2.0', ...message });
  const received = (is: (message: { id?: unknown; method?: unknown }) => boolean) =>
    new Promise<void>(resolve => server.on('message', message => is(message as object) && resolve()));
  const answer = (id: number) => received(message => message.id === id);

  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await answer(1);
  send({ method: 'initialized', params: {} });
  if (opens) {
    const textDocument = { uri: 'untitled:paper', languageId: 'markdown', version: 1, text };
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    const asked = { command: 'immunogloss.lint', arguments: [textDocument.uri] };
    send({ id: 2, method: 'workspace/executeCommand', params: asked });
    await received(({ method }) => method === 'textDocument/publishDiagnostics');
  }
  send({ id: 3, method: 'shutdown' });
  await answer(3);
  send({ method: 'exit' });
  await gone;
}

test('a session that showed findings leaves its code to the next, which takes it as it is', async () => {
  const cache = realpathSync(mkdtempSync(join(tmpdir(), 'immunogloss cache ')));
  after(() => rmSync(cache, { recursive: true, force: true }));
  const folder = join(cache, 'immunogloss');
  const kept = () => (existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : []);

  await session(cache, false);
  assert.deepEqual(kept(), []);
  await session(cache, true);
  const [file, ...others] = kept();
  assert.ok(file !== undefined && others.length === 0, 'one file');
  assert.equal(await isWrittenBy(file, () => session(cache, true)), false);
});
