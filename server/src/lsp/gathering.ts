/** Which files are read together: those of a place, and what they include as their texts stand now. */
import {
  type Analysis,
  type Files,
  type ManuscriptFiles,
  type Role,
  sectionWithin,
  withInclusions,
} from '../core/index.ts';
import type { Analyses } from './analyses.ts';
import type { Knowledge } from './knowledge.ts';
import type { Place } from './places.ts';
import type { View } from './view.ts';

/** The files of one place: the same object as long as its documents include the same. */
export interface Gathered {
  readonly files: ManuscriptFiles;
  /** What each of its documents includes. */
  readonly inclusions: ReadonlyMap<string, Inclusions>;
  /** The section that each of them stands in. */
  readonly sections: ReadonlyMap<string, Role>;
  /** What was last made of their texts. */
  view: View | undefined;
}

export interface Gathering {
  /** The files of a place now. Their own texts are read only as far as needed to know. */
  readonly gather: (at: Place, known: Knowledge) => Promise<Gathered>;
  /** The analyses of gathered files, in their order; of those that can be read. */
  readonly analysesOf: (gathered: Gathered, known: Knowledge) => Promise<readonly Analysis[]>;
  /** The place of a document that another one includes. */
  readonly includedAt: (uri: string) => Place | undefined;
  /** The other files of those that a document was last gathered with. */
  readonly neighbours: (uri: string) => readonly string[];
  /** Gathers everything anew when next asked. */
  readonly reset: () => void;
  /** Forgets places none of whose files is open, and answers with all files of the others. */
  readonly release: (isOpen: (uri: string) => boolean) => ReadonlySet<string>;
}

/** `left`: called for each file that a place no longer includes. */
export function createGathering(
  files: Files,
  analyses: Pick<Analyses, 'of'>,
  left: (uri: string) => void,
): Gathering {
  const gathered = new Map<Place, Gathered>();
  const includedAt = new Map<string, Place>();
  const inclusionsOf = createInclusionReader();

  async function gatherAnew(at: Place, known: Knowledge): Promise<Gathered> {
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
      inclusions.set(uri, inclusionsOf(await analyses.of(uri, known, sections.get(uri), whole.terms)));
      if (!at.roots.uris.includes(uri)) includedAt.set(uri, at);
    }
    return { files: whole, inclusions, sections, view: undefined };
  }

  async function isUpToDate(
    { files: whole, inclusions, sections }: Gathered,
    known: Knowledge,
  ): Promise<boolean> {
    // A file that is missing is told where it is named: when that moves, it is told anew.
    const aspect = whole.problems.length > 0 ? 'places' : 'targets';
    for (const [uri, before] of inclusions) {
      const now = inclusionsOf(await analyses.of(uri, known, sections.get(uri), whole.terms));
      if (now[aspect] !== before[aspect]) return false;
    }
    return true;
  }

  return {
    async gather(at, known) {
      const last = gathered.get(at);
      if (last && (await isUpToDate(last, known))) return last;
      const now = await gatherAnew(at, known);
      for (const uri of last?.files.uris ?? []) {
        if (now.inclusions.has(uri)) continue;
        if (includedAt.get(uri) === at) includedAt.delete(uri);
        left(uri);
      }
      gathered.set(at, now);
      return now;
    },
    async analysesOf({ files: whole, sections }, known) {
      const parts: Analysis[] = [];
      for (const uri of whole.uris) {
        const analysis = await analyses.of(uri, known, sections.get(uri), whole.terms);
        if (analysis) parts.push(analysis);
      }
      return known.service.readCells(parts);
    },
    includedAt: uri => includedAt.get(uri),
    neighbours(uri) {
      const found = [...gathered.values()].find(({ inclusions }) => inclusions.has(uri));
      return found ? found.files.uris.filter(other => other !== uri) : [];
    },
    reset() {
      gathered.clear();
      includedAt.clear();
    },
    release(isOpen) {
      const needed = new Set<string>();
      for (const [at, { files: whole }] of gathered) {
        if (whole.uris.some(isOpen)) for (const uri of whole.uris) needed.add(uri);
        else gathered.delete(at);
      }
      for (const uri of includedAt.keys()) if (!needed.has(uri) && !isOpen(uri)) includedAt.delete(uri);
      return needed;
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
function createInclusionReader(): (analysis: Analysis | null) => Inclusions {
  const read = new WeakMap<Analysis, Inclusions>();
  return analysis => {
    if (analysis === null) return noInclusions;
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
