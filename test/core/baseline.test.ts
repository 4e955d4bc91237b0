/** Accepted findings are known again by what stands around them, wherever that has gone to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { accepted, createBaseline, sift } from '../../server/src/core/baseline/baseline.ts';
import { baselineText, parseBaseline } from '../../server/src/core/baseline/file.ts';
import { configurationOf, NO_PROJECT } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const validates = new Ajv().compile(JSON.parse(readFileSync('glossary/schema/baseline.schema.json', 'utf8')));
const configuration = configurationOf(NO_PROJECT);

/** What the rules find in one text. */
function findingsIn(text: string, languageId = 'markdown') {
  const analysis = service.analyze({ uri: 'file:///w/thesis.md', languageId, version: 1, text });
  return service.lint(service.assemble([analysis]), configuration);
}

/** A baseline of all findings in a text, written to its file and read again. */
function baselineOf(text: string, languageId?: string) {
  const written = baselineText(findingsIn(text, languageId).map(each => accepted(each, 'thesis.md')));
  assert.ok(validates(JSON.parse(written)), written);
  const read = parseBaseline(written);
  assert.ok(!('problem' in read));
  return read;
}

const names = (findings: readonly { rule: string; short: string }[]) =>
  findings.map(({ rule, short }) => `${rule} ${short}`);
const newIn = (before: string, after: string, languageId?: string) =>
  names(sift(findingsIn(after, languageId), baselineOf(before, languageId)).fresh);

const THESIS = `# Abstract

Patients were screened for CRS every day, and severe CRS was rare.

# Introduction

Chimeric Antigen Receptor (CAR) T cells are infused once. Many CAR's bind their target, and a CAR signals.
Most patients had CRS within a week; their PFS was long, and PFS rose with dose.

CRS was graded by two readers. The TME keeps cells out of the tumour, and a cold TME stays cold.

| Arm | TFS |
| --- | --- |
| one | 3 |

# Methods

We measured TNF-α and TNF-alpha twice. An CAR was built by hand <!-- immunogloss-ignore QQQ -->.
`;

describe('a baseline', () => {
  test('hides what was there, and nothing else', () => {
    assert.ok(findingsIn(THESIS).length >= 8, names(findingsIn(THESIS)).join());
    assert.deepEqual(newIn(THESIS, THESIS), []);
    const more = THESIS.replace(
      '# Methods',
      '# Methods\n\nThe ORR was high, and the ORR rose, and the ORR fell.',
    );
    assert.deepEqual(newIn(THESIS, more), ['undefined-abbreviation ORR']);
  });

  test('knows a finding again after its paragraph was moved and wrapped anew', () => {
    const [, paragraph = ''] = /(CRS was graded.*)\n/.exec(THESIS) ?? [];
    const moved = `${THESIS.replace(`${paragraph}\n`, '')}\n${paragraph.replaceAll(' ', '\n')}\n`;
    assert.deepEqual(newIn(THESIS, moved), []);
    assert.deepEqual(newIn(THESIS, THESIS.replaceAll('\n', '\r\n')), []);
  });

  test('knows it again when an earlier use was written, as long as the place of before is there', () => {
    const earlier = THESIS.replace('Chimeric', 'We begin with CRS and its causes.\n\nChimeric');
    assert.deepEqual(newIn(THESIS, earlier), []);
  });

  test('shows it where all around it is new', () => {
    const before = 'Severe CRS was rare.\n';
    const after = 'Nobody died, since doctors grade CRS early now and nurses know.\n';
    assert.deepEqual(newIn(before, after), names(findingsIn(after)));
  });

  test('hides nothing of another scope', () => {
    const abstract = '# Abstract\n\nSevere MDSC was rare, and MDSC ended.\n\n# Introduction\n\nNothing.\n';
    const both = abstract.replace('Nothing.', 'Severe MDSC was rare, and MDSC ended.');
    assert.deepEqual(newIn(abstract, both), ['undefined-abbreviation MDSC']);
  });

  test('works over LaTeX markup', () => {
    const text = 'Severe \\emph{CRS} was rare~\\cite{a}, and CRS ended.\n';
    const after = 'Severe CRS was rare~\\cite{a, b, c}, and\nCRS ended. % a comment\n';
    assert.deepEqual(newIn(text, after, 'latex'), []);
  });
});

/** Sentences of a thesis, each with findings of its own. */
const SENTENCES = [
  'Patients were screened for CRS every day.',
  'Chimeric Antigen Receptor (CAR) T cells were infused.',
  "Many CAR's bind their target.",
  'An CAR was built by hand.',
  'The TME keeps cells out.',
  'Survival (PFS) was long and PFS rose.',
  'We measured TNF-α at noon.',
  'At night TNF-alpha fell again.',
  'The second reader saw CRS too.',
];

const text = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 }).chain(sentences =>
  fc
    .array(fc.constantFrom(' ', '\n', '\n\n', '\n\n## A heading\n\n'), {
      minLength: sentences.length,
      maxLength: sentences.length,
    })
    .map(parted => sentences.map((sentence, index) => `${sentence}${parted[index]}`).join('')),
);

