/** The article that this project grew from, row by row: what a copy-editor would say of it, and what not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { service } from '../bundled.ts';

const text = readFileSync(join(import.meta.dirname, '../../examples/car-nk-editorial.md'), 'utf8');
/** As it was published, sections begin with bare lines. */
const published = text.replace(/^#+ /gm, '');

for (const [name, source] of [
  ['with headings', text],
  ['with bare lines for headings', published],
] as const) {
  const analysis = service.analyze({ uri: 'file:///a', languageId: 'markdown', version: 1, text: source });
  const manuscript = service.assemble([analysis]);
  const found = service.lint(manuscript, { rules: {}, ignore: [], minimumUses: 3 });
  /** The rules that speak of a short form, in reading order, but for its place in the title. */
  const rulesOf = (short: string): readonly string[] =>
    found.flatMap(each => (each.short === short && each.rule !== 'abbreviation-in-title' ? [each.rule] : []));
  const fixesOf = (short: string, rule: string): readonly string[] =>
    found
      .find(each => each.short === short && each.rule === rule)
      ?.fixes?.()
      .map(({ title }) => title) ?? [];

  test(`${name}: what only the list expands is to be spelled out, or attached to its long form`, () => {
    for (const [short, long] of [
      ['PD-1', 'programmed cell death protein 1'],
      ['CTLA-4', 'cytotoxic T-lymphocyte-associated protein 4'],
      ['HLA', 'human leukocyte antigen'],
    ] as const) {
      assert.deepEqual(rulesOf(short), ['defined-only-in-list']);
      assert.equal(fixesOf(short, 'defined-only-in-list')[0], `Spell it out: ${long}`);
    }
    assert.deepEqual(rulesOf('GvHD'), ['defined-only-in-list']);
    assert.ok(
      fixesOf('GvHD', 'defined-only-in-list').includes('Write "(GvHD)" after "graft-versus-host disease"'),
    );
  });

  test(`${name}: NK is expanded in reverse, then defined again; CAR is defined in each scope`, () => {
    const nk = rulesOf('NK');
    assert.ok(nk.includes('reversed-definition') && nk.includes('redefined'), nk.join());
    assert.ok(!nk.includes('undefined-abbreviation'));
    assert.deepEqual(manuscript.byKey.get('car')?.scopes, { abstract: 'defined', main: 'defined' });
    const about = rulesOf('CAR').filter(rule => /defin(?:ed|ition)$/.test(rule));
    assert.deepEqual([...new Set(about)], ['long-form-after-definition']);
  });

  test(`${name}: a space beside a hyphen is inconsistent, and the list has what the text lacks or misspells`, () => {
    assert.deepEqual(rulesOf('CAR-T'), ['inconsistent-form']);
    assert.deepEqual(rulesOf('CAR-NK'), ['inconsistent-form', 'glossary-mismatch']);
    assert.deepEqual(rulesOf('IL'), ['list-unused-entry', 'glossary-mismatch']);
  });

  test(`${name}: named cytokines, a term in math, institutions, authors, references and the tail are let be`, () => {
    assert.deepEqual([...rulesOf('IL-2'), ...rulesOf('IL-15')], []);
    assert.equal(manuscript.abbreviations.find(({ short }) => short === 'γδT')?.class, 'cell-marker');
    const forms = new Set(found.map(({ short }) => short));
    for (const short of ['AP-HP', 'BCMA', 'CD19', 'CRISPR', 'DOI', 'MB', 'SG']) assert.ok(!forms.has(short));
    assert.equal(found.filter(({ rule }) => rule === 'undefined-abbreviation').length, 0);
  });
}
