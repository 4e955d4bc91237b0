/** Where each document belongs: its project, the manuscript that it is declared a part of, what its rules go by. */
import {
  addressOf,
  BASELINE_NAME,
  baselineOf,
  type Configuration,
  configurationOf,
  createBaselineFinder,
  createGlossaryLayers,
  createManuscriptDetector,
  createProjectFinder,
  declaredManuscripts,
  type Files,
  isProfileFile,
  type KnownNames,
  type LayerStack,
  type LayerStore,
  type LoadedBaseline,
  type LoadedProject,
  type ManuscriptDetector,
  type ManuscriptFiles,
  manuscriptFilter,
  manuscriptOf,
  NO_LAYERS,
  nameOf,
  type Project,
  parentOf,
  pathWithin,
  profileNamed,
  WITHOUT_BASELINE,
  WITHOUT_PROJECT,
} from '../core/index.ts';
import { fileOf } from './notebooks.ts';
import type { Settings } from './settings.ts';

/** What documents of one manuscript have in common. The same object as long as nothing of it changes. */
export interface Place {
  /** Its files without those that they include. */
  readonly roots: ManuscriptFiles;
  readonly project: Project;
  /** The journal profile, where the manuscript itself names none. */
  readonly profile: string;
  /** What the rules go by: by the profile that the manuscript itself names, where it does. */
  readonly configuration: (profile?: string) => Configuration;
  /** The glossary files that count for it. */
  readonly layers: LayerStack;
  /** What its writers have accepted. */
  readonly baseline: LoadedBaseline;
}

export interface Places {
  readonly project: (uri: string) => Promise<LoadedProject>;
  readonly place: (uri: string) => Promise<Place>;
  /** Whether a file is a glossary, profile or baseline that counts, or would if it were there. */
  readonly isCompanion: (uri: string) => boolean;
  /** Whether a document counts as a manuscript although nobody asked for it to be linted. */
  readonly isManuscript: (uri: string, languageId: string) => Promise<boolean>;
  /** Where a project file for this document would be made; `undefined` where it has no folder. */
  readonly newProjectFolder: (uri: string) => string | undefined;
  /** The baseline that counts for a document, or that would be made; `undefined` where it is on no disk. */
  readonly baselineFile: (
    uri: string,
  ) => Promise<{ readonly uri: string; readonly folder: string } | undefined>;
  /** A document was opened: glossary files are looked for anew, whatever the client's watchers have told of them. */
  readonly opened: () => void;
  /** Forgets where a document belongs: it was closed. */
  readonly forget: (uri: string) => void;
  /** Reads project files and settings anew. A broken project file keeps its last good state. */
  readonly reset: () => void;
}

export interface PlacesHost {
  readonly files: Files;
  readonly known: KnownNames;
  readonly settings: () => Settings;
  /** The workspace's folders, as URIs. */
  readonly folders: () => readonly string[];
  /** The cells of the notebook that a document is one of, in their order. */
  readonly cellsAround: (uri: string) => readonly string[] | undefined;
  /** The folder that holds the writer's own `.immunogloss/`. */
  readonly home: string | null;
  readonly layerStore?: LayerStore | undefined;
  /** Called once for each project file that was read. */
  readonly onProject: (loaded: LoadedProject) => void;
  /** Called with the glossary files that were found for a manuscript. */
  readonly onLayers: (layers: LayerStack) => void;
  /** Called with the baseline that was found for a manuscript. */
  readonly onBaseline: (baseline: LoadedBaseline) => void;
  /** Called when a manuscript's glossary files are found to have changed, of which no watcher told. */
  readonly onStale: () => void;
}

/** What a project file comes to. */
interface KnownProject {
  readonly loaded: LoadedProject;
  readonly configuration: (profile?: string) => Configuration;
  readonly declared: readonly ManuscriptFiles[];
  readonly takes: (uri: string, languageId?: string) => boolean;
}

/** Schemes of documents that a person writes: not diffs, output panels, chat. */
const written: ReadonlySet<string> = new Set(['file', 'vscode-notebook-cell', 'vscode-vfs']);

