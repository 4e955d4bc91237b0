/** Reports as workflow commands, which GitHub shows as annotations beside the text. */
import type { Severity } from '../../core/index.ts';
import type { ManuscriptReport } from '../report.ts';

/** docs.github.com, "Workflow commands": the three levels of an annotation. */
const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export async function* githubReport(reports: AsyncIterable<ManuscriptReport>): AsyncGenerator<string> {
  for await (const { documents, diagnostics } of reports) {
    for (const { rule, severity, message, analysis, start, end } of diagnostics) {
      const { path, lines } = documents.find(document => document.analysis === analysis)!;
      const from = lines.at(start);
      const to = lines.at(end);
      const properties: [string, string | number][] = [
        ['file', path],
        ['line', from.line],
        ['endLine', to.line],
      ];
      // Columns are read only where both ends stand in one line.
      if (from.line === to.line) properties.push(['col', from.column], ['endColumn', to.column]);
      properties.push(['title', `ImmunoGloss ${rule}`]);
      const listed = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
      yield `::${LEVEL[severity]} ${listed}::${escapeData(message)}\n`;
    }
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
