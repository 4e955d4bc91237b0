/** A manuscript at one moment. It stays true to that moment's texts, whatever is edited later. */
import {
  type Analysis,
  type Configuration,
  createFeatureContext,
  type Diagnostic,
  type FeatureContext,
  fileFindings,
  finished,
  type IgnoredFinding,
  type Manuscript,
  type ManuscriptFiles,
  profileInText,
  profilesOf,
  type Service,
  type Sifted,
  type SourceDocument,
  type Steps,
  sift,
} from '../core/index.ts';
import type { Documents } from './documents.ts';
import { type Knowledge, knowledgeWithin } from './knowledge.ts';
import { type LinedText, lined } from './linedText.ts';
import type { Place } from './places.ts';

export interface View {
  readonly service: Service;
  readonly place: Place;
  /** What the rules go by. */
  readonly configuration: Configuration;
  readonly manuscript: Manuscript;
  /** What hover and completion ask. */
  readonly features: FeatureContext;
  /** What the rules find in one of its documents and nobody has accepted, by start. */
  readonly findings: (uri: string) => readonly Diagnostic[];
  /** All that the rules find, in new and accepted ones. */
  readonly sifted: () => Sifted;
  /** The same in steps, for whoever can wait. */
  readonly lint: () => Steps<Sifted>;
  /** What the project file and the writer's settings silence. */
  readonly silenced: () => readonly IgnoredFinding[];
  /** The analysis of one of its documents. */
  readonly analysis: (uri: string) => Analysis | undefined;
  /** The text of one of its documents, for positions. */
  readonly content: (uri: string) => LinedText | undefined;
  /** The layouts of its documents' texts. */
  readonly layouts: () => readonly object[];
}

/** The lines of texts that no editor holds, read once each. */
const closedTexts = new WeakMap<SourceDocument, LinedText>();

/** Reads analyses as a manuscript, in steps. */
export function* createView(
  analyses: readonly Analysis[],
  files: ManuscriptFiles,
  place: Place,
  known: Knowledge,
  documents: Documents,
): Steps<View> {
  const { service, search } = knowledgeWithin(known, analyses);
  const { glossary } = service;
  const { project, baseline } = place;
  const configuration = place.configuration(profileInText(analyses)?.id);
  const manuscript = yield* service.inSteps.assemble(analyses, files.included, configuration.firstUse);
  const byUri = new Map(analyses.map(analysis => [analysis.document.uri, analysis]));
  const contents = new Map(
    analyses.map(({ document }) => {
      const open = documents.get(document.uri);
      return [document.uri, open?.source === document ? open.content : linesOf(document)] as const;
    }),
  );
  let silenced: readonly IgnoredFinding[] = [];
  let parted: Sifted | undefined;
  let report: ReadonlyMap<string, readonly Diagnostic[]> | undefined;
  function* lint(): Steps<Sifted> {
    if (parted !== undefined) return parted;
    const ignored: IgnoredFinding[] = [];
    const found = yield* service.inSteps.lint(manuscript, configuration, {
      onIgnored: each => ignored.push(each),
    });
    const ofFiles = fileFindings(files, analyses, configuration, profilesOf(project));
    silenced = ignored;
    parted = sift([...ofFiles, ...found], baseline.baseline);
    return parted;
  }
  const sifted = () => finished(lint());
  // Nothing need be linted where no one has accepted anything.
  const accepted = () => (baseline.baseline.entries.length === 0 ? [] : sifted().hidden);
  return {
    service,
    place,
    configuration,
    manuscript,
    features: createFeatureContext({ manuscript, glossary, configuration, search }, accepted),
    analysis: uri => byUri.get(uri),
    sifted,
    lint,
    silenced() {
      sifted();
      return silenced;
    },
    findings(uri) {
      report ??= byDocument(sifted().fresh);
      return report.get(uri) ?? [];
    },
    content: uri => contents.get(uri),
    layouts: () => [...contents.values()].map(({ layout }) => layout),
  };
}

function linesOf(document: SourceDocument): LinedText {
  let lines = closedTexts.get(document);
  if (lines === undefined) {
    lines = lined(document.text);
    closedTexts.set(document, lines);
  }
  return lines;
}

function byDocument(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const report = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { uri } = diagnostic.analysis.document;
    const list = report.get(uri);
    if (list) list.push(diagnostic);
    else report.set(uri, [diagnostic]);
  }
  for (const list of report.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return report;
}
