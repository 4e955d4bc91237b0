/** Adding entries to a glossary file: the file is added to, never written anew, and nothing in it is replaced. */

import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineEndOf } from '../lineEnds.ts';
import type { GlossaryEntry, Insertion, Span } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { endOfLast, onOwnLines, placeBehind } from '../yamlList.ts';
import { longKeys, shortKeys } from './forms.ts';
import { parseLayerFile } from './layerFile.ts';
import {
  EXTRA_FIELDS,
  jsonItem,
  jsonMember,
  type LayerRow,
  tableRow,
  yamlItem,
  yamlPair,
} from './layerRow.ts';
import type { LayerProblem, LayerRows } from './layerRows.ts';
import { fold, foldLong } from './normalize.ts';
import { readTable } from './table.ts';
import { columnName } from './tableRows.ts';

/** A row whose short form stands for something else already. */
export interface Conflict {
  readonly row: LayerRow;
  /** What the short form stands for there. */
  readonly long: string;
  /** Where that stands in the file; `null`: it is one of the rows before this one. */
  readonly place: Span | null;
}

/** What became of the rows that were to be added. */
export interface LayerAddition {
  /** The one insertion that adds them; `null` where there is nothing to add. */
  readonly edit: Insertion | null;
  readonly added: readonly LayerRow[];
  /** Known to the file already, with this long form. */
  readonly present: readonly LayerRow[];
  readonly conflicts: readonly Conflict[];
}

/**
 * What adds rows to the text of a glossary file (empty for a new one), whose kind its name tells. A file that
 * is broken, or whose shape leaves no place for more, gets nothing: then the answer is what is wrong with it.
 */
export function addToLayer(
  text: string,
  name: string,
  rows: readonly LayerRow[],
): LayerAddition | LayerProblem {
  const before = parseLayerFile(text, name);
  const broken = before.problems.find(({ severity }) => severity === 'error');
  // A table that has no row of columns yet is no broken one.
  if (broken !== undefined && text.trim() !== '') return broken;
  const sorted = sortedOut(before, rows);
  if (sorted.added.length === 0) return { edit: null, ...sorted };
  const eol = lineEndOf(text);
  const edit = insertion(text, name.toLowerCase(), sorted.added, eol);
  if (edit === undefined || !holds(text, name, before, edit, sorted.added)) {
    return {
      start: 0,
      end: 0,
      severity: 'error',
      message: 'This file leaves no place for another entry: add it by hand.',
    };
  }
  return { edit, ...sorted };
}

/** Which rows are new. */
function sortedOut({ entries, places }: LayerRows, rows: readonly LayerRow[]): Omit<LayerAddition, 'edit'> {
  const known = new Map<string, { readonly entry: Known; readonly place: Span | null }[]>();
  const learn = (entry: Known, place: Span | null): void => {
    for (const key of shortKeys(entry as GlossaryEntry)) {
      known.set(key, [...(known.get(key) ?? []), { entry, place }]);
    }
  };
  for (const [index, entry] of entries.entries()) learn(entry, places[index]!);
  const added: LayerRow[] = [];
  const present: LayerRow[] = [];
  const conflicts: Conflict[] = [];
  for (const row of rows) {
    const senses = known.get(fold(row.short)) ?? [];
    const [first] = senses;
    if (first === undefined) {
      added.push(row);
      learn(row, null);
    } else if (senses.some(({ entry }) => longKeys(entry as GlossaryEntry).has(foldLong(row.long)))) {
      present.push(row);
    } else conflicts.push({ row, long: first.entry.long, place: first.place });
  }
  return { added, present, conflicts };
}

type Known = Pick<GlossaryEntry, 'short' | 'long' | 'plural' | 'variants' | 'alternatives'>;

