/** Pandoc's Markdown, Quarto, MyST, a notebook. */
import type { Manuscript } from './content.ts';
import {
  type Inline,
  inlined,
  notesApart,
  type Parts,
  piped,
  pointers,
  unnumbered,
  written,
} from './writing.ts';

/** What differs within the family. */
interface Way {
  readonly inline: Inline;
  readonly level: number;
  readonly box: (text: readonly string[]) => string;
  readonly figure: (caption: string, key: string) => string;
  readonly table: (caption: string, rows: string, key: string) => string;
  readonly entry: (short: string, long: string) => string;
}

const base: Omit<Inline, 'note'> = {
  emphasis: text => `*${text}*`,
  super: text => `^${text}^`,
  sub: text => `~${text}~`,
  cite: key => `[@${key}]`,
  pointer: key => (key === 'discs' ? '@fig-discs' : '@tbl-markers'),
};

function body(manuscript: Manuscript, { inline, level, box, figure, table, entry }: Way): string {
  const line = (text: string): string => inlined(text, inline);
  const ways: Parts = {
    heading: part => `${'#'.repeat(part.level + level - 1)} ${unnumbered(part.text)}\n\n`,
    text: part => `${line(part.text)}\n\n`,
    figure: part => figure(line(part.caption), part.key),
    table: ({ caption, rows: [head = [], ...rows], note, key }) => {
      const lines = piped([head, head.map(() => '---'), ...rows]);
      return `${table(line(caption), lines, key)}${line(note)}\n\n`;
    },
    box: part => box(part.text.map(line)),
    abbreviations: part =>
      `${'#'.repeat(level)} ${part.heading}\n\n${part.entries.map(([short, long]) => entry(short, long)).join('')}\n`,
    references: part =>
      `${'#'.repeat(level)} ${part.heading}\n\n${part.entries.map(([, text], index) => `${index + 1}. ${text}\n`).join('')}\n`,
  };
  return written(manuscript, ways);
}

const image = (caption: string): string => `![${caption}](discs.png){#fig-discs}\n\n`;
const defined = (short: string, long: string): string => `${short}\n: ${long}\n\n`;
const footnotes = (notes: readonly string[]): string =>
  notes.map((note, index) => `[^${index + 1}]: ${note}\n\n`).join('');

export function pandoc(manuscript: Manuscript): string {
  const { note, all } = notesApart(number => `[^${number}]`);
  const inline: Inline = { ...base, note };
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const head = `---\ntitle: "${title}"\nshort-title: ${runningTitle}\nauthor: ${author}\nabstract: |\n  ${inlined(abstract, inline)}\nkeywords: [${keywords.join(', ')}]\n---\n\n`;
  const main = body(manuscript, {
    inline,
    level: 1,
    box: text => `::: {.box}\n${text.join('\n\n')}\n:::\n\n`,
    figure: image,
    table: (caption, rows) => `${rows}\n: ${caption}\n\n`,
    entry: defined,
  });
  return head + main + footnotes(all());
}

export function quarto(manuscript: Manuscript): string {
  const { note, all } = notesApart(number => `[^${number}]`);
  const inline: Inline = { ...base, note };
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const head = `---\ntitle: "${title}"\nrunning-title: "${runningTitle}"\nauthor:\n  - name: ${author}\nabstract: >\n  ${inlined(abstract, inline)}\nkeywords:\n${keywords.map(word => `  - ${word}\n`).join('')}format: html\n---\n\n`;
  const main = body(manuscript, {
    inline,
    level: 2,
    box: text => `::: {.callout-note}\n${text.join('\n\n')}\n:::\n\n`,
    figure: (caption, key) =>
      `\`\`\`{r}\n#| label: fig-${key}\n#| fig-cap: "${caption}"\nplot(disc_day_7)\n\`\`\`\n\n`,
    table: (caption, rows) => `${rows}\n: ${caption} {#tbl-markers}\n\n`,
    entry: defined,
  });
  return head + main + footnotes(all());
}

export function myst(manuscript: Manuscript): string {
  const { note, all } = notesApart(number => `[^${number}]`);
  const inline: Inline = {
    emphasis: text => `*${text}*`,
    super: text => `{sup}\`${text}\``,
    sub: text => `{sub}\`${text}\``,
    cite: key => `{cite:p}\`${key}\``,
    pointer: key => `{numref}\`${key}\``,
    note,
  };
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const head = `---\ntitle: ${title}\nshort_title: ${runningTitle}\nauthors:\n  - name: ${author}\nkeywords: [${keywords.join(', ')}]\n---\n\n+++ {"part": "abstract"}\n\n${inlined(abstract, inline)}\n\n+++\n\n`;
  const main = body(manuscript, {
    inline,
    level: 2,
    box: text => `:::{note}\n${text.join('\n\n')}\n:::\n\n`,
    figure: (caption, key) => `:::{figure} discs.png\n:name: ${key}\n:alt: Discs\n\n${caption}\n:::\n\n`,
    table: (caption, rows, key) => `:::{table} ${caption}\n:name: ${key}\n\n${rows}:::\n\n`,
    entry: defined,
  });
  return head + main + footnotes(all());
}

export function notebook(manuscript: Manuscript): string {
  const inline: Inline = {
    emphasis: text => `*${text}*`,
    super: text => `<sup>${text}</sup>`,
    sub: text => `<sub>${text}</sub>`,
    cite: key => `<cite data-cite="${key}">[1]</cite>`,
    pointer: key => pointers[key]!,
    note: text => `(${text})`,
  };
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const head = `# ${title}\n\nRunning title: ${runningTitle}\n\n${author}\n\n## Abstract\n\n${inlined(abstract, inline)}\n\nKeywords: ${keywords.join(', ')}\n\n`;
  const main = body(manuscript, {
    inline,
    level: 2,
    box: text => `<div class="alert alert-block alert-info">\n\n${text.join('\n\n')}\n\n</div>\n\n`,
    figure: caption => `![${caption}](discs.png)\n\n`,
    table: (caption, rows) => `Table 1: ${caption}\n\n${rows}\n`,
    entry: (short, long) => `- **${short}**: ${long}\n`,
  });
  const cells = (head + main).split(/^(?=## )/m).map(source => ({
    cell_type: 'markdown',
    metadata: {},
    source: source.split(/(?<=\n)/),
  }));
  const code = { cell_type: 'code', execution_count: 1, metadata: {}, outputs: [], source: ['CRS = 1\n'] };
  const [first, ...others] = cells;
  return JSON.stringify(
    { cells: [first, code, ...others], metadata: {}, nbformat: 4, nbformat_minor: 5 },
    null,
    1,
  );
}
