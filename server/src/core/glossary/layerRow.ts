/** An entry that somebody wants in a glossary file, and how files of each kind write it. */
import { lettered } from '../lettered.ts';
import type { GlossaryEntry } from '../types.ts';
import { parseEntry } from './load.ts';
import { csvCell } from './table.ts';

/** An entry as its writer gives it: what is left out is the usual. */
export type LayerRow = Pick<GlossaryEntry, 'short' | 'long'> & Partial<Omit<GlossaryEntry, 'origin'>>;

/** The fields that a row may have besides its two forms, in the order in which they are written. */
export const EXTRA_FIELDS = [
  'plural',
  'variants',
  'alternatives',
  'wrong',
  'class',
  'domain',
  'gloss',
  'note',
  'printed',
  'see',
  'therapy',
  'undefinedIn',
  'context',
  'sources',
  'id',
] as const satisfies readonly (keyof LayerRow)[];

/** An entry that was read, without what it has only because its file didn't say otherwise. */
export function rowOf({ origin: _, ...entry }: GlossaryEntry): LayerRow {
  const usual = parseEntry({ short: entry.short, long: entry.long }, () => {});
  const said = Object.entries(entry).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(usual?.[name as keyof GlossaryEntry]),
  );
  return { ...Object.fromEntries(said), short: entry.short, long: entry.long };
}

function extras(row: LayerRow): readonly (readonly [string, unknown])[] {
  return EXTRA_FIELDS.flatMap(name => (row[name] === undefined ? [] : [[name, row[name]] as const]));
}

/** `CAR: chimeric antigen receptor`, or a map below the short form. `indent`: what each line begins with. */
export function yamlPair(row: LayerRow, indent: string, eol: string): string {
  const more = extras(row);
  if (more.length === 0) return `${indent}${scalar(row.short)}: ${scalar(row.long)}`;
  const fields = [['long', row.long] as const, ...more];
  return [
    `${indent}${scalar(row.short)}:`,
    ...fields.map(([name, value]) => `${indent}  ${name}: ${fieldValue(value)}`),
  ].join(eol);
}

/** An item of a list: `- short: CAR`, its other fields below. */
export function yamlItem(row: LayerRow, indent: string, eol: string): string {
  const fields = [['short', row.short] as const, ['long', row.long] as const, ...extras(row)];
  return fields
    .map(([name, value], index) => `${indent}${index === 0 ? '- ' : '  '}${name}: ${fieldValue(value)}`)
    .join(eol);
}

/** A member of a JSON object: `"CAR": "chimeric antigen receptor"`, or an object. YAML's braces take it too. */
export function jsonMember(row: LayerRow): string {
  const more = extras(row);
  const value = more.length === 0 ? row.long : Object.fromEntries([['long', row.long], ...more]);
  return `${JSON.stringify(row.short)}: ${json(value)}`;
}

/** An item of a JSON list. */
export function jsonItem(row: LayerRow): string {
  return json(Object.fromEntries([['short', row.short], ['long', row.long], ...extras(row)]));
}

/** A table's row below these columns. What has no column is left out. */
export function tableRow(row: LayerRow, columns: readonly string[], separator: string): string {
  const cell = (column: string): string => {
    const value = row[column as keyof LayerRow];
    const text = Array.isArray(value) ? value.join('|') : typeof value === 'string' ? value : '';
    return separator === '\t' && /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : csvCell(text);
  };
  return columns.map(cell).join(separator);
}

/** JSON on one line, with a space behind each comma and colon. */
function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${json(each)}`);
  return `{${members.join(', ')}}`;
}

function fieldValue(value: unknown): string {
  return typeof value === 'string' ? scalar(value) : json(value);
}

const WORDS_OF_YAML = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** Begins with a letter, ends with none of YAML's marks, and holds neither `: ` nor ` #`. */
const PLAIN = lettered`^[\p{L}](?:[\p{L}\p{N} ()/'’+.,;–-]*[\p{L}\p{N})+.'’-])?$`;

/** Text as YAML: plain where it can be, else in double quotes. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !WORDS_OF_YAML.test(text) ? text : JSON.stringify(text);
}
