/** The list of faults names tests that are there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('every fault of docs/faults.md names tests that are there', () => {
  const rows = readFileSync('docs/faults.md', 'utf8')
    .split('\n')
    .filter(line => /^\| (?!Fault |---)/.test(line));
  assert.ok(rows.length > 20);
  for (const row of rows) {
    const named = row.split(' | ')[2]!.replace(/ \|$/, '').split('<br>');
    for (const each of named) {
      const [, file, words] = /^`([^`]+)`: (.+)$/.exec(each)!;
      assert.ok(readFileSync(join('test', file!), 'utf8').includes(words!), each);
    }
  }
});
