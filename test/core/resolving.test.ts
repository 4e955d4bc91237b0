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

/** The stretches of a token that mention something, with the form that each counts as, where a manuscript defines these. */
function madeOf(token: string, defined: Partial<DefinedForms> = {}): string {
  const resolve = createResolvers(service.glossary)({ ...NOTHING, ...defined });
  const parts = resolve(token).map(({ from, to, form }) => [token.slice(from, to), form]);
  return parts.map(([written, form]) => (written === form ? form : `${written} (${form})`)).join(', ');
}

test('a token is made of what authors write together', () => {
  for (const [token, parts] of [
    // Slashes part what isn't known with its slash.
    ['PD-1/PD-L1', 'PD-1, PD-L1'],
    ['EBV/CMV-CTLs', 'EBV, CMV, CTLs (CTL)'],
    ['CAR/NK/TCR', 'CAR, NK, TCR'],
    ['PET/CT', 'PET/CT'],
    ['TCR/', 'TCR'],
    ['/TCR', 'TCR'],
    // The longest known stretch counts.
    ['CAR-IL-15-NK', 'CAR, IL-15, NK'],
    ['CAR-T/NK', 'CAR-T, NK'],
    ['GM-CSF', 'GM-CSF'],
    ['PET-CT', 'PET-CT'],
    ['B-ALL', 'B-ALL'],
    ['MT-CO1-CAR', 'MT-CO1, CAR'],
    ['SARS-CoV-2-CAR', 'SARS-CoV-2, CAR'],
    // A method is a name; of an abbreviation that is known, the method is one part.
    ['CITE-seq', 'CITE-seq'],
    ['TCR-seq', 'TCR'],
    ['NET-seq', 'NET-seq'], // NET alone has several meanings
    // Words and single letters in front are none of it; names written like words are.
    ['anti-CTLA-4', 'CTLA-4'],
    ['anti-NKX2-5', 'NKX2-5'],
    ['a-CAR', 'CAR'],
    ['Non-CAR', 'CAR'],
    ['Treg-CAR', 'Treg, CAR'],
    ['anti-HBs', 'anti-HBs'],
    // Written on to what is known, a prefix is none of it.
    ['nonIBD', 'IBD'],
    ['postHSCT', 'HSCT'],
    ['nonIBDs', 'IBDs (IBD)'],
    ['nonQRX', 'nonQRX'],
    // How strongly a marker is expressed.
    ['CXCR5hiPD-1hi', 'CXCR5hi (CXCR5), PD-1hi (PD-1)'],
    ['CD45RAneg', 'CD45RAneg (CD45RA)'],
    // Codes of cell lines stay whole.
    ['SK-N-BE', 'SK-N-BE'],
    ['HEK-293', 'HEK-293'],
  ] as const) {
    assert.equal(madeOf(token), parts, token);
  }
});

test('what a manuscript defines parts a token, or keeps it whole', () => {
  const keys = (...forms: string[]): Partial<DefinedForms> => ({ keys: new Set(forms) });
  assert.equal(madeOf('SK-N-BE', keys('n')), 'SK-N-BE');
  assert.equal(madeOf('SK-N-BE', keys('be')), 'SK, BE');
  assert.equal(madeOf('nonQRX', keys('qrx')), 'QRX');
  assert.equal(madeOf('PET-CT', keys('pet', 'ct')), 'PET, CT');
  assert.equal(madeOf('PET-CT', keys('petct')), 'PET-CT');
  // Of the two, CT is what the compound says more of.
  assert.equal(madeOf('PET-CT', keys('ct')), 'PET, CT');
  assert.equal(madeOf('PET-CT', keys('pet')), 'PET-CT');
  assert.equal(madeOf('QRX/NK', keys('qrx/nk')), 'QRX/NK');
  assert.equal(madeOf('anti-QRX-NK', keys('qrxnk')), 'QRX-NK');
  assert.equal(madeOf('PET/CT', keys('pet/ct')), 'PET/CT');
  assert.equal(madeOf('B-ALL', keys('all')), 'ALL');
  assert.equal(madeOf('CITE-seq', keys('cite')), 'CITE');
  assert.equal(madeOf('Tcell-QRX', { spellings: new Set(['Tcell']) }), 'Tcell, QRX');
  // A list’s entry keeps it whole, but where the text defines its parts.
  const listed = new Set(['qrxnk']);
  assert.equal(madeOf('QRX-NK', { listed }), 'QRX-NK');
  assert.equal(madeOf('QRX-NK', { listed, ...keys('qrx', 'nk') }), 'QRX, NK');
});
