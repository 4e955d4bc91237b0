import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  createLayerReader,
  type LayerFile,
  type LayerStore,
} from '../../server/src/core/project/layerReading.ts';
import type { Origin } from '../../server/src/core/types.ts';
import { createLayerStore, nodeFiles, uriOf } from '../../server/src/node/index.ts';
import { isWrittenBy } from '../written.ts';

const root = mkdtempSync(join(tmpdir(), 'immunogloss store é '));
after(() => {
  chmodSync(root, 0o700);
  rmSync(root, { recursive: true, force: true });
});

/** A glossary of some length whose first entry has this long form. */
const glossary = (long: string): string =>
  `CAR: ${long}\nIFN-γ: interferon gamma\n${Array.from({ length: 600 }, (_, at) => `ZQ${at}X: zonal quorum xenograft of day ${at} or later\n`).join('')}`;

let made = 0;

/** A glossary file and a cache beside it. */
function desk(text = glossary('chimeric antigen receptor')) {
  made += 1;
  const path = join(root, `terms ${made}.yaml`);
  const cache = join(root, `cache ${made}`);
  const origin: Origin = { layer: 'workspace', uri: uriOf(path) };
  writeFileSync(path, text);
  const session = async (most?: number) => {
    let hits = 0;
    const { write, keep, find } = createLayerStore(cache, most);
    const counting: LayerStore = {
      keep,
      find: (...of) => {
        const found = find(...of);
        if (found !== undefined) hits += 1;
        return found;
      },
    };
    const file = await createLayerReader(nodeFiles, counting).read(origin);
    return { file, hits, write };
  };
  const files = () => (existsSync(cache) ? readdirSync(cache).map(name => join(cache, name)) : []);
  return { path, cache, origin, session, files, put: (said: string) => writeFileSync(path, said) };
}

const long = (file: LayerFile): string | undefined =>
  file.rows.ofShort('car').map(row => file.rows.entryAt(row).long)[0];

test('what was read once is found packed, and says the same', async () => {
  const at = desk();
  const first = await at.session();
  assert.equal(first.hits, 0);
  first.write();
  const [kept, ...others] = at.files();
  assert.ok(kept !== undefined && others.length === 0, 'one file');
  if (process.platform !== 'win32') assert.equal(statSync(kept).mode & 0o077, 0);
  const second = await at.session();
  assert.equal(second.hits, 1);
  assert.deepEqual({ ...second.file, rows: null }, { ...first.file, rows: null });
  assert.equal(await isWrittenBy(kept, second.write), false, 'nothing is packed a second time');
});

test('a glossary that changed is read anew, and takes its own place', async () => {
  const at = desk();
  (await at.session()).write();
  at.put(glossary('cis-acting region'));
  const { file, hits, write } = await at.session();
  assert.equal(hits, 0);
  assert.equal(long(file), 'cis-acting region');
  write();
  assert.equal(at.files().length, 1);
  assert.equal(long((await at.session()).file), 'cis-acting region');
});

test('what is wrong in a glossary is told with the cache as without', async () => {
  const text = `${glossary('chimeric antigen receptor')}CAR: a second time\nNK:\n`;
  const at = desk(text);
  const first = await at.session();
  first.write();
  assert.deepEqual(at.files(), []);
  const { file } = await at.session();
  assert.deepEqual(file.problems, first.file.problems);
  assert.equal(file.problems.length, 2);
  assert.equal(file.text, text);
});

test('a cache that is damaged anywhere is passed over, and made anew', async () => {
  const at = desk();
  (await at.session()).write();
  const [kept = ''] = at.files();
  const whole = readFileSync(kept);
  const flipped = (offset: number) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 0x10, offset);
    return bytes;
  };
  const places = [0, 4, 8, 12, 16, 20, 24, 60, 400, whole.length >> 1, whole.length - 1].map(flipped);
  const cut = [0, 3, 23, 24, 100, whole.length >> 1, whole.length - 1].map(size => whole.subarray(0, size));
  for (const bytes of [...places, ...cut, Buffer.concat([whole, Buffer.from('more')])]) {
    writeFileSync(kept, bytes);
    const { file, hits, write } = await at.session();
    assert.equal(hits, 0);
    assert.equal(long(file), 'chimeric antigen receptor');
    write();
    assert.ok(readFileSync(kept).equals(whole));
  }
});

test('a cache that others may write, or of another file, is passed over', async () => {
  const at = desk();
  (await at.session()).write();
  const [kept = ''] = at.files();
  chmodSync(kept, 0o666);
  if (process.platform !== 'win32') assert.equal((await at.session()).hits, 0);
  chmodSync(kept, 0o600);
  assert.equal((await at.session()).hits, 1);
  const other = desk();
  (await other.session()).write();
  writeFileSync(other.files()[0]!, readFileSync(kept));
  assert.equal((await other.session()).hits, 0);
});

test('where nothing can be kept, a glossary is read all the same', async () => {
  const blocked = desk();
  writeFileSync(blocked.cache, 'in the way');
  const { file, write } = await blocked.session();
  write();
  assert.equal(long(file), 'chimeric antigen receptor');
  assert.equal(readFileSync(blocked.cache, 'utf8'), 'in the way');
  const occupied = desk();
  (await occupied.session()).write();
  const [kept = ''] = occupied.files();
  rmSync(kept);
  mkdirSync(join(kept, 'a folder'), { recursive: true });
  const again = await occupied.session();
  again.write();
  assert.equal(long(again.file), 'chimeric antigen receptor');
  assert.deepEqual(readdirSync(occupied.cache).length, 1, 'nothing unfinished is left');
});

test('a short glossary is not kept, nor one that is empty or gone', async () => {
  for (const text of ['CAR: chimeric antigen receptor\n', '', '[', `# ${'x'.repeat(30_000)}\n`]) {
    const at = desk(text);
    (await at.session()).write();
    assert.deepEqual(at.files(), []);
  }
});

test('beyond a size, those go that were asked for longest ago', async () => {
  const at = desk();
  (await at.session()).write();
  const [kept = ''] = at.files();
  const { size } = statSync(kept);
  const older = ['old', 'older'].map(name => join(at.cache, name));
  for (const [days, path] of older.entries()) {
    writeFileSync(path, Buffer.alloc(size));
    const then = new Date(Date.now() - (days + 1) * 86_400_000);
    utimesSync(path, then, then);
  }
  const longAgo = new Date(0);
  utimesSync(kept, longAgo, longAgo);
  assert.equal((await at.session()).hits, 1, 'it is asked for now');
  const other = desk();
  const { write } = createLayerStore(at.cache, 3 * size + 100);
  write();
  assert.equal(at.files().length, 3, 'as long as nothing is written, nothing goes');
  const store = createLayerStore(at.cache, 3 * size + 100);
  await createLayerReader(nodeFiles, store).read(other.origin);
  store.write();
  assert.deepEqual([existsSync(kept), ...older.map(path => existsSync(path))], [true, true, false]);
});
