import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowsOf } from '../../server/src/core/glossary/entryRows.ts';
import { longKeys, shortKeys } from '../../server/src/core/glossary/forms.ts';
import { type PackedLayer, packLayer, unpackLayer } from '../../server/src/core/glossary/layerPack.ts';
import { type Layer, layeredGlossary, withOrigin } from '../../server/src/core/glossary/layers.ts';
import { parseEntry } from '../../server/src/core/glossary/load.ts';
import { fold, foldLong } from '../../server/src/core/glossary/normalize.ts';
import { createGlossary, createSearch } from '../../server/src/core/index.ts';
import type { Glossary, GlossaryEntry, Origin } from '../../server/src/core/types.ts';

const shorts = ['CAR', 'CAR-T', 'CARs', 'CART', 'IFN-γ', 'IFNg', 'T reg', 'Treg', 'É', 'NK', 'NK-92', '“x”'];
const longs = [
  'chimeric antigen receptor',
  'chimeric antigen receptors',
  'chimaeric antigen receptor',
  'regulatory T cell',
  'interferon gamma',
  'γ-interferon',
  'natural killer',
  'cis-acting region',
];
const row = fc.record(
  {
    short: fc.constantFrom(...shorts),
    long: fc.constantFrom(...longs),
    plural: fc.constantFrom(...longs),
    variants: fc.array(fc.constantFrom(...shorts), { maxLength: 2 }),
    alternatives: fc.array(fc.constantFrom(...longs), { maxLength: 2 }),
    class: fc.constantFrom('abbreviation', 'cytokine'),
    domain: fc.constantFrom('own', 'cell'),
    note: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
    sources: fc.constantFrom([], [{ reference: 'us' }]),
    id: fc.constantFrom('car', 'of-its-own'),
  },
  { requiredKeys: ['short', 'long'], noNullPrototype: true },
);
const entriesOf = (rows: readonly unknown[]): readonly GlossaryEntry[] =>
  rows.flatMap(each => parseEntry(each, () => {}) ?? []);
const someRows = fc.array(row, { maxLength: 7 }).map(entriesOf);

const glossaryOf = (entries: readonly GlossaryEntry[]): Glossary =>
  createGlossary({
    entries,
    ...{ standard: () => [], therapies: () => [], facts: () => [], references: () => [] },
    ...{ geneSymbols: () => '', revision: 0 },
  });

/** What layers say, by the words of `layeredGlossary` and by going through all of them. */
function thoroughly(base: Glossary, layers: readonly Layer[]): readonly GlossaryEntry[] {
  const own: GlossaryEntry[] = [];
  const covered = new Set<string>();
  for (const { entries } of layers) {
    const shown = entries.filter(({ short }) => !covered.has(fold(short)));
    for (const entry of shown) for (const key of shortKeys(entry)) covered.add(key);
    for (const entry of shown) {
      const known = base.senses(fold(entry.short)).find(each => longKeys(each).has(foldLong(entry.long)));
      const { class: kind, domain, sources } = entry;
      own.push({
        ...known,
        ...entry,
        class: kind === 'abbreviation' ? (known?.class ?? kind) : kind,
        domain: domain === 'own' ? (known?.domain ?? domain) : domain,
        sources: sources.length === 0 ? (known?.sources ?? sources) : sources,
      });
    }
  }
  const answered = new Set(own.flatMap(entry => [...shortKeys(entry)]));
  return [...own, ...base.entries.filter(({ short }) => !answered.has(fold(short)))];
}

const keptAndFound = (entries: readonly GlossaryEntry[], origin: Origin): Layer => {
  const rows = unpackLayer(packLayer(rowsOf(entries)), origin);
  assert.ok(rows !== undefined);
  return {
    origin,
    rows,
    get entries(): never {
      throw new Error('all of them were asked for');
    },
  };
};

const queries = [
  'CAR',
  'C',
  'car t',
  'ifn',
  'Interferon g',
  'chimric antgen',
  'NK',
  'Tergs',
  'receptor',
  'é',
  'ci',
];

