/**
 * A writer at work on several files of several formats, at random; after every step the session shows and
 * answers what a new one does that knows nothing of how the texts came about.
 *
 * `SOAK_RUNS` raises the number of sequences, with other seeds each time.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic, Position } from 'vscode-languageserver';
import { languageOfFile } from '../../server/src/core/index.ts';
import { Desk, MemoryFiles, positionOf, settled } from './inProcess.ts';

const soak = process.env.SOAK_RUNS;
const runs = soak ? { numRuns: Number(soak) } : { numRuns: 25, seed: 6 };

const files: readonly (readonly [uri: string, text: string])[] = [
  ['file:///w/immunogloss.yaml', 'manuscript:\n  - one.md\n  - two.md\n'],
  [
    'file:///w/one.md',
    '---\ntitle: CAR cells\n---\n\n# Introduction\n\nA chimeric antigen receptor (CAR) binds. CRS was seen, and CRS resolved.\n',
  ],
  ['file:///w/two.md', '# Results\r\n\r\nEach CAR was 😀 tested. The CAR lasted; T~reg~ cells, too.\r\n'],
  [
    'file:///w/tex/main.tex',
    '\\documentclass{article}\n\\begin{document}\nA natural killer (NK) cell.\n\\input{part}\nNK won.\n\\end{document}\n',
  ],
  ['file:///w/tex/part.tex', '\\section{Results}\nEach NK was tested. CRS came, and \\textbf{C}RS left.\n'],
  [
    'file:///w/notes.txt',
    'Abstract\n\nThe TME is cold.\n\nIntroduction\n\nThe tumor microenvironment (TME) and the TME.\n',
  ],
  [
    'file:///w/paper.qmd',
    '---\ntitle: CAR cells\n---\n\n```{r}\n#| fig-cap: "CAR density."\nplot(CAR)\n```\n\nChimeric antigen receptor (CAR) cells, and CRS.\n',
  ],
  [
    'file:///w/page.html',
    '<h1>Introduction</h1>\n<p>The <abbr title="natural killer">NK</abbr> cell. CRS was &lt; 3.</p>\n<p>NK <b>C</b>AR.</p>\n',
  ],
  [
    'file:///w/article.xml',
    '<article><body><sec><title>Results</title><p>A <abbrev>NK<def><p>natural killer</p></def></abbrev> cell; CRS.</p></sec></body></article>\n',
  ],
  [
    'file:///w/paper.typ',
    '= Results\nNatural killer (NK) cells, *CAR* cells @a.\n#figure(caption: [CRS by day.])[x]\n',
  ],
  [
    'file:///w/paper.rst',
    'Results\n=======\n\nNatural killer (NK) cells.\n\n.. figure:: a.png\n\n   CRS by day.\n',
  ],
  [
    'file:///w/paper.adoc',
    '== Results\n\nNatural killer (NK) cells, *CAR* cells <<a>>.\n\n----\nCRS\n----\n',
  ],
  [
    'file:///w/paper.org',
    '* Results\nNatural killer (NK) cells, *CAR* cells [cite:@a].\n#+begin_src R\nCRS\n#+end_src\n',
  ],
  [
    'file:///w/study.ipynb',
    '{"cells": [{"cell_type": "markdown", "source": ["Each CAR (chimeric\\n", "antigen receptor) and CRS."]}]}\n',
  ],
];

const languageOf = (uri: string): string => (uri.endsWith('.yaml') ? 'yaml' : languageOfFile(uri));

const pieces = [
  ...['CAR', ' CRS ', 'natural killer (NK)', 'cytokine release syndrome (CRS)', ' (', ')', 's', ' ', '.\n'],
  ...[
    '\n\n',
    '\r\n',
    '\r',
    '\n# Abstract\n\n',
    '*',
    '`',
    '```\n',
    '$',
    '\\',
    '{',
    '}',
    '%',
    '"',
    '<!--',
    '-->',
  ],
  ...[
    '\\input{part}',
    '\\input{main}',
    '\\input{gone}',
    '\\gls{car}',
    '\\begin{abstract}',
    '\\section{Abstract}\n',
    '😀',
    'e\u0301',
    '\ud83e',
    '漢',
  ],
  ...[
    '<p>',
    '</p>',
    '&amp;',
    '\n== Results\n',
    '\n----\n',
    '\n.. note::\n\n   ',
    '#figure(',
    '[',
    ']',
    '\n#+begin_src\n',
  ],
  ...['\n<!-- immunogloss-ignore CRS -->\n', '\n# Abbreviations\n\nNK: natural killer\n', ''],
];

const settings = [
  { lint: { run: 'onType' } },
  { lint: { run: 'onType' }, ignore: ['CRS'] },
  { lint: { run: 'onType' }, rules: { 'undefined-abbreviation': 'hint', 'unused-definition': 'off' } },
];

/** Steps and edits so far, and edits by format. */
const done = { steps: 0, edits: 0, formats: new Map<string, number>() };
after(() => {
  if (soak) console.log(`${done.steps} steps, ${done.edits} edits`, Object.fromEntries(done.formats));
});

