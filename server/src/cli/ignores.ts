/** What `check` tells of entries of `ignore:` that silence nothing. */
import {
  configurationOf,
  filesOfProject,
  type IgnoredFinding,
  type LoadedProject,
  type Severity,
  unusedIgnores,
} from '../core/index.ts';
import { blockingNodeFiles } from '../node/index.ts';
import { shownPath } from './inputs.ts';
import { Lines } from './lines.ts';
import type { Terminal } from './output.ts';
import type { ManuscriptReport } from './report.ts';

/** A run reads the files that it is given: of a larger project it can't say what is unused. */
const MOST_FILES = 10_000;

/** Gathers over a run what project files silence. */
export class ProjectIgnores {
  readonly #silenced = new Map<LoadedProject, IgnoredFinding[]>();
  /** All that was read. */
  readonly #uris = new Set<string>();

  add({ loaded, silenced, documents }: ManuscriptReport): void {
    for (const { analysis } of documents) this.#uris.add(analysis.document.uri);
    if (loaded.project.ignore.length === 0) return;
    const all = this.#silenced.get(loaded) ?? [];
    this.#silenced.set(loaded, all);
    for (const each of silenced) all.push(each);
  }

  /**
   * Tells of each entry that silences nothing, where the run has read all that its project holds; answers whether any
   * was told.
   */
  async complain(terminal: Terminal, counted: ReadonlySet<Severity>): Promise<boolean> {
    let told = false;
    for (const [{ project, text }, silenced] of this.#silenced) {
      const unused = unusedIgnores(project, silenced, configurationOf(project)).filter(({ severity }) =>
        counted.has(severity),
      );
      if (unused.length === 0) continue;
      const files = await filesOfProject(project, blockingNodeFiles, MOST_FILES);
      if (files?.every(uri => this.#uris.has(uri)) !== true) continue;
      const lines = new Lines(text);
      for (const { start, message } of unused) {
        const { line, column } = lines.at(start);
        terminal.complain(`${shownPath(project.uri!)}:${line}:${column}: ${message}`);
        told = true;
      }
    }
    return told;
  }
}
