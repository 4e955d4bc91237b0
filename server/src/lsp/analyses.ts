/** The analyses of documents as they stand: open ones as they are being written, closed ones as they were last read. */
import {
  type Analysis,
  type Files,
  type Role,
  type SourceDocument,
  sameTerms,
  type Terms,
} from '../core/index.ts';
import type { Documents } from './documents.ts';
import type { Knowledge } from './knowledge.ts';
import { nextTurn, paced } from './scheduler.ts';
import { createSources } from './sources.ts';

export interface Analyses {
  /**
   * The analysis of a text as it stands; `null` where there is none. Before each one that is new, and between its steps,
   * whoever else waits has a turn. `terms`: those of its manuscript; as before where they aren't given.
   */
  readonly of: (uri: string, known: Knowledge, section?: Role, terms?: Terms) => Promise<Analysis | null>;
  /** Whether a text is still the one that its document has. */
  readonly isCurrent: (source: SourceDocument) => boolean;
  /** Forgets what was read of a file: it was closed, or it changed on disk. `false` where nothing was. */
  readonly forget: (uri: string) => boolean;
  /** Forgets all that isn't needed any more. */
  readonly release: (isNeeded: (uri: string) => boolean) => void;
}

/** An analysis that is being made, and what of. */
interface Analyzing {
  readonly source: SourceDocument;
  readonly section: Role;
  readonly terms: Terms | undefined;
  readonly analysis: Promise<Analysis | undefined>;
}

/** Whether these terms are those, or none were given either way. */
function areSame(a: Terms | undefined, b: Terms | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameTerms(a, b));
}

/** Remembers the analysis of each document and file until it changes. */
export function createAnalyses(documents: Documents, files: Files, log: (message: string) => void): Analyses {
  const sources = createSources(documents, files, log);
  const analyses = new Map<string, { source: SourceDocument; analysis: Analysis }>();
  /** The one that was begun last of each document. */
  const analyzing = new Map<string, Analyzing>();

  /** Reads a text, in steps. `undefined` where it was past before it was read. */
  async function analyze(
    source: SourceDocument,
    { service }: Knowledge,
    section: Role,
    terms: Terms | undefined,
  ): Promise<Analysis | undefined> {
    const last = analyses.get(source.uri);
    const open = documents.get(source.uri);
    const isNext = open?.source === source && open.edit?.before === last?.source;
    const change = isNext ? open.edit?.change : undefined;
    const steps = service.inSteps.analyze(source, last?.analysis, change, section, terms);
    const analysis = await paced(steps, () => sources.isCurrent(source));
    if (analysis !== undefined) analyses.set(source.uri, { source, analysis });
    return analysis;
  }

  /** The same; whoever asks for an analysis that is being made waits for that one. */
  async function analyzeOnce(
    source: SourceDocument,
    known: Knowledge,
    section: Role,
    terms: Terms | undefined,
  ): Promise<Analysis | undefined> {
    const { uri } = source;
    const begun = analyzing.get(uri);
    if (begun?.source === source && begun.section === section && areSame(begun.terms, terms))
      return begun.analysis;
    const now = { source, section, terms, analysis: analyze(source, known, section, terms) };
    analyzing.set(uri, now);
    try {
      return await now.analysis;
    } finally {
      if (analyzing.get(uri) === now) analyzing.delete(uri);
    }
  }

  const of: Analyses['of'] = async (uri, known, section = 'body', terms) => {
    for (let isPatient = false; ; ) {
      const source = await sources.of(uri);
      if (!source) return null;
      const last = analyses.get(uri);
      const isSame = !terms || (last && sameTerms(last.analysis.inherited, terms));
      if (last?.source === source && last.analysis.section === section && isSame) return last.analysis;
      if (last?.source !== source && !isPatient) {
        await nextTurn();
        isPatient = true;
        continue;
      }
      const analysis = await analyzeOnce(source, known, section, terms);
      if (analysis !== undefined) return analysis;
    }
  };

  return {
    of,
    isCurrent: sources.isCurrent,
    forget(uri) {
      sources.forget(uri);
      return analyses.delete(uri);
    },
    release(isNeeded) {
      sources.release(isNeeded);
      for (const uri of analyses.keys()) if (!isNeeded(uri)) analyses.delete(uri);
    },
  };
}
