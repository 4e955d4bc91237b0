/**
 * Finds the manuscript of a file where no project file declares it, by the arrangement of its folder:
 * Manubot's numbered files, a publishing tool's table of contents, or a document that includes the file.
 */
import { formatOf } from '../prose/formats.ts';
import { readDocument } from '../prose/reading.ts';
import { nameOf, parentOf, resolvePath } from './addresses.ts';
import { existingFile, type Files } from './files.ts';
import { findInclusion } from './inclusions.ts';
import { type ManuscriptFiles, type ManuscriptProblem, manuscriptOf } from './manuscripts.ts';
import type { DeclaredFile } from './project.ts';
import { configurationNodes, type TableOfContents, tablesOfContents } from './tablesOfContents.ts';

/** Finds the manuscript that a file is a part of, without what its files include; `null` where it stands alone. */
export type ManuscriptDetector = (uri: string) => Promise<ManuscriptFiles | null>;

/** How many folders upwards the document that includes a file may stand. */
const LEVELS_TO_ROOT = 3;
/** Documents beyond this many in one folder aren't searched for inclusions: it is no manuscript's folder. */
const MAX_ROOTS = 50;

/** Each folder is looked at once; after a change on disk, make a new detector. */
export function createManuscriptDetector(files: Files): ManuscriptDetector {
  const tables = memoized((folder: string) => tableIn(folder, files));
  const numbered = memoized((folder: string) => numberedIn(folder, files));
  const inclusions = memoized((folder: string) => inclusionsIn(folder, files));
  const isBoundary = memoized(async (folder: string) => {
    return parentOf(folder) === folder || (await files.kind(resolvePath(folder, '.git'))) !== null;
  });

  const way = memoized((folder: string) => upwards(folder, isBoundary));

  /** The document that names a file as a part of it, or that the file names as its root. */
  const above = async (uri: string): Promise<string | null> => {
    if (!(await mayBePart(uri, files))) return null;
    const named = await namedRoot(uri, files);
    if (named !== null) return named;
    const folders = await way(parentOf(uri));
    for (const folder of folders.slice(0, LEVELS_TO_ROOT + 1)) {
      const including = (await inclusions(folder)).get(uri);
      if (including !== undefined) return including;
    }
    return null;
  };
  /** The document at the top; the file itself where none is above, and where they go in circles. */
  const topOf = async (uri: string): Promise<string> => {
    const way = [uri];
    for (let next = await above(uri); next !== null; next = await above(next)) {
      if (way.includes(next)) return uri;
      way.push(next);
    }
    return way.at(-1)!;
  };

  return async uri => {
    const top = await topOf(uri);
    const parts = NUMBERED.test(nameOf(top)) ? await numbered(parentOf(top)) : null;
    if (parts?.uris.includes(top)) return parts;
    for (const folder of await way(parentOf(top))) {
      const table = await tables(folder);
      if (table?.uris.includes(top)) return table;
      if (table !== null) break;
    }
    return top === uri ? null : manuscriptOf([top]);
  };
}

