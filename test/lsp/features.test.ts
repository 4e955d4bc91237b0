import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type {
  CodeAction,
  Diagnostic,
  LocationLink,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Editor, messageOf, named } from './editor.ts';

const manuscript = `# Cell therapies

## Introduction

A chimeric antigen receptor (CAR) turns a T cell against a tumour. Every CAR has a hinge, and no CAR is alike.
Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved within a week; fever was treated with tocilizumab.
`;

let editor: Editor;
let uri: string;
let shown: readonly Diagnostic[];
before(async () => {
  editor = await Editor.start();
  uri = editor.uri('paper.md');
  shown = await editor.open('paper.md', manuscript);
});

const actionsFor = (finding: Diagnostic, context: object = {}) =>
  editor.request<CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding.range,
    context: { diagnostics: [], ...context },
  });

/** The edits of an action to one document, in the shape that versions them. */
function editsOf(action: CodeAction, of: string): readonly TextEdit[] {
  const changes = action.edit!.documentChanges as TextDocumentEdit[];
  return changes.find(change => change.textDocument?.uri === of)!.edits as TextEdit[];
}

test('go to definition leads from a use to the definition', async () => {
  const [link] = await editor.ask<LocationLink[]>('textDocument/definition', uri, 'CAR has');
  assert.equal(link!.targetUri, uri);
  assert.equal(editor.textIn(uri, link!.targetSelectionRange), 'CAR');
  assert.match(editor.textIn(uri, link!.targetRange), /^chimeric antigen receptor \(CAR/);
  assert.equal(editor.textIn(uri, link!.originSelectionRange!), 'CAR');
  assert.equal(await editor.ask('textDocument/definition', uri, 'tumour'), null);
});

test('the preferred fix defines the abbreviation, and with it the finding is gone', async () => {
  const actions = await actionsFor(shown[0]!);
  const preferred = actions!.filter(action => action.isPreferred);
  assert.equal(preferred.length, 1);
  assert.equal(preferred[0]!.kind, 'quickfix');
  assert.equal(preferred[0]!.diagnostics![0]!.code, 'undefined-abbreviation');
  const [edit] = editsOf(preferred[0]!, uri);
  assert.equal(edit!.newText, 'cytokine release syndrome (CRS)');
  assert.equal(editor.textIn(uri, edit!.range), 'CRS');
});

test('fixes go by the text as it stands, whatever the client sends back', async () => {
  const moved = await editor.replace(uri, '## Introduction', 'More words.\n\n## Introduction');
  const lies = { diagnostics: [{ ...shown[0]!, code: 'redefined', data: { edit: 'rm -rf' } }] };
  const actions = await actionsFor(moved[0]!, lies);
  const [edit] = editsOf(actions!.find(action => action.isPreferred)!, uri);
  assert.equal(editor.textIn(uri, edit!.range), 'CRS');
  const elsewhere = { ...moved[0]!, range: shown[0]!.range };
  assert.deepEqual(await actionsFor(elsewhere), []);
});

test('only quick fixes are offered, and only to who wants them', async () => {
  const [finding] = await editor.replace(uri, 'every day', 'each day');
  assert.equal(await actionsFor(finding!, { only: ['refactor'] }), null);
  assert.ok((await actionsFor(finding!, { only: ['quickfix'] }))!.length > 0);
});

test('"ignore in this file" adds a comment below the front matter, and the finding is gone', async () => {
  const page = editor.uri('ignored.md');
  const [finding] = await editor.open('ignored.md', `---\ntitle: A study\n---\n\n${manuscript}`);
  const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: page },
    range: finding!.range,
    context: { diagnostics: [] },
  });
  const ignore = actions.find(action => action.title === 'Ignore "CRS" in this file')!;
  const [edit] = editsOf(ignore, page);
  assert.match(edit!.newText, /^<!-- immunogloss-ignore CRS -->\n/);
  assert.ok(edit!.range.start.line >= 3, 'front matter stays first');
  assert.deepEqual(await editor.change(page, { range: edit!.range, text: edit!.newText }), []);
});

