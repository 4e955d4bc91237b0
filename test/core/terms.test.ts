import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expandTerms } from '../../server/src/core/analysis/terms.ts';
import { type Analysis, Fill, type Mark } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const analysed = (text: string, terms?: ReadonlyMap<string, string>): Analysis =>
  service.analyze(
    { uri: 'file:///a.tex', languageId: 'latex', version: 1, text },
    undefined,
    undefined,
    'body',
    terms,
  );

const PREAMBLE = String.raw`\newcommand{\car}{CAR}
\newcommand{\tnf}{TNF-$\alpha$}
\begin{document}
`;

test('a command that prints a short form defines it, and is a use of it', () => {
  const text = `${PREAMBLE}A chimeric antigen receptor (\\car{}) binds.
Anti-\\car\\ antibodies and \\car-T cells were kept; \\emph{\\car}s, too.
Tumor necrosis factor alpha (\\tnf) rose. The \\tnf{} fell.
`;
  const { abbreviations } = service.assemble([analysed(text)]);
  const told = abbreviations
    .filter(({ short }) => short === 'CAR' || short === 'TNF-α')
    .map(({ short, status, mentions }) => [
      short,
      status,
      ...mentions.map(({ start, end }) => text.slice(start, end)),
    ]);
  assert.deepEqual(told, [
    ['CAR', 'defined', '\\car', '\\car', '\\car', '\\car'],
    ['TNF-α', 'defined', '\\tnf', '\\tnf'],
  ]);
});

test('a document knows the commands of its whole manuscript, and prefers its own', () => {
  const shared = new Map([
    ['car', 'CAR'],
    ['nk', 'NK cell'],
  ]);
  const text = '\\newcommand{\\nk}{NK}\nEach \\car{} and \\nk{} cell.\n';
  const before = analysed(text);
  const surfaces = ({ blocks }: Analysis) =>
    blocks.flatMap(({ facts }) => facts.tokens.map(({ surface }) => surface));
  assert.deepEqual(surfaces(before), ['NK']);
  const after = service.analyze(before.document, before, undefined, 'body', shared);
  assert.deepEqual(surfaces(after), ['CAR', 'NK']);
  assert.deepEqual([...after.terms], [['nk', 'NK']]);
  // It keeps what it was told.
  const edited = { ...after.document, version: 2, text: `${text}More.\n` };
  assert.deepEqual(surfaces(service.analyze(edited, after)), ['CAR', 'NK']);
});

test('what stands in an expansion comes back to where it stands in the block', () => {
  const pieces = fc.array(
    fc.tuple(fc.constantFrom('', 'ab', ' a '), fc.constantFrom('', 'C', 'CAR', 'CAR cells'), fc.nat(4)),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(pieces, parts => {
      let masked = '';
      const marks: Mark[] = [];
      for (const [before, key, length] of parts) {
        masked += before;
        marks.push({ kind: 'term', start: masked.length, end: masked.length + length + 2, key });
        masked += Fill.opaque.repeat(length + 2);
      }
      const expansion = expandTerms({ kind: 'paragraph', masked, marks })!;
      assert.equal(expansion.masked, parts.map(([before, key]) => before + key).join(''));
      for (let start = 0; start < expansion.masked.length; start++) {
        for (let end = start + 1; end <= expansion.masked.length; end++) {
          const span = expansion.origin({ start, end });
          assert.ok(span.start < span.end && span.end <= masked.length);
          assert.ok(expansion.place(span.start) <= start && end <= expansion.place(span.end));
        }
      }
    }),
  );
});
