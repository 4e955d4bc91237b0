import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CompletionList, Hover, MarkupContent, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const manuscript = `# Cell therapies

## Introduction

A chimeric antigen receptor (CAR) turns a T cell against a tumour. Every CAR has a hinge, and no CAR is alike.
Each car was parked.

Then came CAR
`;

let editor: Editor;
let uri: string;
before(async () => {
  editor = await Editor.start();
  uri = editor.uri('paper.md');
  await editor.open('paper.md', manuscript);
});

test('hover tells what an abbreviation stands for, over exactly its letters', async () => {
  const hover = await editor.ask<Hover>('textDocument/hover', uri, 'CAR has');
  const { kind, value } = hover.contents as MarkupContent;
  assert.equal(kind, 'markdown');
  assert.match(value, /chimeric antigen receptor/);
  assert.equal(editor.textIn(uri, hover.range!), 'CAR');
});

test('hover says nothing on ordinary words', async () => {
  assert.equal(await editor.ask('textDocument/hover', uri, 'car was'), null);
});

test('links that run commands go only to a client that has them', async () => {
  const { value } = (await editor.ask<Hover>('textDocument/hover', uri, 'CAR has')).contents as MarkupContent;
  assert.doesNotMatch(value, /command:/);
  const commands = [
    'immunogloss.showPlace',
    'immunogloss.showFacts',
    'immunogloss.compareTherapies',
    'immunogloss.insertFact',
  ];
  const able = await Editor.start({ initializationOptions: { commands } });
  await able.open('paper.md', manuscript);
  const shown = await able.ask<Hover>('textDocument/hover', able.uri('paper.md'), 'CAR has');
  assert.match((shown.contents as MarkupContent).value, /command:immunogloss\.showPlace/);
  const offered = able.initialized.capabilities.executeCommandProvider!.commands;
  assert.ok(offered.includes('immunogloss.lint') && !offered.includes('immunogloss.insertFact'));
});

test('completion offers the short form where it is defined, as an edit over what is typed', async () => {
  const list = await editor.ask<CompletionList>(
    'textDocument/completion',
    uri,
    'came CAR',
    'came CAR'.length,
  );
  assert.equal(list.isIncomplete, true);
  assert.ok(list.items.length > 0 && list.items.length <= 50);
  const [first] = list.items;
  const { range, newText } = first!.textEdit as TextEdit;
  assert.equal(newText, 'CAR');
  assert.equal(editor.textIn(uri, range), 'CAR');
  assert.equal(first!.filterText, 'CAR');
});

test('completion offers the definition where the scope has none yet', async () => {
  const page = editor.uri('new.md');
  await editor.open('new.md', '# Introduction\n\nWe made chimric antigen rec');
  const list = await editor.ask<CompletionList>('textDocument/completion', page, 'rec', 3);
  assert.equal((list.items[0]!.textEdit as TextEdit).newText, 'chimeric antigen receptor (CAR)');
});

test('look-up finds an abbreviation by what a person remembers of it', async () => {
  const found = await editor.command<{ short: string }[]>('immunogloss.lookUp', 'chimric antigen');
  assert.equal(found[0]!.short, 'CAR');
  assert.deepEqual(await editor.command('immunogloss.lookUp'), []);
});

/** Asks how a term is written where `find` stands, in a text of its own. */
async function termAt(name: string, text: string, find: string, languageId?: string) {
  const page = editor.uri(name);
  await editor.open(name, text, languageId);
  const at = editor.at(page, text.indexOf(find));
  const range = { start: at, end: at };
  const term = ['TNF-α', 'tumor necrosis factor α & friends'];
  return editor.command<string | null>('immunogloss.definitionText', page, range, ...term);
}

test('a term that was looked up is written in the syntax of the text', async () => {
  assert.equal(
    await termAt(
      'paper.tex',
      '\\documentclass{article}\n\\begin{document}\nHere.\n\\end{document}\n',
      'Here',
      'latex',
    ),
    'tumor necrosis factor $\\alpha$ \\& friends (TNF-$\\alpha$)',
  );
  assert.equal(
    await termAt('page.html', '<body>\n\n<p>Here.</p>\n</body>\n', 'Here', 'html'),
    'tumor necrosis factor α &amp; friends (TNF-α)',
  );
});

