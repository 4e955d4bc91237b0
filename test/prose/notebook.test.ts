import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { notebook } from '../../server/src/core/prose/notebook/notebook.ts';
import { readDocument, rereadDocument } from '../../server/src/core/prose/reading.ts';
import { whole } from '../../server/src/core/steps.ts';
import { read } from './show.ts';

const cells = [
  {
    cell_type: 'markdown',
    metadata: {},
    source: ['# CAR-NK cells\n', '\n', 'The "natural killer" (NK) cell\n', 'secretes IFN-γ.'],
  },
  {
    cell_type: 'code',
    metadata: {},
    source: ['CAR = 1'],
    outputs: [{ data: { 'text/plain': ['NK cell'] } }],
  },
  {
    cell_type: 'markdown',
    metadata: { tags: ['MHC'] },
    source: 'A **C**AR and `TCR`; see [@x].\n\n*[CAR]: chimeric antigen receptor\n',
  },
  { cell_type: 'raw', metadata: {}, source: ['RAW'] },
];

const outline = (text: string): string[] =>
  readDocument(notebook, text)
    .blocks.filter(block => block.kind !== 'blank' && block.kind !== 'opaque')
    .map(({ kind, masked }) => `${kind}: ${read(masked)}`);

const expected = [
  'heading: CAR-NK cells',
  'paragraph: The "natural killer" (NK) cell secretes IFN-γ.',
  'paragraph: A CAR and ¤; see ¤.',
];

test('notebook: Markdown cells in order, whatever the layout of the JSON', () => {
  const pretty = JSON.stringify(
    { cells, metadata: { kernelspec: { name: 'python3' } }, nbformat: 4 },
    undefined,
    1,
  );
  const escaped = JSON.stringify({ nbformat: 4, cells }).replace('γ', '\\u03b3');
  for (const text of [pretty, escaped]) {
    assert.deepEqual(outline(text).slice(0, 3), expected);
  }
});

test('notebook: marks and declarations stand where the JSON text has them', () => {
  const text = JSON.stringify({ cells });
  const { blocks } = readDocument(notebook, text);
  let at = 0;
  const found: string[] = [];
  for (const { masked, marks = [], declarations = [] } of blocks) {
    for (const { start, end } of [...marks, ...declarations.flatMap(({ short, long }) => [short, long])]) {
      found.push(text.slice(at + start, at + end));
    }
    at += masked.length;
  }
  assert.deepEqual(found, ['C', '[@x]', 'CAR', 'chimeric antigen receptor']);
});

test('notebook: what is no JSON holds nothing to read', () => {
  assert.deepEqual(outline('{"cells": [{"cell_type": "markdown", "source": ["CAR'), []);
  assert.deepEqual(outline('CAR ]]}}'), []);
});

/** As Jupyter writes a notebook: one blank of indentation, a line for each line of a source. */
const asSaved = (sources: readonly string[]): string =>
  `${JSON.stringify({ cells: sources.map(source => ({ cell_type: 'markdown', metadata: {}, source: source.split(/(?<=\n)/) })), nbformat: 4 }, undefined, 1)}\n`;

test('notebook: an edit in one cell reads the blocks of this cell again, and no others', () => {
  const sources = Array.from(
    { length: 200 },
    (_, n) => `## Donor ${n}\n\nNatural killer (NK) cells of donor ${n} came.\n\nEach CAR was counted.`,
  );
  const analyze = whole(createAnalyzer());
  const document = { uri: 'file:///a.ipynb', languageId: 'jupyter' };
  const text = asSaved(sources);
  const before = analyze({ ...document, version: 1, text });
  const at = text.indexOf('donor 100 came');
  const edited = `${text.slice(0, at)}the ${text.slice(at)}`;
  const after = analyze({ ...document, version: 2, text: edited }, before, {
    start: at,
    end: at,
    newLength: 4,
  });
  const old = new Set(before.blocks.map(({ block }) => block));
  const read = after.blocks.filter(({ block }) => !old.has(block) && /[a-z]/.test(block.masked));
  assert.deepEqual(
    read.map(({ block }) => outlineOf(block.masked)),
    ['Donor 100', 'Natural killer (NK) cells of the donor 100 came.', 'Each CAR was counted.'],
  );
});

const outlineOf = (masked: string): string => read(masked).trim();

