/** Plain text as a format's own source, so that it reads as it is. */
import { greekNames } from '../glossary/normalize.ts';
import type { Format } from '../types.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  '≥': '\\geq',
  '≤': '\\leq',
  '±': '\\pm',
  '×': '\\times',
  '~': '\\sim',
};

const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  markdown: text => text.replace(/[\\`*_[\]<$~^|@]/g, '\\$&'),
  latex: latexText,
  typst: text => text.replace(/[\\`*_#$@<~[\]]/g, '\\$&'),
  restructuredtext: text => text.replace(/[\\`*_|]/g, '\\$&'),
  html: markupText,
  jats: markupText,
};

/** Text without markup, written for running text of a format; formats that need no care get it as it is. */
export function writtenAs({ id }: Format, text: string): string {
  return (WRITERS[id === 'notebook' ? 'markdown' : id] ?? (same => same))(text);
}

/** LaTeX without what any engine lacks: Greek letters and signs as math. */
function latexText(text: string): string {
  return text
    .replace(/\\/g, '')
    .replace(/[&%$#_{}]/g, '\\$&')
    .replace(/\^/g, '\\textasciicircum{}')
    .replace(/[~≥≤±×]/g, sign => `$${SYMBOLS[sign]}$`)
    .replace(/[α-ωµ]/g, letter => `$\\${greekNames[letter]}$`)
    .replace(/–/g, '--');
}

function markupText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
