import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { Fill, type Format, type Reading } from '../../server/src/core/index.ts';
import { formats } from '../../server/src/core/prose/formats.ts';
import { readDocument, rereadDocument } from '../../server/src/core/prose/reading.ts';
import { whole } from '../../server/src/core/steps.ts';
import { PiecedText } from '../../server/src/lsp/piecedText.ts';
import { CountedText } from './countedText.ts';
import { pieces } from './pieces.ts';

/**
 * What must hold for every format and every text. With `FUZZ_RUNS`: that many, other ones each time, made of at
 * most `FUZZ_PIECES` pieces (short texts find as many faults, and many more of them are tried).
 */
const fuzz = process.env.FUZZ_RUNS ? { numRuns: Number(process.env.FUZZ_RUNS) } : { numRuns: 250, seed: 2 };
const mostPieces = Number(process.env.FUZZ_PIECES ?? 60);

const textOf = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 })),
  { maxLength: mostPieces, size: 'max' },
);
const texts = textOf.map(parts => parts.join(''));

/** What a file must be around a text so that the text is read at all. */
const wholeFiles: Readonly<Record<string, (text: string) => string>> = {
  notebook: text =>
    JSON.stringify(
      {
        cells: [
          { cell_type: 'markdown', metadata: {}, source: text.split(/(?<=\n)/) },
          { cell_type: 'code', metadata: {}, outputs: [], source: [text] },
          { cell_type: 'markdown', metadata: { tags: [text] }, source: text },
        ],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
      },
      null,
      1,
    ),
  jats: text =>
    `<article><front><abstract><p>${text}</p></abstract></front><body><p>${text}</p></body></article>`,
};

/** Texts as files of a format: bare, or as what such a file is. */
function filesOf(format: Format): fc.Arbitrary<string> {
  const wrap = wholeFiles[format.id];
  return wrap === undefined
    ? texts
    : fc.tuple(fc.nat({ max: 3 }), texts).map(([one, text]) => (one === 0 ? text : wrap(text)));
}

/** Found by trying every pair of pieces, and what is read alike: an opener and its closer, again and again in one paragraph. */
const onceQuadratic = [
  ['\\iffalse', '\\fi'],
  ['\\begin{equation}\n', '\\end{equation}'],
  ['\\begin{verbatim}', '\\end{verbatim}'],
  ['\n```{note}\n', '\n```\n'],
  ['\\begin{algorithm}\\caption{x}', '\\end{algorithm}'],
  ['\n\\begin{table}\n', '\\caption{x}'],
  ['\\textit{', '\\textbf{'],
];

function assertSound(format: Format, text: string): Reading {
  const reading = readDocument(format, text);
  assert.equal(
    reading.blocks.reduce((sum, block) => sum + block.masked.length, 0),
    text.length,
  );
  let at = 0;
  let stepAt = 0;
  for (const step of reading.steps) {
    assert.ok(step.length > 0 && step.looked >= step.length);
    assert.ok(stepAt === 0 || text.charAt(stepAt - 1) === '\n');
    stepAt += step.length;
    assert.equal(
      step.blocks.reduce((sum, block) => sum + block.masked.length, 0),
      step.length,
    );
  }
  for (const block of reading.blocks) {
    const { masked } = block;
    assert.ok(masked.length > 0);
    for (let index = 0; index < masked.length; index++) {
      const source = text.charAt(at + index);
      if (source === '\n' || source === '\r')
        assert.ok(
          [source, Fill.transparent].includes(masked.charAt(index)) ||
            (block.kind === 'table' && masked.charAt(index) === Fill.space),
        );
      else assert.ok(!'\n\r'.includes(masked.charAt(index)));
    }
    const spans = [...(block.marks ?? []), ...(block.directives ?? []), ...(block.inclusions ?? [])];
    const declared = (block.declarations ?? []).flatMap(({ short, long }) => [short, long]);
    for (const { start, end } of [...spans, ...declared]) {
      assert.ok(0 <= start && start <= end && end <= masked.length);
    }
    at += masked.length;
  }
  return reading;
}

/** Reads the text on: roles, words, tokens, definitions. Each has a place in its block. */
function assertAnalysed(format: Format, text: string): void {
  const languageId = format.languageIds[0] ?? 'plaintext';
  const { blocks } = whole(createAnalyzer())({ uri: 'untitled:x', languageId, version: 1, text });
  for (const { start, end, facts } of blocks) {
    const { tokens, definitions } = facts;
    for (const span of [
      ...tokens,
      ...definitions,
      ...definitions.flatMap(({ short, long }) => [short, long]),
    ]) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= end - start);
    }
  }
}

for (const format of formats) {
  test(`${format.id}: blocks tile the text, masks keep length and line ends, spans stay inside`, () => {
    fc.assert(
      fc.property(filesOf(format), text => void assertSound(format, text)),
      fuzz,
    );
  });

  test(`${format.id}: whatever a text is, it can be analysed`, () => {
    fc.assert(
      fc.property(filesOf(format), text => assertAnalysed(format, text)),
      fuzz,
    );
  });

  test(`${format.id}: reading again after edits equals reading afresh, however little of the text is shown`, () => {
    const edits = fc.array(
      fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.oneof(fc.constant(''), fc.constantFrom(...pieces))),
      {
        maxLength: 6,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(filesOf(format), edits, fc.integer({ min: 1, max: 40 }), (text, changes, view) => {
        let reading = readDocument(format, text);
        for (const [where, removed, inserted] of changes) {
          const from = where % (reading.text.length + 1);
          const to = Math.min(reading.text.length, from + removed);
          const edited = reading.text.slice(0, from) + inserted + reading.text.slice(to);
          const change = { start: from, end: to, newLength: inserted.length };
          const inPieces = PiecedText.of(edited);
          const shownLittle = rereadDocument(format, reading, inPieces, change, undefined, view);
          reading = rereadDocument(format, reading, edited, change);
          assert.deepEqual(reading, readDocument(format, edited));
          assert.deepEqual({ ...shownLittle, text: edited }, reading);
        }
      }),
      fuzz,
    );
  });

  test(`${format.id}: reading is linear in the text, however it repeats`, () => {
    const piecesOf = (maxLength: number) => fc.array(fc.constantFrom(...pieces), { maxLength, size: 'max' });
    fc.assert(
      fc.property(piecesOf(3), piecesOf(4), piecesOf(3), (head, body, tail) => {
        const looks = (times: number): number => {
          const repeated = head.join('') + body.join('').repeat(times) + tail.join('');
          const text = new CountedText(wholeFiles[format.id]?.(repeated) ?? repeated);
          readDocument(format, text.asString());
          return text.looks;
        };
        assert.ok(
          looks(800) <= 2.5 * looks(400) + 4000,
          `${head}|${body}|${tail}: ${looks(400)}, ${looks(800)}`,
        );
      }),
      {
        ...fuzz,
        // Three copies of a text make a notebook, and each unit is counted.
        numRuns: Math.ceil(fuzz.numRuns / (format.id === 'notebook' ? 10 : 1)),
        examples: onceQuadratic.map(body => [[], body, []]),
      },
    );
  });
}
