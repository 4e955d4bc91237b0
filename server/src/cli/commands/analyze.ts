import { knownNames } from '../../core/index.ts';
import type { Work } from '../documents.ts';
import type { Terminal } from '../output.ts';
import { Reading } from '../reading.ts';
import { jsonReport } from '../reporters/json.ts';
import { readingRequest } from '../request.ts';
import { bundledService } from '../service.ts';
import { ExitCode, manuscriptOptions, oneOf, parse, UsageError } from '../usage.ts';
import { analyzeRecords } from './analyzeRecords.ts';

/** `immunogloss analyze`: everything that was found, as JSON. */
export async function analyze(args: readonly string[], terminal: Terminal, work: Work): Promise<ExitCode> {
  const { values, positionals } = parse(args, {
    ...manuscriptOptions,
    format: { type: 'string' },
    ndjson: { type: 'boolean' },
  });
  oneOf('format', values.format, ['json']);
  const request = readingRequest(positionals, values);
  const reading = new Reading(request, bundledService(), knownNames, terminal, work);
  if (values.ndjson) {
    if (request.paths.length > 0 || request.grouping !== 'detect') {
      throw new UsageError('--ndjson reads records on standard input, and takes no PATHS');
    }
    const { service, configuration } = await reading.here();
    await analyzeRecords(process.stdin, service, configuration, terminal.print);
    return reading.failed ? ExitCode.failed : ExitCode.nothing;
  }
  for await (const piece of jsonReport(reading.reports(), true)) await terminal.print(piece);
  return reading.failed ? ExitCode.failed : ExitCode.nothing;
}
