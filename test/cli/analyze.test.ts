import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { DefinitionForm, MentionClass, Role, Severity, Status } from '../../server/src/core/index.ts';
import { type AbbreviationRecord, type AnalysisRecord, checked, Desk } from './program.ts';

const desk = new Desk();

const ABSTRACT = `# Abstract

Graft-versus-host disease (GvHD) limits transplantation.
`;
const BODY = `# Introduction

In mice, GvHD begins with tissue damage. Later, GvHD is driven by chimeric antigen
receptor (CAR) T cells; a CAR is not a TCR. Every TCR and every CAR binds; the TCR binds weakly, a TCR signals.
`;

async function analyzed(...args: string[]): Promise<AnalysisRecord['manuscripts']> {
  const { code, out, err } = await desk.run(['analyze', '--format', 'json', ...args]);
  assert.equal(err, '');
  assert.equal(code, 0);
  return checked<AnalysisRecord>('analysis', out).manuscripts;
}

describe('analyze', () => {
  test('gives every definition, its texts and offsets as the file has them', async () => {
    desk.put('paper.md', ABSTRACT + BODY);
    const [manuscript] = await analyzed('paper.md');
    const text = ABSTRACT + BODY;
    const { definitions } = manuscript!.documents[0]!;
    assert.deepEqual(
      definitions.map(({ short, long, form, scope }) => [short, long, form, scope]),
      [
        ['GvHD', 'Graft-versus-host disease', 'long-short', 'abstract'],
        ['CAR', 'chimeric antigen\nreceptor', 'long-short', 'body'],
      ],
    );
    for (const each of definitions) {
      assert.equal(text.slice(each.shortStart, each.shortEnd), each.short);
      assert.equal(text.slice(each.longStart, each.longEnd), each.long);
      assert.ok(each.start <= each.longStart && each.shortEnd <= each.end);
    }
  });

  test('gives every abbreviation, where it first stands and how it stands in its scopes', async () => {
    desk.put('paper.md', ABSTRACT + BODY);
    const [manuscript] = await analyzed('paper.md');
    const of = (short: string) => manuscript!.abbreviations.find(each => each.short === short)!;
    assert.deepEqual(of('TCR').scopes, { abstract: null, main: 'undefined' });
    assert.equal(of('TCR').status, 'undefined');
    assert.equal(of('TCR').long, null);
    assert.equal(of('TCR').uses, 4);
    assert.equal(of('CAR').status, 'defined');
    assert.equal(of('CAR').long, 'chimeric antigen\nreceptor');
    assert.equal(of('GvHD').scopes.abstract, 'defined');
    assert.equal(of('GvHD').scopes.main, 'defined-only-in-abstract');
    const start = (ABSTRACT + BODY).indexOf('GvHD');
    assert.deepEqual(of('GvHD').first, { path: 'paper.md', start, line: 3, column: start - 11 });
  });

  test('keys stand in the order that is written down', async () => {
    desk.put('paper.md', ABSTRACT + BODY);
    const { out } = await desk.run(['analyze', 'paper.md']);
    const [manuscript] = JSON.parse(out).manuscripts;
    const keys = (value: object) => Object.keys(value).join(' ');
    assert.equal(keys(manuscript), 'abbreviations documents');
    const [document] = manuscript.documents;
    assert.equal(keys(document), 'path languageId words definitions diagnostics');
    assert.equal(
      keys(document.definitions[0]),
      'short long form start end shortStart shortEnd longStart longEnd scope',
    );
    const [abbreviation] = manuscript.abbreviations;
    assert.equal(keys(abbreviation), 'short variants status scopes class uses first long reason');
    assert.equal(keys(abbreviation.scopes), 'abstract main');
    assert.equal(keys(abbreviation.first), 'path start line column');
  });

  test('findings are no failure; what cannot be read is one', async () => {
    desk.put('paper.md', BODY);
    assert.equal((await desk.run(['analyze', 'paper.md'])).code, 0);
    assert.equal((await desk.run(['analyze', 'paper.md', 'nowhere.md'])).code, 2);
    assert.equal((await desk.run(['analyze', 'paper.md', '--format', 'pretty'])).code, 2);
    assert.equal((await desk.run(['analyze', 'paper.md', '--ndjson'])).code, 2);
    assert.equal((await desk.run(['analyze'])).code, 2);
  });

  test('odd texts are texts', async () => {
    const texts = {
      empty: '',
      combining: 'Chime\u0301ric antigen receptor (CAR). A CAR, the CAR, this CAR.',
      hebrew: 'תאי CAR (chimeric antigen receptor) ו-CAR ו-CAR.',
      emoji: '👩🏽‍🔬 natural killer (NK) 🧬 NK NK NK',
      nested: `${'> '.repeat(2000)}CAR`,
      brackets: `${'('.repeat(20_000)}CAR${')'.repeat(20_000)}`,
    };
    for (const [name, text] of Object.entries(texts)) desk.put(`odd/${name}.md`, text);
    assert.equal((await analyzed('odd')).length, Object.keys(texts).length);
  });

  test('a whole book is read', async () => {
    const paragraph = `${BODY.split('\n').slice(2).join(' ')}\n\n`;
    desk.put('long.md', paragraph.repeat(5000));
    const [manuscript] = await analyzed('long.md');
    const tcr = manuscript!.abbreviations.find(each => each.short === 'TCR');
    assert.equal(tcr?.status, 'undefined');
    assert.equal(tcr.uses, 20_000);
  });
});

