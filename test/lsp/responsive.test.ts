/** Long work gives way to questions, and nobody works for texts that are past. Told by the order of things, not by time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

const chapters = Array.from({ length: 40 }, (_, n) => `file:///w/book/${n}.md`);
const chapter = 'Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved.\n';
const letter = 'file:///w/letter/letter.md';

async function start() {
  const files = new MemoryFiles([
    ['file:///w/book/immunogloss.yaml', `manuscript: [${chapters.map((_, n) => `${n}.md`)}]`],
    ...chapters.map(uri => [uri, chapter] as const),
    [letter, chapter],
  ]);
  const lints: number[] = [];
  const counting: Service = {
    ...service,
    within: () => counting,
    inSteps: {
      ...service.inSteps,
      lint: (manuscript, ...rest) => {
        lints.push(manuscript.analyses.length);
        return service.inSteps.lint(manuscript, ...rest);
      },
    },
  };
  const desk = await Desk.start(files, { settings: { lint: { run: 'onType' } }, service: counting });
  const open = (uri: string) =>
    desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text: chapter } });
  open(letter);
  await settled();
  lints.length = 0;
  open(chapters[0]!);
  const read = () => chapters.filter(uri => desk.analysed.has(uri)).length;
  const until = async (count: number) => {
    while (read() < count) await settled(1);
  };
  return { desk, lints, read, until };
}

test('while a manuscript of forty files is read, a question about another is answered between two files', async () => {
  const { desk, read, until } = await start();
  await until(3);
  const before = read();
  const asked = { textDocument: { uri: letter }, position: { line: 0, character: 28 } };
  assert.ok(await desk.session.hover(asked));
  assert.ok(read() <= before + 2 && read() < chapters.length, `${read()} files were read first`);
  await settled(100);
  assert.equal(desk.shown.get(chapters[0]!)!.length, 1);
});

test('a text that is edited while its manuscript is read is linted once: as it is now', async () => {
  const { desk, lints, until } = await start();
  await until(3);
  const start0 = { line: 0, character: 0 };
  desk.session.edited({
    textDocument: { uri: chapters[0]!, version: 2 },
    contentChanges: [
      { range: { start: start0, end: start0 }, text: 'Cytokine release syndrome (CRS) is rare. ' },
    ],
  });
  await settled(150);
  assert.deepEqual(lints, [chapters.length]);
  assert.deepEqual(desk.shown.get(chapters[0]!), []);
  assert.equal(desk.analysed.get(chapters[0]!)!.length, chapter.length + 41);
});

const thesis = 'file:///w/letter/thesis.md';
const letters = [...'BDFGHKLM'];
/** Short forms that nobody explains: the rules are asked about each. */
const unknown = letters.flatMap(a => letters.flatMap(b => letters.map(c => `${a}${b}${c}X`)));
const pages = unknown.map(short => `${chapter.repeat(6)}The ${short} was measured.\n\n`).join('');

/** A letter, and a thesis that is just being opened. `log`: what of the thesis was done, step by step. */
async function startThesis() {
  const log: string[] = [];
  function* told<T>(
    name: string,
    steps: Generator<undefined, T, undefined>,
  ): Generator<undefined, T, undefined> {
    for (;;) {
      const step = steps.next();
      log.push(step.done === true ? `${name} done` : name);
      if (step.done === true) return step.value;
      yield;
    }
  }
  const stepwise: Service = {
    ...service,
    within: () => stepwise,
    inSteps: {
      analyze: (source, ...rest) => told(`read ${source.version}`, service.inSteps.analyze(source, ...rest)),
      assemble: (...given) => told('assemble', service.inSteps.assemble(...given)),
      lint: (...given) => told('lint', service.inSteps.lint(...given)),
    },
  };
  const desk = await Desk.start(new MemoryFiles([]), {
    settings: { lint: { run: 'onType' } },
    service: stepwise,
  });
  const open = (uri: string, text: string) =>
    desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  open(letter, chapter);
  await settled();
  log.length = 0;
  open(thesis, pages);
  const until = async (name: string, count: number) => {
    for (let turns = 0; log.filter(each => each === name).length < count; turns++) {
      assert.ok(turns < 5000, log.join());
      await settled(1);
    }
  };
  const edit = (text: string) => {
    const start = { line: 0, character: 0 };
    desk.session.edited({
      textDocument: { uri: thesis, version: 2 },
      contentChanges: [{ range: { start, end: start }, text }],
    });
  };
  return { desk, log, until, edit };
}

const findingsOfCrs = ({ shown }: Desk) =>
  shown.get(thesis)!.filter(({ message }) => String(message).includes('CRS')).length;

const question = (uri: string) => ({ textDocument: { uri }, position: { line: 0, character: 28 } });

for (const [stage, name] of [
  ['read', 'read 1'],
  ['assembled', 'assemble'],
  ['linted', 'lint'],
] as const) {
  test(`while one long text is ${stage}, a question about another is answered between two steps`, async () => {
    const { desk, log, until } = await startThesis();
    await until(name, 1);
    const before = log.length;
    assert.ok(await desk.session.hover(question(letter)));
    assert.ok(log.length <= before + 2, log.slice(before).join());
    assert.ok(!log.includes(`${name} done`));
    await until('lint done', 1);
    await settled();
    assert.equal(findingsOfCrs(desk), 1);
  });
}

test('a long text is read once for all who ask about it meanwhile, and before the rules are through', async () => {
  const { desk, log, until } = await startThesis();
  await until('read 1', 1);
  const answers = await Promise.all([1, 2, 3].map(() => desk.session.hover(question(thesis))));
  for (const answer of answers) assert.ok(answer);
  assert.ok(!log.includes('lint done'));
  assert.deepEqual(
    ['read 1 done', 'assemble done'].map(each => log.filter(other => other === each).length),
    [1, 1],
  );
});

for (const name of ['read 1', 'assemble', 'lint']) {
  test(`a long text that is edited in the midst of “${name}” is left, and shown as it is now`, async () => {
    const { desk, log, until, edit } = await startThesis();
    await until(name, 2);
    edit('Cytokine release syndrome (CRS) is rare. ');
    const before = log.length;
    await until('lint done', 1);
    await settled();
    const rest = log.slice(before);
    const anew = rest.indexOf('read 2 done');
    assert.ok(anew >= 0, rest.join());
    // One step was under way at most.
    assert.ok(rest.slice(0, anew).filter(each => each.startsWith(name)).length <= 1, rest.join());
    assert.equal(findingsOfCrs(desk), 0);
    assert.ok(desk.analysed.get(thesis)!.startsWith('Cytokine'));
  });
}
