import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { whole } from '../../server/src/core/steps.ts';
import { rolesOf } from './rolesOf.ts';

for (const [heading, role] of [
  ['Appendix B', 'supplement'],
  ['Appendix 2: How cells were counted', 'supplement'],
  ['(APPENDIX) Appendix', 'supplement'],
  ['Supplementary Note 3', 'supplement'],
  ['Supporting figures', 'supplement'],
  ['Figure titles and legends', 'caption'],
  ['Supplementary figure legends', 'caption'],
  ['Code and data availability', 'back-matter'],
  ['Role of the funding source', 'back-matter'],
  ['References and Notes', 'references'],
  ['Nonstandard Abbreviations and Acronyms', 'abbreviation-list'],
  ['Research in context', 'box'],
  ['Declaration of generative AI and AI-assisted technologies in the writing process', 'back-matter'],
  ['DECLARATION OF COMPETING INTEREST', 'back-matter'],
  ['Ethics Approval & Consent to Participate', 'back-matter'],
  ['Ethics approval statement', 'back-matter'],
  ['Availability of Data and Materials', 'back-matter'],
  ['Data, code, and materials availability', 'back-matter'],
  ['Data and Code Availability Statement', 'back-matter'],
  ['Sources of funding', 'back-matter'],
  ['Funding and disclosures', 'back-matter'],
  ['Potential conflicts of interest', 'back-matter'],
  ['Statement on the use of AI tools', 'back-matter'],
  ['5 | ACKNOWLEDGEMENTS', 'back-matter'],
  ['Acknowledgments and disclosures', 'back-matter'],
  ['Provenance and peer review', 'back-matter'],
  ['Electronic supplementary material', 'supplement'],
  ['List of the abbreviations used in this thesis', 'abbreviation-list'],
  ['Acronyms/Abbreviations', 'abbreviation-list'],
  ['Abbreviations (in alphabetical order)', 'abbreviation-list'],
  ['What this study adds', 'box'],
  ['Plain language abstract', 'abstract'],
  ['Funding of T cell help', 'body'],
  ['Ethical markets', 'body'],
  ['Data sharing between clones', 'body'],
  ['Figure of merit', 'body'],
  ['Acknowledged limits', 'body'],
  ['Appendix specimens', 'body'],
  ['Supplementation with zinc', 'body'],
] as const) {
  test(`the section "${heading}" is ${role}`, () => {
    const text = `## Results\n\nMice were fed.\n\n## ${heading}\n\nThis stands below it.\n`;
    assert.equal(rolesOf('markdown', text).at(-1)?.split(':')[0], role);
  });
}

test('a list of abbreviations may open with a sentence, or stand at the foot of a page', () => {
  const pairs = 'PFU = plaque-forming units, NK = natural killer';
  for (const label of [
    'Abbreviations:',
    'The abbreviations used are:',
    'Abbreviations used in this study:',
    'Definition of abbreviations:',
  ]) {
    const list = `${label} PFU, plaque-forming units; and NK, natural killer.`;
    assert.deepEqual(rolesOf('markdown', list), [`abbreviation-list: ${pairs}`]);
    assert.deepEqual(rolesOf('markdown', `Cells.[^1]\n\n[^1]: ${list}`).slice(1), [
      `abbreviation-list: ${pairs}`,
    ]);
    assert.deepEqual(rolesOf('latex', `Cells.\\footnotetext{${list}}`).slice(1), [
      `abbreviation-list: ${pairs}`,
    ]);
  }
});

test('a list of abbreviations may stand in a note inside its sentence', () => {
  const list = 'Abbreviations: GC, germinal centre; LZ, light zone.';
  for (const [languageId, note] of [
    ['latex', `\\footnote{${list}}`],
    ['markdown', `^[${list}]`],
    ['typst', `#footnote[${list}]`],
  ] as const) {
    assert.deepEqual(rolesOf(languageId, `The GC${note} has an LZ.`), [
      'body: GC = germinal centre, LZ = light zone',
    ]);
  }
});

test('LaTeX: pointers to notes, numbers of preprints and biographies are neither title nor text', () => {
  const text = String.raw`\title{Cells that kill\tnoteref{t1}}
\preprint{APS/12-ABC}
\tnotetext[t1]{Paid by the NIH}
\begin{IEEEbiography}[photo]{Ada Author} was born in the USA.\end{IEEEbiography}
`;
  assert.deepEqual(rolesOf('latex', text), ['title: Cells that kill', 'authors: was born in the USA.']);
});

