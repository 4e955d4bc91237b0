/**
 * The server as a process, over real JSON-RPC: what it holds after many edits is what it held after a few.
 *
 * `FUZZ_EDITS` raises the number of edits.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { test } from 'node:test';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createRandom } from '../bench/manuscripts.ts';

const edits = Number(process.env.FUZZ_EDITS ?? 10_000);

interface Memory {
  readonly heapUsed: number;
  readonly rss: number;
}

/** A server that tells how much memory it uses. */
async function start() {
  const args = ['--require', resolve('test/lsp/heapProbe.cjs'), resolve('dist/server.js'), '--stdio'];
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  const probe = server.stdio[3] as Duplex;
  const told = createInterface({ input: probe });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout!),
    new StreamMessageWriter(server.stdin!),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    async memory(): Promise<Memory> {
      const line = once(told, 'line');
      probe.write('?');
      const [text] = await line;
      return JSON.parse(String(text));
    },
    stop() {
      connection.dispose();
      server.kill();
    },
  };
}

const paragraph =
  'Patients were screened for CRS. Severe CRS was rare, and chimeric antigen receptor (CAR) cells bind.\n\n';
const pieces = [
  'CRS ',
  'the TME, ',
  '(',
  ')',
  '\n\n',
  'IL-6 ',
  '*',
  '`',
  '# ',
  'chimeric antigen receptor (CAR) ',
  '$',
];
const lines = 80;

test('many edits in documents of five formats, which come and go, leave no more behind than a few', async t => {
  const { connection, memory, stop } = await start();
  const below = createRandom(7);
  const languages = ['markdown', 'latex', 'typst', 'restructuredtext', 'org'];
  const documents = languages.map((languageId, index) => ({
    uri: `untitled:paper-${index}`,
    languageId,
    version: 0,
  }));
  type Page = (typeof documents)[number];
  const open = ({ uri, languageId }: Page) => {
    const textDocument = { uri, languageId, version: 1, text: paragraph.repeat(lines / 2) };
    return connection.sendNotification('textDocument/didOpen', { textDocument });
  };
  const change = (page: Page) => {
    const line = below(lines);
    const start = { line, character: below(20) };
    // As much goes as comes, so that texts stay as long as they are.
    const text = below(2) === 0 ? pieces[below(pieces.length)]! : '';
    const end = { line, character: start.character + (text === '' ? 8 : 0) };
    const textDocument = { uri: page.uri, version: ++page.version };
    const contentChanges = [{ range: { start, end }, text }];
    return connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  };
  const work = async (number: number) => {
    for (let edit = 0; edit < number; edit++) {
      const page = documents[below(documents.length)]!;
      await change(page);
      if (edit % 50 === 0) {
        const position = { line: 0, character: 28 };
        await connection.sendRequest('textDocument/hover', { textDocument: { uri: page.uri }, position });
      }
      if (edit % 500 === 0) {
        await connection.sendNotification('textDocument/didClose', { textDocument: { uri: page.uri } });
        await open(page);
      }
      if (edit % 5_000 === 0) {
        const settings = { immunogloss: { lint: { run: 'onType' }, ignore: [`X${edit}`] } };
        await connection.sendNotification('workspace/didChangeConfiguration', { settings });
      }
    }
    // All begins anew: what is left then is what was kept.
    for (const page of documents) {
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri: page.uri } });
      await open(page);
      const position = { line: 0, character: 28 };
      await connection.sendRequest('textDocument/hover', { textDocument: { uri: page.uri }, position });
    }
  };
  try {
    for (const page of documents) await open(page);
    await work(4_000);
    const before = await memory();
    await work(edits);
    const after = await memory();
    const told = (name: keyof Memory) =>
      `${name} ${before[name]} before, ${after[name] - before[name]} more afterwards`;
    t.diagnostic(`${edits} edits: ${told('heapUsed')}; ${told('rss')}`);
    // Code that V8 compiles and remembers levels off at some 6 MB; a copy of one text for every hundredth edit would show.
    assert.ok(after.heapUsed - before.heapUsed < 10_000_000, told('heapUsed'));
  } finally {
    stop();
  }
});
