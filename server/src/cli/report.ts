/** What there is to report of one manuscript. */
import {
  type Analysis,
  applyEdits,
  type Choice,
  type Configuration,
  type Diagnostic,
  fileFindings,
  fixAll,
  type IgnoredFinding,
  type LoadedBaseline,
  type LoadedProject,
  type Manuscript,
  type ManuscriptFiles,
  parentOf,
  profileInText,
  profilesOf,
  type Service,
  type Sifted,
  sift,
} from '../core/index.ts';
import type { Documents } from './documents.ts';
import { Lines } from './lines.ts';
import type { ReportedDocument } from './records.ts';
import type { Surroundings } from './surroundings.ts';

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
  readonly fixed?: Fixed;
}

/** How many findings were mended, and what became of the files. */
export interface Fixed {
  readonly count: number;
  readonly files: readonly FixedFile[];
}

/** What to fix before the rest is reported. */
export interface Fixing {
  readonly choose: Choice;
  /** Does with the files what is to be done; answers with the addresses of those that stay as they were. */
  readonly keep: (files: readonly FixedFile[]) => Promise<ReadonlySet<string>>;
}

/** A file's whole text before and after fixing, with the byte order mark that it may have. */
export interface FixedFile {
  readonly uri: string;
  readonly path: string;
  readonly before: string;
  /** The same where there was nothing to fix. */
  readonly after: string;
}

/**
 * Reads a manuscript, and has the rules read it; `null` where none of its files can be read.
 */
export async function reportOf(
  files: ManuscriptFiles,
  documents: Documents,
  around: Surroundings,
  fixing?: Fixing,
): Promise<ManuscriptReport | null> {
  const read = (await Promise.all(files.uris.map(uri => documents.analysisOf(uri)))).filter(
    each => each !== null,
  );
  const [first] = read;
  if (first === undefined) return null;
  const folder = parentOf(first.document.uri);
  const loaded = await around.projectOf(folder);
  const { project } = loaded;
  const service = (await around.serviceIn(folder, project)).within(read);
  const configuration = around.configurationOf(project, profileInText(read)?.id);
  const baseline = await around.baselineIn(folder, project);
  const done =
    fixing &&
    (await fix(
      { service, configuration, documents, keep: fixing.keep },
      { analyses: read, included: files.included },
      each => (baseline.baseline.matching(each).length > 0 ? undefined : fixing.choose(each)),
    ));
  const analyses = done?.analyses ?? read;
  const manuscript = service.assemble(analyses, files.included, configuration.firstUse);
  const silenced: IgnoredFinding[] = [];
  const findings = [
    ...fileFindings(files, analyses, configuration, profilesOf(project)),
    ...service.lint(manuscript, configuration, { onIgnored: each => silenced.push(each) }),
  ];
  const diagnostics = inReadingOrder(findings, analyses);
  const report = {
    loaded,
    configuration,
    manuscript,
    diagnostics,
    baseline,
    silenced,
    documents: analyses.map(analysis => {
      const { uri, text } = analysis.document;
      return { path: documents.pathOf(uri), analysis, lines: new Lines(text) };
    }),
    sifted: sift(diagnostics, baseline.baseline),
  };
  return done ? { ...report, fixed: done.fixed } : report;
}

/** What fixing goes by, beside the texts. */
interface FixingHost extends Pick<Fixing, 'keep'> {
  readonly service: Service;
  readonly configuration: Configuration;
  readonly documents: Documents;
}

/** Applies fixes to the texts: their analyses afterwards, and what has become of the files. */
async function fix(
  { service, configuration, documents, keep }: FixingHost,
  read: Pick<Manuscript, 'analyses' | 'included'>,
  choose: Choice,
): Promise<{ readonly analyses: readonly Analysis[]; readonly fixed: Fixed }> {
  const { mended, edits } = fixAll(service, read, configuration, choose);
  const after = read.analyses.map(analysis => {
    const { document } = analysis;
    const changes = edits.get(document.uri);
    if (changes === undefined) return analysis;
    const text = applyEdits(document.text, changes);
    return service.analyze({ ...document, version: document.version + 1, text }, analysis);
  });
  const files = read.analyses.map(({ document: { uri, text } }, index): FixedFile => {
    const before = documents.asInFile(uri, text);
    const fixed = documents.asInFile(uri, after[index]!.document.text);
    return { uri, path: documents.pathOf(uri), before, after: fixed };
  });
  const lost = await keep(files);
  return {
    analyses: read.analyses.map((each, index) => (lost.has(each.document.uri) ? each : after[index]!)),
    fixed: { count: mended.filter(uris => !uris.some(uri => lost.has(uri))).length, files },
  };
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
