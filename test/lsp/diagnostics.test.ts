import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { Editor, messageOf, named } from './editor.ts';

/** A short manuscript with one abbreviation that nobody defines. */
const manuscript = `# Cell therapy against solid tumours

## Introduction

Patients were screened for ICANS every day. Severe ICANS was rare, and ICANS resolved within a week.
`;

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});

test('a manuscript is linted when it is opened', async () => {
  const uri = editor.uri('opened.md');
  const shown = await editor.open('opened.md', manuscript);
  assert.deepEqual(named(editor, uri, shown), ['undefined-abbreviation: ICANS']);
  const [finding] = shown;
  assert.equal(finding!.source, 'ImmunoGloss');
  assert.match(messageOf(finding!), /"ICANS" is never defined/);
  assert.equal(finding!.relatedInformation!.length, 2);
  const { range } = finding!.relatedInformation![0]!.location;
  assert.equal(editor.textIn(uri, range), 'ICANS');
});

test('onSave: nothing new appears while somebody writes, and everything when the text is saved', async () => {
  const uri = editor.uri('saved.md');
  await editor.open('saved.md', manuscript);
  const typed = await editor.replace(
    uri,
    'within a week',
    'within a week of the PFS and PFS2 visits after PFS',
  );
  assert.deepEqual(named(editor, uri, typed), ['undefined-abbreviation: ICANS']);
  const saved = await editor.save(uri);
  assert.ok(
    named(editor, uri, saved).includes('undefined-abbreviation: PFS'),
    String(named(editor, uri, saved)),
  );
});

test('onSave: a finding moves with its text, goes with its cause, and comes back with an undo', async () => {
  const uri = editor.uri('moved.md');
  await editor.open('moved.md', manuscript);
  const moved = await editor.replace(uri, '## Introduction', 'Some words before.\n\n## Introduction');
  assert.deepEqual(named(editor, uri, moved), ['undefined-abbreviation: ICANS']);
  assert.equal(moved[0]!.range.start.line, 6);
  const defined = await editor.replace(
    uri,
    'for ICANS',
    'for immune effector cell-associated neurotoxicity syndrome (ICANS)',
  );
  assert.deepEqual(defined, []);
  const undone = await editor.replace(
    uri,
    'for immune effector cell-associated neurotoxicity syndrome (ICANS)',
    'for ICANS',
  );
  assert.deepEqual(named(editor, uri, undone), ['undefined-abbreviation: ICANS']);
});

test('what is shown carries the version that it was made for', async () => {
  const uri = editor.uri('version.md');
  await editor.open('version.md', manuscript);
  await editor.replace(uri, 'rare', 'seldom');
  assert.equal(editor.published.filter(params => params.uri === uri).at(-1)!.version, 2);
});

test('many quick edits are answered together, for the last text', async () => {
  const uri = editor.uri('quick.md');
  await editor.open('quick.md', manuscript);
  const earlier = editor.published.length;
  const position = { line: 0, character: 0 };
  for (let version = 2; version <= 201; version++) {
    void editor.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: '\n' }],
    });
  }
  const since = () => editor.published.slice(earlier).filter(params => params.uri === uri);
  const last = await editor.until(() => since().find(({ version }) => version === 201));
  assert.equal(last.diagnostics[0]!.range.start.line, 204);
  // Once or twice; again for each pause that a busy machine makes while they are on their way.
  assert.ok(since().length <= 20, `published ${since().length} times`);
});

test('a document that is closed shows nothing any more, and is linted anew when it is opened again', async () => {
  const uri = editor.uri('closed.md');
  await editor.open('closed.md', manuscript);
  await editor.close(uri);
  const cleared = await editor.until(() =>
    editor.published.findLast(params => params.uri === uri && params.diagnostics.length === 0),
  );
  assert.ok(cleared);
  assert.equal((await editor.open('closed.md', manuscript)).length, 1);
});

test('texts about a repository, and what stands in hidden folders, are left alone until somebody asks', async () => {
  for (const name of [
    'README.md',
    'docs/CHANGELOG.md',
    'USAGE.md',
    '.github/note.md',
    'node_modules/pkg/text.md',
  ]) {
    assert.deepEqual(await editor.open(name, manuscript), [], name);
  }
  assert.deepEqual(await editor.open('note.txt', manuscript, 'plaintext'), []);
  assert.deepEqual(await editor.open('untitled:Untitled-1', manuscript), []);
  assert.deepEqual(await editor.open('git:/manuscript.md?HEAD', manuscript), []);
  await editor.command('immunogloss.lint', 'untitled:Untitled-1');
  const { diagnostics } = editor.published.findLast(({ uri }) => uri === 'untitled:Untitled-1')!;
  assert.deepEqual(named(editor, 'untitled:Untitled-1', diagnostics), ['undefined-abbreviation: ICANS']);
});

test('the status bar is told how many findings a manuscript has', async () => {
  const uri = editor.uri('status.md');
  await editor.open('status.md', manuscript);
  const status = await editor.until(() =>
    editor.statuses.find(each => (each as { uri: string }).uri === uri),
  );
  assert.deepEqual(status, {
    uri,
    findings: 1,
    abbreviations: (status as { abbreviations: number }).abbreviations,
    accepted: 0,
  });
});

test('the status bar counts what the list of problems shows: no hints', async () => {
  const uri = editor.uri('hint.md');
  const text = `${manuscript}\nTNF-α rose, TNF-α fell, and TNF-alpha stayed.\n`;
  const shown = await editor.open('hint.md', text);
  assert.deepEqual(
    shown.map(({ severity }) => severity),
    [2, 4],
  );
  const status = await editor.until(() =>
    editor.statuses.find(each => (each as { uri: string }).uri === uri),
  );
  assert.equal((status as { findings: number }).findings, 1);
});

test('the other uses of a finding are those that count: not in a heading', async () => {
  const [finding] = await editor.open('heading.md', `${manuscript}\n## Severe ICANS\n\nNothing.\n`);
  assert.equal(finding!.relatedInformation!.length, 2);
});

test('a finding links to the page of its rule, for clients that show links', async () => {
  const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
  const linking = await Editor.start({ capabilities });
  const [finding] = await linking.open('linked.md', manuscript);
  const page = readFileSync(new URL(finding!.codeDescription!.href), 'utf8');
  assert.match(page, /^# undefined-abbreviation$/m);
});

test('a finding names three other places, and says that there are more', async () => {
  const editor = await Editor.start();
  const [many] = await editor.open('many.md', 'The QXZ rose.\n\n'.repeat(9));
  assert.deepEqual(
    many!.relatedInformation!.map(({ message }) => message),
    ['Also used here.', 'Also used here.', 'Also used here. There are more.'],
  );
  const [four] = await editor.open('four.md', 'The QXZ rose.\n\n'.repeat(4));
  assert.deepEqual(
    four!.relatedInformation!.map(({ message }) => message),
    ['Also used here.', 'Also used here.', 'Also used here.'],
  );
});
