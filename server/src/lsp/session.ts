/**
 * One client's session: its documents, their manuscripts, its settings, and what is shown to it. Each method
 * is one LSP call.
 */
import type {
  Connection,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
} from 'vscode-languageserver';
import { hasKnownEnding, knownNames, type LoadedBaseline, loadProject } from '../core/index.ts';
import type { Client } from './client.ts';
import { positionsIn } from './convert.ts';
import { createCurrentTexts } from './currentTexts.ts';
import { createDocuments } from './documents.ts';
import { MessageType, tell } from './features/commandHost.ts';
import { createDiagnosticMaker } from './features/diagnostics.ts';
import { createFileProblems } from './features/fileProblems.ts';
import { createIdleEntries } from './features/idleEntries.ts';
import { createLayerProblems } from './features/layerProblems.ts';
import { createProjectFollower, createProjectProblems } from './features/projectFile.ts';
import { createGlossaryTargets } from './glossaryTargets.ts';
import type { Host } from './host.ts';
import { createKnowledge } from './knowledge.ts';
import { createManuscripts } from './manuscripts.ts';
import { createNotebookCalls, type NotebookCalls } from './notebookCalls.ts';
import { createNotebooks } from './notebooks.ts';
import { createPlaces } from './places.ts';
import { StatusNotification } from './protocol.ts';
import { createPublisher, type Follower } from './publisher.ts';
import { fetchSettings, register } from './registrations.ts';
import { createRequests, type Requests } from './requests.ts';
import { isProjectFile, sessionFiles } from './sessionFiles.ts';
import { defaultSettings, readSettings } from './settings.ts';
import { createWaiting } from './waiting.ts';

export interface Session extends Requests, NotebookCalls {
  readonly begin: () => Promise<void>;
  readonly opened: (params: DidOpenTextDocumentParams) => void;
  readonly edited: (params: DidChangeTextDocumentParams) => void;
  readonly saved: (params: DidSaveTextDocumentParams) => Promise<void>;
  readonly closed: (params: DidCloseTextDocumentParams) => void;
  readonly configured: (params: DidChangeConfigurationParams) => Promise<void>;
  readonly filesChanged: (params: DidChangeWatchedFilesParams) => void;
}

/** Milliseconds that a client has to answer what its settings are, before the defaults count. */
const settingsPatience = 1000;

