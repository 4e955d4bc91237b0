import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type AnalysisRecord, checked, Desk } from './program.ts';

const CLEAN = `# Introduction

Adoptive transfer of chimeric antigen receptor (CAR) T cells is effective. Each CAR binds its target, and the
CAR signals into the cell. No CAR is the same as another.
`;

const UNDEFINED = `# Introduction

After infusion, CRS was frequent and severe. Tocilizumab reverses CRS within hours. Patients without CRS were
discharged early, and CRS did not return.
`;

const desk = new Desk()
  .put('clean.md', CLEAN)
  .put('undefined.md', UNDEFINED)
  .put('latin1.md', Buffer.from('Les lymphocytes activ\xe9s', 'latin1'))
  .put('picture.md', 'PNG\0\0\0')
  .put('empty.md', '')
  .put('folder/one.md', UNDEFINED)
  .put('folder/sub folder/two γδ.md', CLEAN)
  .put('folder/README.md', UNDEFINED)
  .put('folder/notes.txt', UNDEFINED)
  .put('folder/node_modules/x/paper.md', UNDEFINED)
  .put('folder/.hidden/paper.md', UNDEFINED)
  .put('nothing/README.md', 'Install it.')
  .put('nothing/data.csv', 'CRS,1');

/** The paths of all documents that a run reported on. */
function paths(out: string): string[] {
  return checked<AnalysisRecord>('check', out).manuscripts.flatMap(each =>
    each.documents.map(({ path }) => path),
  );
}

describe('the exit code of check', () => {
  const cases: [string[], number, RegExp][] = [
    [['clean.md'], 0, /^$/],
    [['undefined.md'], 1, /^$/],
    [['clean.md', 'undefined.md'], 1, /^$/],
    [['empty.md'], 0, /^$/],
    [['undefined.md', '--min-severity', 'error'], 0, /^$/],
    [['nowhere.md'], 2, /nowhere\.md does not exist/],
    [['nowhere.md', 'undefined.md'], 2, /nowhere\.md does not exist/],
    [['latin1.md'], 2, /latin1\.md is not valid UTF-8 \(byte 0xE9 at offset 21\)/],
    [['picture.md'], 2, /picture\.md is not a text file \(NUL byte at offset 3\)/],
    [['nothing'], 2, /nothing is a folder without manuscripts/],
    [['*.docx'], 2, /\*\.docx matches no file/],
    [[], 2, /no PATHS are given/],
    [['clean.md', '--format', 'xml'], 2, /--format is one of pretty, summary, json, github, not "xml"/],
    [['clean.md', '--min-severity', 'loud'], 2, /--min-severity is one of/],
    [['clean.md', '--colour'], 2, /Unknown option '--colour'/],
    [['clean.md', '--config'], 2, /--config/],
    [['clean.md', '--config', 'nowhere.yaml'], 2, /nowhere\.yaml:1:1: The project file does not exist/],
    [['clean.md', '--manuscript', '--no-manuscript'], 2, /contradict/],
  ];
  for (const [args, code, complaint] of cases) {
    test(`${args.join(' ') || 'without paths'}: ${code}`, async () => {
      const outcome = await desk.run(['check', ...args]);
      assert.match(outcome.err, complaint);
      assert.equal(outcome.code, code);
    });
  }

  test('a file that cannot be read keeps no other from being checked', async () => {
    const { code, out, err } = await desk.run([
      ...['check', '--format', 'json', 'nowhere.md', 'clean.md', 'picture.md', 'undefined.md', 'latin1.md'],
    ]);
    assert.equal(code, 2);
    assert.deepEqual(paths(out), ['clean.md', 'undefined.md']);
    assert.equal(err.trim().split('\n').length, 3);
  });

  test('where nothing can be read, JSON is still JSON', async () => {
    const { out } = await desk.run(['check', '--format', 'json', 'nowhere.md']);
    assert.deepEqual(checked('check', out), { version: 1, manuscripts: [] });
  });
});

describe('paths', () => {
  test('a folder gives its manuscripts, by name, and nothing else', async () => {
    const { out } = await desk.run(['check', 'folder', '--format', 'json']);
    assert.deepEqual(paths(out), ['folder/one.md', 'folder/sub folder/two γδ.md']);
  });

  test('a folder within itself, by a link, is walked once', async () => {
    desk.put('circle/paper.md', CLEAN);
    symlinkSync('.', join(desk.path, 'circle', 'again'));
    const { out } = await desk.run(['check', 'circle', '--format', 'json']);
    assert.deepEqual(paths(out), ['circle/paper.md']);
  });

  test('globs are ours to expand where the shell does not', async () => {
    const { out } = await desk.run(['check', 'folder/**/*.{md,txt}', '--format', 'json']);
    assert.deepEqual(paths(out).sort(), [
      'folder/README.md',
      'folder/notes.txt',
      'folder/one.md',
      'folder/sub folder/two γδ.md',
    ]);
  });

  test('a file is checked once, however often it is named, and a named file whatever its name', async () => {
    const { out } = await desk.run([
      'check',
      'folder/README.md',
      'folder',
      './folder/one.md',
      '--format',
      'json',
    ]);
    assert.deepEqual(paths(out), ['folder/README.md', 'folder/one.md', 'folder/sub folder/two γδ.md']);
  });

  test('absolute paths are given back as they came', async () => {
    const path = join(desk.path, 'undefined.md');
    const { out } = await desk.run(['check', path, '--format', 'json']);
    assert.deepEqual(paths(out), [path]);
  });

  test('after -- everything is a path', async () => {
    desk.put('--odd.md', UNDEFINED);
    const { code, out } = await desk.run(['check', '--format', 'json', '--', '--odd.md']);
    assert.equal(code, 1);
    assert.deepEqual(paths(out), ['--odd.md']);
  });
});