/** Text that is about no abbreviation. */
const unrelated = fc.constantFrom(
  ' quite unexpectedly',
  ' (as was said before)',
  '\nand so on and so forth, day after day,',
  ' [@smith2020]',
  ' `code`',
);

/** Places between two words that stand in no definition, and behind no word that tells what the next one is. */
function gaps(given: string): number[] {
  const inside = /(?:Chimeric.*?\)|Survival \(PFS\)|An CAR|Many CAR's)/g;
  const closed = [...given.matchAll(inside)].map(
    ({ index, 0: match }) => [index, index + match.length] as const,
  );
  return [...given.matchAll(/(?<=[\p{L},.)]) /gu)]
    .map(({ index }) => index)
    .filter(at => closed.every(([start, end]) => at < start || at >= end));
}

describe('whatever is written', () => {
  test('unrelated text anywhere brings no accepted finding back', () => {
    fc.assert(
      fc.property(text, fc.nat(), unrelated, (before, where, inserted) => {
        const places = gaps(before);
        const at = places[where % places.length] ?? 0;
        const after = before.slice(0, at) + inserted + before.slice(at);
        assert.deepEqual(newIn(before, after), []);
      }),
    );
  });

  test('a paragraph of unrelated text between others brings none back', () => {
    fc.assert(
      fc.property(text, fc.nat(), (before, where) => {
        const ends = [0, ...[...before.matchAll(/\n\n(?=[A-Z])/g)].map(({ index }) => index + 2)];
        const at = ends[where % ends.length]!;
        const after = `${before.slice(0, at)}A day went by, and all was well.\n\n${before.slice(at)}`;
        assert.deepEqual(newIn(before, after), []);
      }),
    );
  });

  test('a new finding always shows', () => {
    fc.assert(
      fc.property(text, fc.nat(), (before, where) => {
        const ends = [0, ...[...before.matchAll(/\n\n(?=[A-Z])/g)].map(({ index }) => index + 2)];
        const at = ends[where % ends.length]!;
        const added = 'The ORR was high, the ORR rose, and the ORR fell.\n\n';
        const shown = newIn(before, before.slice(0, at) + added + before.slice(at));
        assert.deepEqual(shown, ['undefined-abbreviation ORR']);
      }),
    );
  });
});

describe('the file of a baseline', () => {
  const entry = {
    path: 'a.md',
    rule: 'redefined',
    identity: 'main:crs',
    before: 'severe',
    after: 'was rare',
  };
  const problemIn = (given: string) => {
    const read = parseBaseline(given);
    assert.ok('problem' in read, given);
    const { start, end, message } = read.problem;
    return `"${given.slice(start, end)}" ${message}`;
  };

  test('has one finding a line, by file, and is the same whatever the order was', () => {
    const other = { ...entry, path: 'b.md' };
    const written = baselineText([other, entry, { ...entry }]);
    assert.equal(written, baselineText([entry, other]));
    assert.equal(written.split('\n').filter(line => line.includes('"rule"')).length, 2);
    const read = parseBaseline(written);
    assert.ok('entries' in read);
    assert.deepEqual(read.entries, [entry, other]);
    assert.ok('entries' in parseBaseline(baselineText([])));
  });

  test('that is damaged tells where, and is not read in part', () => {
    const good = baselineText([entry]);
    assert.match(problemIn(''), /^"" The baseline is not valid JSON/);
    assert.match(problemIn(good.slice(0, 40)), /not valid JSON/);
    assert.match(problemIn(good.replace('"main:crs",', '"main:crs"')), /./);
    assert.match(problemIn('[]'), /^"\[\]" A baseline is an object/);
    assert.match(problemIn(good.replace('"version": 1', '"version": 2')), /^"2" This version/);
    assert.match(
      problemIn(good.replace('"main:crs"', '3')),
      /^"\{"rule":"redefined".*\}" A finding must have/,
    );
    assert.match(problemIn('{"version": 1, "findings": {"a.md": 3}}'), /^"3" A file must have a list/);
    assert.match(problemIn('{"version": 1}'), /"findings" must name files/);
    const marked = good.replace('  "findings"', '<<<<<<< HEAD\n  "findings"');
    assert.match(problemIn(marked), /^"<" The baseline is not valid JSON/);
  });

  test('that is broken in any way throws nothing', () => {
    const good = baselineText([entry, { ...entry, path: 'b.md' }]);
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(20), fc.string(), (at, less, more) => {
        const read = parseBaseline(good.slice(0, at) + more + good.slice(at + less));
        if ('problem' in read) assert.ok(read.problem.message.endsWith('.'));
      }),
    );
    assert.ok('problem' in parseBaseline('['.repeat(100_000)));
    const huge = parseBaseline(`${good}${' '.repeat(20_000_000)}`);
    assert.match('problem' in huge ? huge.problem.message : '', /twenty million characters/);
  });

  test('entries that nothing is any more are told apart', () => {
    const gone = createBaseline([entry]);
    assert.equal(sift(findingsIn(THESIS), gone).used.size, 0);
  });
});