describe('manuscripts', () => {
  const chapters = (manuscripts: AnalysisRecord['manuscripts']) =>
    manuscripts.map(each => each.documents.map(document => document.path));
  const statusOf = (manuscripts: AnalysisRecord['manuscripts'], short: string) =>
    manuscripts.map(each => each.abbreviations.find(abbreviation => abbreviation.short === short)?.status);

  const FIRST = 'T-cell receptor (TCR) genes rearrange. The TCR and the TCR.\n';
  const SECOND = 'A TCR binds peptides. This TCR and that TCR.\n';

  test('each file is one of its own', async () => {
    desk.put('apart/a.md', FIRST).put('apart/b.md', SECOND);
    const manuscripts = await analyzed('apart/a.md', 'apart/b.md');
    assert.deepEqual(chapters(manuscripts), [['apart/a.md'], ['apart/b.md']]);
    assert.deepEqual(statusOf(manuscripts, 'TCR'), ['defined', 'undefined']);
  });

  test('--manuscript reads all as one, in the order given', async () => {
    desk.put('order/a.md', FIRST).put('order/b.md', SECOND);
    const inOrder = await analyzed('--manuscript', 'order/a.md', 'order/b.md');
    assert.deepEqual(chapters(inOrder), [['order/a.md', 'order/b.md']]);
    assert.deepEqual(statusOf(inOrder, 'TCR'), ['defined']);
    const turned = await analyzed('--manuscript', 'order/b.md', 'order/a.md');
    assert.deepEqual(chapters(turned), [['order/b.md', 'order/a.md']]);
    assert.deepEqual(statusOf(turned, 'TCR'), ['used-before-definition']);
  });

  test('a declared manuscript is read whole and in its order, whichever of its files is named', async () => {
    desk
      .put('declared/immunogloss.yaml', 'manuscript:\n  - text/results.md\n  - text/methods.md\n')
      .put('declared/text/methods.md', SECOND)
      .put('declared/text/results.md', FIRST)
      .put('declared/text/letter.md', SECOND);
    const whole = [['declared/text/results.md', 'declared/text/methods.md']];
    assert.deepEqual(chapters(await analyzed('declared/text/methods.md')), whole);
    assert.deepEqual(statusOf(await analyzed('declared/text/methods.md'), 'TCR'), ['defined']);
    assert.deepEqual(chapters(await analyzed('declared')), [['declared/text/letter.md'], ...whole]);
    const apart = await analyzed('--no-manuscript', 'declared/text/methods.md');
    assert.deepEqual(chapters(apart), [['declared/text/methods.md']]);
    assert.deepEqual(statusOf(apart, 'TCR'), ['undefined']);
  });

  test('without paths it is the declared manuscript, in whatever folder below the project', async () => {
    desk
      .put('bare/immunogloss.yaml', 'manuscript: ["text/*.md"]\n')
      .put('bare/text/1.md', FIRST)
      .put('bare/text/2.md', SECOND);
    const { code, out } = await desk.run(['analyze'], { cwd: 'bare/text' });
    assert.equal(code, 0);
    assert.deepEqual(chapters(checked<AnalysisRecord>('analysis', out).manuscripts), [['1.md', '2.md']]);
  });

  test('a declared file that is missing is told where it is declared', async () => {
    desk.put('gone/immunogloss.yaml', 'manuscript:\n  - one.md\n  - two.md\n').put('gone/one.md', FIRST);
    const { code, out, err } = await desk.run(['analyze', 'gone/one.md']);
    assert.equal(code, 2);
    assert.equal(err, 'immunogloss: gone/immunogloss.yaml:3:5: There is no file "two.md".\n');
    assert.deepEqual(chapters(checked<AnalysisRecord>('analysis', out).manuscripts), [['gone/one.md']]);
  });

  test('an included file is part of it; one that is missing or includes itself is a finding', async () => {
    desk
      .put(
        'latex/main.tex',
        '\\documentclass{article}\\begin{document}\n\\input{one}\n\\input{lost}\n\\end{document}\n',
      )
      .put('latex/one.tex', `${FIRST}\n\\input{main.tex}\n`);
    const manuscripts = await analyzed('latex/main.tex');
    assert.deepEqual(chapters(manuscripts), [['latex/main.tex', 'latex/one.tex']]);
    const found = manuscripts[0]!.documents.map(each =>
      each.diagnostics
        .filter(({ rule }) => /file|inclusion/.test(rule))
        .map(({ rule, line }) => [rule, line]),
    );
    assert.deepEqual(found, [[['missing-file', 3]], [['circular-inclusion', 3]]]);
    desk.put('latex/immunogloss.yaml', 'rules: {missing-file: off, circular-inclusion: off}\n');
    assert.equal((await desk.run(['check', 'latex'])).code, 0);
  });
});

