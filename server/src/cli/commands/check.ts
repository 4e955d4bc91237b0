import { knownNames, type Severity } from '../../core/index.ts';
import { Baselines } from '../baseline.ts';
import type { Work } from '../documents.ts';
import { fixingOf, printedText, safeFixOf, unifiedDiff, writeFixed } from '../fixing.ts';
import { ProjectIgnores } from '../ignores.ts';
import { STANDARD_INPUT } from '../inputs.ts';
import type { Terminal } from '../output.ts';
import { Reading, type ReadingRequest } from '../reading.ts';
import type { FixedFile, ManuscriptReport } from '../report.ts';
import { githubReport } from '../reporters/github.ts';
import { jsonReport } from '../reporters/json.ts';
import { prettyReport } from '../reporters/pretty.ts';
import { summaryReport } from '../reporters/summary.ts';
import { readingRequest } from '../request.ts';
import { bundledService } from '../service.ts';
import { ExitCode, manuscriptOptions, oneOf, parse, UsageError } from '../usage.ts';

/** Worst first. */
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** `immunogloss check`: findings, as many as are severe enough, and whether there were any. */
export async function check(args: readonly string[], terminal: Terminal, work: Work): Promise<ExitCode> {
  const { values, positionals } = parse(args, {
    ...manuscriptOptions,
    format: { type: 'string' },
    fix: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'write-baseline': { type: 'boolean' },
    'min-severity': { type: 'string', default: 'information' },
  });
  const format = oneOf('format', values.format, ['pretty', 'summary', 'json', 'github']);
  const least = SEVERITIES.indexOf(oneOf('min-severity', values['min-severity'], SEVERITIES));
  const counted = new Set<Severity>(SEVERITIES.slice(0, least + 1));

  const request = readingRequest(positionals, values);
  const fixing = fixingOf(values, request);
  const reading = new Reading(request, bundledService(), knownNames, terminal, work);
  const baselines = new Baselines();
  if (values['write-baseline']) {
    refuseBeside(values, request);
    for await (const report of reading.reports()) await baselines.add(report, reading);
    await baselines.write(reading, terminal);
    return reading.failed ? ExitCode.failed : ExitCode.nothing;
  }
  const ignores = new ProjectIgnores();
  let found = false;
  let fixed = 0;
  const choose = safeFixOf(counted);
  const keep = async (files: readonly FixedFile[]) =>
    fixing === 'write' ? writeFixed(files, reading) : new Set<string>();
  const reports = (async function* (): AsyncGenerator<ManuscriptReport> {
    for await (const report of reading.reports(fixing === 'none' ? undefined : { choose, keep })) {
      const diagnostics = report.sifted.fresh.filter(each => counted.has(each.severity));
      if (report.baseline.uri !== null) await baselines.add(report, reading);
      ignores.add(report);
      found ||= diagnostics.length > 0;
      yield { ...report, diagnostics };
    }
  })();
  const changes = async function* (): AsyncGenerator<string> {
    for await (const { fixed: { count, files } = { count: 0, files: [] } } of reports) {
      fixed += count;
      found ||= fixing === 'diff' && count > 0;
      yield fixing === 'diff' ? unifiedDiff(files) : printedText(files, request.stdinFilename);
    }
  };
  const report = {
    pretty: () => prettyReport(reports, terminal),
    summary: () => summaryReport(reports),
    json: () => jsonReport(reports, false),
    github: () => githubReport(reports),
  }[format];
  const pieces = fixing === 'diff' || fixing === 'print' ? changes : report;
  for await (const piece of pieces()) await terminal.print(piece);
  baselines.complain(terminal);
  if (fixing === 'diff' && found && fixed === 0) {
    terminal.complain('no finding can safely be mended; check without --fix shows them');
  }
  if (await ignores.complain(terminal, counted)) found = true;
  return reading.failed ? ExitCode.failed : found ? ExitCode.found : ExitCode.nothing;
}

/** What is accepted is all that there is: nothing else that `check` can do goes with it. Throws `UsageError`. */
function refuseBeside(
  { fix, format }: { readonly fix?: boolean; readonly format?: string },
  { paths }: ReadingRequest,
): void {
  if (fix || format !== undefined)
    throw new UsageError('--write-baseline goes with neither --fix nor --format');
  if (paths.includes(STANDARD_INPUT)) throw new UsageError('--write-baseline takes files, not -');
}
