/** Abbreviations that other tools' files hold, as rows for a glossary file of one's own. */
import { isMap, isSeq, type Node } from 'yaml';
import { createAnalyzer } from '../../analysis/analyzer.ts';
import { readable } from '../../analysis/readable.ts';
import { whole } from '../../steps.ts';
import type { Span } from '../../types.ts';
import { readYaml } from '../../yaml.ts';
import { parseLayerFile } from '../layerFile.ts';
import { rowOf } from '../layerRow.ts';
import { child, textOf } from '../nodes.ts';
import { fold, foldLong } from '../normalize.ts';
import { readTable } from '../table.ts';
import { fromBib2gls } from './bib2gls.ts';
import { fromContextive } from './contextive.ts';
import { fromDefinitionList } from './definitionList.ts';
import type { ImportedRow, ImportProblem } from './importedRow.ts';

/** What a file gives, in its order, none twice. */
export interface Imported {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads the abbreviations of a file, by the ending of its name.
 *
 * | file | abbreviations |
 * |---|---|
 * | CSV, TSV | its rows; without a row that names the columns, the first two are short and long form |
 * | YAML, JSON | a glossary file of ours; MyST's `abbreviations:`; Quarto's `acronyms:`; Contextive's `contexts:` |
 * | `.bib` | bib2gls' `@abbreviation` and `@acronym` |
 * | a manuscript | all that it defines: in words, in lists, by `\newacronym`, `*[X]:`, front matter, `<def-list>`, … |
 */
export function importedRows(text: string, name: string): Imported {
  const problems: ImportProblem[] = [];
  const lower = name.toLowerCase();
  const rows = /\.(?:csv|tsv)$/.test(lower)
    ? fromTable(text, lower, problems)
    : /\.(?:ya?ml|json)$/.test(lower)
      ? fromData(text, lower, problems)
      : lower.endsWith('.bib')
        ? fromBib2gls(text)
        : (fromDefinitionList(text) ?? fromManuscript(text, name));
  const seen = new Set<string>();
  const once = rows.filter(({ row }) => {
    const key = `${fold(row.short)}\n${foldLong(row.long)}`;
    if (seen.has(key) || foldLong(row.long) === '') return false;
    seen.add(key);
    return true;
  });
  return { rows: once, problems };
}

function fromLayer(text: string, name: string, problems: ImportProblem[]): readonly ImportedRow[] {
  const read = parseLayerFile(text, name);
  problems.push(...read.problems);
  return read.entries.map((entry, index) => ({ ...read.places[index]!, row: rowOf(entry) }));
}

function fromTable(text: string, name: string, problems: ImportProblem[]): readonly ImportedRow[] {
  const separator = name.endsWith('.tsv') ? '\t' : ',';
  const read = parseLayerFile(text, name);
  const { rows } = readTable(text, separator);
  const isBare =
    read.problems.some(({ severity }) => severity === 'error') && rows.every(row => row.length === 2);
  if (!isBare) return fromLayer(text, name, problems);
  return rows.flatMap(([first, second]) => {
    const [short, long] = [first!.text.trim(), second!.text.trim()];
    return short && long ? [{ start: first!.start, end: second!.end, row: { short, long } }] : [];
  });
}

function fromData(text: string, name: string, problems: ImportProblem[]): readonly ImportedRow[] {
  const root = readYaml(text).contents;
  const contexts = child(root, 'contexts');
  if (isSeq(contexts)) return fromContextive(contexts, problem => problems.push(problem));
  const quarto = child(child(root, 'acronyms'), 'keys') ?? child(root, 'acronyms');
  if (isSeq(quarto)) return (quarto.items as Node[]).flatMap(fromQuarto);
  const myst = child(child(root, 'project'), 'abbreviations') ?? quarto;
  if (isMap(myst)) return fromPairs(myst.items as { key: Node; value: Node | null }[]);
  return fromLayer(text, name, problems);
}

/** `shortname` and `longname` (the Quarto extension "acronyms"), their plurals below `plural`. */
function fromQuarto(item: Node): readonly ImportedRow[] {
  const [start, end] = item.range ?? [0, 0];
  const [short, long] = [textAt(item, 'shortname'), textAt(item, 'longname')];
  const plural = textAt(child(item, 'plural'), 'longname');
  return short && long ? [{ start, end, row: { short, long, ...(plural && { plural }) } }] : [];
}

function fromPairs(pairs: readonly { key: Node; value: Node | null }[]): readonly ImportedRow[] {
  return pairs.flatMap(({ key, value }) => {
    const [short, long] = [textOf(key), textOf(value)];
    const [start, end] = [key.range?.[0] ?? 0, value?.range?.[1] ?? 0];
    return short && long ? [{ start, end, row: { short, long } }] : [];
  });
}

/** All definitions, in the order of the text. */
function fromManuscript(text: string, name: string): readonly ImportedRow[] {
  const analysis = whole(createAnalyzer())({ uri: `file:///${name}`, languageId: '', version: 0, text });
  return analysis.blocks.flatMap(({ start: from, facts }) =>
    facts.definitions.map(({ start, end, short, long }) => {
      const read = (span: Span) => readable(analysis, { start: from + span.start, end: from + span.end });
      return { start: from + start, end: from + end, row: { short: read(short), long: read(long) } };
    }),
  );
}

function textAt(node: Node | undefined, key: string): string {
  return textOf(child(node, key));
}
