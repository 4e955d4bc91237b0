import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import type {
  CodeAction,
  CompletionList,
  Hover,
  Location,
  Position,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { type Cell, fileOf, kindOf, languageOf } from './cells.ts';
import { Editor, named } from './editor.ts';

const cells: readonly Cell[] = [
  {
    type: 'raw',
    source:
      '---\ntitle: Counting cells\nabstract: |\n  The TME was cold in 9 of 10 mice, and the TME stayed so; a TME warmed.\n---\n',
  },
  { type: 'markdown', source: '## Introduction' },
  {
    type: 'markdown',
    source: 'Natural killer (NK) cells are counted, and NK cells are few, as are NKT cells.\n',
  },
  {
    type: 'code',
    languageId: 'python',
    source:
      '#| label: fig-tils\n#| fig-cap: "NK cells and TILs, by day. The TILs were counted: no TILs came back."\nNKT = plot(TIL)  # MAIT cells and MDSC',
  },
  { type: 'code', languageId: 'r', source: 'kable(x, caption = "ICANS by day, and \\"NK\\".")' },
];

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});

/** Opens cells as those of a notebook that is on disk, each by its own address. */
async function open(name: string, content = cells): Promise<readonly string[]> {
  const notebook = editor.put(name, fileOf(content));
  const uris = content.map((_, index) => `vscode-notebook-cell:${new URL(notebook).pathname}#W${index}`);
  for (const [index, { source }] of content.entries()) editor.keep(uris[index]!, source);
  await editor.notify('notebookDocument/didOpen', {
    notebookDocument: {
      uri: notebook,
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: content.map((cell, index) => ({ kind: kindOf(cell), document: uris[index]! })),
    },
    cellTextDocuments: content.map((cell, index) => ({
      uri: uris[index]!,
      languageId: languageOf(cell),
      version: 1,
      text: cell.source,
    })),
  });
  await editor.until(() => uris.every(uri => editor.published.some(each => each.uri === uri)) || undefined);
  return uris;
}

const shownIn = (uri: string) => editor.published.findLast(params => params.uri === uri)?.diagnostics ?? [];
const namesIn = (uri: string) => named(editor, uri, shownIn(uri));

test('a notebook has the same findings in its cells as on the command line, captions in code among them', async () => {
  const uris = await open('study.ipynb');
  const shown = uris.flatMap(uri => namesIn(uri));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/cli.js', 'check', '--format', 'json', `${editor.folder}/study.ipynb`],
    { maxBuffer: 1e7 },
  ).catch((error: { stdout: string }) => error);
  const [document] = JSON.parse(stdout).manuscripts[0].documents;
  const text = fileOf(cells);
  const found = document.diagnostics.map(
    ({ rule, start, end }: { rule: string; start: number; end: number }) =>
      `${rule}: ${text.slice(start, end)}`,
  );
  assert.deepEqual(shown, found);
  assert.deepEqual(namesIn(uris[0]!), ['undefined-abbreviation: TME']);
  assert.deepEqual(namesIn(uris[3]!), ['undefined-abbreviation: TILs']);
  assert.deepEqual(namesIn(uris[4]!), ['undefined-abbreviation: ICANS']);
});

test('in code nothing is shown, told, offered or renamed; in its captions all is', async () => {
  const uris = await open('silent.ipynb');
  const code = uris[3]!;
  const hover = (find: string) => editor.ask<Hover | null>('textDocument/hover', code, find);
  const complete = (find: string, ahead: number) =>
    editor.ask<CompletionList | null>('textDocument/completion', code, find, ahead);
  for (const [find, ahead] of [
    ['NKT =', 2],
    ['TIL)', 3],
    ['MAIT', 2],
    ['MDSC', 4],
    ['label', 3],
  ] as const) {
    assert.equal(await hover(find), null, find);
    assert.deepEqual((await complete(find, ahead))?.items ?? [], [], find);
    assert.equal(await editor.ask('textDocument/prepareRename', code, find), null, find);
    assert.deepEqual(
      (await editor.ask<Location[] | null>('textDocument/definition', code, find)) ?? [],
      [],
      find,
    );
  }
  assert.match(JSON.stringify(await hover('NK cells')), /natural killer/i);
  const [link] = await editor.ask<{ targetUri: string }[]>('textDocument/definition', code, 'NK cells');
  assert.equal(link!.targetUri, uris[2]);

  const [finding] = shownIn(code);
  const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: code },
    range: finding!.range,
    context: { diagnostics: [] },
  });
  const [first] = actions;
  const [change] = Object.values(first!.edit!.changes ?? {}) as TextEdit[][];
  const edits = change ?? (first!.edit!.documentChanges as { edits: TextEdit[] }[])[0]!.edits;
  assert.match(edits[0]!.newText, /tumor-infiltrating lymphocytes/);
  // A comment of Markdown would break the code.
  assert.ok(
    actions.every(({ title }) => !/in this file/.test(title)),
    actions.map(each => each.title).join(),
  );
});

