/** What a writer sees while a disk is slow. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { createWaiting } from '../../server/src/lsp/waiting.ts';

/** A window that notes what it is told. */
function desk() {
  const told: string[] = [];
  let press = () => {};
  const window = {
    createWorkDoneProgress: async () => ({
      begin: (title: string) => told.push(`begin: ${title}`),
      done: () => told.push('done'),
      token: {
        onCancellationRequested: (heard: () => void) => {
          press = heard;
        },
      },
    }),
  } as unknown as Connection['window'];
  const late: string[] = [];
  const wrapped = createWaiting({ window }, 'Reading');
  const waiting = <T>(uri: string, work: Promise<T>) => wrapped(uri, work, () => late.push(uri));
  return { told, late, cancel: () => press(), waiting };
}

/** Lets what is due come to its end. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

test('what is soon there shows nothing', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { told, waiting } = desk();
  assert.equal(await waiting('a', Promise.resolve('text')), 'text');
  t.mock.timers.tick(5_000);
  await settled();
  assert.deepEqual(told, []);
});

test('what takes longer than a second is shown, once for all, until it is there', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { told, waiting } = desk();
  let come = (_: string) => {};
  const work = new Promise<string>(resolve => {
    come = resolve;
  });
  const both = Promise.all([waiting('a', work), waiting('b', work)]);
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(told, ['begin: Reading']);
  come('text');
  assert.deepEqual(await both, ['text', 'text']);
  assert.deepEqual(told, ['begin: Reading', 'done']);
  // The next one is shown again.
  const next = waiting('a', new Promise(() => {}));
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(told, ['begin: Reading', 'done', 'begin: Reading']);
  void next;
});

test('it can be given up, and what fails fails', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { told, cancel, waiting } = desk();
  const never = waiting('a', new Promise(() => {}));
  t.mock.timers.tick(1_000);
  await settled();
  cancel();
  assert.equal(await never, null);
  assert.deepEqual(told, ['begin: Reading', 'done']);
  await assert.rejects(waiting('a', Promise.reject(new Error('no disk'))), /no disk/);
});

test('what was given up is told when it comes, and its document shows no other notice until then', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { told, late, cancel, waiting } = desk();
  let come = (_: string) => {};
  const work = new Promise<string>(resolve => {
    come = resolve;
  });
  const first = waiting('a', work);
  t.mock.timers.tick(1_000);
  await settled();
  cancel();
  assert.equal(await first, null);
  const second = waiting('a', work);
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual([told, late], [['begin: Reading', 'done'], []]);
  come('text');
  assert.equal(await second, 'text');
  await settled();
  assert.deepEqual(late, ['a']);
  void waiting('a', new Promise(() => {}));
  t.mock.timers.tick(1_000);
  await settled();
  assert.equal(told.at(-1), 'begin: Reading');
});
