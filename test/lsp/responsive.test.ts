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
    lint: (...[manuscript, configuration]: Parameters<typeof service.lint>) => {
      lints.push(manuscript.analyses.length);
      return service.lint(manuscript, configuration);
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
