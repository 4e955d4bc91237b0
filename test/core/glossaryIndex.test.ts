import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasLine } from '../../server/src/core/glossary/index.ts';
import { fold, foldLong } from '../../server/src/core/glossary/normalize.ts';
import { createGlossary } from '../../server/src/core/index.ts';
import { entry } from '../glossary.ts';

const glossary = createGlossary({
  entries: [
    entry('GvHD', 'graft-versus-host disease', {
      variants: ['GVHD', 'aGvHD'],
      plural: 'graft-versus-host diseases',
    }),
    entry('IFN-γ', 'interferon gamma', { alternatives: ['type II interferon'] }),
    entry('CAR-NK', 'chimeric antigen receptor natural killer', {
      wrong: [{ long: 'natural killer cells', note: '' }],
    }),
    entry('PC', 'plasma cell'),
    entry('PC', 'phosphatidylcholine', { id: 'pc-lipid' }),
  ],
  standard: () => [{ short: 'DNA', long: 'deoxyribonucleic acid', class: 'standard', sources: [] }],
  therapies: () => [],
  facts: () => [],
  references: () => [{ id: 'moumaris2025', type: 'article-journal', title: 'Advancing' }],
  geneSymbols: () => 'A1BG\nA2M\nIL2\nPPARG\n',
  revision: 7,
});
const shorts = (key: string) => glossary.senses(fold(key)).map(sense => sense.short);
const longs = (long: string) => glossary.byLongForm(foldLong(long)).map(sense => sense.short);

test('a short form is found in every spelling, and with all its senses', () => {
  for (const spelling of ['IFN-γ', 'IFNγ', 'IFN-gamma', 'IFN–γ'])
    assert.deepEqual(shorts(spelling), ['IFN-γ']);
  assert.deepEqual(shorts('GVHD'), ['GvHD']);
  assert.deepEqual(shorts('aGvHD'), ['GvHD']);
  assert.deepEqual(
    glossary.senses(fold('PCs')).map(sense => sense.long),
    ['plasma cell', 'phosphatidylcholine'],
  );
  assert.deepEqual(shorts('XYZ'), []);
});

test('a long form is found by any accepted wording, never by a wrong one', () => {
  for (const long of ['Graft-versus-host disease', 'graft versus host diseases'])
    assert.deepEqual(longs(long), ['GvHD']);
  assert.deepEqual(longs('type II interferon'), ['IFN-γ']);
  assert.deepEqual(longs('natural killer cells'), []);
});

test('standard forms and gene symbols are found with exactly their case', () => {
  assert.equal(glossary.standard('DNA')?.long, 'deoxyribonucleic acid');
  assert.equal(glossary.standard('dna'), undefined);
  assert.ok(glossary.isGeneSymbol('PPARG'));
  assert.ok(!glossary.isGeneSymbol('Pparg'));
  assert.ok(!glossary.isGeneSymbol(''));
  assert.equal(glossary.references.get('moumaris2025')?.title, 'Advancing');
  assert.equal(glossary.revision, 7);
});

test('a line is found in sorted lines exactly when it is one of them', () => {
  const word = fc.string({ unit: fc.constantFrom('A', 'B', '1', '-', 'é'), maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(word), word, fc.boolean(), (words, wanted, ended) => {
      const lines = words.filter(each => each !== '').sort();
      assert.equal(hasLine(lines.join('\n') + (ended ? '\n' : ''), wanted), lines.includes(wanted));
    }),
  );
});