test('layers answer the same packed, plain, and gone through one by one', () => {
  fc.assert(
    fc.property(someRows, fc.array(someRows, { maxLength: 3 }), (below, above) => {
      const base = glossaryOf(below);
      const origins = above.map((_, at): Origin => ({ layer: 'workspace', uri: `file:///${at}.yaml` }));
      const plain = above.map(
        (entries, at): Layer => ({ origin: origins[at]!, entries: withOrigin(entries, origins[at]!) }),
      );
      const packed = plain.map(({ origin, entries }) => keptAndFound(entries, origin));
      const expected = thoroughly(base, plain);
      const search = createSearch(expected);
      for (const layers of [plain, packed]) {
        const said = layeredGlossary(base, layers, 1);
        for (const key of ['', 'nowhere', ...shorts.map(fold)]) {
          const own = expected.filter(entry => entry.origin !== undefined && shortKeys(entry).has(key));
          assert.deepEqual(said.senses(key), own.length > 0 ? own : base.senses(key), key);
          assert.equal(said.senses(key)[0], said.senses(key)[0]);
        }
        for (const key of longs.map(foldLong))
          assert.deepEqual(
            said.byLongForm(key),
            expected.filter(entry => longKeys(entry).has(key)),
            key,
          );
        assert.deepEqual(said.entries, expected);
        const found = createSearch(said);
        for (const query of queries) {
          assert.deepEqual(found.find(query, 50), search.find(query, 50), query);
          assert.deepEqual(found.startingWith(query), search.startingWith(query), query);
          assert.deepEqual(found.resembling(query), search.resembling(query), query);
        }
      }
    }),
  );
});

test('an entry is made when it is asked for, once, with the file that it is of', () => {
  const origin: Origin = { layer: 'folder', uri: 'file:///w/.immunogloss/a.csv' };
  const entries = entriesOf([
    { short: 'CAR', long: 'chimeric antigen receptor' },
    { short: 'NK', long: 'natural killer' },
  ]);
  const rows = unpackLayer(packLayer(rowsOf(entries)), origin)!;
  assert.equal(rows.count, 2);
  assert.equal(rows.entryAt(1), rows.entryAt(1));
  assert.deepEqual(rows.entryAt(1), { origin, ...entries[1] });
  assert.deepEqual(Object.keys(rows.entryAt(0)), Object.keys(withOrigin(entries, origin)[0]!));
});

test('columns that don’t fit are refused, and whatever they say, nothing throws', () => {
  const packed = packLayer(
    rowsOf(
      entriesOf([
        { short: 'CAR-T', long: 'chimeric antigen receptor T' },
        { short: 'NK', long: 'natural killer' },
      ]),
    ),
  );
  const origin: Origin = { layer: 'user', uri: 'file:///a.yaml' };
  const ask = (damaged: PackedLayer): boolean => {
    const rows = unpackLayer(damaged, origin);
    if (rows === undefined) return false;
    const said = layeredGlossary(glossaryOf([]), [{ origin, rows, entries: [] }], 1);
    for (const key of ['car t', 'nk', 'cart']) said.senses(key);
    for (const query of queries) createSearch(said).find(query, 50);
    assert.ok(
      said.entries.every(({ short, long, sources }) => short !== '' && long !== '' && Array.isArray(sources)),
    );
    return true;
  };
  assert.ok(ask(packed));
  assert.ok(!ask({ ...packed, columns: packed.columns.slice(0, -1) }));
  assert.ok(!ask({ columns: new Uint32Array(), text: '' }));
  assert.ok(!ask({ ...packed, text: packed.text.slice(0, -1) }));
  const changed = (at: number, value: number): PackedLayer => {
    const columns = packed.columns.slice();
    columns[at] = value;
    return { ...packed, columns };
  };
  assert.ok(!ask(changed(2, packed.columns[3]! + 1)), 'an entry that begins behind the next');
  assert.ok(!ask(changed(packed.columns.length - 1, 2 << 2)), 'a key of an entry that is none');
  assert.ok(!ask(changed(packed.columns.length - 1, 3)), 'a key of no kind');
  assert.ok(ask({ ...packed, text: packed.text.replace('"short"', '"shirt"') }));
  assert.ok(ask({ ...packed, text: packed.text.replace('{', '[') }));
  fc.assert(
    fc.property(
      fc.nat(packed.columns.length - 1),
      fc.oneof(fc.nat(60), fc.constant(0xffff_ffff)),
      (at, value) => {
        ask(changed(at, value));
      },
    ),
  );
});
