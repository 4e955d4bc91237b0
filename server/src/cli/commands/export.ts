import { abbreviationList, knownNames, listWriters } from '../../core/index.ts';
import type { Work } from '../documents.ts';
import type { Terminal } from '../output.ts';
import { Reading } from '../reading.ts';
import { readingRequest } from '../request.ts';
import { bundledService } from '../service.ts';
import { ExitCode, manuscriptOptions, oneOf, parse } from '../usage.ts';

/** `immunogloss export`: the abbreviation list of each manuscript, one after the other. */
export async function exportList(args: readonly string[], terminal: Terminal, work: Work): Promise<ExitCode> {
  const { values, positionals } = parse(args, { ...manuscriptOptions, format: { type: 'string' } });
  const format = oneOf('format', values.format, ['csv', 'latex', 'myst', 'quarto', 'abbr', 'jats']);
  const reading = new Reading(
    readingRequest(positionals, values),
    bundledService(),
    knownNames,
    terminal,
    work,
  );
  for await (const { manuscript } of reading.reports()) {
    await terminal.print(listWriters[format](abbreviationList(manuscript)));
  }
  return reading.failed ? ExitCode.failed : ExitCode.nothing;
}
