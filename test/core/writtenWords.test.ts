import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordsIn, wordToSeek } from '../../server/src/core/manuscript/written/soughtWords.ts';
import { Together } from '../../server/src/core/manuscript/written/together.ts';
import { WrittenWords } from '../../server/src/core/manuscript/written/writtenWords.ts';

function wordsOf(...texts: readonly string[]): WrittenWords {
  const words = new WrittenWords(texts[0]?.length ?? 0);
  for (const text of texts) words.count(text, 1);
  return words;
}

test('a word counts as written only as a whole and in its case, whatever its ending', () => {
  const words = wordsOf(
    'The baits were fresh, and passed. A crowbar, and CARgo; pre2cast. T\uE000reg\uE000 cells.\n',
  );
  for (const word of ['bait', 'fresh', 'pass', 'Treg', 'CARgo', 'cell'])
    assert.equal(words.has(word), true, word);
  for (const word of ['crow', 'cast', 'cargo', 'Fresh']) assert.equal(words.has(word), false, word);
});

test('a stem is the beginning of a word in any case, as far as its seventh letter', () => {
  const words = wordsOf('Signalling through the receptors, well.');
  for (const stem of ['signalled', 'signal', 'receptor', 'Receptive', 'well']) {
    assert.equal(words.hasStem(stem), stem !== 'Receptive', stem);
  }
  assert.equal(words.hasStem('ceptor'), false);
  assert.equal(words.hasStem('welling'), false);
});

test('what is taken off is gone, what stands elsewhere stays, however much is counted', () => {
  const texts = fc.array(fc.lorem({ maxCount: 40 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(texts, fc.nat(), (all, pick) => {
      const words = wordsOf(...all);
      const gone = all[pick % all.length]!;
      const rest = all.filter(text => text !== gone);
      for (const text of all) if (text === gone) words.count(text, -1);
      const left = new Set(rest.flatMap(text => text.match(/\w+/g) ?? []));
      for (const word of gone.match(/\w+/g) ?? []) {
        assert.equal(
          words.has(word),
          ['', 's', 'ed', 'd', 'ing', 'es'].some(ending => left.has(word + ending)),
          word,
        );
      }
      for (const word of left) assert.equal(words.has(word), true, word);
    }),
  );
});

test('a text in place of another counts as if the first had never been, and tells when an answer may differ', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aAbesd\uE000é5 -/'), maxLength: 40 });
  const asked = fc.string({ unit: fc.constantFrom(...'aAbesd'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, text, text, text, fc.array(asked), (start, before, after, end, all) => {
      const words = wordsOf(start + before + end);
      const anew = wordsOf(start + after + end);
      const last = all.map(word => [words.has(word), words.hasStem(word)]);
      const { revision } = words;
      words.replace(start + before + end, start + after + end);
      const isSame = words.revision === revision;
      const now = all.map(word => [words.has(word), words.hasStem(word)]);
      assert.deepEqual(
        now,
        all.map(word => [anew.has(word), anew.hasStem(word)]),
      );
      if (isSame) assert.deepEqual(now, last);
    }),
  );
});

test('words that are looked up in texts are those that counting finds there', () => {
  const letter = fc.constantFrom(...'aAbsed\uE000é -/');
  const text = fc.string({ unit: letter, maxLength: 60 });
  const word = fc.string({ unit: fc.constantFrom(...'aAbsedé'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), fc.array(word, { maxLength: 6 }), (texts, asked) => {
      const counted = wordsOf(...texts);
      const sought = asked.flatMap(word => [
        wordToSeek(word, false),
        ...(word.length >= 4 ? [wordToSeek(word, true)] : []),
      ]);
      const found = wordsIn(texts, sought);
      for (const each of sought) {
        const { word, begins } = each;
        assert.equal(found.has(each), begins ? counted.hasStem(word) : counted.has(word), word);
      }
    }),
  );
});

test('what a paragraph speaks of is never ruled out by the words that are counted', () => {
  const letter = fc.constantFrom(...'aAbeéÉβ5\uE000 -/,');
  const long = fc.string({ unit: fc.constantFrom(...'abeéβ5-,'), minLength: 4, maxLength: 9 });
  const stretch = fc.tuple(fc.string({ unit: letter, maxLength: 6 }), long, fc.boolean());
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 5 }), long, (stretches, asked) => {
      const masked = stretches
        .map(([before, word, isCapital]) => before + (isCapital ? word.charAt(0).toUpperCase() : word))
        .concat(asked.toUpperCase().charAt(0) + asked.slice(1, 8))
        .join('');
      const together = new Together(asked, wordsOf(masked));
      if (together.standsIn({ kind: 'paragraph', masked })) assert.ok(together.mayStand(), masked);
    }),
  );
});

test('a long form that nothing in a text begins like is ruled out without a look at its paragraphs', () => {
  const words = wordsOf('Loss of 5-methylcytosine and 2methyl groups in chimeric mice.');
  const mayStand = (long: string): boolean => new Together(long, words).mayStand();
  for (const long of ['methyl groups', 'Chimeric', 'loss']) assert.ok(mayStand(long), long);
  for (const long of ['ethyl groups', 'chimneys', 'cytosine', 'of', '']) assert.ok(!mayStand(long), long);
});
