/** The order of abbreviation lists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../server/src/core/glossary/normalize.ts';
import { compareKeys } from '../../server/src/core/list/entries.ts';

test('abbreviations stand in alphabetical order, numbers by value, Greek letters by their names', () => {
  const forms = ['TNF-α', 'IL-10', 'CD8', 'IL-2', 'CD4+', 'TGF-β', 'IL-2Rα', 'CAR-T', 'CAR', '4-1BB', 'CD19'];
  assert.deepEqual(
    forms.toSorted((a, b) => compareKeys(fold(a), fold(b))),
    ['4-1BB', 'CAR', 'CAR-T', 'CD4+', 'CD8', 'CD19', 'IL-2', 'IL-2Rα', 'IL-10', 'TGF-β', 'TNF-α'],
  );
});

test('keys of letters and digits are ordered as Unicode collates English', () => {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const key = fc.string({ unit: fc.constantFrom(...'0129abz'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(key, key, (a, b) => {
      assert.equal(Math.sign(compareKeys(a, b)), Math.sign(collator.compare(a, b)));
    }),
  );
});
