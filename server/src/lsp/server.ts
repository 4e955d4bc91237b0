/**
 * The language server: what it can do, and which call leads where. This file and what it imports is all that
 * is loaded before `initialize` is answered; everything else comes with the session, at the next call.
 */
import {
  CodeActionKind,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Client, readClient } from './client.ts';
import { createGuard, type Lifecycle } from './guard.ts';
import { Commands, fixAllKind } from './protocol.ts';
import type { Session } from './session.ts';

/**
 * Serves one client, with the session that `load` makes at its first call. Call `connection.listen()` afterwards.
 * @returns where the connection stands, from now on
 */
export function serve(
  connection: Connection,
  load: (client: Client) => Promise<Session>,
): Readonly<Lifecycle<Client>> {
  const lifecycle: Lifecycle<Client> = { client: undefined, shutDown: false };
  let session: Promise<Session> | undefined;
  const { answer, hear } = createGuard(
    lifecycle,
    message => connection.console.error(message),
    client => {
      session ??= load(client);
      return session;
    },
  );

  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    lifecycle.client = client;
    return {
      serverInfo: { name: 'ImmunoGloss' },
      capabilities: {
        positionEncoding: client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        notebookDocumentSync: {
          notebookSelector: [
            // Captions stand in its code, whatever the language.
            { notebook: 'jupyter-notebook', cells: [{ language: '*' }] },
            { notebook: '*', cells: [{ language: 'markdown' }] },
          ],
          save: true,
        },
        hoverProvider: true,
        completionProvider: {},
        definitionProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
        },
        renameProvider: { prepareProvider: true },
        executeCommandProvider: {
          commands: Object.values(Commands).filter(id => !client.commands.includes(id)),
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(hear('initialized', session => session.begin()));
  connection.onShutdown(() => {
    lifecycle.shutDown = true;
  });

  connection.onDidOpenTextDocument(hear('didOpen', (session, params) => session.opened(params)));
  connection.onDidChangeTextDocument(hear('didChange', (session, params) => session.edited(params)));
  connection.onDidSaveTextDocument(hear('didSave', (session, params) => session.saved(params)));
  connection.onDidCloseTextDocument(hear('didClose', (session, params) => session.closed(params)));

  const notebooks = connection.notebooks.synchronization;
  notebooks.onDidOpenNotebookDocument(hear('didOpen', (session, params) => session.notebookOpened(params)));
  notebooks.onDidChangeNotebookDocument(
    hear('didChange', (session, params) => session.notebookEdited(params)),
  );
  notebooks.onDidSaveNotebookDocument(hear('didSave', (session, params) => session.notebookSaved(params)));
  notebooks.onDidCloseNotebookDocument(hear('didClose', (session, params) => session.notebookClosed(params)));

  connection.onDidChangeConfiguration(
    hear('didChangeConfiguration', (session, params) => session.configured(params)),
  );
  connection.onDidChangeWatchedFiles(
    hear('didChangeWatchedFiles', (session, params) => session.filesChanged(params)),
  );

  connection.onHover(answer('hover', (session, params) => session.hover(params)));
  connection.onCompletion(answer('completion', (session, params) => session.completion(params)));
  connection.onDefinition(answer('definition', (session, params) => session.definition(params)));
  connection.onPrepareRename(answer('prepareRename', (session, params) => session.prepareRename(params)));
  connection.onRenameRequest(answer('rename', (session, params) => session.rename(params)));
  connection.onCodeAction(answer('codeAction', (session, params) => session.codeActions(params)));
  connection.onExecuteCommand(answer('executeCommand', (session, params) => session.execute(params)));
  return lifecycle;
}
