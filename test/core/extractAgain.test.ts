import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRoom } from '../../server/src/core/analysis/definitions/index.ts';
import { extract } from '../../server/src/core/analysis/extract.ts';
import { extractAgain } from '../../server/src/core/analysis/extractAgain.ts';
import type { Block } from '../../server/src/core/types.ts';
import { sentences } from './sentences.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const room = createRoom();

const paragraph = fc
  .shuffledSubarray([...sentences], { minLength: 6 })
  .map((chosen): Block => ({ kind: 'paragraph', masked: chosen.join(' ') }));

/** What a writer types, and what is hardest on whoever reads no more than what stands nearby. */
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'aeiorstnls ') },
  { weight: 2, arbitrary: fc.constant('') },
  fc.constantFrom(
    '.',
    '. ',
    '(',
    ')',
    ' (',
    '[',
    ', ',
    '; ',
    'T',
    'CAR',
    '-',
    '/',
    '=',
    ' or ',
    ' (NK)',
    '7',
    'γδ T',
  ),
  fc.constantFrom('\uFFFC', '\uE000', '—', ' – ', '\n', '"', ': ', '? ', ' i.e., ', 'natural killer (NK) '),
);

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat({ max: 3 }), typed });

test('what is read near an edit and moved elsewhere is what reading all of the block gives', t => {
  let count = 0;
  let short = 0;
  fc.assert(
    fc.property(paragraph, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
      let block = start;
      let facts = extract(block, 'prose', room);
      for (const { at, remove, typed: inserted } of edits) {
        const { masked } = block;
        const from = Math.floor(at * masked.length);
        const to = Math.min(masked.length, from + remove);
        const next: Block = { ...block, masked: masked.slice(0, from) + inserted + masked.slice(to) };
        const change = { start: from, end: to, newLength: inserted.length };
        const again = extractAgain(next, { block, facts }, change, room);
        const anew = extract(next, 'prose', room);
        if (again !== undefined) assert.deepEqual(again, anew);
        count++;
        if (again !== undefined) short++;
        block = next;
        facts = anew;
      }
    }),
    { numRuns },
  );
  t.diagnostic(`${short} of ${count} edits near enough`);
  assert.ok(short > count / 2);
});

test('a letter in a long paragraph leaves what stands in other sentences the same object, or moves it', () => {
  const masked = sentences.join(' ');
  const block: Block = { kind: 'paragraph', masked };
  const facts = extract(block, 'prose', room);
  const at = masked.indexOf(' ', masked.length >> 1);
  const next: Block = { ...block, masked: `${masked.slice(0, at)}s${masked.slice(at)}` };
  const again = extractAgain(next, { block, facts }, { start: at, end: at, newLength: 1 }, room);
  assert.ok(again);
  assert.equal(again.tokens[0], facts.tokens[0]);
  assert.equal(again.tokens.at(-1)!.start, facts.tokens.at(-1)!.start + 1);
});

test('what a change doesn’t tell whole is read whole', () => {
  const masked = sentences.join(' ');
  const block: Block = { kind: 'paragraph', masked };
  const facts = extract(block, 'prose', room);
  const half = masked.length >> 1;
  const change = { start: half, end: half, newLength: 1 };
  const typedIn = (text: string): string => `${text.slice(0, half)}x${text.slice(half)}`;
  const read = (next: Block) => extractAgain(next, { block, facts }, change, room);
  assert.ok(read({ ...block, masked: typedIn(masked) }));
  assert.equal(read({ ...block, masked: typedIn(masked).replace('T', 't') }), undefined);
  assert.equal(
    read({ ...block, masked: typedIn(masked), marks: [{ kind: 'emphasis', start: 0, end: 12 }] }),
    undefined,
  );
  assert.equal(read({ ...block, masked: typedIn(masked), declarations: [] }), undefined);
});
