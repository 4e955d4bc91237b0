/** File systems that fail, lie or are huge, and paths of other machines. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import {
  createGlossaryLayers,
  createManuscriptDetector,
  createProjectFinder,
  declaredManuscripts,
  type Files,
  manuscriptFilter,
  manuscriptOf,
  nameOf,
  parentOf,
  parseProject,
  pathWithin,
  readProfiles,
  resolvePath,
  withInclusions,
} from '../../server/src/core/index.ts';
import { NO_PROJECT } from '../../server/src/core/project/project.ts';
import { configurationNodes } from '../../server/src/core/project/tablesOfContents.ts';
import {
  blockingNodeFiles,
  nodeFiles,
  uriOf,
  writeProblem,
  writeWhole,
} from '../../server/src/node/index.ts';
import { service } from '../bundled.ts';
import { onPosix } from '../onPosix.ts';

const known = { rules: ['redefined'], profiles: ['default'] };
const root = mkdtempSync(join(tmpdir(), 'immunogloss faults é '));
after(() => rmSync(root, { recursive: true }));

/** A file system that has what `texts` has, counts what is asked, and may fail. */
function filesOf(texts: Readonly<Record<string, string>>, failing: ReadonlySet<string> = new Set()) {
  const asked = { read: 0, list: 0, kind: 0 };
  const names = Object.keys(texts);
  const files: Files = {
    async read(uri) {
      asked.read++;
      if (failing.has(uri)) {
        return { problem: { kind: 'unreadable', message: 'may not be read (permission denied)' } };
      }
      const text = texts[uri];
      return text === undefined ? { problem: { kind: 'missing', message: 'does not exist' } } : { text };
    },
    async list(folder) {
      asked.list++;
      return names
        .filter(uri => parentOf(uri) === folder)
        .map(uri => ({ name: decodeURIComponent(uri.slice(folder.length + 1)), uri, kind: 'file' }));
    },
    async kind(uri) {
      asked.kind++;
      return uri in texts ? 'file' : names.some(each => each.startsWith(`${uri}/`)) ? 'folder' : null;
    },
  };
  return { files, asked };
}

describe('paths of other machines', () => {
  test('a Windows drive is the end of the way up, however its letter is written', async () => {
    assert.equal(parentOf('file:///c%3A/a/b.md'), 'file:///c%3A/a');
    assert.equal(parentOf('file:///C:/a'), 'file:///c%3A/');
    assert.equal(parentOf('file:///c%3A/'), 'file:///c%3A/');
    assert.equal(nameOf('file:///c%3A/'), 'c:');
    assert.equal(pathWithin('file:///C:/papers', 'file:///c%3A/papers/%C3%A9%20b.md'), 'é b.md');
    assert.equal(pathWithin('file:///c%3A/', 'file:///C:/x.md'), 'x.md');
    assert.equal(resolvePath('file:///C:/papers', '../x.md'), 'file:///c%3A/x.md');
    const { files } = filesOf({ 'file:///c%3A/immunogloss.yaml': 'ignore: [CAR]' });
    const { project } = await createProjectFinder(files, known)('file:///C:/papers/drafts');
    assert.deepEqual(
      project.ignore.map(({ entry }) => entry.form),
      ['CAR'],
    );
  });

  test('a share on a server stays on its server', async () => {
    assert.equal(parentOf('file://server/share/b.md'), 'file://server/share');
    assert.equal(resolvePath('file://server/share/a', '../x.md'), 'file://server/share/x.md');
    assert.equal(pathWithin('file://Server/share', 'file://server/share/a/b.md'), 'a/b.md');
    assert.equal(pathWithin('file://other/share', 'file://server/share/a/b.md'), null);
    const { files } = filesOf({ 'file:///immunogloss.yaml': 'ignore: [CAR]' });
    const { project } = await createProjectFinder(files, known)('file://server/share/a');
    assert.equal(project.uri, null);
  });
});

