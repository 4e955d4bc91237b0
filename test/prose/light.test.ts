import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fill, type Format } from '../../server/src/core/index.ts';
import { asciidoc, org, restructuredText, typst } from '../../server/src/core/prose/light/formats.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { read, shownBlocks } from './show.ts';

const outline = (format: Format, text: string): string[] =>
  readDocument(format, text)
    .blocks.filter(block => block.kind !== 'blank' && block.kind !== 'opaque')
    .map(({ kind, level, masked }) => `${[kind, level].filter(Boolean).join(' ')}: ${read(masked)}`);

const directives = (format: Format, text: string): string[] =>
  readDocument(format, text).blocks.flatMap(block =>
    (block.directives ?? []).map(({ text: words }) => words),
  );

test('Typst', () => {
  const text = `#set page(paper: "a4")
// immunogloss-ignore CAR
= CAR-NK cells

The *natural* killer (_NK_) cell @smith2020[p. 5], CD8#super[+] T#sub[reg], TNF-$alpha$,
$p < 0.05$, \`x = NK\` and #emph[chimeric] antigen // a CAR comment
receptor#footnote[A note.] <label>.

#figure(
  image("car.png"),
  caption: [Killing by NK cells.],
)

- one
/ CAR: chimeric antigen receptor

\`\`\`
let CAR = 1
\`\`\`
`;
  assert.deepEqual(outline(typst, text), [
    'heading 1: CAR-NK cells',
    'paragraph: The natural killer ( NK ) cell ¤, CD8+ Treg, TNF-α, ¤, ¤ and chimeric antigen receptor¤A note.¤ .',
    'caption: Killing by NK cells.',
    'item: one',
    'definition: CAR: chimeric antigen receptor',
  ]);
  assert.deepEqual(directives(typst, text), ['immunogloss-ignore CAR']);
});

test('reStructuredText', () => {
  const text = `CAR-NK cells
============

.. immunogloss-ignore CAR
.. code-block:: python

   CAR = 1

.. note::

   The **natural** killer (*NK*) cell [1]_, CD8\\ :sup:\`+\` T\\ :sub:\`reg\`, :math:\`a\`,
   \`\`x = NK\`\` and the \`registry <https://x.org>\`_; HLA-A*02:01 and HLA-B*07:02.

Scope
-----
- one
- two

An example::

    CAR = 2

Done.
`;
  assert.deepEqual(outline(restructuredText, text), [
    'heading 1: CAR-NK cells',
    'paragraph: The natural killer ( NK ) cell ¤, CD8+ Treg, ¤, ¤ and the registry ; HLA-A*02:01 and HLA-B*07:02.',
    'heading 2: Scope',
    'item: one',
    'item: two',
    'paragraph: An example::',
    'paragraph: Done.',
  ]);
  assert.deepEqual(directives(restructuredText, text), ['immunogloss-ignore CAR']);
});

test('AsciiDoc', () => {
  const text = `= CAR-NK cells
:author: CAR

// immunogloss-ignore CAR
== Scope
The *natural* killer (_NK_) cell cite:[smith], CD8^+^ T~reg~, stem:[a], \`x = NK\`,
<<fig>>, https://x.org[the registry]footnote:[A note.].

----
CAR = 1
----

* one
CAR:: chimeric antigen receptor

|===
|CAR |chimeric antigen receptor
|===
`;
  assert.deepEqual(outline(asciidoc, text), [
    'heading 1: CAR-NK cells',
    'heading 2: Scope',
    'paragraph: The natural killer ( NK ) cell ¤, CD8+ Treg, ¤, ¤, ¤, the registry ¤A note.¤.',
    'item: one',
    'definition: CAR: chimeric antigen receptor',
    'table: CAR chimeric antigen receptor',
  ]);
  assert.deepEqual(directives(asciidoc, text), ['immunogloss-ignore CAR']);
});

test('Org', () => {
  const text = `#+title: CAR
# immunogloss-ignore CAR
* CAR-NK cells
:PROPERTIES:
:ID: CAR
:END:
The *natural* killer (/NK/) cell [cite:@smith], CD8^{+} T_{reg}, TNF-\\alpha, IL-2R$\\alpha$,
=x = NK= and [[https://x.org][the registry]].

#+begin_src python
CAR = 1
#+end_src

- one
- CAR :: chimeric antigen receptor
| CAR | chimeric antigen receptor |
`;
  assert.deepEqual(outline(org, text), [
    'heading 1: CAR',
    'heading 1: CAR-NK cells',
    'paragraph: The natural killer ( NK ) cell ¤, CD8+ Treg, TNF-α, IL-2Rα, ¤ and the registry .',
    'item: one',
    'definition: CAR: chimeric antigen receptor',
    'table: CAR chimeric antigen receptor',
  ]);
  assert.deepEqual(directives(org, text), ['immunogloss-ignore CAR']);
});

