/** The abbreviation list of a manuscript, in the syntaxes that other tools read. */
import { readable } from '../analysis/readable.ts';
import { csvCell } from '../glossary/table.ts';
import { latexText, xmlText } from '../list/escapes.ts';
import type { ListedForm } from '../list/newEntry.ts';
import type { Manuscript } from '../types.ts';

/** What a manuscript defines, by short form: of several definitions the first. */
export function abbreviationList({ abbreviations }: Manuscript): readonly ListedForm[] {
  const listed = abbreviations.flatMap(({ short, definitions: [first] }) =>
    first === undefined ? [] : [{ short, long: readable(first.analysis, first.long) }],
  );
  return listed.sort((a, b) => a.short.localeCompare(b.short, 'en'));
}

/** Each writes a whole list, with a line break at its end. */
export const listWriters = {
  csv: list => rows(['short,long', ...list.map(({ short, long }) => `${csvCell(short)},${csvCell(long)}`)]),
  /** glossaries and glossaries-extra. */
  latex: list =>
    rows(
      list.map(({ short, long }, index) => {
        const key = short.replace(/[^A-Za-z0-9-]/g, '') || `a${index}`;
        return `\\newacronym{${key.toLowerCase()}}{${latexText(short)}}{${latexText(long)}}`;
      }),
    ),
  /** Front matter (mystmd.org/guide/glossaries-and-terms). */
  myst: list =>
    rows(['abbreviations:', ...list.map(({ short, long }) => `  ${quoted(short)}: ${quoted(long)}`)]),
  /** Front matter of the Quarto extension "acronyms". */
  quarto: list =>
    rows([
      'acronyms:',
      '  keys:',
      ...list.flatMap(({ short, long }) => [
        `    - shortname: ${quoted(short)}`,
        `      longname: ${quoted(long)}`,
      ]),
    ]),
  /** PHP Markdown Extra, Python-Markdown. */
  abbr: list => rows(list.map(({ short, long }) => `*[${short}]: ${long}`)),
  /** JATS 1.3, `<def-list>`. */
  jats: list =>
    rows([
      '<def-list>',
      ...list.map(
        ({ short, long }) =>
          `  <def-item><term>${xmlText(short)}</term><def><p>${xmlText(long)}</p></def></def-item>`,
      ),
      '</def-list>',
    ]),
} as const satisfies Readonly<Record<string, (list: readonly ListedForm[]) => string>>;

export type ListFormat = keyof typeof listWriters;

function rows(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
