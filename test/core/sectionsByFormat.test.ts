/** What each format says of its blocks, and what of a text is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { whole } from '../../server/src/core/steps.ts';
import { rolesBelow, rolesOf } from './rolesOf.ts';

test('LaTeX: pointers to notes, numbers of preprints and biographies are neither title nor text', () => {
  const text = String.raw`\title{Cells that kill\tnoteref{t1}}
\preprint{APS/12-ABC}
\tnotetext[t1]{Paid by the NIH}
\begin{IEEEbiography}[photo]{Ada Author} was born in the USA.\end{IEEEbiography}
`;
  assert.deepEqual(rolesOf('latex', text), ['title: Cells that kill', 'authors: was born in the USA.']);
});

test('plain text: lines in columns are a table, and what stands below explains it', () => {
  const text = `Table 1. Release of IFN-α by PBMCs.

Stimulus        IFN-α     Donors
None            12 ± 4    18
ICs + NETs      910       12

IC, immune complex; NET, neutrophil extracellular trap.

NETs acted on PBMCs.  They did so with ICs
in all donors.  ICs alone did not.
`;
  assert.deepEqual(rolesOf('plaintext', text), [
    'caption: Table 1. Release of IFN-α by PBMCs.',
    'table: Stimulus IFN-α Donors None 12 ± 4 18 ICs + NETs 910 12',
    'table: IC = immune complex, NET = neutrophil extracellular trap',
    'body: NETs acted on PBMCs. They did so with ICs in all donors. ICs alone did not.',
  ]);
});

test('plain text: a list of abbreviations in columns stays a list', () => {
  const text = 'Abbreviations\n\nIC\timmune complex\nNET\tneutrophil extracellular trap\n';
  assert.deepEqual(rolesOf('plaintext', text).slice(1), [
    'abbreviation-list: IC = immune complex, NET = neutrophil extracellular trap',
  ]);
});

test('MyST: the rows of a csv-table are rows of a table', () => {
  const text =
    '```{csv-table} Doses in GvHD\n:header: "Drug", "Dose"\n\n"CSA", "3 mg/kg, i.v."\nPTCy, 50 mg/kg\n```\n\nATG helps.\n';
  assert.deepEqual(rolesOf('markdown', text), [
    'caption: Doses in GvHD',
    'table: CSA 3 mg/kg, i.v. PTCy 50 mg/kg',
    'body: ATG helps.',
  ]);
});

test('MyST: the rows of a list-table are entries of a list of abbreviations', () => {
  const text =
    '# Abbreviations\n\n:::{list-table}\n:header-rows: 1\n* - Short\n  - Long\n* - **NK**\n  - natural\n    killer\n\n* - CRS\n  - [cytokine](#c) release syndrome\n:::\n';
  assert.deepEqual(
    rolesOf('markdown', text)
      .slice(2)
      .map(row => row.replace(/\s+/g, ' ')),
    ['abbreviation-list: NK = natural killer', 'abbreviation-list: CRS = cytokine release syndrome'],
  );
});

test('JATS: a note that lists abbreviations is a list of them; letters of reviewers are other papers', () => {
  const text = `<article><back>
<glossary><title>Abbreviations</title><def-list><def-item><term>NK</term><def><p>natural killer</p></def></def-item></def-list></glossary>
<fn-group>
<fn fn-type="abbr"><p>Abbreviations: CI, confidence interval; TF, tissue factor.</p></fn>
</fn-group>
</back>
<sub-article article-type="reply"><body><p>We thank the reviewer for naming TNFSF.</p></body></sub-article>
</article>
`;
  assert.deepEqual(rolesOf('jats', text), [
    'heading: Abbreviations',
    'abbreviation-list: NK = natural killer',
    'abbreviation-list: CI = confidence interval, TF = tissue factor',
  ]);
});

test('JATS: an abbreviation is explained by either of its attributes', () => {
  for (const attribute of ['alt', 'xlink:title']) {
    const text = `<p>The <abbrev ${attribute}="tissue factor">TF</abbrev> rose.</p>`;
    const { blocks } = whole(createAnalyzer())({ uri: 'a.xml', languageId: 'jats', version: 1, text });
    const pairs = blocks.flatMap(({ start, facts }) =>
      facts.definitions.map(({ short, long }) =>
        [short, long].map(span => text.slice(start + span.start, start + span.end)).join(' = '),
      ),
    );
    assert.deepEqual(pairs, ['TF = tissue factor']);
  }
});

test('HTML: math as Pandoc writes it and what was deleted are no prose', () => {
  const text =
    '<p>If <span class="math inline">\\(ABC &lt; 1\\)</span>, <del>few</del> <ins>many</ins> cells die.</p>';
  assert.deepEqual(rolesOf('html', text), ['body: If , many cells die.']);
  assert.deepEqual(
    rolesOf('html', '<p>Measured as \\(\\theta\\)<sub>YC</sub> and \\[ABC = 1\\] and \\(so.</p>'),
    ['body: Measured as θYC and and \\(so.'],
  );
});

test('Typst: what a call only wraps is prose', () => {
  const text =
    '#quote(block: true)[We saw it.]\n\n#align(center)[In the middle.]\n\nA #box[boxed] word, #lorem(5).\n';
  assert.deepEqual(rolesOf('typst', text), [
    'body: We saw it.',
    'body: In the middle.',
    'body: A boxed word, .',
  ]);
});

test('JATS: what begins with a tag of its own is no part of the section before it', () => {
  const text = `<article><front><article-meta><title-group><article-title>Sleep and estrogen</article-title></title-group>
<abstract><p>Vasomotor symptoms (VMS) were scored.</p></abstract>
<kwd-group><title>Keywords</title><kwd>Night sweats</kwd></kwd-group></article-meta></front>
<body><p>Chronic loss of sleep is common, and VMS are its cause.</p>
<sec><title>Methods</title><p>Women were asked.</p></sec></body>
<back><ack><title>Acknowledgements</title><p>We thank the women.</p></ack>
<glossary><title>Abbreviations</title><def-list><def-item><term>HT</term><def><p>hormone therapy</p></def></def-item></def-list></glossary>
<app-group><app><title>Appendix</title><p>HT was weighed.</p></app></app-group>
<ref-list><title>References</title><ref><mixed-citation>HT: a review</mixed-citation></ref></ref-list></back>
<floats-group><fig><caption><p>Sleep by week. HT, hormone therapy.</p></caption></fig></floats-group></article>
`;
  assert.deepEqual(rolesOf('jats', text), [
    'title: Sleep and estrogen',
    'abstract: VMS = Vasomotor symptoms',
    'heading: Keywords',
    'keywords: Night sweats',
    'body: Chronic loss of sleep is common, and VMS are its cause.',
    'heading: Methods',
    'body: Women were asked.',
    'heading: Acknowledgements',
    'back-matter: We thank the women.',
    'heading: Abbreviations',
    'abbreviation-list: HT = hormone therapy',
    'heading: Appendix',
    'supplement: HT was weighed.',
    'references: References',
    'references: HT: a review',
    'caption: HT = hormone therapy',
  ]);
});

test('reStructuredText: figures have legends, boxes and tables titles, an abstract is one', () => {
  const text = `:Abstract: NK cells were given.

.. figure:: dose.png
   :alt: CRS

   Doses by week.

   CRS, cytokine release syndrome.

The TME is cold.

.. note:: Ask early.
   And often.

.. table:: Grades of CRS

.. [#dose] Given once.
`;
  assert.deepEqual(rolesOf('restructuredtext', text), [
    'abstract: NK cells were given.',
    'caption: Doses by week.',
    'caption: CRS = cytokine release syndrome',
    'body: The TME is cold.',
    'box: Ask early.',
    'box: And often.',
    'caption: Grades of CRS',
    'footnote: Given once.',
  ]);
});

test('Org: an abstract is one; trees that are commented out or not exported are no text', () => {
  const text = `#+begin_abstract
NK cells were given.

CRS was mild.
#+end_abstract
* Methods
** COMMENT To do: ask the IRB
Which CRO?

*** Deeper
Not yet.
** Cells
Cells grew.
* Notes :draft:noexport:
Not this.
* Results
They persist.
`;
  assert.deepEqual(rolesOf('org', text), [
    'abstract: NK cells were given.',
    'abstract: CRS was mild.',
    'heading: Methods',
    'heading: Cells',
    'body: Cells grew.',
    'heading: Results',
    'body: They persist.',
  ]);
});

test('AsciiDoc: sidebars, examples and admonitions are boxes, to their closing line', () => {
  const text =
    '= Cells\n\n== Background\n\nCells die.\n\n[NOTE]\n====\nMPO is high.\n\nIt falls.\n====\n\nCells live.\n\n.Key message\n****\nILCs are lost.\n****\nThey return.\n\n====\nLeft open.\n\n== Results\n\nThey stay.\n';
  assert.deepEqual(rolesOf('asciidoc', text).slice(2), [
    'body: Cells die.',
    'box: MPO is high.',
    'box: It falls.',
    'body: Cells live.',
    'caption: Key message',
    'box: ILCs are lost.',
    'body: They return.',
    'box: Left open.',
    'heading: Results',
    'body: They stay.',
  ]);
});

test('AsciiDoc: the abstract ends where a section begins', () => {
  const text =
    '= NK cells\n\n[abstract]\n--\nCells were given.\n\nCRS was mild.\n--\n\n== Methods\n\nCells grew.\n';
  assert.deepEqual(rolesOf('asciidoc', text), [
    'title: NK cells',
    'abstract: Cells were given.',
    'abstract: CRS was mild.',
    'heading: Methods',
    'body: Cells grew.',
  ]);
});

test('Typst: code that goes on in the next lines is no text', () => {
  const text =
    '#let terms = (\n  "CRS": "cytokine release syndrome",\n)\n#let box(it) = {\n  block[NK #it]\n}\nThe TME is cold.\n';
  assert.deepEqual(rolesOf('typst', text), ['body: The TME is cold.']);
  const settings =
    '#let abstract = [\n  CRS was mild.\n]\n#let meta = (\n  title: [NK cells],\n  note: [no CAR],\n)\n';
  assert.deepEqual(rolesOf('typst', settings), ['abstract: CRS was mild.', 'title: NK cells']);
});

test('LaTeX: in the back matter of a BMC paper, headings say what is what', () => {
  const text = String.raw`\begin{backmatter}
\section*{Acknowledgements}
We thank the NIH.
\section*{Abbreviations}
CRS: cytokine release syndrome; TME: tumor microenvironment.
\section*{Figures}
\begin{figure}\caption{Few TILs came.}\end{figure}
\section*{Additional files}
Counts of TILs.
\end{backmatter}
`;
  assert.deepEqual(rolesOf('latex', text), [
    'heading: Acknowledgements',
    'back-matter: We thank the NIH.',
    'heading: Abbreviations',
    'abbreviation-list: CRS = cytokine release syndrome, TME = tumor microenvironment',
    'heading: Figures',
    'caption: Few TILs came.',
    'heading: Additional files',
    'supplement: Counts of TILs.',
  ]);
});

test('front matter: the parts of an abstract of their own', () => {
  const text =
    '---\ntitle: Cells\nmotivation: |\n  Natural killer (NK) cells kill.\nresults: >\n  The TME is cold.\nknit: CAR\n---\n\nText.\n';
  assert.deepEqual(rolesOf('markdown', text), [
    'title: Cells',
    'abstract: NK = Natural killer',
    'abstract: The TME is cold.',
    'body: Text.',
  ]);
});

test('divs have their roles by the names that pages use', () => {
  const text =
    '::: {.highlights}\n- Few TILs came.\n:::\n\n::: {.plain-language-summary}\nCells kill.\n:::\n\n::: {.acknowledgments}\nWe thank the NIH.\n:::\n\n::: {.column-margin caption="Author list"}\nThe TME is cold.\n:::\n';
  assert.deepEqual(rolesBelow(text), ['box', 'abstract', 'back-matter', 'body']);
});

test('LaTeX: keywords with a heading inside the abstract’s environment are none of the abstract', () => {
  const text = String.raw`\begin{abstract}
Cells kill.

\keyFont{ \section{Keywords:} cells, EM algorithm }
\end{abstract}
\section{Introduction}
The TME is cold.
`;
  assert.deepEqual(rolesOf('latex', text), [
    'abstract: Cells kill.',
    'heading: Keywords:',
    'keywords: cells, EM algorithm',
    'heading: Introduction',
    'body: The TME is cold.',
  ]);
  const before = String.raw`\section{Keywords}
cells, EM algorithm

\begin{abstract}
Cells kill.
\end{abstract}
`;
  assert.deepEqual(rolesOf('latex', before), [
    'heading: Keywords',
    'keywords: cells, EM algorithm',
    'abstract: Cells kill.',
  ]);
});