describe('manuscripts that a folder tells of', () => {
  const documents = async (...args: string[]) =>
    (await analyzed(...args)).map(each => each.documents.map(document => document.path));

  test('a LaTeX project is one manuscript, whichever file is named', async () => {
    desk
      .put('thesis/chapters/one.tex', 'The T-cell receptor (TCR) binds. The TCR and the TCR.\n')
      .put('thesis/chapters/two.tex', 'A TCR signals. This TCR and that TCR.\n')
      .put(
        'thesis/main.tex',
        '\\documentclass{book}\n\\begin{document}\n\\include{chapters/one}\n\\include{chapters/two}\n\\end{document}\n',
      );
    const whole = [['thesis/main.tex', 'thesis/chapters/one.tex', 'thesis/chapters/two.tex']];
    assert.deepEqual(await documents('thesis'), whole);
    assert.deepEqual(await documents('thesis/chapters/two.tex'), whole);
    assert.deepEqual(await documents('--no-manuscript', 'thesis/chapters/two.tex'), [
      ['thesis/chapters/two.tex'],
    ]);
    const [manuscript] = await analyzed('thesis/chapters/two.tex');
    assert.equal(manuscript?.abbreviations.find(each => each.short === 'TCR')?.status, 'defined');
  });

  test('a Manubot manuscript is read in the order of its numbers', async () => {
    desk
      .put('manubot/content/01.abstract.md', '## Abstract {.page_break_before}\n\nCells.\n')
      .put('manubot/content/02.introduction.md', '## Introduction\n\nCells.\n')
      .put('manubot/content/metadata.yaml', 'title: Cells\n');
    assert.deepEqual(await documents('manubot'), [
      ['manubot/content/01.abstract.md', 'manubot/content/02.introduction.md'],
    ]);
  });

  test('what a book lists and is missing is told where it is listed', async () => {
    desk
      .put('book/_quarto.yml', 'book:\n  chapters:\n    - index.qmd\n    - gone.qmd\n')
      .put('book/index.qmd', 'Cells.\n');
    const { code, out, err } = await desk.run(['analyze', 'book']);
    assert.equal(code, 2);
    assert.equal(err, 'immunogloss: book/_quarto.yml:4:7: There is no file "gone.qmd".\n');
    const [manuscript] = checked<AnalysisRecord>('analysis', out).manuscripts;
    assert.deepEqual(
      manuscript?.documents.map(each => [each.path, each.languageId]),
      [['book/index.qmd', 'quarto']],
    );
  });
});

