import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheFolder } from '../../server/src/node/cacheFolder.ts';
import { type Extent, load } from '../../server/src/node/codeCache.ts';
import { isWrittenBy } from '../written.ts';
import { Desk, type Outcome } from './program.ts';

const text = '# Results\n\nExpression of PD-L1 and of XYZQ was high; XYZQ rose again.\n';
let caches = 0;

/** A desk with a manuscript, and a cache folder that nothing has been kept in. */
class CachingDesk extends Desk {
  readonly cache = join(this.path, `cache ${caches++}`);

  check(): Promise<Outcome> {
    return this.run(['check', 'paper.md'], { env: { XDG_CACHE_HOME: this.cache } });
  }

  /** The files in the cache. */
  kept(): readonly string[] {
    const folder = join(this.cache, 'immunogloss');
    return existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : [];
  }
}

function desk(): CachingDesk {
  const made = new CachingDesk();
  made.put('paper.md', text);
  return made;
}

test('what was compiled is kept for the next run, for no eyes but the user’s, and is taken as it is', async () => {
  const at = desk();
  const first = await at.check();
  const [file, ...others] = at.kept();
  assert.ok(file !== undefined && others.length === 0, 'one file');
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o077, 0);
  const again = async () => assert.deepEqual(await at.check(), first);
  assert.equal(await isWrittenBy(file, again), false);
});

test('what a short manuscript left is replaced by what a long one compiles, and by no short one', async () => {
  const at = desk();
  await at.check();
  const [file = ''] = at.kept();
  const isReplaced = () => isWrittenBy(file, () => at.check());
  at.put('paper.md', text.repeat(400));
  assert.deepEqual([await isReplaced(), await isReplaced()], [true, false]);
  at.put('paper.md', text);
  assert.equal(await isReplaced(), false);
});

test('a cache that is damaged anywhere is passed over, and made anew', async () => {
  const at = desk();
  const sound = await at.check();
  const [file = ''] = at.kept();
  const whole = readFileSync(file);
  const damaged = (offset: number) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 0x10, offset);
    return bytes;
  };
  const places = [0, 5, 9, 12, 40, whole.length >> 1, whole.length - 1].map(damaged);
  for (const bytes of [...places, whole.subarray(0, whole.length >> 1), Buffer.alloc(3), Buffer.alloc(0)]) {
    writeFileSync(file, bytes);
    assert.deepEqual(await at.check(), sound);
    const renewed = readFileSync(file);
    assert.ok(!renewed.equals(bytes) && renewed.length > whole.length >> 1);
    assert.ok(renewed.subarray(0, 8).equals(whole.subarray(0, 8)), 'for the same source');
  }
});

test('a cache that others may write is passed over', async () => {
  const at = desk();
  const sound = await at.check();
  const [file = ''] = at.kept();
  chmodSync(file, 0o666);
  assert.deepEqual(await at.check(), sound);
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600, 'made anew');
});

test('without a folder to keep it in, a command does its work all the same', async () => {
  const at = desk();
  const sound = await at.check();
  at.put('in the way', 'no folder');
  const blocked = { XDG_CACHE_HOME: join(at.path, 'in the way') };
  assert.deepEqual(await at.run(['check', 'paper.md'], { env: blocked }), sound);
  const off = { XDG_CACHE_HOME: join(at.path, 'off'), NODE_DISABLE_COMPILE_CACHE: '1' };
  assert.deepEqual(await at.run(['check', 'paper.md'], { env: off }), sound);
  assert.equal(existsSync(join(at.path, 'off')), false);
});

test('only a command that has done its work leaves something', async () => {
  const at = desk();
  const env = { XDG_CACHE_HOME: at.cache };
  for (const args of [['--help'], ['check', '--help'], ['check', 'nowhere.md'], ['../../out'], []])
    await at.run(args, { env });
  assert.deepEqual(at.kept(), []);
});

test('a source that has changed is compiled anew, whatever was kept of it', () => {
  const at = desk();
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = at.cache;
  try {
    const file = join(at.path, 'part.js');
    for (const answer of [41, 42]) {
      writeFileSync(file, `exports.answer = () => ${answer};`);
      const loaded = load<{ answer: () => number }>(file, 'part');
      assert.equal(loaded.exports.answer(), answer);
      loaded.keep();
      assert.equal(load<{ answer: () => number }>(file, 'part').exports.answer(), answer);
    }
    assert.equal(at.kept().length, 1);
  } finally {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  }
});

test('what a run kept that did a part is replaced by one that did more, and by no other', async () => {
  const at = desk();
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = at.cache;
  try {
    const file = join(at.path, 'part.js');
    writeFileSync(file, 'exports.answer = () => 41;');
    const keep = (extent: Extent) => load<{ answer: () => number }>(file, 'part').keep(extent);
    keep('part');
    const [kept = ''] = at.kept();
    for (const [extent, isReplaced] of [
      ['part', false],
      ['whole', true],
      ['whole', false],
      ['part', false],
    ] as const)
      assert.equal(await isWrittenBy(kept, () => keep(extent)), isReplaced, extent);
  } finally {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  }
});

test('the cache is never below a workspace: a relative folder does not count', () => {
  const home = cacheFolder({ env: {}, platform: 'linux' });
  assert.equal(cacheFolder({ env: { XDG_CACHE_HOME: '.cache' }, platform: 'linux' }), home);
  assert.equal(cacheFolder({ env: { XDG_CACHE_HOME: '' }, platform: 'linux' }), home);
  assert.equal(
    cacheFolder({ env: { XDG_CACHE_HOME: '/kept' }, platform: 'linux' }),
    join('/kept', 'immunogloss'),
  );
  assert.equal(
    cacheFolder({ env: { LOCALAPPDATA: '/kept' }, platform: 'win32' }),
    join('/kept', 'immunogloss'),
  );
});
