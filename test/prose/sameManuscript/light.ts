/** Typst, reStructuredText, AsciiDoc, Org, plain text. */
import type { Manuscript } from './content.ts';
import {
  type Inline,
  inlined,
  notesApart,
  numberOf,
  piped,
  pointers,
  unnumbered,
  written,
} from './writing.ts';

const indented = (text: string, by = '   '): string => text.replace(/^(?=.)/gm, by);

export function typst(manuscript: Manuscript): string {
  const inline: Inline = {
    words: text => text.replace(/IFN-γ/g, 'IFN-$gamma$').replace(/[<>@#]/g, '\\$&'),
    emphasis: text => `_${text}_`,
    super: text => `#super[${text}]`,
    sub: text => `#sub[${text}]`,
    cite: key => `@${key}`,
    pointer: key => `@fig-${key}`,
    note: text => `#footnote[${text}]`,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, affiliation, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text, level }) => `${'='.repeat(level)} ${unnumbered(text)}\n\n`,
    text: ({ text }) => `${line(text)}\n\n`,
    figure: ({ caption, key }) =>
      `#figure(\n  image("discs.png", width: 80%),\n  caption: [${line(caption)}],\n) <fig-${key}>\n\n`,
    table: ({ caption, rows: [head = [], ...rows], note, key }) =>
      `#figure(\n  table(\n    columns: 3,\n    table.header${head.map(cell => `[${cell}]`).join('')},\n${rows.map(row => `    ${row.map(cell => `[${cell}]`).join(', ')},\n`).join('')}  ),\n  caption: [${line(caption)}],\n) <fig-${key}>\n\n${line(note)}\n\n`,
    box: ({ text }) => `#info[\n${indented(text.map(line).join('\n\n'), '  ')}\n]\n\n`,
    abbreviations: ({ heading, entries }) =>
      `= ${heading}\n\n${entries.map(([short, long]) => `/ ${short}: ${long}\n`).join('')}\n`,
    references: ({ heading, entries }) =>
      `= ${heading}\n\n${entries.map(([, text]) => `+ ${line(text)}\n`).join('')}\n`,
  });
  return `#import "@preview/journal:0.1.0": article
#import "@preview/gentle-clues:1.2.0": info

#show: article.with(
  title: [${title}],
  short-title: "${runningTitle}",
  authors: ((name: "${author}", affiliation: [${affiliation}]),),
  abstract: [
    ${line(abstract)}
  ],
  keywords: (${keywords.map(word => `"${word}"`).join(', ')}),
)

${main}`;
}

export function restructuredText(manuscript: Manuscript): string {
  const { note, all } = notesApart(number => ` [#n${number}]_`);
  const inline: Inline = {
    emphasis: text => `*${text}*`,
    super: text => `\\ :sup:\`${text}\``,
    sub: text => `\\ :sub:\`${text}\`\\ `,
    cite: key => `[${numberOf(key)}]_`,
    pointer: key => `:numref:\`${key}\``,
    note,
  };
  const line = (text: string): string => inlined(text, inline).replace(/\\ (?=[\s.,]|\\ )/g, '');
  const under = (text: string, sign: string): string => `${text}\n${sign.repeat(text.length)}\n\n`;
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text, level }) => under(unnumbered(text), level === 1 ? '=' : '~'),
    text: ({ text }) => `${line(text)}\n\n`,
    figure: ({ caption, key }) =>
      `.. _${key}:\n\n.. figure:: discs.png\n   :alt: Discs of skin, one spheroid in each,\n      seen from above\n\n   ${line(caption)}\n\n`,
    table: ({ caption, rows, note: below, key }) =>
      `.. _${key}:\n\n.. list-table:: ${line(caption)}\n   :header-rows: 1\n\n${rows.map(row => `   * - ${row.join('\n     - ')}\n`).join('')}\n${line(below)}\n\n`,
    box: ({ text }) => `.. note::\n\n${indented(text.map(line).join('\n\n'))}\n\n`,
    abbreviations: ({ heading, entries }) =>
      `${under(heading, '=')}${entries.map(([short, long]) => `${short}\n   ${long}\n`).join('')}\n`,
    references: ({ heading, entries }) =>
      `${under(heading, '=')}${entries.map(([, text], index) => `.. [${index + 1}] ${line(text)}\n`).join('')}\n`,
  });
  const rule = '='.repeat(title.length);
  const notes = all().map((text, index) => `.. [#n${index + 1}] ${text}\n`);
  return `${rule}\n${title}\n${rule}\n\n:Author: ${author}\n\nRunning title: ${runningTitle}\n\n${under('Abstract', '=')}${line(abstract)}\n\nKeywords: ${keywords.join(', ')}\n\n${main}${notes.join('')}`;
}