test('nothing is written into code or front matter', async () => {
  const text = '---\ntitle: T\n---\n\nText.\n\n```r\nx <- 1\n```\n';
  assert.notEqual(await termAt('some.md', text, 'Text'), null);
  for (const place of ['title', 'x <-', '```r'])
    assert.equal(await termAt('some.md', text, place), null, place);
  assert.equal(await termAt('inline.md', 'Run `my code` here.\n', 'code'), null);
  const page = '<body>\n<p>Run <code>my call</code> here.</p>\n<pre>\nx = 1\n</pre>\n</body>\n';
  assert.notEqual(await termAt('some.html', page, 'here', 'html'), null);
  for (const place of ['call', 'x =', 'body>'])
    assert.equal(await termAt('some.html', page, place, 'html'), null, place);
  const [fact] = await editor.command<{ id: string }[]>('immunogloss.findFacts', 'CAR-NK');
  const before = editor.applied.length;
  await editor.command('immunogloss.insertFact', editor.uri('some.md'), { line: 7, character: 1 }, fact!.id);
  assert.equal(editor.applied.length, before);
});

test('a therapy fact is inserted with its citation, through an edit of the document', async () => {
  const facts = await editor.command<{ id: string; statement: string }[]>('immunogloss.findFacts', 'CAR-NK');
  assert.ok(facts.length > 0);
  const position = { line: 7, character: 0 };
  await editor.command('immunogloss.insertFact', uri, position, facts[0]!.id);
  const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
  const [edit] = documentChanges[0]!.edits as TextEdit[];
  assert.equal(documentChanges.length, 1);
  assert.deepEqual(edit!.range, { start: position, end: position });
  assert.ok(edit!.newText.startsWith(facts[0]!.statement.replace(/\.$/, '')));
  assert.match(edit!.newText, /\[@/);
  assert.equal(await editor.command('immunogloss.insertFact', uri, position, 'no-such-fact'), null);
});

test("the reference goes into the manuscript's own bibliography, once, in the same edit", async () => {
  const refs = '@article{mine,\n  title = {An older paper},\n  year = 1999\n}\n';
  const bib = editor.put('refs.bib', refs);
  const text = '---\nbibliography: [refs.bib]\n---\n\n# Introduction\n\nText.\n';
  const page = editor.uri('cited.md');
  await editor.open('cited.md', text);
  const [fact] = await editor.command<{ id: string }[]>('immunogloss.findFacts', 'CAR-NK');
  const insert = async () => {
    await editor.command('immunogloss.insertFact', page, { line: 7, character: 0 }, fact!.id);
    const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
    const editsOf = (file: string) =>
      documentChanges
        .filter(each => each.textDocument.uri === file)
        .flatMap(each => each.edits as TextEdit[]);
    return { sentence: editsOf(page)[0]!.newText, added: editsOf(bib) };
  };
  const { sentence, added } = await insert();
  const keys = [...sentence.matchAll(/@([\w-]+)/g)].map(([, key]) => key);
  assert.ok(keys.length > 0);
  assert.deepEqual(added[0]!.range.start, { line: 4, character: 0 });
  for (const key of keys) assert.ok(added[0]!.newText.includes(`{${key},`), key);
  editor.put('refs.bib', refs + added[0]!.newText);
  assert.deepEqual(await insert(), { sentence, added: [] });
});

test('facts and comparisons are told as Markdown', async () => {
  const therapies = await editor.command<{ id: string }[]>('immunogloss.therapies');
  const [one, other] = therapies;
  assert.match(await editor.command('immunogloss.showFacts', one!.id), /^## /);
  assert.match(await editor.command('immunogloss.compareTherapies', one!.id, other!.id), /^\| \|/);
  assert.equal(await editor.command('immunogloss.showFacts', 'no-such-therapy'), null);
});