/** The members of a union of strings, which must all be named: a missing or extra one doesn't compile. */
const members = <T extends string>(all: Readonly<Record<T, true>>) => Object.keys(all).sort();

test('the closed lists of the schema are those of the core', () => {
  const { definitions } = JSON.parse(readFileSync('glossary/schema/output.schema.json', 'utf8'));
  const listed = (name: string) => [...definitions[name].enum].sort();
  assert.deepEqual(
    listed('form'),
    members<DefinitionForm>({
      'long-short': true,
      'short-long': true,
      apposition: true,
      coordinated: true,
      list: true,
      markup: true,
      macro: true,
    }),
  );
  assert.deepEqual(
    listed('severity'),
    members<Severity>({ error: true, warning: true, information: true, hint: true }),
  );
  assert.deepEqual(
    listed('status'),
    members<Status>({
      defined: true,
      macro: true,
      exempt: true,
      'defined-only-in-list': true,
      'defined-only-in-abstract': true,
      'used-before-definition': true,
      undefined: true,
    }),
  );
  assert.deepEqual(
    listed('scope'),
    members<Role>({
      title: true,
      'running-title': true,
      keywords: true,
      abstract: true,
      body: true,
      heading: true,
      caption: true,
      table: true,
      box: true,
      footnote: true,
      'abbreviation-list': true,
      references: true,
      authors: true,
      'back-matter': true,
      supplement: true,
      metadata: true,
    }),
  );
  assert.deepEqual(
    listed('class'),
    members<MentionClass>({
      abbreviation: true,
      'gene-or-protein': true,
      'cell-marker': true,
      cytokine: true,
      hla: true,
      immunoglobulin: true,
      unit: true,
      chemical: true,
      'roman-numeral': true,
      statistics: true,
      standard: true,
      product: true,
      'cell-line': true,
      strain: true,
      trial: true,
      database: true,
      software: true,
      organisation: true,
      degree: true,
      initials: true,
      label: true,
      variable: true,
      sequence: true,
      emphasis: true,
    }),
  );
});

test('of what is not reported although it is not in order, it says why', async () => {
  const text =
    '<!-- immunogloss-ignore QXC -->\n\n# Results\n\nQXA, QXB, QXC, QXD and QXE came. Of QXA, QXB, QXC, QXD and QXE, ' +
    'one stayed. QXA, QXB, QXC, QXD and QXE differ.\n';
  const desk = new Desk().put('paper.md', text);
  desk.put('immunogloss.yaml', 'ignore:\n  - QXA\n  - {pattern: "*B", scope: main}\n');
  const why = async () => {
    const { out } = await desk.run(['analyze', 'paper.md']);
    const [{ abbreviations }] = JSON.parse(out).manuscripts;
    const told = abbreviations.map(({ short, notReported }: AbbreviationRecord) => [short, notReported]);
    return Object.fromEntries(told);
  };
  assert.deepEqual(await why(), {
    QXA: 'ignored in immunogloss.yaml or in your settings',
    QXB: 'ignored in immunogloss.yaml',
    QXC: 'ignored by a comment',
    QXD: undefined,
    QXE: undefined,
  });
  await desk.run(['check', '--write-baseline', 'paper.md']);
  desk.put('paper.md', `${text}\nQXF is new, QXF is good, QXF is ours.\n`);
  const { QXD, QXF } = await why();
  assert.deepEqual([QXD, QXF], ['accepted in the baseline', undefined]);
  desk.put('immunogloss.yaml', 'rules: {undefined-abbreviation: off}\n');
  assert.equal((await why()).QXF, 'the rule undefined-abbreviation is off');
});
