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
import { knownNames, loadProject } from '../core/index.ts';
import { type Changes, createChanges } from './changes.ts';
import type { Client } from './client.ts';
import { createCompanionProblems } from './companionProblems.ts';
import { type Positions, positionsIn } from './convert.ts';
import { createCurrentTexts } from './currentTexts.ts';
import { createDocuments } from './documents.ts';
import { createDiagnosticMaker } from './features/diagnostics.ts';
import { createIdleEntries } from './features/idleEntries.ts';
import { createProjectFollower } from './features/projectFile.ts';
import { createGlossaryTargets } from './glossaryTargets.ts';
import type { Host } from './host.ts';
import { createKnowledge } from './knowledge.ts';
import { createManuscripts, type Manuscripts } from './manuscripts.ts';
import { createNotebookCalls, type NotebookCalls } from './notebookCalls.ts';
import { createNotebooks } from './notebooks.ts';
import { createPlaces } from './places.ts';
import { StatusNotification } from './protocol.ts';
import { createPublisher, type PublisherHost } from './publisher.ts';
import { register } from './registrations.ts';
import { createRequests, type Requests } from './requests.ts';
import { sessionFiles } from './sessionFiles.ts';
import { createSessionSettings } from './sessionSettings.ts';
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

/** What reading asks of its session, and tells it. */
interface Callbacks {
  readonly folders: () => readonly string[];
  readonly reconfigure: () => void;
  readonly relint: (uri: string) => void;
  readonly log: (message: string) => void;
}

/** What is read: documents and files, settings and glossaries, where each document belongs, manuscripts. */
function createReading(connection: Connection, host: Host, client: Client, callbacks: Callbacks) {
  const { folders, reconfigure, relint, log } = callbacks;
  const positions = positionsIn(client.encoding);
  const rulePages = client.linksCodes ? host.rulePages : null;
  const documents = createDocuments(positions);
  const files = sessionFiles(host.files, documents);
  const notebooks = createNotebooks();
  const settings = createSessionSettings(connection, client, reconfigure);
  const problems = createCompanionProblems(connection, documents, positions, rulePages);
  const knowledge = createKnowledge(host.loadService, problems.onUnderstood);
  const places = createPlaces({
    files,
    known: knownNames,
    settings: settings.current,
    folders,
    cellsAround: notebooks.cellsAround,
    cellsOf: notebooks.cells,
    home: host.home,
    layerStore: host.layerStore,
    onProject: problems.onProject,
    onLayers: problems.onLayers,
    onBaseline: problems.onBaseline,
    onStale: reconfigure,
  });
  const { place } = places;
  const manuscripts = createManuscripts({ documents, files, knowledge, place, left: relint, log });
  return {
    ...{ positions, rulePages, documents, files, notebooks, settings, problems },
    ...{ knowledge, places, manuscripts },
  };
}

/** Makes the session of one client on one machine. */
export function createSession(connection: Connection, host: Host, client: Client): Session {
  let folders = client.folders;
  const reconfigure = () => changes.reconfigure();
  const log = (message: string) => connection.console.error(message);
  const relint = (uri: string) => publisher.edited(uri);
  const callbacks = { folders: () => folders, reconfigure, relint, log };
  const reading = createReading(connection, host, client, callbacks);
  const { positions, rulePages, documents, files, notebooks, settings } = reading;
  const { problems, knowledge, places, manuscripts } = reading;

  const idleEntries = createIdleEntries({
    files,
    project: places.project,
    view: manuscripts.view,
    release: manuscripts.release,
    rulesAreOff: () => Object.values(settings.current().rules).includes('off'),
    showIgnores: problems.projects.add,
    showBaseline: problems.showBaseline,
  });
  const publisher = createPublisher({
    ...showing(connection, positions, rulePages, host),
    log,
    settled: settings.settled,
    view: watched(connection, client, manuscripts, relint),
    document: documents.get,
    leader: uri => notebooks.cellsAround(uri)?.[0] ?? uri,
    run: () => settings.current().run,
    lintsUnasked: ({ uri, languageId }) => places.isManuscript(uri, languageId),
    linted: (uri, view) =>
      void idleEntries.linted(uri, view).catch(error => log(`idle entries: ${String(error)}`)),
  });
  const projectFollower = createProjectFollower(
    problems.projects,
    documents,
    uri => loadProject(files, uri, knownNames),
    reconfigure,
  );
  const changes = createChanges({
    ...{ documents, places, manuscripts, idleEntries, problems, publisher, projectFollower },
  });

  const requests = createRequests({
    ...{ connection, client, host, files, documents, positions, rulePages, reconfigure },
    ...{ places, manuscripts, knowledge, lint: publisher.lint, projectProblems: problems.projects },
    currentText: createCurrentTexts(connection, client, documents, files),
    glossaryTargets: createGlossaryTargets(places, () => folders, host.home),
  });

  return {
    async begin() {
      register(connection, client, client.watchesOutside ? host.home : null, (added, removed) => {
        folders = [...folders.filter(folder => !removed.includes(folder)), ...added];
        reconfigure();
      });
      await settings.renew();
    },
    configured: ({ settings: sent }) => settings.renew(sent),
    ...documentCalls(changes),
    ...createNotebookCalls(notebooks, { ...changes, publisher }),
    ...requests,
  };
}

/** What the client tells of documents and files. */
function documentCalls(
  changes: Changes,
): Pick<Session, 'opened' | 'edited' | 'saved' | 'closed' | 'filesChanged'> {
  return {
    opened: ({ textDocument }) => changes.open(textDocument),
    edited: ({ textDocument: { uri, version }, contentChanges }) =>
      changes.edit(uri, version, contentChanges),
    saved: ({ textDocument: { uri } }) => changes.save(uri),
    closed: ({ textDocument: { uri } }) => changes.close(uri),
    filesChanged: params => changes.filesChanged(params.changes),
  };
}

/** The view of a document's manuscript; where that takes long, the writer sees it and can stop waiting. */
function watched(
  connection: Connection,
  client: Client,
  { view }: Manuscripts,
  relint: (uri: string) => void,
): PublisherHost['view'] {
  if (!client.showsProgress) return ({ uri }) => view(uri);
  const waiting = createWaiting(connection, 'ImmunoGloss reads the manuscript');
  return ({ uri }) => waiting(uri, view(uri), () => relint(uri));
}

/** What the client is shown: findings in a document, and what becomes of a manuscript. */
function showing(
  connection: Connection,
  positions: Positions,
  rulePages: string | null,
  { shown }: Host,
): Pick<PublisherHost, 'show' | 'clear' | 'tellStatus'> {
  const toDiagnostics = createDiagnosticMaker(positions, rulePages);
  return {
    show({ uri, version, content }, findings, view) {
      const diagnostics = [...toDiagnostics(content, findings, view)];
      void connection.sendDiagnostics({ uri, version, diagnostics });
      shown?.();
    },
    clear: uri => void connection.sendDiagnostics({ uri, diagnostics: [] }),
    tellStatus: status => void connection.sendNotification(StatusNotification, status),
  };
}
