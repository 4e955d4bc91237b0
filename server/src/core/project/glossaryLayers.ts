/**
 * The glossary files that count for a manuscript, nearest first: those in `.immunogloss/` of its folder and
 * the folders above it, those that the project file names under `glossaries:`, then the writer's own.
 */

import { GLOSSARY_ENDINGS, type LayerContent, parseLayerFile } from '../glossary/layerFile.ts';
import type { LayerProblem } from '../glossary/layerRows.ts';
import { type Layer, layeredGlossary, withOrigin } from '../glossary/layers.ts';
import { unresolvedIn } from '../therapies/layers.ts';
import type { Glossary, Origin } from '../types.ts';
import { nameOf, parentOf, pathWithin, resolvePath } from './addresses.ts';
import { BASELINE_NAME } from './baselines.ts';
import { foldersFrom } from './discover.ts';
import { type Files, leadsOut } from './files.ts';
import type { DeclaredFile, Project } from './project.ts';

/** The folder whose files are glossaries: in a workspace, or in the writer's home. */
export const GLOSSARY_FOLDER = '.immunogloss';

/** A glossary file as it is now. */
export interface LayerFile extends Layer {
  /** Its text, for the places of `problems`; empty where there can be none, as it may be as large as all else. */
  readonly text: string;
  /** What is wrong in it. After an `error` its entries are those of its last good state. */
  readonly problems: readonly LayerProblem[];
}

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

/** Finds layers. `home`: the folder in which the writer's own `.immunogloss/` is. */
export function createGlossaryLayers(files: Files, home: string | null): GlossaryLayers {
  /** What was last read of each file. */
  const known = new Map<string, LayerFile>();
  const prints = new Map<string, string>();
  /** Which reading of each file that was: an earlier one that ends later says nothing. */
  const latest = new Map<string, number>();
  let readings = 0;
  /** The last stack of the same files, by their names. */
  const stacks = new Map<string, LayerStack>();
  let revision = 0;
  const named = new Set<string>();
  let reading = new Map<string, Promise<LayerFile>>();
  let listings = new Map<string, Promise<readonly string[]>>();
  let ways = new Map<string, Promise<readonly string[]>>();

  /** A folder and those above it. */
  function wayFrom(folder: string): Promise<readonly string[]> {
    const way = ways.get(folder) ?? foldersFrom(files, folder);
    ways.set(folder, way);
    return way;
  }

  async function find(folder: string, project: Project): Promise<LayerStack> {
    const origins: Origin[] = [];
    const add = (layer: Origin['layer'], uris: readonly string[]) => {
      for (const uri of uris) if (!origins.some(each => each.uri === uri)) origins.push({ layer, uri });
    };
    const around = await wayFrom(folder);
    for (const at of around) {
      const below =
        project.folder !== null && at !== project.folder && pathWithin(project.folder, at) !== null;
      if (at !== home)
        add(below ? 'folder' : 'workspace', await glossariesIn(resolvePath(at, GLOSSARY_FOLDER)));
    }
    for (const each of project.glossaries) add('workspace', await resolved(each, project));
    if (home !== null) add('user', await glossariesIn(resolvePath(home, GLOSSARY_FOLDER)));
    return stackOf(await Promise.all(origins.map(readOnce)));
  }

  function stackOf(found: readonly LayerFile[]): LayerStack {
    if (found.length === 0) return NO_LAYERS;
    const name = found.map(({ origin }) => `${origin.layer} ${origin.uri}`).join('\n');
    const last = stacks.get(name);
    if (last?.files.every((file, index) => file === found[index])) return last;
    revision += 1;
    const stack = { files: found, revision };
    stacks.set(name, stack);
    return stack;
  }

  function readOnce(origin: Origin): Promise<LayerFile> {
    const name = `${origin.layer} ${origin.uri}`;
    const file = reading.get(name) ?? read(origin, name);
    reading.set(name, file);
    return file;
  }

  async function read(origin: Origin, name: string): Promise<LayerFile> {
    readings += 1;
    const reading = readings;
    const content = await files.read(origin.uri);
    const before = known.get(name);
    if (before !== undefined && reading < (latest.get(name) ?? 0)) return before;
    latest.set(name, reading);
    const text = 'text' in content ? content.text : '';
    const print = fingerprint(text);
    const isSame = prints.get(name) === print;
    prints.set(name, print);
    if (before !== undefined && text !== '' && isSame) return before;
    const rows = 'text' in content ? rowsOf(text, origin.uri) : unreadable(content.problem.message);
    // An empty file, or still none that can be read.
    if (before !== undefined && isSame && sameProblems(before.problems, rows.problems)) return before;
    const { entries, knowledge } = isBroken(rows)
      ? (before ?? NO_ROWS)
      : { entries: withOrigin(rows.entries, origin), knowledge: rows.knowledge };
    const hasPlaces = rows.problems.length > 0 || knowledge !== undefined;
    const file = { origin, text: hasPlaces ? text : '', entries, knowledge, problems: rows.problems };
    known.set(name, file);
    return file;
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

  /** The files behind a name under `glossaries:`. A path from the project's folder, else one in `node_modules`. */
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
    find,
    async missing(project) {
      const problems: LayerProblem[] = [];
      for (const each of project.glossaries) {
        if ((await resolved(each, project)).length > 0) continue;
        const { path, start, end } = each;
        const isOutside = await leadsOut(resolvePath(project.folder!, path), project.folder!, files);
        const message = isOutside
          ? `"${path}" is a link that leads out of the folder of immunogloss.yaml: only files inside it are read.`
          : `There is no glossary "${path}", neither here nor in node_modules.`;
        problems.push({ start, end, severity: 'warning', message });
      }
      return problems;
    },
    has: uri => named.has(uri) || (nameOf(parentOf(uri)) === GLOSSARY_FOLDER && isGlossary(nameOf(uri))),
    reset() {
      reading = new Map();
      listings = new Map();
      ways = new Map();
    },
  };
}

/** Characters beyond which no glossary is read: parsing would keep the editor waiting. */
const MOST_CHARACTERS = 20_000_000;

function rowsOf(text: string, uri: string): LayerContent {
  if (text.length <= MOST_CHARACTERS) return parseLayerFile(text, uri);
  return unreadable('has more than 20 million characters: split it');
}

const NO_ROWS: LayerContent = { entries: [], places: [], problems: [] };

/** Whether a file in a glossary's folder is one: the baseline stands there too. */
function isGlossary(name: string): boolean {
  return name !== BASELINE_NAME && GLOSSARY_ENDINGS.some(ending => name.toLowerCase().endsWith(ending));
}

function isBroken({ problems }: LayerContent): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function unreadable(message: string): LayerContent {
  return {
    ...NO_ROWS,
    problems: [{ start: 0, end: 0, severity: 'error', message: `The glossary ${message}.` }],
  };
}

/** Tells the states of one file apart, by 64 bits and the length. */
function fingerprint(text: string): string {
  let [first, second] = [0x811c9dc5, 0x2f0b4a27];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x9e3779b1) ^ (second >>> 15);
  }
  return `${text.length} ${first} ${second}`;
}

function sameProblems(a: readonly LayerProblem[], b: readonly LayerProblem[]): boolean {
  return a.length === b.length && a.every(({ message }, index) => message === b[index]!.message);
}
