/** When work that follows edits is done: at once after one, once after many. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScheduler } from '../../server/src/lsp/scheduler.ts';
import { settled } from './inProcess.ts';

function counting() {
  const runs: string[] = [];
  return { runs, scheduler: createScheduler<string>(key => runs.push(key)) };
}

test('what follows a lone edit is done at once', async () => {
  const { runs, scheduler } = counting();
  scheduler.request('a');
  scheduler.request('b');
  await settled();
  assert.deepEqual(runs, ['a', 'b']);
});

test('what follows a burst is done once, when it is over', async t => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { runs, scheduler } = counting();
  for (let edit = 0; edit < 5; edit++) {
    scheduler.request('a');
    t.mock.timers.tick(20);
  }
  await settled();
  assert.deepEqual(runs, []);
  t.mock.timers.tick(40);
  assert.deepEqual(runs, ['a']);
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(runs, ['a']);
});

test('a burst that never ends is answered all the same', t => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { runs, scheduler } = counting();
  for (let edit = 0; edit < 100; edit++) {
    scheduler.request('a');
    t.mock.timers.tick(20);
  }
  assert.ok(runs.length >= 4 && runs.length <= 6, `${runs.length} runs in two seconds`);
});

test('what was cancelled is not done', async t => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { runs, scheduler } = counting();
  scheduler.request('lone');
  scheduler.cancel('lone');
  for (let edit = 0; edit < 3; edit++) scheduler.request('burst');
  scheduler.cancel('burst');
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(runs, []);
});
