/** Lists of abbreviations, and notes below tables and in legends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesBelow, rolesOf } from './rolesOf.ts';

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

test('a list of abbreviations may stand in a note inside its sentence', () => {
  const list = 'Abbreviations: GC, germinal centre; LZ, light zone.';
  for (const [languageId, note] of [
    ['latex', `\\footnote{${list}}`],
    ['markdown', `^[${list}]`],
    ['typst', `#footnote[${list}]`],
  ] as const) {
    assert.deepEqual(rolesOf(languageId, `The GC${note} has an LZ.`), [
      'body: GC = germinal centre, LZ = light zone',
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

test('what explains a table stands below its directive’s end, too (MyST)', () => {
  const text =
    ':::{table} Outcomes\n| Arm | aGvHD | NRM |\n|---|---|---|\n| ATG | 38% | 14% |\n:::\n\naGvHD, acute GvHD; NRM, non-relapse mortality.\n';
  assert.equal(rolesOf('markdown', text).at(-1), 'table: aGvHD = acute GvHD, NRM = non-relapse mortality');
});

test('a legend explains sentence by sentence, and what a star means is no long form', () => {
  const legend =
    'Figure 1. GC B cells. Each dot is a mouse; dLN, draining lymph node. ASC, antibody-secreting cell. PMN, polymorphonuclear. ***p < 0.001, ANOVA.';
  assert.deepEqual(rolesOf('plaintext', legend), [
    'caption: dLN = draining lymph node, ASC = antibody-secreting cell, PMN = polymorphonuclear',
  ]);
});

test('a legend’s entry ends with its sentence, also behind a compound and before the bold name of a panel', () => {
  assert.deepEqual(
    rolesOf(
      'markdown',
      '**Figure 1.** NKT, natural killer T cells. **b**, TEX cells. LTFU, lost to follow-up. Of those, two.\n',
    ),
    ['caption: NKT = natural killer T cells, LTFU = lost to follow-up'],
  );
});

test('no note: a sentence below a table', () => {
  const text = '| Cell | n |\n|---|---|\n| NK | 5 |\n\nA few, like NK cells, died; others did not.';
  assert.equal(rolesOf('markdown', text).at(-1)?.split(':')[0], 'body');
});

test('what says itself that it is back matter is none of the list of abbreviations before it', () => {
  const text =
    '## Abbreviations\n\nNK, natural killer\n\nFunding: the NIH paid.\n\nAbbreviations: CI, confidence interval.\n';
  assert.deepEqual(rolesOf('markdown', text).slice(1), [
    'abbreviation-list: NK = natural killer',
    'back-matter: Funding: the NIH paid.',
    'abbreviation-list: CI = confidence interval',
  ]);
});

test('what explains a table belongs to it also below its caption', () => {
  const text =
    '| Cell | n |\n|---|---|\n| NK | 5 |\n\n: Patients with CRS\n\n^a^ CI, confidence interval; NK, natural killer.\n\nFew came; none died.\n';
  assert.deepEqual(rolesBelow(text), ['table', 'caption', 'table', 'body']);
});
