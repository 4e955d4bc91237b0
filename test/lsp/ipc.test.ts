/** Over the channel that VS Code speaks through, `--node-ipc`, whatever comes in is survived too. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import fc from 'fast-check';

const manuscript = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';

function start() {
  const server = fork('dist/server.js', ['--node-ipc'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  after(() => server.kill());
  const received: {
    id?: unknown;
    result?: unknown;
    error?: { code: number };
    method?: string;
    params?: unknown;
  }[] = [];
  let wake = () => {};
  server.on('message', message => {
    received.push(message as (typeof received)[number]);
    wake();
  });
  const send = (message: unknown) => server.send(message as object);
  const until = async <T>(find: (message: (typeof received)[number]) => T | undefined): Promise<T> => {
    for (;;) {
      for (const message of received) {
        const found = find(message);
        if (found !== undefined) return found;
      }
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    }
  };
  const request = (id: number, method: string, params: unknown) => {
    send({ jsonrpc: '2.0', id, method, params });
    return until(message => (message.id === id ? message : undefined));
  };
  const notify = (method: string, params: unknown) => send({ jsonrpc: '2.0', method, params });
  return { server, send, until, request, notify };
}

test('nonsense is survived before and after initialize, and findings are told', async () => {
  const { server, send, until, request, notify } = start();
  const json = fc.jsonValue({ maxDepth: 2 });
  const method = fc.constantFrom(
    ...[
      'textDocument/hover',
      'textDocument/didChange',
      'textDocument/didOpen',
      'initialized',
      'x',
      '$/progress',
    ],
  );
  const message = fc.oneof(
    fc.record({ jsonrpc: fc.constant('2.0'), id: json, method, params: json }, { requiredKeys: ['method'] }),
    fc.record({ jsonrpc: json, id: json, result: json, error: json }, { requiredKeys: [] }),
    json,
  );
  const nonsense = fc.sample(message, { numRuns: 200, seed: 5 });
  for (const each of nonsense.slice(0, 100)) send(each);
  const early = await request(9001, 'textDocument/hover', {});
  assert.equal(early.error?.code, -32002);
  await request(9002, 'initialize', { processId: null, rootUri: null, capabilities: {} });
  notify('initialized', {});
  for (const each of nonsense.slice(100)) send(each);
  const uri = 'untitled:paper';
  notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: manuscript },
  });
  const hover = await request(9003, 'textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 28 },
  });
  assert.match(JSON.stringify(hover.result), /cytokine release syndrome/);
  await request(9004, 'workspace/executeCommand', { command: 'immunogloss.lint', arguments: [uri] });
  const shown = await until(({ method: name, params }) => {
    const { diagnostics } = (params ?? {}) as { diagnostics?: unknown[] };
    return name === 'textDocument/publishDiagnostics' && diagnostics?.length === 1 ? diagnostics : undefined;
  });
  assert.match(JSON.stringify(shown), /CRS/);
  await request(9005, 'shutdown', null);
  const refused = await request(9006, 'textDocument/hover', {});
  assert.equal(refused.error?.code, -32600);
  const ended = once(server, 'exit');
  notify('exit', null);
  assert.deepEqual(await ended, [0, null]);
});

test('when the channel breaks, the server ends', async () => {
  const { server, request } = start();
  await request(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
  const ended = once(server, 'exit');
  server.disconnect();
  await ended;
});
