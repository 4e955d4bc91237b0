/** The baselines of a session: what writers have accepted, by the folders that it counts in. */
import {
  BASELINE_NAME,
  baselineOf,
  createBaselineFinder,
  type Files,
  type LoadedBaseline,
  nameOf,
  type Project,
  WITHOUT_BASELINE,
} from '../core/index.ts';

export interface Baselines {
  /** The baseline that counts in a folder of a project; for `undefined`, none. */
  readonly find: (folder: string | undefined, project: Project) => Promise<LoadedBaseline>;
  /** The one that counts in such a folder, with its folder; or that would be made, in the project's folder, else in `otherwise`. */
  readonly fileFor: (
    folder: string | undefined,
    project: Project,
    otherwise: () => string,
  ) => Promise<{ readonly uri: string; readonly folder: string }>;
  /** Whether a file is, or would be, one that was found so far. */
  readonly has: (uri: string) => boolean;
  readonly reset: () => void;
}

/** Finds baselines, and remembers where it found them. */
export function createBaselines(files: Files): Baselines {
  const found = new Set<string>();
  let find = createBaselineFinder(files);

  async function baselineIn(folder: string | undefined, project: Project): Promise<LoadedBaseline> {
    const baseline = folder === undefined ? WITHOUT_BASELINE : await find(folder, project);
    if (baseline.uri !== null) found.add(baseline.uri);
    return baseline;
  }

  return {
    find: baselineIn,
    async fileFor(folder, project, otherwise) {
      const known = await baselineIn(folder, project);
      if (known.uri !== null && known.folder !== null) return { uri: known.uri, folder: known.folder };
      const home = project.folder ?? otherwise();
      return { uri: baselineOf(project, home), folder: home };
    },
    has: uri => found.has(uri) || nameOf(uri) === BASELINE_NAME,
    reset() {
      find = createBaselineFinder(files);
    },
  };
}
