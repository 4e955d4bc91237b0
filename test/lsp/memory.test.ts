/**
 * Nothing is kept of texts that are past. Needs no flag: the collector is reached through `v8`.
 *
 * `FUZZ_EDITS` raises the number of edits.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Desk, MemoryFiles, settled } from './inProcess.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Milliseconds after which a burst of edits is over. */
const burst = 45;

const edits = Number(process.env.FUZZ_EDITS ?? 20_000);

/** Bytes in use, once garbage is gone. */
async function heap(): Promise<number> {
  await settled();
  collect();
  return process.memoryUsage().heapUsed;
}

test('20,000 quick edits, documents that come and go and settings that change leave no more behind than a few', async t => {
  const uri = 'file:///w/paper.md';
  const files = new MemoryFiles([['file:///w/other.md', 'CRS came.\n']]);
  const desk = await Desk.start(files, { settings: { lint: { run: 'onType' } } });
  const text = 'Patients were screened for CRS. Severe CRS was rare.\n\n'.repeat(40);
  desk.session.opened({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
  let version = 1;
  const start = { line: 0, character: 9 };
  const end = { line: 0, character: 10 };
  const change = (range: { start: typeof start; end: typeof end }, inserted: string) =>
    desk.session.edited({
      textDocument: { uri, version: ++version },
      contentChanges: [{ range, text: inserted }],
    });
  const work = async (number: number) => {
    for (let edit = 0; edit < number; edit += 2) {
      change({ start, end: start }, 'X');
      change({ start, end }, '');
      if (edit % 50 === 0) await settled(8);
      if (edit % 1000 === 0) await new Promise(resolve => setTimeout(resolve, burst));
      if (edit % 100 === 0) {
        const other = `file:///w/${edit}.md`;
        const textDocument = { uri: other, languageId: 'markdown', version: 1, text };
        desk.session.opened({ textDocument });
        await settled();
        desk.session.closed({ textDocument });
        // What the test itself keeps of it.
        desk.analysed.delete(other);
        desk.shown.delete(other);
        await desk.session.configured({ settings: { lint: { run: 'onType' }, ignore: [`X${edit}`] } });
      }
    }
  };
  await work(2_000);
  const before = await heap();
  await work(edits);
  const growth = (await heap()) - before;
  t.diagnostic(`${edits} edits, ${before} bytes before, ${growth} more afterwards`);
  assert.equal(desk.analysed.get(uri), text);
  // One copy of the text and its analysis takes some 100 kB: 20,000 of anything would show.
  assert.ok(growth < 4_000_000, `${growth} bytes`);
});

test('what was read for a document goes when it is closed, but for the last few manuscripts', async () => {
  const text = 'Patients were screened for CRS. Severe CRS was rare.\n\n'.repeat(500);
  const main = '\\documentclass{article}\n\\begin{document}\n\\input{part}\n\\end{document}\n';
  const folders = Array.from({ length: 50 }, (_, n) => `file:///w/${n}`);
  const disk = folders.flatMap(folder => [
    [`${folder}/main.tex`, main] as const,
    [`${folder}/part.tex`, text] as const,
  ]);
  const desk = await Desk.start(new MemoryFiles(disk));
  const readAndClose = async (folder: string) => {
    const textDocument = { uri: `${folder}/main.tex`, languageId: 'latex', version: 1, text: main };
    desk.session.opened({ textDocument });
    await desk.session.hover({ textDocument, position: { line: 0, character: 0 } });
    desk.session.closed({ textDocument });
  };
  for (const folder of folders.slice(0, 20)) await readAndClose(folder);
  const before = await heap();
  for (const folder of folders.slice(20)) await readAndClose(folder);
  const growth = (await heap()) - before;
  // What is known of one takes some 1.6 MB: all thirty would be 49.
  assert.ok(growth < 15_000_000, `${growth} bytes`);
});
