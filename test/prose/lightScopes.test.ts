/** Scopes and terms in reStructuredText, AsciiDoc and Org, as authors of manuscripts write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';

const analyze = (languageId: string, text: string) =>
  service.analyze({ uri: 'untitled:x', languageId, version: 1, text });

const rolesOf = (languageId: string, text: string): string[] =>
  analyze(languageId, text)
    .blocks.filter(({ block }) => block.kind !== 'blank' && /[A-Za-z]/.test(block.masked))
    .map(({ role, block }) => `${role}: ${block.masked.replace(/[\s\uFFFC\uE000]+/g, ' ').trim()}`);

const pairsOf = (languageId: string, text: string): string[] =>
  analyze(languageId, text).blocks.flatMap(({ start, facts }) =>
    facts.definitions.map(({ short, long, reads }) => {
      const [one, other] = [short, long].map(span => text.slice(start + span.start, start + span.end));
      return `${reads ?? one} = ${other!.replace(/\s+/g, ' ')}`;
    }),
  );

/** "TNF-α" under a name, then the name in a definition and in a sentence. */
const named: Readonly<Record<string, string>> = {
  restructuredtext:
    '.. |tnf| replace:: TNF-α\n\nTumor necrosis factor α (|tnf|) binds. We gave |tnf|, and |tnf| was low.\n',
  asciidoc: ':tnf: TNF-α\n\nTumor necrosis factor α ({tnf}) binds. We gave {tnf}, and {tnf} was low.\n',
  org: '#+MACRO: tnf TNF-\\alpha\n\nTumor necrosis factor α ({{{tnf}}}) binds. We gave {{{tnf}}}, and {{{tnf}}} was low.\n',
  typst:
    '#let tnf = [TNF-$alpha$]\n\nTumor necrosis factor α (#tnf) binds. We gave #tnf, and #tnf was low.\n',
};

for (const [languageId, text] of Object.entries(named)) {
  test(`${languageId}: a name that the author makes for a term reads as the term`, () => {
    assert.deepEqual(pairsOf(languageId, text), ['TNF-α = Tumor necrosis factor α']);
    const manuscript = service.assemble([analyze(languageId, text)]);
    assert.equal(manuscript.abbreviations[0]?.mentions.length, 3);
  });
}

test('AsciiDoc: a name for a definition, a dose or a path stands for no term', () => {
  const text =
    ':ctl: cytotoxic T lymphocytes (CTL)\n:dose: 12 %\n:path: {home}/TIL\n:tme: TME\n\nWe gave {ctl}, {dose}, {path}, and {tme}.\n';
  const { abbreviations } = service.assemble([analyze('asciidoc', text)]);
  assert.deepEqual(
    abbreviations.map(({ short, mentions }) => `${short} ${mentions.length}`),
    ['TME 1'],
  );
});

test('reST: an abbreviation is declared by its role, and entries by fields', () => {
  assert.deepEqual(
    pairsOf(
      'restructuredtext',
      'The :abbr:`NK (natural killer)` cell.\n\nAbbreviations\n=============\n\n:TIL: tumor-infiltrating lymphocyte\n:DOI: 10.1/x\n',
    ),
    ['NK = natural killer', 'TIL = tumor-infiltrating lymphocyte'],
  );
});

test('reST: rubrics are headings, a glossary a list, and a figure may follow its label', () => {
  const text = `.. topic:: Abstract

   NK cells kill.

Results
=======

.. _fig-cells:

.. figure:: cells.png
   :width: 80%

   Cells that came.

Few came.

.. rubric:: Acknowledgements

We thank all.

.. glossary::

   NK
      natural killer
`;
  assert.deepEqual(rolesOf('restructuredtext', text), [
    'abstract: NK cells kill.',
    'heading: Results',
    'caption: Cells that came.',
    'body: Few came.',
    'heading: Acknowledgements',
    'back-matter: We thank all.',
    'abbreviation-list: NK natural killer',
  ]);
});

