import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Editor, named } from './editor.ts';

const manuscript = 'Patients were screened for ICANS every day. Severe ICANS was rare, and ICANS resolved.\n';
const more = 'ICANS resolved before PFS, and PFS was long after PFS';

let editor: Editor;
let uri: string;
before(async () => {
  editor = await Editor.start({ settings: { lint: { run: 'manual' } } });
  uri = editor.uri('paper.md');
});

test('manual: nothing is shown when a document is opened, edited or saved', async () => {
  assert.deepEqual(await editor.open('paper.md', manuscript), []);
  await editor.notify('textDocument/didSave', { textDocument: { uri } });
  assert.deepEqual(await editor.replace(uri, 'every day', 'each day'), []);
});

test('manual: the command shows all there is, and between two commands nothing new appears', async () => {
  await editor.command('immunogloss.lint', uri);
  assert.deepEqual(named(editor, uri, editor.published.at(-1)!.diagnostics), [
    'undefined-abbreviation: ICANS',
  ]);
  const typed = await editor.replace(uri, 'ICANS resolved', more);
  assert.deepEqual(named(editor, uri, typed), ['undefined-abbreviation: ICANS']);
});

test('onType, set while a document is open: new findings appear while somebody writes', async () => {
  const both = ['undefined-abbreviation: ICANS', 'undefined-abbreviation: PFS'];
  assert.deepEqual(named(editor, uri, await editor.configure({ lint: { run: 'onType' } }, uri)), both);
  const gone = await editor.replace(uri, more, 'ICANS resolved');
  assert.deepEqual(named(editor, uri, gone), ['undefined-abbreviation: ICANS']);
  assert.deepEqual(named(editor, uri, await editor.replace(uri, 'ICANS resolved', more)), both);
});

test('a rule set to another severity, or off, takes effect at once', async () => {
  const softer = await editor.configure({ rules: { 'undefined-abbreviation': 'information' } }, uri);
  assert.equal(softer[0]!.severity, 3);
  assert.deepEqual(await editor.configure({ rules: { 'undefined-abbreviation': 'off' } }, uri), []);
});

test('an ignored short form is not reported', async () => {
  const rest = await editor.configure({ ignore: ['ICANS'] }, uri);
  assert.deepEqual(named(editor, uri, rest), ['undefined-abbreviation: PFS']);
});

test('a setting of the wrong type is told in the output, and the others count', async () => {
  const shown = await editor.configure({ lint: { run: 'never' }, ignore: ['PFS'] }, uri);
  assert.deepEqual(named(editor, uri, shown), ['undefined-abbreviation: ICANS']);
  assert.ok(editor.log.some(line => line.includes('immunogloss.lint.run')));
});
