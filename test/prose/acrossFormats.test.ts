/** What every format says in its own way, side by side: it is read alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { whole } from '../../server/src/core/steps.ts';
import { read } from './show.ts';

const analyze = whole(createAnalyzer());

/** The blocks of a text with something to read: role and words. */
function outline(ending: string, text: string): string[] {
  const { blocks } = analyze({ uri: `file:///manuscript.${ending}`, languageId: '', version: 1, text });
  return blocks
    .filter(({ block }) => /[\p{L}\p{N}]/u.test(block.masked))
    .map(({ role, block }) => `${role}: ${read(block.masked)}`);
}

/** Every text, by the ending of its format, has this outline. */
function same(texts: Readonly<Record<string, string>>, expected: readonly string[]): void {
  for (const [ending, text] of Object.entries(texts)) {
    assert.deepEqual(outline(ending, text), expected, ending);
  }
}

test('raised numbers are references, charges and squares are none', () => {
  same(
    {
      md: 'The CAR^1,2^ kills CD8^+^ cells per m^2^ of skin^13^.\n',
      tex: 'The CAR\\textsuperscript{1,2} kills CD8\\textsuperscript{+} cells per m\\textsuperscript{2} of skin\\textsuperscript{13}.\n',
      html: '<p>The CAR<sup>1,2</sup> kills CD8<sup>+</sup> cells per m<sup>2</sup> of skin<sup><a href="#r13">13</a></sup>.</p>\n',
      xml: '<p>The CAR<sup>1,2</sup> kills CD8<sup>+</sup> cells per m<sup>2</sup> of skin<sup><xref rid="r13">13</xref></sup>.</p>\n',
      typ: 'The CAR#super[1,2] kills CD8#super[+] cells per m#super[2] of skin#super[13].\n',
      rst: 'The CAR\\ :sup:`1,2` kills CD8\\ :sup:`+` cells per m\\ :sup:`2` of skin\\ :sup:`13`.\n',
      adoc: 'The CAR^1,2^ kills CD8^+^ cells per m^2^ of skin^13^.\n',
      org: 'The CAR^{1,2} kills CD8^{+} cells per m^{2} of skin^{13}.\n',
    },
    ['body: The CAR¤ kills CD8+ cells per m2 of skin¤.'],
  );
});

test('a raised letter behind an abbreviation calls a note of a table, behind other names it is an allele', () => {
  same(
    {
      md: 'The BMI^a^, **BMI**^a,b^ and IL-6^b^ of H-2^b^, I-A^b^, IA^b^ and Thy1^a^ mice.\n',
      tex: 'The BMI\\textsuperscript{a}, \\textbf{BMI}$^{a,b}$ and IL-6$^b$ of H-2$^b$, I-A$^b$, IA$^{\\mathrm{b}}$ and Thy1$^a$ mice.\n',
      html: '<p>The BMI<sup>a</sup>, <b>BMI</b><sup>a,b</sup> and IL-6<sup><a href="#t1b">b</a></sup> of H-2<sup>b</sup>, I-A<sup>b</sup>, IA<sup>b</sup> and Thy1<sup>a</sup> mice.</p>\n',
      xml: '<p>The BMI<sup>a</sup>, <bold>BMI</bold><sup>a,b</sup> and IL-6<sup>b</sup> of H-2<sup>b</sup>, I-A<sup>b</sup>, IA<sup>b</sup> and Thy1<sup>a</sup> mice.</p>\n',
      typ: 'The BMI#super[a], *BMI*#super[a,b] and IL-6#super[b] of H-2#super[b], I-A#super[b], IA#super[b] and Thy1#super[a] mice.\n',
      rst: 'The BMI\\ :sup:`a`, **BMI**\\ :sup:`a,b` and IL-6\\ :sup:`b` of H-2\\ :sup:`b`, I-A\\ :sup:`b`, IA\\ :sup:`b` and Thy1\\ :sup:`a` mice.\n',
      adoc: 'The BMI^a^, *BMI*^a,b^ and IL-6^b^ of H-2^b^, I-A^b^, IA^b^ and Thy1^a^ mice.\n',
      org: 'The BMI^{a}, *BMI*^{a,b} and IL-6^{b} of H-2^{b}, I-A^{b}, IA^{b} and Thy1^{a} mice.\n',
    },
    ['body: The BMI¤, BMI ¤ and IL-6¤ of H-2b, I-Ab, IAb and Thy1a mice.'],
  );
});