describe('standard input', () => {
  test('- reads it, as Markdown', async () => {
    const { code, out } = await desk.run(['check', '-', '--format', 'json'], { input: UNDEFINED });
    assert.equal(code, 1);
    const [document] = checked<AnalysisRecord>('check', out).manuscripts[0]!.documents;
    assert.equal(document?.path, '-');
    assert.equal(document.languageId, 'markdown');
    assert.equal(document.diagnostics[0]?.short, 'CRS');
  });

  test('a file name says what it is and which project it belongs to', async () => {
    desk.put('project/immunogloss.yaml', 'ignore: [CRS]\n');
    const args = ['check', '-', '--format', 'json', '--stdin-filename', 'project/new.txt'];
    const { code, out } = await desk.run(args, { input: UNDEFINED });
    assert.equal(code, 0);
    const [document] = checked<AnalysisRecord>('check', out).manuscripts[0]!.documents;
    assert.equal(document?.path, 'project/new.txt');
    assert.equal(document.languageId, 'plaintext');
  });

  test('a file name alone asks for standard input too', async () => {
    assert.equal((await desk.run(['check', '--stdin-filename', 'x.md'], { input: UNDEFINED })).code, 1);
  });

  test('text that is no UTF-8 is refused there too', async () => {
    const { code, err } = await desk.run(['check', '-'], { input: Uint8Array.from([0x61, 0xff]) });
    assert.equal(code, 2);
    assert.match(err, /- is not valid UTF-8 \(byte 0xFF at offset 1\)/);
  });
});

describe('the project file', () => {
  test('is found upwards, and --config stands in its place', async () => {
    desk
      .put('thesis/immunogloss.yaml', 'rules: {undefined-abbreviation: hint}\n')
      .put('thesis/chapters/one.md', UNDEFINED)
      .put('strict.yaml', 'rules: {undefined-abbreviation: error}\n');
    assert.equal((await desk.run(['check', 'thesis/chapters/one.md'])).code, 0);
    const strict = await desk.run(['check', 'thesis', '--config', 'strict.yaml', '--min-severity', 'error']);
    assert.equal(strict.code, 1);
  });

  test('what is wrong in it is told with its place, once, and the rest holds', async () => {
    desk.put('wrong/immunogloss.yaml', 'ignore: [CRS]\nrules:\n  redefind: off\n');
    desk.put('wrong/a.md', UNDEFINED).put('wrong/b.md', UNDEFINED);
    const { code, err } = await desk.run(['check', 'wrong']);
    assert.equal(code, 0);
    assert.match(err, /^immunogloss: wrong\/immunogloss\.yaml:3:3: "redefind" is no rule\..*\n$/);
  });

  test('broken syntax is told with its place, and the files are checked all the same', async () => {
    desk.put('broken/immunogloss.yaml', 'profile: default\nignore: [CRS\n').put('broken/a.md', UNDEFINED);
    const { code, out, err } = await desk.run(['check', 'broken', '--format', 'json']);
    assert.equal(code, 2);
    assert.match(err, /broken\/immunogloss\.yaml:\d+:\d+: This is not valid YAML/);
    assert.deepEqual(paths(out), ['broken/a.md']);
  });

  test('include and exclude say what a folder holds', async () => {
    desk
      .put('chosen/immunogloss.yaml', 'include: ["text/*.txt"]\nexclude: [drafts]\n')
      .put('chosen/text/a.txt', CLEAN)
      .put('chosen/b.txt', CLEAN)
      .put('chosen/c.md', CLEAN)
      .put('chosen/drafts/d.md', CLEAN);
    const { out } = await desk.run(['check', 'chosen', '--format', 'json']);
    assert.deepEqual(paths(out), ['chosen/c.md', 'chosen/text/a.txt']);
  });
});

describe('help and version', () => {
  test('are printed for the whole and for each command', async () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ...['check', 'analyze', 'lookup', 'facts', 'export', 'import'].map(name => [name, '--help']),
    ]) {
      const { code, out, err } = await desk.run(args);
      assert.equal(code, 0);
      assert.equal(err, '');
      assert.match(out, /Usage: immunogloss/);
      assert.ok(out.split('\n').every(line => line.length <= 100));
    }
    for (const args of [['--version'], ['check', '--version'], ['-v']]) {
      const { code, out } = await desk.run(args);
      assert.equal(code, 0);
      assert.match(out, /^\d+\.\d+\.\d+\n$/);
    }
  });

  test('what is no command is bad usage', async () => {
    assert.equal((await desk.run([])).code, 2);
    const { code, err } = await desk.run(['chekc', 'x.md']);
    assert.equal(code, 2);
    assert.match(err, /"chekc" is no command/);
  });
});
