import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Analysis,
  type Configuration,
  createService,
  rules,
  type Service,
  type SourceDocument,
} from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { sentences } from './sentences.ts';

/**
 * `FUZZ_RUNS` raises the number of edit sequences, `FUZZ_EDITS` makes them that long, and with `FUZZ_EVERY` the
 * comparison, which costs ten times the edit, comes after every so many edits and after the last.
 */
const numRuns = Number(process.env.FUZZ_RUNS ?? 25);
const length = Number(process.env.FUZZ_EDITS ?? 0);
const every = Number(process.env.FUZZ_EVERY ?? 1);

/** A sequence of steps: up to a dozen, or as many as `FUZZ_EDITS` says. */
const sequence = <T>(step: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  length > 0
    ? fc.array(step, { minLength: length, maxLength: length })
    : fc.array(step, { minLength: 1, maxLength: 12 });

/** Whether to compare after this step of a sequence. */
const isCompared = (step: number, steps: readonly unknown[]): boolean =>
  (step + 1) % every === 0 || step === steps.length - 1;

/** Every rule, and an abbreviation pays from two uses on, so that short texts have findings of all kinds. */
const configuration: Configuration = {
  rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])),
  ignore: [],
  minimumUses: 2,
};
/** Knows nothing of earlier versions. */
const cold = (): Service => createService(service.glossary);

const starts: Readonly<Record<string, string>> = {
  markdown: `---
title: CAR-NK cells
abstract: Cytokine release syndrome (CRS) is rare.
---

# Introduction

Chimeric antigen receptor (CAR) NK cells and T~reg~ cells [@a]. IL-2 and CD8^+^ T cells.

| Cell | Long form |
|------|-----------|
| TIL  | tumor-infiltrating lymphocyte |

# Abbreviations

NK: Natural killer
`,
  latex: `\\documentclass{article}
\\newacronym{tme}{TME}{tumour microenvironment}
\\begin{document}
\\begin{abstract}
Cytokine release syndrome (CRS) is rare. CRS resolves, and a NK cell is not.
\\end{abstract}
\\section{Introduction}
Chimeric antigen receptor (CAR) NK cells and T\\textsubscript{reg} cells \\cite{a} in the \\gls{tme}.

The chimeric antigen receptor binds; CARs and CAR's bind. P.C.R. was done, and PCR. CAR-T and CAR T.
\\begin{table}\\caption{GVHD: graft-versus-host disease}\\begin{tabular}{ll}A & B \\\\ GVHD & 2\\end{tabular}\\end{table}
\\section*{Abbreviations}
NK: natural killer

GVHD: graft-versus-host disease
\\end{document}
`,
  html: `<title>NK cells</title><h1>Abstract</h1><p>CRS is rare.</p><h1>Introduction</h1>
<p>Cytokine release syndrome (CRS) and <abbr title="natural killer">NK</abbr> cells; an CAR.</p>
`,
  ipynb: `{"cells": [
 {"cell_type": "markdown", "source": ["# Abstract\\n", "CRS is rare."]},
 {"cell_type": "markdown", "source": "Cytokine release syndrome (CRS); CRS and CRS. CRS antigen."}
]}
`,
  typst: `= Introduction
Natural killer (NK) cells and *CAR* T cells @a. NK cells, natural killer cells.
`,
  jats: `<article><front><article-meta><title-group><article-title>NK cells</article-title></title-group>
<abstract><p>Cytokine release syndrome (CRS) is rare; CRS<xref>1</xref> resolves.</p></abstract></article-meta></front>
<body><sec><title>Introduction</title><p>An CAR and a <abbrev>NK<def><p>natural killer</p></def></abbrev> cell.</p></sec></body>
<back><def-list><def-item><term>TME</term><def><p>tumor microenvironment</p></def></def-item></def-list></back></article>
`,
  restructuredtext: `Introduction
============

Natural killer (NK) cells and **CAR** T cells [1]_. NK cells, natural killer cells, and \`\`code\`\`.

.. figure:: a.png

   GVHD: graft-versus-host disease.
`,
  asciidoc: `= NK cells

== Introduction

Natural killer (NK) cells and *CAR* T cells <<a>>. NK cells, natural killer cells.

----
CRS in code
----
`,
  org: `#+TITLE: NK cells
* Introduction
Natural killer (NK) cells and *CAR* T cells [cite:@a]. NK cells, natural killer cells.
#+begin_src R
CRS
#+end_src
`,
  plaintext: `A title of no great length

Abstract

Chimeric antigen receptor (CAR) cells kill; CARs bind.

Introduction

The TME is cold, and the TME (tumor microenvironment) is acid.

Abbreviations

CRS, cytokine release syndrome; NK, natural killer
`,
};