test('AsciiDoc: a style is that of the block below it', () => {
  const text = `= Cells

[abstract]
Cells kill.

[keywords]
CAR; TME

== Results

[NOTE]
Cells die.

[TIP]
.A tip
====
Feed them.

Twice.
====

They live.

[example]
Here, too.

They stay.

[WARNING]
.Beware
They bite.
`;
  assert.deepEqual(rolesOf('asciidoc', text).slice(1), [
    'abstract: Cells kill.',
    'keywords: CAR; TME',
    'heading: Results',
    'box: Cells die.',
    'box: A tip',
    'box: Feed them.',
    'box: Twice.',
    'body: They live.',
    'box: Here, too.',
    'body: They stay.',
    'box: Beware',
    'box: They bite.',
  ]);
});

test('AsciiDoc: a style ends with its block, also where no line is left blank', () => {
  const text =
    '= Cells\n\n[keywords]\nCAR; TME\n== Results\nThey live.\n\n[glossary]\nNK:: natural killer\n\nThey stay.\n';
  assert.deepEqual(rolesOf('asciidoc', text).slice(1), [
    'keywords: CAR; TME',
    'heading: Results',
    'body: They live.',
    'body: NK: natural killer',
    'body: They stay.',
  ]);
});

test('reST: what a directive within an item holds ends with its own indentation', () => {
  const text = `Methods
=======

#. Wash the cells.

   .. note::

      They stick.

   Then count them.
`;
  assert.deepEqual(rolesOf('restructuredtext', text).slice(1), [
    'body: Wash the cells.',
    'box: They stick.',
    'body: Then count them.',
  ]);
});

test('AsciiDoc: a section’s style says what it is, whatever its name', () => {
  const text = `= Cells

== Results

They stay.

[appendix]
== Gates

Cells were kept.

=== Panels

FSC was used.

[acknowledgments]
== Thanks

We thank all.

[glossary]
== Terms

[glossary]
*NK*:: natural killer

[bibliography]
== What we read

* Author A. On NK cells.

== Notes

More came.
`;
  assert.deepEqual(
    rolesOf('asciidoc', text).filter(role => !/^(?:heading|title)/.test(role)),
    [
      'body: They stay.',
      'supplement: Cells were kept.',
      'supplement: FSC was used.',
      'back-matter: We thank all.',
      'abbreviation-list: NK : natural killer',
      'references: Author A. On NK cells.',
      'body: More came.',
    ],
  );
  assert.deepEqual(pairsOf('asciidoc', text), ['NK = natural killer']);
});

test('AsciiDoc: all between the borders of a table is the table, without what tells how a cell looks', () => {
  const text =
    '== Results\n\n|===\n^|Cell h|Count\n\n2+|NK\na|\n* few\n|===\n\nThey stay ((here)) and (((there, here))) live.\n';
  assert.deepEqual(rolesOf('asciidoc', text).slice(1), [
    'table: Cell Count',
    'table: NK',
    'table: few',
    'body: They stay here and live.',
  ]);
});

test('Org: subtitles, boxes, and footnotes below their heading', () => {
  const text = `#+title: Cells
#+subtitle: A study
* Results
Cells kill.[fn:1]

#+begin_note
They die.
#+end_note

* Footnotes

[fn:1] In EAE.
`;
  assert.deepEqual(rolesOf('org', text), [
    'title: Cells',
    'title: A study',
    'heading: Results',
    'body: Cells kill.',
    'box: They die.',
    'heading: Footnotes',
    'footnote: In EAE.',
  ]);
});

test('AsciiDoc: a footnote may stand right behind a word; macros begin no later than their word', () => {
  assert.deepEqual(
    rolesOf(
      'asciidoc',
      '== Results\n\nThe riskfootnote:[In EAE.] rose, as precite:[x] and cite:[y] say.\n',
    )[1],
    'body: The risk In EAE. rose, as precite:[x] and say.',
  );
});

test('reST: keywords may stand in a field', () => {
  assert.deepEqual(
    rolesOf(
      'restructuredtext',
      'Cells that kill\n===============\n\n:Author: A. Author\n:Keywords: NK; CAR\n\nFew came.\n',
    ),
    ['title: Cells that kill', 'keywords: NK; CAR', 'body: Few came.'],
  );
});
