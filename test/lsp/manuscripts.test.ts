import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { LocationLink } from 'vscode-languageserver';
import { Editor, messageOf, named } from './editor.ts';

const introduction = '# Introduction\n\nA chimeric antigen receptor (CAR) binds its antigen.\n';
const results = '# Results\n\nEach CAR was tested. The CAR lasted, and the CAR worked.\n';

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});

/** What was shown last in a document. */
const shownIn = (uri: string) => editor.published.findLast(params => params.uri === uri)!.diagnostics;

test('files that immunogloss.yaml declares are one manuscript, in its order', async () => {
  editor.put('paper/immunogloss.yaml', 'manuscript:\n  - 1-introduction.md\n  - 2-results.md\n');
  const first = editor.put('paper/1-introduction.md', introduction);
  const second = editor.put('paper/2-results.md', results);
  assert.deepEqual(await editor.open('paper/2-results.md', results), []);

  const [link] = await editor.ask<LocationLink[]>('textDocument/definition', second, 'CAR was');
  assert.equal(link!.targetUri, first);
  assert.deepEqual(link!.targetSelectionRange.start, { line: 2, character: 29 });
});

test('an edit in one file updates what is shown in the others', async () => {
  const first = editor.uri('paper/1-introduction.md');
  const second = editor.uri('paper/2-results.md');
  await editor.open('paper/1-introduction.md', introduction);
  await editor.replace(first, 'A chimeric antigen receptor (CAR)', 'It');
  await editor.save(first);
  await editor.until(() => (shownIn(second).length === 1 ? true : undefined));
  assert.deepEqual(named(editor, second, shownIn(second)), ['undefined-abbreviation: CAR']);
  await editor.replace(first, 'It', 'A chimeric antigen receptor (CAR)');
  await editor.until(() => (shownIn(second).length === 0 ? true : undefined));

  // Closed without saving, the file is again as it is on disk.
  await editor.replace(first, 'A chimeric antigen receptor (CAR)', 'It');
  await editor.until(() => (shownIn(second).length === 1 ? true : undefined));
  await editor.close(first);
  await editor.until(() => (shownIn(second).length === 0 ? true : undefined));
});

test('LaTeX files that others include are read where these are, and a missing one is told', async () => {
  const root =
    '\\documentclass{article}\n\\begin{document}\n\\input{intro}\n\\input{results}\n\\end{document}\n';
  editor.put('thesis/intro.tex', '\\section{Introduction}\nA chimeric antigen receptor (CAR) binds.\n');
  const main = editor.uri('thesis/main.tex');
  const [missing, ...others] = await editor.open('thesis/main.tex', root, 'latex');
  assert.deepEqual(others, []);
  assert.match(messageOf(missing!), /results/);
  assert.equal(editor.textIn(main, missing!.range), 'results');

  const text = '\\section{Results}\nEach CAR was tested. The CAR lasted, and the CAR worked.\n';
  const uri = editor.put('thesis/results.tex', text);
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
  await editor.until(() => (shownIn(main).length === 0 ? true : undefined));
  assert.deepEqual(await editor.open('thesis/results.tex', text, 'latex'), []);
});

test('the Markdown cells of a notebook are one manuscript, in their order', async () => {
  const notebook = editor.uri('study.ipynb');
  const cell = (name: string) => `vscode-notebook-cell:${new URL(notebook).pathname}#${name}`;
  const cells = [
    { kind: 1, document: cell('a') },
    { kind: 2, document: cell('code') },
    { kind: 1, document: cell('b') },
  ];
  const item = (uri: string, text: string) => ({ uri, languageId: 'markdown', version: 1, text });
  await editor.notify('notebookDocument/didOpen', {
    notebookDocument: { uri: notebook, notebookType: 'jupyter-notebook', version: 1, cells },
    cellTextDocuments: [item(cell('a'), introduction), item(cell('b'), results)],
  });
  const b = await editor.until(() => editor.published.find(params => params.uri === cell('b')));
  assert.deepEqual(b.diagnostics, []);

  const earlier = editor.published.length;
  await editor.notify('notebookDocument/didChange', {
    notebookDocument: { uri: notebook, version: 2 },
    change: {
      cells: {
        structure: {
          array: { start: 0, deleteCount: 1, cells: [] },
          didClose: [{ uri: cell('a') }],
        },
      },
    },
  });
  await editor.notify('notebookDocument/didSave', { notebookDocument: { uri: notebook } });
  const since = () => editor.published.slice(earlier);
  const alone = await editor.until(() =>
    since().find(each => each.uri === cell('b') && each.diagnostics.length > 0),
  );
  assert.deepEqual(
    alone.diagnostics.map(({ code }) => code),
    ['undefined-abbreviation'],
  );
});

test('a part that is opened by itself is read in the document that includes it', async () => {
  const part = '\\section{Results}\nEach CAR was tested. The CAR lasted, and the CAR worked.\n';
  const root =
    '\\documentclass{article}\n\\begin{document}\nA chimeric antigen receptor (CAR) binds.\n\\input{part}\n\\end{document}\n';
  const main = editor.put('letter/main.tex', root);
  const uri = editor.put('letter/part.tex', part);
  assert.deepEqual(await editor.open('letter/part.tex', part, 'latex'), []);
  const [link] = await editor.ask<LocationLink[]>('textDocument/definition', uri, 'CAR was');
  assert.equal(link!.targetUri, main);
});

test('a command that one file makes for a term prints it in the others, also once it is changed', async () => {
  const root =
    '\\documentclass{article}\n\\newcommand{\\car}{CAR}\n\\begin{document}\nA chimeric antigen receptor (\\car) binds.\n\\input{part}\n\\end{document}\n';
  const main = editor.put('macros/main.tex', root);
  const part = '\\section{Results}\nEach \\car{} was tested. The CAR lasted, and the CAR worked.\n';
  const uri = editor.put('macros/part.tex', part);
  assert.deepEqual(await editor.open('macros/part.tex', part, 'latex'), []);
  const [link] = await editor.ask<LocationLink[]>('textDocument/definition', uri, '\\car{} was');
  assert.equal(link!.targetUri, main);

  await editor.open('macros/main.tex', root, 'latex');
  await editor.replace(main, '{CAR}', '{NKT}');
  await editor.save(main);
  const shown = await editor.until(() => (shownIn(uri).length > 0 ? shownIn(uri) : undefined));
  assert.deepEqual(
    named(editor, uri, shown).map(each => each.split(':')[0]),
    ['undefined-abbreviation'],
  );
});

test('go to definition leads through the files of the LaTeX and the Manubot example', async () => {
  for (const [folder, from, languageId, word, to, found] of [
    ['latex-project', 'results.tex', 'latex', 'TME was', 'introduction.tex', 'TME'],
    ['manubot-project/content', '05.methods.md', 'markdown', 'TSDR were', '02.introduction.md', 'TSDR'],
  ] as const) {
    for (const name of readdirSync(join('examples', folder))) {
      editor.put(`${folder}/${name}`, readFileSync(join('examples', folder, name), 'utf8'));
    }
    const text = readFileSync(join('examples', folder, from), 'utf8');
    const uri = editor.uri(`${folder}/${from}`);
    await editor.open(`${folder}/${from}`, text, languageId);
    const [link] = await editor.ask<LocationLink[]>('textDocument/definition', uri, word);
    assert.equal(link!.targetUri, editor.uri(`${folder}/${to}`));
    const lines = readFileSync(join('examples', folder, to), 'utf8').split('\n');
    const { start, end } = link!.targetSelectionRange;
    assert.equal(lines[start.line]!.slice(start.character, end.character), found);
  }
});
