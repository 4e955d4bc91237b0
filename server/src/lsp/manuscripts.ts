/**
 * The manuscripts behind the open documents: each document's analysis, the files that are read together,
 * and what the rules say of them, always for the text as it stands. Everything is remembered until one of
 * the things that it was made from changes.
 */
import { type Analysis, type Files, manuscriptOf } from '../core/index.ts';
import { type Analyses, createAnalyses } from './analyses.ts';
import type { Documents } from './documents.ts';
import { createGathering, type Gathered } from './gathering.ts';
import type { Knowledge, KnowledgeOf } from './knowledge.ts';
import type { Place } from './places.ts';
import { paced } from './scheduler.ts';
import { createView, type View } from './view.ts';

export interface Manuscripts {
  /** The manuscript that an open document belongs to, as it stands once this resolves. */
  readonly view: (uri: string) => Promise<View>;
  /** The other files of the manuscript that a document was last seen in. */
  readonly neighbours: (uri: string) => readonly string[];
  /** Forgets what was read of a file: it was closed, or it changed on disk. `false` where nothing was. */
  readonly forget: (uri: string) => boolean;
  /** Looks for included files anew: some came or went, or places changed. */
  readonly regather: () => void;
  /** Drops what no open document needs any more. */
  readonly release: () => void;
}

export interface ManuscriptsHost {
  readonly documents: Documents;
  readonly files: Files;
  readonly knowledge: KnowledgeOf;
  readonly place: (uri: string) => Promise<Place>;
  /** Called for each file that a manuscript no longer includes. */
  readonly left: (uri: string) => void;
  readonly log: (message: string) => void;
}

/** A view that is being made, and what of. */
interface ComingView {
  readonly parts: readonly Analysis[];
  readonly view: Promise<View | undefined>;
}

/** Follows the manuscripts that the open documents belong to. */
export function createManuscripts(host: ManuscriptsHost): Manuscripts {
  const { documents, files, knowledge, place, left, log } = host;
  const analyses = createAnalyses(documents, files, log);
  const gathering = createGathering(files, analyses, left);
  const viewOf = createViews(documents, analyses);
  const lone = createLonePlaces();
  /** What was forgotten or arranged anew, counted. */
  let changes = 0;
  /** The view that was asked for last: most questions come to a text that nobody has touched since. */
  let last: { readonly uri: string; readonly stamp: string; readonly view: View } | undefined;
  const stamp = () => `${documents.revision()} ${changes}`;

  /** The view of a document's manuscript; `undefined` where a text was edited meanwhile. */
  async function viewNow(uri: string): Promise<View | undefined> {
    let at = gathering.includedAt(uri) ?? (await place(uri));
    const known = await knowledge(at.layers);
    let now = await gathering.gather(at, known);
    // Its root includes it on disk only, not as it is being written.
    if (!now.files.uris.includes(uri)) {
      at = lone.of(uri, at);
      now = await gathering.gather(at, known);
    }
    return viewOf(await gathering.analysesOf(now, known), now, at, known);
  }

  return {
    async view(uri) {
      for (;;) {
        const begun = stamp();
        if (last?.uri === uri && last.stamp === begun) return last.view;
        const view = await viewNow(uri);
        if (view === undefined) continue;
        last = { uri, stamp: begun, view };
        return view;
      }
    },
    neighbours: gathering.neighbours,
    forget(uri) {
      changes++;
      return analyses.forget(uri);
    },
    regather() {
      changes++;
      last = undefined;
      gathering.reset();
      lone.clear();
    },
    release() {
      changes++;
      last = undefined;
      const isOpen = (uri: string) => documents.get(uri) !== undefined;
      const needed = gathering.release(isOpen);
      const isNeeded = (uri: string) => needed.has(uri) || isOpen(uri);
      analyses.release(isNeeded);
      lone.release(isNeeded);
    },
  };
}

/** Makes the views of manuscripts: `undefined` where a document was edited before its view was made. */
function createViews(
  documents: Documents,
  analyses: Analyses,
): (parts: readonly Analysis[], now: Gathered, at: Place, known: Knowledge) => Promise<View | undefined> {
  const coming = new WeakMap<Place, ComingView>();

  return async (parts, now, at, known) => {
    const areCurrent = () => parts.every(({ document }) => analyses.isCurrent(document));
    if (!areCurrent()) return undefined;
    if (now.view && sameItems(now.view.manuscript.analyses, parts)) return now.view;
    let begun = coming.get(at);
    if (!begun || !sameItems(begun.parts, parts)) {
      begun = { parts, view: paced(createView(parts, now.files, at, known, documents), areCurrent) };
      coming.set(at, begun);
    }
    const view = await begun.view;
    if (coming.get(at) === begun) coming.delete(at);
    if (view !== undefined) now.view = view;
    return view;
  };
}

/** The places of documents that stand by themselves, as their own place doesn't hold them now. */
interface LonePlaces {
  /** The place of a document alone, with what else holds at its own place. */
  readonly of: (uri: string, at: Place) => Place;
  readonly clear: () => void;
  readonly release: (isNeeded: (uri: string) => boolean) => void;
}

function createLonePlaces(): LonePlaces {
  const places = new Map<string, Place>();
  return {
    of(uri, at) {
      const before = places.get(uri);
      const isSame =
        before?.configuration === at.configuration &&
        before.layers === at.layers &&
        before.baseline === at.baseline;
      if (isSame) return before;
      const now = { ...at, roots: manuscriptOf([uri]) };
      places.set(uri, now);
      return now;
    },
    clear: () => places.clear(),
    release(isNeeded) {
      for (const uri of places.keys()) if (!isNeeded(uri)) places.delete(uri);
    },
  };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
