/** Reads manuscripts for a command: projects, files, analyses and findings, one manuscript after the other. */
import {
  type Analysis,
  applyEdits,
  baselineOf,
  type Choice,
  type Configuration,
  configurationOf,
  createBaselineFinder,
  createGlossaryLayers,
  createManuscriptDetector,
  createProjectFinder,
  createService,
  type Diagnostic,
  declaredManuscripts,
  type FileContent,
  type Files,
  fileFindings,
  fixAll,
  type GlossaryLayers,
  type IgnoredFinding,
  type KnownNames,
  type LayerFile,
  type LayerStack,
  type LoadedBaseline,
  type LoadedProject,
  languageOfFile,
  loadProject,
  type Manuscript,
  type ManuscriptDetector,
  type ManuscriptFiles,
  manuscriptOf,
  type Project,
  parentOf,
  pathWithin,
  profileInText,
  profilesOf,
  type Role,
  type Service,
  type Sifted,
  sift,
  type Terms,
  withInclusions,
  withLayers,
} from '../core/index.ts';

import { BYTE_ORDER_MARK, blockingNodeFiles, homeFolder, uriOf } from '../node/index.ts';
import { findInputs, readStandardInput, STANDARD_INPUT, shownPath } from './inputs.ts';
import { Lines } from './lines.ts';
import type { Terminal } from './output.ts';
import { createProgress } from './progress.ts';
import type { ReportedDocument } from './records.ts';
import { complainOfLayer } from './service.ts';
import { UsageError } from './usage.ts';

/** What the user asked to have read. */
export interface ReadingRequest {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly stdinFilename: string | undefined;
  /** Which files belong together: by declaration and detection, all of them, or none. */
  readonly grouping: 'detect' | 'together' | 'apart';
}

/** A manuscript that was read, with what the rules say of it. */
export interface ManuscriptReport {
  readonly loaded: LoadedProject;
  readonly configuration: Configuration;
  readonly manuscript: Manuscript;
  /** In reading order; files that cannot be read are left out. */
  readonly documents: readonly ReportedDocument[];
  readonly diagnostics: readonly Diagnostic[];
  readonly baseline: LoadedBaseline;
  /** The same, parted by the baseline into new and accepted ones. */
  readonly sifted: Sifted;
  /** What the project file silenced. */
  readonly silenced: readonly IgnoredFinding[];
  /** What fixing has changed, where it was asked for: the rest of the report is about the fixed texts. */
  readonly fixed?: { readonly count: number; readonly files: readonly FixedFile[] };
}

/** A file's whole text before and after fixing, with the byte order mark that it may have. Nothing is written yet. */
export interface FixedFile {
  readonly uri: string;
  readonly path: string;
  readonly before: string;
  /** The same where there was nothing to fix. */
  readonly after: string;
}

export class Reading {
  /** Something could not be read or written: the run ends with `ExitCode.failed`. */
  failed = false;

  readonly #request: ReadingRequest;
  readonly #service: Service;
  readonly #terminal: Terminal;
  readonly #files: Files;
  readonly #findProject: (folder: string) => Promise<LoadedProject>;
  readonly #detect: ManuscriptDetector;
  readonly #stdinPath: string;
  readonly #marked = new Set<string>();
  readonly #paths = new Map<string, string>();
  readonly #analyses = new Map<string, Promise<Analysis | null>>();
  readonly #declared = new Map<LoadedProject, Promise<readonly ManuscriptFiles[]>>();
  readonly #layers: GlossaryLayers;
  readonly #findBaseline: ReturnType<typeof createBaselineFinder>;
  readonly #readBaselines = new Set<LoadedBaseline>();
  readonly #services = new Map<LayerStack, Service>();
  readonly #readLayers = new Set<LayerFile>();
  #stdin: Promise<FileContent> | undefined;

