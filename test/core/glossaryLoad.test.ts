import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseEntry } from '../../server/src/core/glossary/load.ts';

const row = {
  id: 'car',
  short: 'CAR',
  long: 'chimeric antigen receptor',
  class: 'abbreviation',
  domain: 'receptor',
};

/** The entry that a row gives, and what is told of it. */
function read(value: unknown) {
  const problems: string[] = [];
  const entry = parseEntry(value, (path, message) => problems.push(`${path}: ${message}`));
  return { entry, problems };
}

test('a row with two forms is enough: the rest has defaults', () => {
  const { entry, problems } = read({ short: 'CAR-NK', long: 'CAR natural killer' });
  assert.deepEqual(problems, []);
  assert.deepEqual(entry, {
    id: 'car-nk',
    short: 'CAR-NK',
    long: 'CAR natural killer',
    class: 'abbreviation',
    domain: 'own',
    sources: [],
  });
});

test('a row without both forms gives no entry, and says why', () => {
  assert.deepEqual(read({ short: 'CAR' }), { entry: undefined, problems: [': An entry needs "long".'] });
  assert.deepEqual(read('NK'), { entry: undefined, problems: [': An entry must be an object.'] });
});

test('a bad or unknown field is left out of its row, and reported', () => {
  const { entry, problems } = read({
    ...row,
    class: 'receptor',
    longform: 'x',
    wrong: [{ long: 'chimera' }],
    variants: [''],
  });
  assert.equal(entry?.class, 'abbreviation');
  assert.equal(entry?.wrong, undefined);
  assert.deepEqual(
    problems.map(problem => problem.split(':')[0]),
    ['/class', '/longform', '/wrong', '/variants'],
  );
  assert.match(problems[2] ?? '', /item 1 lacks "note"/);
});

test('whatever a row holds, reading it never throws, and what comes out has both forms', () => {
  const rows = fc.oneof(fc.anything(), fc.record({ short: fc.anything(), long: fc.anything() }));
  fc.assert(
    fc.property(rows, value => {
      const { entry } = read(value);
      assert.ok(
        entry === undefined || (entry.short.trim() !== '' && entry.long.trim() !== '' && entry.id !== ''),
      );
    }),
    { numRuns: 1000 },
  );
});
