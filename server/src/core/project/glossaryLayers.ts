/**
 * The glossary files that count for a manuscript, nearest first: those in `.immunogloss/` of its folder and
 * the folders above it, those that the project file names under `glossaries:`, then the writer's own.
 */

import { GLOSSARY_ENDINGS } from '../glossary/layerFile.ts';
import type { LayerProblem } from '../glossary/layerRows.ts';
import { layeredGlossary } from '../glossary/layers.ts';
import { unresolvedIn } from '../therapies/layers.ts';
import type { Glossary, Origin } from '../types.ts';
import { nameOf, parentOf, pathWithin, resolvePath } from './addresses.ts';
import { BASELINE_NAME } from './baselines.ts';
import { foldersFrom } from './discover.ts';
import { type Files, leadsOut } from './files.ts';
import { createLayerReader, type LayerFile, type LayerStore } from './layerReading.ts';
import type { DeclaredFile, Project } from './project.ts';

/** The folder whose files are glossaries: in a workspace, or in the writer's home. */
export const GLOSSARY_FOLDER = '.immunogloss';

/** The layers of one manuscript. The same object as long as none of its files changes. */
export interface LayerStack {
  /** Nearest first. */
  readonly files: readonly LayerFile[];
  /** Changes whenever its files do; 0 where there are none. */
  readonly revision: number;
}

export interface GlossaryLayers {
  /** The layers that count in a folder of a project. */
  readonly find: (folder: string, project: Project) => Promise<LayerStack>;
  /** The names under `glossaries:` where nothing is found, or nothing that is read. */
  readonly missing: (project: Project) => Promise<readonly LayerProblem[]>;
  /** Whether a file is, or would be, one of the layers that were found so far. */
  readonly has: (uri: string) => boolean;
  /** Reads everything anew when next asked. A file that is broken by then keeps its last good state. */
  readonly reset: () => void;
}

/** No layers at all. */
export const NO_LAYERS: LayerStack = Object.freeze({ files: [], revision: 0 });

/** A glossary with a stack of layers above it; the glossary itself where there are none. */
export function withLayers(base: Glossary, { files, revision }: LayerStack): Glossary {
  return files.length === 0 ? base : layeredGlossary(base, files, base.revision + revision);
}

/** What facts of one's own name and nobody knows, in their files, by the glossary with these layers. */
export function unresolvedNames(
  glossary: Glossary,
  { files }: LayerStack,
): readonly { readonly file: LayerFile; readonly problems: readonly LayerProblem[] }[] {
  return files.flatMap(file => {
    const problems = file.knowledge === undefined ? [] : unresolvedIn(file.knowledge, glossary);
    return problems.length === 0 ? [] : [{ file, problems }];
  });
}

/**
 * Finds layers. `home`: the folder in which the writer's own `.immunogloss/` is; `store`: where what was read is kept from
 * session to session.
 */
export function createGlossaryLayers(files: Files, home: string | null, store?: LayerStore): GlossaryLayers {
  const reader = createLayerReader(files, store);
  const names = createGlossaryNames(files);
  const stackOf = createStacks();

  return {
    async find(folder, project) {
      const origins: Origin[] = [];
      const add = (layer: Origin['layer'], uris: readonly string[]) => {
        for (const uri of uris) if (!origins.some(each => each.uri === uri)) origins.push({ layer, uri });
      };
      for (const at of await names.wayFrom(folder)) {
        const below =
          project.folder !== null && at !== project.folder && pathWithin(project.folder, at) !== null;
        if (at !== home)
          add(below ? 'folder' : 'workspace', await names.glossariesIn(resolvePath(at, GLOSSARY_FOLDER)));
      }
      for (const each of project.glossaries) add('workspace', await names.resolved(each, project));
      if (home !== null) add('user', await names.glossariesIn(resolvePath(home, GLOSSARY_FOLDER)));
      return stackOf(await Promise.all(origins.map(reader.read)));
    },
    async missing(project) {
      const problems: LayerProblem[] = [];
      for (const each of project.glossaries) {
        if ((await names.resolved(each, project)).length > 0) continue;
        const { path, start, end } = each;
        const isOutside = await leadsOut(resolvePath(project.folder!, path), project.folder!, files);
        const message = isOutside
          ? `"${path}" is a link that leads out of the folder of immunogloss.yaml: only files inside it are read.`
          : `There is no glossary "${path}", neither here nor in node_modules.`;
        problems.push({ start, end, severity: 'warning', message });
      }
      return problems;
    },
    has: uri => names.isNamed(uri) || (nameOf(parentOf(uri)) === GLOSSARY_FOLDER && isGlossary(nameOf(uri))),
    reset() {
      reader.reset();
      names.reset();
    },
  };
}