/** Finds the place of each document, and remembers it until something on its way changes. */
export function createPlaces(host: PlacesHost): Places {
  const { files, known, settings, folders, cellsAround, home, onProject, onLayers, onBaseline, onStale } =
    host;
  const glossaryLayers = createGlossaryLayers(files, home, host.layerStore);
  const lastGood = new Map<string, Project>();
  let find: (folder: string) => Promise<LoadedProject>;
  let detect: ManuscriptDetector;
  let findBaseline: ReturnType<typeof createBaselineFinder>;
  /** Baselines that were found so far, by their addresses. */
  const baselines = new Set<string>();
  /** By their files, so that all files of a manuscript have the same place. */
  let placed: Map<string, Place>;
  let projects: Map<LoadedProject, Promise<KnownProject>>;
  let places: Map<string, Promise<Place>>;
  reset();

  function reset(): void {
    glossaryLayers.reset();
    find = createProjectFinder(files, known);
    detect = createManuscriptDetector(files);
    findBaseline = createBaselineFinder(files);
    placed = new Map();
    projects = new Map();
    places = new Map();
  }

  /** The folder on disk in which a document counts as standing. */
  function folderOf(uri: string): string | undefined {
    const file = fileOf(uri);
    if (addressOf(file).scheme === 'file') return parentOf(file);
    return folders().find(folder => folder.startsWith('file:'));
  }

  async function projectOf(uri: string): Promise<KnownProject> {
    const folder = folderOf(uri);
    const read = folder === undefined ? WITHOUT_PROJECT : await find(folder);
    let project = projects.get(read);
    if (!project) {
      project = understand(read);
      projects.set(read, project);
    }
    return project;
  }

  async function understand(read: LoadedProject): Promise<KnownProject> {
    const project = withLastGood(read);
    const declared = await declaredManuscripts(project, files);
    const problems = declared.flatMap(each =>
      each.problems.map(({ start, end, message }) => ({ start, end, message, severity: 'warning' as const })),
    );
    const missing = await glossaryLayers.missing(project);
    const loaded = {
      project,
      text: read.text,
      problems: [...read.problems, ...problems, ...missing],
      profileFiles: read.profileFiles,
    };
    if (project.uri !== null) onProject(loaded);
    const configuration = configurations(project);
    return {
      loaded,
      configuration,
      declared,
      takes: manuscriptFilter(project),
    };
  }

  /** The same object for the same profile, as long as project and settings stay. */
  function configurations(project: Project): (profile?: string) => Configuration {
    const known = new Map<string | undefined, Configuration>();
    return profile => {
      const configuration = known.get(profile) ?? configurationOf(project, settings(), profile);
      known.set(profile, configuration);
      return configuration;
    };
  }

  /** A project whose file is broken right now keeps its last good state. */
  function withLastGood({ project, problems }: LoadedProject): Project {
    const { uri } = project;
    if (uri === null) return project;
    if (!problems.some(({ severity }) => severity === 'error')) lastGood.set(uri, project);
    return lastGood.get(uri) ?? project;
  }

  /** Declared, else detected, else alone: as the command line does. */
  async function locate(uri: string): Promise<Place> {
    // What was begun before a reset must not be found by what is asked after it.
    const since = placed;
    const { declared, configuration, loaded } = await projectOf(uri);
    const cells = cellsAround(uri);
    const found = cells ? manuscriptOf(cells) : ((await detect(uri)) ?? manuscriptOf([uri]));
    const related = [uri, ...found.uris];
    const roots = declared.find(({ uris }) => related.some(file => uris.includes(file))) ?? found;
    const name = roots.uris.join('\n');
    const first = roots.uris[0] ?? uri;
    const layers = await layersOf(first, loaded.project);
    const baseline = await findBaselineOf(first, loaded.project);
    if (since === placed) {
      onLayers(layers);
      onBaseline(baseline);
    }
    const { project } = loaded;
    const { id: profile } = profileNamed(project.profile ?? settings().profile, project);
    const last = since.get(name);
    if (last?.layers === layers) return last;
    const place = { roots, project, profile, configuration, layers, baseline };
    since.set(name, place);
    if (last !== undefined && since === placed) onStale();
    return place;
  }

  async function layersOf(uri: string, project: Project): Promise<LayerStack> {
    const folder = folderOf(uri);
    return folder === undefined ? NO_LAYERS : glossaryLayers.find(folder, project);
  }

  function newProjectFolder(uri: string): string | undefined {
    const folder = folderOf(uri);
    const around = folders().filter(each => folder === each || (folder && pathWithin(each, folder) !== null));
    return around.sort((a, b) => b.length - a.length)[0] ?? folder;
  }

  async function findBaselineOf(uri: string, project: Project): Promise<LoadedBaseline> {
    const folder = folderOf(uri);
    const baseline = folder === undefined ? WITHOUT_BASELINE : await findBaseline(folder, project);
    if (baseline.uri !== null) baselines.add(baseline.uri);
    return baseline;
  }

  return {
    reset,
    opened() {
      glossaryLayers.reset();
      places = new Map();
    },
    forget: uri => void places.delete(uri),
    project: async uri => (await projectOf(uri)).loaded,
    place(uri) {
      let place = places.get(uri);
      if (!place) {
        place = locate(uri);
        places.set(uri, place);
        for (const cell of cellsAround(uri) ?? []) places.set(cell, place);
      }
      return place;
    },
    isCompanion: uri =>
      glossaryLayers.has(uri) || baselines.has(uri) || nameOf(uri) === BASELINE_NAME || isProfileFile(uri),
    async isManuscript(uri, languageId) {
      const { scheme } = addressOf(uri);
      if (!written.has(scheme) || isHidden(uri, folders())) return false;
      return (await projectOf(uri)).takes(uri, languageId);
    },
    newProjectFolder,
    async baselineFile(uri) {
      if (addressOf(fileOf(uri)).scheme !== 'file') return undefined;
      const { project } = (await projectOf(uri)).loaded;
      const found = await findBaseline(folderOf(uri)!, project);
      if (found.uri !== null && found.folder !== null) return { uri: found.uri, folder: found.folder };
      const folder = project.folder ?? newProjectFolder(uri)!;
      return { uri: baselineOf(project, folder), folder };
    },
  };
}

/**
 * Whether a document stands in a folder with a dot, or in `node_modules`. Outside the workspace the path says
 * less: home folders and caches have dots far above a manuscript, so only its own folder counts there.
 */
function isHidden(uri: string, folders: readonly string[]): boolean {
  const within = folders.map(folder => pathWithin(folder, uri)).find(path => path !== null);
  const above = (within ?? addressOf(uri).path).split('/').slice(0, -1);
  const near = within === undefined ? above.slice(-1) : above;
  return above.includes('node_modules') || near.some(part => part.startsWith('.'));
}
