/**
 * The manuscripts behind the open documents: each document's analysis, the files that are read together,
 * and what the rules say of them, always for the text as it stands. Everything is remembered until one of
 * the things that it was made from changes.
 */
import {
  type Analysis,
  type Files,
  type ManuscriptFiles,
  manuscriptOf,
  type Role,
  sectionWithin,
  withInclusions,
} from '../core/index.ts';
import { createAnalyses } from './analyses.ts';
import type { Documents } from './documents.ts';
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

/** The files of one place, as long as its documents include the same. */
interface Gathered {
  readonly files: ManuscriptFiles;
  /** What each of its documents includes. */
  readonly inclusions: ReadonlyMap<string, Inclusions>;
  /** The section that each of them stands in. */
  readonly sections: ReadonlyMap<string, Role>;
  view: View | undefined;
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
  const gathered = new Map<Place, Gathered>();
  const coming = new WeakMap<Place, ComingView>();
  /** The place of each document that another one includes. */
  const includedAt = new Map<string, Place>();
  /** The place of each document whose own doesn't hold it now. */
  const lone = new Map<string, Place>();
  const inclusionsOf = createInclusionReader();
  /** What was forgotten or arranged anew, counted. */
  let changes = 0;
  /** The view that was asked for last: most questions come to a text that nobody has touched since. */
  let last: { readonly uri: string; readonly stamp: string; readonly view: View } | undefined;
  const stamp = () => `${documents.revision()} ${changes}`;

  /** The view of these documents; `undefined` where one of them was edited before it was made. */
  async function viewOf(
    parts: readonly Analysis[],
    now: Gathered,
    at: Place,
    known: Knowledge,
  ): Promise<View | undefined> {
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
  }

  /** Which files belong to a place now. Their own texts are read only as far as needed to know. */
  async function gather(at: Place, known: Knowledge): Promise<Gathered> {
    const last = gathered.get(at);
    if (last && (await isUpToDate(last, known))) return last;
    const sections = new Map<string, Role>();
    const whole = await withInclusions(at.roots, {
      files,
      analysisOf: (uri, section, terms) => {
        sections.set(uri, section);
        return analyses.of(uri, known, section, terms);
      },
    });
    const inclusions = new Map<string, Inclusions>();
    for (const uri of whole.uris) {
      const analysis = await analyses.of(uri, known, sections.get(uri), whole.terms);
      inclusions.set(uri, analysis ? inclusionsOf(analysis) : noInclusions);
      if (!at.roots.uris.includes(uri)) includedAt.set(uri, at);
    }
    for (const uri of last?.files.uris ?? []) {
      if (inclusions.has(uri)) continue;
      if (includedAt.get(uri) === at) includedAt.delete(uri);
      left(uri);
    }
    const now: Gathered = { files: whole, inclusions, sections, view: undefined };
    gathered.set(at, now);
    return now;
  }

  async function isUpToDate(
    { files: whole, inclusions, sections }: Gathered,
    known: Knowledge,
  ): Promise<boolean> {
    // A file that is missing is told where it is named: when that moves, it is told anew.
    const aspect = whole.problems.length > 0 ? 'places' : 'targets';
    for (const [uri, before] of inclusions) {
      const analysis = await analyses.of(uri, known, sections.get(uri), whole.terms);
      const now = analysis ? inclusionsOf(analysis) : noInclusions;
      if (now[aspect] !== before[aspect]) return false;
    }
    return true;
  }

  /** The place of a document that stands by itself, with what else holds at a place. */
  function alone(uri: string, at: Place): Place {
    const before = lone.get(uri);
    const isSame =
      before?.configuration === at.configuration &&
      before.layers === at.layers &&
      before.baseline === at.baseline;
    if (isSame) return before;
    const now = { ...at, roots: manuscriptOf([uri]) };
    lone.set(uri, now);
    return now;
  }

  return {
    async view(uri) {
      for (;;) {
        const begun = stamp();
        if (last?.uri === uri && last.stamp === begun) return last.view;
        let at = includedAt.get(uri) ?? (await place(uri));
        const known = await knowledge(at.layers);
        let now = await gather(at, known);
        // Its root includes it on disk only, not as it is being written.
        if (!now.files.uris.includes(uri)) {
          at = alone(uri, at);
          now = await gather(at, known);
        }
        const parts: Analysis[] = [];
        for (const each of now.files.uris) {
          const analysis = await analyses.of(each, known, now.sections.get(each), now.files.terms);
          if (analysis) parts.push(analysis);
        }
        const view = await viewOf(parts, now, at, known);
        if (view === undefined) continue;
        last = { uri, stamp: begun, view };
        return view;
      }
    },
    neighbours(uri) {
      const found = [...gathered.values()].find(({ inclusions }) => inclusions.has(uri));
      return found ? found.files.uris.filter(other => other !== uri) : [];
    },
    forget(uri) {
      changes++;
      return analyses.forget(uri);
    },
    regather() {
      changes++;
      last = undefined;
      gathered.clear();
      includedAt.clear();
      lone.clear();
    },
    release() {
      changes++;
      last = undefined;
      const needed = new Set<string>();
      for (const [at, { files: whole }] of gathered) {
        if (whole.uris.some(documents.get)) for (const uri of whole.uris) needed.add(uri);
        else gathered.delete(at);
      }
      const isNeeded = (uri: string) => needed.has(uri) || documents.get(uri) !== undefined;
      analyses.release(isNeeded);
      for (const read of [includedAt, lone]) {
        for (const uri of read.keys()) if (!isNeeded(uri)) read.delete(uri);
      }
    },
  };
}

/** What a document includes, and what it makes commands for, as texts to compare. */
interface Inclusions {
  /** Each inclusion with the section that it is named in. */
  readonly targets: string;
  /** The same with the places at which they are named. */
  readonly places: string;
}

const noInclusions: Inclusions = { targets: '', places: '' };

/** Remembers what it has read, as it is asked at every keystroke. */
function createInclusionReader(): (analysis: Analysis) => Inclusions {
  const read = new WeakMap<Analysis, Inclusions>();
  return analysis => {
    let inclusions = read.get(analysis);
    if (inclusions === undefined) {
      const targets: string[] = [];
      const places: string[] = [];
      for (const { start, role, block } of analysis.blocks) {
        if (block.inclusions === undefined) continue;
        for (const each of block.inclusions) {
          targets.push(`${sectionWithin(role)} ${each.target}`);
          places.push(`${start + each.start} ${targets.at(-1)}`);
        }
      }
      const terms = [...analysis.terms].map(([command, term]) => `\\${command} ${term}`);
      inclusions = {
        targets: [...targets, ...terms].join('\n'),
        places: [...places, ...terms].join('\n'),
      };
      read.set(analysis, inclusions);
    }
    return inclusions;
  };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
