import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Initials } from '../../server/src/core/manuscript/initials.ts';
import { LetterRuns } from '../../server/src/core/manuscript/letterRuns.ts';
import { touching } from '../../server/src/core/manuscript/touching.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '|'), maxLength: 60 });

test('a run that stands in some text is never denied', () => {
  fc.assert(
    fc.property(fc.array(letters), fc.integer({ min: 1, max: 8 }), (texts, length) => {
      const runs = new LetterRuns(length, texts.join('').length);
      for (const text of texts) assert.ok(runs.add(text));
      for (const text of texts) {
        for (let at = 0; at + length <= text.length; at++)
          assert.ok(runs.mayHold(text.slice(at, at + length)));
      }
    }),
  );
});

test('of the runs that stand nowhere, nearly all are denied', () => {
  const runs = new LetterRuns(4, 20_000);
  const text = Array.from({ length: 20_000 }, (_, n) => 'acegikmoqs'.charAt((n * n + (n >> 3)) % 10)).join(
    '',
  );
  runs.add(text);
  const absent = Array.from({ length: 20_000 }, (_, n) => `b${n.toString(36).padStart(3, 'd')}`);
  assert.ok(absent.filter(run => runs.mayHold(run)).length < 600);
});

test('initials of a text are known, however much it is and however often one asks', () => {
  const initials = new Initials();
  for (let question = 0; question < 200; question++) {
    assert.equal(initials.mayHold('tm') || initials.mayHold('tme'), false);
    assert.equal(initials.mayHold('asigo'), false);
  }
  for (let block = 1; block < 100; block++) {
    initials.add({ masked: `word ${'and so it goes on '.repeat(block)}`, kind: 'paragraph' });
    assert.ok(initials.mayHold('asigo'), String(block));
  }
  initials.add({ masked: 'a tumor microenvironment', kind: 'paragraph' });
  assert.ok(initials.mayHold('tm'));
});

test('a span touches others, few or many, as each of them tells', () => {
  const span = fc
    .tuple(fc.nat({ max: 60 }), fc.nat({ max: 12 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40, size: 'max' }), span, (spans, asked) => {
      const each = spans.some(({ start, end }) => start < asked.end && asked.start < end);
      assert.equal(touching(spans)(asked), each);
    }),
    { numRuns: 500 },
  );
});