  constructor(request: ReadingRequest, service: Service, known: KnownNames, terminal: Terminal) {
    this.#request = request;
    this.#service = service;
    this.#terminal = terminal;
    this.#stdinPath = request.stdinFilename ?? STANDARD_INPUT;
    this.#files = this.#withStandardInput(blockingNodeFiles);
    this.#detect = createManuscriptDetector(this.#files);
    this.#layers = createGlossaryLayers(this.#files, homeFolder());
    this.#findBaseline = createBaselineFinder(this.#files);
    const { config } = request;
    if (config === undefined) {
      this.#findProject = createProjectFinder(this.#files, known);
    } else {
      const loaded = loadProject(this.#files, uriOf(config), known);
      this.#findProject = () => loaded;
    }
  }

  /**
   * Every manuscript that the paths name, in their order. Throws `UsageError` where they name none.
   * @param choose the fixes to apply first
   */
  async *reports(choose?: Choice): AsyncGenerator<ManuscriptReport> {
    for await (const files of this.#manuscripts()) {
      const report = await this.#report(files, choose);
      for (const uri of files.uris) this.#analyses.delete(uri);
      if (report !== null) yield report;
    }
  }

  /** Tells the user what could not be done; the run goes on. */
  fail(message: string): void {
    this.failed = true;
    this.#terminal.complain(message);
  }

  /** What holds in the working directory, for texts that are no files. */
  async here(): Promise<{ readonly service: Service; readonly configuration: Configuration }> {
    const folder = uriOf('.');
    const { project } = await this.#projectOf(folder);
    return { service: await this.#serviceIn(folder, project), configuration: configurationOf(project) };
  }

  async *#manuscripts(): AsyncGenerator<ManuscriptFiles> {
    const { paths, grouping } = this.#request;
    if (paths.length === 0) {
      const declared = await this.#declaredBy(await this.#projectOf(uriOf('.')));
      if (declared.length === 0) {
        throw new UsageError('no PATHS are given, and no immunogloss.yaml declares a manuscript');
      }
      for (const each of declared) yield this.#whole(each);
      return;
    }
    const projectOf = (folder: string) => this.#projectOf(folder);
    const { step, end } = createProgress(
      count => `Looking for manuscripts: ${count.toLocaleString('en')} files so far`,
      this.#terminal.note,
    );
    const { inputs, problems } = await findInputs(paths, this.#stdinPath, this.#files, projectOf, step);
    end();
    for (const { path, message } of problems) this.fail(`${path} ${message}`);
    for (const { uri, path } of inputs) this.#paths.set(uri, path);
    const uris = inputs.map(each => each.uri);
    if (grouping === 'together') {
      if (uris.length > 0) yield this.#whole(manuscriptOf(uris));
    } else if (grouping === 'apart') {
      for (const uri of uris) yield manuscriptOf([uri]);
    } else {
      yield* this.#detected(uris);
    }
  }

  async *#detected(uris: readonly string[]): AsyncGenerator<ManuscriptFiles> {
    const done = new Set<string>();
    for (const uri of uris) {
      if (done.has(uri)) continue;
      const declared = await this.#declaredBy(await this.#projectOf(parentOf(uri)));
      const detected = (await this.#detect(uri)) ?? manuscriptOf([uri]);
      const related = [uri, ...detected.uris];
      const files = declared.find(({ uris }) => related.some(each => uris.includes(each))) ?? detected;
      const whole = await this.#whole(files);
      for (const each of whole.uris) done.add(each);
      if (files === detected) await this.#complainOfListed(detected);
      yield whole;
    }
  }

  async #report(files: ManuscriptFiles, choose?: Choice): Promise<ManuscriptReport | null> {
    const read = (await Promise.all(files.uris.map(uri => this.#analysisOf(uri)))).filter(
      each => each !== null,
    );
    const [first] = read;
    if (first === undefined) return null;
    const folder = parentOf(first.document.uri);
    const loaded = await this.#projectOf(folder);
    const { project } = loaded;
    const service = (await this.#serviceIn(folder, project)).within(read);
    const configuration = configurationOf(project, {}, profileInText(read)?.id);
    const baseline = await this.#baselineIn(folder, project);
    const chosen: Choice | undefined =
      choose && (each => (baseline.baseline.matching(each).length > 0 ? undefined : choose(each)));
    const fixing =
      chosen && this.#fix(service, { analyses: read, included: files.included }, configuration, chosen);
    const analyses = fixing?.analyses ?? read;
    const manuscript = service.assemble(analyses, files.included, configuration.firstUse);
    const documents = analyses.map(analysis => {
      const { uri, text } = analysis.document;
      return { path: this.#pathOf(uri), analysis, lines: new Lines(text) };
    });
    const silenced: IgnoredFinding[] = [];
    const findings = [
      ...fileFindings(files, analyses, configuration, profilesOf(project)),
      ...service.lint(manuscript, configuration, { onIgnored: each => silenced.push(each) }),
    ];
    const diagnostics = inReadingOrder(findings, analyses);
    const sifted = sift(diagnostics, baseline.baseline);
    const report = {
      ...{ loaded, configuration, manuscript, documents },
      ...{ diagnostics, baseline, sifted, silenced },
    };
    return fixing ? { ...report, fixed: fixing.fixed } : report;
  }

  #fix(
    service: Service,
    read: Pick<Manuscript, 'analyses' | 'included'>,
    configuration: Configuration,
    choose: Choice,
  ) {
    const { count, edits } = fixAll(service, read, configuration, choose);
    const analyses = read.analyses.map(analysis => {
      const { document } = analysis;
      const changes = edits.get(document.uri);
      if (changes === undefined) return analysis;
      const text = applyEdits(document.text, changes);
      return service.analyze({ ...document, version: document.version + 1, text }, analysis);
    });
    const files = read.analyses.map(({ document: { uri, text } }, index): FixedFile => {
      const mark = this.#marked.has(uri) ? BYTE_ORDER_MARK : '';
      const after = analyses[index]!.document.text;
      return { uri, path: this.#pathOf(uri), before: mark + text, after: mark + after };
    });
    return { analyses, fixed: { count, files } };
  }

  /** The service over the glossary with the layers of a folder; what is wrong with them is told once. */
  async #serviceIn(folder: string, project: Project): Promise<Service> {
    const stack = await this.#layers.find(folder, project);
    for (const file of stack.files) {
      if (this.#readLayers.has(file)) continue;
      this.#readLayers.add(file);
      complainOfLayer(file, file.problems, this.#terminal);
      if (file.problems.some(({ severity }) => severity === 'error')) this.failed = true;
    }
    if (stack.files.length === 0) return this.#service;
    let service = this.#services.get(stack);
    if (service === undefined) {
      service = createService(withLayers(this.#service.glossary, stack));
      this.#services.set(stack, service);
    }
    return service;
  }

  /** The baseline that counts in a folder; what is wrong with it is told once. */
  async #baselineIn(folder: string, project: Project): Promise<LoadedBaseline> {
    const loaded = await this.#findBaseline(folder, project);
    if (loaded.uri === null || this.#readBaselines.has(loaded)) return loaded;
    this.#readBaselines.add(loaded);
    const lines = new Lines(loaded.text);
    for (const { start, message } of loaded.problems) {
      const { line, column } = lines.at(start);
      this.fail(`${shownPath(loaded.uri)}:${line}:${column}: ${message}`);
    }
    return loaded;
  }

  /** The file that a manuscript's baseline is kept in, there or yet to be made, and the folder of its paths. */
  async baselineFile({
    baseline: { uri, folder },
    documents: [first],
  }: ManuscriptReport): Promise<{ uri: string; folder: string }> {
    if (uri !== null && folder !== null) return { uri, folder };
    const own = parentOf(first!.analysis.document.uri);
    const { project } = await this.#projectOf(own);
    const here = uriOf('.');
    const at = project.folder ?? (own === here || pathWithin(here, own) !== null ? here : own);
    return { uri: baselineOf(project, at), folder: at };
  }

  #whole(manuscript: ManuscriptFiles): Promise<ManuscriptFiles> {
    return withInclusions(manuscript, {
      files: this.#files,
      analysisOf: (uri, section, terms) => this.#analysisOf(uri, section, terms),
    });
  }

  /** The analysis of a document, made once, in the section where it is first met; a file that cannot be read is told once. */
  #analysisOf(uri: string, section: Role = 'body', terms?: Terms): Promise<Analysis | null> {
    let analysis = this.#analyses.get(uri);
    if (analysis === undefined) {
      analysis = this.#analyze(uri, section);
      this.#analyses.set(uri, analysis);
    } else if (terms !== undefined) {
      const { analyze } = this.#service;
      analysis = analysis.then(read => read && analyze(read.document, read, undefined, section, terms));
      this.#analyses.set(uri, analysis);
    }
    return analysis;
  }

  async #analyze(uri: string, section: Role): Promise<Analysis | null> {
    const content = await this.#files.read(uri);
    if ('problem' in content) {
      this.fail(`${this.#pathOf(uri)} ${content.problem.message}`);
      return null;
    }
    if (content.byteOrderMark) this.#marked.add(uri);
    const isUnnamed = uri === uriOf(STANDARD_INPUT);
    const languageId = isUnnamed ? 'markdown' : languageOfFile(uri);
    const document = { uri, languageId, version: 0, text: content.text };
    return this.#service.analyze(document, undefined, undefined, section);
  }

  /** The project of a folder; what is wrong with it is told once. */
  async #projectOf(folder: string): Promise<LoadedProject> {
    const loaded = await this.#findProject(folder);
    if (!this.#declared.has(loaded)) this.#complainOf(loaded);
    return loaded;
  }

  #declaredBy(loaded: LoadedProject): Promise<readonly ManuscriptFiles[]> {
    return this.#declared.get(loaded) ?? Promise.resolve([]);
  }

  #complainOf(loaded: LoadedProject): void {
    const { project, problems, text, profileFiles } = loaded;
    const lines = new Lines(text);
    const tell = (start: number, message: string) => {
      const { line, column } = lines.at(start);
      this.#terminal.complain(`${this.#pathOf(project.uri!)}:${line}:${column}: ${message}`);
    };
    for (const { start, severity, message } of problems) {
      tell(start, message);
      if (severity === 'error') this.failed = true;
    }
    for (const file of profileFiles) {
      const places = new Lines(file.text);
      for (const { start, severity, message } of file.problems) {
        const { line, column } = places.at(start);
        this.#terminal.complain(`${shownPath(file.uri)}:${line}:${column}: ${message}`);
        if (severity === 'error') this.failed = true;
      }
    }
    const declared = declaredManuscripts(project, this.#files).then(async manuscripts => {
      for (const { start, message } of await this.#layers.missing(project)) {
        tell(start, message);
        this.failed = true;
      }
      for (const { start, message } of manuscripts.flatMap(each => each.problems)) {
        tell(start, message);
        this.failed = true;
      }
      return manuscripts.filter(each => each.uris.length > 0);
    });
    this.#declared.set(loaded, declared);
  }

  /** Files that a publishing tool's configuration lists and that are missing. */
  async #complainOfListed({ problems }: ManuscriptFiles): Promise<void> {
    for (const { uri, start, message } of problems) {
      const content = await this.#files.read(uri);
      const { line, column } = new Lines('text' in content ? content.text : '').at(start);
      this.fail(`${this.#pathOf(uri)}:${line}:${column}: ${message}`);
    }
  }

  #pathOf(uri: string): string {
    return this.#paths.get(uri) ?? shownPath(uri);
  }

  /** Files of the disk, but the text on standard input in the place of the file that it stands for. */
  #withStandardInput(files: Files): Files {
    if (!this.#request.paths.includes(STANDARD_INPUT)) return files;
    const stdin = uriOf(this.#stdinPath);
    return {
      ...files,
      kind: async uri => (uri === stdin ? 'file' : files.kind(uri)),
      read: async uri => {
        if (uri !== stdin) return files.read(uri);
        this.#stdin ??= readStandardInput();
        return this.#stdin;
      },
    };
  }
}

function inReadingOrder(
  findings: readonly Diagnostic[],
  analyses: readonly Analysis[],
): readonly Diagnostic[] {
  const order = new Map(analyses.map((analysis, index) => [analysis, index]));
  return findings.toSorted(
    (a, b) => order.get(a.analysis)! - order.get(b.analysis)! || a.start - b.start || a.end - b.end,
  );
}