/** Makes stacks of files: the same one as long as none of them changes. */
function createStacks(): (files: readonly LayerFile[]) => LayerStack {
  /** The last stack of the same files, by their names. */
  const stacks = new Map<string, LayerStack>();
  let revision = 0;
  return files => {
    if (files.length === 0) return NO_LAYERS;
    const name = files.map(({ origin }) => `${origin.layer} ${origin.uri}`).join('\n');
    const last = stacks.get(name);
    if (last?.files.every((file, index) => file === files[index])) return last;
    revision += 1;
    const stack = { files, revision };
    stacks.set(name, stack);
    return stack;
  };
}

/** Which glossary files there are, by their addresses. What was listed is remembered until the next `reset`. */
interface GlossaryNames {
  /** A folder and those above it. */
  readonly wayFrom: (folder: string) => Promise<readonly string[]>;
  /** The glossary files in a folder. */
  readonly glossariesIn: (folder: string) => Promise<readonly string[]>;
  /** The files behind a name under `glossaries:`. A path from the project's folder, else one in `node_modules`. */
  readonly resolved: (declared: DeclaredFile, project: Project) => Promise<readonly string[]>;
  /** Whether a file is, or would be, one that a name led to so far. */
  readonly isNamed: (uri: string) => boolean;
  readonly reset: () => void;
}

function createGlossaryNames(files: Files): GlossaryNames {
  const named = new Set<string>();
  let listings = new Map<string, Promise<readonly string[]>>();
  let ways = new Map<string, Promise<readonly string[]>>();

  function wayFrom(folder: string): Promise<readonly string[]> {
    const way = ways.get(folder) ?? foldersFrom(files, folder);
    ways.set(folder, way);
    return way;
  }

  function glossariesIn(folder: string): Promise<readonly string[]> {
    let listing = listings.get(folder);
    if (listing === undefined) {
      listing = files
        .list(folder)
        .then(entries =>
          entries.filter(({ kind, name }) => kind === 'file' && isGlossary(name)).map(({ uri }) => uri),
        );
      listings.set(folder, listing);
    }
    return listing;
  }

  async function resolved({ path }: DeclaredFile, { folder }: Project): Promise<readonly string[]> {
    if (folder === null) return [];
    const own = resolvePath(folder, path);
    named.add(own);
    if (await leadsOut(own, folder, files)) return [];
    const packages = (await wayFrom(folder)).map(at => resolvePath(at, `node_modules/${path}`));
    for (const uri of [own, ...packages]) {
      const kind = await files.kind(uri);
      if (kind === 'file') {
        named.add(uri);
        return [uri];
      }
      if (kind === 'folder') return inFolder(uri);
    }
    return [];
  }

  /** A package's files called `glossary`, or all glossary files of a folder that is none. */
  async function inFolder(folder: string): Promise<readonly string[]> {
    const found = await glossariesIn(folder);
    const isPackage = found.some(uri => nameOf(uri) === 'package.json');
    const taken = isPackage ? found.filter(uri => /^glossary\.[^.]+$/i.test(nameOf(uri))) : found;
    for (const uri of taken) named.add(uri);
    return taken;
  }

  return {
    wayFrom,
    glossariesIn,
    resolved,
    isNamed: uri => named.has(uri),
    reset() {
      listings = new Map();
      ways = new Map();
    },
  };
}

/** Whether a file in a glossary's folder is one: the baseline stands there too. */
function isGlossary(name: string): boolean {
  return name !== BASELINE_NAME && GLOSSARY_ENDINGS.some(ending => name.toLowerCase().endsWith(ending));
}