test('notebook: after edits anywhere, in whatever layout, reading again equals reading afresh', () => {
  const source = fc.string({
    unit: fc.constantFrom('CAR ', '(NK)', '\n', '# ', '"', '\\', '`', 'γ', '|'),
    maxLength: 12,
  });
  const cell = fc.record({
    cell_type: fc.constantFrom('markdown', 'markdown', 'code', 'raw'),
    metadata: fc.constantFrom({}, { cells: [{ cell_type: 'markdown', source: 'CAR' }] }, { tags: ['a'] }),
    source: fc.oneof(source, fc.array(source, { maxLength: 3 })),
  });
  const document = fc
    .tuple(fc.array(cell, { maxLength: 5 }), fc.constantFrom(undefined, 1, '\t'), fc.boolean())
    .map(([content, indent, last]) =>
      JSON.stringify(
        last ? { nbformat: 4, cells: content } : { cells: content, nbformat: 4 },
        undefined,
        indent,
      ),
    );
  const inserted = fc.constantFrom(
    '',
    'CAR',
    '"',
    '\\',
    '\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    '},\n',
    '{"cell_type": "markdown",',
  );
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), inserted), { maxLength: 6 });
  fc.assert(
    fc.property(document, edits, (text, changes) => {
      let reading = readDocument(notebook, text);
      for (const [where, removed, insert] of changes) {
        const from = where % (reading.text.length + 1);
        const to = Math.min(reading.text.length, from + removed);
        const edited = reading.text.slice(0, from) + insert + reading.text.slice(to);
        const change = { start: from, end: to, newLength: insert.length };
        reading = rereadDocument(notebook, reading, edited, change);
        assert.deepEqual(reading, readDocument(notebook, edited));
        assert.equal(reading.blocks.map(({ masked }) => masked).join('').length, edited.length);
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  );
});

test('notebook: a cell inside the metadata of another is none', () => {
  const inner = { cell_type: 'markdown', source: 'CAR' };
  const text = JSON.stringify({
    cells: [{ cell_type: 'markdown', metadata: { cells: [inner] }, source: 'NK' }],
  });
  assert.deepEqual(outline(text), ['paragraph: NK']);
});

test('notebook: front matter in a raw cell is read (Quarto), other raw cells are not', () => {
  const text = JSON.stringify(
    {
      cells: [
        {
          cell_type: 'raw',
          metadata: {},
          source: ['---\n', 'title: CAR T cells\n', 'abstract: CRS was mild.\n', '---'],
        },
        { cell_type: 'raw', metadata: {}, source: ['\\section{TME}'] },
        { cell_type: 'markdown', metadata: {}, source: ['NK cells kill.'] },
      ],
      nbformat: 4,
    },
    null,
    1,
  );
  assert.deepEqual(
    readDocument(notebook, text)
      .blocks.filter(({ masked }) => /[A-Za-z]/.test(masked))
      .map(({ role, masked }) => `${role}: ${read(masked)}`),
    ['title: CAR T cells', 'abstract: CRS was mild.', 'undefined: NK cells kill.'],
  );
});

test('notebook: captions in cells of code are read, code and what it printed are not', () => {
  const plot = {
    cell_type: 'code',
    metadata: {},
    source: [
      '#| label: fig-til\n',
      '#| fig-cap: "TILs in the *tumor* microenvironment (TME)."\n',
      '#| fig-subcap:\n',
      '#|   - CAF counts\n',
      'CAR = "```"\n',
      'plt.plot(MDSC)',
    ],
    outputs: [
      { name: 'stdout', text: ['caption = "PBMC"\n'] },
      { data: { 'text/markdown': ['caption: TCR'], cells: [{ cell_type: 'markdown', source: ['BCR'] }] } },
    ],
  };
  const table = {
    cell_type: 'code',
    metadata: {},
    source: 'knitr::kable(CRS, caption = "CRS after infusion.")',
  };
  const plain = { cell_type: 'code', metadata: {}, source: ['CAR = 1'] };
  for (const indent of [undefined, 1]) {
    const text = JSON.stringify({ cells: [plain, plot, cells[0], table], nbformat: 4 }, undefined, indent);
    assert.deepEqual(outline(text), [
      'caption: ¤TILs in the tumor microenvironment (TME).¤',
      'caption: ¤ ¤CAF counts',
      ...expected.slice(0, 2),
      'caption: ¤CRS after infusion.¤',
    ]);
  }
});
