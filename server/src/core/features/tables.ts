/** A small table in the markup of each format: a caption, a row of headings, rows. */
import type { Format } from '../types.ts';

/** A row's cells, in the format's own source. */
type Row = readonly string[];

export interface Table {
  readonly caption: string;
  readonly head: Row;
  /** Rows as long as the head; the first cell of each is its heading. */
  readonly body: readonly Row[];
}

const WRITERS: Readonly<Record<string, (table: Table) => readonly string[]>> = {
  latex: latexTable,
  html: table => ['<table>', ...markupTable(table, `  <caption>${table.caption}</caption>`), '</table>'],
  jats: table => [
    '<table-wrap>',
    `  <caption><title>${table.caption}</title></caption>`,
    '  <table>',
    ...markupTable(table).map(line => `  ${line}`),
    '  </table>',
    '</table-wrap>',
  ],
  typst: typstTable,
  restructuredtext: listTable,
  asciidoc: asciidocTable,
  org: orgTable,
};

/** A table as it is written in a format: in Markdown, notebooks and plain text between pipes. Ends with a line break. */
export function tableIn({ id }: Format, table: Table): string {
  return `${(WRITERS[id] ?? pipeTable)(table).join('\n')}\n`;
}

function pipeTable({ head, body }: Table): readonly string[] {
  return [head, head.map(() => '---'), ...body].map(cells => `| ${cells.join(' | ')} |`);
}

function latexTable({ caption, head, body }: Table): readonly string[] {
  const row = (cells: Row): string => `    ${cells.join(' & ').replaceAll('–', '--').trim()} \\\\`;
  return [
    '\\begin{table}',
    `  \\caption{${caption}}`,
    '  \\begin{tabular}{p{0.16\\textwidth}p{0.38\\textwidth}p{0.38\\textwidth}}',
    '    \\hline',
    row(head),
    '    \\hline',
    ...body.map(row),
    '    \\hline',
    '  \\end{tabular}',
    '\\end{table}',
  ];
}

function markupTable({ head, body }: Table, ...before: readonly string[]): readonly string[] {
  const cells = (name: string, row: Row): string => row.map(cell => `<${name}>${cell}</${name}>`).join('');
  const row = ([heading = '', ...rest]: Row): string =>
    `    <tr>${cells('th', [heading])}${cells('td', rest)}</tr>`;
  return [
    ...before,
    '  <thead>',
    `    <tr>${cells('th', head)}</tr>`,
    '  </thead>',
    '  <tbody>',
    ...body.map(row),
    '  </tbody>',
  ];
}

/** Typst's table in a figure: `table.header` repeats on each page. */
function typstTable({ caption, head, body }: Table): readonly string[] {
  const row = (cells: Row): string => cells.map(cell => `[${cell}]`).join(', ');
  return [
    '#figure(',
    '  table(',
    `    columns: (${head.map((_, column) => (column === 0 ? '1fr' : '2fr')).join(', ')}),`,
    `    table.header(${row(head)}),`,
    ...body.map(cells => `    ${row(cells)},`),
    '  ),',
    `  caption: [${caption}],`,
    ')',
  ];
}

/** reStructuredText's `list-table`: cells of any length need no columns drawn. */
function listTable({ caption, head, body }: Table): readonly string[] {
  const row = (cells: Row): readonly string[] =>
    cells.map((cell, column) => `   ${column === 0 ? '* -' : '  -'} ${cell}`.trimEnd());
  return [`.. list-table:: ${caption}`, '   :header-rows: 1', '', ...[head, ...body].flatMap(row)];
}

function asciidocTable({ caption, head, body }: Table): readonly string[] {
  const cell = (text: string): string => `|${text.replaceAll('|', '\\|')}`;
  return [
    `.${caption}`,
    `[cols="${head.map((_, column) => (column === 0 ? 1 : 2)).join(',')}",options="header"]`,
    '|===',
    head.map(cell).join(' '),
    ...body.flatMap(cells => ['', ...cells.map(cell)]),
    '|===',
  ];
}

function orgTable({ caption, head, body }: Table): readonly string[] {
  const row = (cells: Row): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\vert{}')).join(' | ')} |`;
  return [`#+CAPTION: ${caption}`, row(head), `|${head.map(() => '---').join('+')}|`, ...body.map(row)];
}
