import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { CodeAction, Hover, MarkupContent, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const manuscript = `# Introduction

A quorum exchange zone (QXZ) formed. Later the quorum exchange zone grew. Some QXZ moved, and ZZV too. Near ZZV it ended.
`;

interface Written {
  readonly message: string;
  readonly uri?: string;
  readonly conflicts: readonly string[];
}

let editor: Editor;
let uri: string;
/** What the editor says it has open besides manuscripts, by URI. */
const open = new Map<string, { text: string; version: number; unsaved: boolean }>();
before(async () => {
  editor = await Editor.start({
    initializationOptions: { commands: ['immunogloss.addToGlossary'], openTexts: true },
  });
  editor.connection.onRequest(
    'immunogloss/openText',
    (params: { uri: string }) => open.get(params.uri) ?? null,
  );
  uri = editor.put('paper.md', manuscript);
  await editor.open('paper.md', manuscript);
});

const read = (name: string) => readFileSync(join(editor.folder, name), 'utf8');
const hover = async (find: string) =>
  ((await editor.ask<Hover>('textDocument/hover', uri, find)).contents as MarkupContent).value;
const actions = async (find: string) => {
  const start = editor.at(uri, manuscript.indexOf(find));
  const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
  return editor.request<CodeAction[]>('textDocument/codeAction', params);
};

test('a quick fix keeps what the text itself defines, says where, and asks where it defines nothing', async () => {
  const [known] = (await actions('quorum exchange zone (QXZ)')).filter(({ title }) =>
    title.startsWith('Add '),
  );
  assert.equal(known!.title, 'Add "QXZ" (quorum exchange zone) to .immunogloss/glossary.yaml');
  // Taken blind, the first one silences nothing.
  const offered = (await actions('ZZV too')).map(({ title }) => title);
  assert.deepEqual(offered.slice(-3), [
    'Add "ZZV" to .immunogloss/glossary.yaml…',
    'Ignore "ZZV" in this file',
    'Ignore "ZZV" in this workspace (immunogloss.yaml)',
  ]);
  const { command, arguments: args } = known!.command!;
  const written = await editor.command<Written>(command, ...args!);
  assert.equal(written.message, 'Added QXZ (quorum exchange zone) to .immunogloss/glossary.yaml.');
  assert.equal(written.uri, editor.uri('.immunogloss/glossary.yaml'));
  assert.equal(read('.immunogloss/glossary.yaml'), 'QXZ: quorum exchange zone\n');
  assert.ok(
    !(await actions('quorum exchange zone (QXZ)')).some(({ title }) => title.startsWith('Add "QXZ"')),
  );
});

test('what was added counts at once, and stands below what is there', async () => {
  const target = editor.put(
    '.immunogloss/glossary.yaml',
    '# ours\nQXZ: quorum exchange zone # coined here\n',
  );
  const row = { short: 'ZZV', long: 'zonal zymogen vector' };
  await editor.command('immunogloss.addToGlossary', uri, row, target);
  assert.equal(
    read('.immunogloss/glossary.yaml'),
    '# ours\nQXZ: quorum exchange zone # coined here\nZZV: zonal zymogen vector\n',
  );
  assert.match(await hover('ZZV too'), /zonal zymogen vector/);
  const again = await editor.command<Written>('immunogloss.addToGlossary', uri, row);
  assert.equal(again.message, '.immunogloss/glossary.yaml has that already.');
  const other = await editor.command<Written>('immunogloss.addToGlossary', uri, {
    ...row,
    long: 'zoo zone view',
  });
  assert.match(other.message, /stands for "zonal zymogen vector" \(\.immunogloss\/glossary\.yaml:3:1\)/);
});

test('entries that are added at one instant are all kept, and the same one once', async () => {
  const target = editor.put('.immunogloss/glossary.yaml', '# ours\n');
  const rows = [
    { short: 'QXA', long: 'quiet x-ray area' },
    { short: 'QXB', long: 'quiet x-ray beam' },
    { short: 'QXC', long: 'quiet x-ray camera' },
  ];
  const written = await Promise.all(
    [...rows, rows[0]!].map(row => editor.command<Written>('immunogloss.addToGlossary', uri, row, target)),
  );
  assert.equal(
    read('.immunogloss/glossary.yaml'),
    '# ours\nQXA: quiet x-ray area\nQXB: quiet x-ray beam\nQXC: quiet x-ray camera\n',
  );
  assert.equal(written[3]!.message, '.immunogloss/glossary.yaml has that already.');
});

test('a glossary with unsaved changes gets the entry among them, and is left to be saved', async () => {
  const target = editor.put('.immunogloss/glossary.yaml', 'QXZ: quorum exchange zone\n');
  open.set(target, { text: 'QXZ: quorum exchange zone\nAAB: a new line\n', version: 7, unsaved: true });
  const row = { short: 'ZZW', long: 'zone of zero width' };
  const { message } = await editor.command<Written>('immunogloss.addToGlossary', uri, row, target);
  assert.match(message, /unsaved changes: save it/);
  const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
  assert.equal(documentChanges[0]!.textDocument.version, 7);
  const [edit] = documentChanges[0]!.edits as TextEdit[];
  assert.deepEqual(edit!.range.start, { line: 2, character: 0 });
  assert.equal(read('.immunogloss/glossary.yaml'), 'QXZ: quorum exchange zone\n');
  open.clear();
});

test('a broken glossary, or one that nobody named, is not written to', async () => {
  const target = editor.put('.immunogloss/glossary.yaml', 'QXZ: [');
  const row = { short: 'ZZW', long: 'zone of zero width' };
  const { message } = await editor.command<Written>('immunogloss.addToGlossary', uri, row, target);
  assert.match(message, /^\.immunogloss\/glossary\.yaml:1:\d+: This cannot be read/);
  assert.equal(read('.immunogloss/glossary.yaml'), 'QXZ: [');
  await editor.command('immunogloss.addToGlossary', uri, row, editor.uri('elsewhere.yaml'));
  assert.ok(!existsSync(join(editor.folder, 'elsewhere.yaml')));
  assert.equal(await editor.command('immunogloss.addToGlossary', uri, { short: 'ZZW' }), null);
});

test('other files are imported, with what was left out and where', async () => {
  const target = editor.put('.immunogloss/glossary.yaml', 'QXZ: quorum exchange zone\n');
  const file = editor.put(
    'old.tex',
    '\\newacronym{q}{QXZ}{quick xenon zap}\n\\newacronym{n}{NNT}{not now, thanks}\n',
  );
  const written = await editor.command<Written>('immunogloss.importAbbreviations', uri, [file], target);
  assert.equal(written.message, 'Added NNT (not now, thanks) to .immunogloss/glossary.yaml.');
  assert.match(written.conflicts[0]!, /"QXZ" was left as it is.*glossary\.yaml:1:1/);
  assert.match(read('.immunogloss/glossary.yaml'), /^QXZ: quorum exchange zone\nNNT: .*not now, thanks.*\n$/);
});

test('the manuscript’s list is exported', async () => {
  assert.equal(
    await editor.command('immunogloss.exportList', uri, 'csv'),
    'short,long\nQXZ,quorum exchange zone\n',
  );
  assert.equal(await editor.command('immunogloss.exportList', uri, 'docx'), null);
});

test('the term at a place is told, and the files that it may go to', async () => {
  const at = (find: string) => {
    const start = editor.at(uri, manuscript.indexOf(find));
    return editor.command('immunogloss.glossaryTerm', uri, { start, end: start });
  };
  assert.deepEqual(await at('QXZ moved'), { short: 'QXZ', long: 'quorum exchange zone' });
  assert.deepEqual(await at('ZZV too'), { short: 'ZZV' });
  assert.equal(await at('formed'), null);
  const targets = await editor.command<{ name: string; exists: boolean }[]>(
    'immunogloss.glossaryTargets',
    uri,
  );
  assert.deepEqual(
    targets.slice(0, 1).map(({ name, exists }) => [name, exists]),
    [['.immunogloss/glossary.yaml', true]],
  );
});

test('a reference goes to its place in a bibliography with unsaved changes', async () => {
  const bib = editor.put('refs.bib', '@misc{a, title = {A}}\n');
  const unsaved = '@misc{a, title = {A}}\n\n@misc{b,\n  title = {B}\n}\n';
  open.set(bib, { text: unsaved, version: 12, unsaved: true });
  const page = editor.uri('cited.md');
  await editor.open('cited.md', '---\nbibliography: refs.bib\n---\n\nText.\n');
  const [fact] = await editor.command<{ id: string }[]>('immunogloss.findFacts', 'CAR-NK', page);
  await editor.command('immunogloss.insertFact', page, { line: 4, character: 0 }, fact!.id);
  const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
  const change = documentChanges.find(({ textDocument }) => textDocument.uri === bib);
  assert.equal(change!.textDocument.version, 12);
  const [edit] = change!.edits as TextEdit[];
  assert.deepEqual(edit!.range.start, { line: 5, character: 0 });
  open.clear();
});

test('a comparison is inserted with its references, into a bibliography that was asked for', async () => {
  const bib = editor.put('asked.yaml', 'references:\n- id: x\n  title: X\n');
  const page = editor.uri('bare.tex');
  await editor.open('bare.tex', 'Text.\n\n', 'latex');
  assert.deepEqual(await editor.command('immunogloss.bibliographies', page), []);
  await editor.command(
    'immunogloss.insertComparison',
    page,
    { line: 1, character: 0 },
    'car-t',
    'car-nk',
    bib,
  );
  const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
  const newText = (file: string) =>
    (documentChanges.find(({ textDocument }) => textDocument.uri === file)!.edits as TextEdit[])[0]!.newText;
  assert.match(newText(page), /^\\begin\{table\}[\s\S]*\\cite\{moumaris2025/);
  assert.match(newText(bib), /^- id: "moumaris2025"\n {2}type: "article-journal"\n/);
});

test('citing a claim adds its reference to the bibliography', async () => {
  editor.put('immunogloss.yaml', 'rules: {uncited-therapy-claim: hint}\n');
  const bib = editor.put('claims.bib', '@article{mine, doi = {10.3390/cancers14092292}}\n');
  const claim = 'With CAR-NK cells, toxicity is low.';
  const page = editor.uri('claims.md');
  await editor.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('immunogloss.yaml'), type: 1 }],
  });
  const text = `---\nbibliography: claims.bib\n---\n\n${claim}\n`;
  await editor.open('claims.md', text);
  const start = editor.at(page, text.indexOf(claim));
  const params = { textDocument: { uri: page }, range: { start, end: start }, context: { diagnostics: [] } };
  const found = await editor.request<CodeAction[]>('textDocument/codeAction', params);
  const [cite] = found.filter(({ title }) => title.startsWith('Cite '));
  const { command, arguments: args } = cite!.command!;
  await editor.command(command, ...args!);
  const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
  const edits = (file: string) =>
    documentChanges
      .filter(({ textDocument }) => textDocument.uri === file)
      .flatMap(each => each.edits as TextEdit[]);
  const [citation] = edits(page);
  assert.match(citation!.newText, /^ \[@\w+\]$/);
  assert.deepEqual(citation!.range.start, { line: 4, character: claim.length - 1 });
  assert.equal(edits(bib).length === 0, citation!.newText === ' [@mine]');
});
