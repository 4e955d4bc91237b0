import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDefinitions, findListEntries } from '../../server/src/core/analysis/definitions/index.ts';
import type { Definition } from '../../server/src/core/types.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 300);

/** Text as writers and tools break it: words of definitions, brackets, connectives, fill characters, noise. */
const masked = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'chimeric',
          'antigen',
          'receptor',
          'natural',
          'killer',
          'and',
          'of the',
          'T',
          'γδ',
          '3,5-di',
          'IL-2',
        ],
        ...[
          '(CAR)',
          '(NK)',
          'CAR',
          '(',
          ')',
          '[',
          ']',
          '((',
          '(A ',
          ', or NK,',
          ', NK,',
          ', the ',
          ' is an acronym of ',
          ' or ',
          '. NK: ',
          'Abbreviations: ',
          '(W3C)',
          '[Ca2+]i',
          '(EC50)',
          'half-',
          ' = ',
          'i.e.,',
          '; ',
          ': ',
          '. ',
          '/',
        ],
        ...[
          ' ',
          '\n',
          '\t',
          '\uFFFC\uFFFC',
          '\uE000',
          '\u2014',
          '“',
          '’',
          '-',
          '–',
          '\u0301',
          '\uD800',
          '👍🏽',
          'ﬁ',
          'İ',
        ],
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map(pieces => pieces.join(''));

/** Offsets that hold for every definition of every text. */
function assertSound(text: string, definitions: readonly Definition[]): void {
  let previous = 0;
  for (const { start, end, short, long } of definitions) {
    assert.ok(start >= previous, 'in reading order');
    previous = start;
    for (const span of [short, long]) {
      assert.ok(start <= span.start && span.start < span.end && span.end <= end && end <= text.length);
      const slice = text.slice(span.start, span.end);
      assert.match(slice[0]!, /[^\s\uE000\uFFFC]/u, 'begins on a visible character');
      assert.match(slice.at(-1)!, /[^\s\uE000\uFFFC]/u, 'ends on a visible character');
      assert.doesNotMatch(slice, /\uFFFC/, 'nothing crosses what is opaque');
    }
    assert.ok(short.end <= long.start || long.end <= short.start, 'short and long form stand apart');
  }
}

test('every definition has sound spans, whatever the text', () => {
  fc.assert(
    fc.property(masked, text => assertSound(text, findDefinitions(text))),
    { numRuns: runs },
  );
});

test('every list entry has sound spans, whatever the text', () => {
  fc.assert(
    fc.property(masked, fc.boolean(), (text, trusted) => assertSound(text, findListEntries(text, trusted))),
    { numRuns: runs },
  );
});

test('work grows with the length of the text, whatever it is', () => {
  const stepsOf = (find: (text: string, count: (steps: number) => void) => unknown, text: string): number => {
    let total = 0;
    find(text, steps => {
      total += steps;
    });
    return total;
  };
  const finders = [
    (text: string, count: (steps: number) => void) => findDefinitions(text, undefined, undefined, count),
    (text: string, count: (steps: number) => void) => findListEntries(text, false, undefined, count),
  ];
  fc.assert(
    fc.property(masked, text => {
      // Longer than anything that is looked at as a whole, so that what is capped is at its cap.
      const long = text.repeat(Math.ceil(2000 / Math.max(1, text.length)));
      for (const find of finders) {
        const once = stepsOf(find, long);
        assert.ok(stepsOf(find, long.repeat(4)) <= 5 * once + 20_000, `${once} steps once`);
      }
    }),
    { numRuns: Math.ceil(runs / 20) },
  );
});

test('a definition is found wherever its sentence stands in a text', () => {
  const sentence = 'We made a chimeric antigen receptor (CAR) for this.';
  fc.assert(
    fc.property(
      fc.constantFrom('See above. ', 'It was so (Figure 1). ', 'Text\n', ''),
      fc.nat(20),
      (before, times) => {
        const offset = before.length * times;
        const definitions = findDefinitions(before.repeat(times) + sentence);
        assert.deepEqual(
          definitions.map(({ short, long }) => [short.start - offset, long.start - offset]),
          [[sentence.indexOf('CAR'), sentence.indexOf('chimeric')]],
        );
      },
    ),
    { numRuns: 40 },
  );
});

const ADVERSARIAL: Readonly<Record<string, (size: number) => string>> = {
  'opening brackets': size => '('.repeat(size),
  'opened letters': size => '(A '.repeat(size),
  'nested letters': size => `${'(A '.repeat(size)}${')'.repeat(size)}`,
  'nested definitions': size => `${'(a b (AB)'.repeat(size)}${')'.repeat(size)}`,
  'crossing brackets': size => '([)]'.repeat(size),
  'letters before a bracket': size => `${'a '.repeat(size)}(b)`,
  'short forms all over': size => 'a a a (aaa) '.repeat(size),
  connectives: size => ', or AB, i.e., a b'.repeat(size),
  equations: size => 'AB = a b '.repeat(size),
  'opaque runs': size => `${'\uFFFC'.repeat(size)}(AB)`,
  'transparent runs': size => `a${'\uE000'.repeat(size)}b (A${'\uE000'.repeat(size)}B)`,
  'bare forms': size => 'a b c, ABC, the a b c or ABC, '.repeat(size),
  'list entries': size => 'AB: a b, CD = c d, '.repeat(size),
  'labels and sentences': size => 'Abbreviations: a. AB, a b; '.repeat(size),
  'commas without end': size => `(AB, ${'a b, '.repeat(size)})`,
  'closing brackets': size => `${'a b) '.repeat(size)}(AB)`,
  spaces: size => `a b${' '.repeat(size)}(AB),${' '.repeat(size)}or AB`,
};

for (const [name, make] of Object.entries(ADVERSARIAL)) {
  test(`linear in the length of the text: ${name}`, () => {
    const steps = (size: number): number => {
      let total = 0;
      const count = (taken: number): void => {
        total += taken;
      };
      findDefinitions(make(size), undefined, undefined, count);
      findListEntries(make(size), false, undefined, count);
      return total;
    };
    const small = steps(500);
    assert.ok(steps(2000) <= 4 * small + 20_000, `${steps(2000)} steps against ${small}`);
  });
}
