/**
 * One glossary file of somebody's own: YAML, JSON, CSV or TSV. What is wrong in it is told with its place in
 * the text; all other rows are kept.
 */
import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { type OwnKnowledge, ownKnowledgeIn } from '../therapies/ownKnowledge.ts';
import type { GlossaryEntry, Span } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { parseEntry } from './load.ts';
import { child, dataOf, isNothing, spanAt, spanOf } from './nodes.ts';
import { foldLong } from './normalize.ts';
import { readTable } from './table.ts';

/** What is wrong, where it stands. `error`: the file as a whole could not be read. */
export interface LayerProblem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface LayerRows {
  readonly entries: readonly GlossaryEntry[];
  /** Where each entry stands, in their order. */
  readonly places: readonly Span[];
  readonly problems: readonly LayerProblem[];
  /** What a file of therapies, facts or references holds instead of entries. */
  readonly knowledge?: OwnKnowledge;
}

/** Endings of glossary files, lower case. */
export const GLOSSARY_ENDINGS = ['.yaml', '.yml', '.json', '.csv', '.tsv'] as const;

type Report = (path: string, message: string) => void;

/**
 * Reads the text of a glossary file by the ending of its name.
 *
 * YAML and JSON hold a list of entries (`short`, `long`, and what else an entry may have), such a list under
 * `entries:`, or a map from short to long forms (under `abbreviations:` too). Tables begin with a row that
 * names their columns; several values of one cell are parted by `|`. Files that are called `facts`, `references` or
 * `therapies` hold these.
 */
export function parseLayerFile(text: string, name: string): LayerRows {
  const own = ownKnowledgeIn(text, name);
  if (own !== undefined) return { entries: [], places: [], ...own };
  const lower = name.toLowerCase();
  if (lower.endsWith('.csv')) return tableRows(text, ',');
  if (lower.endsWith('.tsv')) return tableRows(text, '\t');
  return nodeRows(text);
}

/** Gathers entries and problems of one file. */
class Rows {
  readonly entries: GlossaryEntry[] = [];
  readonly places: Span[] = [];
  readonly problems: LayerProblem[] = [];

  add(row: unknown, place: Span, report: Report): void {
    const entry = parseEntry(row, report);
    if (entry !== undefined && foldLong(entry.long) === '')
      report('/long', '"long" must hold a letter or digit.');
    else if (entry !== undefined) {
      this.entries.push(entry);
      this.places.push(place);
    }
  }

  wrong({ start, end }: Span, message: string, severity: LayerProblem['severity'] = 'warning'): void {
    this.problems.push({ start, end, severity, message });
  }
}

function nodeRows(text: string): LayerRows {
  const rows = new Rows();
  const document = readYaml(text);
  for (const { pos, code, message } of document.errors) {
    const [start, end] = pos.map(offset => Math.min(offset, text.length)) as [number, number];
    const severity = code === 'DUPLICATE_KEY' ? 'warning' : 'error';
    rows.wrong({ start, end }, `This cannot be read: ${message}.`, severity);
  }
  const root = document.contents;
  if (root === null || isNothing(root) || rows.problems.some(({ severity }) => severity === 'error'))
    return rows;
  const held = isMap(root) ? (child(root, 'entries') ?? child(root, 'abbreviations')) : undefined;
  const listed = isSeq(held) || isMap(held) ? held : root;
  if (isSeq(listed)) for (const item of listed.items) if (isNode(item)) addNode(rows, item);
  if (isMap(listed)) for (const pair of listed.items as Pair<Node, Node | null>[]) addPair(rows, pair);
  if (!isSeq(listed) && !isMap(listed)) {
    const message =
      'A glossary is a list of entries with "short" and "long", or a map such as "CAR: chimeric antigen receptor".';
    rows.wrong(spanOf(root), message, 'error');
  }
  return rows;
}

/** An item of a list: an entry, or a map of one short form to its long form. */
function addNode(rows: Rows, node: Node): void {
  if (isMap(node) && !node.has('short') && !node.has('long') && node.items.length === 1) {
    addPair(rows, node.items[0] as Pair<Node, Node | null>);
    return;
  }
  rows.add(dataOf(node), spanOf(node), (path, message) => rows.wrong(spanAt(node, path), message));
}

/** `CAR: chimeric antigen receptor`, or `CAR: {long: …}`. */
function addPair(rows: Rows, { key, value }: Pair<Node, Node | null>): void {
  const short = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : '';
  const long = value === null ? null : dataOf(value);
  const row = typeof long === 'object' && long !== null ? { short, ...long } : { short, long };
  rows.add(row, { start: spanOf(key).start, end: spanOf(value ?? key).end }, (path, message) => {
    const place = path === '/short' || value === null || isNothing(value) ? key : value;
    rows.wrong(place === value && isMap(value) ? spanAt(value, path) : spanOf(place), message);
  });
}

/** Columns that hold several values, parted by `|`. */
const LISTS: ReadonlySet<string> = new Set(['variants', 'alternatives', 'see', 'undefinedIn', 'context']);
/** What people call the columns `short` and `long`. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  abbreviation: 'short',
  acronym: 'short',
  'short form': 'short',
  expansion: 'long',
  definition: 'long',
  meaning: 'long',
  'full form': 'long',
  'long form': 'long',
};

function tableRows(text: string, separator: string): LayerRows {
  const rows = new Rows();
  const {
    rows: [header, ...body],
    unclosed,
  } = readTable(text, separator);
  if (unclosed !== undefined) {
    rows.wrong({ start: unclosed, end: unclosed + 1 }, 'This quotation mark is never closed.', 'error');
    return rows;
  }
  if (header === undefined) return rows;
  const names = header.map(({ text: name }) => columnName(name));
  if (!names.includes('short') || !names.includes('long')) {
    const span = { start: header[0]!.start, end: header.at(-1)!.end };
    rows.wrong(span, 'The first row names the columns: "short" and "long" must be among them.', 'error');
    return rows;
  }
  for (const cells of body) {
    const row: Record<string, unknown> = {};
    const places = new Map<string, Span>();
    const whole = { start: cells[0]!.start, end: cells.at(-1)!.end };
    for (const [index, cell] of cells.entries()) {
      const name = names[index];
      const value = cell.text.trim();
      if (name === undefined && value !== '') rows.wrong(cell, 'There is no column for this cell.');
      if (name === undefined || name === '' || value === '') continue;
      row[name] = LISTS.has(name) ? listed(value) : value;
      places.set(`/${name}`, cell);
    }
    rows.add(row, whole, (path, message) => rows.wrong(places.get(path) ?? whole, message));
  }
  return rows;
}

/** The field that a column called so holds. */
export function columnName(written: string): string {
  const lower = written.trim().toLowerCase();
  return COLUMN_NAMES[lower] ?? (lower === 'undefinedin' ? 'undefinedIn' : lower);
}

function listed(value: string): readonly string[] {
  return value
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '');
}
