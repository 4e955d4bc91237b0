/** Glossary files that are tables: CSV and TSV. */
import type { Span } from '../types.ts';
import { type LayerRows, Rows } from './layerRows.ts';
import { readTable } from './table.ts';

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

/** Reads a table whose first row names its columns; several values of one cell are parted by `|`. */
export function tableRows(text: string, separator: string): LayerRows {
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
