import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { doubtful, exempt } from '../../server/src/core/manuscript/classes/classification.ts';
import { FormLetters } from '../../server/src/core/manuscript/classes/formLetters.ts';
import { type ClassTest, openTests } from '../../server/src/core/manuscript/classes/policy.ts';
import { service } from '../bundled.ts';
import { judged } from '../judged.ts';

const lettersOf = (form: string): FormLetters => new FormLetters(form, form.toLowerCase(), service.glossary);

describe('what letters leave open', () => {
  const inTables: ClassTest = { text: ({ tabled }) => tabled, is: doubtful('label', 'In tables.') };
  const withDigit: ClassTest = { letters: ({ form }) => /\d/.test(form), is: exempt('label', 'A number.') };
  const whenDefined: ClassTest = { defined: true, is: doubtful('abbreviation', 'Defined.') };
  const policy = [inTables, withDigit, whenDefined];

  test('tests that the letters rule out are left out', () => {
    assert.deepEqual(openTests(policy, lettersOf('QRX')), [inTables, whenDefined]);
  });

  test('nothing stays open behind a test that holds in any text', () => {
    assert.deepEqual(openTests(policy, lettersOf('QR2')), [inTables, withDigit]);
  });
});

describe('a form that was met before', () => {
  const texts = [
    ['Pathologic complete remission (PCR) was rare. PCR came late.', 'PCR', 'abbreviation: loud'],
    ['Genes were read by PCR. PCR is fast.', 'PCR', 'standard: off'],
    ['In these patients, OS and PFS were short.', 'OS', 'abbreviation: loud'],
    ['Reads of donors OS, GMC, and IB were merged.', 'OS', 'label: off'],
  ] as const;

  test('is judged by the text at hand, in whatever order texts come', () => {
    for (const order of [texts, texts.toReversed(), [...texts, ...texts]]) {
      for (const [text, form, verdict] of order) assert.equal(judged(text, form), verdict, text);
    }
  });
});
