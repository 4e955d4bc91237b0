/**
 * The bibliography of a manuscript, as its own files name it: Pandoc's and Quarto's front matter
 * (pandoc.org/MANUAL.html, "Specifying bibliographic data"), LaTeX's `\bibliography` and `\addbibresource`,
 * Typst's `#bibliography`, Org's `#+bibliography:`, `_quarto.yml` and `myst.yml`.
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { bibliographyFormat } from '../citations/referenceEdit.ts';
import type { Analysis } from '../types.ts';
import { type Files, parentOf, resolvePath } from './files.ts';
import { configurationNodes } from './tablesOfContents.ts';

const NAMED_IN_TEXT: Readonly<Record<string, RegExp>> = {
  latex: /\\%|%[^\n]*|\\(?:bibliography|addbibresource)(?:\[[^[\]\n\\]*\])?\{([^{}\n\\]*)\}/g,
  typst: /^[ \t]*#bibliography\([ \t]*"([^"\n]{1,500})"/gm,
  org: /^#\+bibliography:[ \t]*"?([^"\n]{1,500})/gim,
};
const CONFIGURATIONS = ['_quarto.yml', '_quarto.yaml', 'myst.yml'];
/** How many folders upwards a configuration may stand. */
const LEVELS = 3;

/** The first bibliography that a manuscript names, that exists and can be added to; `null` where there is none. */
export async function findBibliography(analyses: readonly Analysis[], files: Files): Promise<string | null> {
  const [first] = analyses;
  if (first === undefined) return null;
  const root = parentOf(first.document.uri);
  for (const { document, format } of analyses) {
    for (const folder of new Set([parentOf(document.uri), root])) {
      const found = await existing(
        folder,
        [...inFrontMatter(document.text), ...inText(document.text, format.id)],
        files,
      );
      if (found !== null) return found;
    }
  }
  for (let folder = root, level = 0; level <= LEVELS; folder = parentOf(folder), level++) {
    for (const name of CONFIGURATIONS) {
      const content = await files.read(resolvePath(folder, name));
      if (!('text' in content)) continue;
      const found = await existing(folder, namesAt(configurationNodes(content.text)), files);
      if (found !== null) return found;
    }
  }
  return null;
}

async function existing(folder: string, names: readonly string[], files: Files): Promise<string | null> {
  for (const name of names) {
    const uri = resolvePath(folder, name);
    if (bibliographyFormat(name) !== undefined && (await files.kind(uri)) === 'file') return uri;
  }
  return null;
}

function inFrontMatter(text: string): readonly string[] {
  if (!/^---[ \t]*\r?\n/.test(text)) return [];
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(3));
  return end === null ? [] : namesAt(configurationNodes(text.slice(3, 3 + end.index)));
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
