import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type ListUpdate, newListIn, updateList } from '../../server/src/core/index.ts';
import type { ListStyle } from '../../server/src/core/list/styles.ts';
import { service } from '../bundled.ts';

const uri = 'file:///text';

const read = (text: string, languageId: string) =>
  service.assemble([service.analyze({ uri, languageId, version: 1, text })]);

const applied = (text: string, update: ListUpdate | undefined) => applyEdits(text, update?.edits ?? []);

const updated = (text: string, languageId: string) =>
  applied(text, updateList(read(text, languageId), service.glossary));

const TEXT =
  'Natural killer (NK) cells meet the tumor microenvironment (TME). Dendritic cells (DCs) see NK cells. ' +
  'DCs and NK cells live in the TME.\n\n';

/** The list as it was, and as it is after an update: DC missing, IL unused, out of order. */
const STYLES: Readonly<Record<string, readonly [languageId: string, before: string, after: string]>> = {
  'paragraphs, bold': [
    'markdown',
    '# Abbreviations\n\n**TME**: tumor microenvironment\n\n**NK**: natural killer\n\n**IL**: interleukin\n\n# References\n',
    '# Abbreviations\n\n**DC**: dendritic cell\n\n**NK**: natural killer\n\n**TME**: tumor microenvironment\n\n# References\n',
  ],
  bullets: [
    'markdown',
    '# Abbreviations\n\n- TME: Tumor microenvironment\n- NK: Natural killer\n- IL: Interleukin\n',
    '# Abbreviations\n\n- DC: Dendritic cell\n- NK: Natural killer\n- TME: Tumor microenvironment\n',
  ],
  'definition list': [
    'markdown',
    '# Abbreviations\n\nTME\n:   tumor microenvironment\n\nIL\n:   interleukin\n\nNK\n:   natural killer\n',
    '# Abbreviations\n\nDC\n:   dendritic cell\n\nNK\n:   natural killer\n\nTME\n:   tumor microenvironment\n',
  ],
  table: [
    'markdown',
    '# Abbreviations\n\n| Short | Long |\n|---|---|\n| TME | tumor microenvironment |\n| NK | natural killer |\n| IL | interleukin |\n',
    '# Abbreviations\n\n| Short | Long |\n|---|---|\n| DC | dendritic cell |\n| NK | natural killer |\n| TME | tumor microenvironment |\n',
  ],
  'BMC, run in': [
    'markdown',
    '# Abbreviations\n\nTME: tumor microenvironment; NK: natural killer; IL: interleukin.\n',
    '# Abbreviations\n\nDC: dendritic cell; NK: natural killer; TME: tumor microenvironment.\n',
  ],
  'J Immunol': [
    'markdown',
    'Abbreviations used in this article: TME, tumor microenvironment; NK, natural killer; IL, interleukin.\n',
    'Abbreviations used in this article: DC, dendritic cell; NK, natural killer; TME, tumor microenvironment.\n',
  ],
  description: [
    'latex',
    '\\section*{Abbreviations}\n\\begin{description}\n  \\item[TME] tumor microenvironment\n  \\item[IL] interleukin\n  \\item[NK] natural killer\n\\end{description}\n',
    '\\section*{Abbreviations}\n\\begin{description}\n  \\item[DC] dendritic cell\n  \\item[NK] natural killer\n  \\item[TME] tumor microenvironment\n\\end{description}\n',
  ],
  tabular: [
    'latex',
    '\\section*{Abbreviations}\n\\begin{tabular}{ll}\n  TME & tumor microenvironment \\\\\n  NK & natural killer \\\\\n  IL & interleukin \\\\\n\\end{tabular}\n',
    '\\section*{Abbreviations}\n\\begin{tabular}{ll}\n  DC & dendritic cell \\\\\n  NK & natural killer \\\\\n  TME & tumor microenvironment \\\\\n\\end{tabular}\n',
  ],
  macros: [
    'latex',
    '\\newacronym{tme}{TME}{tumor microenvironment}\n\\newacronym{nk}{NK}{natural killer}\n\\printglossary\n',
    '\\newacronym{dc}{DC}{dendritic cell}\n\\newacronym{nk}{NK}{natural killer}\n\\newacronym{tme}{TME}{tumor microenvironment}\n\\printglossary\n',
  ],
};

for (const [style, [languageId, before, after]] of Object.entries(STYLES)) {
  test(`a list is updated in its own style: ${style}`, () => {
    assert.equal(updated(TEXT + before, languageId), TEXT + after);
    assert.equal(updated(TEXT + after, languageId), TEXT + after);
  });
}

test('a list of JATS is updated element by element', () => {
  const item = (short: string, long: string) =>
    `  <def-item>\n    <term>${short}</term>\n    <def><p>${long}</p></def>\n  </def-item>\n`;
  const article = (items: string) =>
    `<article><body><p>${TEXT.trim()}</p></body>\n<back><glossary><title>Abbreviations</title><def-list>\n${items}</def-list></glossary></back></article>\n`;
  const [tme, nk, dc] = [
    item('TME', 'tumor microenvironment'),
    item('NK', 'natural killer'),
    item('DC', 'dendritic cell'),
  ];
  assert.equal(updated(article(tme + nk), 'jats'), article(dc + nk + tme));
  assert.equal(updated(article(tme), 'jats'), article(dc + nk + tme));
});

