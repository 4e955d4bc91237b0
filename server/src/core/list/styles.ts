/** New abbreviation lists, each in the syntax of its document's format. */

import { latexText, xmlText } from './escapes.ts';
import { type ListedForm, macroKey, type NewEntry } from './newEntry.ts';

/** How a new list looks. */
export type ListStyle = 'definitions' | 'table' | 'macros' | 'bmc' | 'j-immunol';

/** What a writer is told of each style. */
export const listStyles: Readonly<Record<ListStyle, string>> = {
  definitions: 'A heading and a definition list',
  table: 'A heading and a table of two columns',
  macros: '\\newacronym entries and \\printglossary',
  bmc: 'BMC: a heading, and the entries in one paragraph',
  'j-immunol': 'J Immunol: “Abbreviations used in this article: …”',
};

/** What a list is written with in one format. */
interface ListSyntax {
  readonly heading: (level: number) => string;
  readonly text: (text: string) => string;
  readonly definitions: (list: readonly ListedForm[]) => string;
  readonly table?: (list: readonly ListedForm[]) => string;
  readonly paragraph?: (text: string) => string;
}

const NAME = 'Abbreviations';
const lines = (list: readonly string[]): string => list.join('\n');
const asIs = (text: string): string => text;
const underlined = (sign: string): string => `${NAME}\n${sign.repeat(NAME.length)}`;

/** By format. A notebook's JSON is no place for a list: its cells are Markdown documents of their own. */
const syntaxes: Readonly<Record<string, ListSyntax>> = {
  /** Definition lists of Pandoc, Quarto, PHP Markdown Extra. */
  markdown: {
    heading: level => `${'#'.repeat(level)} ${NAME}`,
    text: asIs,
    definitions: list => list.map(({ short, long }) => `${short}\n:   ${long}`).join('\n\n'),
    table: list =>
      lines([
        '| Abbreviation | Meaning |',
        '|---|---|',
        ...list.map(({ short, long }) => `| ${short} | ${long} |`),
      ]),
  },
  latex: {
    heading: level => `\\${['chapter', 'section', 'subsection'][level - 1] ?? 'subsubsection'}*{${NAME}}`,
    text: latexText,
    definitions: list =>
      lines([
        '\\begin{description}',
        ...list.map(({ short, long }) => `  \\item[${short}] ${long}`),
        '\\end{description}',
      ]),
    table: list =>
      lines([
        '\\begin{tabular}{ll}',
        ...list.map(({ short, long }) => `  ${short} & ${long} \\\\`),
        '\\end{tabular}',
      ]),
  },
  plaintext: {
    heading: () => NAME,
    text: asIs,
    definitions: list => lines(list.map(({ short, long }) => `${short}: ${long}`)),
  },
  html: {
    heading: level => `<h${level}>${NAME}</h${level}>`,
    text: xmlText,
    definitions: list =>
      lines(['<dl>', ...list.map(({ short, long }) => `<dt>${short}</dt><dd>${long}</dd>`), '</dl>']),
    table: list =>
      lines([
        '<table>',
        ...list.map(({ short, long }) => `<tr><td>${short}</td><td>${long}</td></tr>`),
        '</table>',
      ]),
    paragraph: text => `<p>${text}</p>`,
  },
  /** JATS 1.3, `<glossary>`, which stands in `<back>`. */
  jats: {
    heading: () => '',
    text: xmlText,
    definitions: list =>
      lines([
        '<glossary>',
        `<title>${NAME}</title>`,
        '<def-list>',
        ...list.map(
          ({ short, long }) => `<def-item><term>${short}</term><def><p>${long}</p></def></def-item>`,
        ),
        '</def-list>',
        '</glossary>',
      ]),
  },
  typst: {
    heading: level => `${'='.repeat(level)} ${NAME}`,
    text: asIs,
    definitions: list => lines(list.map(({ short, long }) => `/ ${short}: ${long}`)),
  },
  restructuredtext: {
    heading: level => underlined(level === 1 ? '=' : '-'),
    text: asIs,
    definitions: list => list.map(({ short, long }) => `${short}\n   ${long}`).join('\n\n'),
  },
  asciidoc: {
    heading: level => `${'='.repeat(level + 1)} ${NAME}`,
    text: asIs,
    definitions: list => lines(list.map(({ short, long }) => `${short}:: ${long}`)),
  },
  org: {
    heading: level => `${'*'.repeat(level)} ${NAME}`,
    text: asIs,
    definitions: list => lines(list.map(({ short, long }) => `- ${short} :: ${long}`)),
  },
};

/** The styles in which a new list can be written into a document of a format. */
export function stylesOf(format: string): readonly ListStyle[] {
  const syntax = syntaxes[format];
  if (syntax === undefined) return [];
  if (format === 'jats') return ['definitions'];
  return [
    'definitions',
    ...(syntax.table === undefined ? [] : (['table'] as const)),
    ...(format === 'latex' ? (['macros'] as const) : []),
    'bmc',
    'j-immunol',
  ];
}

/** A whole list, heading included, without line ends around it. `level`: of the manuscript's main sections. */
export function newList(
  format: string,
  style: Exclude<ListStyle, 'macros'>,
  list: readonly ListedForm[],
  level: number,
): string {
  const { heading, definitions, table, paragraph = asIs } = syntaxes[format]!;
  const pairs = (parting: string): string =>
    list.map(({ short, long }) => `${short}${parting}${long}`).join('; ');
  if (style === 'j-immunol') return paragraph(`${NAME} used in this article: ${pairs(', ')}.`);
  const body = style === 'bmc' ? paragraph(pairs(': ')) : ((style === 'table' && table) || definitions)(list);
  return heading(level) === '' ? body : `${heading(level)}\n\n${body}`;
}

/** The entries as declarations of the glossaries package. */
export function newMacros(list: readonly NewEntry[]): string {
  return lines(
    list.map(({ short, long, key }) => `\\newacronym{${macroKey(short, key)}}{${short}}{${long}}`),
  );
}

/** Plain text as a format writes it. */
export function escaped(format: string, text: string): string {
  return (syntaxes[format]?.text ?? asIs)(text);
}