interface Page {
  text: string;
  version: number;
  /** Texts to go back to. */
  readonly before: string[];
}

/** What the writer's editor holds. */
interface Model {
  readonly pages: Map<string, Page>;
  readonly encoding: string;
  settings: unknown;
}

interface Real {
  desk: Desk;
  readonly disk: MemoryFiles;
}

type Step = fc.AsyncCommand<Model, Real>;

function step(
  name: string,
  possible: (model: Readonly<Model>) => boolean,
  act: (model: Model, real: Real) => void | Promise<void>,
): Step {
  return {
    check: possible,
    toString: () => name,
    async run(model, real) {
      await act(model, real);
      done.steps++;
      await settled();
      await assertAsCold(model, real);
    },
  };
}

const uri = fc.constantFrom(...files.map(([each]) => each).filter(each => !each.endsWith('.yaml')));

const open = uri.map(at =>
  step(
    `open ${at}`,
    ({ pages }) => !pages.has(at),
    ({ pages }, { desk, disk }) => {
      const text = disk.texts.get(at) ?? '';
      pages.set(at, { text, version: 1, before: [] });
      desk.session.opened({ textDocument: { uri: at, languageId: languageOf(at), version: 1, text } });
    },
  ),
);

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc
  .record({
    at: uri,
    from: fraction,
    remove: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
    insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })),
  })
  .map(each =>
    step(
      `edit ${JSON.stringify(each)}`,
      ({ pages }) => pages.has(each.at),
      (model, { desk }) => {
        const page = model.pages.get(each.at)!;
        const start = characterStart(page.text, Math.floor(each.from * page.text.length));
        const end = characterStart(page.text, Math.min(page.text.length, start + each.remove));
        replace(model, desk, each.at, start, end, each.insert);
        page.before.push(page.text);
        page.text = page.text.slice(0, start) + each.insert + page.text.slice(end);
      },
    ),
  );

const undo = uri.map(at =>
  step(
    `undo in ${at}`,
    ({ pages }) => (pages.get(at)?.before.length ?? 0) > 0,
    (model, { desk }) => {
      const page = model.pages.get(at)!;
      const text = page.before.pop()!;
      let start = 0;
      while (start < Math.min(text.length, page.text.length) && text[start] === page.text[start]) start++;
      start = characterStart(text, characterStart(page.text, start));
      replace(model, desk, at, start, page.text.length, text.slice(start));
      page.text = text;
    },
  ),
);

const save = uri.map(at =>
  step(
    `save ${at}`,
    ({ pages }) => pages.has(at),
    async ({ pages }, { desk, disk }) => {
      const type = disk.texts.has(at) ? 2 : 1;
      disk.texts.set(at, pages.get(at)!.text);
      await desk.session.saved({ textDocument: { uri: at } });
      desk.session.filesChanged({ changes: [{ uri: at, type }] });
    },
  ),
);

const close = uri.map(at =>
  step(
    `close ${at}`,
    ({ pages }) => pages.has(at),
    ({ pages }, { desk }) => {
      pages.delete(at);
      desk.session.closed({ textDocument: { uri: at } });
    },
  ),
);

