import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesOf } from './rolesOf.ts';

test('LaTeX: what is set in a large font before all headings is the title (PLOS)', () => {
  assert.deepEqual(
    rolesOf(
      'latex',
      String.raw`\documentclass{article}
\begin{document}
\vspace*{0.2in}
% Title must be 250 characters or less.
\begin{flushleft}
{\Large
\textbf\newline{Atypical B cells outlast
parasitaemia} % Please use "sentence case".
}
\newline
\\
Aminata Kouyat\'e\textsuperscript{1}
\\
\textbf{1} Centre for Malaria Research, Bamako

\textcurrency Current Address: Oslo

\end{flushleft}
\section*{Abstract}
B cells {\Large matter}.
\section*{Introduction}
{\Large Large} type is prose here.
\section*{Supporting information}
\paragraph*{S1 Fig.}
\label{S1_Fig}
{\bf Gating.} FSC, forward scatter; SSC, side scatter.

\paragraph*{S1 Text.}
How cells were counted.
\section*{Acknowledgments}
We thank all.
\end{document}
`,
    ),
    [
      'title: Atypical B cells outlast parasitaemia',
      'authors: Aminata Kouyaté 1 Centre for Malaria Research, Bamako',
      'authors: Current Address: Oslo',
      'heading: Abstract',
      'abstract: B cells matter .',
      'heading: Introduction',
      'body: Large type is prose here.',
      'heading: Supporting information',
      'heading: S1 Fig.',
      'caption: FSC = forward scatter, SSC = side scatter',
      'heading: S1 Text.',
      'supplement: How cells were counted.',
      'heading: Acknowledgments',
      'back-matter: We thank all.',
    ],
  );
  assert.deepEqual(
    rolesOf('latex', '\\begin{document}\n\\title{NK cells}\n\\maketitle\n{\\Large Contents}\n\nThey kill.\n'),
    ['title: NK cells', 'body: Contents', 'body: They kill.'],
  );
});

test('a line below a title that front matter gives is none', () => {
  assert.deepEqual(
    rolesOf('markdown', '---\ntitle: NK cells\n---\n\nA. Author\n\n## Abstract\n\nThey kill.\n'),
    ['title: NK cells', 'authors: A. Author', 'heading: Abstract', 'abstract: They kill.'],
  );
});

test('supplementary figures may be numbered as PLOS does, on a bold line too', () => {
  assert.deepEqual(
    rolesOf(
      'markdown',
      '# Supporting information\n\n**S1 Fig. Gating.** FSC, forward scatter.\n\n**S2 File. Data.** All.\n',
    ),
    ['heading: Supporting information', 'caption: FSC = forward scatter', 'caption: S2 File. Data. All.'],
  );
});

test('HTML: paragraphs have the styles of Word; its comments are none', () => {
  assert.deepEqual(
    rolesOf(
      'html',
      `<body><div class=WordSection1>
<p class=MsoTitle><b><span style='font-size:16.0pt'>Eosinophils in the
gut</span></b></p>
<p class=MsoNormal>Mirjam Vogt</p>
<h1>Abstract</h1>
<p class=MsoNormal>They live long.</p>
<h1>Introduction</h1>
<p class=MsoNormal>They live<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> there.<a href="#_msocom_1">[VM1]</a></p>
<p class=MsoCaption>Half-life. LP, lamina propria.</p>
<h1>References</h1>
<p class=MsoBibliography>1. Weller PF. 2017.</p>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> By BrdU.</p>
<p class=MsoCommentText>Should we cite it?</p>
</div></body>`,
    ),
    [
      'title: Eosinophils in the gut',
      'authors: Mirjam Vogt',
      'heading: Abstract',
      'abstract: They live long.',
      'heading: Introduction',
      'body: They live there.',
      'caption: LP = lamina propria',
      'heading: References',
      'references: 1. Weller PF. 2017.',
      'footnote: By BrdU.',
      'metadata: Should we cite it?',
    ],
  );
});

test('HTML: notes and comments of Google Docs stand behind their anchors', () => {
  assert.deepEqual(
    rolesOf(
      'html',
      '<p class="c4 title" id="h.a"><span>Antibodies of mothers</span></p><p><span>Olu Adeyemi</span></p>' +
        '<h1><span>Abstract</span></h1><p><span>They protect.</span></p><h1><span>Introduction</span></h1>' +
        '<p><span>They cross</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> over</span>' +
        '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>.</span></p><h1><span>Funding</span></h1>' +
        '<p><span>None.</span></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;By FcRn.</span></p></div>' +
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Please check.</span></p></div>',
    ),
    [
      'title: Antibodies of mothers',
      'authors: Olu Adeyemi',
      'heading: Abstract',
      'abstract: They protect.',
      'heading: Introduction',
      'body: They cross over .',
      'heading: Funding',
      'back-matter: None.',
      'footnote: By FcRn.',
      'metadata: Please check.',
    ],
  );
});

test('JATS: the legend of a graphical abstract is one, and who drew a figure is no text', () => {
  assert.deepEqual(
    rolesOf(
      'jats',
      `<article><front><article-meta><abstract abstract-type="graphical"><fig><caption><p>MAC, membrane attack complex.</p></caption></fig></abstract></article-meta></front>
<body><p>Deposits grow.<fn><p>At rest.</p></fn></p><fig><caption><p>Staining.</p></caption><attrib>Drawn by YN.</attrib></fig></body></article>`,
    ),
    [
      'caption: MAC = membrane attack complex',
      'body: Deposits grow.',
      'footnote: At rest.',
      'caption: Staining.',
      'back-matter: Drawn by YN.',
    ],
  );
});
