/** Reads manuscripts for a command: finds them, and reports one after the other. */
import {
  baselineOf,
  type Configuration,
  createManuscriptDetector,
  type Files,
  type KnownNames,
  type ManuscriptDetector,
  type ManuscriptFiles,
  manuscriptOf,
  parentOf,
  pathWithin,
  type Service,
  withInclusions,
} from '../core/index.ts';
import { blockingNodeFiles, optimizeFor, uriOf } from '../node/index.ts';
import { Documents, type Work } from './documents.ts';
import { findInputs, STANDARD_INPUT, withStandardInput } from './inputs.ts';
import { Lines } from './lines.ts';
import type { Terminal } from './output.ts';
import { createProgress } from './progress.ts';
import { type Fixing, type ManuscriptReport, reportOf } from './report.ts';
import { Surroundings } from './surroundings.ts';
import { UsageError } from './usage.ts';

/** What the user asked to have read. */
export interface ReadingRequest {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly stdinFilename: string | undefined;
  /** Which files belong together: by declaration and detection, all of them, or none. */
  readonly grouping: 'detect' | 'together' | 'apart';
}

/** So many documents take several seconds. */
const MANY = 2000;
/** So many take so long that optimizing pays as it does in a session. */
const VERY_MANY = 4000;

export class Reading {
  /** Something could not be read or written: the run ends with `ExitCode.failed`. */
  failed = false;

  readonly #request: ReadingRequest;
  readonly #terminal: Terminal;
  readonly #files: Files;
  readonly #documents: Documents;
  readonly #around: Surroundings;
  readonly #detect: ManuscriptDetector;
  readonly #stdinPath: string;

  constructor(request: ReadingRequest, service: Service, known: KnownNames, terminal: Terminal, work: Work) {
    this.#request = request;
    this.#terminal = terminal;
    this.#stdinPath = request.stdinFilename ?? STANDARD_INPUT;
    this.#files = request.paths.includes(STANDARD_INPUT)
      ? withStandardInput(blockingNodeFiles, this.#stdinPath)
      : blockingNodeFiles;
    this.#documents = new Documents(this.#files, service, work, message => this.fail(message));
    this.#detect = createManuscriptDetector(this.#files);
    this.#around = new Surroundings(this.#files, service, known, request.config, (message, fails) => {
      if (fails) this.fail(message);
      else terminal.complain(message);
    });
  }

  /**
   * Every manuscript that the paths name, in their order. Throws `UsageError` where they name none.
   * @param fixing what to fix before the rest is reported
   */
  async *reports(fixing?: Fixing): AsyncGenerator<ManuscriptReport> {
    try {
      for await (const files of this.#manuscripts()) {
        const report = await reportOf(files, this.#documents, this.#around, fixing);
        this.#documents.forget(files.uris);
        if (report !== null) yield report;
      }
    } finally {
      optimizeFor('short'); // what is compiled is kept for runs that begin so
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
    const { project } = await this.#around.projectOf(folder);
    return {
      service: await this.#around.serviceIn(folder, project),
      configuration: this.#around.configurationOf(project),
    };
  }

  /** The file that a manuscript's baseline is kept in, there or yet to be made, and the folder of its paths. */
  async baselineFile({
    baseline: { uri, folder },
    documents: [first],
  }: ManuscriptReport): Promise<{ uri: string; folder: string }> {
    if (uri !== null && folder !== null) return { uri, folder };
    const own = parentOf(first!.analysis.document.uri);
    const { project } = await this.#around.projectOf(own);
    const here = uriOf('.');
    const at = project.folder ?? (own === here || pathWithin(here, own) !== null ? here : own);
    return { uri: baselineOf(project, at), folder: at };
  }

  async *#manuscripts(): AsyncGenerator<ManuscriptFiles> {
    const { paths, grouping } = this.#request;
    if (paths.length === 0) {
      const declared = await this.#around.declaredBy(await this.#around.projectOf(uriOf('.')));
      if (declared.length === 0) {
        throw new UsageError('no PATHS are given, and no immunogloss.yaml declares a manuscript');
      }
      for (const each of declared) yield this.#whole(each);
      return;
    }
    const uris = await this.#found(paths);
    if (grouping === 'together') {
      if (uris.length > 0) yield this.#whole(manuscriptOf(uris));
    } else if (grouping === 'apart') {
      for (const uri of uris) yield manuscriptOf([uri]);
    } else {
      yield* this.#detected(uris);
    }
  }

  /** The documents that paths name. */
  async #found(paths: readonly string[]): Promise<readonly string[]> {
    const { step, end } = createProgress(
      count => `Looking for manuscripts: ${count.toLocaleString('en')} files so far`,
      this.#terminal.note,
    );
    const projectOf = (folder: string) => this.#around.projectOf(folder);
    const { inputs, problems } = await findInputs(paths, this.#stdinPath, this.#files, projectOf, step);
    end();
    for (const { path, message } of problems) this.fail(`${path} ${message}`);
    for (const input of inputs) this.#documents.name(input);
    if (inputs.length > MANY) optimizeFor(inputs.length > VERY_MANY ? 'session' : 'long');
    return inputs.map(({ uri }) => uri);
  }

  async *#detected(uris: readonly string[]): AsyncGenerator<ManuscriptFiles> {
    const done = new Set<string>();
    for (const uri of uris) {
      if (done.has(uri)) continue;
      const declared = await this.#around.declaredBy(await this.#around.projectOf(parentOf(uri)));
      const detected = (await this.#detect(uri)) ?? manuscriptOf([uri]);
      const related = [uri, ...detected.uris];
      const files = declared.find(({ uris }) => related.some(each => uris.includes(each))) ?? detected;
      const whole = await this.#whole(files);
      for (const each of whole.uris) done.add(each);
      if (files === detected) await this.#complainOfListed(detected);
      yield whole;
    }
  }

  /** A manuscript with the files that its own include. */
  #whole(manuscript: ManuscriptFiles): Promise<ManuscriptFiles> {
    return withInclusions(manuscript, {
      files: this.#files,
      analysisOf: (uri, section, terms) => this.#documents.analysisOf(uri, section, terms),
    });
  }

  /** Files that a publishing tool's configuration lists and that are missing. */
  async #complainOfListed({ problems }: ManuscriptFiles): Promise<void> {
    for (const { uri, start, message } of problems) {
      const content = await this.#files.read(uri);
      const { line, column } = new Lines('text' in content ? content.text : '').at(start);
      this.fail(`${this.#documents.pathOf(uri)}:${line}:${column}: ${message}`);
    }
  }
}
