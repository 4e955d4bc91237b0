import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createSearch } from '../../server/src/core/index.ts';
import { bundledGlossary } from '../glossary.ts';

/** A query that a person may type, the entry that is meant, and what is amiss with it. */
interface LabelledQuery {
  readonly query: string;
  readonly id: string;
  readonly kind: string;
}

const read = (name: string) =>
  readFileSync(`test/search/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as LabelledQuery);
const queries = read('queries');
/** Written down at one go, as somebody types them, before the search was asked; nothing was fitted to them. */
const fresh = read('fresh');
const { entries } = bundledGlossary();
const search = createSearch(entries);

test('there are at least 300 labelled queries, none twice, each for an entry of the bundled glossary', () => {
  assert.ok(queries.length >= 300);
  assert.equal(new Set(queries.map(({ query }) => query)).size, queries.length);
  const ids = new Set(entries.map(entry => entry.id));
  assert.deepEqual(
    [...queries, ...fresh].filter(({ id }) => !ids.has(id)),
    [],
  );
});

for (const [name, asked] of [
  ['labelled queries', queries],
  ['queries that nothing was fitted to', fresh],
] as const) {
  test(`the sense that is meant comes first for 85% of ${name}, and among the first three for 95%`, t => {
    const places = asked.map(({ query, id }) => search.find(query, 10).findIndex(hit => hit.entry.id === id));
    const first = places.filter(place => place === 0).length / asked.length;
    const amongThree = places.filter(place => place >= 0 && place < 3).length / asked.length;
    t.diagnostic(`first ${(100 * first).toFixed(1)}%, among three ${(100 * amongThree).toFixed(1)}%`);
    assert.ok(first >= 0.85, `first: ${first}`);
    assert.ok(amongThree >= 0.95, `among three: ${amongThree}`);
  });
}

test('the examples of the documentation hold in the bundled glossary', () => {
  const found = (query: string) => search.find(query, 10).map(hit => hit.entry.id);
  assert.equal(found('IL2')[0], 'il-2');
  assert.equal(found('NK')[0], 'nk');
  assert.ok(found('NK').slice(0, 3).includes('car-nk'));
  assert.equal(found('chimric')[0], 'car');
  assert.equal(found('chimric antgen')[0], 'car');
  assert.equal(found('interferon g')[0], 'ifn-gamma');
  assert.equal(found('NK cells')[0], 'nk');
});
