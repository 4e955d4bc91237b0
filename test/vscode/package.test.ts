/** What is in the .vsix that `npm run package` has just made. `npm test` runs this after packaging. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import pins from './editors.json' with { type: 'json' };
import { vsix } from './paths.ts';

const packed = readFileSync(vsix);
const files = unzipSync(packed);
const names = Object.keys(files)
  .filter(name => name.startsWith('extension/'))
  .map(name => name.slice('extension/'.length))
  .sort();

const text = (name: string) => Buffer.from(files[`extension/${name}`] ?? []).toString('utf8');
const manifest = JSON.parse(text('package.json')) as {
  readonly engines: { readonly vscode: string };
  readonly dependencies: Readonly<Record<string, string>>;
};

test('holds what runs and what the extension page shows, and nothing else', () => {
  const allowed =
    /^(package\.json|readme\.md|changelog\.md|SECURITY\.md|LICENSE\.txt|dist\/(client|server|protocol|parts|cli)\.js|dist\/NOTICES\.txt|dist\/glossary\.pack|glossary\/(([\w-]+\/)?[\w.-]+\.json|hgnc-symbols\.txt)|media\/[\w-]+\.png|docs\/rules\/[\w-]+\.md)$/;
  assert.deepEqual(
    names.filter(name => !allowed.test(name)),
    [],
  );
  for (const needed of [
    'package.json',
    'dist/client.js',
    'dist/server.js',
    'dist/parts.js',
    'dist/glossary.pack',
    'dist/NOTICES.txt',
    'glossary/abbreviations/therapy.json',
    'media/icon.png',
  ]) {
    assert.ok(names.includes(needed), `${needed} is missing`);
  }
});

test('is smaller than 1.5 MB', () => {
  assert.ok(packed.length < 1.5e6, `${packed.length} bytes`);
});

test('carries the licence of every package that it declares', () => {
  const notices = text('dist/NOTICES.txt');
  const absent = Object.keys(manifest.dependencies).filter(name => !notices.includes(`\n${name} `));
  assert.deepEqual(absent, []);
});

test('promises to work in the oldest editor that is tested, and no older one', () => {
  const [major, minor] = pins.floor.desktop.split('.');
  assert.equal(manifest.engines.vscode, `^${major}.${minor}.0`);
});