test('behind a word of small letters it calls a note, too', () => {
  same(
    {
      md: 'AD, atopic dermatitis^a^; *kit*^b^, Kit^b^ and kit^b^ mice.\n',
      tex: 'AD, atopic dermatitis\\textsuperscript{a}; \\emph{kit}$^b$, Kit$^b$ and kit$^b$ mice.\n',
      html: '<p>AD, atopic dermatitis<sup>a</sup>; <i>kit</i><sup>b</sup>, Kit<sup>b</sup> and kit<sup>b</sup> mice.</p>\n',
      xml: '<p>AD, atopic dermatitis<sup>a</sup>; <italic>kit</italic><sup>b</sup>, Kit<sup>b</sup> and kit<sup>b</sup> mice.</p>\n',
      typ: 'AD, atopic dermatitis#super[a]; _kit_#super[b], Kit#super[b] and kit#super[b] mice.\n',
      rst: 'AD, atopic dermatitis\\ :sup:`a`; *kit*\\ :sup:`b`, Kit\\ :sup:`b` and kit\\ :sup:`b` mice.\n',
      adoc: 'AD, atopic dermatitis^a^; _kit_^b^, Kit^b^ and kit^b^ mice.\n',
      org: 'AD, atopic dermatitis^{a}; /kit/^{b}, Kit^{b} and kit^{b} mice.\n',
    },
    ['body: AD, atopic dermatitis¤; kitb, Kitb and kitb mice.'],
  );
});

test('a line may end inside of a tag or a formula that stands in a word', () => {
  same(
    {
      md: 'The T<sub\nclass="s">reg</sub>\ncells and CD8$^{+\n}$ cells.\n',
      tex: 'The T$_{\n\\mathrm{reg}}$\ncells and CD8$^{+\n}$ cells.\n',
      html: '<p>The T<sub\n  class="s">reg</sub>\ncells and CD8<sup>+</sup\n> cells.</p>\n',
      xml: '<p>The T<sub\n  arrange="stack">reg</sub>\ncells and CD8<sup>+</sup\n> cells.</p>\n',
    },
    ['body: The Treg cells and CD8+ cells.'],
  );
  same(
    {
      html: '<p>IFN-<math\n><mi>γ</mi>\n</math> and <b>C</b\n>AR, but <b>NK</b\n> cells.</p>\n',
      xml: '<p>IFN-<inline-formula>\n<mml:math>\n  <mml:mi>γ</mml:mi></mml:math></inline-formula> and <bold>C</bold\n>AR, but <bold>NK</bold\n> cells.</p>\n',
    },
    ['body: IFN-γ and CAR, but NK cells.'],
  );
});

/** What a text defines, as short and long forms. */
function defined(ending: string, text: string): string[] {
  const { blocks } = analyze({ uri: `file:///manuscript.${ending}`, languageId: '', version: 1, text });
  return blocks.flatMap(({ start, facts }) =>
    facts.definitions.map(({ short, long }) =>
      [short, long]
        .map(span => text.slice(start + span.start, start + span.end).replace(/\s+/g, ' '))
        .join(' = '),
    ),
  );
}

test('a row of a table is one row, however many lines its cells stand on', () => {
  const expected = ['CAR = Chimeric antigen receptor', 'NK = Natural killer', 'TME = Tumor microenvironment'];
  const texts = {
    md: '| Name | Short | Note |\n|---|---|---|\n| Chimeric antigen receptor | CAR | as “T” |\n| Natural killer | NK | a cell |\n| Tumor microenvironment | TME | cold |\n',
    html: '<table>\n<tr>\n<th>Name</th>\n<th>Short</th>\n<th>Note</th>\n</tr>\n<tr>\n<td>Chimeric antigen receptor</td>\n<td>CAR</td>\n<td>as “T”</td>\n</tr>\n<tr>\n<td>Natural killer</td>\n<td>NK</td>\n<td>a\ncell</td>\n</tr>\n<tr>\n<td>Tumor microenvironment</td>\n<td>TME</td>\n<td>cold</td>\n</tr>\n</table>\n',
    xml: '<table-wrap><table><tbody>\n<tr>\n  <td>Chimeric antigen receptor</td>\n  <td>CAR</td>\n  <td>as “T”</td>\n</tr>\n<tr>\n  <td>Natural killer</td>\n  <td>NK</td>\n  <td>a cell</td>\n</tr>\n<tr>\n  <td>Tumor microenvironment</td>\n  <td>TME</td>\n  <td>cold</td>\n</tr></tbody></table></table-wrap>\n',
    tex: '\\begin{tabular}{lll}\nChimeric antigen receptor\n  & CAR\n  & as T \\\\\nNatural killer &\n  NK &\n  a cell \\\\\nTumor microenvironment & TME & cold \\\\\n\\end{tabular}\n',
  };
  for (const [ending, text] of Object.entries(texts))
    assert.deepEqual(defined(ending, text), expected, ending);
});

