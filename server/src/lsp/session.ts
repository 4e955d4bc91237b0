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
import { createChanges } from './changes.ts';
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

/** Makes the session of one client on one machine. */
export function createSession(connection: Connection, host: Host, client: Client): Session {
  const positions = positionsIn(client.encoding);
  const rulePages = client.linksCodes ? host.rulePages : null;
  const documents = createDocuments(positions);
  const files = sessionFiles(host.files, documents);
  const notebooks = createNotebooks();
  let folders = client.folders;
  const reconfigure = () => changes.reconfigure();
  const settings = createSessionSettings(connection, client, reconfigure);
  const problems = createCompanionProblems(connection, documents, positions, rulePages);
  const knowledge = createKnowledge(host.loadService, problems.onUnderstood);

  const places = createPlaces({
    files,
    known: knownNames,
    settings: settings.current,
    folders: () => folders,
    cellsAround: notebooks.cellsAround,
    cellsOf: notebooks.cells,
    home: host.home,
    layerStore: host.layerStore,
    onProject: problems.onProject,
    onLayers: problems.onLayers,
    onBaseline: problems.onBaseline,
    onStale: reconfigure,
  });
  const log = (message: string) => connection.console.error(message);
  const relint = (uri: string) => publisher.edited(uri);
  const manuscripts = createManuscripts({
    documents,
    files,
    knowledge,
    place: places.place,
    left: relint,
    log,
  });
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
    log,
    settled: settings.settled,
    view: watched(connection, client, manuscripts, relint),
    document: documents.get,
    leader: uri => notebooks.cellsAround(uri)?.[0] ?? uri,
    run: () => settings.current().run,
    lintsUnasked: ({ uri, languageId }) => places.isManuscript(uri, languageId),
    show: shower(connection, positions, rulePages, host),
    clear: uri => void connection.sendDiagnostics({ uri, diagnostics: [] }),
    linted: (uri, view) =>
      void idleEntries.linted(uri, view).catch(error => log(`idle entries: ${String(error)}`)),
    tellStatus: status => void connection.sendNotification(StatusNotification, status),
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

    opened: ({ textDocument }) => changes.open(textDocument),
    edited: ({ textDocument: { uri, version }, contentChanges }) =>
      changes.edit(uri, version, contentChanges),
    saved: ({ textDocument: { uri } }) => changes.save(uri),
    closed: ({ textDocument: { uri } }) => changes.close(uri),
    filesChanged: params => changes.filesChanged(params.changes),

    ...createNotebookCalls(notebooks, { ...changes, publisher }),
    ...requests,
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

/** Shows findings in a document. */
function shower(
  connection: Connection,
  positions: Positions,
  rulePages: string | null,
  { shown }: Host,
): PublisherHost['show'] {
  const toDiagnostics = createDiagnosticMaker(positions, rulePages);
  return ({ uri, version, content }, findings, view) => {
    const diagnostics = [...toDiagnostics(content, findings, view)];
    void connection.sendDiagnostics({ uri, version, diagnostics });
    shown?.();
  };
}
