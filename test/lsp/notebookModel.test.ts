/**
 * A writer at work on a notebook, at random; after every step the session shows what the command line finds in the same
 * notebook, cell by cell. `SOAK_RUNS` raises the number of sequences, with other seeds each time.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { NotebookDocumentChangeEvent } from 'vscode-languageserver';
import { service } from '../bundled.ts';
import { type Cell, foundInFile, kindOf, languageOf } from './cells.ts';
import { Desk, MemoryFiles, positionOf, settled } from './inProcess.ts';

const soak = process.env.SOAK_RUNS;
const runs = soak ? { numRuns: Number(soak) } : { numRuns: 30, seed: 7 };

const prose = [
  '# CAR-NK cells in tumours\n',
  'A. Writer and B. Author, Institute of CRS\n',
  '## Abstract',
  '## Abstract\n\n**Background:** Natural killer (NK) cells kill. CRS was rare, and CRS was mild.\n',
  '**Methods**\n\nPatients with CRS were counted.\n',
  '## Keywords',
  'CAR, NK, CRS',
  '## Introduction\n\nCytokine release syndrome (CRS) follows. NK cells are few, NKT cells fewer.',
  'The TME is cold. In the TME, the TME of a mouse, CAFs abound, and many CAFs rest.',
  '## Results\n\nEach CRS was graded; ICANS was not. An ICANS score and the ICANS form came late.',
  '| CRS | n |\n|---|---|\n| ICANS | 3 |\n',
  'CRS, cytokine release syndrome; ICANS, immune effector cell-associated neurotoxicity syndrome.\n',
  '## Abbreviations\n',
  'CRS: cytokine release syndrome\n\nTME: tumor microenvironment\n',
  '## References\n',
  '1. Smith A. CRS and the TME. J Immunol. 2020.\n',
  '<!-- immunogloss-ignore CRS -->\n',
  '<!-- immunogloss-ignore-start -->\n',
  'MAIT cells. <!-- immunogloss-ignore-next-line -->\n\nThe ICANS score and the TME.\nThe ICANS form and MAIT cells.\n',
  '<!-- immunogloss-ignore-next-line -->\n',
  '<!-- immunogloss-ignore-end -->\n',
];
const code = [
  'CRS = 3  # TME, MAIT',
  '#| label: fig-til\n#| fig-cap: "Density of TILs in the TME."\nplot(TIL)\n',
  '#| tbl-cap: Grades of CRS and of ICANS\nkable(CRS, caption = "CRS by day (MAIT cells).")',
  'gt(x) |> tab_source_note("ICANS, neurotoxicity.")',
];
const raw = ['---\ntitle: CAR cells\nabstract: The TME was cold, and CRS was rare.\n---\n', '\\section{TME}'];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('markdown' as const), source: fc.constantFrom(...prose) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('code' as const),
      languageId: fc.constantFrom('python', 'r', 'julia'),
      source: fc.constantFrom(...code, ...prose.slice(7, 9)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('raw' as const), source: fc.constantFrom(...raw) }) },
);

const step = fc.oneof(
  fc.record({ does: fc.constant('insert' as const), at: fc.nat(), cell }),
  fc.record({ does: fc.constant('delete' as const), at: fc.nat() }),
  fc.record({ does: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({
    does: fc.constant('turn' as const),
    at: fc.nat(),
    type: fc.constantFrom('markdown', 'code', 'raw'),
  }),
  fc.record({ does: fc.constant('speak' as const), at: fc.nat() }),
  fc.record({
    does: fc.constant('edit' as const),
    at: fc.nat(),
    from: fc.nat(),
    length: fc.nat({ max: 6 }),
    text: fc.constantFrom(
      '',
      'CRS ',
      'natural killer (NK) ',
      '\n',
      '"',
      '\n\n## Results\n\n',
      '#| fig-cap: CRS\n',
    ),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Open extends Cell {
  readonly uri: string;
}

/** The editor's side: VS Code gives a cell that turns into another kind a new address, and one of another language none. */
class Writer {
  readonly notebook = 'file:///w/study.ipynb';
  readonly desk: Desk;
  cells: Open[] = [];
  #names = 0;
  #version = 1;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  named(cell: Cell): Open {
    return { ...cell, uri: `vscode-notebook-cell:/w/study.ipynb#W${this.#names++}` };
  }

  open(cells: readonly Cell[]): void {
    this.cells = cells.map(each => this.named(each));
    this.desk.session.notebookOpened({
      notebookDocument: {
        uri: this.notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: this.cells.map(toCell),
      },
      cellTextDocuments: this.cells.map(toItem),
    });
  }

  do(step: Step): void {
    const { cells } = this;
    const at = step.at % Math.max(1, cells.length);
    const here = cells[at];
    if (step.does === 'insert') this.splice(step.at % (cells.length + 1), 0, this.named(step.cell));
    else if (here === undefined) return;
    else if (step.does === 'delete') this.splice(at, 1);
    else if (step.does === 'move') {
      const order = cells.toSpliced(at, 1).toSpliced(step.to % cells.length, 0, here);
      this.change({
        structure: { array: { start: 0, deleteCount: cells.length, cells: order.map(toCell) } },
      });
      this.cells = order;
    } else if (step.does === 'turn') {
      this.splice(at, 1, this.named({ type: step.type as Cell['type'], source: here.source }));
    } else if (step.does === 'speak') {
      if (here.type !== 'code') return;
      this.splice(at, 1);
      this.splice(at, 0, { ...here, languageId: here.languageId === 'r' ? 'python' : 'r' });
    } else {
      const start = step.from % (here.source.length + 1);
      const end = Math.min(here.source.length, start + step.length);
      const range = { start: placeIn(here.source, start), end: placeIn(here.source, end) };
      const source = here.source.slice(0, start) + step.text + here.source.slice(end);
      this.cells = cells.with(at, { ...here, source });
      const document = { uri: here.uri, version: ++this.#version };
      this.change({ textContent: [{ document, changes: [{ range, text: step.text }] }] });
    }
  }

  splice(start: number, deleteCount: number, ...fresh: readonly Open[]): void {
    const gone = this.cells.slice(start, start + deleteCount);
    this.cells = this.cells.toSpliced(start, deleteCount, ...fresh);
    this.change({
      structure: {
        array: { start, deleteCount, cells: fresh.map(toCell) },
        didOpen: fresh.map(toItem),
        didClose: gone.map(({ uri }) => ({ uri })),
      },
    });
  }

  change(cells: NotebookDocumentChangeEvent['cells'] & object): void {
    const notebookDocument = { uri: this.notebook, version: ++this.#version };
    this.desk.session.notebookEdited({ notebookDocument, change: { cells } });
  }

  /** What is shown, each as `cell:start rule text`, sorted. */
  shown(): readonly string[] {
    return this.cells
      .flatMap(({ uri, source }, index) =>
        (this.desk.shown.get(uri) ?? []).map(({ range, code }) => {
          const [start, end] = [offsetIn(source, range.start), offsetIn(source, range.end)];
          return `${index}:${start} ${code} ${source.slice(start, end)}`;
        }),
      )
      .sort();
  }
}

const toCell = (cell: Open) => ({ kind: kindOf(cell), document: cell.uri });
const toItem = (cell: Open) => ({
  uri: cell.uri,
  languageId: languageOf(cell),
  version: 1,
  text: cell.source,
});
const placeIn = (text: string, offset: number) => positionOf(text, offset, 'utf-16');
function offsetIn(text: string, { line, character }: { line: number; character: number }): number {
  const lines = text.split('\n');
  return lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
}

/** Several calls for one cell are a burst, which the session lets end first. */
async function assertShown(writer: Writer): Promise<void> {
  const expected = foundInFile(writer.cells);
  for (let tries = 0; tries < 40; tries++) {
    await settled();
    if (isDeepStrictEqual(writer.shown(), expected)) return;
    await setTimeout(5);
  }
  assert.deepEqual(writer.shown(), expected, JSON.stringify(writer.cells));
}

test('whatever is done to a notebook, the session shows what the command line finds in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 7 }),
      fc.array(step, { maxLength: 6 }),
      async (cells, steps) => {
        const desk = await Desk.start(new MemoryFiles([]), { settings: { lint: { run: 'onType' } } });
        const writer = new Writer(desk);
        writer.open(cells);
        await assertShown(writer);
        for (const each of steps) {
          writer.do(each);
          await assertShown(writer);
        }
        assert.deepEqual(desk.log, []);
      },
    ),
    runs,
  );
});

test('a notebook of many cells is read together once, and all of them are told', async () => {
  let assembled = 0;
  const { assemble } = service.inSteps;
  const counted = {
    ...service,
    inSteps: {
      ...service.inSteps,
      assemble: (...all: Parameters<typeof assemble>) => {
        assembled++;
        return assemble(...all);
      },
    },
  };
  const desk = await Desk.start(new MemoryFiles([]), { service: { ...counted, within: () => counted } });
  const writer = new Writer(desk);
  writer.open(prose.concat(prose).map(source => ({ type: 'markdown', source })));
  for (let tries = 0; desk.shown.size < writer.cells.length && tries < 200; tries++) {
    await settled();
    await setTimeout(5);
  }
  assert.deepEqual([...desk.shown.keys()].sort(), writer.cells.map(({ uri }) => uri).sort());
  assert.equal(assembled, 1);
});
