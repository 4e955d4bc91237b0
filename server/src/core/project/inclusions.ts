/** Files that stand inside others: `\input{…}`, `{{< include … >}}`. */
import type { Analysis, Role, Terms } from '../types.ts';
import { parentOf } from './addresses.ts';
import { existingFile, type Files } from './files.ts';
import type { ManuscriptFiles, ManuscriptProblem } from './manuscripts.ts';

/** How the documents of manuscripts are looked at. */
export interface ManuscriptSources {
  readonly files: Files;
  /**
   * The analysis of a document as it stands now, in the section of another that includes it; `null` where it
   * cannot be read. `terms`: those of the manuscript, once they are known.
   */
  readonly analysisOf: (uri: string, section: Role, terms?: Terms) => Promise<Analysis | null>;
}

/** Roles that a section or an environment gives to all that stands in it. */
const SECTIONS: ReadonlySet<Role> = new Set([
  'abstract',
  'abbreviation-list',
  'references',
  'back-matter',
  'supplement',
  'box',
  'caption',
  'table',
]);

/** The section that a file stands in which a block of this role includes. */
export function sectionWithin(role: Role): Role {
  return SECTIONS.has(role) ? role : 'body';
}

/** Adds the files that those of a manuscript include, each after the one that first includes it. */
export async function withInclusions(
  manuscript: ManuscriptFiles,
  sources: ManuscriptSources,
): Promise<ManuscriptFiles> {
  const reading = new InclusionReading(manuscript.uris, sources);
  await reading.all();
  return {
    name: manuscript.name,
    uris: reading.uris,
    included: reading.included,
    terms: await reading.shareTerms(),
    problems: [...manuscript.problems, ...reading.problems],
  };
}

/**
 * The file that an inclusion names: seen from the file that says so or, as LaTeX does, from the root; LaTeX's
 * ending may be left out. `null` where there is none.
 */
export async function findInclusion(
  target: string,
  from: string,
  root: string,
  files: Files,
): Promise<string | null> {
  for (const folder of new Set([parentOf(from), parentOf(root)])) {
    for (const name of [target, `${target}.tex`]) {
      const uri = await existingFile(folder, name, files);
      if (uri !== null) return uri;
    }
  }
  return null;
}

/** Follows inclusions depth first. A file stands where it is first met. */
class InclusionReading {
  readonly uris: string[] = [];
  readonly included = new Map<string, (string | null)[]>();
  readonly problems: ManuscriptProblem[] = [];
  readonly #roots: readonly string[];
  readonly #sources: ManuscriptSources;
  readonly #met = new Set<string>();
  readonly #read = new Map<string, { readonly analysis: Analysis; readonly section: Role }>();

  constructor(roots: readonly string[], sources: ManuscriptSources) {
    this.#roots = roots;
    this.#sources = sources;
  }

  async all(): Promise<void> {
    for (const root of this.#roots) await this.#follow(root, root, 'body', []);
  }

  /** Tells every document what the others make commands for. Where two make the same one, each has its own. */
  async shareTerms(): Promise<Terms> {
    const terms = new Map<string, string>();
    for (const { analysis } of this.#read.values()) {
      for (const [command, term] of analysis.terms) if (!terms.has(command)) terms.set(command, term);
    }
    if (terms.size === 0) return terms;
    const missing = [...this.#read].filter(([, { analysis }]) =>
      [...terms.keys()].some(command => !analysis.terms.has(command)),
    );
    if (missing.length === 0) terms.clear();
    for (const [uri, { section }] of missing) await this.#sources.analysisOf(uri, section, terms);
    return terms;
  }

  async #follow(uri: string, root: string, section: Role, path: readonly string[]): Promise<void> {
    if (this.#met.has(uri)) return;
    this.#met.add(uri);
    this.uris.push(uri);
    const analysis = await this.#sources.analysisOf(uri, section);
    if (analysis !== null) this.#read.set(uri, { analysis, section });
    const targets: (string | null)[] = [];
    const within = [...path, uri];
    for (const { start, role, block } of analysis?.blocks ?? []) {
      if (block.inclusions === undefined) continue;
      for (const inclusion of block.inclusions) {
        const place = { uri, start: start + inclusion.start, end: start + inclusion.end };
        const from = analysis?.document.notebook ?? uri;
        const target = await findInclusion(inclusion.target, from, root, this.#sources.files);
        if (target === null) {
          const message = `There is no file "${inclusion.target}".`;
          this.problems.push({ ...place, rule: 'missing-file', message });
        } else if (within.includes(target)) {
          const message = `"${inclusion.target}" includes itself, here or on the way.`;
          this.problems.push({ ...place, rule: 'circular-inclusion', message });
        } else {
          await this.#follow(target, root, sectionWithin(role), within);
        }
        targets.push(target);
      }
    }
    if (targets.length > 0) this.included.set(uri, targets);
  }
}
