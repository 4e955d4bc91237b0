/** Messages that go out come in as they were, whatever is remembered of earlier ones. */
import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Diagnostic, type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { StreamWriter } from '../../server/src/lsp/messageWriter.ts';

const method = 'textDocument/publishDiagnostics';

function diagnostic(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, message };
}

test('lists of diagnostics that share many are read as they were sent, for each document', async () => {
  const pool = ['CRS is not defined.', 'γδ 😀 “quoted”', '', '\\ "', 'e\u0301\n'].map(diagnostic);
  const list = fc.array(fc.oneof(fc.constantFrom(...pool), fc.string().map(diagnostic)), { maxLength: 8 });
  const published = fc.record({
    jsonrpc: fc.constant('2.0'),
    method: fc.constant(method),
    params: fc.record({
      uri: fc.constantFrom('file:///a.md', 'file:///é.md'),
      version: fc.nat(),
      diagnostics: list,
    }),
  });
  const answer = fc.record({ jsonrpc: fc.constant('2.0'), id: fc.nat(), result: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(published, published, answer), { maxLength: 12 }), async messages => {
      const stream = new PassThrough();
      const writer = new StreamWriter(stream);
      const read: Message[] = [];
      new StreamMessageReader(stream).listen(message => read.push(message));
      await Promise.all(messages.map(message => writer.write(message)));
      while (read.length < messages.length) await new Promise(resolve => setImmediate(resolve));
      assert.deepEqual(read, JSON.parse(JSON.stringify(messages)));
    }),
    { seed: 3 },
  );
});

test('of a diagnostic that was sent before, nothing is encoded again', async () => {
  const writer = new StreamWriter(new PassThrough().resume());
  let encoded = 0;
  const counted = { ...diagnostic('CRS is not defined.'), toJSON: () => ({ encoded: ++encoded }) };
  const send = (...diagnostics: Diagnostic[]) =>
    writer.write({ jsonrpc: '2.0', method, params: { uri: 'file:///a.md', diagnostics } } as Message);
  const [a, b] = [diagnostic('a'), diagnostic('b')];
  await send(counted, a);
  await send(b, counted, a);
  await send(diagnostic('c'), counted, diagnostic('d'));
  await send(a, counted);
  assert.equal(encoded, 1);
});

test('a stream that breaks is told once for each message, and rejects it', async () => {
  const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
  const writer = new StreamWriter(broken);
  const counts: (number | undefined)[] = [];
  writer.onError(([, , count]) => counts.push(count));
  await assert.rejects(writer.write({ jsonrpc: '2.0' }), /EPIPE/);
  assert.ok(counts.includes(1));
});
