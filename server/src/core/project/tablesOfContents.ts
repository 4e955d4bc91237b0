/**
 * The files that a publishing tool reads as one book or article, in the order of its own configuration.
 *
 * Quarto: quarto.org/docs/reference/projects/books.html (`book: chapters, appendices`).
 * bookdown: bookdown.org/yihui/bookdown/usage.html (`rmd_files`; without it, all in the folder by name).
 * MyST: mystmd.org/guide/table-of-contents (`project: toc`).
 * Jupyter Book 1: jupyterbook.org/en/stable/structure/toc.html (`_toc.yml`).
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { readYaml } from '../yaml.ts';
import type { Files } from './files.ts';
import type { DeclaredFile } from './project.ts';

/** What a configuration lists, as it is written there. `null`: it says nothing of an order. */
export type Listing = readonly DeclaredFile[] | null;

/** A tool's configuration: the names that its file may have, and how it is read. */
export interface TableOfContents {
  readonly names: readonly string[];
  /** @param folder the folder that the configuration stands in */
  readonly read: (root: Node | null, folder: string, files: Files) => Promise<Listing>;
  /** Endings that an entry may leave out. */
  readonly endings: readonly string[];
}

export const tablesOfContents: readonly TableOfContents[] = [
  { names: ['_quarto.yml', '_quarto.yaml'], endings: [], read: async root => quarto(root) },
  { names: ['_bookdown.yml'], endings: [], read: bookdown },
  { names: ['myst.yml', 'myst.yaml'], endings: ['.md', '.ipynb', '.tex'], read: async root => myst(root) },
  { names: ['_toc.yml'], endings: ['.md', '.ipynb', '.rst'], read: async root => jupyterBook(root) },
];

/** Characters beyond which no configuration is read: parsing would keep the editor waiting. */
const MOST_CHARACTERS = 1_000_000;

/** The nodes of a configuration; `null` where it is huge or its syntax is broken, which its own tool will say. */
export function configurationNodes(text: string): Node | null {
  if (text.length > MOST_CHARACTERS) return null;
  const { contents, errors } = readYaml(text);
  return errors.length > 0 ? null : contents;
}

function quarto(root: Node | null): Listing {
  const book = valueAt(root, 'book');
  const chapters = valueAt(book, 'chapters');
  if (chapters === null) return null;
  return [...quartoEntries(chapters), ...quartoEntries(valueAt(book, 'appendices'))];
}

/** A chapter is a file, or a part: a file or just a title, with chapters below it. */
function quartoEntries(node: Node | null): DeclaredFile[] {
  return itemsOf(node).flatMap(item => {
    if (isScalar(item)) return fileAt(item);
    const part = fileAt(valueAt(item, 'part')).filter(({ path }) => /\.\w+$/.test(path));
    return [...part, ...fileAt(valueAt(item, 'file')), ...quartoEntries(valueAt(item, 'chapters'))];
  });
}

async function bookdown(root: Node | null, folder: string, files: Files): Promise<Listing> {
  const listed = valueAt(root, 'rmd_files');
  if (listed === null) {
    const names = (await files.list(folder))
      .filter(entry => entry.kind === 'file' && /^[^_].*\.rmd$/i.test(entry.name))
      .map(entry => entry.name);
    const isIndex = (name: string) => /^index\.rmd$/i.test(name);
    const ordered = [...names.filter(isIndex), ...names.filter(name => !isIndex(name))];
    return ordered.map(path => ({ path, start: 0, end: 0 }));
  }
  // A list for each output format: they hold the same text.
  const list = isMap(listed) ? ((listed.items[0]?.value ?? null) as Node | null) : listed;
  return itemsOf(list).flatMap(fileAt);
}

function myst(root: Node | null): Listing {
  const toc = valueAt(valueAt(root, 'project'), 'toc');
  return toc === null ? null : mystEntries(toc);
}

function mystEntries(node: Node | null): DeclaredFile[] {
  return itemsOf(node).flatMap(item => [
    ...fileAt(valueAt(item, 'file')),
    ...mystEntries(valueAt(item, 'children')),
  ]);
}

function jupyterBook(root: Node | null): Listing {
  const first = fileAt(valueAt(root, 'root'));
  if (first.length === 0) return null;
  return [...first, ...jupyterEntries(root)];
}

/** Parts, chapters and sections nest; all name their own page as `file`. */
function jupyterEntries(node: Node | null): DeclaredFile[] {
  return ['parts', 'chapters', 'sections'].flatMap(level =>
    itemsOf(valueAt(node, level)).flatMap(item => [
      ...fileAt(valueAt(item, 'file')),
      ...jupyterEntries(item),
    ]),
  );
}

function valueAt(node: Node | null, key: string): Node | null {
  return isMap(node) ? ((node.get(key, true) as Node | undefined) ?? null) : null;
}

function itemsOf(node: Node | null): readonly Node[] {
  return isSeq(node) ? (node.items as Node[]) : [];
}

function fileAt(node: Node | null): DeclaredFile[] {
  if (!isScalar(node) || typeof node.value !== 'string' || node.value === '') return [];
  const [start, end] = node.range ?? [0, 0];
  return [{ path: node.value, start, end }];
}
