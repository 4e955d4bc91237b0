/** The projects that documents belong to, and what their files come to. */
import {
  type Configuration,
  configurationOf,
  createProjectFinder,
  declaredManuscripts,
  type Files,
  type GlossaryLayers,
  type KnownNames,
  type LoadedProject,
  type ManuscriptFiles,
  manuscriptFilter,
  type Project,
  WITHOUT_PROJECT,
} from '../core/index.ts';
import type { Settings } from './settings.ts';

/** What a project file comes to. */
export interface KnownProject {
  /** With all that is wrong in it. */
  readonly loaded: LoadedProject;
  /** What the rules go by under a profile: the same object for the same profile. */
  readonly configuration: (profile?: string) => Configuration;
  readonly declared: readonly ManuscriptFiles[];
  /** Whether a file counts as a manuscript. */
  readonly takes: (uri: string, languageId?: string) => boolean;
}

export interface Projects {
  /** The project of a folder; for `undefined`, none. The same object until the next `reset`. */
  readonly projectOf: (folder: string | undefined) => Promise<KnownProject>;
  /** Reads project files and settings anew. A broken project file keeps its last good state. */
  readonly reset: () => void;
}

export interface ProjectsHost {
  readonly files: Files;
  readonly known: KnownNames;
  readonly settings: () => Settings;
  /** Called once for each project file that was read. */
  readonly onProject: (loaded: LoadedProject) => void;
}

/** Finds projects. `missing`: the names of glossaries in a project file where nothing is found. */
export function createProjects(
  { files, known, settings, onProject }: ProjectsHost,
  { missing }: Pick<GlossaryLayers, 'missing'>,
): Projects {
  const lastGood = new Map<string, Project>();
  let find = createProjectFinder(files, known);
  let projects = new Map<LoadedProject, Promise<KnownProject>>();

  async function understand(read: LoadedProject): Promise<KnownProject> {
    const project = withLastGood(read);
    const declared = await declaredManuscripts(project, files);
    const problems = declared.flatMap(each =>
      each.problems.map(({ start, end, message }) => ({ start, end, message, severity: 'warning' as const })),
    );
    const loaded = {
      project,
      text: read.text,
      problems: [...read.problems, ...problems, ...(await missing(project))],
      profileFiles: read.profileFiles,
    };
    if (project.uri !== null) onProject(loaded);
    return { loaded, configuration: configurations(project), declared, takes: manuscriptFilter(project) };
  }

  function configurations(project: Project): KnownProject['configuration'] {
    const known = new Map<string | undefined, Configuration>();
    return profile => {
      const configuration = known.get(profile) ?? configurationOf(project, settings(), profile);
      known.set(profile, configuration);
      return configuration;
    };
  }

  function withLastGood({ project, problems }: LoadedProject): Project {
    const { uri } = project;
    if (uri === null) return project;
    if (!problems.some(({ severity }) => severity === 'error')) lastGood.set(uri, project);
    return lastGood.get(uri) ?? project;
  }

  return {
    async projectOf(folder) {
      const read = folder === undefined ? WITHOUT_PROJECT : await find(folder);
      const project = projects.get(read) ?? understand(read);
      projects.set(read, project);
      return project;
    },
    reset() {
      find = createProjectFinder(files, known);
      projects = new Map();
    },
  };
}