test('tabs that indent lines, or stand between words, part nothing in running text', () => {
  for (const [ending, text] of Object.entries({
    md: 'Years of natural\n\tkiller\t(NK) cells.\n',
    txt: 'Years of natural\n\tkiller\t(NK) cells.\n',
    tex: '\\begin{figure}\n\t\\caption{Years of natural\n\t\tkiller\n\t\t(NK) cells.}\n\\end{figure}\n',
    xml: '<p>Years of natural\n\tkiller\n\t(NK) cells.</p>\n',
  })) {
    assert.deepEqual(defined(ending, text), ['NK = natural killer'], ending);
  }
});

test('how far a line is indented says nothing of its words', () => {
  const kinds = (ending: string, text: string): number[] =>
    analyze({ uri: `file:///manuscript.${ending}`, languageId: '', version: 1, text }).blocks.flatMap(
      ({ facts }) => facts.tokens.map(({ evidence }) => evidence),
    );
  const text = 'DNA was isolated with a QIAamp DNA\nMini kit, and reads with the STAR\naligner of UCSC.\n';
  assert.deepEqual(kinds('txt', text.replaceAll('\n', '\n        ')), kinds('txt', text));
  assert.deepEqual(kinds('xml', `<p>\n      ${text.replaceAll('\n', '\n      ')}</p>\n`), kinds('txt', text));
  assert.deepEqual(
    kinds('html', `<p>${text.replace('STAR', '<b>STAR</b>')}</p>\n`),
    kinds('md', text.replace('STAR', '**STAR**')),
  );
});

test('a link of JATS has words; raw HTML in Org has none', () => {
  assert.deepEqual(
    defined(
      'xml',
      '<p>In the <ext-link xlink:href="https://x.org">Journal Article Tag Suite</ext-link> (JATS).</p>\n',
    ),
    ['JATS = Journal Article Tag Suite'],
  );
  assert.deepEqual(
    outline('xml', '<p>See <ext-link xlink:href="https://x.org/CAR">https://x.org/CAR</ext-link>.</p>\n'),
    ['body: See ¤ .'],
  );
  assert.deepEqual(outline('org', '#+begin_html\n<!-- 350 words in BMC -->\n#+end_html\nText.\n'), [
    'body: Text.',
  ]);
});

test('Greek letters of formulas are letters of the name that they stand in', () => {
  same(
    {
      md: 'IFN-$\\gamma$ at $p < 0.05$.\n',
      tex: 'IFN-$\\gamma$ at $p < 0.05$.\n',
      html: '<p>IFN-<span class="math inline">\\(\\gamma\\)</span> at <span class="math inline">\\(p &lt; 0.05\\)</span>.</p>\n',
      xml: '<p>IFN-<inline-formula><mml:math><mml:mi>γ</mml:mi></mml:math></inline-formula> at <inline-formula><tex-math>\\documentclass{minimal}\\begin{document}$$p < 0.05$$\\end{document}</tex-math></inline-formula>.</p>\n',
      rst: 'IFN-\\ :math:`\\gamma` at :math:`p < 0.05`.\n',
      adoc: 'IFN-latexmath:[\\gamma] at stem:[p < 0.05].\n',
      org: 'IFN-\\(\\gamma\\) at \\(p < 0.05\\).\n',
      typ: 'IFN-$gamma$ at $p < 0.05$.\n',
    },
    ['body: IFN-γ at ¤.'],
  );
});

