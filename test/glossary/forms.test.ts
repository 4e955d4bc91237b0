import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GlossaryEntry } from '../../server/src/core/index.ts';
import { entries, standard } from './data.ts';

const greekNames: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
};

/** Lower-case letters and digits alone, Greek letters by name. */
function letters(form: string): string {
  return form
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Script=Greek}/gu, letter => greekNames[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '');
}

/** Whether `short`'s letters occur in `long` in their order. */
function isSpelledBy(short: string, long: string): boolean {
  let at = 0;
  for (const letter of letters(long)) if (letter === letters(short)[at]) at += 1;
  return at === letters(short).length;
}

const bySpelling = new Map<string, GlossaryEntry[]>();
for (const entry of entries) {
  const senses = bySpelling.get(letters(entry.short));
  if (senses) senses.push(entry);
  else bySpelling.set(letters(entry.short), [entry]);
}

describe('an entry', () => {
  test('has a long form that spells its short form, or says why not', () => {
    const silent = entries.filter(entry => !isSpelledBy(entry.short, entry.long) && entry.note === undefined);
    assert.deepEqual(
      silent.map(entry => `${entry.short}: ${entry.long}`),
      [],
    );
  });

  test('gives its long form in lower case unless a proper noun begins it', () => {
    const shouting = entries.filter(entry => /^[A-Z][a-z]+( [A-Z][a-z]+)+$/.test(entry.long));
    const proper = new Set([
      'organisation',
      'trial',
      'database',
      'software',
      'product',
      'strain',
      'standard',
      'statistics',
    ]);
    const namesOfScalesAndCourses = new Set([
      'Montreal Cognitive Assessment',
      'Simplified Acute Physiology Score',
      'Advanced Trauma Life Support',
    ]);
    assert.deepEqual(
      shouting
        .filter(entry => !proper.has(entry.class) && !namesOfScalesAndCourses.has(entry.long))
        .map(entry => entry.long),
      [],
    );
  });

  test('names each of its long forms once, and none that is wrong', () => {
    const double = entries.filter(entry => {
      const forms = [entry.long, ...(entry.alternatives ?? []), ...(entry.wrong ?? []).map(row => row.long)];
      return new Set(forms.map(form => form.toLowerCase())).size < forms.length;
    });
    assert.deepEqual(
      double.map(entry => entry.id),
      [],
    );
  });

  test('has context words wherever its short form has several senses', () => {
    const bare = [...bySpelling.values()]
      .filter(senses => senses.length > 1)
      .flat()
      .filter(entry => entry.context === undefined);
    assert.deepEqual(
      bare.map(entry => entry.id),
      [],
    );
  });

  test('says nothing twice: no sense of a short form has the long form of another', () => {
    const repeated = [...bySpelling.values()].flatMap(senses => {
      const longs = senses.flatMap(entry => [
        ...new Set([entry.long, ...(entry.alternatives ?? [])].map(letters)),
      ]);
      return new Set(longs).size < longs.length ? senses.map(entry => entry.id) : [];
    });
    assert.deepEqual(repeated, []);
  });

  test('ends its gloss with a full stop and does not begin it with its long form', () => {
    const odd = entries.filter(
      ({ gloss = '', long }) =>
        !gloss.endsWith('.') || gloss.toLowerCase().startsWith(`${long.toLowerCase()} is`),
    );
    assert.deepEqual(
      odd.map(entry => entry.id),
      [],
    );
  });
});

describe('the standard list', () => {
  const spelledSo = (short: string) =>
    entries.filter(entry => entry.short === short || entry.variants?.includes(short) === true);

  test('lets off no form that has several senses in this field', () => {
    const ambiguous = standard.filter(({ short }) => spelledSo(short).length > 1);
    assert.deepEqual(
      ambiguous.map(form => form.short),
      [],
    );
  });

  test('agrees with the glossary where both have a form', () => {
    const other = standard.flatMap(({ short, long }) =>
      spelledSo(short)
        .filter(entry => ![entry.long, ...(entry.alternatives ?? [])].map(letters).includes(letters(long)))
        .map(entry => `${short}: ${long} / ${entry.long}`),
    );
    assert.deepEqual(other, []);
  });
});
