import assert from 'node:assert/strict';
import {
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, mock, test } from 'node:test';
import { BYTE_ORDER_MARK, uriOf, writeProblem, writeWhole } from '../../server/src/node/index.ts';

describe('writing a file whole', () => {
  const root = mkdtempSync(join(tmpdir(), 'immunogloss write é '));
  after(() => rmSync(root, { recursive: true }));
  const at = (name: string) => join(root, name);
  const write = (name: string, text: string) => writeWhole(uriOf(at(name)), text);

  test('makes it, with its folders, and leaves nothing beside it', async () => {
    await write('a/b/new.yaml', 'NK: natural killer\n');
    assert.equal(readFileSync(at('a/b/new.yaml'), 'utf8'), 'NK: natural killer\n');
    assert.deepEqual(readdirSync(at('a/b')), ['new.yaml']);
  });

  test('keeps a byte order mark, and a symbolic link', async () => {
    writeFileSync(at('marked.csv'), `${BYTE_ORDER_MARK}short,long\n`);
    symlinkSync(at('marked.csv'), at('link.csv'));
    await write('link.csv', 'short,long\nNK,natural killer\n');
    assert.equal(readFileSync(at('marked.csv'), 'utf8'), `${BYTE_ORDER_MARK}short,long\nNK,natural killer\n`);
  });

  test('several at once, in a folder that is not there yet', async () => {
    await Promise.all(['one', 'two', 'three'].map(name => write(`new/folder/${name}.yaml`, name)));
    assert.deepEqual(readdirSync(at('new/folder')), ['one.yaml', 'three.yaml', 'two.yaml']);
  });

  test('on a disk that can only be read says so, also where a folder is missing', async t => {
    // As Linux answers, and Node 20 to 24 on top of it.
    const mkdir = mock.method(promises, 'mkdir', async (_: string, options?: { recursive?: boolean }) => {
      const code = options?.recursive ? 'ENOENT' : 'EROFS';
      throw Object.assign(new Error(code), { code });
    });
    t.after(() => mkdir.mock.restore());
    const error = await write('missing/folder/x.yaml', 'x').catch((reason: unknown) => reason);
    assert.equal(writeProblem(error), 'is on a disk that can only be read');
  });

  test('that fails says why, and leaves everything as it was', async () => {
    writeFileSync(at('file'), 'text');
    const error = await write('file/below.yaml', 'x').catch((reason: unknown) => reason);
    assert.match(writeProblem(error), /^cannot be written: a file stands where its folder should be$/);
    assert.equal(readFileSync(at('file'), 'utf8'), 'text');
    const of = (code: string) => writeProblem(Object.assign(new Error(code), { code }));
    assert.equal(of('EACCES'), 'may not be written (permission denied)');
    assert.equal(of('EROFS'), 'is on a disk that can only be read');
    assert.equal(of('ENOSPC'), 'cannot be written: the disk is full');
    assert.equal(of('EBUSY'), 'cannot be written (EBUSY)');
  });
});
