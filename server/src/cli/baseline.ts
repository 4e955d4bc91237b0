/** `check --write-baseline`, and what `check` tells of a baseline that is out of date. */
import {
  type AcceptedFinding,
  acceptedIn,
  type Baseline,
  idleEntries,
  pathInProject,
  renewedBaseline,
} from '../core/index.ts';
import { blockingNodeFiles, writeProblem, writeWhole } from '../node/index.ts';
import { shownPath } from './inputs.ts';
import type { Terminal } from './output.ts';
import type { Reading } from './reading.ts';
import type { ManuscriptReport } from './report.ts';

/** What manuscripts that share a baseline have in it, and what was found in them. */
interface Shared {
  readonly baseline: Baseline;
  readonly damaged: boolean;
  readonly folder: string;
  readonly paths: Set<string>;
  readonly used: Set<AcceptedFinding>;
  readonly found: AcceptedFinding[];
}

/** Gathers over a run what is in baselines, and what could be. */
export class Baselines {
  readonly #shared = new Map<string, Shared>();

  async add(report: ManuscriptReport, reading: Reading): Promise<void> {
    const { uri, folder } = await reading.baselineFile(report);
    const { baseline, problems } = report.baseline;
    const damaged = problems.length > 0;
    const shared: Shared = this.#shared.get(uri) ?? {
      ...{ baseline, damaged, folder },
      ...{ paths: new Set(), used: new Set(), found: [] },
    };
    this.#shared.set(uri, shared);
    for (const { analysis } of report.documents) {
      shared.paths.add(pathInProject(folder, analysis.document.uri));
    }
    for (const entry of report.sifted.used) shared.used.add(entry);
    for (const each of report.diagnostics) shared.found.push(acceptedIn(folder, each));
  }

  /** Tells how many entries are found no more in the files that were read. */
  complain(terminal: Terminal): void {
    for (const [uri, { baseline, used, paths }] of this.#shared) {
      const idle = idleEntries(baseline, used, paths).length;
      if (idle === 0) continue;
      const what = idle === 1 ? '1 accepted finding is' : `${idle} accepted findings are`;
      terminal.complain(`${shownPath(uri)}: ${what} found no more; check --write-baseline drops them`);
    }
  }

  /** Writes every baseline anew, and says so. A damaged one is left as it is. */
  async write(reading: Reading, terminal: Terminal): Promise<void> {
    for (const [uri, { baseline, damaged, folder, paths, used, found }] of this.#shared) {
      const path = shownPath(uri);
      if (damaged) {
        reading.fail(`${path} is left as it is: mend or remove it first`);
        continue;
      }
      try {
        await writeWhole(uri, await renewedBaseline(baseline, found, paths, folder, blockingNodeFiles));
      } catch (error) {
        reading.fail(`${path} ${writeProblem(error)}`);
        continue;
      }
      const idle = idleEntries(baseline, used, paths).length;
      const dropped = idle === 0 ? '' : `; ${idle} that ${idle === 1 ? 'is' : 'are'} found no more dropped`;
      const count = found.length === 1 ? '1 finding' : `${found.length} findings`;
      await terminal.print(`${path}: ${count} accepted${dropped}.\n`);
    }
  }
}
