/** Reads manuscripts for a command: projects, files, analyses and findings, one manuscript after the other. */
import {
  type Analysis,
  applyEdits,
  baselineOf,
  type Choice,
  type Configuration,
  configurationOf,
  createManuscriptDetector,
  type Diagnostic,
  type Files,
  fileFindings,
  fixAll,
  type IgnoredFinding,
  type KnownNames,
  type LoadedBaseline,
  type LoadedProject,
  languageOfFile,
  type Manuscript,
  type ManuscriptDetector,
  type ManuscriptFiles,
  manuscriptOf,
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
} from '../core/index.ts';
import { BYTE_ORDER_MARK, blockingNodeFiles, uriOf } from '../node/index.ts';
import { findInputs, STANDARD_INPUT, shownPath, withStandardInput } from './inputs.ts';
import { Lines } from './lines.ts';
import type { Terminal } from './output.ts';
import { createProgress } from './progress.ts';
import type { ReportedDocument } from './records.ts';
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
  readonly #around: Surroundings;
  readonly #detect: ManuscriptDetector;
  readonly #stdinPath: string;
  readonly #marked = new Set<string>();
  readonly #paths = new Map<string, string>();
  readonly #analyses = new Map<string, Promise<Analysis | null>>();

  constructor(request: ReadingRequest, service: Service, known: KnownNames, terminal: Terminal) {
    this.#request = request;
    this.#service = service;
    this.#terminal = terminal;
    this.#stdinPath = request.stdinFilename ?? STANDARD_INPUT;
    this.#files = request.paths.includes(STANDARD_INPUT)
      ? withStandardInput(blockingNodeFiles, this.#stdinPath)
      : blockingNodeFiles;
    this.#detect = createManuscriptDetector(this.#files);
    this.#around = new Surroundings(this.#files, service, known, request.config, (message, fails) => {
      if (fails) this.fail(message);
      else terminal.complain(message);
    });
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
    const { project } = await this.#around.projectOf(folder);
    return {
      service: await this.#around.serviceIn(folder, project),
      configuration: configurationOf(project),
    };
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
    const projectOf = (folder: string) => this.#around.projectOf(folder);
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

  async #report(files: ManuscriptFiles, choose?: Choice): Promise<ManuscriptReport | null> {
    const read = (await Promise.all(files.uris.map(uri => this.#analysisOf(uri)))).filter(
      each => each !== null,
    );
    const [first] = read;
    if (first === undefined) return null;
    const folder = parentOf(first.document.uri);
    const loaded = await this.#around.projectOf(folder);
    const { project } = loaded;
    const service = (await this.#around.serviceIn(folder, project)).within(read);
    const configuration = configurationOf(project, {}, profileInText(read)?.id);
    const baseline = await this.#around.baselineIn(folder, project);
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
