/** What `npm test` tells in its last lines, where a whole log can't be seen. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { add, brief, filesOf, none, settle, single, tallyOfNode } from './vscode/tally.ts';

/** Runs a test file as `npm run test:unit` does. */
async function outcomeOf(t: { after: (done: () => void) => void }, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'immunogloss tally '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'some.test.cjs');
  writeFileSync(file, text);
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const env = { ...own, FORCE_COLOR: '1' };
  return new Promise<{ code: number; output: string }>(resolve => {
    execFile(process.execPath, ['--test', '--test-reporter=spec', file], { env }, (error, output) =>
      resolve({ code: Number(error?.code ?? 0), output }),
    );
  });
}

test('of tests that fail, their names and why are told, and no stack', async t => {
  const { passed, failed, failures } = tallyOfNode(
    await outcomeOf(
      t,
      `const assert = require('node:assert/strict');
      const { describe, test } = require('node:test');
      test('is well', () => {});
      test('CRS is found', () => assert.deepEqual(['CRS'], ['CAR']));
      describe('a disk', () => { test('is full', () => assert.equal(1, 2, 'one letter is missing')); });
      test('is left out', { skip: true }, () => {});`,
    ),
  );
  assert.equal(passed, 1);
  assert.equal(failed, 3, 'what is left out counts');
  const told = failures.join('\n');
  assert.match(
    told,
    /some\.test\.cjs[\s\S]*✖ CRS is found[\s\S]*'CRS'[\s\S]*✖ is full[\s\S]*one letter is missing/,
  );
  assert.doesNotMatch(told, /is well|\bat Test|\n\n/);
});

test('a run that ends before it tells anything is a failure with its last words', () => {
  const { failed, failures } = tallyOfNode({ code: 7, output: 'no memory is left' });
  assert.equal(failed, 1);
  assert.match(failures.join(), /ended with 7:\nno memory is left/);
});

test('parts are added up, and one failure takes a few lines at most', () => {
  const both = add(single(true, 'types'), single(false, 'format'));
  assert.deepEqual(both, { passed: 1, failed: 1, failures: ['format'], unsteady: [] });
  assert.deepEqual(add(both, none), both);
  assert.ok(brief('name\n'.repeat(1000)).split('\n').length < 20);
});

test('what fails once is told, and what fails twice has failed', () => {
  const first = {
    ...none,
    passed: 60,
    failed: 2,
    failures: ['test/lsp/a.test.ts:12:1\n✖ CRS is found', 'test/lsp/b.test.ts:7:3\n✖ a disk is full'],
  };
  assert.deepEqual(filesOf(first), ['test/lsp/a.test.ts', 'test/lsp/b.test.ts']);
  // Only what had failed was run again.
  assert.deepEqual(settle(first, { ...none, passed: 9 }), {
    ...none,
    passed: 62,
    unsteady: first.failures,
  });
  const failures = ['test/lsp/b.test.ts:7:3\n✖ a disk is full'];
  assert.deepEqual(settle(first, { ...none, passed: 8, failed: 1, failures }), {
    ...none,
    passed: 61,
    failed: 1,
    failures,
  });
  // It had ended before it told anything.
  assert.equal(settle(single(false, 'no window'), { ...none, passed: 65 }).passed, 65);
});