test('what explains a table below it belongs to it, whatever mark or label it has', () => {
  const table = '| Cell | n |\n|---|---|\n| NK | 5 |\n\n';
  for (const note of [
    'Key: CI, confidence interval; NK, natural killer.',
    '^a^ CI, confidence interval; NK, natural killer.',
    '\\* CI: confidence interval. NK: natural killer.',
    '† CI = confidence interval; NK = natural killer.',
  ]) {
    assert.deepEqual(rolesOf('markdown', table + note).slice(1), [
      'table: CI = confidence interval, NK = natural killer',
    ]);
  }
});

test('a row of a table that is one note has as many entries as the note', () => {
  const table = String.raw`\begin{tabular}{ll}
Cell & n \\
\multicolumn{2}{l}{Abbreviations: CI, confidence interval; NK, natural killer.} \\
\multicolumn{2}{l}{NE: neutrophil elastase; TF: tissue factor} \\
\end{tabular}`;
  assert.deepEqual(rolesOf('latex', table), [
    'table: CI = confidence interval, NK = natural killer, NE = neutrophil elastase, TF = tissue factor',
  ]);
});

test('what explains a table stands below its directive’s end, too (MyST)', () => {
  const text =
    ':::{table} Outcomes\n| Arm | aGvHD | NRM |\n|---|---|---|\n| ATG | 38% | 14% |\n:::\n\naGvHD, acute GvHD; NRM, non-relapse mortality.\n';
  assert.equal(rolesOf('markdown', text).at(-1), 'table: aGvHD = acute GvHD, NRM = non-relapse mortality');
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

test('a legend explains sentence by sentence, and what a star means is no long form', () => {
  const legend =
    'Figure 1. GC B cells. Each dot is a mouse; dLN, draining lymph node. ASC, antibody-secreting cell. PMN, polymorphonuclear. ***p < 0.001, ANOVA.';
  assert.deepEqual(rolesOf('plaintext', legend), [
    'caption: dLN = draining lymph node, ASC = antibody-secreting cell, PMN = polymorphonuclear',
  ]);
});

test('a legend’s entry ends with its sentence, also behind a compound and before the bold name of a panel', () => {
  assert.deepEqual(
    rolesOf(
      'markdown',
      '**Figure 1.** NKT, natural killer T cells. **b**, TEX cells. LTFU, lost to follow-up. Of those, two.\n',
    ),
    ['caption: NKT = natural killer T cells, LTFU = lost to follow-up'],
  );
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

test('no note: a sentence below a table', () => {
  const text = '| Cell | n |\n|---|---|\n| NK | 5 |\n\nA few, like NK cells, died; others did not.';
  assert.equal(rolesOf('markdown', text).at(-1)?.split(':')[0], 'body');
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

test('what says itself that it is back matter is none of the list of abbreviations before it', () => {
  const text =
    '## Abbreviations\n\nNK, natural killer\n\nFunding: the NIH paid.\n\nAbbreviations: CI, confidence interval.\n';
  assert.deepEqual(rolesOf('markdown', text).slice(1), [
    'abbreviation-list: NK = natural killer',
    'back-matter: Funding: the NIH paid.',
    'abbreviation-list: CI = confidence interval',
  ]);
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

/** The role of each line of text in Markdown; a heading shows as one. */
const rolesBelow = (text: string): string[] => rolesOf('markdown', text).map(line => line.split(':')[0]!);

test('a heading ends the section that a bold line began, whatever its level', () => {
  for (const name of ['Abstract', 'Keywords', 'Abbreviations', 'Acknowledgements', 'References']) {
    const text = `# Cells that kill\n\n**${name}**\n\nOf NK cells.\n\n## Introduction\n\nThe TME is cold.\n\n### Cold tumors\n\nFew cells came.\n`;
    assert.deepEqual(rolesBelow(text).slice(-4), ['heading', 'body', 'heading', 'body'], name);
  }
});

test('"Introduction" begins the main text, also where its heading is one level too low', () => {
  for (const name of ['Keywords', 'Abbreviations', 'Authors', 'Acknowledgements', 'References']) {
    const text = `# ${name}\n\nNK cells, TME.\n\n## Introduction\n\nThe TME is cold.\n\n## Cold tumors\n\nFew cells came.\n`;
    assert.deepEqual(rolesBelow(text).slice(-4), ['heading', 'body', 'heading', 'body'], name);
  }
  const abstract =
    '# Abstract\n\nCells kill.\n\n## Introduction\n\nThe TME is cold.\n\n## Methods\n\nMice were fed.\n';
  assert.deepEqual(rolesBelow(abstract).slice(-4), ['heading', 'body', 'heading', 'body']);
});

test('the parts of an abstract below its heading are its own, behind a first sentence too, each once', () => {
  const text =
    '## Abstract\n\nWord count: 24.\n\n### Background\n\nCells kill.\n\n### Methods\n\nMice were fed.\n\n## Introduction\n\nThe TME is cold.\n';
  assert.deepEqual(rolesBelow(text).slice(2), [
    'heading',
    'abstract',
    'heading',
    'abstract',
    'heading',
    'body',
  ]);
  const introduced =
    '# Abstract\n\n## Introduction\n\nCells kill.\n\n## Methods\n\nMice were fed.\n\n# Introduction\n\nThe TME is cold.\n';
  assert.deepEqual(rolesBelow(introduced).slice(1), [
    'heading',
    'abstract',
    'heading',
    'abstract',
    'heading',
    'body',
  ]);
});

test('a label may be as long as a journal’s name for it, and numbered lines are sections', () => {
  for (const label of [
    'Ethics approval and consent to participate:',
    'Data, Materials, and Software Availability.',
    'Declaration of generative AI and AI-assisted technologies in the writing process:',
    'Author Contributions:',
  ]) {
    assert.deepEqual(
      rolesBelow(`# Results\n\nMice were fed.\n\n**${label}** The NIH said so.\n\nMore came.`).slice(-2),
      ['back-matter', 'body'],
    );
  }
  for (const line of ['2 | METHODS', '2) Materials & Methods', 'Chapter 2: Patients and Methods (online)']) {
    const text = `Cells that kill\n\nAbstract\n\nCells kill.\n\nReferences\n\nA. 2001.\n\n${line}\n\nMice were fed.\n`;
    assert.equal(rolesOf('plaintext', text).at(-1), 'body: Mice were fed.', line);
  }
});

test('an abstract’s parts may have the names of JAMA and PLOS', () => {
  const parts = ['Importance', 'Objective', 'Methods and Findings', 'Conclusions and Relevance'];
  const text = (mark: string) =>
    `# Abstract\n\n${parts.map(part => `${mark} ${part}\n\nCells kill.\n\n`).join('')}# Introduction\n\nThe TME is cold.\n`;
  const roles = ['heading', ...parts.flatMap(() => ['heading', 'abstract']), 'heading', 'body'];
  assert.deepEqual(rolesBelow(text('##')), roles);
});

test('an abstract follows the authors, by its markup or its label, and the main text follows it', () => {
  const abstract = 'Natural killer (NK) cells kill.';
  assert.deepEqual(
    rolesOf(
      'html',
      `<h1>Cells that kill</h1><div>Authors</div><p>A. Author, NIH</p><div class="abstract"><p>${abstract}</p></div><p>The TME is cold.</p>`,
    ).map(line => line.split(':')[0]),
    ['title', 'heading', 'authors', 'abstract', 'body'],
  );
  assert.deepEqual(
    rolesBelow(
      `# Cells that kill\n\n**Correspondence**\n\nA. Author, NIH\n\n**Abstract:** ${abstract}\n\nThe TME is cold.\n`,
    ).slice(-2),
    ['abstract', 'body'],
  );
});

test('keywords end where a paragraph follows them', () => {
  const keywords = ['CAR; NK cells;\nTME.', 'CAR\n\nNK cells\n\nTME', '- CAR\n- NK cells\n- TME'];
  for (const list of keywords) {
    const text = `# Cells that kill\n\n**Keywords**\n\n${list}\n\n**Main findings**\n\nThe TME is cold. Few cells came.\n\nThey killed.\n`;
    assert.deepEqual(rolesBelow(text).slice(-2), ['body', 'body'], list);
    assert.equal(rolesBelow(text)[2], 'keywords', list);
  }
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

test('a name with code in it is no section’s name; a label or a note behind it is none of it', () => {
  const below = (heading: string) =>
    rolesBelow(`# Cells\n\nFew came.\n\n## ${heading}\n\nThe TME is cold.\n`).at(-1);
  assert.equal(below('`card` reference'), 'body');
  assert.equal(below('Reference $x$ values'), 'body');
  assert.equal(below('References[^1]'), 'references');
  assert.equal(below('References {#refs}'), 'references');
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

test('what explains a table belongs to it also below its caption', () => {
  const text =
    '| Cell | n |\n|---|---|\n| NK | 5 |\n\n: Patients with CRS\n\n^a^ CI, confidence interval; NK, natural killer.\n\nFew came; none died.\n';
  assert.deepEqual(rolesBelow(text), ['table', 'caption', 'table', 'body']);
});

test('divs have their roles by the names that pages use', () => {
  const text =
    '::: {.highlights}\n- Few TILs came.\n:::\n\n::: {.plain-language-summary}\nCells kill.\n:::\n\n::: {.acknowledgments}\nWe thank the NIH.\n:::\n\n::: {.column-margin caption="Author list"}\nThe TME is cold.\n:::\n';
  assert.deepEqual(rolesBelow(text), ['box', 'abstract', 'back-matter', 'body']);
});
