/** The packages that ship: which licences they may have, and that they come with them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';

/** Licences that ask for no more than to be named, which `dist/NOTICES.txt` does. */
const accepted: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version: string; dev?: boolean; license?: string }>;
};
/** By their folders. */
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

test('every package that ships has a licence that we can keep to', () => {
  assert.ok(shipped.length > 10);
  const others = shipped.filter(([, { license }]) => !accepted.has(license ?? ''));
  assert.deepEqual(
    others.map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
});

/** The text of a package's licence; the file's name is its author's choice. */
const licenceIn = (folder: string) =>
  readFileSync(join(folder, readdirSync(folder).find(file => /^licen[cs]e/i.test(file))!), 'utf8').trim();

test('what is built carries the licence of every package that ships', () => {
  const notices = readFileSync('dist/NOTICES.txt', 'utf8');
  for (const [path, { version }] of shipped) {
    const name = path.replace(/^.*node_modules\//, '');
    const at = notices.indexOf(`\n${name} ${version} (`);
    assert.ok(at >= 0, name);
    const text = licenceIn(path);
    assert.ok(text.length > 200);
    assert.equal(notices.slice(notices.indexOf('\n\n', at) + 2).slice(0, text.length), text, name);
  }
});

test('nothing is built with a package that has lost its licence', t => {
  const copy = mkdtempSync(join(tmpdir(), 'immunogloss build '));
  t.after(() => rmSync(copy, { recursive: true, force: true }));
  const link = (path: string) => symlinkSync(resolve(path), join(copy, path), 'junction');
  mkdirSync(join(copy, 'node_modules'));
  for (const path of ['client', 'server', 'glossary', 'esbuild.mjs']) {
    cpSync(path, join(copy, path), { recursive: true });
  }
  for (const name of readdirSync('node_modules')) if (name !== 'yaml') link(join('node_modules', name));
  cpSync('node_modules/yaml', join(copy, 'node_modules/yaml'), {
    recursive: true,
    filter: path => !/^licen[cs]e/i.test(basename(path)),
  });
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: copy, encoding: 'utf8' });
  assert.match(stderr, /yaml is bundled, but has no licence file/);
  assert.equal(status, 1);
});
