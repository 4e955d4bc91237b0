/** Where Node finds the glossary that ships with us: the folder `glossary/`, the same in checkout and package. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GlossaryFiles } from '../core/index.ts';
import { lazily } from '../core/lazily.ts';

/** The glossary's files on a disk. */
export interface GlossaryFolder extends GlossaryFiles {
  /** The content of one of them as it is now. Throws where it cannot be read. */
  readonly bytes: (name: string) => Uint8Array;
  /** The size in bytes of some of them together, and when the last of them was written, in ms. Throws where one is gone. */
  readonly state: (names: readonly string[]) => { readonly size: number; readonly written: number };
}

/**
 * Finds the glossary's files; each is read when it is asked for.
 * `from`: a folder beside or below which we run; the nearest `glossary/` with abbreviations upwards is read.
 * Throws an `Error` when there is none: then the installation is broken.
 */
export function readGlossaryFiles(from: string = __dirname): GlossaryFolder {
  const folder = findGlossaryFolder(from);
  if (folder === undefined) throw new Error(`No glossary folder at or above ${from}.`);
  const texts = new Map<string, () => string>();
  const find = (within: string) => {
    for (const file of readdirSync(folder + sep + within, { withFileTypes: true })) {
      const name = within + file.name;
      if (file.isDirectory() && name !== 'schema') find(`${name}/`);
      else if (file.isFile())
        texts.set(
          name,
          lazily(() => readFileSync(join(folder, name), 'utf8')),
        );
    }
  };
  find('');
  return {
    keys: () => texts.keys(),
    get: name => texts.get(name)?.(),
    bytes: name => readFileSync(join(folder, name)),
    state(names) {
      let size = 0;
      let written = 0;
      for (const name of names) {
        const found = statSync(`${folder}${sep}${name}`);
        size += found.size;
        written = Math.max(written, found.mtimeMs);
      }
      return { size, written };
    },
  };
}

/** Where the rules' pages are that ship beside the glossary, as a URI that ends with a slash; `null` without them. */
export function rulePages(from: string = __dirname): string | null {
  const folder = findGlossaryFolder(from);
  if (folder === undefined) return null;
  const pages = join(dirname(folder), 'docs', 'rules');
  return existsSync(pages) ? pathToFileURL(`${pages}${sep}`).href : null;
}

function findGlossaryFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'glossary');
    if (existsSync(join(candidate, 'abbreviations'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}
