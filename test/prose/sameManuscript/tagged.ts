/** LaTeX, HTML, JATS. */
import type { Manuscript } from './content.ts';
import { type Inline, inlined, numberOf, pointers, unnumbered, written } from './writing.ts';

export function latex(manuscript: Manuscript): string {
  const inline: Inline = {
    words: text => text.replace(/%/g, '\\%').replace(/–/g, '--').replace(/IFN-γ/g, 'IFN-$\\gamma$'),
    emphasis: text => `\\emph{${text}}`,
    super: text => (text === '+' ? '$^+$' : `\\textsuperscript{${text}}`),
    sub: text => `\\textsubscript{${text}}`,
    cite: key => `~\\cite{${key}}`,
    pointer: key => (key === 'discs' ? 'Figure~\\ref{fig:discs}' : 'Table~\\ref{tab:markers}'),
    note: text => `\\footnote{${text}}`,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, affiliation, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text, level }) => `\\${level === 1 ? 'section' : 'subsection'}{${unnumbered(text)}}\n\n`,
    text: ({ text }) => `${line(text)}\n\n`,
    figure: ({ caption, key }) =>
      `\\begin{figure}[t]\n\\centering\n\\includegraphics[width=\\textwidth]{discs.pdf}\n\\caption{${line(caption)}}\n\\label{fig:${key}}\n\\end{figure}\n\n`,
    table: ({ caption, rows, note, key }) =>
      `\\begin{table}\n\\begin{threeparttable}\n\\caption{${line(caption)}}\n\\label{tab:${key}}\n\\begin{tabular}{lll}\n\\toprule\n${rows.map(row => row.join(' & ')).join(' \\\\\n')} \\\\\n\\bottomrule\n\\end{tabular}\n\\begin{tablenotes}\n\\item ${line(note)}\n\\end{tablenotes}\n\\end{threeparttable}\n\\end{table}\n\n`,
    box: ({ text }) => `\\begin{tcolorbox}\n${text.map(line).join('\n\n')}\n\\end{tcolorbox}\n\n`,
    abbreviations: ({ heading, entries }) =>
      `\\section*{${heading}}\n\\begin{description}\n${entries.map(([short, long]) => `\\item[${short}] ${long}\n`).join('')}\\end{description}\n\n`,
    references: ({ entries }) =>
      `\\begin{thebibliography}{9}\n${entries.map(([key, text]) => `\\bibitem{${key}} ${line(text)}\n`).join('')}\\end{thebibliography}\n\n`,
  });
  return `\\documentclass{article}
\\usepackage{graphicx,booktabs,threeparttable,tcolorbox}
\\title{${title}}
\\shorttitle{${runningTitle}}
\\author{${author}}
\\affil{${affiliation}}
\\begin{document}
\\maketitle
\\begin{abstract}
${line(abstract)}
\\end{abstract}
\\keywords{${keywords.join(', ')}}

${main}\\end{document}
`;
}

export function html(manuscript: Manuscript): string {
  const inline: Inline = {
    words: text =>
      text
        .replace(/-/g, '-')
        .replace(/&/g, '&amp;')
        .replace(/ (?=h |ng|μm|mm)/g, '&nbsp;'),
    emphasis: text => `<em>${text}</em>`,
    super: text => `<sup>${text}</sup>`,
    sub: text => `<sub>${text}</sub>`,
    cite: key => `<sup><a href="#${key}">${numberOf(key)}</a></sup>`,
    pointer: key => `<a href="#${key}">${pointers[key]}</a>`,
    note: text => ` <span class="note">(${text})</span>`,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, affiliation, keywords, abstract } = manuscript;
  const main = written(manuscript, {
    heading: ({ text, level }) => `<h${level + 1}>${unnumbered(text)}</h${level + 1}>\n`,
    text: ({ text }) => `<p>${line(text)}</p>\n`,
    figure: ({ caption, key }) =>
      `<figure id="${key}">\n<img src="discs.png" alt="Discs">\n<figcaption>${line(caption)}</figcaption>\n</figure>\n`,
    table: ({ caption, rows: [head = [], ...rows], note, key }) =>
      `<table id="${key}">\n<caption>${line(caption)}</caption>\n<thead><tr>${head.map(cell => `<th>${cell}</th>`).join('')}</tr></thead>\n<tbody>\n${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>\n`).join('')}</tbody>\n<tfoot><tr><td colspan="3">${line(note)}</td></tr></tfoot>\n</table>\n`,
    box: ({ text }) => `<aside>\n${text.map(words => `<p>${line(words)}</p>\n`).join('')}</aside>\n`,
    abbreviations: ({ heading, entries }) =>
      `<h2>${heading}</h2>\n<dl>\n${entries.map(([short, long]) => `<dt>${short}</dt><dd>${long}</dd>\n`).join('')}</dl>\n`,
    references: ({ heading, entries }) =>
      `<h2>${heading}</h2>\n<ol>\n${entries.map(([key, text]) => `<li id="${key}">${line(text)}</li>\n`).join('')}</ol>\n`,
  });
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Draft</title></head>
<body>
<h1>${title}</h1>
<p>Running title: ${runningTitle}</p>
<p class="author">${author}, ${affiliation}</p>
<section class="abstract">
<h2>Abstract</h2>
<p>${line(abstract)}</p>
</section>
<p>Keywords: ${keywords.join(', ')}</p>
${main}</body>
</html>
`;
}