const pieces = [
  'CAR',
  ' (NK)',
  'natural killer (NK)',
  '\n\n',
  '\n# Abstract\n\n',
  '*',
  '`',
  '```\n',
  '---\n',
  '|',
  'T~reg~',
  '(',
  ')',
  's',
  ' ',
  '\r\n',
  '<!--',
  '-->',
  '$',
  'References\n\n',
  '\uD83E',
  '😀',
  'natural killer cells ',
  'cytokine ',
  '\\section{Abstract}\n',
  '<p>',
  '\n<!-- immunogloss-ignore CAR -->\n',
  '\n== Abstract\n\n',
  '\n----\n',
  '</p>',
];

/** What an analysis says, without what only speeds up the next one. */
function facts({ blocks, words }: Analysis): unknown {
  return {
    words,
    blocks: blocks.map(({ start, end, role, facts: found }) => ({ start, end, role, ...found })),
  };
}

/** What the rules say, fixes included. */
function findings({ assemble, lint }: Service, analyses: readonly Analysis[]): unknown {
  return lint(assemble(analyses), configuration).map(each => ({
    rule: each.rule,
    identity: each.identity,
    start: each.start,
    end: each.end,
    message: each.message,
    severity: each.severity,
    related: each.related,
    fixes: each.fixes?.(),
  }));
}

/** What a manuscript says of its abbreviations. */
function resolved({ assemble }: Service, analyses: readonly Analysis[]): unknown {
  return assemble(analyses).abbreviations.map(each => ({
    key: each.key,
    variants: each.variants,
    class: each.class,
    status: each.status,
    uses: each.uses,
    mentions: each.mentions.map(({ start, end, surface }) => ({ start, end, surface })),
    definitions: each.definitions.map(({ start, longText }) => ({ start, longText })),
    spelledOut: each.spelledOut.map(({ start, long }) => ({ start, long })),
  }));
}

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  // As long as what comes in, on average.
  remove: fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 8 }) },
    { weight: 1, arbitrary: fc.nat({ max: 40 }) },
  ),
  insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })),
});

/** A notebook as Jupyter writes it, whose cells are the parts of a Markdown text between blank lines. */
function notebookOf(markdown: string): string {
  const cells = markdown.split(/(?<=\n\n)/).map(part => ({
    cell_type: 'markdown',
    metadata: {},
    source: part.split(/(?<=\n)/),
  }));
  return `${JSON.stringify({ cells, nbformat: 4 }, undefined, 1)}\n`;
}

interface Manner {
  readonly name: string;
  readonly languageId: string;
  /** What is edited, at first. */
  readonly start: string;
  /** Where what is edited isn't itself the document's text: the text that it makes. */
  readonly write?: (edited: string) => string;
}

const manners: readonly Manner[] = [
  ...Object.entries(starts).map(([languageId, start]) => ({ name: languageId, languageId, start })),
  { name: 'cells of a notebook', languageId: 'ipynb', start: starts.markdown!, write: notebookOf },
];

for (const { name, languageId, start, write } of manners) {
  test(`${name}: reading again after edits gives what reading anew gives`, t => {
    let count = 0;
    fc.assert(
      fc.property(sequence(edit), edits => {
        let edited = start;
        let document: SourceDocument = {
          uri: 'file:///a',
          languageId,
          version: 1,
          text: write?.(edited) ?? edited,
        };
        let live = service.analyze(document);
        for (const [step, { at, remove, insert }] of edits.entries()) {
          const from = Math.floor(at * edited.length);
          const to = Math.min(edited.length, from + remove);
          edited = edited.slice(0, from) + insert + edited.slice(to);
          document = { ...document, version: document.version + 1, text: write?.(edited) ?? edited };
          const change = { start: from, end: to, newLength: insert.length };
          live = service.analyze(document, live, write ? undefined : change);
          count++;
          if (!isCompared(step, edits)) continue;
          const fresh = cold();
          const anew = fresh.analyze(document);
          assert.deepEqual(facts(live), facts(anew));
          assert.deepEqual(findings(service, [live]), findings(fresh, [anew]));
          assert.deepEqual(resolved(service, [live]), resolved(fresh, [anew]));
          assert.deepEqual(facts(service.analyze(document, live)), facts(anew));
        }
      }),
      { numRuns },
    );
    t.diagnostic(`${count} edits`);
  });
}

/** Two long paragraphs below a heading, as each format has them. */
const layouts: Readonly<Record<string, (one: string, two: string) => string>> = {
  markdown: (one, two) => `# Abstract\n\n${one}\n\n# Results\n\n${two}\n\nThe *CAR* binds [@a].\n`,
  latex: (one, two) =>
    `\\documentclass{article}\n\\begin{document}\n\\begin{abstract}\n${one}\n\\end{abstract}\n\\section{Results}\n${two}\n\\end{document}\n`,
  html: (one, two) => `<h1>Abstract</h1><p>${one}</p><h1>Results</h1>\n<p>${two} <em>CAR</em>.</p>\n`,
  plaintext: (one, two) => `A title of no great length\n\nAbstract\n\n${one}\n\nResults\n\n${two}\n`,
  typst: (one, two) => `= Abstract\n\n${one}\n\n= Results\n\n${two} @a\n`,
  asciidoc: (one, two) => `= NK cells\n\n== Abstract\n\n${one}\n\n== Results\n\n${two}\n`,
};

