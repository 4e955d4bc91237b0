/** Reports as one JSON object, written piece by piece. */
import { type Analysis, type Diagnostic, silences } from '../../core/index.ts';
import {
  abbreviationRecord,
  definitionRecords,
  diagnosticRecord,
  type ReportedDocument,
} from '../records.ts';
import type { ManuscriptReport } from '../report.ts';

const VERSION = 1;

/**
 * @param everything with abbreviations and definitions (`analyze`); diagnostics only otherwise (`check`)
 */
export async function* jsonReport(
  reports: AsyncIterable<ManuscriptReport>,
  everything: boolean,
): AsyncGenerator<string> {
  let separator = `{"version":${VERSION},"manuscripts":[`;
  for await (const report of reports) {
    yield separator + JSON.stringify(everything ? manuscriptRecord(report) : diagnosticsRecord(report));
    separator = ',\n';
  }
  yield separator === ',\n' ? ']}\n' : `${separator}]}\n`;
}

function manuscriptRecord(report: ManuscriptReport) {
  const { manuscript, documents, diagnostics, configuration, sifted } = report;
  const silenceOf = silences(manuscript, configuration, sifted.hidden);
  const documentOf = (analysis: Analysis) => documents.find(document => document.analysis === analysis)!;
  return {
    abbreviations: manuscript.abbreviations.map(each => abbreviationRecord(each, documentOf, silenceOf)),
    documents: documents.map(document => ({
      ...documentRecord(document),
      definitions: definitionRecords(document),
      diagnostics: diagnosticRecords(document, diagnostics),
    })),
  };
}

function diagnosticsRecord({ documents, diagnostics }: ManuscriptReport) {
  return {
    documents: documents.map(document => ({
      ...documentRecord(document),
      diagnostics: diagnosticRecords(document, diagnostics),
    })),
  };
}

function documentRecord({ path, analysis }: ReportedDocument) {
  return { path, languageId: analysis.document.languageId, words: analysis.words };
}

function diagnosticRecords({ analysis, lines }: ReportedDocument, diagnostics: readonly Diagnostic[]) {
  return diagnostics.filter(each => each.analysis === analysis).map(each => diagnosticRecord(each, lines));
}
