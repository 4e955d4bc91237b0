import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Desk } from './program.ts';

const THESIS = `# Introduction

After infusion, CRS was frequent and severe. Tocilizumab reverses CRS within hours, and CRS did not return.
The TME keeps cells out, a cold TME stays cold, and the TME is acid.
`;

const read = (desk: Desk, path: string) => readFileSync(join(desk.path, path), 'utf8');
const change = (desk: Desk, path: string, from: string, to: string) =>
  desk.put(path, read(desk, path).replace(from, to));

test('check --write-baseline accepts what is found; from then on only new findings are reported', async () => {
  const desk = new Desk().put('thesis.md', THESIS);
  const wrote = await desk.run(['check', '--write-baseline', 'thesis.md']);
  assert.deepEqual([wrote.code, wrote.err], [0, '']);
  assert.equal(wrote.out, '.immunogloss/baseline.json: 2 findings accepted.\n');

  const quiet = await desk.run(['check', 'thesis.md']);
  assert.deepEqual([quiet.code, quiet.err], [0, '']);
  assert.match(quiet.out, /no findings\. 2 accepted ones are not shown\.$/m);

  change(desk, 'thesis.md', 'The TME', 'The ORR was high, the ORR rose, and the ORR fell.\n\nThe TME');
  const loud = await desk.run(['check', 'thesis.md', '--format', 'github']);
  assert.equal(loud.code, 1);
  assert.deepEqual(loud.out.match(/"\w+" is never defined/g), ['"ORR" is never defined']);
});

test('what is found no more is told, and dropped when the baseline is written anew', async () => {
  const desk = new Desk().put('thesis.md', THESIS).put('other.md', THESIS).put('gone.md', THESIS);
  await desk.run(['check', '--write-baseline', '.']);
  change(desk, 'thesis.md', 'infusion, CRS', 'infusion, cytokine release syndrome (CRS)');
  rmSync(join(desk.path, 'gone.md'));
  const told = await desk.run(['check', 'thesis.md']);
  assert.equal(told.code, 0);
  assert.match(told.err, /baseline\.json: 1 accepted finding is found no more; check --write-baseline drops/);
  const wrote = await desk.run(['check', '--write-baseline', 'thesis.md']);
  assert.match(wrote.out, /1 finding accepted; 1 that is found no more dropped\./);
  const { findings } = JSON.parse(read(desk, '.immunogloss/baseline.json'));
  assert.deepEqual(Object.keys(findings), ['other.md', 'thesis.md']);
  assert.equal((await desk.run(['check', 'thesis.md'])).err, '');
});

test('it is kept where immunogloss.yaml says, and counts in all folders below', async () => {
  const desk = new Desk().put('immunogloss.yaml', 'baseline: accepted.json\n').put('a/b/thesis.md', THESIS);
  await desk.run(['check', '--write-baseline', 'a']);
  assert.match(read(desk, 'accepted.json'), /"a\/b\/thesis\.md": \[/);
  assert.equal((await desk.run(['check', 'a/b/thesis.md'])).code, 0);
});

test('without immunogloss.yaml the nearest one upwards counts, and it is no glossary', async () => {
  const desk = new Desk().put('a/b/thesis.md', THESIS).put('.git/HEAD', '');
  await desk.run(['check', '--write-baseline', '.']);
  const { code, err } = await desk.run(['check', 'a']);
  assert.deepEqual([code, err], [0, '']);
});

test('a path that leads out of the project is refused', async () => {
  const desk = new Desk().put('p/immunogloss.yaml', 'baseline: ../../out.json\n').put('p/thesis.md', THESIS);
  const { err } = await desk.run(['check', 'p']);
  assert.match(err, /immunogloss\.yaml:1:11: "\.\.\/\.\.\/out\.json" is outside the folder/);
});

test('a damaged one is told with its place, hides nothing, and is not written over', async () => {
  const desk = new Desk().put('thesis.md', THESIS);
  await desk.run(['check', '--write-baseline', 'thesis.md']);
  const damaged = read(desk, '.immunogloss/baseline.json').replace(
    '"findings": {',
    '"findings": {\n<<<<<<< HEAD',
  );
  desk.put('.immunogloss/baseline.json', damaged);
  const { code, out, err } = await desk.run(['check', 'thesis.md']);
  assert.equal(code, 2);
  assert.match(err, /baseline\.json:4:1: The baseline is not valid JSON from here on/);
  assert.match(out, /2 warnings/);
  const wrote = await desk.run(['check', '--write-baseline', 'thesis.md']);
  assert.equal(wrote.code, 2);
  assert.match(wrote.err, /baseline\.json is left as it is: mend or remove it first/);
  assert.equal(read(desk, '.immunogloss/baseline.json'), damaged);
});

test('where it cannot be written, that is told, and what was there is there', async () => {
  const desk = new Desk().put('thesis.md', THESIS).put('.immunogloss', 'a file where the folder should be');
  const { code, err } = await desk.run(['check', '--write-baseline', 'thesis.md']);
  assert.equal(code, 2);
  assert.match(err, /baseline\.json/);
  assert.equal(read(desk, '.immunogloss'), 'a file where the folder should be');
});

test('what is accepted is not fixed unseen', async () => {
  const late = 'Severe CRS is rare. Cytokine release syndrome (CRS) is graded, and CRS ends.\n';
  const desk = new Desk().put('thesis.md', late);
  await desk.run(['check', '--write-baseline', 'thesis.md']);
  await desk.run(['check', '--fix', 'thesis.md']);
  assert.equal(read(desk, 'thesis.md'), late);
});

test('it goes with no other way of checking', async () => {
  const desk = new Desk().put('thesis.md', THESIS);
  for (const more of [['--fix'], ['--format', 'json'], ['-']]) {
    const { code, err } = await desk.run(['check', '--write-baseline', 'thesis.md', ...more]);
    assert.equal(code, 2, more.join(' '));
    assert.match(err, /--write-baseline/);
  }
});
