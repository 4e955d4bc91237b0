import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileChangeType, type Range } from 'vscode-languageserver';
import { Editor, messageOf, named } from './editor.ts';

const thesis = `# Introduction

Patients were screened for MDSC every day. Severe MDSC was rare, and MDSC resolved within a week.
The TME keeps cells out.
`;

const BASELINE = '.immunogloss/baseline.json';

/** An editor that keeps what it is told, with a thesis on disk and open. */
async function start(files: Readonly<Record<string, string>> = {}) {
  const editor = await Editor.start();
  const told: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    told.push(message);
  });
  for (const [name, text] of Object.entries(files)) editor.put(name, text);
  const uri = editor.put('thesis.md', thesis);
  const shown = await editor.open('thesis.md', thesis);
  const last = () => editor.published.findLast(params => params.uri === uri)!.diagnostics;
  const accept = async () => {
    const done = await editor.command<boolean>('immunogloss.acceptFindings', uri);
    if (done) await editor.until(() => (last().length === 0 ? true : undefined));
    return done;
  };
  return { editor, uri, told, shown, last, accept, path: (name: string) => join(editor.folder, name) };
}

test('findings are accepted: they go, and only new ones show', async () => {
  const { editor, uri, told, shown, accept, path } = await start();
  assert.deepEqual(named(editor, uri, shown), [
    'undefined-abbreviation: MDSC',
    'undefined-abbreviation: TME',
  ]);
  assert.equal(await accept(), true);
  await editor.until(() => told[0]);
  assert.match(told[0]!, /^2 findings are accepted in \.immunogloss\/baseline\.json\./);
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(path(BASELINE), 'utf8')).findings), ['thesis.md']);
  type Status = { findings: number; accepted: number };
  const { findings } = await editor.until(() =>
    (editor.statuses as Status[]).find(({ accepted }) => accepted === 2),
  );
  assert.equal(findings, 0);

  await editor.replace(uri, 'The TME', 'The ORR was high, the ORR rose, and the ORR fell.\n\nThe TME');
  assert.deepEqual(named(editor, uri, await editor.save(uri)), ['undefined-abbreviation: ORR']);
});

test('the baseline is followed when it changes on disk or goes', async () => {
  const { editor, last, accept, path } = await start();
  await accept();
  const told = (type: number) =>
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(BASELINE), type }] });
  const { version, findings } = JSON.parse(readFileSync(path(BASELINE), 'utf8'));
  const [first] = findings['thesis.md'];
  editor.put(BASELINE, JSON.stringify({ version, findings: { 'thesis.md': [first] } }));
  await told(FileChangeType.Changed);
  await editor.until(() => (last().length === 1 ? true : undefined));
  rmSync(path(BASELINE));
  await told(FileChangeType.Deleted);
  await editor.until(() => (last().length === 2 ? true : undefined));
});

test('the same of one that the project file names', async () => {
  const { editor, last, accept, path } = await start({
    'immunogloss.yaml': 'baseline: accepted.json\n',
  });
  await accept();
  rmSync(path('accepted.json'));
  const changes = [{ uri: editor.uri('accepted.json'), type: FileChangeType.Deleted }];
  await editor.notify('workspace/didChangeWatchedFiles', { changes });
  await editor.until(() => (last().length === 2 ? true : undefined));
});

test('a damaged baseline is shown where it is damaged, hides nothing, and is not written over', async () => {
  const damaged = '{"version": 1, "findings": {"thesis.md": 3}}';
  const { editor, shown, told, accept, path } = await start({ [BASELINE]: damaged });
  assert.equal(shown.length, 2);
  const { diagnostics: problems } = await editor.until(() =>
    editor.published.findLast(params => params.uri === editor.uri(BASELINE)),
  );
  assert.equal(problems[0]!.range.start.character, damaged.indexOf('3}}'));
  assert.match(messageOf(problems[0]!), /must have a list/);
  assert.equal(await accept(), false);
  await editor.until(() => told[0]);
  assert.match(told[0]!, /damaged, and was left as it is/);
  assert.equal(readFileSync(path(BASELINE), 'utf8'), damaged);
});

test('where the baseline cannot be written, that is told, and the findings stay', async () => {
  const { editor, told, last, accept, path } = await start({ '.immunogloss': 'a file' });
  assert.equal(await accept(), false);
  await editor.until(() => told[0]);
  assert.match(told[0]!, /baseline\.json .*Nothing was accepted\.$/);
  assert.equal(last().length, 2);
  assert.equal(readFileSync(path('.immunogloss'), 'utf8'), 'a file');
});

test('the findings of two texts that are accepted at one instant are all kept', async () => {
  const { editor, uri, path } = await start();
  const other = editor.put('essay.md', thesis);
  await editor.open('essay.md', thesis);
  const done = await Promise.all(
    [uri, other].map(each => editor.command<boolean>('immunogloss.acceptFindings', each)),
  );
  assert.deepEqual(done, [true, true]);
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(path(BASELINE), 'utf8')).findings).sort(), [
    'essay.md',
    'thesis.md',
  ]);
});

test('a text that is on no disk has no baseline', async () => {
  const { editor, told, path } = await start();
  await editor.open('untitled:Untitled-1', thesis);
  assert.equal(await editor.command('immunogloss.acceptFindings', 'untitled:Untitled-1'), false);
  await editor.until(() => told[0]);
  assert.ok(!existsSync(path(BASELINE)));
});

test('fix all leaves accepted findings alone', async () => {
  const { editor, accept, uri } = await start();
  writeFileSync(join(editor.folder, 'thesis.md'), thesis);
  await editor.change(uri, {
    text: 'Severe CRS is rare. Cytokine release syndrome (CRS) is graded, and CRS ends.\n',
  });
  await editor.save(uri);
  const fixes = () =>
    editor.request<unknown[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll.immunogloss'] },
    });
  assert.equal((await fixes())!.length, 1);
  await accept();
  assert.deepEqual(await fixes(), []);
});

test('triage lists abbreviations by how often they are flagged, with a place to mend', async () => {
  const { editor, uri } = await start();
  const rows = await editor.command<{ short: string; places: number; rules: string[]; range: Range }[]>(
    'immunogloss.triage',
    uri,
  );
  assert.deepEqual(
    rows.map(({ short, places, rules }) => [short, places, rules.join()]),
    [
      ['MDSC', 3, 'undefined-abbreviation'],
      ['TME', 1, 'undefined-abbreviation'],
    ],
  );
  assert.equal(editor.textIn(uri, rows[0]!.range), 'MDSC');
  assert.deepEqual(await editor.command('immunogloss.triage', 'file:///nowhere.md'), []);
});

test('quick fixes that ignore, or keep in a glossary, can be told from those that mend', async () => {
  const { editor, uri, shown } = await start();
  const actions = await editor.request<{ kind: string; title: string }[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: shown[0]!.range,
    context: { diagnostics: [] },
  });
  for (const { kind, title } of actions) {
    const expected = title.startsWith('Ignore') ? 'quickfix.immunogloss.ignore' : 'quickfix';
    assert.equal(kind, expected, title);
  }
  assert.equal(actions.filter(({ title }) => title.startsWith('Ignore')).length, 2);
});
