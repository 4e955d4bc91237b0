/** What the command line says of a manuscript, as JSON: the public shapes of `glossary/schema/output.schema.json`. */
import type { Abbreviation, Analysis, Diagnostic } from '../core/index.ts';
import type { Lines } from './lines.ts';

/** A document of a report: its analysis, the path that the user knows it by, and its lines. */
export interface ReportedDocument {
  readonly path: string;
  readonly analysis: Analysis;
  readonly lines: Lines;
}

/** The definitions of a document, as `--format json` has them. */
export function definitionRecords({ analysis }: ReportedDocument) {
  const { text } = analysis.document;
  return analysis.blocks.flatMap(({ start: from, role, facts }) =>
    facts.definitions.map(({ form, start, end, short, long, reads }) => ({
      short: reads ?? text.slice(from + short.start, from + short.end),
      long: text.slice(from + long.start, from + long.end),
      form,
      start: from + start,
      end: from + end,
      shortStart: from + short.start,
      shortEnd: from + short.end,
      longStart: from + long.start,
      longEnd: from + long.end,
      scope: role,
    })),
  );
}

/** A finding, as `--format json` has it; line and column count from 1. */
export function diagnosticRecord(diagnostic: Diagnostic, lines: Lines) {
  const { rule, severity, message, short, start, end } = diagnostic;
  return { rule, severity, message, short, start, end, ...lines.at(start) };
}

/** `silenceOf`: why nothing is reported of one that is not in order. */
export function abbreviationRecord(
  abbreviation: Abbreviation,
  documentOf: (analysis: Analysis) => ReportedDocument,
  silenceOf: (abbreviation: Abbreviation) => string | undefined,
) {
  const { short, variants, status, scopes, uses } = abbreviation;
  const notReported = silenceOf(abbreviation);
  return {
    short,
    variants,
    status,
    scopes: { abstract: scopes.abstract, main: scopes.main },
    class: abbreviation.class,
    uses,
    first: firstPlace(abbreviation, documentOf),
    long: abbreviation.definitions[0]?.longRead ?? null,
    reason: abbreviation.reason,
    ...(notReported !== undefined && { notReported }),
  };
}

/** Where the abbreviation first stands; one that is only defined (a macro) stands at its definition. */
function firstPlace(
  { mentions: [mention], definitions: [definition] }: Abbreviation,
  documentOf: (analysis: Analysis) => ReportedDocument,
) {
  const analysis = (mention ?? definition)?.analysis;
  const start = mention?.start ?? definition?.short.start;
  if (analysis === undefined || start === undefined) return null;
  const { path, lines } = documentOf(analysis);
  return { path, start, ...lines.at(start) };
}