describe('a disk that tells no capitals apart', () => {
  const folding = (texts: Readonly<Record<string, string>>): Files => {
    const { files } = filesOf(texts);
    const own = (uri: string) =>
      Object.keys(texts).find(each => each.toLowerCase() === uri.toLowerCase()) ?? uri;
    return {
      ...files,
      foldsCase: true,
      read: uri => files.read(own(uri)),
      kind: uri => files.kind(own(uri)),
      async list(folder) {
        const below = Object.keys(texts).flatMap(
          uri => pathWithin(folder, uri)?.split('/').slice(0, -1)[0] ?? [],
        );
        const folders = [...new Set(below)].map(name => ({
          ...{ name, uri: resolvePath(folder, name), kind: 'folder' as const },
        }));
        return [...(await files.list(folder)), ...folders];
      },
    };
  };

  test('a part is one file, with whatever capitals its folders are named', async () => {
    const texts = {
      'file:///w/main.tex': '\\documentclass{book}\n\\input{parts/METHODS}\n\\input{PARTS/methods}\n',
      'file:///w/Parts/methods.tex': 'CAR \\input{../parts/More}',
      'file:///w/Parts/more.tex': 'CAR',
    };
    const whole = await withInclusions(manuscriptOf(['file:///w/main.tex']), {
      files: folding(texts),
      analysisOf: async at =>
        service.analyze({ uri: at, languageId: 'latex', version: 0, text: texts[at as keyof typeof texts] }),
    });
    assert.deepEqual(whole.uris, Object.keys(texts));
    assert.deepEqual(whole.problems, []);
  });

  test('a part is one file, in the spelling of its folder, with whatever capitals it is named', async () => {
    const texts = {
      'file:///w/Main.tex': '\\documentclass{book}\n\\input{METHODS}\n\\input{methods.TEX}\n',
      'file:///w/Methods.tex': 'CAR',
      'file:///w/immunogloss.yaml': 'manuscript: [main.tex]\n',
    };
    const files = folding(texts);
    const uri = 'file:///w/immunogloss.yaml';
    const [declared] = await declaredManuscripts(parseProject(texts[uri], uri, known).project, files);
    assert.deepEqual(declared!.uris, ['file:///w/Main.tex']);
    const detect = createManuscriptDetector(files);
    assert.deepEqual((await detect('file:///w/Methods.tex'))?.uris, ['file:///w/Main.tex']);
    const whole = await withInclusions(declared!, {
      files,
      analysisOf: async at =>
        service.analyze({ uri: at, languageId: 'latex', version: 0, text: texts[at as keyof typeof texts] }),
    });
    assert.deepEqual(whole.uris, ['file:///w/Main.tex', 'file:///w/Methods.tex']);
  });
});

