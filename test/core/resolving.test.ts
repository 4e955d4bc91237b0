import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../server/src/core/glossary/normalize.ts';
import { createResolvers, type DefinedForms } from '../../server/src/core/manuscript/compounds.ts';
import { service } from '../bundled.ts';

const NOTHING: DefinedForms = { keys: new Set(), listed: new Set(), spellings: new Set() };

const piece = fc.constantFrom(
  'CAR',
  'NK',
  'PD',
  'L1',
  '1',
  'IL',
  '2',
  'QRX',
  'anti',
  'T',
  'seq',
  'cDNA',
  's',
);
const surface = fc
  .array(fc.tuple(piece, fc.constantFrom('-', '/', '–', '')), { minLength: 1, maxLength: 4 })
  .map(pieces => pieces.map(([form, joint]) => form + joint).join(''));

test('a token resolves as if no manuscript had been read before', () => {
  const lasting = createResolvers(service.glossary);
  fc.assert(
    fc.property(fc.array(surface, { maxLength: 6 }), fc.array(surface, { maxLength: 3 }), (all, forms) => {
      const defined: DefinedForms = {
        keys: new Set(forms.map(fold)),
        listed: new Set(forms.slice(1).map(fold)),
        spellings: new Set(forms),
      };
      for (const given of [defined, NOTHING]) {
        const [resolve, anew] = [lasting(given), createResolvers(service.glossary)(given)];
        for (const each of [...all, ...forms]) assert.deepEqual(resolve(each), anew(each), each);
      }
    }),
  );
});

test('what a manuscript defines is met as a whole, also where another one did not define it', () => {
  const lasting = createResolvers(service.glossary);
  const keysOf = (defined: DefinedForms): readonly string[] =>
    lasting(defined)('QRX-NK').map(({ key }) => key);
  assert.deepEqual(keysOf(NOTHING), ['qrx', 'nk']);
  assert.deepEqual(keysOf({ ...NOTHING, keys: new Set(['qrxnk']) }), ['qrxnk']);
  assert.deepEqual(keysOf(NOTHING), ['qrx', 'nk']);
});