/** A folder and those above it, up to the repository or the file system's root. */
async function upwards(
  folder: string,
  isBoundary: (folder: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const folders = [folder];
  for (let at = folder; !(await isBoundary(at)); ) {
    at = parentOf(at);
    folders.push(at);
  }
  return folders;
}

/** `02.results.md`, `02a_Results.md`, `2-results.md`, `04.2D_culture.md`; no date. */
const NUMBERED = /^\d\d?[a-z]?[._ -]((?:\D|\d[a-z]).*)\.md$/i;
const SECTION =
  /^[ _-]?(?:abstract|summary|introduction|background|(?:materials[ _-]and[ _-])?methods|results|discussion|conclusions?)\b/i;

/**
 * Numbered files of one folder, in the order of their names: Manubot's `content/` (manubot.org, "Manuscript files"), and any
 * other folder where at least two of them are called as the sections of a manuscript are.
 */
async function numberedIn(folder: string, files: Files): Promise<ManuscriptFiles | null> {
  const entries = await files.list(folder);
  const parts = entries.filter(({ kind, name }) => kind === 'file' && NUMBERED.test(name));
  const sections = parts.filter(({ name }) => SECTION.test(NUMBERED.exec(name)?.[1] ?? ''));
  const belong = nameOf(folder) === 'content' ? parts.length > 1 : sections.length > 1;
  return belong ? manuscriptOf(parts.map(entry => entry.uri)) : null;
}

async function tableIn(folder: string, files: Files): Promise<ManuscriptFiles | null> {
  for (const table of tablesOfContents) {
    for (const name of table.names) {
      const uri = resolvePath(folder, name);
      if ((await files.kind(uri)) !== 'file') continue;
      const content = await files.read(uri);
      if ('problem' in content) continue;
      const listing = await table.read(configurationNodes(content.text), folder, files);
      if (listing !== null && listing.length > 0) return listed(listing, table, uri, files);
    }
  }
  return null;
}

async function listed(
  listing: readonly DeclaredFile[],
  { endings }: TableOfContents,
  configuration: string,
  files: Files,
): Promise<ManuscriptFiles> {
  const uris = new Set<string>();
  const problems: ManuscriptProblem[] = [];
  for (const { path, start, end } of listing) {
    const paths = ['', ...endings].map(ending => path + ending);
    const uri = await firstFile(parentOf(configuration), paths, files);
    if (uri !== null) uris.add(uri);
    else {
      const message = `There is no file "${path}".`;
      problems.push({ uri: configuration, start, end, rule: 'missing-file', message });
    }
  }
  return { ...manuscriptOf([...uris]), problems };
}

async function firstFile(folder: string, paths: readonly string[], files: Files): Promise<string | null> {
  for (const path of paths) {
    const uri = await existingFile(folder, path, files);
    if (uri !== null) return uri;
  }
  return null;
}

/** Whether a file can be a part of another: LaTeX that is no document itself, Markdown named `_part.qmd`. */
async function mayBePart(uri: string, files: Files): Promise<boolean> {
  const name = nameOf(uri);
  switch (formatOf('', name).id) {
    case 'latex':
      return !isDocument(await textOf(uri, files));
    case 'markdown':
      return name.startsWith('_');
    default:
      return false;
  }
}

/** Whether LaTeX is a document of its own, and not one that `subfiles` makes a part. */
function isDocument(text: string): boolean {
  return text.includes('\\documentclass') && !SUBFILE.test(text.slice(0, HEAD));
}

/** Where a file says what it belongs to, in UTF-16 units. */
const HEAD = 2000;
const SUBFILE = /\\documentclass[ \t]{0,9}\[([^[\]\r\n]{0,300})\][ \t]{0,9}\{subfiles\}/;
const ROOT_COMMENT = /^[ \t]*%+[ \t]*!TE?X[ \t]+root[ \t]*=[ \t]*([^\r\n]+)$/im;

/** LaTeX editors' comment `% !TEX root = main.tex`, and the root that `subfiles` names. */
async function namedRoot(uri: string, files: Files): Promise<string | null> {
  const head = (await textOf(uri, files)).slice(0, HEAD);
  const path = (ROOT_COMMENT.exec(head) ?? SUBFILE.exec(head))?.[1]?.trim();
  if (!path || formatOf('', nameOf(uri)).id !== 'latex') return null;
  return firstFile(parentOf(uri), [path, `${path}.tex`], files);
}

/** For each file that documents of a folder include, on whatever way: the document. */
async function inclusionsIn(folder: string, files: Files): Promise<ReadonlyMap<string, string>> {
  const entries = (await files.list(folder)).filter(
    entry => entry.kind === 'file' && includes(entry.name) && !entry.name.startsWith('_'),
  );
  const rootOf = new Map<string, string>();
  for (const { uri } of entries.slice(0, MAX_ROOTS)) {
    const text = await textOf(uri, files);
    if (formatOf('', nameOf(uri)).id === 'latex' && !isDocument(text)) continue;
    const waiting = [uri];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const target of targetsOf(await textOf(at, files), at)) {
        const found = await findInclusion(target, at, uri, files);
        if (found === null || found === uri || rootOf.has(found)) continue;
        rootOf.set(found, uri);
        waiting.push(found);
      }
    }
  }
  return rootOf;
}

/** Formats in which a file can include another. */
function includes(name: string): boolean {
  return ['latex', 'markdown'].includes(formatOf('', name).id);
}

async function textOf(uri: string, files: Files): Promise<string> {
  const content = await files.read(uri);
  return 'problem' in content ? '' : content.text;
}

function targetsOf(text: string, uri: string): readonly string[] {
  // Most documents include nothing, and needn't be read for that.
  if (!/\\(?:sub)?(?:input|include|import|file)|\{\{<\s*include/.test(text)) return [];
  const { blocks } = readDocument(formatOf('', nameOf(uri)), text);
  return blocks.flatMap(block => (block.inclusions ?? []).map(each => each.target));
}

function memoized<T>(make: (folder: string) => Promise<T>): (folder: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return folder => {
    let value = made.get(folder);
    if (value === undefined) {
      value = make(folder);
      made.set(folder, value);
    }
    return value;
  };
}