describe('files that fail', () => {
  const folder = 'file:///w';
  const texts = {
    'file:///w/immunogloss.yaml': 'manuscript:\n  - "*.md"\n',
    'file:///w/a.md': 'CAR',
    'file:///w/b.md': 'CRS',
  };

  test('a project file that may not be read is told, and the defaults hold', async () => {
    const { files } = filesOf(texts, new Set(['file:///w/immunogloss.yaml']));
    const { project, problems } = await createProjectFinder(files, known)(folder);
    assert.deepEqual(project.manuscripts, []);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['The project file may not be read (permission denied).'],
    );
  });

  test('files that vanish between being listed and being looked at are missing, and no more', async () => {
    const { files } = filesOf(texts);
    const vanishing: Files = { ...files, kind: async () => null, read: async () => missing };
    const { project } = parseProject(
      texts['file:///w/immunogloss.yaml'],
      'file:///w/immunogloss.yaml',
      known,
    );
    const [manuscript] = await declaredManuscripts(project, vanishing);
    assert.deepEqual(manuscript!.uris, ['file:///w/a.md', 'file:///w/b.md']);
    assert.equal(await createManuscriptDetector(vanishing)('file:///w/part.tex'), null);
  });

  const kindsOf = async (names: readonly string[]) => {
    const kinds = [];
    for (const files of [nodeFiles, blockingNodeFiles]) {
      for (const name of names) {
        const content = await files.read(uriOf(join(root, name)));
        kinds.push('problem' in content ? content.problem.kind : 'text');
      }
    }
    return kinds;
  };

  test('what is no text, or too much of it, is told and not read', async () => {
    const large = join(root, 'large.md');
    writeFileSync(large, '');
    truncateSync(large, 64 * 1024 * 1024 + 1);
    mkdirSync(join(root, 'folder.md'));
    symlinkSync('gone.md', join(root, 'dangling.md'));
    const kinds = ['large', 'directory', 'missing'];
    assert.deepEqual(await kindsOf(['large.md', 'folder.md', 'dangling.md']), [...kinds, ...kinds]);
  });

  onPosix('devices, pipes, sockets and links in circles are told and not read', async () => {
    symlinkSync('/dev/zero', join(root, 'endless.md'));
    symlinkSync('round.md', join(root, 'round.md'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    // By a short name: the whole path of a socket has room for a hundred bytes.
    const before = process.cwd();
    process.chdir(root);
    const socket = createServer().listen('socket.md');
    process.chdir(before);
    await once(socket, 'listening');
    after(() => socket.close());
    const kinds = await kindsOf(['endless.md', 'round.md', 'pipe.md', 'socket.md']);
    assert.deepEqual([kinds.length, new Set(kinds)], [8, new Set(['unreadable'])]);
  });

  onPosix('a file that becomes a pipe after it was looked at is told, and not waited for', async t => {
    const path = join(root, 'swapped.md');
    writeFileSync(path, '');
    const file = statSync(path);
    rmSync(path);
    execFileSync('mkfifo', [path]);
    t.mock.method(fs, 'statSync', () => file);
    t.mock.method(fs.promises, 'stat', async () => file);
    syncBuiltinESMExports();
    const contents = [await nodeFiles.read(uriOf(path)), await blockingNodeFiles.read(uriOf(path))];
    t.mock.restoreAll();
    syncBuiltinESMExports();
    for (const content of contents) assert.ok('problem' in content && content.problem.kind === 'unreadable');
  });

  test('a project file of more than a million characters is told and not parsed', () => {
    const huge = `ignore:\n${'  - CAR\n'.repeat(130_000)}`;
    const { project, problems } = parseProject(huge, 'file:///w/immunogloss.yaml', known);
    assert.deepEqual(
      project.ignore.map(({ entry }) => entry.form),
      [],
    );
    assert.match(problems[0]!.message, /more than a million characters/);
    assert.equal(configurationNodes(huge), null);
  });
});

test('a profile of more than a million characters is told and not parsed', async () => {
  const folder = 'file:///w/.immunogloss';
  const { files } = filesOf({
    [`${folder}/profiles/huge.yaml`]: `rules:\n${'  redefined: off\n'.repeat(70_000)}`,
  });
  const { files: read } = await readProfiles(files, 'file:///w', known.rules);
  assert.deepEqual(
    read.flatMap(({ problems }) => problems.map(({ message }) => message)),
    ['A profile of more than a million characters is not read.'],
  );
});

describe('writing', () => {
  const path = (name: string) => join(root, 'written', name);
  const leftovers = () => readdirSync(path('')).filter(name => name.endsWith('.tmp'));

  const written = (name: string) =>
    writeWhole(uriOf(path(name)), 'CAR,chimeric antigen receptor\n').catch(writeProblem);

  onPosix('a pipe is not written to', async () => {
    mkdirSync(path(''), { recursive: true });
    execFileSync('mkfifo', [path('pipe.csv')]);
    assert.match((await written('pipe.csv'))!, /^cannot be written: it is a device, a pipe or a socket$/);
  });

  test('what is no text is not written over', async () => {
    mkdirSync(path(''), { recursive: true });
    writeFileSync(path('picture.csv'), Buffer.from([0, 1, 2]));
    assert.match((await written('picture.csv'))!, /^cannot be written: it is not a text file/);
    assert.deepEqual(readFileSync(path('picture.csv')), Buffer.from([0, 1, 2]));
    assert.deepEqual(leftovers(), []);
  });

  test('what may not be written stays, though its folder could take another', async t => {
    const file = path('kept.csv');
    writeFileSync(file, 'short,long\n');
    t.mock.method(fs.promises, 'access', async () => {
      throw Object.assign(new Error(), { code: 'EACCES' });
    });
    const told = await writeWhole(uriOf(file), 'CAR,chimeric antigen receptor\n').catch(writeProblem);
    assert.equal(told, 'may not be written (permission denied)');
    assert.equal(readFileSync(file, 'utf8'), 'short,long\n');
    assert.deepEqual(leftovers(), []);
  });

  test('a byte order mark stays', async () => {
    const file = path('marked.csv');
    writeFileSync(file, '\uFEFFshort,long\n');
    await writeWhole(uriOf(file), 'short,long\nCAR,chimeric antigen receptor\n');
    assert.equal(readFileSync(file, 'utf8'), '\uFEFFshort,long\nCAR,chimeric antigen receptor\n');
  });

  test('what was left unfinished long ago, by who was killed while writing, goes with the next that is written', async () => {
    const since = (days: number) => `.immunogloss-123-${Date.now() - days * 86_400_000}-0.tmp`;
    const [old, young] = [since(2), since(0)];
    const others = ['.immunogloss-123-0.tmp', 'notes-123-0-0.tmp', young];
    mkdirSync(path('left'), { recursive: true });
    for (const name of [old, ...others]) writeFileSync(path(`left/${name}`), 'CAR,chim');
    await writeWhole(uriOf(path('left/terms.csv')), 'CAR,chimeric antigen receptor\n');
    assert.deepEqual(readdirSync(path('left')).sort(), [...others, 'terms.csv'].sort());
  });

  test('why it failed is told in words', () => {
    const told = (code: string) => writeProblem(Object.assign(new Error(), { code }));
    assert.equal(told('ENOSPC'), 'cannot be written: the disk is full');
    assert.equal(told('EROFS'), 'is on a disk that can only be read');
    assert.equal(told('EACCES'), 'may not be written (permission denied)');
    assert.equal(told('EIO'), 'cannot be written (EIO)');
  });
});

test('a glossary of more than 20 million characters is told and not parsed', async () => {
  const uri = 'file:///w/.immunogloss/huge.csv';
  const { files } = filesOf({ [uri]: `short,long\n${'CAR,chimeric antigen receptor\n'.repeat(700_000)}` });
  const stack = await createGlossaryLayers(files, null).find('file:///w', NO_PROJECT);
  assert.deepEqual(
    stack.files.map(({ entries, problems }) => [entries.length, problems.map(({ message }) => message)]),
    [[0, ['The glossary has more than 20 million characters: split it.']]],
  );
});

test('a workspace of 100,000 files is not searched for one document', async () => {
  const texts: Record<string, string> = {
    'file:///w/.git/HEAD': '',
    'file:///w/immunogloss.yaml': 'ignore: [CAR]',
  };
  for (let n = 0; n < 100_000; n++) texts[`file:///w/${n % 1000}/${n}.md`] = 'CAR';
  const { files, asked } = filesOf(texts);
  const { project } = await createProjectFinder(files, known)('file:///w/7');
  assert.equal(await createManuscriptDetector(files)('file:///w/7/1007.md'), null);
  assert.ok(manuscriptFilter(project)('file:///w/7/1007.md', 'markdown'));
  assert.ok(asked.list <= 2 && asked.read <= 2 && asked.kind <= 30, JSON.stringify(asked));
});

const missing = { problem: { kind: 'missing', message: 'does not exist' } } as const;
