import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { onPosix } from '../onPosix.ts';
import { Desk } from './program.ts';

const desk = new Desk();

const DRAFT = `# Introduction

Adoptive transfer of chimeric antigen receptor (CAR) T cells is effective. Many CAR's bind their target, and
a CAR signals into the cell. After infusion, CRS was severe, CRS was early, and CRS was treated. No CAR is alike.
`;
const FIXED = DRAFT.replace("CAR's", 'CARs');

function read(path: string): string {
  return readFileSync(join(desk.path, path), 'utf8');
}

describe('check --fix', () => {
  test('mends the file, and reports what is left', async () => {
    desk.put('mends/draft.md', DRAFT);
    const { code, out, err } = await desk.run(['check', '--fix', 'mends/draft.md']);
    assert.equal(err, '');
    assert.equal(read('mends/draft.md'), FIXED);
    assert.deepEqual(readdirSync(join(desk.path, 'mends')), ['draft.md']);
    assert.match(out, /undefined-abbreviation/);
    assert.doesNotMatch(out, /plural-apostrophe/);
    assert.match(out, /: 1 warning\. 1 was fixed\.\n$/);
    assert.equal(code, 1);
  });

  test('without it, the summary says what it could do', async () => {
    desk.put('summary/draft.md', DRAFT).put('summary/fixed.md', FIXED);
    const draft = await desk.run(['check', 'summary/draft.md']);
    assert.match(draft.out, /: 1 warning, 1 suggestion\. 1 can be fixed with --fix\.\n$/);
    assert.equal(read('summary/draft.md'), DRAFT);
    const fixed = await desk.run(['check', 'summary/fixed.md']);
    assert.match(fixed.out, /: 1 warning\.\n$/);
  });

  test('byte order mark, line ends and symbolic link stay', async () => {
    const windows = `\uFEFF${DRAFT.replaceAll('\n', '\r\n')}`;
    desk.put('kept/draft.md', windows);
    symlinkSync('draft.md', join(desk.path, 'kept/link.md'));
    await desk.run(['check', '--fix', 'kept/link.md']);
    assert.equal(read('kept/draft.md'), windows.replace("CAR's", 'CARs'));
    assert.ok(lstatSync(join(desk.path, 'kept/link.md')).isSymbolicLink());
  });

  onPosix('the mode stays', async () => {
    desk.put('mode/draft.md', DRAFT);
    const path = join(desk.path, 'mode/draft.md');
    chmodSync(path, 0o640);
    await desk.run(['check', '--fix', 'mode/draft.md']);
    assert.equal(read('mode/draft.md'), FIXED);
    assert.equal(statSync(path).mode & 0o777, 0o640);
  });

  test('every file of a manuscript is mended', async () => {
    desk
      .put(
        'thesis/main.tex',
        '\\documentclass{book}\n\\begin{document}\n\\input{one}\n\\input{two}\n\\end{document}\n',
      )
      .put('thesis/one.tex', 'A chimeric antigen receptor (CAR) binds. Each CAR signals. The CAR is small.\n')
      .put('thesis/two.tex', "Many CAR's were made. The CAR binds.\n");
    await desk.run(['check', '--fix', 'thesis/one.tex']);
    assert.equal(read('thesis/two.tex'), 'Many CARs were made. The CAR binds.\n');
  });

  test('what is not reported is not mended', async () => {
    desk.put('severe/draft.md', DRAFT);
    const { out } = await desk.run(['check', '--fix', '--min-severity', 'warning', 'severe/draft.md']);
    assert.match(out, /0 were fixed/);
    assert.equal(read('severe/draft.md'), DRAFT);
  });
});

describe('check --fix of standard input', () => {
  test('prints the fixed text, and nothing else', async () => {
    const { code, out, err } = await desk.run(['check', '--fix', '-'], { input: `\uFEFF${DRAFT}` });
    assert.equal(err, '');
    assert.equal(out, `\uFEFF${FIXED}`);
    assert.equal(code, 1);
  });

  test('a text with nothing to mend comes out as it went in', async () => {
    const { out } = await desk.run(['check', '--fix', '--stdin-filename', 'paper.tex'], {
      input: 'Cells.\r\n',
    });
    assert.equal(out, 'Cells.\r\n');
  });
});

describe('check --fix --dry-run', () => {
  test('prints a unified diff and writes nothing', async () => {
    desk.put('dry/draft.md', DRAFT);
    const { code, out } = await desk.run(['check', '--fix', '--dry-run', 'dry/draft.md']);
    assert.match(out, /^--- dry\/draft\.md\n\+\+\+ dry\/draft\.md\n@@ -1,4 \+1,4 @@\n # Introduction\n/);
    assert.match(out, /^-Adoptive .* CAR's bind.*\n\+Adoptive .* CARs bind/m);
    assert.equal(read('dry/draft.md'), DRAFT);
    assert.equal(code, 1);
  });

  test('definitions that share their words are left whole', async () => {
    desk.put(
      'shared/draft.md',
      'OS was short. We took progression-free and overall survival (PFS and OS) as end points. PFS and OS rose.\n\n' +
        'RIN was high. It was read as RIN and DIN (RNA integrity number and DNA integrity number). DIN fell.\n\n' +
        'Again progression-free and overall survival (PFS and OS) counted.\n',
    );
    const { out, code } = await desk.run(['check', '--fix', '--dry-run', 'shared/draft.md']);
    assert.equal(out, '');
    assert.equal(code, 1);
  });

  test('where findings have no safe fix, that is told', async () => {
    desk.put('asks/draft.md', 'Most NHL was cured. NHL came back, and NHL was cured again.\n');
    const { code, out, err } = await desk.run(['check', '--fix', '--dry-run', 'asks/draft.md']);
    assert.equal(out, '');
    assert.match(err, /no finding can safely be mended/);
    assert.equal(code, 1);
  });

  test('prints nothing where there is nothing to mend', async () => {
    desk.put('clean/paper.md', 'Cells were counted.\n');
    assert.deepEqual(await desk.run(['check', '--fix', '--dry-run', 'clean/paper.md']), {
      code: 0,
      out: '',
      err: '',
    });
  });
});

describe('options that contradict each other', () => {
  const cases: [string[], RegExp][] = [
    [['--dry-run', 'a.md'], /--dry-run is asked for without --fix/],
    [['--fix', '-', 'a.md'], /--fix takes - or other PATHS, not both/],
    [['--fix', '--format', 'json', '-'], /--fix - reports none/],
    [['--fix', '--dry-run', '--format', 'json', 'a.md'], /--fix --dry-run reports none/],
  ];
  for (const [args, complaint] of cases) {
    test(args.join(' '), async () => {
      const { code, err } = await desk.run(['check', ...args]);
      assert.match(err, complaint);
      assert.equal(code, 2);
    });
  }
});
