import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Desk } from './program.ts';

test('a long glossary is kept packed for the next run, which says the same, and nothing is left beside the manuscript', async () => {
  const at = new Desk();
  const terms = Array.from({ length: 900 }, (_, day) => `ZQ${day}X: zonal quorum xenograft of day ${day}\n`);
  at.put('paper/.immunogloss/terms.yaml', terms.join(''));
  at.put(
    'paper/paper.md',
    '# Results\n\nA ZQ7X was given. Each zonal quorum graft (ZQ8X) and ZQ8X and ZQ9X rose.\n',
  );
  const env = { XDG_CACHE_HOME: join(at.path, 'cache') };
  const check = () => at.run(['check', 'paper.md', '--format', 'json'], { env, cwd: 'paper' });
  const kept = () => readdirSync(join(at.path, 'cache', 'immunogloss', 'glossaries'));
  const first = await check();
  assert.match(first.out, /zonal quorum xenograft of day 7/);
  assert.equal(kept().length, 1);
  assert.deepEqual(await check(), first);
  const lookUp = () => at.run(['lookup', 'zonal quorum xenograft of day 41'], { env, cwd: 'paper' });
  const found = await lookUp();
  assert.match(found.out, /^ZQ41X /);
  const fresh = { XDG_CACHE_HOME: join(at.path, 'other') };
  assert.deepEqual(
    await at.run(['lookup', 'zonal quorum xenograft of day 41'], { env: fresh, cwd: 'paper' }),
    found,
  );
  const off = { XDG_CACHE_HOME: join(at.path, 'off'), NODE_DISABLE_COMPILE_CACHE: '1' };
  assert.deepEqual(
    await at.run(['check', 'paper.md', '--format', 'json'], { env: off, cwd: 'paper' }),
    first,
  );
  assert.deepEqual(readdirSync(at.path).sort(), ['cache', 'other', 'paper']);
  assert.deepEqual(readdirSync(join(at.path, 'paper')).sort(), ['.immunogloss', 'paper.md']);
  assert.deepEqual(readdirSync(join(at.path, 'paper', '.immunogloss')), ['terms.yaml']);
});
