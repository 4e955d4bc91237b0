import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ComposedEdits } from '../../server/src/core/features/composedEdits.ts';
import { applyEdits } from '../../server/src/core/index.ts';
import type { TextEdit } from '../../server/src/core/types.ts';

const uri = 'file:///a.md';

test('rounds of edits are joined, each edit of whole words', () => {
  const composed = new ComposedEdits('See CRSs and the CARs.');
  composed.apply([{ uri, start: 4, end: 8, newText: 'CRSes' }]);
  composed.apply([{ uri, start: 18, end: 21, newText: 'CHR' }]);
  composed.apply([{ uri, start: 4, end: 9, newText: 'cytokines' }]);
  assert.deepEqual(composed.edits(uri), [
    { uri, start: 4, end: 8, newText: 'cytokines' },
    { uri, start: 17, end: 21, newText: 'CHRs' },
  ]);
});

test('what was put in and taken out again is no edit', () => {
  const composed = new ComposedEdits('one two');
  composed.apply([{ uri, start: 3, end: 3, newText: ' and' }]);
  composed.apply([{ uri, start: 3, end: 7, newText: '' }]);
  assert.deepEqual(composed.edits(uri), []);
});

test('joined edits give the text that the rounds gave, whatever the edits', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '𝛼'), maxLength: 12 });
  const rounds = fc.array(fc.array(fc.tuple(fc.nat(40), fc.nat(4), letters), { maxLength: 4 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      letters.chain(text => fc.tuple(fc.constant(text + text), rounds)),
      ([text, all]) => {
        const composed = new ComposedEdits(text);
        let current = text;
        for (const round of all) {
          const edits: TextEdit[] = [];
          let free = 0;
          for (const [at, length, newText] of round.toSorted((a, b) => a[0] - b[0])) {
            const start = Math.min(at, current.length);
            if (start < free || (start === free && free > 0)) continue;
            const end = Math.min(start + length, current.length);
            edits.push({ uri, start, end, newText });
            free = end;
          }
          composed.apply(edits);
          current = applyEdits(current, edits);
        }
        const edits = composed.edits(uri);
        assert.equal(applyEdits(text, edits), current);
        for (const [index, { start }] of edits.entries())
          assert.ok(index === 0 || edits[index - 1]!.end < start);
      },
    ),
  );
});
