import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../server/src/core/index.ts';
import { html, jats } from '../../server/src/core/prose/markup/formats.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { read, shown } from './show.ts';

const outline = (format: Format, text: string): string[] =>
  readDocument(format, text)
    .blocks.filter(block => block.kind !== 'blank' && block.kind !== 'opaque')
    .map(
      ({ kind, level, role, masked }) => `${[kind, level, role].filter(Boolean).join(' ')}: ${read(masked)}`,
    );

const declarations = (format: Format, text: string): string[][] =>
  readDocument(format, text).blocks.flatMap(({ masked, declarations = [] }, index, blocks) => {
    const at = blocks.slice(0, index).reduce((sum, block) => sum + block.masked.length, 0);
    return declarations.map(({ form, short, long }) => [
      form,
      read(masked.slice(short.start, short.end)),
      text.slice(at + long.start, at + long.end),
    ]);
  });

test('HTML: blocks, and what is no prose', () => {
  const text = `<!DOCTYPE html>
<html><head><title>CAR</title>
<script>if (a < b) { CAR() }</script>

<style>p.CAR { color: red }</style></head>
<body class="NK">
<h1>CAR-NK cells</h1>
<p>The <b>natural</b> killer (<em>NK</em>) cell
kills<sup>1,2</sup> CD8<sup>+</sup> T<sub>reg</sub>s &amp; 10<sup>6</sup> <sup>51</sup>Cr TNF-&alpha;.
<!-- a CAR comment --><br>See https://x.org/CAR, <code>x = NK</code> and <strong>C</strong>AR.</p>
<ul><li>one</li><li>two
</ul>
<figure><img alt="CAR"><figcaption>Killing.</figcaption></figure>
<table>
<tr><th>Short</th><td>Long</td></tr>

<tr><td>CAR</td><td>chimeric &lt;antigen&gt;</td></tr>
</table>
<dl><dt>CAR</dt>
<dd>chimeric antigen receptor</dd>
<dt>NK</dt><dd><p>natural killer</p></dd></dl>
<blockquote><p>Quoted.</p></blockquote>
<pre>CAR</pre>a < b
</body></html>
`;
  assert.deepEqual(outline(html, text), [
    'heading 1: CAR-NK cells',
    'paragraph: The natural killer ( NK ) cell kills¤ CD8+ Tregs & 10¤ 51Cr TNF-α. See ¤, ¤ and CAR.',
    'item: one',
    'item: two',
    'caption: Killing.',
    'table: Short Long',
    'table: CAR chimeric <antigen>',
    'definition: CAR: chimeric antigen receptor',
    'definition: NK: natural killer',
    'quote: Quoted.',
    'paragraph: a < b',
  ]);
  const row = readDocument(html, text).blocks.findLast(
    ({ kind, masked }) => kind === 'table' && masked.includes('CAR'),
  );
  assert.match(shown(row?.masked ?? ''), /CAR⇥ +chimeric ¬*<¬*antigen>¬*⇥/);
});

test('HTML: abbreviations and directives', () => {
  const text =
    '<p><abbr title="chimeric antigen receptor"><b>C</b>AR</abbr> T</p><!-- immunogloss-ignore NK -->';
  assert.deepEqual(declarations(html, text), [['markup', 'CAR', 'chimeric antigen receptor']]);
  const directives = readDocument(html, text).blocks.flatMap(block => block.directives ?? []);
  assert.deepEqual(
    directives.map(directive => directive.text),
    ['immunogloss-ignore NK'],
  );
});

const article = `<?xml version="1.0"?>
<article><front><journal-meta><journal-title>J CAR</journal-title></journal-meta>
<article-meta><article-id>10.1/CAR</article-id>
<title-group><article-title>CAR-NK cells</article-title></title-group>
<contrib-group><contrib><name><surname>Author</surname></name></contrib></contrib-group>
<abstract><title>Abstract</title><p>Natural killer (NK) cells<xref ref-type="bibr" rid="r1">1</xref>.</p></abstract>
<kwd-group><kwd>CAR</kwd></kwd-group></article-meta></front>
<body><sec><title>Introduction</title>
<p>CD8<sup>+</sup> <italic>T</italic> cells, see <xref ref-type="fig" rid="f1">Fig. 1</xref>.
<inline-formula><tex-math>\\alpha</tex-math></inline-formula></p>
<sec><title>Scope</title><p>Deeper.</p></sec>
<fig><label>Figure 1</label><caption><title>Killing.</title><p>By NK cells.</p></caption></fig>
</sec></body>
<back><ack><p>We thank X.</p></ack>
<glossary><def-list><def-item><term>CAR</term>
<def><p>chimeric antigen receptor</p></def></def-item></def-list></glossary>
<ref-list><ref><mixed-citation><article-title>On CAR</article-title></mixed-citation></ref></ref-list></back></article>
`;

