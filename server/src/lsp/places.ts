/** Where each document belongs: its project, the manuscript that it is declared a part of, what its rules go by. */
import {
  addressOf,
  type Configuration,
  createGlossaryLayers,
  createManuscriptDetector,
  isProfileFile,
  type LayerStack,
  type LayerStore,
  type LoadedBaseline,
  type LoadedProject,
  type ManuscriptFiles,
  manuscriptOf,
  NO_LAYERS,
  type Project,
  profileNamed,
} from '../core/index.ts';
import { createBaselines } from './baselines.ts';
import { folderOf, isHidden, newProjectFolder } from './folders.ts';
import { fileOf } from './notebooks.ts';
import { createProjects, type ProjectsHost } from './projects.ts';

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

export interface PlacesHost extends ProjectsHost {
  /** The workspace's folders, as URIs. */
  readonly folders: () => readonly string[];
  /** The cells of the notebook that a document is one of, in their order. */
  readonly cellsAround: (uri: string) => readonly string[] | undefined;
  /** The cells of a notebook that is open; else none. */
  readonly cellsOf: (notebook: string) => readonly string[];
  /** The folder that holds the writer's own `.immunogloss/`. */
  readonly home: string | null;
  readonly layerStore?: LayerStore | undefined;
  /** Called with the glossary files that were found for a manuscript. */
  readonly onLayers: (layers: LayerStack) => void;
  /** Called with the baseline that was found for a manuscript. */
  readonly onBaseline: (baseline: LoadedBaseline) => void;
  /** Called when a manuscript's glossary files are found to have changed, of which no watcher told. */
  readonly onStale: () => void;
}

/** Schemes of documents that a person writes: not diffs, output panels, chat. */
const written: ReadonlySet<string> = new Set(['file', 'vscode-notebook-cell', 'vscode-vfs']);

/** Finds the place of each document, and remembers it until something on its way changes. */
export function createPlaces(host: PlacesHost): Places {
  const { files, folders, cellsAround, onLayers, onBaseline, onStale } = host;
  const glossaryLayers = createGlossaryLayers(files, host.home, host.layerStore);
  const projects = createProjects(host, glossaryLayers);
  const baselines = createBaselines(files);
  let roots = createRoots(host);
  /** By their files, so that all files of a manuscript have the same place. */
  let placed = new Map<string, Place>();
  let places = new Map<string, Promise<Place>>();

  const folderAt = (uri: string) => folderOf(uri, folders());
  const projectOf = (uri: string) => projects.projectOf(folderAt(uri));

  /** Declared, else detected, else alone: as the command line does. */
  async function locate(uri: string): Promise<Place> {
    // What was begun before a reset must not be found by what is asked after it.
    const since = placed;
    const { declared, configuration, loaded } = await projectOf(uri);
    const { project } = loaded;
    const whole = await roots(uri, declared);
    const folder = folderAt(whole.uris[0] ?? uri);
    const layers = folder === undefined ? NO_LAYERS : await glossaryLayers.find(folder, project);
    const baseline = await baselines.find(folder, project);
    if (since === placed) {
      onLayers(layers);
      onBaseline(baseline);
    }
    const name = whole.uris.join('\n');
    const last = since.get(name);
    if (last?.layers === layers) return last;
    const { id: profile } = profileNamed(project.profile ?? host.settings().profile, project);
    const place = { roots: whole, project, profile, configuration, layers, baseline };
    since.set(name, place);
    if (last !== undefined && since === placed) onStale();
    return place;
  }

  return {
    reset() {
      glossaryLayers.reset();
      projects.reset();
      baselines.reset();
      roots = createRoots(host);
      placed = new Map();
      places = new Map();
    },
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
    isCompanion: uri => glossaryLayers.has(uri) || baselines.has(uri) || isProfileFile(uri),
    async isManuscript(uri, languageId) {
      const { scheme } = addressOf(uri);
      const file = fileOf(uri);
      if (!written.has(scheme) || isHidden(file, folders())) return false;
      return (await projectOf(uri)).takes(file, languageId);
    },
    newProjectFolder: uri => newProjectFolder(uri, folders()),
    async baselineFile(uri) {
      if (addressOf(fileOf(uri)).scheme !== 'file') return undefined;
      const { project } = (await projectOf(uri)).loaded;
      return baselines.fileFor(folderAt(uri), project, () => newProjectFolder(uri, folders())!);
    },
  };
}

/** Finds the files that a document is read with, and remembers what it found. */
function createRoots({
  files,
  cellsAround,
  cellsOf,
}: PlacesHost): (uri: string, declared: readonly ManuscriptFiles[]) => Promise<ManuscriptFiles> {
  const detect = createManuscriptDetector(files);

  return async (uri, declared) => {
    const file = cellsAround(uri) === undefined ? uri : fileOf(uri);
    const found = (await detect(file)) ?? manuscriptOf([file]);
    const related = [file, ...found.uris];
    const whole = declared.find(({ uris }) => related.some(each => uris.includes(each))) ?? found;
    // A notebook that is open is read as its cells are being written.
    const cells = (each: string) => (each === file ? cellsAround(uri) : undefined) ?? cellsOf(each);
    if (whole.uris.every(each => cells(each).length === 0)) return whole;
    return { ...whole, uris: whole.uris.flatMap(each => (cells(each).length > 0 ? cells(each) : [each])) };
  };
}
