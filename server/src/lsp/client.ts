/** What the client on the other side can do, read once from `initialize`. */
import type { InitializeParams } from 'vscode-languageserver';
import { chooseEncoding, type PositionEncoding } from './convert.ts';

export interface Client {
  readonly encoding: PositionEncoding;
  /** The workspace's folders as they were at the start, as URIs. */
  readonly folders: readonly string[];
  /** Answers `workspace/configuration`. */
  readonly asksForSettings: boolean;
  readonly registersSettings: boolean;
  readonly registersWatchers: boolean;
  /** Watches files outside of the workspace's folders too. */
  readonly watchesOutside: boolean;
  readonly changesFolders: boolean;
  readonly appliesEdits: boolean;
  readonly linksDefinitions: boolean;
  /** Shows what the server is busy with. */
  readonly showsProgress: boolean;
  /** Shows a finding's rule as a link to the rule's page. */
  readonly linksCodes: boolean;
  readonly editsDocuments: boolean;
  readonly createsFiles: boolean;
  /** Shows edits that need confirmation before it applies them. */
  readonly reviewsEdits: boolean;
  /**
   * `initializationOptions.commands`: those of our commands that the client offers itself, with a user
   * interface. We don't offer these, and link to no others.
   */
  readonly commands: readonly string[];
  /** `initializationOptions.openTexts`: answers `immunogloss/openText`. */
  readonly tellsOpenTexts: boolean;
  /** `initializationOptions.settings`: the section `immunogloss`, for clients that send settings only once. */
  readonly settings: unknown;
}

/** Reads what `initialize` says of the client, whatever it says. */
export function readClient(params: InitializeParams): Client {
  const { capabilities, initializationOptions, workspaceFolders, rootUri } = params ?? {};
  const { general, workspace, textDocument, window } = capabilities ?? {};
  const options = (initializationOptions ?? {}) as {
    commands?: unknown;
    openTexts?: unknown;
    settings?: unknown;
  };
  const folders = Array.isArray(workspaceFolders) ? workspaceFolders.map(folder => folder?.uri) : [rootUri];
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    folders: textsIn(folders),
    asksForSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutside: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    appliesEdits: workspace?.applyEdit === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    showsProgress: window?.workDoneProgress === true,
    linksCodes: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    editsDocuments: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: textsIn(workspace?.workspaceEdit?.resourceOperations).includes('create'),
    reviewsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    commands: textsIn(options.commands),
    tellsOpenTexts: options.openTexts === true,
    settings: options.settings,
  };
}

/** The texts of a list that are not empty; of what is no list, none. */
function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];
}
