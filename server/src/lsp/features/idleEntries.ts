/**
 * What lets findings pass and has nothing to let pass any more: entries of `ignore:` in project files, and of baselines.
 * Both are told in their own files, once the manuscripts that they may speak of were linted.
 */
import {
  type AcceptedFinding,
  type Files,
  filesOfProject,
  type IgnoredFinding,
  idleEntries,
  type LoadedBaseline,
  type LoadedProject,
  type ProjectProblem,
  pathInProject,
  staleEntries,
  unusedIgnores,
} from '../../core/index.ts';
import { fileOf } from '../notebooks.ts';
import { nextTurn } from '../scheduler.ts';
import type { View } from '../view.ts';

/** A project with more files is not read through for the sake of a hint. */
const mostFiles = 200;
/** Entries of one baseline that are told. */
const mostEntries = 100;

export interface IdleEntriesHost {
  readonly files: Files;
  /** The project of a document, as its file stands now. */
  readonly project: (uri: string) => Promise<LoadedProject>;
  /** The manuscript of a file, open or not. */
  readonly view: (uri: string) => Promise<View>;
  /** Drops what no open document needs any more. */
  readonly release: () => void;
  /** Rules that the writer has turned off for themselves say nothing of what a project needs. */
  readonly rulesAreOff: () => boolean;
  readonly showIgnores: (loaded: LoadedProject, problems: readonly ProjectProblem[]) => void;
  readonly showBaseline: (baseline: LoadedBaseline, problems: readonly ProjectProblem[]) => void;
}

export interface IdleEntries {
  /** The manuscript of a document was linted. */
  readonly linted: (uri: string, view: View) => Promise<void>;
  /** Forgets what was found in a file's manuscript: it changed on disk. */
  readonly forget: (uri: string) => void;
  /** Project files, settings or baselines may have changed. */
  readonly reset: () => void;
}

/** What was found in one manuscript. */
interface Linted {
  /** Its files, a notebook's cells as the notebook. */
  readonly uris: ReadonlySet<string>;
  readonly silenced: readonly IgnoredFinding[];
  readonly idle: readonly AcceptedFinding[];
}

/** Follows which entries of `ignore:` and of baselines still stand for a finding, manuscript by manuscript. */
export function createIdleEntries(host: IdleEntriesHost): IdleEntries {
  /** The manuscripts that go by one project file, and by one baseline. */
  const byProject = new Map<string, Manuscripts>();
  const byBaseline = new Map<string, Manuscripts>();

  function read({ manuscript, place, silenced, sifted }: View): Linted {
    const uris = new Set(manuscript.analyses.map(({ document }) => fileOf(document.uri)));
    const { baseline, folder } = place.baseline;
    const paths = new Set(folder === null ? [] : [...uris].map(uri => pathInProject(folder, uri)));
    return { uris, silenced: silenced(), idle: idleEntries(baseline, sifted().used, paths) };
  }

  function tellBaseline({ place: { baseline } }: View, linted: Linted): void {
    if (baseline.uri === null || baseline.problems.length > 0) return;
    const manuscripts = remembered(byBaseline, baseline.uri, linted);
    const idle = [...manuscripts.values()].flatMap(each => each.idle);
    const stale = staleEntries(baseline.text, idle, mostEntries);
    host.showBaseline(
      baseline,
      stale.map(entry => ({ ...entry, severity: 'hint' })),
    );
  }

  /** Files of a project that nobody has open are linted for this, one at a time. */
  async function tellIgnores(loaded: LoadedProject, view: View, linted: Linted): Promise<void> {
    const { project, problems } = loaded;
    const { uri, ignore } = project;
    if (uri === null || ignore.length === 0 || problems.some(({ severity }) => severity === 'error')) return;
    const manuscripts = remembered(byProject, uri, linted);
    /** By what is known now: while files are being read, other manuscripts are linted, and this one again. */
    const unused = () => {
      const silenced = [...manuscripts.values()].flatMap(each => each.silenced);
      return unusedIgnores(project, silenced, view.place.configuration());
    };
    if (unused().length > 0) {
      const files = await filesOfProject(project, host.files, mostFiles);
      if (files === undefined || host.rulesAreOff()) return host.showIgnores(loaded, []);
      for (const file of files) {
        if ([...manuscripts.values()].some(({ uris }) => uris.has(file))) continue;
        await nextTurn();
        const other = await host.view(file);
        // Another project's, where a folder below has its own.
        const silenced = other.place.project.uri === uri ? other.silenced() : [];
        keep(manuscripts, { ...read(other), silenced });
      }
      host.release();
    }
    host.showIgnores(loaded, unused());
  }

  return {
    async linted(uri, view) {
      const linted = read(view);
      tellBaseline(view, linted);
      await tellIgnores(await host.project(uri), view, linted);
    },
    forget(uri) {
      for (const manuscripts of [...byProject.values(), ...byBaseline.values()]) {
        for (const [name, { uris }] of manuscripts) if (uris.has(uri)) manuscripts.delete(name);
      }
    },
    reset() {
      byProject.clear();
      byBaseline.clear();
    },
  };
}

/** Manuscripts by their files, each in its latest state. */
type Manuscripts = Map<string, Linted>;

function keep(manuscripts: Manuscripts, linted: Linted): void {
  manuscripts.set([...linted.uris].join('\n'), linted);
}

/** The manuscripts that go by a file, this one among them; what is found of any later is found there, too. */
function remembered(byFile: Map<string, Manuscripts>, file: string, linted: Linted): Manuscripts {
  const manuscripts: Manuscripts = byFile.get(file) ?? new Map();
  byFile.set(file, manuscripts);
  keep(manuscripts, linted);
  return manuscripts;
}
