import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from './program.ts';

const PAPER = '# Results\n\nThe QXA came. Severe QXA was rare, and QXA went.\n';
const YAML = `# what we agreed on
ignore:
  - QXA
  - QXB
  - {pattern: PT_*, scope: main}
`;

test('an entry of ignore: that silences nothing is told where it stands', async () => {
  const desk = new Desk().put('paper.md', PAPER).put('immunogloss.yaml', YAML);
  const quiet = await desk.run(['check', '.']);
  assert.deepEqual([quiet.code, quiet.err], [0, '']);
  const told = await desk.run(['check', '.', '--min-severity', 'hint']);
  assert.equal(told.code, 1);
  assert.deepEqual(told.err.trim().split('\n'), [
    'immunogloss: immunogloss.yaml:4:5: "QXB" is ignored here, and nothing is reported of it. Remove it.',
    'immunogloss: immunogloss.yaml:5:5: pattern "PT_*" with scope "main" is ignored here, and nothing is reported of it. Remove it.',
  ]);
});

test('it weighs as much as unused-ignore is set to', async () => {
  const desk = new Desk().put('paper.md', PAPER);
  const errors = async (severity: string) => {
    desk.put('immunogloss.yaml', `ignore: [QXA, QXB]\nrules: {unused-ignore: ${severity}}\n`);
    return (await desk.run(['check', '.'])).err;
  };
  assert.match(await errors('warning'), /immunogloss\.yaml:1:15: "QXB"/);
  assert.equal(await errors('off'), '');
});

test('nothing is told of a project of which a part was read', async () => {
  const desk = new Desk().put('paper.md', PAPER).put('b/other.md', PAPER.replaceAll('QXA', 'QXB'));
  desk.put('immunogloss.yaml', 'ignore: [QXA, QXB]\nrules: {unused-ignore: warning}\n');
  assert.equal((await desk.run(['check', 'paper.md'])).err, '');
  assert.equal((await desk.run(['check', '.'])).err, '');
  desk.put('immunogloss.yaml', 'ignore: [QXA, QXB]\nrules: {unused-ignore: warning}\nmanuscript: paper.md\n');
  assert.match((await desk.run(['check'])).err, /immunogloss\.yaml:1:15: "QXB"/);
});

test('what a comment ignores too counts for both', async () => {
  const desk = new Desk().put('paper.md', `<!-- immunogloss-ignore QXA -->\n\n${PAPER}`);
  desk.put('immunogloss.yaml', 'ignore: [QXA]\n');
  assert.equal((await desk.run(['check', '.', '--min-severity', 'hint'])).err, '');
});

test('a comment in a notebook silences the next line of its cell, however the file is laid out', async () => {
  const source =
    '<!-- immunogloss-ignore-next-line -->\n\nThe "QXA" came.\nSevere QXB was rare, and QXB went.\n';
  const cell = (text: string | readonly string[]) => ({ cell_type: 'markdown', metadata: {}, source: text });
  const rest = cell('QXA is rare, as QXA was. <!-- immunogloss-ignore-next-line -->');
  const notebook = (text: string | readonly string[], indent?: number) =>
    JSON.stringify(
      { cells: [cell(text), rest], metadata: {}, nbformat: 4, nbformat_minor: 5 },
      undefined,
      indent,
    );
  const found = async (name: string, text: string) => {
    const { out } = await new Desk()
      .put(name, text)
      .run(['check', name, '--min-severity', 'hint', '--format', 'json']);
    return JSON.parse(out).manuscripts[0].documents[0].diagnostics.map(
      ({ rule, short }: Record<string, string>) => `${rule} ${short}`,
    );
  };
  const lines = source.split(/(?<=\n)/);
  const expected = await found(
    'paper.md',
    `${source}\nQXA is rare, as QXA was. <!-- immunogloss-ignore-next-line -->`,
  );
  for (const text of [notebook(lines, 1), notebook(lines), notebook(source, 1), notebook(source)]) {
    assert.deepEqual(await found('paper.ipynb', text), expected, text);
  }
});