test('"ignore in this workspace" makes the project file, or adds to it', async () => {
  const of = async (page: string) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const params = { textDocument: { uri: page }, range, context: { diagnostics: [] } };
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', params);
    return actions.find(action => action.title.includes('in this workspace'))!;
  };
  const made = await of(uri);
  const file = editor.uri('immunogloss.yaml');
  assert.deepEqual(made.edit!.documentChanges![0], {
    kind: 'create',
    uri: file,
    options: { ignoreIfExists: true },
  });
  assert.equal(editsOf(made, file)[0]!.newText, 'ignore:\n  - CRS\n');

  const project = '# Ours\nignore:\n  - TME # everybody knows it\n';
  editor.put('sub/immunogloss.yaml', project);
  await editor.open('sub/paper.md', manuscript);
  const added = await of(editor.uri('sub/paper.md'));
  const [edit] = editsOf(added, editor.uri('sub/immunogloss.yaml'));
  assert.match(edit!.newText, /- CRS/);
  assert.equal(added.edit!.documentChanges!.length, 1);
});

test('a project file is read when it changes on disk, and its problems are shown where they stand', async () => {
  await editor.open('other/paper.md', manuscript);
  const page = editor.uri('other/paper.md');
  const file = editor.put('other/immunogloss.yaml', 'ignore: [CRS]\nrules:\n  no-such-rule: off\n');
  const earlier = editor.published.length;
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 1 }] });
  const since = () => editor.published.slice(earlier);
  await editor.until(() =>
    since().find(({ uri: of, diagnostics }) => of === page && diagnostics.length === 0),
  );
  const { diagnostics } = await editor.until(() => since().find(params => params.uri === file));
  assert.match(messageOf(diagnostics[0]!), /no-such-rule/);
  assert.equal(diagnostics[0]!.range.start.line, 2);

  const edited = await editor.open('other/immunogloss.yaml', 'ignore: [CRS\n', 'yaml');
  assert.match(messageOf(edited[0]!), /YAML/);
  assert.deepEqual(await editor.replace(file, '[CRS', '[CRS]'), []);
});

test('a project file that is edited counts before it is saved, and no more once it is closed unsaved', async () => {
  const page = editor.uri('unsaved/paper.md');
  const file = editor.put('unsaved/immunogloss.yaml', 'minimumUses: 3\n');
  const shown = await editor.open('unsaved/paper.md', manuscript);
  assert.ok(shown.length > 0);
  const told = async (isTold: (count: number) => boolean, since: number) =>
    editor.until(() =>
      editor.published
        .slice(since)
        .find(({ uri: of, diagnostics }) => of === page && isTold(diagnostics.length)),
    );
  await editor.open('unsaved/immunogloss.yaml', 'minimumUses: 3\n', 'yaml');
  let since = editor.published.length;
  await editor.replace(file, 'minimumUses: 3', 'ignore: [CRS]');
  await told(count => count === 0, since);
  since = editor.published.length;
  await editor.notify('textDocument/didClose', { textDocument: { uri: file } });
  await told(count => count === shown.length, since);
});

test('all that is safe is fixed by one action, for who asks for it', async () => {
  const page = editor.uri('all.md');
  await editor.open('all.md', 'CRS was seen. A cytokine release syndrome (CRS) is bad, and CRS is common.\n');
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: page },
    range,
    context,
  });
  assert.deepEqual(
    actions.map(({ kind }) => kind),
    ['source.fixAll.immunogloss'],
  );
  const edits = editsOf(actions[0]!, page).toSorted(
    (a, b) => b.range.start.character - a.range.start.character,
  );
  const shown = await editor.change(page, ...edits.map(({ range, newText }) => ({ range, text: newText })));
  assert.deepEqual(shown, []);
});

test('first uses are repaired by one edit that waits for confirmation', async () => {
  const able = await Editor.start({
    capabilities: {
      workspace: {
        applyEdit: true,
        workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
      },
    },
  });
  await able.open('paper.md', 'CRS was seen. A cytokine release syndrome (CRS) is bad, and CRS is common.\n');
  const page = able.uri('paper.md');
  assert.equal(await able.command('immunogloss.repairFirstUses', page), 1);
  const edit = able.applied[0] as WorkspaceEdit;
  const [annotation] = Object.values(edit.changeAnnotations!);
  assert.equal(annotation!.needsConfirmation, true);
  assert.equal((edit.documentChanges![0] as TextDocumentEdit).textDocument.uri, page);
});

