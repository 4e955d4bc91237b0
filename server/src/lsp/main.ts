/** The language server's entry under Node: `--stdio` (the default), `--node-ipc`, `--socket=…`, `--pipe=…`. */
import { setFlagsFromString } from 'node:v8';
import { createConnection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { serve } from './server.ts';

// A writer's machine runs many servers beside each other. Left to itself, V8 lets garbage pile up: after 300 keystrokes in
// 10,000 words, 134 MB are resident; with a heap that grows by half at a time, 84 MB. Smaller steps save no memory that
// can be seen, and cost a sixth more CPU time for an edit (Node 20).
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=50');

const transport = /^--(?:stdio|node-ipc|socket|pipe)/;
if (!process.argv.some(argument => transport.test(argument))) process.argv.push('--stdio');

const connection = createConnection({
  // A request that is cancelled while it waits is never begun.
  cancelUndispatched: () => ({
    jsonrpc: '2.0',
    id: null, // the connection puts the request's own
    error: new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled').toJson(),
  }),
});
serve(connection, async client => (await import('./nodeSession.ts')).createNodeSession(connection, client));
connection.listen();
