import { createSearch, lookup as find, type GlossaryEntry, lookUpEntries } from '../../core/index.ts';
import { shownPath } from '../inputs.ts';
import type { Terminal } from '../output.ts';
import { wrapped } from '../reporters/wrap.ts';
import { glossaryHere } from '../service.ts';
import { ExitCode, oneOf, parse, UsageError } from '../usage.ts';

const MAX_RESULTS = 20;

/** `immunogloss lookup`: the glossary's answer to a short form, a long form, or a piece of one. */
export async function lookup(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, { format: { type: 'string' } });
  const format = oneOf('format', values.format, ['text', 'json']);
  const query = positionals.join(' ').trim();
  if (query === '') throw new UsageError('lookup takes what to look for');

  const glossary = await glossaryHere(terminal);
  const search = createSearch(glossary);
  const results = find(search, glossary, query, MAX_RESULTS);
  if (format === 'json') {
    const records = results.map(({ file, ...result }) =>
      file ? { ...result, path: shownPath(file) } : result,
    );
    await terminal.print(`${JSON.stringify({ query, results: records })}\n`);
  } else {
    const found = lookUpEntries(search, glossary, query, MAX_RESULTS);
    await terminal.print(found.map(entry => shown(entry, terminal.width)).join(''));
    if (found.length === 0) terminal.complain(`the glossary has nothing like "${query}"`);
  }
  return results.length > 0 ? ExitCode.nothing : ExitCode.found;
}

function shown({ short, long, domain, gloss, note, origin }: GlossaryEntry, width: number): string {
  const from = origin && `From ${shownPath(origin.uri)}`;
  const remarks = [gloss, note, from].filter(remark => remark !== undefined);
  return `${short}  ${long}  (${domain})\n${remarks.map(remark => wrapped(remark, width, '    ')).join('')}`;
}