test('the abbreviation list is updated in place; where there is none, a style is asked for', async () => {
  const able = await Editor.start({
    capabilities: { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } },
  });
  const text = 'Natural killer (NK) cells and the tumor microenvironment (TME). NK and TME.\n';
  await able.open('bare.md', text);
  const bare = able.uri('bare.md');
  const asked = (await able.command('immunogloss.updateList', bare)) as { styles: { style: string }[] };
  assert.deepEqual(
    asked.styles.map(({ style }) => style),
    ['definitions', 'table', 'bmc', 'j-immunol'],
  );
  await able.command('immunogloss.updateList', bare, 'bmc');
  const [made] = (able.applied[0] as WorkspaceEdit).documentChanges as TextDocumentEdit[];
  assert.match((made!.edits[0] as TextEdit).newText, /NK: natural killer; TME: tumor microenvironment/);
  await able.open('listed.md', `${text}\n# Abbreviations\n\nNK: natural killer\n`);
  const answer = await able.command('immunogloss.updateList', able.uri('listed.md'));
  assert.deepEqual(answer, { message: 'Abbreviation list: added TME.' });
  assert.equal(able.applied.length, 2);
});

test('rename changes an abbreviation wherever it is used, and nothing else', async () => {
  const page = editor.uri('rename.md');
  await editor.open('rename.md', manuscript);
  const what = await editor.ask<{ placeholder: string }>('textDocument/prepareRename', page, 'CAR has');
  assert.equal(what.placeholder, 'CAR');
  const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', page, 'CAR has', 1, { newName: 'CHR' });
  const [change] = edit.documentChanges as TextDocumentEdit[];
  const renamed = (change!.edits as TextEdit[]).map(({ range, newText }) => {
    assert.equal(newText, 'CHR');
    return editor.textIn(page, range);
  });
  assert.deepEqual(renamed, ['CAR', 'CAR', 'CAR']);
  assert.equal(await editor.ask('textDocument/prepareRename', page, 'tumour'), null);
  assert.equal(await editor.ask('textDocument/rename', page, 'tumour', 1, { newName: 'CHR' }), null);
  const refused = editor.ask('textDocument/rename', page, 'CAR has', 1, { newName: 'C\0R' });
  await assert.rejects(refused, /can't be the name of an abbreviation/);
});

test('a rename reaches the workspace’s glossary, as it is on disk', async () => {
  const own = await Editor.start();
  const glossary = own.put('.immunogloss/glossary.yaml', '# ours\nCAR: chimeric antigen receptor # here\n');
  const page = own.uri('rename.md');
  await own.open('rename.md', manuscript);
  const edit = await own.ask<WorkspaceEdit>('textDocument/rename', page, 'CAR has', 1, { newName: 'CHR' });
  const changes = edit.documentChanges as TextDocumentEdit[];
  const change = changes.find(({ textDocument }) => textDocument.uri === glossary)!;
  assert.equal(change.textDocument.version, null);
  assert.deepEqual(change.edits, [
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }, newText: 'CHR' },
  ]);
  assert.ok(changes.some(({ textDocument }) => textDocument.uri === page));
});

test('a client without versioned edits gets plain ones', async () => {
  const plain = await Editor.start({ capabilities: { workspace: {}, textDocument: {} } });
  const page = plain.uri('paper.md');
  const [finding] = await plain.open('paper.md', manuscript);
  assert.deepEqual(named(plain, page, [finding!]), ['undefined-abbreviation: CRS']);
  const params = { textDocument: { uri: page }, range: finding!.range, context: { diagnostics: [] } };
  const [action] = await plain.request<CodeAction[]>('textDocument/codeAction', params);
  assert.equal(action!.edit!.documentChanges, undefined);
  assert.equal(action!.edit!.changes![page]!.length, 1);
  const places = await plain.ask<{ uri: string }[]>('textDocument/definition', page, 'CAR has');
  assert.equal(places[0]!.uri, page);
});
