import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  dataFiles,
  entries,
  facts,
  geneSymbols,
  references,
  schemas,
  sources,
  standard,
  therapies,
} from './data.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
for (const schema of schemas) ajv.addSchema(schema);

/** The problems that `check` finds, one a line, so that a failing test names all of them. */
function assertNone(problems: readonly string[]): void {
  assert.equal(problems.join('\n'), '');
}

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter(value => seen.has(value) || !seen.add(value));
}

describe('files', () => {
  for (const file of dataFiles) {
    test(`${file.path} holds to its schema and is written in one way`, () => {
      const value: unknown = JSON.parse(file.text);
      const validate = ajv.getSchema(file.schema);
      assert.ok(validate);
      assert.equal(validate(value), true, ajv.errorsText(validate.errors, { separator: '\n' }));
      assert.equal(file.text, `${JSON.stringify(value, null, 2)}\n`);
      const keys = (value as { id?: string; short: string }[]).map(row => row.id ?? row.short);
      assert.deepEqual(keys, [...keys].sort());
    });
  }

  test('an entry stands in the file of its domain', () => {
    assertNone(entries.filter(entry => !entry.file.endsWith(`${entry.domain}.json`)).map(entry => entry.id));
  });

  test('gene symbols are sorted, unique and without white space', () => {
    assert.deepEqual(geneSymbols, [...new Set(geneSymbols)].sort());
    assertNone(geneSymbols.filter(symbol => !/^\S+$/.test(symbol)));
  });
});

describe('ids', () => {
  const entryIds = new Set(entries.map(entry => entry.id));
  const therapyIds = new Set(therapies.map(therapy => therapy.id));
  const factIds = new Set(facts.map(fact => fact.id));
  const keys = new Set(references.map(reference => reference.id));

  test('are unique', () => {
    assertNone([entries, therapies, facts, references].flatMap(rows => duplicates(rows.map(row => row.id))));
    assertNone(duplicates(standard.map(form => form.short)));
  });

  test('resolve', () => {
    assertNone([
      ...sources.filter(({ source }) => !keys.has(source.reference)).map(({ owner }) => `${owner}: source`),
      ...entries.flatMap(entry =>
        (entry.see ?? [])
          .filter(id => !entryIds.has(id) || id === entry.id)
          .map(id => `${entry.id}: see ${id}`),
      ),
      ...[...entries, ...facts]
        .filter(row => row.therapy !== undefined && !therapyIds.has(row.therapy))
        .map(row => `${row.id}: therapy ${row.therapy}`),
      ...facts.flatMap(fact =>
        fact.cites
          .filter(cite => !keys.has(cite.reference))
          .map(cite => `${fact.id}: cites ${cite.reference}`),
      ),
      ...facts.flatMap(fact =>
        (fact.contradicts ?? [])
          .filter(({ fact: id }) => !factIds.has(id))
          .map(({ fact: id }) => `${fact.id}: contradicts ${id}`),
      ),
    ]);
  });

  test('a reference is there because something cites it', () => {
    const cited = new Set([
      ...sources.map(({ source }) => source.reference),
      ...facts.flatMap(fact => fact.cites.map(cite => cite.reference)),
    ]);
    assertNone(
      references
        .filter(reference => !cited.has(reference.id) && !/never cited/i.test(reference.note ?? ''))
        .map(reference => reference.id),
    );
  });

  test('a family name holds no given name', () => {
    const doubled = new Set(['Burmeister Getz', 'Guerra Alía']);
    const particle = /^(?:v[ao]n|d[eai]|del|der|den)\b/i;
    const authors = references.flatMap(({ id, author = [] }) =>
      author.map(({ family = '', given = '' }) => ({ id, family, given })),
    );
    const odd = authors.filter(({ family, given }) => {
      const isTwo = family.includes(' ') && !particle.test(family) && !doubled.has(family);
      return /\b\p{Lu}\./u.test(family) || (isTwo && /^[\p{Lu}. ]{1,6}$/u.test(given));
    });
    assertNone(odd.map(({ id, family, given }) => `${id}: ${family}, ${given}`));
  });

  test('no two sources of a row are the same', () => {
    assertNone(duplicates(sources.map(({ owner, source }) => `${owner}: ${JSON.stringify(source)}`)));
  });

  test('nothing was looked at in the future', () => {
    const today = new Date().toISOString().slice(0, 10);
    assertNone(sources.filter(({ source }) => (source.accessed ?? '') > today).map(({ owner }) => owner));
  });
});
