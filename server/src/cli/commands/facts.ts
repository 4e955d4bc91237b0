import {
  comparison,
  comparisonMarkdown,
  comparisonTable,
  factsMarkdown,
  facts as factsOf,
  formatOf,
  type Glossary,
} from '../../core/index.ts';
import type { Terminal } from '../output.ts';
import { comparisonRecord, comparisonText, factsRecord, factsText } from '../reporters/facts.ts';
import { glossaryHere } from '../service.ts';
import { ExitCode, oneOf, parse, UsageError } from '../usage.ts';

type Format = 'text' | 'json' | 'markdown' | 'latex';

/** `immunogloss facts`: what is known of a therapy, or of two side by side. */
export async function facts(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, { format: { type: 'string' }, compare: { type: 'string' } });
  const format = oneOf('format', values.format, ['text', 'json', 'markdown', 'latex']);
  const name = positionals.join(' ').trim();
  if (name === '') throw new UsageError('facts takes the name of a therapy');

  if (format === 'latex' && values.compare === undefined) {
    throw new UsageError('--format latex is for --compare');
  }

  const glossary = await glossaryHere(terminal);
  const names = values.compare === undefined ? [name] : [name, values.compare];
  const unknown = names.filter(each => factsOf(glossary, each) === undefined);
  if (unknown.length > 0) {
    const known = glossary.therapies.map(therapy => therapy.name).join(', ');
    for (const each of unknown) terminal.complain(`"${each}" is no therapy that is known`);
    terminal.complain(`known are: ${known}`);
    return ExitCode.found;
  }
  await terminal.print(shown(glossary, names, format, terminal.width));
  return ExitCode.nothing;
}

/** @param names one or two therapies, all known */
function shown(glossary: Glossary, names: readonly string[], format: Format, width: number): string {
  const [first = '', second] = names;
  if (second === undefined) {
    const report = factsOf(glossary, first)!;
    if (format === 'markdown') return `${factsMarkdown(report)}\n`;
    return format === 'json' ? `${JSON.stringify(factsRecord(report))}\n` : factsText(report, width);
  }
  const compared = comparison(glossary, first, second)!;
  if (format === 'markdown') return `${comparisonMarkdown(compared)}\n`;
  if (format === 'latex') {
    return comparisonTable(compared, { format: formatOf('latex', ''), text: '', keyOf: ({ id }) => id });
  }
  return format === 'json'
    ? `${JSON.stringify(comparisonRecord(compared))}\n`
    : comparisonText(compared, width);
}
