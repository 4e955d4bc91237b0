/** The server as a process: what it has read of a glossary is there for the next one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { uriOf } from '../../server/src/node/index.ts';

const root = mkdtempSync(join(tmpdir(), 'immunogloss kept é '));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'paper');
mkdirSync(join(folder, '.immunogloss'), { recursive: true });
const terms = Array.from({ length: 300 }, (_, day) => `ZQ${day}X: zonal quorum xenograft of day ${day}\n`);
writeFileSync(join(folder, '.immunogloss', 'terms.yaml'), terms.join(''));

/** What a server that is started, asked, and ended in order says of a form and offers for a long form's beginning. */
async function session() {
  const server = spawn(process.execPath, [resolve('dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: join(root, 'cache') },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: uriOf(folder), capabilities: {} });
  await connection.sendNotification('initialized', {});
  const uri = uriOf(join(folder, 'paper.md'));
  const text = 'A ZQ41X was given, with zonal quorum xenograft of day 4';
  const textDocument = { uri, languageId: 'markdown', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const ask = (method: string, character: number) =>
    connection.sendRequest(method, { textDocument: { uri }, position: { line: 0, character } });
  const said = [await ask('textDocument/hover', 4), await ask('textDocument/completion', text.length)];
  await connection.sendRequest('shutdown');
  const ended = once(server, 'exit');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  return JSON.stringify(said);
}

test('a glossary that a server has read is kept when it ends, and the next one says the same', async () => {
  const first = await session();
  assert.match(first, /zonal quorum xenograft of day 41/);
  assert.match(first, /ZQ4X/);
  assert.equal(readdirSync(join(root, 'cache', 'immunogloss', 'glossaries')).length, 1);
  assert.equal(await session(), first);
  assert.deepEqual(readdirSync(folder), ['.immunogloss']);
});
