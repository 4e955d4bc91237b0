import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formats } from '../../server/src/core/prose/formats.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { readTyped } from '../../server/src/core/prose/typing.ts';
import { pieces } from './pieces.ts';

const fuzz = process.env.FUZZ_RUNS ? { numRuns: Number(process.env.FUZZ_RUNS) } : { numRuns: 500, seed: 3 };

/** Running text, and words that markup of some format knows. */
const prose = [
  'Cells of the marrow bind their receptor, which none of the other groups had, and grew',
  'no difference was seen between groups.\nNeither the blood nor the marrow held such cells',
  'a second readout was the binding index (VSBI), which we scored; of these cells, seven died',
  'plus minus to in as of the table note caption include abstract figure at by and for',
];
const texts = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...prose) },
      { weight: 2, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.constantFrom(' ', '. ', '\n', '\n\n') },
    ),
    { maxLength: 14, size: 'max' },
  )
  .map(parts => parts.join(''));
/** Where in the text, how many letters go there, which come. */
const typing = fc.tuple(
  fc.nat({ max: 1_000_000 }),
  fc.nat({ max: 3 }),
  fc.constantFrom('', 'x', 's', 'e', 'plus', 'to', 'Table', 'IL'),
);

/** What a text stands behind, so that it is looked at for nothing but itself. */
const heads: Readonly<Record<string, string>> = {
  latex: `\\begin{document}\n${'Running text.\n\n'.repeat(20)}`,
};

for (const format of formats.filter(each => each.typing)) {
  test(`${format.id}: a word among words says nothing of what is read, but for its letters`, () => {
    let typed = 0;
    fc.assert(
      fc.property(texts, fc.array(typing, { minLength: 1, maxLength: 8 }), (some, edits) => {
        let text = (heads[format.id] ?? '') + some;
        for (const [where, removed, inserted] of edits) {
          const before = readDocument(format, text);
          const start = before.head + (where % (text.length + 1 - before.head));
          const end = Math.min(text.length, start + removed);
          const change = { start, end, newLength: inserted.length };
          text = text.slice(0, start) + inserted + text.slice(end);
          const now = readTyped(before, text, change);
          if (now === undefined) continue;
          typed++;
          assert.deepEqual(now, readDocument(format, text));
        }
      }),
      fuzz,
    );
    assert.ok(typed > 0);
  });
}

test('what markup may depend on is read again', () => {
  const markdown = formats.find(({ id }) => id === 'markdown')!;
  const typedIn = (text: string, at: string): boolean => {
    const start = text.indexOf(at);
    const edited = `${text.slice(0, start)}x${text.slice(start)}`;
    return readTyped(readDocument(markdown, text), edited, { start, end: start, newLength: 1 }) !== undefined;
  };
  const words = 'Cells of the marrow bind their receptor, which none of the other groups had';
  assert.ok(typedIn(`${words}.`, 'receptor'));
  assert.ok(typedIn(`${words}\nand grew.`, 'receptor'));
  assert.ok(!typedIn(`${words}.`, 'Cells'));
  assert.ok(!typedIn(words.replace('none', '*none*'), 'receptor'));
  assert.ok(!typedIn(words.replace('none', '`none`'), 'receptor'));
  assert.ok(!typedIn(`# ${words}`, 'receptor'));
  assert.ok(!typedIn(`${words}\n1 and grew`, 'receptor'));
});