/** Whether the file, with the insertion, has all entries that it had, then the new ones, and no new fault. */
function holds(
  text: string,
  name: string,
  before: LayerRows,
  { start, newText }: Insertion,
  added: readonly LayerRow[],
): boolean {
  const after = parseLayerFile(text.slice(0, start) + newText + text.slice(start), name);
  const forms = (rows: readonly LayerRow[]) => JSON.stringify(rows.map(({ short, long }) => [short, long]));
  return (
    after.problems.length === before.problems.filter(({ severity }) => severity !== 'error').length &&
    forms(after.entries) === forms([...before.entries, ...added])
  );
}

function insertion(
  text: string,
  name: string,
  rows: readonly LayerRow[],
  eol: string,
): Insertion | undefined {
  if (name.endsWith('.csv')) return intoTable(text, ',', rows, eol);
  if (name.endsWith('.tsv')) return intoTable(text, '\t', rows, eol);
  if (name.endsWith('.json') && text.trim() === '') {
    return at(text.length, `{${eol}  ${rows.map(jsonMember).join(`,${eol}  `)}${eol}}${eol}`);
  }
  const root = readYaml(text).contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return linesAt(
      text,
      text.length,
      rows.map(row => yamlPair(row, '', eol)),
      eol,
    );
  }
  const held = isMap(root) ? (root.get('entries', true) ?? root.get('abbreviations', true)) : undefined;
  const list = isSeq(held) || isMap(held) ? held : root;
  if (!isSeq(list) && !isMap(list)) return undefined;
  return list.flow === true ? intoBrackets(text, list, rows, eol) : intoLines(text, list, rows, eol);
}

function intoTable(text: string, separator: string, rows: readonly LayerRow[], eol: string): Insertion {
  const [header] = readTable(text, separator).rows;
  const named = header?.map(({ text: cell }) => cell);
  const used = EXTRA_FIELDS.filter(field => field !== 'wrong' && field !== 'sources');
  const columns = named?.map(columnName) ?? [
    'short',
    'long',
    ...used.filter(column => rows.some(row => row[column] !== undefined)),
  ];
  const lines = rows.map(row => tableRow(row, columns, separator));
  return linesAt(text, text.length, named === undefined ? [columns.join(separator), ...lines] : lines, eol);
}

/** Behind the last entry of a map or list in block style, with its indentation. */
function intoLines(
  text: string,
  list: YAMLMap | YAMLSeq,
  rows: readonly LayerRow[],
  eol: string,
): Insertion | undefined {
  const place = placeBehind(text, list);
  if (place === undefined) return undefined;
  const write = isSeq(list) ? yamlItem : yamlPair;
  return linesAt(
    text,
    place.offset,
    rows.map(row => write(row, place.indent, eol)),
    eol,
  );
}

/** Behind the last entry between brackets or braces; each on a line of its own where the entries are. */
function intoBrackets(
  text: string,
  list: YAMLMap | YAMLSeq,
  rows: readonly LayerRow[],
  eol: string,
): Insertion | undefined {
  const items = rows.map(isSeq(list) ? jsonItem : jsonMember);
  const last = list.items.at(-1) as Node | Pair<Node, Node | null> | undefined;
  const open = list.range?.[0];
  if (open === undefined) return undefined;
  if (last === undefined) {
    const inside = text.slice(open + 1, list.range![1] - 1);
    const close = inside.includes('\n') ? '' : eol;
    return at(open + 1, items.map(item => `${eol}  ${item}`).join(',') + close);
  }
  const node = 'key' in last ? last.key : last;
  const end = endOfLast(list);
  const start = node.range?.[0];
  if (start === undefined || end === undefined) return undefined;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const gap = before.trim() === '' && before.length < start - open ? eol + before : ' ';
  return at(end, items.map(item => `,${gap}${item}`).join(''));
}

function linesAt(text: string, offset: number, lines: readonly string[], eol: string): Insertion {
  return at(offset, onOwnLines(text, offset, lines, eol));
}

function at(offset: number, newText: string): Insertion {
  return { start: offset, end: offset, newText };
}
