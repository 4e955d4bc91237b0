/** Reports by abbreviation, the ones that are flagged most often first: for a first look at a long manuscript. */
import { triage } from '../../core/index.ts';
import type { ManuscriptReport } from '../report.ts';
import { safeText } from './width.ts';

/** Digits that counts have room for. */
const DIGITS = 6;
const INDENT = ' '.repeat(DIGITS + 2);

/** Of each manuscript: how many places findings on an abbreviation are about, the rules, and the first finding. */
export async function* summaryReport(reports: AsyncIterable<ManuscriptReport>): AsyncGenerator<string> {
  let forms = 0;
  let places = 0;
  for await (const { manuscript, documents, diagnostics } of reports) {
    for (const row of triage(diagnostics, manuscript)) {
      const [first] = row.findings;
      const { path, lines } = documents.find(({ analysis }) => analysis === first.analysis)!;
      const { line, column } = lines.at(first.start);
      const rules = [...new Set(row.findings.map(({ rule }) => rule))].join(', ');
      forms += 1;
      places += row.places;
      yield `${String(row.places).padStart(DIGITS)}  ${safeText(row.short)}  ${rules}\n`;
      yield `${INDENT}${safeText(first.message)}\n${INDENT}${safeText(path)}:${line}:${column}\n`;
    }
  }
  if (forms === 0) yield 'No abbreviation is flagged.\n';
  else yield `${forms} ${forms === 1 ? 'abbreviation' : 'abbreviations'}, ${places} places. ${ADVICE}\n`;
}

const ADVICE =
  'What is right as it is goes into "ignore:" of immunogloss.yaml, a term of your own into .immunogloss/glossary.yaml.';
