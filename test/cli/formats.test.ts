import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onPosix } from '../onPosix.ts';
import { type AnalysisRecord, checked, Desk } from './program.ts';

const desk = new Desk();
const ESCAPE = '\u001b';

const PAPER = `# Introduction

After infusion, CRS was frequent and severe. Tocilizumab reverses CRS within hours. Patients without CRS were
discharged early, and CRS did not return.
`;

/** The finding blocks of the pretty format: head, line, underline. */
function blocks(out: string): string[][] {
  return out
    .split('\n\n')
    .slice(0, -1)
    .map(block => block.split('\n'));
}

describe('pretty', () => {
  test('a finding is a place, a message, a rule, and its line with the span underlined', async () => {
    desk.put('paper.md', PAPER);
    const { out } = await desk.run(['check', 'paper.md']);
    const [[head, line, underline] = []] = blocks(out);
    assert.match(head!, /^paper\.md:3:17 {2}warning {2}"CRS" .* {2}undefined-abbreviation$/);
    assert.match(line!, /^ {4}After infusion, CRS was frequent/);
    assert.equal(underline, '~~~'.padStart(4 + 16 + 3));
  });

  test('the last line sums up', async () => {
    desk.put('paper.md', PAPER).put('empty.md', '');
    assert.match((await desk.run(['check', 'paper.md'])).out, /\n1 manuscript, 2[0-9] words: 1 warning\.\n$/);
    assert.equal((await desk.run(['check', 'empty.md'])).out, '1 manuscript, 0 words: no findings.\n');
    assert.match((await desk.run(['check', 'paper.md', 'empty.md'])).out, /\n2 manuscripts, /);
  });

  test('a very long line is shown around its span', async () => {
    const filler = 'The cells were washed and counted again. '.repeat(500);
    desk.put('long.md', `${filler}Severe CRS was rare, CRS was mild, CRS was brief. ${filler}\n`);
    const { out } = await desk.run(['check', 'long.md']);
    const [[, line, underline] = []] = blocks(out);
    assert.ok(line!.length <= 100);
    assert.match(line!, /^ {4}….*Severe CRS was rare.*…$/);
    assert.equal(line!.slice(underline!.indexOf('~'), underline!.lastIndexOf('~') + 1), 'CRS');
  });

  test('tabs, wide characters and emoji keep the underline in its place', async () => {
    desk.put('wide.md', '免疫\t療法 👩🏽‍🔬 e\u0301 shows CRS. Then CRS, then CRS, then CRS.\n');
    const { out } = await desk.run(['check', 'wide.md']);
    const [[, line, underline] = []] = blocks(out);
    // 4 of indent, 4 + 1 + 4 + 1 of Chinese with a tab, 2 + 1 of the scientist, 1 + 1 of é, "shows "
    assert.equal(underline!.indexOf('~'), 4 + 10 + 3 + 2 + 6);
    assert.ok(!line!.includes('\t'));
  });

  // Windows has no such names.
  onPosix('a text can’t act on the terminal', async () => {
    desk.put('evil\u001b[31m.md', 'Red \u001b[31m\u202e alert: CRS. Then CRS, CRS, and CRS.\n');
    const { out } = await desk.run(['check', 'evil\u001b[31m.md']);
    assert.match(out, /CRS/);
    for (const control of [ESCAPE, '\u202e']) assert.ok(!out.includes(control));
  });

  test('colours are for terminals, or for those who ask', async () => {
    desk.put('paper.md', PAPER);
    const colours = async (env: NodeJS.ProcessEnv) =>
      (await desk.run(['check', 'paper.md'], { env })).out.includes(ESCAPE);
    assert.equal(await colours({}), false);
    assert.equal(await colours({ FORCE_COLOR: '1' }), true);
    assert.equal(await colours({ NO_COLOR: '1' }), false);
    assert.equal(await colours({ FORCE_COLOR: '0' }), false);
    assert.equal(await colours({ FORCE_COLOR: '1', NO_COLOR: '1' }), true);
  });
});

describe('github', () => {
  test('a finding is an annotation, with what would end it escaped', async () => {
    desk.put('50%, a:b.md', PAPER);
    const { code, out } = await desk.run(['check', '--format', 'github', '50%, a:b.md']);
    assert.equal(code, 1);
    assert.match(
      out,
      /^::warning file=50%25%2C a%3Ab\.md,line=3,endLine=3,col=17,endColumn=20,title=ImmunoGloss undefined-abbreviation::"CRS" .*\n$/,
    );
  });
});

describe('json', () => {
  const places = async (text: string | Uint8Array) => {
    desk.put('text.md', text);
    const { out } = await desk.run(['check', '--format', 'json', 'text.md']);
    const [document] = checked<AnalysisRecord>('check', out).manuscripts[0]!.documents;
    return document!.diagnostics.map(({ short, start, end, line, column }) => ({
      short,
      start,
      end,
      line,
      column,
    }));
  };
  const USES = 'CRS was seen. Then CRS and CRS went on as CRS.\n';

  test('keys stand in the order that is written down', async () => {
    desk.put('paper.md', PAPER);
    const { out } = await desk.run(['check', '--format', 'json', 'paper.md']);
    const { version, manuscripts } = JSON.parse(out);
    assert.equal(version, 1);
    const [document] = manuscripts[0].documents;
    assert.deepEqual(Object.keys(document), ['path', 'languageId', 'words', 'diagnostics']);
    assert.deepEqual(Object.keys(document.diagnostics[0]), [
      ...['rule', 'severity', 'message', 'short', 'start', 'end', 'line', 'column'],
    ]);
  });

  test('offsets count UTF-16 units after a byte order mark', async () => {
    const plain = await places(USES);
    assert.deepEqual(plain, [{ short: 'CRS', start: 0, end: 3, line: 1, column: 1 }]);
    assert.deepEqual(await places(`\uFEFF${USES}`), plain);
    assert.deepEqual(await places(`🧬 é ${USES}`), [{ short: 'CRS', start: 5, end: 8, line: 1, column: 6 }]);
  });

  test('lines end as any system ends them', async () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const [first] = await places(['Cells.', '', 'Then', USES].join(eol));
      assert.deepEqual([first?.line, first?.column], [4, 1], JSON.stringify(eol));
    }
  });
});

describe('summary', () => {
  test('lists abbreviations by how often they are flagged, each with its rules and first place', async () => {
    desk.put('thesis.md', `${PAPER}\nThe TME keeps cells out, and a cold TME stays cold.\n`);
    const { out, code } = await desk.run(['check', '--format', 'summary', 'thesis.md']);
    assert.equal(code, 1);
    const lines = out.split('\n');
    assert.equal(lines[0], '     4  CRS  undefined-abbreviation');
    assert.match(lines[1]!, /^ {8}"CRS" is never defined/);
    assert.equal(lines[2], '        thesis.md:3:17');
    assert.equal(lines[3], '     2  TME  undefined-abbreviation');
    assert.match(lines.at(-2)!, /^2 abbreviations, 6 places\./);
    desk.put('clean.md', 'Nothing at all.\n');
    assert.match(
      (await desk.run(['check', '--format', 'summary', 'clean.md'])).out,
      /^No abbreviation is flagged/,
    );
  });
});
