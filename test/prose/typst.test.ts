/** Typst manuscripts: templates, glossary packages, appendices. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOf } from '../../server/src/core/prose/formats.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { service } from '../bundled.ts';

const analyze = (text: string) =>
  service.analyze({ uri: 'file:///a.typ', languageId: 'typst', version: 1, text });

/** The blocks with letters, as `role: text`. */
const roles = (text: string): string[] =>
  analyze(text)
    .blocks.filter(({ block }) => /[A-Za-z]/.test(block.masked))
    .map(({ role, block }) => `${role}: ${block.masked.replace(/[\s\uFFFC\uE000]+/g, ' ').trim()}`);

function findings(text: string): string[] {
  const manuscript = service.assemble([analyze(text)]);
  return service
    .lint(manuscript, { rules: {}, ignore: [], minimumUses: 3 })
    .map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
}

const packages = {
  glossarium: `#import "@preview/glossarium:0.5.1": *
#let entry-list = (
  (
    key: "mdsc",
    short: "MDSC",
    plural: "MDSCs",
    long: "myeloid-derived suppressor cell",
    description: [Cells that hold back T cells.],
  ),
  // (key: "hcc", short: "HCC", long: "hepatocellular carcinoma"),
  (key: "tme", short: "TME", long: [tumor microenvironment]),
)
#register-glossary(entry-list)
`,
  glossy: `#show: init-glossary.with((
  mdsc: (short: "MDSC", long: "myeloid-derived suppressor cell", group: "Cells"),
  "tme": (short: "TME", long: "tumor microenvironment"),
))
`,
  acrostiche: `#init-acronyms((
  "mdsc": (short: "MDSC", long: "myeloid-derived suppressor cell"),
  "tme": (short: "TME", long: "tumor microenvironment"),
))
`,
};

for (const [name, glossary] of Object.entries(packages)) {
  test(`${name}: keys are mentions that the package defines; what stands bare beside them is linted`, () => {
    const text = `${glossary}
= Results
@mdsc:pl were many in the @tme @smith2020 (@fig:cells). #gls("tme") and #glspl("mdsc") were cold, and the @tme:short stayed.
The TME and the NLR were low; the NLR stayed.
`;
    const { byKey } = service.assemble([analyze(text)]);
    assert.deepEqual(
      ['mdsc', 'tme'].map(key => byKey.get(key)?.definitions.map(({ longText }) => longText)),
      [['myeloid-derived suppressor cell'], ['tumor microenvironment']],
    );
    assert.deepEqual(findings(text), ['macro-bypassed TME', 'undefined-abbreviation NLR']);
  });
}

test('what stands bare where its key is used becomes the key, many as many', () => {
  const fixesOf = (text: string) =>
    service
      .lint(service.assemble([analyze(text)]), { rules: {}, ignore: [], minimumUses: 3 })
      .filter(({ rule }) => rule === 'macro-bypassed')
      .flatMap(found => found.fixes?.().map(({ title }) => title));
  const results = `
= Results
@mdsc were many. @mdsc came, @mdsc:pl went, and @tme was cold, @tme stayed, @tme left. The MDSCs were low.
The TME is warm.
`;
  assert.deepEqual(fixesOf(packages.glossarium + results), ['Write "@mdsc:pl"', 'Write "@tme"']);
  const called = results.replace(/@(tme|mdsc)(?!:)/g, '#gls("$1")').replaceAll('@mdsc:pl', '#glspl("mdsc")');
  assert.deepEqual(fixesOf(packages.glossarium + called), ['Write "#glspl("mdsc")"', 'Write "#gls("tme")"']);
});

test('glossaries may be written shorter: long forms by their short forms', () => {
  for (const glossary of [
    '#init-acronyms(("NK": ("natural killer",), "TME": ("tumor microenvironment", "tumor microenvironments")))\n',
    '#abbr.make(\n  ("NK", "natural killer"),\n  ("TME", "tumor microenvironment"),\n)\n',
    '#let acronyms = ("NK": "natural killer", "TME": "tumor microenvironment")\n',
  ]) {
    const found = analyze(glossary).blocks.flatMap(({ start, facts }) =>
      facts.definitions.map(({ key, long }) => [key, glossary.slice(start + long.start, start + long.end)]),
    );
    assert.deepEqual(found, [
      ['NK', 'natural killer'],
      ['TME', 'tumor microenvironment'],
    ]);
  }
});

