/** What counts in the folder of a manuscript: its project, the glossary with its layers, its baseline. */
import {
  type Configuration,
  configurationOf,
  createBaselineFinder,
  createGlossaryLayers,
  createProjectFinder,
  createService,
  declaredManuscripts,
  type Files,
  type GlossaryLayers,
  type KnownNames,
  type LayerFile,
  type LayerStack,
  type LoadedBaseline,
  type LoadedProject,
  loadProject,
  type ManuscriptFiles,
  type Project,
  type Service,
  withLayers,
} from '../core/index.ts';
import { homeFolder, layerStore, uriOf } from '../node/index.ts';
import { shownPath } from './inputs.ts';
import { Lines } from './lines.ts';

/** What is told of a file: where and what; `fails`: the run ends with `ExitCode.failed`. */
type Tell = (message: string, fails: boolean) => void;

/** Each file is read once, and what is wrong with it is told once. */
export class Surroundings {
  readonly #service: Service;
  readonly #files: Files;
  readonly #tell: Tell;
  readonly #findProject: (folder: string) => Promise<LoadedProject>;
  readonly #layers: GlossaryLayers;
  readonly #findBaseline: ReturnType<typeof createBaselineFinder>;
  readonly #declared = new Map<LoadedProject, Promise<readonly ManuscriptFiles[]>>();
  readonly #services = new Map<LayerStack, Service>();
  readonly #servicesByFolder = new Map<string, Promise<Service>>();
  readonly #configurations = new Map<string | undefined, Map<Project, Configuration>>();
  readonly #told = new Set<LayerFile | LoadedBaseline>();

  /** `config`: the path of the one project file that counts, if the user named one. */
  constructor(files: Files, service: Service, known: KnownNames, config: string | undefined, tell: Tell) {
    this.#service = service;
    this.#files = files;
    this.#tell = tell;
    this.#layers = createGlossaryLayers(files, homeFolder(), layerStore());
    this.#findBaseline = createBaselineFinder(files);
    if (config === undefined) {
      this.#findProject = createProjectFinder(files, known);
    } else {
      const loaded = loadProject(files, uriOf(config), known);
      this.#findProject = () => loaded;
    }
  }

  /** The project of a folder. */
  async projectOf(folder: string): Promise<LoadedProject> {
    const loaded = await this.#findProject(folder);
    if (!this.#declared.has(loaded)) this.#declared.set(loaded, this.#declaredIn(loaded));
    return loaded;
  }

  /** The manuscripts that a project declares, as far as their files are there. */
  declaredBy(loaded: LoadedProject): Promise<readonly ManuscriptFiles[]> {
    return this.#declared.get(loaded) ?? Promise.resolve([]);
  }

  /** The service over the glossary with the layers of a folder, which is in this project. */
  serviceIn(folder: string, project: Project): Promise<Service> {
    let service = this.#servicesByFolder.get(folder);
    if (service === undefined) {
      service = this.#serviceWithLayersOf(folder, project);
      this.#servicesByFolder.set(folder, service);
    }
    return service;
  }

  async #serviceWithLayersOf(folder: string, project: Project): Promise<Service> {
    const stack = await this.#layers.find(folder, project);
    for (const file of stack.files) {
      if (this.#told.has(file)) continue;
      this.#told.add(file);
      const isBroken = file.problems.some(({ severity }) => severity === 'error');
      for (const problem of file.problems) this.#tellOf(file.origin.uri, file.text, problem, isBroken);
    }
    if (stack.files.length === 0) return this.#service;
    let service = this.#services.get(stack);
    if (service === undefined) {
      service = createService(withLayers(this.#service.glossary, stack), 1);
      this.#services.set(stack, service);
    }
    return service;
  }

  /** What the rules go by in a project, under the profile that a manuscript itself names: one object for each two. */
  configurationOf(project: Project, profile?: string): Configuration {
    const known = this.#configurations.get(profile) ?? new Map<Project, Configuration>();
    this.#configurations.set(profile, known);
    const configuration = known.get(project) ?? configurationOf(project, {}, profile);
    known.set(project, configuration);
    return configuration;
  }

  /** The baseline that counts in a folder. */
  async baselineIn(folder: string, project: Project): Promise<LoadedBaseline> {
    const loaded = await this.#findBaseline(folder, project);
    const { uri, text, problems } = loaded;
    if (uri === null || this.#told.has(loaded)) return loaded;
    this.#told.add(loaded);
    for (const problem of problems) this.#tellOf(uri, text, problem, true);
    return loaded;
  }

  async #declaredIn(loaded: LoadedProject): Promise<readonly ManuscriptFiles[]> {
    const { project, problems, text, profileFiles } = loaded;
    const own = project.uri === null ? [] : [{ uri: project.uri, text, problems }];
    for (const file of [...own, ...profileFiles]) {
      for (const problem of file.problems)
        this.#tellOf(file.uri, file.text, problem, problem.severity === 'error');
    }
    const manuscripts = await declaredManuscripts(project, this.#files);
    const missing = [...(await this.#layers.missing(project)), ...manuscripts.flatMap(each => each.problems)];
    for (const problem of missing) this.#tellOf(project.uri ?? '', text, problem, true);
    return manuscripts.filter(each => each.uris.length > 0);
  }

  #tellOf(
    uri: string,
    text: string,
    { start, message }: { readonly start: number; readonly message: string },
    fails: boolean,
  ): void {
    const { line, column } = new Lines(text).at(start);
    this.#tell(`${shownPath(uri)}:${line}:${column}: ${message}`, fails);
  }
}
