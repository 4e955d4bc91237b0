/** What the server asks of the client once the session has begun. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import {
  formats,
  GLOSSARY_ENDINGS,
  GLOSSARY_FOLDER,
  normalizeUri,
  PROJECT_FILE_NAME,
} from '../core/index.ts';
import type { Client } from './client.ts';

const section = 'immunogloss';
/** Manuscripts, and what says which files form one. */
const watched = [
  PROJECT_FILE_NAME,
  ...['_quarto', '_bookdown', '_toc', 'myst'].map(name => `${name}.yml`),
  ...formats.flatMap(format => format.extensions.map(ending => `*${ending}`)),
];

/** Glossary files: a project names some wherever they are; the writer's own are outside of every workspace. */
function glossaryWatchers(home: string | null): FileSystemWatcher[] {
  const files = `*{${GLOSSARY_ENDINGS.join(',')}}`;
  const own =
    home === null ? [] : [{ globPattern: { baseUri: home, pattern: `${GLOSSARY_FOLDER}/${files}` } }];
  return [{ globPattern: `**/${files}` }, ...own];
}

/** Asks to be told of settings, of files that manuscripts are made of, and of folders that come and go. */
export function register(
  connection: Connection,
  client: Client,
  home: string | null,
  changeFolders: (added: readonly string[], removed: readonly string[]) => void,
): void {
  const asked: Promise<unknown>[] = [];
  if (client.registersSettings) {
    asked.push(connection.client.register(DidChangeConfigurationNotification.type, { section }));
  }
  if (client.registersWatchers) {
    const watchers = [{ globPattern: `**/{${watched.join(',')}}` }, ...glossaryWatchers(home)];
    asked.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  // A client that refuses what it has offered is told nothing more: the connection has logged it.
  for (const each of asked) each.catch(() => {});
  if (client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      changeFolders(
        added.map(folder => normalizeUri(folder.uri)),
        removed.map(folder => normalizeUri(folder.uri)),
      ),
    );
  }
}

/**
 * The section `immunogloss` as it is now: asked for where the client answers, else what it has just `sent`
 * (all settings, or ours alone), else what it said at the start.
 */
export async function fetchSettings(
  connection: Connection,
  client: Client,
  sent?: unknown,
): Promise<unknown> {
  if (client.asksForSettings) return connection.workspace.getConfiguration(section);
  if (typeof sent === 'object' && sent !== null) return section in sent ? sent[section as never] : sent;
  return client.settings;
}
