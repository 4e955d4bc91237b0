import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { findInputs } from '../../server/src/cli/inputs.ts';
import { createProgress } from '../../server/src/cli/progress.ts';
import { WITHOUT_PROJECT } from '../../server/src/core/index.ts';
import { uriOf } from '../../server/src/node/index.ts';

test('a folder of 100,000 files that takes a minute: how far it has come is shown, and goes', async () => {
  let time = 0;
  const root = uriOf('/w');
  const entries = (folder: string) =>
    folder === root
      ? Array.from({ length: 100 }, (_, n) => ({
          name: `d${n}`,
          uri: `${root}/d${n}`,
          kind: 'folder' as const,
        }))
      : Array.from({ length: 1000 }, (_, n) => ({
          name: `${n}.md`,
          uri: `${folder}/${n}.md`,
          kind: 'file' as const,
        }));
  const shown: string[] = [];
  const { step, end } = createProgress(
    count => `${count} files`,
    text => shown.push(text),
    () => time,
  );
  const slow = {
    read: async () => ({ text: '' }),
    kind: async () => 'folder' as const,
    list: async (folder: string) => {
      time += 600;
      return entries(folder);
    },
  };
  const { inputs } = await findInputs(['/w'], 'stdin.md', slow, async () => WITHOUT_PROJECT, step);
  end();
  assert.equal(inputs.length, 100_000);
  assert.equal(shown[0], '1 files');
  assert.ok(shown.length > 90 && shown.length < 110, `${shown.length} times`);
  assert.equal(shown.at(-2), '99001 files');
  assert.equal(shown.at(-1), '');
});

test('what is soon done shows nothing', () => {
  const shown: string[] = [];
  const { step, end } = createProgress(
    String,
    text => shown.push(text),
    () => 0,
  );
  for (let n = 0; n < 1000; n++) step();
  end();
  assert.deepEqual(shown, []);
});

test('a run that is waiting can be ended', async () => {
  const run = spawn(process.execPath, ['dist/cli.js', 'check', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
  run.stdin.write('The QXZ rose.\n');
  await new Promise(resolve => setTimeout(resolve, 300));
  run.kill('SIGINT');
  const [code, signal] = await once(run, 'exit');
  assert.ok(signal === 'SIGINT' || code !== 0);
});
