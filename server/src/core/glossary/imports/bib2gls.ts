/** The abbreviations of a `.bib` file as bib2gls has them (bib2gls manual, "@abbreviation", "@acronym"). */
import { createAnalyzer } from '../../analysis/analyzer.ts';
import { readable } from '../../analysis/readable.ts';
import { bibtexEntries } from '../../citations/bibtex.ts';
import { whole } from '../../steps.ts';
import type { ImportedRow } from './importedRow.ts';

const TYPES: ReadonlySet<string> = new Set(['abbreviation', 'acronym']);

/** The rows of a `.bib` file; references in it are none. */
export function fromBib2gls(text: string): readonly ImportedRow[] {
  return bibtexEntries(text).flatMap(({ type, fields, start, end }) => {
    const [short, long, plural] = ['short', 'long', 'longplural'].map(name => asRead(fields.get(name) ?? ''));
    if (!TYPES.has(type) || !short || !long) return [];
    return [{ start, end, row: { short, long, ...(plural && { plural }) } }];
  });
}

/** LaTeX as it reads. */
function asRead(latex: string): string {
  if (latex.trim() === '' || !/[\\{}$~]/.test(latex)) return latex.trim();
  const text = `\\newacronym{a}{A}{${latex}}\n`;
  const analysis = whole(createAnalyzer())({ uri: 'file:///a.tex', languageId: 'latex', version: 0, text });
  for (const { start, facts } of analysis.blocks) {
    for (const { long } of facts.definitions) {
      return readable(analysis, { start: start + long.start, end: start + long.end });
    }
  }
  return latex.trim();
}
