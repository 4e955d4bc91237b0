/** Renaming a short form in a glossary file: only the form is written anew; comments, order and style stay. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Span } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { scalar } from './layerRow.ts';
import { child } from './nodes.ts';
import { csvCell, readTable } from './table.ts';
import { columnName } from './tableRows.ts';

/** A replacement in one text. */
export interface Replacement extends Span {
  readonly newText: string;
}

/** What a short form is called from now on; `undefined` where it keeps its name. */
export type NewName = (form: string) => string | undefined;

/**
 * The edits that rename short forms and variants in the text of a glossary file, whose kind its name tells. Nothing
 * where the file is broken. Linear in the text.
 */
export function renameInLayer(text: string, name: string, renamed: NewName): readonly Replacement[] {
  const lower = name.toLowerCase();
  if (lower.endsWith('.csv')) return inTable(text, ',', renamed);
  if (lower.endsWith('.tsv')) return inTable(text, '\t', renamed);
  const { contents, errors } = readYaml(text);
  if (contents === null || errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return [];
  const held = child(contents, 'entries') ?? child(contents, 'abbreviations');
  const listed = isSeq(held) || isMap(held) ? held : contents;
  return formsIn(listed).flatMap(node => {
    const newName = renamed(node.written);
    return newName === undefined ? [] : [{ ...node.place, newText: asWritten(text, node.place, newName) }];
  });
}

/** A short form or variant, with its place. */
interface WrittenForm {
  readonly written: string;
  readonly place: Span;
}

function formsIn(listed: Node): readonly WrittenForm[] {
  if (isMap(listed)) return (listed.items as Pair<Node, Node | null>[]).flatMap(formsOfPair);
  if (!isSeq(listed)) return [];
  return (listed.items as Node[]).flatMap(item => {
    if (!isMap(item)) return [];
    if (item.has('short')) return [...formsOf(child(item, 'short')), ...formsOf(child(item, 'variants'))];
    return item.items.length === 1 ? formsOfPair(item.items[0] as Pair<Node, Node | null>) : [];
  });
}

/** `CAR: chimeric antigen receptor`, or `CAR: {long: …, variants: […]}`. */
function formsOfPair({ key, value }: Pair<Node, Node | null>): readonly WrittenForm[] {
  return [...formsOf(key), ...formsOf(child(value, 'variants'))];
}

function formsOf(node: Node | undefined): readonly WrittenForm[] {
  if (isSeq(node)) return (node.items as Node[]).flatMap(formsOf);
  if (!isScalar(node) || !node.range || node.value === null) return [];
  const written = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return [{ written, place: { start: node.range[0], end: node.range[1] } }];
}

/** A name in the quotation marks that stand at a place, or in those that it needs. */
function asWritten(text: string, { start }: Span, name: string): string {
  // A comma or bracket would part a list between brackets.
  if (text[start] === '"' || /[,[\]{}]/.test(name)) return JSON.stringify(name);
  return text[start] === "'" ? `'${name.replaceAll("'", "''")}'` : scalar(name);
}

function inTable(text: string, separator: string, renamed: NewName): readonly Replacement[] {
  const {
    rows: [header, ...body],
    unclosed,
  } = readTable(text, separator);
  if (header === undefined || unclosed !== undefined) return [];
  const columns = header.map(({ text: name }) => columnName(name));
  return body.flatMap(cells =>
    cells.flatMap(({ start, end, text: cell }, index): Replacement[] => {
      const column = columns[index];
      if (column !== 'short' && column !== 'variants') return [];
      const forms = column === 'variants' ? cell.split('|') : [cell];
      const now = forms.map(form => renamed(form.trim()) ?? form);
      if (now.every((form, at) => form === forms[at])) return [];
      return [{ start, end, newText: csvCell(now.join('|')) }];
    }),
  );
}
