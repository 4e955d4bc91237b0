/** Which files are manuscripts: not every Markdown file is one. */
import picomatch from 'picomatch/posix';
import { formatOf } from '../prose/formats.ts';
import { nameOf, pathWithin, resolvePath } from './addresses.ts';
import type { Files } from './files.ts';
import type { Project } from './project.ts';

/** Files about a repository, whatever their ending. */
const ABOUT_THE_REPOSITORY =
  /^(?:readme|changelog|changes|history|licen[cs]e|copying|notice|contributing|contributors|authors|code_of_conduct|security|support|governance|maintainers|citation|todo|claude|agents)(?:[.\-_].*)?$/i;

/** What templates of manuscripts bring along, Manubot's among them. */
const ABOUT_THE_TEMPLATE = /^(?:setup|usage|install(?:ation)?)\.md$/i;

/** Formats that hold all sorts of things: a file of theirs is a manuscript only where somebody says so. */
const ON_REQUEST = new Set(['plaintext', 'html', 'xml', 'jats', 'jats-xml']);

/** The language id of a file, as an editor names it, where its ending alone tells more than its format. */
const LANGUAGE_OF_ENDING: readonly (readonly [string, string])[] = [
  ['.qmd', 'quarto'],
  ['.rmd', 'rmd'],
];

/** The language id of a file by its name; plain text where its ending says nothing. */
export function languageOfFile(uri: string): string {
  const name = nameOf(uri).toLowerCase();
  const byEnding = LANGUAGE_OF_ENDING.find(([ending]) => name.endsWith(ending));
  if (byEnding !== undefined) return byEnding[1];
  const format = formatOf('', name);
  return format.languageIds[0] ?? format.id;
}

/** Whether we know what a file is by the ending of its name. */
export function hasKnownEnding(uri: string): boolean {
  const name = nameOf(uri).toLowerCase();
  return formatOf('', name).extensions.some(ending => name.endsWith(ending));
}

/** Folders into which no search for manuscripts goes. */
function isHiddenFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * Says which files that nobody named are manuscripts to lint: by format and name, unless `include` or
 * `exclude` of their project say otherwise (`exclude` wins). Made once for a project, asked for each file.
 */
export function manuscriptFilter(project: Project): (uri: string, languageId?: string) => boolean {
  const isExcluded = matcher(project.exclude.flatMap(withContents));
  const isIncluded = matcher(project.include.flatMap(withContents));
  return (uri, languageId = '') => {
    const path = project.folder === null ? null : pathWithin(project.folder, uri);
    if (path !== null) {
      if (isExcluded(path)) return false;
      if (isIncluded(path)) return true;
    }
    const name = nameOf(uri);
    if (ABOUT_THE_REPOSITORY.test(name) || ABOUT_THE_TEMPLATE.test(name) || name.startsWith('.'))
      return false;
    const format = formatOf(languageId, name);
    return !ON_REQUEST.has(format.id) && (languageId !== '' || hasKnownEnding(uri));
  };
}

/** Matches paths with `/`, seen from where the globs are. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const own = globs.map(glob => glob.replace(/^\.\//, ''));
  try {
    return picomatch([...own], { dot: true });
  } catch {
    return path => own.includes(path);
  }
}

/** A glob that matches a folder matches all that is in it. */
function withContents(glob: string): readonly string[] {
  const own = glob.replace(/\/$/, '');
  return [own, `${own}/**`];
}

/** Every file below a folder that `takes` takes, by name, folders among the files; hidden folders are left out. */
export async function* walk(
  files: Files,
  folder: string,
  takes: (uri: string, folder: string) => boolean | Promise<boolean>,
): AsyncGenerator<string> {
  for (const entry of await files.list(folder)) {
    if (entry.kind === 'folder') {
      if (!isHiddenFolder(entry.name)) yield* walk(files, entry.uri, takes);
    } else if (await takes(entry.uri, folder)) {
      yield entry.uri;
    }
  }
}

/** Whether a path is a glob rather than the path of one file. */
export function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}

/**
 * The files that match a glob, seen from a folder, by name. A glob names what it matches, so any file is
 * taken whose ending we know; hidden folders only where the glob itself names them.
 */
export async function expandGlob(files: Files, folder: string, glob: string): Promise<readonly string[]> {
  const { base, glob: rest } = picomatch.scan(glob);
  const from = base === '' ? folder : resolvePath(folder, base);
  const matches = matcher([rest]);
  const found: string[] = [];
  for await (const uri of walk(
    files,
    from,
    uri => matches(pathWithin(from, uri) ?? '') && hasKnownEnding(uri),
  )) {
    found.push(uri);
  }
  return found;
}
