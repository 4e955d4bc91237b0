import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, Desk } from './program.ts';

const desk = new Desk();
desk.put('immunogloss.yaml', 'glossaries: [terms.csv]\n');
desk.put('terms.csv', 'short,long\nQQZ,quiet quorum zone\nQQY,\n');
desk.put('paper/.immunogloss/own.yaml', 'ZZX: zone-zero xenograft\n');
const lines = Array.from({ length: 5 }, (_, index) => `Sample ${index} held QQZ and ZZX cells alike.`);
desk.put('paper/paper.md', `# Introduction\n\n${lines.join(' ')}\n`);

test('layers count for the findings, and a bad row is told with its place', async () => {
  const { out, err } = await desk.run(['check', 'paper/paper.md']);
  assert.match(out, /quiet quorum zone \(QQZ\)/);
  assert.match(out, /zone-zero xenograft \(ZZX\)/);
  assert.match(err, /^immunogloss: terms\.csv:3:1: An entry needs "long"\.$/m);
});

test('look-up finds what counts where it is asked, and says whose it is', async () => {
  const inFolder = await desk.run(['lookup', 'ZZX', '--format', 'json'], { cwd: 'paper' });
  const { results } = checked<{ results: readonly object[] }>('lookup', inFolder.out);
  const own = { id: 'zzx', short: 'ZZX', long: 'zone-zero xenograft', origin: 'folder' };
  assert.deepEqual(results[0], { ...own, path: '.immunogloss/own.yaml' });
  const above = await desk.run(['lookup', 'QQZ']);
  assert.match(above.out, /^QQZ {2}quiet quorum zone.*\n {4}From terms\.csv\n/);
});

test('a glossary that cannot be read, or is not there, ends in 2, and the rest is still reported', async () => {
  const broken = new Desk();
  broken.put('immunogloss.yaml', 'glossaries: [gone]\n').put('.immunogloss/a.yaml', 'CAR: [\n');
  broken.put('a.md', '# Introduction\n\nSome text.\n');
  const { code, out, err } = await broken.run(['check', 'a.md']);
  assert.equal(code, 2);
  assert.match(err, /immunogloss\.yaml:1:14: There is no glossary "gone"/);
  assert.match(err, /\.immunogloss\/a\.yaml:2:1: This cannot be read/);
  assert.match(out, /1 manuscript/);
});

test('a comment or front matter explains a term to who checks, and defines nothing for readers', async () => {
  const text = (comment: string) =>
    `# Introduction\n\n${comment}\n\nThe ZZC was cold, the ZZC was dense and the ZZC was acid.\n`;
  desk.put('own.md', text('<!-- immunogloss-glossary ZZC: zonal zymogen complex -->'));
  desk.put(
    'own.tex',
    'The ZZC was cold, the ZZC was dense and the ZZC was acid.\n% immunogloss-glossary ZZC = zonal zymogen complex\n',
  );
  desk.put('front.md', `---\nimmunogloss:\n  glossary: {ZZC: zonal zymogen complex}\n---\n${text('')}`);
  for (const name of ['own.md', 'own.tex', 'front.md']) {
    const { out } = await desk.run(['check', name, '--min-severity', 'hint']);
    assert.match(out, /"ZZC" is never defined\. Define it at first use: zonal zymogen complex \(ZZC\)/, name);
    assert.doesNotMatch(out, /unused-ignore/);
  }
  desk.put('none.md', text('<!-- immunogloss-glossary -->'));
  assert.doesNotMatch((await desk.run(['check', 'none.md'])).out, /zonal/);
});
