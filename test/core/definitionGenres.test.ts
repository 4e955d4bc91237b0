import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findDefinitions } from '../../server/src/core/analysis/definitions/index.ts';

/** Own sentences in the manner of other kinds of text than abstracts; `npm run eval` reads the same files. */
const GENRES = ['own', 'abstracts', 'wikipedia', 'immunology', 'conference', 'fulltext'];

interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly pairs: readonly { readonly short: string; readonly long: string }[];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

for (const genre of GENRES) {
  const file = new URL(`../corpora/${genre}.jsonl`, import.meta.url);
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, text, pairs } = JSON.parse(line) as Sentence;
    test(`${id}: ${text.slice(0, 60)}`, () => {
      const found = findDefinitions(text).map(
        ({ short, long }) =>
          `${text.slice(short.start, short.end)} = ${oneLine(text.slice(long.start, long.end))}`,
      );
      const expected = pairs.map(({ short, long }) => `${short} = ${long}`);
      assert.deepEqual(found.toSorted(), expected.toSorted());
    });
  }
}