test('a paragraph that is one emphasised line is a heading', () => {
  const words = 'Cells killed.\n';
  const expected = ['heading: Gating of NK cells', 'body: Cells killed.'];
  same(
    {
      md: `**Gating of NK cells**\n\n${words}`,
      tex: `\\textbf{Gating of NK cells}\n\n${words}`,
      html: '<p><b>Gating of NK cells</b></p>\n<p>Cells killed.</p>\n',
      xml: '<p><bold>Gating of NK cells</bold></p>\n<p>Cells killed.</p>\n',
      typ: `*Gating of NK cells*\n\n${words}`,
      rst: `*Gating of NK cells*\n\n${words}`,
      adoc: `*Gating of NK cells*\n\n${words}`,
      org: `/Gating of NK cells/\n\n${words}`,
    },
    expected,
  );
});

test('emphasis within a line or over a sentence makes no heading', () => {
  for (const text of [
    '**Note** that cells\n\nCells.\n',
    '**NK cells kill tumours.**\n\nCells.\n',
    '**NK**\n\nCells.\n',
  ]) {
    assert.match(outline('md', text)[0]!, /^body: /, text);
  }
});

test('a title has a short form for the running head', () => {
  same(
    {
      tex: '\\title[CAR-NK cells]{Cells that kill}\n\\begin{document}\nText.\n\\end{document}\n',
      xml: '<article><front><title-group><alt-title>CAR-NK cells</alt-title>\n<article-title>Cells that kill</article-title></title-group></front>\n<body><p>Text.</p></body></article>\n',
      typ: '#show: article.with(\n  short-title: [CAR-NK cells],\n  title: [Cells that kill],\n)\n\nText.\n',
    },
    ['running-title: CAR-NK cells', 'title: Cells that kill', 'body: Text.'],
  );
  // What a class is told is no title.
  assert.deepEqual(outline('tex', '\\title[mode = title]{Cells that kill}\n'), ['title: Cells that kill']);
});

test('boxes of notebooks and pages last until they are closed', () => {
  const box = (open: string): string => `${open}\n\nNK cells kill.\n\n</div>\n\nCells live.\n`;
  const expected = ['box: NK cells kill.', 'body: Cells live.'];
  assert.deepEqual(outline('md', box('<div class="alert alert-block alert-info">')), expected);
  assert.deepEqual(outline('md', box('<div class="alert"><div>\n</div>')), expected);
  assert.deepEqual(
    outline('md', '<div class="alert alert-info"><b>Note:</b> NK cells.</div>\n\nCells live.\n'),
    ['box: Note: NK cells.', 'body: Cells live.'],
  );
  // What says nothing of its content closes nothing either.
  assert.deepEqual(
    outline('md', '::: {.callout-note}\n<div align="center">\n\nNK.\n\n</div>\n\nCells.\n\n:::\n'),
    ['box: NK.', 'box: Cells.'],
  );
});

test('theorems have names, also among their settings', () => {
  same(
    {
      'a.tex': '\\begin{theorem}[Clonal selection of B cells]\nCells divide.\n\\end{theorem}\n',
      'b.tex':
        '\\begin{theorem}[label=t1, name=Clonal selection of B cells]\nCells divide.\n\\end{theorem}\n',
    },
    ['body: Clonal selection of B cells', 'body: Cells divide.'],
  );
});

test('reStructuredText: the order of underlines tells levels, a line above makes another style', () => {
  const underlined = (title: string, line: string): string =>
    `${title}\n${line.repeat(title.length)}\n\nText.\n\n`;
  const text = `=====\nTitle\n=====\n\n${underlined('Methods', '=')}${underlined('Cells', '^')}${underlined('Results', '=')}`;
  const { blocks } = analyze({ uri: 'file:///a.rst', languageId: '', version: 1, text });
  assert.deepEqual(
    blocks
      .filter(({ block }) => block.kind === 'heading')
      .map(({ block }) => [read(block.masked), block.level]),
    [
      ['Title', 1],
      ['Methods', 2],
      ['Cells', 3],
      ['Results', 2],
    ],
  );
});

test('legends: what figures say beside them is no prose', () => {
  same(
    {
      rst: '.. figure:: killing.png\n   :alt: Cells that are\n      killed\n   :name: fig-1\n\n   Killing by NK cells.\n',
      md: '<figure>\n<img src="killing.png"\nalt="Cells that are killed">\n<figcaption>Killing by\nNK cells.</figcaption>\n</figure>\n',
    },
    ['caption: Killing by NK cells.'],
  );
});
