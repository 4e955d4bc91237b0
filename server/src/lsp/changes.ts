/** What changes in a session, and what is done about it: documents that a writer edits, files on disk, settings. */
import type { DidChangeTextDocumentParams, DidChangeWatchedFilesParams } from 'vscode-languageserver';
import { hasKnownEnding } from '../core/index.ts';
import type { CompanionProblems } from './companionProblems.ts';
import type { Documents, OpenedItem } from './documents.ts';
import type { IdleEntries } from './features/idleEntries.ts';
import type { Manuscripts } from './manuscripts.ts';
import type { Places } from './places.ts';
import type { Follower, Publisher } from './publisher.ts';
import { isProjectFile } from './sessionFiles.ts';

export interface Changes {
  readonly open: (item: OpenedItem) => void;
  readonly edit: (
    uri: string,
    version: number,
    changes: DidChangeTextDocumentParams['contentChanges'],
  ) => void;
  readonly save: (uri: string) => Promise<void>;
  readonly close: (uri: string) => void;
  readonly filesChanged: (changes: DidChangeWatchedFilesParams['changes']) => void;
  /** Settings or project files changed: everything is linted by the new ones. */
  readonly reconfigure: () => void;
  /** Which files belong together may have changed. */
  readonly rearrange: () => void;
}

export interface ChangesHost {
  readonly documents: Documents;
  readonly places: Places;
  readonly manuscripts: Manuscripts;
  readonly idleEntries: IdleEntries;
  readonly problems: CompanionProblems;
  readonly publisher: Publisher;
  readonly projectFollower: Follower;
}

/** `FileChangeType.Changed`: the file was there and still is. */
const fileChanged = 2;

/** `FileChangeType.Deleted`. */
const fileDeleted = 3;

/** Tells all who remember something of what changed. */
export function createChanges(host: ChangesHost): Changes {
  const { documents, places, manuscripts, idleEntries, problems, publisher, projectFollower } = host;
  /** Glossaries, profiles and baselines count as they are on disk. */
  const companionFollower: Follower = {
    opened: () => {},
    edited: () => {},
    closed: () => {},
    saved: async () => reconfigure(),
  };
  const followerOf = (uri: string): Follower =>
    isProjectFile(uri) ? projectFollower : places.isCompanion(uri) ? companionFollower : publisher;

  function reconfigure(): void {
    rearrange();
    for (const { uri } of documents.all()) if (!isProjectFile(uri)) publisher.reconfigured(uri);
  }

  function rearrange(): void {
    places.reset();
    idleEntries.reset();
    manuscripts.regather();
  }

  /** Files changed that are no manuscript's companions. */
  function textsChanged(changes: DidChangeWatchedFilesParams['changes']): void {
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
  }

  return {
    open(item) {
      const { uri } = documents.open(item);
      places.opened();
      followerOf(uri).opened(uri);
    },
    edit(uri, version, changes) {
      if (!documents.get(uri)) return;
      followerOf(uri).edited(uri);
      documents.change(uri, version, changes);
    },
    save: uri => followerOf(uri).saved(uri),
    close(uri) {
      if (!documents.close(uri)) return;
      const neighbours = manuscripts.neighbours(uri).filter(documents.get);
      manuscripts.forget(uri);
      manuscripts.release();
      places.forget(uri);
      followerOf(uri).closed(uri);
      // For them, its text is what is on disk from now on.
      for (const other of neighbours) publisher.edited(other);
    },
    filesChanged(changes) {
      for (const { uri, type } of changes) if (type === fileDeleted) problems.forget(uri);
      if (changes.some(({ uri }) => isProjectFile(uri) || places.isCompanion(uri))) reconfigure();
      else textsChanged(changes);
    },
    reconfigure,
    rearrange,
  };
}