export function jats(manuscript: Manuscript): string {
  const inline: Inline = {
    words: text => text.replace(/β/g, '&#x3b2;').replace(/&(?!#)/g, '&amp;'),
    emphasis: text => `<italic>${text}</italic>`,
    super: text => `<sup>${text}</sup>`,
    sub: text => `<sub>${text}</sub>`,
    cite: key => ` <xref ref-type="bibr" rid="${key}">${numberOf(key)}</xref>`,
    pointer: key => `<xref ref-type="fig" rid="${key}">${pointers[key]}</xref>`,
    note: text => `<fn><p>${text}</p></fn>`,
  };
  const line = (text: string): string => inlined(text, inline);
  const { title, runningTitle, author, affiliation, keywords, abstract } = manuscript;
  let open = 0;
  const close = (level: number): string => {
    const ends = '</sec>\n'.repeat(Math.max(0, open - level + 1));
    open = Math.min(open, level - 1);
    return ends;
  };
  const main = written(manuscript, {
    heading: ({ text, level }) => {
      const ends = close(level);
      open = level;
      return `${ends}<sec><title>${unnumbered(text)}</title>\n`;
    },
    text: ({ text }) => `<p>${line(text)}</p>\n`,
    figure: ({ caption, key }) =>
      `<fig id="${key}"><label>Figure 1</label><caption><p>${line(caption)}</p></caption>\n<graphic xlink:href="discs.tif"/></fig>\n`,
    table: ({ caption, rows: [head = [], ...rows], note, key }) =>
      `<table-wrap id="${key}"><label>Table 1</label><caption><p>${line(caption)}</p></caption>\n<table><thead><tr>${head.map(cell => `<th>${cell}</th>`).join('')}</tr></thead>\n<tbody>\n${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>\n`).join('')}</tbody></table>\n<table-wrap-foot><p>${line(note)}</p></table-wrap-foot></table-wrap>\n`,
    box: ({ text }) =>
      `<boxed-text>\n${text.map(words => `<p>${line(words)}</p>\n`).join('')}</boxed-text>\n`,
    abbreviations: ({ heading, entries }) =>
      `${close(1)}<glossary><title>${heading}</title><def-list>\n${entries.map(([short, long]) => `<def-item><term>${short}</term><def><p>${long}</p></def></def-item>\n`).join('')}</def-list></glossary>\n`,
    references: ({ heading, entries }) =>
      `${close(1)}<ref-list><title>${heading}</title>\n${entries.map(([key, text]) => `<ref id="${key}"><mixed-citation>${line(text)}</mixed-citation></ref>\n`).join('')}</ref-list>\n`,
  });
  const [body = '', back = ''] = main.split(/(?=<sec><title>Acknowledgements)/);
  return `<?xml version="1.0" encoding="UTF-8"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en">
<front><article-meta>
<title-group><article-title>${title}</article-title><alt-title alt-title-type="running-head">${runningTitle}</alt-title></title-group>
<contrib-group><contrib><name><surname>${author}</surname></name><aff>${affiliation}</aff></contrib></contrib-group>
<abstract><p>${line(abstract)}</p></abstract>
<kwd-group>${keywords.map(word => `<kwd>${word}</kwd>`).join('')}</kwd-group>
</article-meta></front>
<body>
${body}</body>
<back>
${back}${close(1)}</back>
</article>
`;
}
