/** The language server's entry under Node: `--stdio` (the default), `--node-ipc`, `--socket=…`, `--pipe=…`. */
import { createConnection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { serve } from './server.ts';

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
