/** What `npm test` tells in its last lines, where a whole log can't be seen. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { add, brief, none, single, tallyOfNode } from './vscode/tally.ts';

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
  assert.deepEqual(both, { passed: 1, failed: 1, failures: ['format'] });
  assert.deepEqual(add(both, none), both);
  assert.ok(brief('name\n'.repeat(1000)).split('\n').length < 20);
});