test('Typst: what a call is given as content is prose, be it a template, a figure or a table', () => {
  const text = `#show: article.with(
  title: [Engineered *NK* cells],
  authors: ((name: "CAR", department: [Immunology]),),
  abstract: [
    The chimeric antigen receptor (CAR) // a comment)
    binds; see "x".
  ],
  bibliography: bibliography("CAR.bib"),
)

#figure(
  table(columns: (1fr, 2fr), [CRS], [cytokine release syndrome #text(red)[(grade 3)]]),
  caption: [Terms (all).],
) <tab:terms>

#text(red)[CAR] cells live.
/* a
CAR comment */
After it.
#figure(image("CAR.png"), caption: [Unclosed

= Results
More.
`;
  assert.deepEqual(outline(typst, text), [
    'heading: Engineered NK cells',
    'paragraph: Immunology',
    'paragraph: The chimeric antigen receptor (CAR) binds; see "x".',
    'table: CRS cytokine release syndrome (grade 3)',
    'caption: Terms (all).',
    'paragraph: CAR cells live.',
    'paragraph: After it.',
    'heading 1: Results',
    'paragraph: More.',
  ]);
});

test('AsciiDoc: titles of blocks are captions, terms may have a line of their own', () => {
  const text =
    'He said "`CAR`".\n\n.Killing by NK cells\nimage::a.png[CAR]\n\nCAR:: chimeric antigen receptor\nNK::\n  natural killer\n';
  assert.deepEqual(outline(asciidoc, text), [
    'paragraph: He said CAR .',
    'caption: Killing by NK cells',
    'definition: CAR: chimeric antigen receptor',
    'definition: NK: natural killer',
  ]);
});

test('Org: title, captions and notes are prose; tags, snippets and keys are none', () => {
  const text = `#+TITLE: NK cells
* TODO Scope :CAR:TCR:
See cite:CAR2020, \\citep{CAR}, src_r{CAR}, @@latex:CAR@@ and {{{car(CAR)}}}.
#+CAPTION[short]: Killing by NK cells
[[./car.png]]
: fixed CAR
[fn:1] The note.
`;
  assert.deepEqual(outline(org, text), [
    'heading 1: NK cells',
    'heading 1: Scope',
    'paragraph: See ¤, ¤, ¤, ¤ and ¤.',
    'caption: Killing by NK cells',
    'paragraph: ¤',
    'footnote: The note.',
  ]);
});

test('Typst: a citation right behind a word, and one behind another, is none of the word', () => {
  assert.deepEqual(shownBlocks(typst, 'The kinase@Martin_2004 and IFG@a@b[p. 3] act.\n'), [
    ['paragraph', 'The kinase¤¤¤¤¤¤¤¤¤¤¤¤ and IFG¤¤¤¤¤¤¤¤¤¤ act.\n'],
  ]);
});

test('reST: a simple table has cells and ends at its last border; what is spanned is one cell', () => {
  const text = `.. table:: Cells that came

   =====  =====  ======
      Inputs     Output
   ------------  ------
     A      B    A or B
   =====  =====  ======
   TIL    few    *CAF*
   =====  =====  ======

The TME is cold.

======  ======
left    open
`;
  const { blocks } = readDocument(restructuredText, text);
  assert.deepEqual(
    blocks
      .filter(({ kind }) => kind !== 'blank' && kind !== 'opaque')
      .map(({ kind, masked }) => `${kind}: ${masked.replaceAll(Fill.cell, '|').replace(/\s+/g, ' ').trim()}`),
    [
      'caption: Cells that came',
      'table: Inputs |Output A | B |A or B TIL |few | CAF',
      'paragraph: The TME is cold.',
      'paragraph: left open',
    ],
  );
});

test('Typst: what a function is given is text; an abstract is one', () => {
  const text = `= Cells that kill

#abstract[
  Natural killer (NK) cells kill.

  The TME is cold.
]

#theorem(title: "x")[A TCR binds. It has *four* parts.]

#todo[Ask for MDSC]
TILs are #custom.fn(fill: red)[few]#v(2pt).

#abstract[Cells kill.]
`;
  assert.deepEqual(
    readDocument(typst, text)
      .blocks.filter(({ kind, masked }) => kind !== 'blank' && /[A-Za-z]/.test(masked))
      .map(({ role, masked }) => `${role ?? ''}: ${read(masked).replace(/ ?\]$/, '')}`),
    [
      ': Cells that kill',
      'abstract: Natural killer (NK) cells kill.',
      'abstract: The TME is cold.',
      ': A TCR binds. It has four parts.',
      ': ¤ TILs are few ¤.',
      'abstract: Cells kill.',
    ],
  );
});

test('reST: an abstract goes on in the lines below its field; Greek letters of formulas are read', () => {
  const text =
    ':Abstract: NK cells kill. The TME\n   is cold, and the TLS rare.\n\nCells make IFN-:math:`\\gamma` and :math:`x + y`.\n';
  assert.deepEqual(
    readDocument(restructuredText, text)
      .blocks.filter(({ kind }) => kind !== 'blank')
      .map(({ role, masked }) => `${role ?? ''}: ${read(masked)}`),
    ['abstract: NK cells kill. The TME', 'abstract: is cold, and the TLS rare.', ': Cells make IFN-γ and ¤.'],
  );
});

test('Org: the text of a link goes on over a line, of which the block is one', () => {
  assert.deepEqual(outline(org, 'Cells of [[https://x.org/CAR][the first\nregistry]] kill.\n'), [
    'paragraph: Cells of the first registry kill.',
  ]);
});

test('Org: a priority is no part of a heading', () => {
  assert.deepEqual(outline(org, '* TODO [#A] Results\nCells.\n'), [
    'heading 1: Results',
    'paragraph: Cells.',
  ]);
});
