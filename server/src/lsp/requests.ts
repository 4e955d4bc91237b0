/** What a client asks of a session, and what answers: everything but the life of documents. */
import type {
  CodeAction,
  CodeActionParams,
  CompletionList,
  Connection,
  DefinitionParams,
  ExecuteCommandParams,
  Hover,
  Location,
  LocationLink,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Files, NO_LAYERS, PROJECT_FILE_NAME, type ProjectText, resolvePath } from '../core/index.ts';
import type { Client } from './client.ts';
import type { Positions } from './convert.ts';
import type { Documents } from './documents.ts';
import { codeActions } from './features/codeActions.ts';
import type { CommandHost } from './features/commandHost.ts';
import { execute } from './features/commands.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { hover } from './features/hover.ts';
import type { ProjectProblems } from './features/projectFile.ts';
import { prepareRename, rename } from './features/rename.ts';
import { contentModified } from './guard.ts';
import type { Host } from './host.ts';
import type { KnowledgeOf } from './knowledge.ts';
import type { Manuscripts } from './manuscripts.ts';
import type { Places } from './places.ts';
import type { Query } from './query.ts';
import { isProjectFile } from './sessionFiles.ts';
import { createTurns } from './turns.ts';

export interface Requests {
  readonly hover: (params: TextDocumentPositionParams) => Promise<Hover | null>;
  readonly completion: (params: TextDocumentPositionParams) => Promise<CompletionList | null>;
  readonly definition: (params: DefinitionParams) => Promise<Location[] | LocationLink[] | null>;
  readonly prepareRename: (params: PrepareRenameParams) => Promise<PrepareRenameResult | null>;
  readonly rename: (params: RenameParams) => Promise<WorkspaceEdit | null>;
  readonly codeActions: (params: CodeActionParams) => Promise<CodeAction[] | null>;
  readonly execute: (params: ExecuteCommandParams) => Promise<unknown>;
}

/** What answers are made from. */
export interface RequestHost
  extends Pick<CommandHost, 'currentText' | 'glossaryTargets' | 'lint' | 'reconfigure'> {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly files: Files;
  readonly documents: Documents;
  readonly positions: Positions;
  readonly rulePages: string | null;
  readonly places: Places;
  readonly manuscripts: Manuscripts;
  readonly knowledge: KnowledgeOf;
  readonly projectProblems: ProjectProblems;
}

/** Makes the calls that are answered, each from the manuscript as it stands. */
export function createRequests(session: RequestHost): Requests {
  const { connection, client, host, files, documents, positions, rulePages } = session;
  const { currentText, glossaryTargets, lint, reconfigure, places, manuscripts, knowledge } = session;
  const { projectProblems } = session;
  const inTurn = createTurns();

  async function query(uri: string): Promise<Query | null> {
    const document = documents.get(uri);
    if (!document || isProjectFile(uri) || places.isCompanion(uri)) return null;
    const view = await manuscripts.view(uri);
    if (documents.get(uri) !== document) throw contentModified();
    const versionOf = (other: string) => documents.get(other)?.version ?? null;
    return { client, view, uri, content: document.content, positions, rulePages, versionOf };
  }

  /** Asks about a position in a document. */
  const asking =
    <R>(feature: (query: Query, offset: number) => R | Promise<R>) =>
    async ({ textDocument, position }: TextDocumentPositionParams): Promise<R | null> => {
      const asked = await query(textDocument.uri);
      return asked && feature(asked, positions.offset(asked.content, position));
    };

  /** The project file that "ignore in this workspace" writes to. */
  async function projectText(uri: string): Promise<ProjectText | undefined> {
    const { project, text } = await places.project(uri);
    if (project.uri !== null) {
      return { uri: project.uri, text: documents.get(project.uri)?.source.text ?? text, exists: true };
    }
    const folder = places.newProjectFolder(uri);
    if (folder === undefined) return undefined;
    return { uri: resolvePath(folder, PROJECT_FILE_NAME), text: '', exists: false };
  }

  return {
    hover: asking(hover),
    completion: asking(completion),
    definition: asking(definition),
    prepareRename: asking(prepareRename),
    rename: params => asking((asked, offset) => rename(asked, offset, params.newName, currentText))(params),
    async codeActions(params) {
      const own = isProjectFile(params.textDocument.uri) ? documents.get(params.textDocument.uri) : undefined;
      if (own) return projectProblems.actions(own, params.range, client);
      const project = await projectText(params.textDocument.uri);
      const asked = await query(params.textDocument.uri);
      return asked && codeActions(asked, params, project, await glossaryTargets(params.textDocument.uri));
    },
    execute(params) {
      const openUris = () => [...documents.all()].map(({ uri }) => uri);
      const knowledgeIn = async (uri: string) => {
        const asked = uri === '' ? null : await query(uri);
        if (asked !== null) return { service: asked.view.service, search: asked.view.features.search };
        const at = uri !== '' ? uri : openUris().find(each => !isProjectFile(each));
        return knowledge(at === undefined ? NO_LAYERS : (await places.place(at)).layers);
      };
      const { baselineFile } = places;
      return execute(
        {
          ...{ connection, client, files, currentText, write: host.write, inTurn },
          ...{ glossaryTargets, baselineFile, projectText, query, lint, reconfigure, openUris },
          knowledge: knowledgeIn,
        },
        params,
      );
    },
  };
}
