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
  return { told, cancel: () => press(), waiting: createWaiting({ window }, 'Reading') };
}

/** Lets what is due come to its end. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

test('what is soon there shows nothing', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { told, waiting } = desk();
  assert.equal(await waiting(Promise.resolve('text')), 'text');
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
  const both = Promise.all([waiting(work), waiting(work)]);
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(told, ['begin: Reading']);
  come('text');
  assert.deepEqual(await both, ['text', 'text']);
  assert.deepEqual(told, ['begin: Reading', 'done']);
  // The next one is shown again.
  const next = waiting(new Promise(() => {}));
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(told, ['begin: Reading', 'done', 'begin: Reading']);
  void next;
});

test('it can be given up, and what fails fails', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { told, cancel, waiting } = desk();
  const never = waiting(new Promise(() => {}));
  t.mock.timers.tick(1_000);
  await settled();
  cancel();
  assert.equal(await never, null);
  assert.deepEqual(told, ['begin: Reading', 'done']);
  await assert.rejects(waiting(Promise.reject(new Error('no disk'))), /no disk/);
});
