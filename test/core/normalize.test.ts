import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, foldLong, singular } from '../../server/src/core/glossary/normalize.ts';

const same = [
  ['IFN-γ', 'IFNγ', 'IFN-gamma', 'IFN–γ', 'IFN\u2011γ'],
  ['CAR', 'CARs', "CAR's", 'CAR’s', 'CARs’'],
  ['CAR-T', 'CAR T', 'CAR–T', 'CAR\u2011T'],
  ['mAb', 'mAbs'],
  ['T\uE000reg\uE000', 'Treg', 'Tregs'],
  ['GvHD', 'GVHD'],
  ['µL', 'μL'],
];
for (const forms of same) {
  test(`${forms.join(', ')} are one short form`, () => {
    assert.deepEqual(new Set(forms.map(fold)).size, 1, JSON.stringify(forms.map(fold)));
  });
}

test('an s that belongs to the short form stays', () => {
  for (const form of ['Ras', 'Fas', 'RAS', 'AIDS', 'Kras', 'MAS', 'NETosis', 'IEAtlas'])
    assert.equal(singular(form), form);
  assert.notEqual(fold('Ras'), fold('RA'));
});

test('long forms differ in words, not in spelling', () => {
  assert.equal(foldLong('Graft-versus-host diseases'), foldLong('graft versus host disease'));
  assert.equal(foldLong('tumour micro-environment'), foldLong('Tumor micro environment'));
  assert.equal(foldLong('acute myeloid leukaemias'), foldLong('acute myeloid leukemia'));
  assert.equal(foldLong('programmed cell death'), foldLong('programed cell death'));
  assert.notEqual(foldLong('bone marrow transplant'), foldLong('bone marrow transplantation'));
});

test('folding a key again changes nothing but endings, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      assert.equal(typeof fold(text), 'string');
      assert.equal(typeof foldLong(text), 'string');
    }),
  );
});
