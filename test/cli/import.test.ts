import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onPosix } from '../onPosix.ts';
import { Desk } from './program.ts';

const desk = new Desk();
const read = (path: string) => readFileSync(join(desk.path, path), 'utf8');
desk.put('terms.csv', 'NK,natural killer\nCAR,chimeric antigen receptor\n');
desk.put(
  'old.tex',
  '\\newacronym{car}{CAR}{central airway resistance}\n\\newacronym{dc}{DC}{dendritic cell}\n',
);

test('import makes a glossary file, and look-up finds what is in it', async () => {
  const { code, out, err } = await desk.run(['import', 'terms.csv']);
  assert.deepEqual([code, out, err], [0, '2 added to .immunogloss/glossary.yaml\n', '']);
  assert.equal(read('.immunogloss/glossary.yaml'), 'NK: natural killer\nCAR: chimeric antigen receptor\n');
  assert.match((await desk.run(['lookup', 'NK'])).out, /From \.immunogloss\/glossary\.yaml/);
});

test('what stands for something else already is told with both places, and left as it is', async () => {
  const { code, out, err } = await desk.run(['import', 'old.tex', 'terms.csv']);
  assert.equal(code, 1);
  assert.equal(out, '1 added to .immunogloss/glossary.yaml, 2 there already\n');
  assert.equal(
    err,
    'immunogloss: old.tex:1:18: "CAR" is left out: it stands for "chimeric antigen receptor" (.immunogloss/glossary.yaml:2:1)\n',
  );
  assert.match(
    read('.immunogloss/glossary.yaml'),
    /^NK: .*\nCAR: chimeric antigen receptor\nDC: dendritic cell\n$/,
  );
});

test('an import into a link says where that leads', async () => {
  const own = new Desk().put('terms.csv', 'NK,natural killer\n').put('elsewhere/shared.yaml', '# ours\n');
  mkdirSync(join(own.path, 'paper'));
  symlinkSync(join(own.path, 'elsewhere/shared.yaml'), join(own.path, 'paper/glossary.yaml'));
  const { out } = await own.run(['import', 'terms.csv', '--into', 'paper/glossary.yaml']);
  assert.equal(out, '1 added to paper/glossary.yaml (a link to elsewhere/shared.yaml)\n');
});

test('--dry-run writes nothing, and --into takes any kind of glossary file', async () => {
  const { out } = await desk.run(['import', 'terms.csv', '--into', 'team.json', '--dry-run']);
  assert.match(out, /^\+\s+"NK": "natural killer",$/m);
  assert.throws(() => statSync(join(desk.path, 'team.json')));
  assert.equal((await desk.run(['import', 'terms.csv', '--into', 'team.txt'])).code, 2);
  assert.equal((await desk.run(['import'])).code, 2);
  assert.equal((await desk.run(['import', 'gone.csv'])).code, 2);
});

test('a file that is broken or cannot be written stays as it is, and why is said', async () => {
  desk.put('broken.yaml', 'A: [b');
  const broken = await desk.run(['import', 'terms.csv', '--into', 'broken.yaml']);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /broken\.yaml:1:\d+: This cannot be read/);
  assert.equal(read('broken.yaml'), 'A: [b');
  writeFileSync(join(desk.path, 'a-file'), '');
  const inside = await desk.run(['import', 'terms.csv', '--into', 'a-file/terms.yaml']);
  assert.equal(inside.code, 2);
  assert.match(inside.err, /a-file\/terms\.yaml (cannot be written|does not exist)/);
});

onPosix('a folder that may not be written to stays as it is, and that is said', async () => {
  if (process.getuid?.() === 0) return; // root may write everywhere
  mkdirSync(join(desk.path, 'locked'));
  chmodSync(join(desk.path, 'locked'), 0o555);
  const locked = await desk.run(['import', 'terms.csv', '--into', 'locked/terms.yaml']);
  assert.match(locked.err, /permission denied/);
  chmodSync(join(desk.path, 'locked'), 0o755);
});
