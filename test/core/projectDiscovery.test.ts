import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import {
  nameOf,
  normalizeUri,
  parentOf,
  pathWithin,
  resolvePath,
} from '../../server/src/core/project/addresses.ts';
import { createProjectFinder } from '../../server/src/core/project/discover.ts';
import { nodeFiles, pathOf, uriOf } from '../../server/src/node/index.ts';
import { withSmallDrive } from '../onWindows.ts';

const KNOWN = { rules: ['redefined'], profiles: ['default'] };
const root = mkdtempSync(join(tmpdir(), 'immunogloss é '));
after(() => rmSync(root, { recursive: true }));

/** Writes a file below the temporary folder and gives its address. */
function put(path: string, content: string | Uint8Array): string {
  const at = join(root, path);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(at, content);
  return uriOf(at);
}

describe('addresses', () => {
  test('parents, names and paths of files, with spaces, Unicode and per cents', () => {
    const uri = uriOf('/my papers/100% γδ T#1?.md');
    assert.equal(pathOf(uri), withSmallDrive(resolve('/my papers/100% γδ T#1?.md')));
    assert.equal(nameOf(uri), '100% γδ T#1?.md');
    assert.equal(pathWithin(parentOf(uri), uri), '100% γδ T#1?.md');
    assert.equal(pathWithin(uriOf('/my'), uri), null);
    assert.equal(resolvePath(parentOf(uri), '../a b.md'), uriOf('/a b.md'));
    assert.equal(parentOf('file:///'), 'file:///');
  });

  test('one address has one spelling, a Windows drive too', () => {
    assert.equal(normalizeUri('file:///C:/My%20Papers/x.md'), normalizeUri('file:///c%3A/My Papers/x.md'));
    assert.equal(pathWithin('file:///c%3A/papers', normalizeUri('file:///C:/papers/a/b.md')), 'a/b.md');
  });
});

describe('reading files', () => {
  test('text is UTF-8, without its byte order mark', async () => {
    assert.deepEqual(await nodeFiles.read(put('bom.md', '\uFEFFCAR–T 🧬')), {
      text: 'CAR–T 🧬',
      byteOrderMark: true,
    });
    assert.deepEqual(await nodeFiles.read(put('empty.md', '')), { text: '' });
  });

  test('the first byte that is no UTF-8 is told by its offset', async () => {
    const cases: [number[], number][] = [
      [[0x63, 0x61, 0x66, 0xe9, 0x2e], 3],
      [[0xef, 0xbf, 0xbd, 0xc3, 0xa9, 0xff], 5],
      [[0xef, 0xbb, 0xbf, 0x61, 0xc0, 0xaf], 4],
      [[0x61, 0xe2, 0x82], 1],
      [[0xf0, 0x9f, 0xa7, 0xac, 0xed, 0xa0, 0x80], 4],
    ];
    for (const [bytes, offset] of cases) {
      const content = await nodeFiles.read(put('latin1.md', Uint8Array.from(bytes)));
      assert.ok('problem' in content);
      assert.equal(content.problem.kind, 'encoding');
      assert.equal(content.problem.offset, offset);
    }
  });

  test('what is no text is refused by its kind', async () => {
    const kind = async (uri: string) => {
      const content = await nodeFiles.read(uri);
      return 'problem' in content ? content.problem.kind : 'text';
    };
    assert.equal(await kind(put('image.md', 'PNG\0\0')), 'binary');
    assert.equal(await kind(put('utf16.md', Buffer.from('\uFEFFCAR', 'utf16le'))), 'binary');
    assert.equal(await kind(uriOf(join(root, 'nowhere.md'))), 'missing');
    assert.equal(await kind(uriOf(join(root, 'bom.md', 'below.md'))), 'missing');
    assert.equal(await kind(uriOf(root)), 'directory');
    symlinkSync('loop.md', join(root, 'loop.md'));
    assert.equal(await kind(uriOf(join(root, 'loop.md'))), 'unreadable');
  });

  test('folders list files and folders by name, and no link to a folder', async () => {
    put('walk/b.md', '');
    put('walk/a b.md', '');
    put('walk/sub/c.md', '');
    symlinkSync('..', join(root, 'walk', 'up'));
    symlinkSync('b.md', join(root, 'walk', 'link.md'));
    const entries = await nodeFiles.list(uriOf(join(root, 'walk')));
    assert.deepEqual(
      entries.map(each => [each.name, each.kind]),
      [
        ['a b.md', 'file'],
        ['b.md', 'file'],
        ['link.md', 'file'],
        ['sub', 'folder'],
      ],
    );
    assert.deepEqual(await nodeFiles.list(uriOf(join(root, 'nowhere'))), []);
  });
});

describe('the project of a document', () => {
  test('is the nearest one upwards', async () => {
    put('thesis/immunogloss.yaml', 'ignore: [CAR]');
    const inner = put('thesis/ch1/immunogloss.yaml', 'ignore: [NK]');
    put('thesis/ch1/text/one.md', '');
    put('thesis/ch2/two.md', '');
    const find = createProjectFinder(nodeFiles, KNOWN);
    const one = await find(uriOf(join(root, 'thesis/ch1/text')));
    assert.equal(one.project.uri, inner);
    assert.deepEqual(
      one.project.ignore.map(({ entry }) => entry.form),
      ['NK'],
    );
    assert.deepEqual(
      (await find(uriOf(join(root, 'thesis/ch2')))).project.ignore.map(({ entry }) => entry.form),
      ['CAR'],
    );
  });

  test('is never outside the repository', async () => {
    put('outside/immunogloss.yaml', 'ignore: [CAR]');
    put('outside/repository/.git/HEAD', '');
    put('outside/repository/paper/one.md', '');
    const find = createProjectFinder(nodeFiles, KNOWN);
    assert.equal((await find(uriOf(join(root, 'outside/repository/paper')))).project.uri, null);
    put('outside/repository/immunogloss.yaml', 'ignore: [NK]');
    const again = createProjectFinder(nodeFiles, KNOWN);
    assert.deepEqual(
      (await again(uriOf(join(root, 'outside/repository/paper')))).project.ignore.map(
        ({ entry }) => entry.form,
      ),
      ['NK'],
    );
  });

  test('a project file that is no text is a problem, not a crash', async () => {
    put('binary/immunogloss.yaml', 'a\0b');
    const { project, problems } = await createProjectFinder(nodeFiles, KNOWN)(uriOf(join(root, 'binary')));
    assert.deepEqual(
      project.ignore.map(({ entry }) => entry.form),
      [],
    );
    assert.match(problems[0]?.message ?? '', /NUL byte at offset 1/);
  });
});