test('asked from a cell of code, a term is copied only, and a new list goes where text stands', async () => {
  const uris = await open('written.ipynb', [
    ...cells,
    { type: 'markdown', source: 'NK cells fell.\n' },
    cells[4]!,
  ]);
  const at = { line: 2, character: 4 };
  const term = ['TIL', 'tumor-infiltrating lymphocyte'];
  const termIn = (uri: string, place: Position) =>
    editor.command('immunogloss.definitionText', uri, { start: place, end: place }, ...term);
  assert.equal(await termIn(uris[3]!, at), null);
  const written = 'tumor-infiltrating lymphocyte (TIL)';
  assert.equal(await termIn(uris[3]!, { line: 1, character: 30 }), written); // in the caption
  assert.equal(await termIn(uris[2]!, { line: 0, character: 8 }), written);
  await editor.command('immunogloss.updateList', uris[3]!, 'table');
  const { documentChanges } = editor.applied.at(-1) as { documentChanges: TextDocumentEdit[] };
  assert.deepEqual(
    documentChanges.map(({ textDocument }) => textDocument.uri),
    [uris[5]],
  );
});

test('a cell that turns from code into Markdown is read as such, and back', async () => {
  const uris = await open('turns.ipynb', [
    { type: 'markdown', source: '# Introduction' },
    { type: 'code', source: 'The TME is cold. In each TME, the TME stays cold.' },
  ]);
  assert.deepEqual(namesIn(uris[1]!), []);
  const text = editor.text(uris[1]!);
  const notebook = editor.uri('turns.ipynb');
  const turn = (from: string, to: string, kind: number, languageId: string) => {
    editor.keep(to, text);
    return editor.notify('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version: 2 },
      change: {
        cells: {
          structure: {
            array: { start: 1, deleteCount: 1, cells: [{ kind, document: to }] },
            didOpen: [{ uri: to, languageId, version: 1, text }],
            didClose: [{ uri: from }],
          },
        },
      },
    });
  };
  const turned = `${uris[1]}b`;
  await turn(uris[1]!, turned, 1, 'markdown');
  await editor.until(() => namesIn(turned).includes('undefined-abbreviation: TME') || undefined);
  const back = `${uris[1]}c`;
  await turn(turned, back, 2, 'python');
  await editor.until(() => editor.published.some(each => each.uri === back) || undefined);
  assert.deepEqual([shownIn(turned), shownIn(back)], [[], []]);
});

test('a notebook among the files of a manuscript is read as it is being written', async () => {
  editor.put('book/immunogloss.yaml', 'manuscript:\n  - intro.md\n  - study.ipynb\n');
  const defined = '# Introduction\n\nThe tumor microenvironment (TME) is cold.\n';
  const intro = editor.put('book/intro.md', defined);
  const used: Cell = {
    type: 'markdown',
    source: '# Results\n\nThe TME was cold. A TME warmed, and each TME cooled.\n',
  };
  const [cell] = await open('book/study.ipynb', [used]);
  assert.deepEqual(namesIn(cell!), []);
  const [link] = await editor.ask<{ targetUri: string }[]>('textDocument/definition', cell!, 'TME was');
  assert.equal(link!.targetUri, intro);
  // From the other file, definition and uses are those of the cell.
  assert.deepEqual(named(editor, intro, await editor.open('book/intro.md', defined)), []);
});