/** Makes the session of one client on one machine. */
export function createSession(connection: Connection, host: Host, client: Client): Session {
  const positions = positionsIn(client.encoding);
  const rulePages = client.linksCodes ? host.rulePages : null;
  const documents = createDocuments(positions);
  const toDiagnostics = createDiagnosticMaker(positions, rulePages);
  const files = sessionFiles(host.files, documents);
  const currentText = createCurrentTexts(connection, client, documents, files);
  const notebooks = createNotebooks();
  let folders = client.folders;
  let settings = defaultSettings;
  /** Those that the writer has been told of, and that are still there. */
  let settingProblems: ReadonlySet<string> = new Set();
  const log = (message: string) => connection.console.error(message);

  const fileProblems = createFileProblems(connection, positions);
  const projectProblems = createProjectProblems(connection, documents, positions, rulePages);
  const layerProblems = createLayerProblems(fileProblems);
  const knowledge = createKnowledge(host.loadService, layerProblems.understood);

  let settle = () => {};
  const settled = new Promise<void>(resolve => {
    settle = resolve;
    setTimeout(resolve, client.asksForSettings ? settingsPatience : 0).unref();
  });

  const shownBaselines = new WeakSet<LoadedBaseline>();
  const places = createPlaces({
    files,
    known: knownNames,
    settings: () => settings,
    folders: () => folders,
    cellsAround: notebooks.cellsAround,
    home: host.home,
    layerStore: host.layerStore,
    onProject(loaded) {
      projectProblems.found(loaded);
      for (const { uri, text, problems } of loaded.profileFiles) fileProblems.show(uri, text, problems);
    },
    onLayers: layerProblems.found,
    onBaseline(baseline) {
      const { uri, text, problems } = baseline;
      if (uri === null || shownBaselines.has(baseline)) return;
      shownBaselines.add(baseline);
      const broken = problems.map(problem => ({ ...problem, severity: 'error' as const }));
      fileProblems.show(uri, text, broken);
    },
    onStale: reconfigure,
  });
  const manuscripts = createManuscripts({
    documents,
    files,
    knowledge,
    place: places.place,
    left: uri => publisher.edited(uri),
    log,
  });
  const idleEntries = createIdleEntries({
    files,
    project: places.project,
    view: manuscripts.view,
    release: manuscripts.release,
    rulesAreOff: () => Object.values(settings.rules).includes('off'),
    showIgnores: projectProblems.add,
    showBaseline: ({ uri, text }, problems) => fileProblems.show(uri!, text, problems),
  });
  const waiting = client.showsProgress
    ? createWaiting(connection, 'ImmunoGloss reads the manuscript')
    : <T>(_: string, work: Promise<T>) => work;
  const publisher = createPublisher({
    log,
    settled,
    view: ({ uri }) => waiting(uri, manuscripts.view(uri), () => publisher.edited(uri)),
    document: documents.get,
    run: () => settings.run,
    lintsUnasked: ({ uri, languageId }) => places.isManuscript(uri, languageId),
    show: ({ uri, version, content }, findings, view) => {
      const diagnostics = [...toDiagnostics(content, findings, view)];
      void connection.sendDiagnostics({ uri, version, diagnostics });
      host.shown?.();
    },
    clear: uri => void connection.sendDiagnostics({ uri, diagnostics: [] }),
    linted: (uri, view) =>
      void idleEntries.linted(uri, view).catch(error => log(`idle entries: ${String(error)}`)),
    tellStatus: status => void connection.sendNotification(StatusNotification, status),
  });
  const projectFollower = createProjectFollower(
    projectProblems,
    documents,
    uri => loadProject(files, uri, knownNames),
    reconfigure,
  );
  const followerOf = (uri: string): Follower =>
    isProjectFile(uri) ? projectFollower : places.isCompanion(uri) ? companionFollower : publisher;
  const companionFollower: Follower = {
    opened: () => {},
    edited: () => {},
    closed: () => {},
    saved: async () => reconfigure(),
  };

  /** Settings or project files changed: everything is linted by the new ones. */
  function reconfigure(): void {
    rearrange();
    for (const { uri } of documents.all()) if (!isProjectFile(uri)) publisher.reconfigured(uri);
  }

  /** Which files belong together may have changed. */
  function rearrange(): void {
    places.reset();
    idleEntries.reset();
    manuscripts.regather();
  }

  function configure(value: unknown): void {
    const read = readSettings(value);
    settings = read.settings;
    for (const problem of read.problems) {
      connection.console.warn(problem);
      if (!settingProblems.has(problem)) tell(connection, MessageType.Warning, problem);
    }
    settingProblems = new Set(read.problems);
    settle();
    reconfigure();
  }

  function open(item: DidOpenTextDocumentParams['textDocument']): void {
    const { uri } = documents.open(item);
    places.opened();
    followerOf(uri).opened(uri);
  }

  function edit(uri: string, version: number, changes: DidChangeTextDocumentParams['contentChanges']): void {
    if (!documents.get(uri)) return;
    followerOf(uri).edited(uri);
    documents.change(uri, version, changes);
  }

  function close(uri: string): void {
    if (!documents.close(uri)) return;
    const neighbours = manuscripts.neighbours(uri).filter(documents.get);
    manuscripts.forget(uri);
    manuscripts.release();
    places.forget(uri);
    followerOf(uri).closed(uri);
    // For them, its text is what is on disk from now on.
    for (const other of neighbours) publisher.edited(other);
  }

  const glossaryTargets = createGlossaryTargets(places, () => folders, host.home);

  return {
    async begin() {
      register(connection, client, client.watchesOutside ? host.home : null, (added, removed) => {
        folders = [...folders.filter(folder => !removed.includes(folder)), ...added];
        reconfigure();
      });
      configure(await fetchSettings(connection, client));
    },
    configured: async ({ settings: sent }) => configure(await fetchSettings(connection, client, sent)),

    opened: ({ textDocument }) => open(textDocument),
    edited: ({ textDocument: { uri, version }, contentChanges }) => edit(uri, version, contentChanges),
    saved: ({ textDocument: { uri } }) => followerOf(uri).saved(uri),
    closed: ({ textDocument: { uri } }) => close(uri),

    ...createNotebookCalls(notebooks, { open, edit, close, rearrange, publisher }),

    filesChanged({ changes }) {
      for (const { uri } of changes.filter(({ type }) => type === fileDeleted)) {
        fileProblems.forget(uri);
        if (isProjectFile(uri) && !documents.get(uri)) projectProblems.forget(uri);
      }
      if (changes.some(({ uri }) => isProjectFile(uri) || places.isCompanion(uri))) return reconfigure();
      const uris = changes.map(({ uri }) => uri).filter(uri => !documents.get(uri));
      const waiting = new Set(uris.flatMap(uri => manuscripts.neighbours(uri)));
      for (const uri of uris) {
        manuscripts.forget(uri);
        idleEntries.forget(uri);
      }
      // What came or went may be a file that a manuscript names; what isn't prose may name its files.
      if (changes.some(({ type, uri }) => type !== fileChanged || !hasKnownEnding(uri))) {
        rearrange();
        for (const { uri } of documents.all()) waiting.add(uri);
      }
      for (const uri of waiting) if (documents.get(uri) && !isProjectFile(uri)) publisher.edited(uri);
    },

    ...createRequests({
      ...{ connection, client, host, files, currentText, documents, positions, rulePages, projectProblems },
      ...{ places, manuscripts, knowledge, glossaryTargets, lint: publisher.lint, reconfigure },
    }),
  };
}

/** `FileChangeType.Deleted`. */
const fileDeleted = 3;

/** `FileChangeType.Changed`: the file was there and still is. */
const fileChanged = 2;
