import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { whole } from '../../server/src/core/steps.ts';

/** The blocks of a text as `role: pairs that it defines`, or `role: text` where it defines none. */
function rolesOf(languageId: string, text: string): string[] {
  const { blocks } = whole(createAnalyzer())({ uri: 'untitled:x', languageId, version: 1, text });
  return blocks
    .filter(({ block }) => block.kind !== 'blank' && /[A-Za-z]/.test(block.masked))
    .map(({ role, block, facts: { definitions } }) => {
      const { masked } = block;
      const pairs = definitions.map(
        ({ short, long }) =>
          `${masked.slice(short.start, short.end)} = ${masked.slice(long.start, long.end)}`,
      );
      const shown = masked.replace(/[\uE000\uFFFC]/g, '').replace(/\s+/g, ' ');
      return `${role}: ${pairs.length > 0 ? pairs.join(', ') : shown.trim()}`;
    });
}

for (const [heading, role] of [
  ['Appendix B', 'supplement'],
  ['Appendix 2: How cells were counted', 'supplement'],
  ['(APPENDIX) Appendix', 'supplement'],
  ['Supplementary Note 3', 'supplement'],
  ['Supporting figures', 'supplement'],
  ['Figure titles and legends', 'caption'],
  ['Supplementary figure legends', 'caption'],
  ['Code and data availability', 'back-matter'],
  ['Role of the funding source', 'back-matter'],
  ['References and Notes', 'references'],
  ['Nonstandard Abbreviations and Acronyms', 'abbreviation-list'],
  ['Research in context', 'box'],
  ['Appendix specimens', 'body'],
  ['Supplementation with zinc', 'body'],
] as const) {
  test(`the section "${heading}" is ${role}`, () => {
    const text = `## Results\n\nMice were fed.\n\n## ${heading}\n\nThis stands below it.\n`;
    assert.equal(rolesOf('markdown', text).at(-1)?.split(':')[0], role);
  });
}

test('a list of abbreviations may open with a sentence, or stand at the foot of a page', () => {
  const pairs = 'PFU = plaque-forming units, NK = natural killer';
  for (const label of [
    'Abbreviations:',
    'The abbreviations used are:',
    'Abbreviations used in this study:',
    'Definition of abbreviations:',
  ]) {
    const list = `${label} PFU, plaque-forming units; and NK, natural killer.`;
    assert.deepEqual(rolesOf('markdown', list), [`abbreviation-list: ${pairs}`]);
    assert.deepEqual(rolesOf('markdown', `Cells.[^1]\n\n[^1]: ${list}`).slice(1), [
      `abbreviation-list: ${pairs}`,
    ]);
    assert.deepEqual(rolesOf('latex', `Cells.\\footnotetext{${list}}`).slice(1), [
      `abbreviation-list: ${pairs}`,
    ]);
  }
});

test('what explains a table below it belongs to it, whatever mark or label it has', () => {
  const table = '| Cell | n |\n|---|---|\n| NK | 5 |\n\n';
  for (const note of [
    'Key: CI, confidence interval; NK, natural killer.',
    '^a^ CI, confidence interval; NK, natural killer.',
    '\\* CI: confidence interval. NK: natural killer.',
    '† CI = confidence interval; NK = natural killer.',
  ]) {
    assert.deepEqual(rolesOf('markdown', table + note).slice(1), [
      'table: CI = confidence interval, NK = natural killer',
    ]);
  }
});

test('a row of a table that is one note has as many entries as the note', () => {
  const table = String.raw`\begin{tabular}{ll}
Cell & n \\
\multicolumn{2}{l}{Abbreviations: CI, confidence interval; NK, natural killer.} \\
\multicolumn{2}{l}{NE: neutrophil elastase; TF: tissue factor} \\
\end{tabular}`;
  assert.deepEqual(rolesOf('latex', table), [
    'table: CI = confidence interval, NK = natural killer, NE = neutrophil elastase, TF = tissue factor',
  ]);
});

test('no note: a sentence below a table', () => {
  const text = '| Cell | n |\n|---|---|\n| NK | 5 |\n\nA few, like NK cells, died; others did not.';
  assert.equal(rolesOf('markdown', text).at(-1)?.split(':')[0], 'body');
});

test('MyST: the rows of a list-table are entries of a list of abbreviations', () => {
  const text =
    '# Abbreviations\n\n:::{list-table}\n:header-rows: 1\n* - Short\n  - Long\n* - **NK**\n  - natural\n    killer\n\n* - CRS\n  - [cytokine](#c) release syndrome\n:::\n';
  assert.deepEqual(
    rolesOf('markdown', text)
      .slice(2)
      .map(row => row.replace(/\s+/g, ' ')),
    ['abbreviation-list: NK = natural killer', 'abbreviation-list: CRS = cytokine release syndrome'],
  );
});