/** What somebody does who writes: a letter or a blank more, a letter less, now and then a sign. */
const letter = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 1 }),
  insert: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'aeiorstnlA ') },
    fc.constantFrom('', ' ', ',', '.', '(', ')', '-', '*', 's', ' natural ', ' cell'),
  ),
});

for (const [languageId, layout] of Object.entries(layouts)) {
  test(`${languageId}: letters typed in long paragraphs give what reading anew gives`, () => {
    const half = fc.shuffledSubarray([...sentences], { minLength: 6 }).map(chosen => chosen.join(' '));
    fc.assert(
      fc.property(half, half, sequence(letter), (one, two, letters) => {
        let document: SourceDocument = { uri: 'file:///a', languageId, version: 1, text: layout(one, two) };
        let live = service.analyze(document);
        findings(service, [live]);
        for (const [step, { at, remove, insert }] of letters.entries()) {
          const { text, version } = document;
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + remove);
          const now = text.slice(0, start) + insert + text.slice(end);
          document = { ...document, version: version + 1, text: now };
          live = service.analyze(document, live, { start, end, newLength: insert.length });
          if (!isCompared(step, letters)) continue;
          const fresh = cold();
          const anew = fresh.analyze(document);
          assert.deepEqual(facts(live), facts(anew));
          assert.deepEqual(findings(service, [live]), findings(fresh, [anew]));
          assert.deepEqual(resolved(service, [live]), resolved(fresh, [anew]));
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
}

test('edits in several files of one manuscript give what reading all of them anew gives', t => {
  let count = 0;
  const texts = [starts.markdown!, starts.latex!, starts.plaintext!];
  const languages = ['markdown', 'latex', 'plaintext'];
  const swap = fc.record({ file: fc.nat({ max: 2 }), edit, reverse: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(sequence(swap), steps => {
      let documents = texts.map(
        (text, index): SourceDocument => ({
          uri: `file:///${index}`,
          languageId: languages[index]!,
          version: 1,
          text,
        }),
      );
      let live = documents.map(document => service.analyze(document));
      for (const [step, { file, edit: change, reverse }] of steps.entries()) {
        const before = documents[file]!;
        const from = Math.floor(change.at * before.text.length);
        const text = before.text.slice(0, from) + change.insert + before.text.slice(from + change.remove);
        const after = { ...before, version: before.version + 1, text };
        documents = documents.with(file, after);
        live = live.with(file, service.analyze(after, live[file]));
        count++;
        // The same files, read in another order.
        if (reverse === 0) {
          documents = documents.toReversed();
          live = live.toReversed();
        }
        if (!isCompared(step, steps)) continue;
        const fresh = cold();
        const anew = documents.map(document => fresh.analyze(document));
        assert.deepEqual(findings(service, live), findings(fresh, anew));
        assert.deepEqual(resolved(service, live), resolved(fresh, anew));
      }
    }),
    { numRuns },
  );
  t.diagnostic(`${count} edits`);
});

test('what was found of an abbreviation is remembered as long as its own blocks are the same', () => {
  const document = { uri: 'file:///b.md', languageId: 'markdown', version: 1 };
  const text = 'The TME is cold, and TMEs are dense.\n\nEach CAR was seen.\n\nThe TME again.\n';
  const before = service.analyze({ ...document, text });
  const states = (analysis: Analysis): Map<string, object> =>
    new Map(service.assemble([analysis]).abbreviations.map(({ key, state }) => [key, state]));
  const old = states(before);
  const now = states(
    service.analyze({ ...document, version: 2, text: text.replace('CAR was', 'CAR, a CAR, was') }, before),
  );
  assert.equal(now.get('tme'), old.get('tme'));
  assert.notEqual(now.get('car'), old.get('car'));
});

test('one edit in a long text reads its own block alone', () => {
  const paragraph = (n: number): string =>
    `In donor ${n}, natural killer (NK) cells and CARs were seen; IL-2 rose.\n\n`;
  const text = Array.from({ length: 2000 }, (_, n) => paragraph(n)).join('');
  const before = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  const at = text.indexOf('donor 1000');
  const after = service.analyze(
    {
      uri: 'file:///a.md',
      languageId: 'markdown',
      version: 2,
      text: `${text.slice(0, at)}x${text.slice(at)}`,
    },
    before,
    { start: at, end: at, newLength: 1 },
  );
  const old = new Set(before.blocks.map(({ facts: found }) => found));
  assert.equal(after.blocks.filter(({ facts: found }) => !old.has(found)).length, 1);
});
