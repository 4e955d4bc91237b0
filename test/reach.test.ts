/** What our code can reach of the machine: files, and nothing that runs other programs or talks to others. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const sources = ['server/src', 'client/src'].flatMap(folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name)),
);

/** Node's modules that may be used; `vm` and `module` only where our own program is compiled, or V8's `gc` is asked for. */
const harmless = /^(?:buffer|events|fs|fs\/promises|os|path|path\/posix|stream|url|util|v8|zlib)$/;
const ownProgram: Readonly<Record<string, readonly string[]>> = {
  [join('server', 'src', 'node', 'codeCache.ts')]: ['vm', 'module'],
  [join('server', 'src', 'node', 'collecting.ts')]: ['vm'],
};

test('our code starts no program, opens no connection, and runs no text as code', () => {
  assert.ok(sources.length > 200);
  for (const file of sources) {
    const text = readFileSync(file, 'utf8');
    const used = Array.from(
      text.matchAll(/(?:from|import|require)\s*\(?\s*'(?:node:)([\w/]+)'/g),
      ([, name]) => name!,
    );
    const others = used.filter(name => !harmless.test(name) && !ownProgram[file]?.includes(name));
    assert.deepEqual(others, [], file);
    assert.doesNotMatch(text, /\b(?:eval|fetch)\s*\(|\bnew\s+(?:Function|WebSocket|XMLHttpRequest)\b/, file);
    // What is run by its text, or loaded later, is written in the source.
    for (const [, argument] of text.matchAll(/\brunIn(?:New|This)?Context\(([^)]+)\)/g))
      assert.equal(argument, "'gc'", file);
    for (const [, argument] of text.matchAll(/\bimport\(([^)]*)\)/g))
      assert.match(argument!, /^'[^']+'$/, file);
  }
});
