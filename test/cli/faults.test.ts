/** Files that keep others waiting, and disks that take no more. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readdirSync, readFileSync, readSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { terminalOf } from '../../server/src/cli/output.ts';
import { main } from '../../server/src/cli/program.ts';
import { onPosix } from '../onPosix.ts';
import { Desk } from './program.ts';

const manuscript = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';

onPosix(
  'a pipe that stands where a part, a glossary or a manuscript is named is told, and the rest is checked',
  async () => {
    const desk = new Desk()
      .put('immunogloss.yaml', 'glossaries: [pipe.csv]\n')
      .put(
        'main.tex',
        `\\documentclass{article}\n\\begin{document}\n${manuscript}\\input{pipe}\n\\end{document}\n`,
      );
    for (const name of ['pipe.tex', 'pipe.csv', 'pipe.md']) execFileSync('mkfifo', [join(desk.path, name)]);
    const { code, out, err } = await desk.run(['check', 'main.tex', 'pipe.md']);
    assert.equal(code, 2);
    assert.match(out, /CRS/);
    for (const name of ['pipe.tex', 'pipe.csv', 'pipe.md']) {
      assert.match(err, new RegExp(`${name}.*is a device, a pipe or a socket`), err);
    }
  },
);

test('links that lead in circles, to folders and to files, are walked past', async () => {
  const desk = new Desk().put('a/paper.md', manuscript);
  symlinkSync('..', join(desk.path, 'a', 'up'));
  symlinkSync('round.md', join(desk.path, 'a', 'round.md'));
  const { code, out, err } = await desk.run(['check', '.']);
  assert.deepEqual([code, err], [1, '']);
  assert.equal(out.match(/paper\.md:\d/g)?.length, 1);
});

onPosix(
  'where the disk takes half a text, the old one stands, nothing is left behind, and it is told',
  async () => {
    const text =
      "Chimeric antigen receptor (CAR) cells bind. Each CAR signals, and the CAR's are small.\n".repeat(400);
    const desk = new Desk().put('paper.md', text);
    // No file may grow beyond 8 blocks of 512 bytes.
    const command = 'ulimit -f 8; exec "$0" "$@"';
    const args = ['-c', command, process.execPath, resolve('dist/cli.js'), 'check', '--fix', 'paper.md'];
    const ended = await promisify(execFile)('sh', args, { cwd: desk.path }).catch(error => error);
    assert.equal(ended.code, 2);
    assert.match(ended.stderr, /paper\.md cannot be written/);
    assert.match(ended.stdout, /"CAR's" has an apostrophe/);
    assert.match(ended.stdout, /: 2 suggestions\. 0 were fixed\.\n$/);
    assert.equal(readFileSync(join(desk.path, 'paper.md'), 'utf8'), text);
    assert.deepEqual(readdirSync(desk.path), ['paper.md']);
  },
);

test('where standard output can take no more, that is told in words', async () => {
  const full = (_chunk: unknown, _encoding: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  const ended = await new Promise(resolve => {
    const said: string[] = [];
    const process = {
      ...{ argv: ['', '', '--help'], env: {}, stdout: new Writable({ write: full }) },
      stderr: { write: (text: string) => said.push(text) },
      // Nothing is said after it.
      exit: (code: number) => resolve([code, ...said]),
    };
    main(process as unknown as NodeJS.Process, () => {});
  });
  assert.deepEqual(ended, [2, 'immunogloss: standard output cannot be written: the disk is full\n']);
});

onPosix('what a pipe has no room for, and nobody waits for, comes out by way of the stream', async () => {
  const pipe = join(new Desk().path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const later: Buffer[] = [];
  const stdout = new Writable({ write: (chunk, _, done) => done(void later.push(chunk)) });
  const process = { env: {}, platform: 'linux', stdout } as unknown as NodeJS.Process;
  const terminal = terminalOf(process, descriptor, () => {});
  const text = 'CRS resolved in µg. '.repeat(20_000);
  await terminal.print(text);
  await terminal.print('The end.');
  await terminal.finish();
  const room = Buffer.alloc(2 * text.length);
  const atOnce = room.subarray(0, readSync(descriptor, room));
  closeSync(descriptor);
  assert.ok(atOnce.length > 0 && later.length > 0);
  assert.equal(Buffer.concat([atOnce, ...later]).toString('utf8'), `${text}The end.`);
});
