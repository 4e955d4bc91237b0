/**
 * Addresses have many spellings: `file:///C:/a(1).md` is `file:///c%3A/a%281%29.md` (LSP 3.17, "URIs", leaves that to
 * clients). Within the server each has one, else a document and the file that another one includes would be two. A
 * client is told of a document that it has open in the spelling in which it has opened it.
 */
import type { Connection } from 'vscode-languageserver';
import { normalizeUri } from '../core/index.ts';
import type { Client } from './client.ts';
import type { Session } from './session.ts';

/** The fields of messages that hold addresses, alone or in lists. */
const FIELDS: ReadonlySet<string> = new Set(['uri', 'targetUri', 'arguments']);

/** Makes a session that meets every address in one spelling, whatever the client sends, over a connection of its own. */
export function withOneSpelling(
  connection: Connection,
  client: Client,
  create: (connection: Connection, client: Client) => Session,
): Session {
  /** The client's spelling of documents that it has open by ours, where they differ. */
  const theirs = new Map<string, string>();
  const outward = <T>(message: T): T =>
    theirs.size === 0 ? message : respelled(message, uri => theirs.get(uri) ?? uri);
  const folders = client.folders.map(normalized);
  const session = create(outwards(connection, outward), { ...client, folders });
  const calls = Object.entries(session).map(([name, call]: [string, (params: unknown) => unknown]) => [
    name,
    (params: unknown) => {
      const answer = call(respelled(params, normalized));
      return answer instanceof Promise ? answer.then(outward) : answer;
    },
  ]);
  return {
    ...(Object.fromEntries(calls) as Session),
    opened(params) {
      const { uri } = params.textDocument;
      const ours = normalized(uri);
      if (ours !== uri) theirs.set(ours, uri);
      session.opened(respelled(params, normalized));
    },
    closed(params) {
      const ours = normalized(params.textDocument.uri);
      session.closed({ textDocument: { uri: ours } });
      theirs.delete(ours);
    },
  };
}

/** Our spelling of a file's address; anything else as it is. */
function normalized(uri: string): string {
  return uri.startsWith('file:') ? normalizeUri(uri) : uri;
}

/** The same connection, with addresses of edits and diagnostics as the client spells them. */
function outwards(connection: Connection, outward: <T>(message: T) => T): Connection {
  type Edit = Parameters<Connection['workspace']['applyEdit']>[0];
  type Diagnostics = Parameters<Connection['sendDiagnostics']>[0];
  const workspace: Connection['workspace'] = Object.create(connection.workspace, {
    applyEdit: { value: (edit: Edit) => connection.workspace.applyEdit(outward(edit)) },
  });
  return Object.create(connection, {
    workspace: { value: workspace },
    sendDiagnostics: { value: (params: Diagnostics) => connection.sendDiagnostics(outward(params)) },
  });
}

/**
 * A message with addresses in another spelling; what holds none that is spelt otherwise is the same object.
 * `changes` of a workspace edit has them as its keys.
 */
function respelled<T>(message: T, spelled: (uri: string) => string): T {
  function walk(value: unknown, field: string): unknown {
    if (typeof value === 'string') return FIELDS.has(field) ? spelled(value) : value;
    if (Array.isArray(value)) {
      const items = value.map(item => walk(item, field));
      return items.every((item, index) => item === value[index]) ? value : items;
    }
    if (!isRecord(value)) return value;
    const keys = Object.keys(value);
    const names = field === 'changes' ? keys.map(spelled) : keys;
    const items = keys.map(key => walk(value[key], key));
    const isSame = keys.every((key, index) => names[index] === key && items[index] === value[key]);
    return isSame ? value : Object.fromEntries(names.map((name, index) => [name, items[index]]));
  }
  return walk(message, '') as T;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
