import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { Editor, messageOf, named } from './editor.ts';

const text = '# Introduction\n\nCytokine release syndrome (CRS) came. Nothing else did, and CRS went.\n';
const front = (id: string) => `---\nimmunogloss:\n  profile: ${id}\n---\n\n${text}`;

/** The rules that have something to say, in a folder of its own. */
async function findingsBy(
  manuscript: string,
  files: Readonly<Record<string, string>> = {},
  settings: unknown = undefined,
) {
  const editor = await Editor.start({ settings });
  for (const [name, content] of Object.entries(files)) editor.put(name, content);
  const uri = editor.put('paper.md', manuscript);
  const wanted = await editor.open('paper.md', manuscript);
  const last = () => editor.published.findLast(params => params.uri === uri)?.diagnostics ?? wanted;
  return { editor, uri, last, shown: named(editor, uri, wanted).map(each => each.split(':')[0]) };
}

const counts = (profiles: readonly Row[], id: string) => {
  const { coming, going, weighed, current } = profiles.find(each => each.id === id)!;
  return { coming, going, weighed, current };
};

interface Row {
  readonly id: string;
  readonly coming: number;
  readonly going: number;
  readonly weighed: number;
  readonly current: boolean;
}

test('a profile counts that front matter names, immunogloss.yaml, or the settings, in this order', async () => {
  const yaml = { 'immunogloss.yaml': 'profile: thesis\n' };
  const plain = await findingsBy(text);
  assert.deepEqual(plain.shown, ['rarely-used']);
  assert.deepEqual((await findingsBy(text, {}, { profile: 'thesis' })).shown, []);
  assert.deepEqual((await findingsBy(text, yaml)).shown, []);
  assert.deepEqual((await findingsBy(text, yaml, { profile: 'plos' })).shown, []);
  assert.deepEqual((await findingsBy(front('plos'), yaml)).shown, ['rarely-used']);
  assert.deepEqual((await findingsBy(front('thesis'))).shown, []);
});

test('a profile that nobody knows is told where it is named', async () => {
  const { editor, uri, last } = await findingsBy(front('natur'));
  const unknown = last().find(({ code }) => code === 'unknown-profile')!;
  assert.equal(editor.textIn(uri, unknown.range), 'natur');
  assert.match(messageOf(unknown), /^"natur" is no profile\. Use default, /);
});

test('a profile of the workspace extends another one, and a mistake in it is shown in its file', async () => {
  const lab = '.immunogloss/profiles/lab.yaml';
  const files = {
    'immunogloss.yaml': 'profile: lab\n',
    [lab]: 'extends: thesis\nrules: {unheard-of: off}\n',
  };
  const { editor, shown, uri } = await findingsBy(text, files);
  assert.deepEqual(shown, []);
  const problems = editor.published.findLast(params => params.uri === editor.uri(lab))!.diagnostics;
  assert.deepEqual(problems.map(messageOf), ['"unheard-of" is no rule.']);
  const profiles = await editor.command<Row[]>('immunogloss.profiles', uri);
  assert.deepEqual(counts(profiles, 'lab'), { coming: 0, going: 0, weighed: 0, current: true });
  // Now that it extends another one, everything goes by that.
  editor.put(lab, 'extends: plos\n');
  const before = editor.published.length;
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(lab), type: 2 }] });
  await editor.until(() =>
    editor.published.slice(before).find(params => params.uri === uri && params.diagnostics.length > 0),
  );
});

test('profiles are listed with what each would change, and that can be read before', async () => {
  const { editor, uri } = await findingsBy(text);
  const profiles = await editor.command<Row[]>('immunogloss.profiles', uri);
  assert.deepEqual(counts(profiles, 'default'), { coming: 0, going: 0, weighed: 0, current: true });
  assert.deepEqual(counts(profiles, 'thesis'), { coming: 0, going: 1, weighed: 0, current: false });
  assert.deepEqual(counts(profiles, 'plos'), { coming: 0, going: 0, weighed: 1, current: false });
  assert.match(await editor.command<string>('immunogloss.previewProfile', uri, 'thesis'), /1 finding goes/);
  assert.equal(await editor.command('immunogloss.previewProfile', uri, 'nature'), null);
  assert.equal(await editor.command('immunogloss.profiles', editor.uri('nowhere.md')), null);
});

test('the choice is written where one stands: a project file that is made, or is there, or front matter', async () => {
  const changed = (editor: Editor) => (editor.applied[0] as { documentChanges: unknown[] }).documentChanges;
  const edits = (change: unknown) => (change as TextDocumentEdit).edits as TextEdit[];

  const bare = await findingsBy(text);
  const project = bare.editor.uri('immunogloss.yaml');
  assert.equal(await bare.editor.command('immunogloss.switchProfile', bare.uri, 'thesis'), project);
  const [created, written] = changed(bare.editor);
  assert.deepEqual([(created as CreateFile).kind, (created as CreateFile).uri], ['create', project]);
  assert.equal(edits(written)[0]!.newText, 'profile: thesis\n');

  const agreed = await findingsBy(text, { 'immunogloss.yaml': '# ours\nprofile: plos # agreed\n' });
  await agreed.editor.command('immunogloss.switchProfile', agreed.uri, 'bmc');
  const [edit] = edits(changed(agreed.editor)[0]);
  assert.equal(edit!.newText, 'bmc');
  assert.deepEqual(edit!.range, { start: { line: 1, character: 9 }, end: { line: 1, character: 13 } });

  const own = await findingsBy(front('plos'));
  assert.equal(await own.editor.command('immunogloss.switchProfile', own.uri, 'bmc'), own.uri);
  assert.equal(own.editor.textIn(own.uri, edits(changed(own.editor)[0])[0]!.range), 'plos');
});

test('a project file with a mistake is not written to, and that is told', async () => {
  const { editor, uri } = await findingsBy(text, { 'immunogloss.yaml': 'ignore: [\n' });
  const told: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }) => {
    told.push(message);
  });
  assert.equal(await editor.command('immunogloss.switchProfile', uri, 'plos'), null);
  await editor.until(() => told[0]);
  assert.match(told[0]!, /mistake to mend first/);
  assert.deepEqual(editor.applied, []);
  assert.equal(await editor.command('immunogloss.switchProfile', uri, 'nature'), null);
});
