import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type ListFormat, listWriters } from '../../server/src/core/features/abbreviationList.ts';
import { importedRows } from '../../server/src/core/glossary/imports/index.ts';
import { fold } from '../../server/src/core/glossary/normalize.ts';
import { bundledGlossary } from '../glossary.ts';

const rows = (text: string, name: string) => importedRows(text, name).rows.map(({ row }) => row);
const pairs = (text: string, name: string) => rows(text, name).map(({ short, long }) => `${short}=${long}`);
const both = ['CAR=chimeric antigen receptor', 'NK=natural killer'];

describe('what is imported', () => {
  test('are the rows of tables, with a row of columns or without', () => {
    assert.deepEqual(pairs('CAR,chimeric antigen receptor\nNK,natural killer\n', 'a.csv'), both);
    assert.deepEqual(pairs('meaning\tacronym\nnatural killer\tNK\n', 'a.tsv'), ['NK=natural killer']);
    assert.deepEqual(
      rows('short,long,plural,context\nDC,dendritic cell,dendritic cells,cd11c|mature\n', 'a.csv'),
      [{ short: 'DC', long: 'dendritic cell', plural: 'dendritic cells', context: ['cd11c', 'mature'] }],
    );
  });

  test('are the declarations of LaTeX, whichever package reads them', () => {
    const text = `\\newacronym{car}{CAR}{chimeric antigen receptor}
\\newabbreviation[longplural={natural killers}]{nk}{NK}{natural killer}
\\DeclareAcronym{tnf}{short = TNF-$\\alpha$, long = tumour necrosis factor $\\alpha$}
`;
    assert.deepEqual(pairs(text, 'a.tex'), [...both, 'TNF-α=tumour necrosis factor α']);
  });

  test('are the abbreviations of a bib2gls file, and not its references', () => {
    const text = `% Encoding: UTF-8
@abbreviation{car, short = {CAR}, long = {chimeric antigen receptor}, longplural={chimeric antigen receptors}}
@acronym{nk, short="NK", long="natural killer"}
@article{x, title={CAR}}
@abbreviation{tgf, short={TGF-\\ensuremath{\\beta}}, long={transforming growth factor \\ensuremath{\\beta}}}`;
    assert.deepEqual(rows(text, 'a.bib').slice(0, 2), [
      { short: 'CAR', long: 'chimeric antigen receptor', plural: 'chimeric antigen receptors' },
      { short: 'NK', long: 'natural killer' },
    ]);
    assert.deepEqual(pairs(text, 'a.bib').slice(2), ['TGF-β=transforming growth factor β']);
  });

  test('are the abbreviations of MyST and Quarto, in a document or in their own files', () => {
    const myst = 'abbreviations:\n  CAR: chimeric antigen receptor\n  NK: natural killer\n';
    const quarto =
      'acronyms:\n  keys:\n    - shortname: CAR\n      longname: chimeric antigen receptor\n    - key: nk\n      shortname: NK\n      longname: natural killer\n      plural:\n        longname: natural killers\n';
    assert.deepEqual(pairs(`version: 1\nproject:\n  ${myst.replaceAll('\n', '\n  ')}`, 'myst.yml'), both);
    assert.deepEqual(pairs(myst, 'a.yml'), both);
    assert.deepEqual(pairs(`---\n${myst}---\nText.\n`, 'a.md'), both);
    assert.deepEqual(pairs(quarto, '_acronyms.yml'), both);
    assert.equal(rows(quarto, '_acronyms.yml')[1]?.plural, 'natural killers');
    assert.deepEqual(pairs(`---\n${quarto}---\nText.\n`, 'a.qmd'), both);
  });

  test('are the abbreviations among the terms of Contextive; the others are told of', () => {
    const text = `contexts:
  - name: Lab
    terms:
      - name: chimeric antigen receptor
        definition: A receptor that was put together.
        aliases: [CAR, CARs]
      - name: NK
        definition: natural killer; a lymphocyte
      - name: bench
        definition: Where we work.
`;
    const { problems } = importedRows(text, 'definitions.yml');
    assert.deepEqual(pairs(text, 'definitions.yml'), both);
    assert.equal(rows(text, 'definitions.yml')[0]?.gloss, 'A receptor that was put together.');
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['"bench" is no abbreviation.'],
    );
  });

  test('are the definitions of a manuscript, each once', () => {
    const text = `*[DC]: dendritic cell

A chimeric antigen receptor (CAR) and natural killer (NK) cells. Chimeric antigen receptors (CARs) bind.
`;
    assert.deepEqual(pairs(text, 'a.md'), ['DC=dendritic cell', ...both]);
    const jats = `<article><back><def-list><def-item><term>NK</term><def><p>natural killer</p></def></def-item></def-list></back></article>`;
    assert.deepEqual(pairs(jats, 'a.xml'), ['NK=natural killer']);
  });

  test('from any text is read without a throw, and stands in it', () => {
    const piece = fc.constantFrom(
      ...[
        'contexts:',
        'acronyms:',
        'keys:',
        ' - ',
        '\n',
        '  ',
        '@abbreviation{a,',
        'short={',
        '}',
        'long=',
        '"',
        '\\newacronym',
      ],
      ...['{CAR}', ',', ': ', 'name', 'x', '&a', '*a', '[', '(CAR)'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom('a.yaml', 'a.json', 'a.csv', 'a.bib', 'a.tex', 'a.md', 'a.xml'),
        (pieces, name) => {
          const text = pieces.join('');
          const { rows: found, problems } = importedRows(text, name);
          for (const { start, end } of [...found, ...problems]) {
            assert.ok(0 <= start && start <= end && end <= text.length + 1);
          }
        },
      ),
    );
  });
});

describe('what is exported', () => {
  const names: Readonly<Record<ListFormat, string>> = {
    csv: 'a.csv',
    latex: 'a.tex',
    myst: 'a.yml',
    quarto: 'a.yml',
    abbr: 'a.md',
    jats: 'a.xml',
  };
  const known = bundledGlossary().entries.map(({ short, long }) => ({ short, long }));
  const list = fc.uniqueArray(fc.constantFrom(...known), {
    maxLength: 8,
    selector: ({ short }) => fold(short),
  });

  for (const format of Object.keys(names) as ListFormat[]) {
    test(`as ${format} is imported as the same`, () => {
      fc.assert(
        fc.property(list, forms => {
          const expected = forms.map(each => `${each.short}=${each.long}`);
          assert.deepEqual(pairs(listWriters[format](forms), names[format]), expected);
        }),
      );
    });
  }
});
