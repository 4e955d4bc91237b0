import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longestPhrase, mayBePhraseOf } from '../../server/src/core/features/phrases.ts';
import { foldLong, wordsOf } from '../../server/src/core/glossary/normalize.ts';
import { Fill } from '../../server/src/core/types.ts';
import { service } from '../bundled.ts';

const { glossary } = service;
const fuzz = process.env.FUZZ_RUNS ? { numRuns: Number(process.env.FUZZ_RUNS) } : { numRuns: 200, seed: 5 };

const names = glossary.therapies.flatMap(each => each.names);
const pieces = [
  ...names.flatMap(name => [name, `${name}s`, name.toUpperCase(), name.replace(/[ -]/, '\n')]),
  ...names.flatMap(name => name.split(/[ -]/)).flatMap(word => [word, `${word}s`, `${word}’s`]),
  ...['tumour', 'bodies', 'the', 'T', 'γδ', 'α', 'anti', "'", '/', '’', '-', '–', ' ', '(', ')'],
  Fill.transparent,
  Fill.opaque,
];

test('where no word of a therapy’s name stands, no therapy is named', () => {
  const words = glossary.therapyWords();
  let spared = 0;
  const texts = fc.array(
    fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '-', '', '\n', ', ')),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(texts, parts => {
      const masked = parts.flat().join('');
      for (let at = 0; at <= masked.length; at++) {
        if (mayBePhraseOf(words, masked, at)) continue;
        spared++;
        assert.equal(
          longestPhrase(masked, at, folded => glossary.therapyNamed(folded)),
          undefined,
        );
      }
    }),
    fuzz,
  );
  assert.ok(spared > 0);
});

test('a word may end a phrase, too', () => {
  const words = wordsOf([foldLong('CAR-T cell therapies')]);
  assert.deepEqual([...words], ['car', 't', 'cell', 'therapy']);
  assert.ok(mayBePhraseOf(words, 'Of therapies, none.', 5));
  assert.ok(!mayBePhraseOf(words, 'Of therapies, none.', 15));
});