test('a list of one entry gets the others, as it is written', () => {
  for (const [before, after] of [
    [
      '# Abbreviations\n\n- NK: natural killer\n',
      '# Abbreviations\n\n- DC: dendritic cell\n- NK: natural killer\n- TME: tumor microenvironment\n',
    ],
    [
      '# Abbreviations\n\nNK: natural killer\n',
      '# Abbreviations\n\nDC: dendritic cell\n\nNK: natural killer\n\nTME: tumor microenvironment\n',
    ],
    [
      '**Abbreviations:** NK, natural killer.\n',
      '**Abbreviations:** DC, dendritic cell; NK, natural killer; TME, tumor microenvironment.\n',
    ],
  ] as const) {
    assert.equal(updated(TEXT + before, 'markdown'), TEXT + after);
  }
});

const generated = (text: string, languageId: string, style: ListStyle) =>
  applied(text, newListIn(read(text, languageId), service.glossary, uri, style));

test('a new list stands before the references, in the style that is asked for', () => {
  const markdown = `# Introduction\n\n${TEXT}# References\n\n1. A paper.\n`;
  assert.equal(
    generated(markdown, 'markdown', 'bmc'),
    `# Introduction\n\n${TEXT}# Abbreviations\n\nDC: dendritic cell; NK: natural killer; TME: tumor microenvironment\n\n# References\n\n1. A paper.\n`,
  );
  assert.match(
    generated(markdown, 'markdown', 'j-immunol'),
    /\n\nAbbreviations used in this article: DC, dendritic cell; NK, natural killer; TME, tumor microenvironment\.\n\n# References/,
  );
  const latex = `\\documentclass{article}\n\\begin{document}\n\\section{Introduction}\n${TEXT}\\bibliography{refs}\n\\end{document}\n`;
  assert.match(
    generated(latex, 'latex', 'definitions'),
    /\\section\*\{Abbreviations\}\n\n\\begin\{description\}\n {2}\\item\[DC\] dendritic cell\n[\s\S]*\\end\{description\}\n\n\\bibliography/,
  );
  assert.match(
    generated(latex, 'latex', 'macros'),
    /\\makeglossaries\n\\newacronym\{dc\}\{DC\}\{dendritic cell\}\n[\s\S]*\\begin\{document\}[\s\S]*\\printglossary\[type=\\acronymtype\]\n\n\\bibliography/,
  );
});

test('a new list is one that an update leaves as it is, in every format and style', () => {
  const bare: readonly (readonly [string, string])[] = [
    ['markdown', TEXT],
    ['latex', TEXT],
    ['plaintext', TEXT],
    ['typst', TEXT],
    ['restructuredtext', TEXT],
    ['asciidoc', TEXT],
    ['org', TEXT],
    ['html', `<body><p>${TEXT.trim()}</p></body>\n`],
    ['jats', `<article><body><p>${TEXT.trim()}</p></body><back></back></article>\n`],
  ];
  for (const [languageId, text] of bare) {
    for (const style of ['definitions', 'table', 'bmc', 'j-immunol'] as const) {
      const after = generated(text, languageId, style);
      if (after === text) continue;
      const again = updateList(read(after, languageId), service.glossary);
      assert.deepEqual(again, { edits: [], added: [], removed: [] }, `${languageId}, ${style}: ${after}`);
    }
  }
});

test('a list in JATS stands in the article’s back, which is made where there is none', () => {
  const body = `<body><p>${TEXT.trim()}</p></body>`;
  const other = `<sub-article><body><p>Letter.</p></body><back></back></sub-article>`;
  const glossary = /<back>\n<glossary>\n<title>Abbreviations<\/title>[\s\S]*<\/glossary>\n<\/back>/;
  const made = generated(`<article>${body}</article>\n`, 'jats', 'definitions');
  assert.match(made, new RegExp(`</body>\n${glossary.source}</article>\n$`));
  assert.match(
    generated(`<article>${body}<back/></article>\n`, 'jats', 'definitions'),
    new RegExp(`</body>${glossary.source}</article>\n$`),
  );
  assert.match(
    generated(`<article>${body}${other}</article>\n`, 'jats', 'definitions'),
    new RegExp(`</body>\n${glossary.source}<sub-article>`),
  );
  const filled = `<article>${body}<back><ref-list></ref-list></back></article>\n`;
  assert.match(generated(filled, 'jats', 'definitions'), /<back>\s*<glossary>[\s\S]*<ref-list>/);
  assert.deepEqual(updateList(read(made, 'jats'), service.glossary), { edits: [], added: [], removed: [] });
});

test('updating twice is updating once, and what is between the entries stays, whatever the entries', () => {
  const forms = [
    'TME: tumor microenvironment',
    'NK: natural killer',
    'IL: interleukin',
    'DC: dendritic cell',
    'PD-1: programmed cell death protein 1',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(forms, { minLength: 1 }),
      fc.constantFrom('- ', '* ', ''),
      fc.constantFrom('\n', '  \n', '\n\n', '; '),
      (entries, bullet, parting) => {
        const lead = parting === '; ' ? '' : bullet;
        const list = entries.map(entry => lead + entry).join(parting);
        const once = updated(`${TEXT}# Abbreviations\n\n${list}\n`, 'markdown');
        assert.equal(updated(once, 'markdown'), once);
        const findings = service.lint(read(once, 'markdown'), { rules: {}, ignore: [], minimumUses: 3 });
        assert.deepEqual(
          findings.filter(({ rule }) => rule.startsWith('list-')),
          [],
          once,
        );
      },
    ),
  );
});
