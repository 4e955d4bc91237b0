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

/**
 * Reads a manuscript, and has the rules read it; `null` where none of its files can be read.
 * @param choose the fixes to apply first
 */
export async function reportOf(
  files: ManuscriptFiles,
  documents: Documents,
  around: Surroundings,
  choose?: Choice,
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
  const chosen: Choice | undefined =
    choose && (each => (baseline.baseline.matching(each).length > 0 ? undefined : choose(each)));
  const fixing =
    chosen && fix(service, { analyses: read, included: files.included }, configuration, chosen, documents);
  const analyses = fixing?.analyses ?? read;
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
  return fixing ? { ...report, fixed: fixing.fixed } : report;
}

/** Applies fixes to the texts: their analyses afterwards, and what has become of the files. */
function fix(
  service: Service,
  read: Pick<Manuscript, 'analyses' | 'included'>,
  configuration: Configuration,
  choose: Choice,
  documents: Documents,
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
    const before = documents.asInFile(uri, text);
    const after = documents.asInFile(uri, analyses[index]!.document.text);
    return { uri, path: documents.pathOf(uri), before, after };
  });
  return { analyses, fixed: { count, files } };
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