test('JATS: blocks with their roles, on many lines or on one', () => {
  const expected = [
    'heading 1 title: CAR-NK cells',
    'paragraph authors: Author',
    'heading 1: Abstract',
    'paragraph abstract: Natural killer (NK) cells¤.',
    'item keywords: CAR',
    'heading 2: Introduction',
    'paragraph: CD8+ T cells, see ¤. α',
    'heading 3: Scope',
    'paragraph: Deeper.',
    'caption: ¤ Killing.',
    'caption: By NK cells.',
    'paragraph back-matter: We thank X.',
    'definition abbreviation-list: CAR: chimeric antigen receptor',
    'paragraph references: On CAR',
  ].map(line => line.replace('caption: ¤ ', 'caption: '));
  const prose = (text: string): string[] => outline(jats, text).filter(line => !line.startsWith('metadata'));
  assert.deepEqual(prose(article), expected);
  assert.deepEqual(prose(article.replaceAll('\n', ' ')), expected);
});

test('JATS: abbreviations and citations', () => {
  const text =
    '<p><abbrev alt="natural killer">NK</abbrev> and <abbrev>CAR<def><p>chimeric antigen receptor</p></def></abbrev> cells<xref ref-type="bibr" rid="r1">1</xref></p>';
  assert.deepEqual(declarations(jats, text), [
    ['markup', 'NK', 'natural killer'],
    ['markup', 'CAR', 'chimeric antigen receptor'],
  ]);
  const marks = readDocument(jats, text).blocks.flatMap(block => block.marks ?? []);
  assert.deepEqual(
    marks.map(({ kind, key }) => [kind, key]),
    [['citation', 'r1']],
  );
});

test('JATS: notes below a table are its captions', () => {
  const text =
    '<table-wrap><table><tr><td>CAR</td></tr></table><table-wrap-foot><fn><p>CAR, chimeric antigen receptor.</p></fn></table-wrap-foot></table-wrap>';
  assert.equal(outline(jats, text).at(-1), 'footnote caption: CAR, chimeric antigen receptor.');
});

test('XML that is no article holds nothing to read', () => {
  const prose = '<p>The CAR.</p>';
  const docType = '<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "x.dtd">';
  for (const text of [
    `<project><description>The CAR.</description>${prose}</project>`,
    `<?xml version="1.0"?>\n<!-- <article> -->\n<svg><text>CAR</text></svg>`,
    `<?xml version="1.0"?>\n<!DOCTYPE note [<!ENTITY car "CAR">]>\n<note>${prose}</note>`,
    `<article xmlns="http://docbook.org/ns/docbook" version="5.0">${prose}</article>`,
    `${docType}\n<article>${prose}</article>`,
  ]) {
    assert.deepEqual(outline(jats, text), [], text);
  }
  const jatsType = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.3 20210610//EN" "JATS.dtd">';
  for (const text of [
    `${jatsType}\n<!-- a <note> -->\n<article xml:lang="en">${prose}</article>`,
    `<sec>${prose}</sec>`,
  ]) {
    assert.deepEqual(outline(jats, text), ['paragraph: The CAR.'], text);
  }
});

test('HTML: an element’s role, class or identifier says what stands in it', () => {
  const text = `<body>
<header><h1 class="title">Cells that kill</h1>
<div class="author-list"><p>A. Author, NIH</p></div>
<div class="abstract">
<div class="abstract-title">Abstract</div>
<div><p>Natural killer (NK) cells kill.</p></div>
<p>They are few.</p>
</div></header>
<div id="TOC"><ul><li>Killing by NK cells</li></ul></div>
<section id="introduction"><h2 id="abstract-cells">Introduction</h2>
<p>The TME <span class="citation" data-cites="a">(<a href="#a" role="doc-biblioref">NIH 2020</a>)</span> is
cold<a href="#fn1" role="doc-noteref"><sup>1</sup></a>, see <cite>WHO guidelines</cite>.</p>
<div class="figure"><img src="a.png"><p class="caption">Few TILs came.</p></div>
</section>
<section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>In MHC.</p></li></ol></section>
<div id="refs" class="references csl-bib-body">
<div class="csl-entry">NIH. 2020.</div>
<div class="csl-entry">WHO. 2021.</div>
</div>
<dl class="abbreviations"><dt>TME</dt><dd>tumor microenvironment</dd></dl>
<section role="doc-acknowledgments"><p>We thank the NIH.</p></section>
<p>Body.</p>
</body>`;
  assert.deepEqual(outline(html, text), [
    'heading 1 title: Cells that kill',
    'paragraph authors: A. Author, NIH',
    'paragraph abstract: Abstract',
    'paragraph abstract: Natural killer (NK) cells kill.',
    'paragraph abstract: They are few.',
    'item metadata: Killing by NK cells',
    'heading 2: Introduction',
    'paragraph: The TME ¤ is cold¤, see ¤.',
    'paragraph caption: Few TILs came.',
    'item footnote: In MHC.',
    'paragraph references: NIH. 2020.',
    'paragraph references: WHO. 2021.',
    'definition abbreviation-list: TME: tumor microenvironment',
    'paragraph back-matter: We thank the NIH.',
    'paragraph: Body.',
  ]);
});

test('HTML: numbers of references in a superscript are no part of the word before, linked or not', () => {
  const text =
    '<p>Each CAR<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup> and CD8<sup>+</sup> NK<sup><i>dim</i></sup> cell.</p>';
  assert.deepEqual(outline(html, text), ['paragraph: Each CAR¤ and CD8+ NKdim cell.']);
});
