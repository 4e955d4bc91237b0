import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldLong } from '../../server/src/core/glossary/normalize.ts';
import { createPhraseFinder } from '../../server/src/core/manuscript/phrases.ts';

function found(masked: string, phrases: readonly string[]): string[] {
  const find = createPhraseFinder(phrases.map(foldLong));
  return find(masked).map(({ start, end }) => masked.slice(start, end));
}

test('plurals, hyphens, line ends, case and British spelling are seen through; words of one phrase stay together', () => {
  assert.deepEqual(
    found('Graft-versus-host\ndiseases. A tumour microenvironment; tumor, microenvironment.', [
      'graft-versus-host disease',
      'tumour microenvironment',
    ]),
    ['Graft-versus-host\ndiseases', 'tumour microenvironment'],
  );
});

test('the longer of two phrases is found, and single words are not', () => {
  assert.deepEqual(found('natural killer T cells', ['natural killer', 'natural killer T cell', 'natural']), [
    'natural killer T cells',
  ]);
});

test('what is found is a phrase, whole words, in order, without overlap', () => {
  const word = fc.constantFrom('natural', 'killer', 'T', 'cell', 'cells', 'a', 'x');
  const joint = fc.constantFrom(' ', '-', '\n', ', ', '. ');
  const text = fc
    .array(fc.tuple(word, joint), { maxLength: 20 })
    .map(pairs => pairs.map(pair => pair.join('')).join(''));
  const phrases = ['natural killer', 'natural killer T cell', 'T cell', 'killer T'].map(foldLong);
  fc.assert(
    fc.property(text, masked => {
      let last = 0;
      for (const { start, end, phrase } of createPhraseFinder(phrases)(masked)) {
        assert.ok(start >= last && end > start);
        assert.equal(foldLong(masked.slice(start, end)), phrase);
        assert.doesNotMatch(masked.slice(start - 1, start), /\w/);
        assert.doesNotMatch(masked.slice(end, end + 1), /\w/);
        last = end;
      }
    }),
  );
});