export function asciidoc(manuscript: Manuscript): string {
  const inline: Inline = {
    words: text => text.replace(/IFN-γ/g, 'IFN-latexmath:[\\gamma]'),
    emphasis: text => `_${text}_`,
    super: text => `^${text}^`,
    sub: text => `~${text}~`,
    cite: key => `<<${key}>>`,
    pointer: key => `<<${key}>>`,
    note: text => `footnote:[${text}]`,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text, level }) => `${'='.repeat(level + 1)} ${unnumbered(text)}\n\n`,
    text: ({ text }) => `${line(text)}\n\n`,
    figure: ({ caption, key }) => `[#${key}]\n.${line(caption)}\nimage::discs.png[Discs]\n\n`,
    table: ({ caption, rows: [head = [], ...rows], note, key }) =>
      `[#${key}]\n.${line(caption)}\n[cols="1,2,1"]\n|===\n|${head.join(' |')}\n\n${rows.map(row => `${row.map(cell => `|${cell}`).join('\n')}\n\n`).join('')}|===\n\n${line(note)}\n\n`,
    box: ({ text }) => `[NOTE]\n====\n${text.map(line).join('\n\n')}\n====\n\n`,
    abbreviations: ({ heading, entries }) =>
      `[glossary]\n== ${heading}\n\n${entries.map(([short, long]) => `${short}:: ${long}\n`).join('')}\n`,
    references: ({ heading, entries }) =>
      `[bibliography]\n== ${heading}\n\n${entries.map(([key, text]) => `* [[[${key}]]] ${line(text)}\n`).join('')}\n`,
  });
  return `= ${title}\n${author}\n\nRunning title: ${runningTitle}\n\n[abstract]\n== Abstract\n\n${line(abstract)}\n\n[keywords]\n${keywords.join(', ')}\n\n${main}`;
}

export function org(manuscript: Manuscript): string {
  const { note, all } = notesApart(number => `[fn:${number}]`);
  const inline: Inline = {
    words: text => text.replace(/β/g, '\\beta{}'),
    emphasis: text => `/${text}/`,
    super: text => `^{${text}}`,
    sub: text => `_{${text}}`,
    cite: key => `[cite:@${key}]`,
    pointer: key => `[[${key}]]`,
    note,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text, level }) => `${'*'.repeat(level)} ${unnumbered(text)}\n`,
    text: ({ text }) => `${line(text)}\n\n`,
    figure: ({ caption, key }) => `#+caption: ${line(caption)}\n#+name: ${key}\n[[file:discs.png]]\n\n`,
    table: ({ caption, rows: [head = [], ...rows], note: below, key }) =>
      `#+caption: ${line(caption)}\n#+name: ${key}\n${piped([head])}|---+---+---|\n${piped(rows)}\n${line(below)}\n\n`,
    box: ({ text }) => `#+begin_note\n${text.map(line).join('\n\n')}\n#+end_note\n\n`,
    abbreviations: ({ heading, entries }) =>
      `* ${heading}\n${entries.map(([short, long]) => `- ${short} :: ${long}\n`).join('')}\n`,
    references: ({ heading, entries }) =>
      `* ${heading}\n${entries.map(([, text], index) => `${index + 1}. ${line(text)}\n`).join('')}\n`,
  });
  const notes = all().map((text, index) => `[fn:${index + 1}] ${text}\n\n`);
  return `#+title: ${title}\n#+author: ${author}\n#+options: toc:nil\n\nRunning title: ${runningTitle}\n\n#+begin_abstract\n${line(abstract)}\n#+end_abstract\n\n#+keywords: ${keywords.join(', ')}\n\n${main}${notes.join('')}`;
}

export function plaintext(manuscript: Manuscript): string {
  const inline: Inline = {
    emphasis: text => text,
    super: text => text,
    sub: text => text,
    cite: key => `[${numberOf(key)}]`,
    pointer: key => pointers[key]!,
    note: text => `(${text})`,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, affiliation, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text }) => `${text}\n\n`,
    text: ({ text }) => `${line(text)}\n\n`,
    figure: ({ caption }) => `Figure 1. ${line(caption)}\n\n`,
    table: ({ caption, rows, note }) =>
      `Table 1. ${line(caption)}\n\n${rows.map(row => `${row.join('\t')}\n`).join('')}\n${line(note)}\n\n`,
    box: ({ text }) => text.map((words, index) => `Box ${index + 1}. ${line(words)}\n\n`).join(''),
    abbreviations: ({ heading, entries }) =>
      `${heading}\n\n${entries.map(([short, long]) => `${short}: ${long}\n`).join('')}\n`,
    references: ({ heading, entries }) =>
      `${heading}\n\n${entries.map(([, text], index) => `${index + 1}. ${line(text)}\n`).join('')}\n`,
  });
  return `${title}\n\nRunning title: ${runningTitle}\n\n${author}, ${affiliation}\n\nAbstract\n\n${line(abstract)}\n\nKeywords: ${keywords.join(', ')}\n\n${main}`;
}
