/** The language server's entry under Node: `--stdio` (the default), `--node-ipc`, `--socket=…`, `--pipe=…`. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  type ConnectionStrategy,
  createConnection,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { youngCollector } from '../node/collecting.ts';
import { optimizeFor } from '../node/optimizing.ts';
import { StreamWriter } from './messageWriter.ts';
import { serve } from './server.ts';

// A writer's machine runs many servers beside each other. Left to itself, V8 lets garbage pile up: after 300 keystrokes in
// 10,000 words, 134 MB are resident; with a heap that grows by half at a time, 84 MB. Smaller steps save no memory that
// can be seen, and cost a sixth more CPU time for an edit (Node 20). Optimizing for size, V8 takes steps below eight megabytes
// and closes gaps: another three, at the same speed.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=50');
setFlagsFromString('--optimize-for-size');
// Until the first findings are shown, little runs often enough to be worth optimizing: that took as much CPU time again.
optimizeFor('short');
// As for the command line.
setFlagsFromString('--no-flush-bytecode');
setFlagsFromString('--no-regexp-tier-up');

interface Parts {
  readonly session: () => Promise<typeof import('./nodeSession.ts')>;
}

/** Seconds after which a session has most likely done all that sessions are asked for: until then, its start and its lints. */
const LONG_SESSION = 20;

const transport = /^--(?:node-ipc|socket|pipe)/;

const options: ConnectionStrategy = {
  // A request that is cancelled while it waits is never begun.
  cancelUndispatched: () => ({
    jsonrpc: '2.0',
    id: null, // the connection puts the request's own
    error: new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled').toJson(),
  }),
};
const usesStdio = !process.argv.some(argument => transport.test(argument));
const connection = usesStdio
  ? createConnection(new StreamMessageReader(process.stdin), new StreamWriter(process.stdout), options)
  : createConnection(options);
const lifecycle = serve(connection, async client => {
  const { load } = await import('../node/codeCache.ts');
  const { exports, keep } = load<Parts>(join(__dirname, 'parts.js'), 'session');
  let collect: (() => void) | undefined;
  process.once('exit', () => {
    if (collect === undefined) return;
    optimizeFor('short'); // V8 takes up what was compiled under the same flags only
    keep(process.uptime() > LONG_SESSION ? 'whole' : 'part');
  });
  return (await exports.session()).createNodeSession(connection, client, () => {
    if (collect === undefined) optimizeFor('session');
    collect ??= youngCollector();
    collect();
  });
});
if (usesStdio) {
  // The client is gone.
  const leave = () => process.exit(lifecycle.shutDown ? 0 : 1);
  process.stdin.on('end', leave).on('close', leave);
  process.stdout.on('error', leave).on('close', leave);
}
connection.listen();
