import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from './program.ts';

const text = '# Introduction\n\nCytokine release syndrome (CRS) came. Nothing else did, and CRS went.\n';

test('check goes by the profile that immunogloss.yaml names, one of its own too, or front matter above it', async () => {
  const desk = new Desk()
    .put('a/paper.md', text)
    .put('b/immunogloss.yaml', 'profile: thesis\n')
    .put('b/paper.md', text)
    .put('b/own.md', `---\nimmunogloss:\n  profile: plos\n---\n\n${text}`)
    .put('c/immunogloss.yaml', 'profile: lab\n')
    .put('c/.immunogloss/profiles/lab.yaml', 'extends: thesis\ncolour: red\n')
    .put('c/paper.md', text);
  const check = async (path: string) => {
    const { out, err } = await desk.run(['check', '--format', 'github', path]);
    return [out.split(' ')[0], err.trim()];
  };
  assert.deepEqual(await check('a'), ['::notice', '']);
  assert.deepEqual(await check('b/paper.md'), ['', '']);
  assert.deepEqual(await check('b/own.md'), ['::warning', '']);
  const mistake = 'immunogloss: c/.immunogloss/profiles/lab.yaml:2:1: "colour" is no setting of a profile.';
  assert.deepEqual(await check('c'), ['', mistake]);
});

test('a profile that nobody knows is a finding in front matter', async () => {
  const desk = new Desk().put('paper.md', '---\nimmunogloss: {profile: natur}\n---\n\nText.\n');
  const { out, code } = await desk.run(['check', 'paper.md']);
  assert.equal(code, 1);
  assert.match(out, /^paper\.md:2:24 {2}warning {2}"natur" is no profile\..*unknown-profile$/m);
});
