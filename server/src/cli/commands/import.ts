import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { addToLayer, GLOSSARY_ENDINGS, type ImportedRow, importedRows } from '../../core/index.ts';
import { blockingNodeFiles, uriOf, writeProblem, writeWhole } from '../../node/index.ts';
import { shownPath } from '../inputs.ts';
import { Lines } from '../lines.ts';
import type { Terminal } from '../output.ts';
import { ExitCode, parse, UsageError } from '../usage.ts';

const DEFAULT_TARGET = '.immunogloss/glossary.yaml';

/** An imported row, and its place in words: `terms.csv:3:1`. */
interface Placed extends ImportedRow {
  readonly place: string;
}

/** `immunogloss import`: the abbreviations of other files, added to a glossary file of one's own. */
export async function importForms(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = { into: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const { values, positionals } = parse(args, options);
  const target = values.into ?? DEFAULT_TARGET;
  if (positionals.length === 0) throw new UsageError('import takes the files to read');
  if (!GLOSSARY_ENDINGS.some(ending => target.toLowerCase().endsWith(ending))) {
    throw new UsageError(`--into takes a file that ends in ${GLOSSARY_ENDINGS.join(', ')}`);
  }
  const complain = (message: string): ExitCode => {
    terminal.complain(message);
    return ExitCode.failed;
  };

  const { rows, code } = await readAll(positionals, terminal);
  const content = await blockingNodeFiles.read(uriOf(target));
  if ('problem' in content && content.problem.kind !== 'missing') {
    return complain(`${target} ${content.problem.message}`);
  }
  const text = 'text' in content ? content.text : '';
  const lines = new Lines(text);
  const placeIn = (offset: number) => {
    const { line, column } = lines.at(offset);
    return `${target}:${line}:${column}`;
  };
  const result = addToLayer(
    text,
    target,
    rows.map(({ row }) => row),
  );
  if ('severity' in result) return complain(`${placeIn(result.start)}: ${result.message}`);

  const { edit, added, present, conflicts } = result;
  for (const { row, long, place } of conflicts) {
    const from = rows.find(each => each.row === row)!.place;
    const where = place === null ? '' : ` (${placeIn(place.start)})`;
    terminal.complain(`${from}: "${row.short}" is left out: it stands for "${long}"${where}`);
  }
  const after = edit === null ? text : text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  if (values['dry-run']) {
    const headers = { headerOptions: FILE_HEADERS_ONLY };
    if (edit !== null) {
      await terminal.print(createTwoFilesPatch(target, target, text, after, undefined, undefined, headers));
    }
  } else {
    try {
      if (edit !== null) await writeWhole(uriOf(target), after);
    } catch (error) {
      return complain(`${target} ${writeProblem(error)}`);
    }
    const known = present.length > 0 ? `, ${present.length} there already` : '';
    await terminal.print(`${added.length} added to ${target}${await linkNote(target)}${known}\n`);
  }
  const isWhole = conflicts.length === 0 && rows.length > 0;
  return code === ExitCode.nothing && !isWhole ? ExitCode.found : code;
}

/** Where a path leads that is a link, or behind one: a file that somebody else sent may lead anywhere. */
async function linkNote(path: string): Promise<string> {
  const real = await blockingNodeFiles.target?.(uriOf(path));
  return real && real !== uriOf(path) ? ` (a link to ${shownPath(real)})` : '';
}

/** The rows of all files, in their order. What cannot be read is told. */
async function readAll(
  paths: readonly string[],
  terminal: Terminal,
): Promise<{ readonly rows: readonly Placed[]; readonly code: ExitCode }> {
  const rows: Placed[] = [];
  let code: ExitCode = ExitCode.nothing;
  for (const path of paths) {
    const content = await blockingNodeFiles.read(uriOf(path));
    if ('problem' in content) {
      terminal.complain(`${path} ${content.problem.message}`);
      code = ExitCode.failed;
      continue;
    }
    const imported = importedRows(content.text, path);
    const lines = new Lines(content.text);
    const placeOf = (offset: number) => {
      const { line, column } = lines.at(Math.min(offset, content.text.length));
      return `${path}:${line}:${column}`;
    };
    for (const { start, message } of imported.problems) {
      terminal.complain(`${placeOf(start)}: ${message}`);
      if (code === ExitCode.nothing) code = ExitCode.found;
    }
    if (imported.rows.length === 0) terminal.complain(`${path} holds no abbreviations`);
    for (const row of imported.rows) rows.push({ ...row, place: placeOf(row.start) });
  }
  return { rows, code };
}