test('what a glossary’s values hold is theirs: quotes, brackets, code; comments and gaps declare nothing', () => {
  const glossary = String.raw`#let entry-list = (
  // (key: "old", short: "OLD", long: "what is \"gone
  (key: "nk", short: "NK", long: "natural \"killer\", of blood", description: [Kills (fast).]),
  (key: "tme", short: [TME], long: [tumor #emph[micro]environment \] here]),
  (key: "gap", short: "GAP", long: ""),
  (key: "pdl", short: "PD-L1", group: {if wide {"A"} else {"B"}}, long: "programmed death ligand 1"),
  (key: "pfs"), // long: "progression-free survival"
)
`;
  const text = `${glossary}\n= Results\n@nk and @pfs came. The @gap stays, #gls("pfs") and #gls("pfz") went.\n`;
  assert.deepEqual(
    analyze(text).blocks.flatMap(({ start, facts }) =>
      facts.definitions.map(({ key, long }) => [key, text.slice(start + long.start, start + long.end)]),
    ),
    [
      ['nk', 'natural \\"killer\\", of blood'],
      ['tme', 'tumor #emph[micro]environment \\] here'],
      ['pdl', 'programmed death ligand 1'],
    ],
  );
  assert.deepEqual(findings(text), ['macro-undefined #gls("pfz")']);
});

test('settings of packages and templates are no entries', () => {
  const text =
    '#print-glossary(entry-list, groups: ("Cells", "Clinic"))\n#glossary(title: "Abbreviations", theme: "A4")\n#set page("A4", margin: (x: "2cm"))\n#let colors = (A: "red", B: "blue")\n';
  assert.deepEqual(
    analyze(text).blocks.flatMap(({ facts }) => facts.definitions),
    [],
  );
});

test('a key that is no glossary’s is a citation; a misspelled one in a call is told', () => {
  const text = `${packages.glossy}\n@mdcs:pl and @nk2020 are cited, #gls("tmee") is not.\n`;
  assert.deepEqual(findings(text), ['macro-undefined #gls("tmee")']);
});

test('a template’s settings are title, abstract and keywords, in brackets or as strings; its words are none', () => {
  const text = `#show: arkheion.with(
  title: "Cells that kill",
  authors: ((name: "Ada Author", affiliation: "NIH"),),
  abstract: text(lang: "en")[NK cells kill.

    The TME is cold.],
  keywords: ("CAR", "TME"),
  figure-supplement: [Fig.],
)

#abstract[Plain summary][Cells may kill.]

#heading(level: 2, numbering: none)[Cold tumors] <cold>

#align(center)[
  #figure(
    image("a.png"),
    caption: figure.caption(position: top)[Few TILs came.],
    supplement: [Figure],
  ) <fig>
]

#block(fill: luma(240), inset: 8pt)[
  They left.
]
`;
  assert.deepEqual(roles(text), [
    'title: Cells that kill',
    'abstract: NK cells kill.',
    'abstract: The TME is cold.',
    'keywords: CAR',
    'keywords: TME',
    'abstract: Plain summary',
    'abstract: Cells may kill.',
    'heading: Cold tumors',
    'caption: Few TILs came.',
    'body: They left.',
  ]);
});

test('what stands beside "#abstract[" is read, and where it closes it ends', () => {
  const text = '#abstract[NK cells kill.\nThe TME is cold.]\n\nCells came.\n';
  assert.deepEqual(roles(text), ['abstract: NK cells kill. The TME is cold.', 'body: Cells came.']);
});

test('behind "#show: appendix" all is supplement, but for sections that have a name', () => {
  const text =
    '= Results\n\nNK cells kill.\n\n#show: appendix\n\n= Panels\n\nCells came.\n\n#figure(image("a.png"), caption: [Gates.])\n\n= Acknowledgements\n\nWe thank all.\n\n= More\n\nFew came.\n';
  assert.deepEqual(
    roles(text).filter(role => !role.startsWith('heading')),
    [
      'body: NK cells kill.',
      'supplement: Cells came.',
      'caption: Gates.',
      'back-matter: We thank all.',
      'supplement: Few came.',
    ],
  );
});

test('files that stand in others, in each light format', () => {
  const targets = (uri: string, text: string): string[] =>
    readDocument(formatOf('', uri), text).blocks.flatMap(({ inclusions = [] }) =>
      inclusions.map(({ target }) => target),
    );
  assert.deepEqual(
    targets(
      'a.typ',
      '#import "@preview/ieee:0.1": ieee\n#import "template.typ": *\n#import "glossary.typ": entries\n#include "methods.typ"\n',
    ),
    ['glossary.typ', 'methods.typ'],
  );
  assert.deepEqual(targets('a.rst', '.. include:: methods.rst\n\n.. include:: <isogrk1.txt>\n'), [
    'methods.rst',
  ]);
  assert.deepEqual(
    targets(
      'a.adoc',
      'include::methods.adoc[leveloffset=+1]\n\ninclude::{dir}/b.adoc[]\n\ninclude::a.csv[]\n',
    ),
    ['methods.adoc'],
  );
  assert.deepEqual(
    targets('a.org', '#+INCLUDE: "./methods.org" :minlevel 2\n#+include: "a.py" src python\n'),
    ['./methods.org'],
  );
});
