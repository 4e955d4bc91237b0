/**
 * The bibliography of a manuscript, as its own files name it: Pandoc's and Quarto's front matter
 * (pandoc.org/MANUAL.html, "Specifying bibliographic data"), LaTeX's `\bibliography` and `\addbibresource`,
 * Typst's `#bibliography`, Org's `#+bibliography:`, `_quarto.yml`, `_bookdown.yml` and `myst.yml`.
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { bibliographyFormat } from '../citations/referenceEdit.ts';
import { frontMatterOf } from '../frontMatter.ts';
import type { Analysis } from '../types.ts';
import { parentOf, resolvePath } from './addresses.ts';
import type { Files } from './files.ts';
import { configurationNodes } from './tablesOfContents.ts';

const NAMED_IN_TEXT: Readonly<Record<string, RegExp>> = {
  latex: /\\%|%[^\n]*|\\(?:bibliography|addbibresource)(?:\[[^[\]\n\\]*\])?\{([^{}\n\\]*)\}/g,
  typst: /^[ \t]*#bibliography\([ \t]*"([^"\n]{1,500})"/gm,
  org: /^#\+bibliography:[ \t]*"?([^"\n]{1,500})/gim,
};
const CONFIGURATIONS = ['_quarto.yml', '_quarto.yaml', '_bookdown.yml', 'myst.yml', 'myst.yaml'];
/** How many folders upwards a configuration may stand. */
const LEVELS = 3;

/**
 * The bibliographies that a manuscript names, that exist and can be added to, in their order: those that one of its
 * documents names, else those of its project's configuration. Empty where there are none.
 */
export async function findBibliographies(
  analyses: readonly Analysis[],
  files: Files,
): Promise<readonly string[]> {
  const [first] = analyses;
  if (first === undefined) return [];
  const root = folderOf(first);
  const named = new Set<string>();
  for (const analysis of analyses) {
    const { document, format } = analysis;
    const names = [...inFrontMatter(document.text), ...inText(document.text, format.id)];
    for (const folder of new Set([folderOf(analysis), root])) {
      for (const uri of await existing(folder, names, files)) named.add(uri);
    }
  }
  for (let folder = root, level = 0; named.size === 0 && level <= LEVELS; level++) {
    for (const name of CONFIGURATIONS) {
      const content = await files.read(resolvePath(folder, name));
      if (!('text' in content)) continue;
      for (const uri of await existing(folder, namesAt(configurationNodes(content.text)), files))
        named.add(uri);
    }
    folder = parentOf(folder);
  }
  return [...named];
}

/** The folder of the file that a document is, or is a cell of. */
function folderOf({ document }: Analysis): string {
  return parentOf(document.notebook ?? document.uri);
}

async function existing(folder: string, names: readonly string[], files: Files): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    const uri = resolvePath(folder, name);
    if (bibliographyFormat(name) !== undefined && (await files.kind(uri)) === 'file') found.push(uri);
  }
  return found;
}

function inFrontMatter(text: string): readonly string[] {
  const front = frontMatterOf(text);
  return front === undefined ? [] : namesAt(configurationNodes(text.slice(front.start, front.end)));
}

function inText(text: string, format: string): readonly string[] {
  const pattern = NAMED_IN_TEXT[format];
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '')
      .map(name => (format === 'latex' && !/\.\w+$/.test(name) ? `${name}.bib` : name)),
  );
}

/** What `bibliography:` names: one file or a list; in MyST's configuration below `project:`. */
function namesAt(root: Node | null): readonly string[] {
  if (!isMap(root)) return [];
  const value = root.get('bibliography', true) as Node | undefined;
  if (value === undefined) return namesAt((root.get('project', true) as Node | undefined) ?? null);
  const nodes = isSeq(value) ? (value.items as Node[]) : [value];
  return nodes.flatMap(node => (isScalar(node) && typeof node.value === 'string' ? [node.value] : []));
}