/** A file vanishes from the disk, or comes back as it was at first. */
const vanish = uri.map(at =>
  step(
    `vanish or come back ${at}`,
    () => true,
    (_, { desk, disk }) => {
      const isThere = disk.texts.delete(at);
      if (!isThere) disk.texts.set(at, new Map(files).get(at)!);
      desk.session.filesChanged({ changes: [{ uri: at, type: isThere ? 3 : 1 }] });
    },
  ),
);

const configure = fc.constantFrom(...settings).map(value =>
  step(
    `configure ${JSON.stringify(value)}`,
    () => true,
    async (model, { desk }) => {
      model.settings = value;
      await desk.session.configured({ settings: { immunogloss: value } });
    },
  ),
);

for (const encoding of ['utf-16', 'utf-8', 'utf-32']) {
  test(`in ${encoding}, whatever a writer does, the session shows and answers what a new one does`, async () => {
    const weighed = [
      { weight: 3, arbitrary: open },
      { weight: 12, arbitrary: edit },
      { weight: 3, arbitrary: undo },
      { weight: 1, arbitrary: fc.oneof(save, close, vanish, configure) },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.commands([fc.oneof(...weighed)] as unknown as fc.Arbitrary<Step>[], {
          maxCommands: 40,
          size: 'max',
        }),
        async steps => {
          const [first] = settings;
          const disk = new MemoryFiles(files);
          const desk = await Desk.start(disk, { encoding, settings: first });
          const model: Model = { pages: new Map(), encoding, settings: first };
          await fc.asyncModelRun(() => ({ model, real: { desk, disk } }), steps);
        },
      ),
      runs,
    );
  });
}

/** Compares with a session that is only told how things stand now. */
async function assertAsCold(model: Model, { desk, disk }: Real): Promise<void> {
  const cold = await Desk.start(disk, { encoding: model.encoding, settings: model.settings });
  for (const [each, { text, version }] of model.pages) {
    cold.session.opened({ textDocument: { uri: each, languageId: languageOf(each), version, text } });
  }
  await settled();
  assert.deepEqual(desk.log.filter(isFault), [], 'faults');
  for (const [each, { text }] of model.pages) {
    assert.equal(desk.analysed.get(each), text, `the text of ${each}`);
    assert.deepEqual(shownIn(desk, each), shownIn(cold, each), `what is shown in ${each}`);
    for (const position of placesIn(text, model.encoding)) {
      const params = { textDocument: { uri: each }, position };
      assert.deepEqual(
        await desk.session.definition(params),
        await cold.session.definition(params),
        `the definition at ${JSON.stringify(position)} in ${each}`,
      );
    }
  }
  for (const [each, diagnostics] of desk.shown) {
    if (!model.pages.has(each) && !each.endsWith('.yaml'))
      assert.deepEqual(diagnostics, [], `${each} is closed`);
  }
}

/** A file that is missing is told in the output; an exception is a fault. */
function isFault(line: string): boolean {
  return !line.endsWith('does not exist.');
}

function shownIn(desk: Desk, at: string): readonly Diagnostic[] {
  return desk.shown.get(at) ?? [];
}

function replace(
  { pages, encoding }: Model,
  desk: Desk,
  at: string,
  start: number,
  end: number,
  text: string,
): void {
  const page = pages.get(at)!;
  done.edits++;
  done.formats.set(languageOf(at), (done.formats.get(languageOf(at)) ?? 0) + 1);
  const range = { start: positionOf(page.text, start, encoding), end: positionOf(page.text, end, encoding) };
  desk.session.edited({
    textDocument: { uri: at, version: ++page.version },
    contentChanges: [{ range, text }],
  });
}

/** Where abbreviations stand, the first dozen. */
function placesIn(text: string, encoding: string): readonly Position[] {
  return [...text.matchAll(/\b(?:CAR|CRS|NK|TME)\b/g)]
    .slice(0, 12)
    .map(({ index }) => positionOf(text, index + 1, encoding));
}

/** The nearest offset at or before this one that a cursor can stand at: not inside a pair or a line end. */
function characterStart(text: string, offset: number): number {
  const isInside =
    (text[offset - 1] === '\r' && text[offset] === '\n') || (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return isInside ? offset - 1 : offset;
}
