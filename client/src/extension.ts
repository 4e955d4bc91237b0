/** The extension in a desktop editor: it starts the server as a process of its own, and shows. */
import {
  type Disposable,
  type ExtensionContext,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCommands } from './commands.ts';
import { clientOptions, documentSelector } from './options.ts';
import { createPages } from './pages.ts';
import { showStatus } from './status.ts';

let client: LanguageClient | undefined;

/** Where the root of an XML document is looked for. */
const HEAD = new Range(0, 0, 100, 0);

/** What the editor calls first: the server starts with the first manuscript. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  client = new LanguageClient(
    'immunogloss',
    'ImmunoGloss',
    { module, transport: TransportKind.ipc },
    clientOptions(),
  );
  const pages = createPages();
  context.subscriptions.push(pages, ...registerCommands(client, pages), ...showStatus(client));
  if (workspace.textDocuments.some(mayBeManuscript)) await client.start();
  else context.subscriptions.push(startLater(client));
}

/** A document that the server follows; of all XML only articles. */
function mayBeManuscript(document: TextDocument): boolean {
  if (languages.match(documentSelector, document) === 0) return false;
  return document.languageId !== 'xml' || /<(?:sub-)?article[\s>]/.test(document.getText(HEAD));
}

/** No manuscript is open: the server starts with the next document, or when a command asks it. */
function startLater(client: LanguageClient): Disposable {
  const waiting = workspace.onDidOpenTextDocument(document => {
    if (!mayBeManuscript(document)) return;
    waiting.dispose();
    void client.start();
  });
  return waiting;
}

/** What the editor calls last. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}
