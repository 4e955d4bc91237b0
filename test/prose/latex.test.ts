import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latex } from '../../server/src/core/prose/latex/latex.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { read, shown, shownBlocks } from './show.ts';

/** How a stretch of LaTeX reads, all blocks together. */
const reads = (text: string): string =>
  read(
    readDocument(latex, text)
      .blocks.map(block => block.masked)
      .join(''),
  );

/** What each block is (`kind level role`) and how it reads, without those that hold nothing to read. */
const outline = (text: string): string[] =>
  readDocument(latex, text)
    .blocks.filter(block => block.kind !== 'blank' && block.kind !== 'opaque')
    .map(
      ({ kind, level, role, masked }) => `${[kind, level, role].filter(Boolean).join(' ')}: ${read(masked)}`,
    );

test('LaTeX: the mask keeps words together and has a unit for each unit of the source', () => {
  assert.deepEqual(shownBlocks(latex, 'A \\textbf{C}AR on T\\textsubscript{reg}s, \\cite{x}.\n'), [
    ['paragraph', 'A         C¬AR on T¬¬¬¬¬¬¬¬¬¬¬¬¬¬¬reg¬s, ¤¤¤¤¤¤¤¤.\n'],
  ]);
});

for (const [source, expected] of [
  // Markup inside words and between them.
  ['\\textbf{C}AR', 'CAR'],
  ['{\\em in vivo} \\emph{NK}~cells', 'in vivo NK cells'],
  ['T\\textsubscript{reg}-like, CD8\\textsuperscript{+} T', 'Treg-like, CD8+ T'],
  ['\\textcolor{red}{CAR}s and \\gene{PDCD1}', 'CARs and PDCD1'],
  ['\\href{https://x.org/CAR}{the registry}', 'the registry'],
  // A label, whatever command it is given to.
  ['HSCs\\reffigure{fig:HSC-aging} and \\gene{PDCD1}', 'HSCs¤ and PDCD1'],
  ['immuno\\-globulin shelf\\/ful', 'immunoglobulin shelfful'],
  // Signs.
  ['5\\,mg, 10\\% of IL-2--IL-4, seen---as expected', '5 mg, 10% of IL-2–IL-4, seen—as expected'],
  ["``the `off-the-shelf' cells''", "“the ‘off-the-shelf' cells”"],
  [
    'Sj\\"ogren, Na\\"{\\i}ve, caf\\\'{e}, Stra\\ss e, \\c{C}a, Erd\\H{o}s',
    'Sjögren, Naïve, café, Straße, Ça, Erdős',
  ],
  ['TNF-\\textalpha{} and \\textbeta-cells', 'TNF-α and β-cells'],
  // Math that is a term, and math that is a formula.
  ['$\\gamma\\delta$ T cells, $\\gamma\\delta T$ cells', 'γδ T cells, γδT cells'],
  ['IL-2R$\\alpha$, TNF-$\\alpha$, Fc$\\gamma$RIIb, NF-$\\kappa$B', 'IL-2Rα, TNF-α, FcγRIIb, NF-κB'],
  ['CD8$^+$, CD19$^{-}$, CD4$^{+}$CD25$^{\\mathrm{hi}}$', 'CD8+, CD19-, CD4+CD25hi'],
  ['T$_{\\mathrm{reg}}$, $T_{reg}$, $\\mathrm{T_{FH}}$, $\\mathrm{CD8}^+$', 'Treg, Treg, TFH, CD8+'],
  [
    '\\(\\alpha_4\\beta_7\\), \\ensuremath{\\beta_2}-microglobulin, $^{51}$Cr',
    'α4β7, β2-microglobulin, 51Cr',
  ],
  ['$p < 0.05$, $x_i$, $n = 3$, 10$^6$, cm$^2$, $T_{max}$', '¤, ¤, ¤, 10¤, cm¤, ¤'],
  ['$$ E = mc^2 $$ and \\[ a \\] and \\( b = 1 \\)', '¤ and ¤ and ¤'],
  ['so \\begin{align*} a &= b \\\\ c &= \\text{CAR} \\end{align*} holds', 'so ¤ holds'],
  // What isn't prose.
  ['given \\SI{5}{mg}, \\qty{3}{\\kilo\\gram} and \\num{1e5} of \\ce{CO2}', 'given ¤, ¤ and ¤ of ¤'],
  ['as \\verb|CAR{| and \\lstinline!x = NK! say', 'as ¤ and ¤ say'],
  ['see \\cref{fig:car}, \\url{https://x.org} \\label{CAR}\\index{CAR}', 'see ¤, ¤'],
  ['cells~\\citep[see][p.~5]{smith2020,jones} and \\citealias{x}', 'cells ¤ and ¤'],
  ['before % a CAR comment\nafter, 100\\% sure', 'before after, 100% sure'],
  ['\\todo{define CAR}kept \\myown[opt]{prose} \\unknown', 'kept ¤ prose ¤'],
  ['off \\iffalse CAR \\figure \\fi on', 'off ¤ on'],
  ['an aside\\footnote{with a long story} here', 'an aside¤with a long story¤ here'],
] as const) {
  test(`LaTeX: ${source.replaceAll('\n', ' ')}`, () => {
    assert.equal(reads(`${source}\n`), expected);
  });
}

test('LaTeX: headings, captions, lists, tables and roles are blocks of their own', () => {
  const text = String.raw`\documentclass{article}
\usepackage{CAR}
\title[Short]{CAR-NK cells}
\author{A. Author}
\begin{document}
\maketitle
\begin{abstract} Natural killer (NK) cells. \end{abstract}
\keywords{CAR, NK}
\section{Introduction}\label{sec:intro}
First words.
\par
Next \subsection*{Scope} words.
\begin{figure}[ht]
  \includegraphics[width=\textwidth]{car.pdf}
  \caption[In the list]{Killing. CRS, \emph{cytokine} release syndrome.}
\end{figure}
\begin{table}
\caption{Terms}
\begin{tabular}{l@{}p{3cm}}
\toprule
CAR & chimeric antigen \\ \midrule
NK & natural \& killer \\
\end{tabular}
\end{table}
\begin{itemize}
\item one
\item two
\end{itemize}
\begin{description}
\item[CAR] chimeric antigen receptor
\item[\textbf{NK}:] natural killer
\end{description}
\begin{quote} Quoted. \end{quote}
\begin{acknowledgements} We thank X. \end{acknowledgements}
\appendix
\section{More}
Supplementary words.
\begin{thebibliography}{9}
\bibitem{a} A. Author. On CAR.
\end{thebibliography}
\end{document}
CAR behind the end.
`;
  assert.deepEqual(outline(text), [
    'metadata: ',
    'heading running-title: Short',
    'heading title: CAR-NK cells',
    'paragraph authors: A. Author',
    'metadata: ',
    'paragraph abstract: Natural killer (NK) cells.',
    'paragraph keywords: CAR, NK',
    'heading 2: Introduction',
    'paragraph: First words.',
    'paragraph: Next',
    'heading 3: Scope',
    'paragraph: words.',
    'caption: Killing. CRS, cytokine release syndrome.',
    'caption: Terms',
    'table: CAR chimeric antigen NK natural & killer',
    'item: one',
    'item: two',
    'definition: CAR: chimeric antigen receptor',
    'definition: NK : natural killer',
    'quote: Quoted.',
    'paragraph back-matter: We thank X.',
    'heading 2: More',
    'paragraph supplement: Supplementary words.',
    'paragraph references: A. Author. On CAR.',
  ]);
  const table = readDocument(latex, text).blocks.find(block => block.kind === 'table');
  assert.match(shown(table?.masked ?? ''), /CAR ⇥ chimeric antigen ⇥ /);
});

test('LaTeX: an abstract over several paragraphs, as environment and as command', () => {
  for (const text of [
    '\\begin{abstract}\nOne.\n\nTwo.\n\\end{abstract}\nThree.\n',
    '\\abstract{One.\n\nTwo {\\it x}.}\nThree.\n',
  ]) {
    assert.deepEqual(
      outline(text).map(line => line.slice(0, 18)),
      ['paragraph abstract', 'paragraph abstract', 'paragraph: Three.'],
    );
  }
});

test('LaTeX: what is not closed yet spoils one paragraph only', () => {
  assert.deepEqual(
    outline(
      '\\caption{Cells\n\nNK cells \\cite{a\n\n$\\alpha and CAR\n\n\\emph{T cells\n\n\\begin{tabular}{l\n\n\\section{X}\n\nDone.\n',
    ),
    ['caption: Cells', 'paragraph: NK cells ¤', 'paragraph: T cells', 'heading 2: X', 'paragraph: Done.'],
  );
});

test('LaTeX: declarations of abbreviations, with both forms', () => {
  const text = String.raw`\newacronym[longplural={chimeric antigen receptors}]{car}{CAR}{chimeric antigen receptor}
\newabbreviation{treg}{T\textsubscript{reg}}{regulatory \emph{T} cell}
\DeclareAcronym{nk}{
  short = NK ,
  long  = {natural killer},
  tag   = cells
}
\newglossaryentry{gvhd}{name={GvHD}, description={graft-versus-host disease}}
\newglossaryentry{crs}{name=CRS, first={cytokine release syndrome (CRS)}, description={A syndrome.}}
\newglossaryentry{lymph}{name=lymphocyte, description={a white blood cell}}
\acrodef{tme}[TME]{tumour microenvironment}
\begin{acronym}
\acro{IL-2R$\alpha$}{interleukin-2 receptor $\alpha$}
\end{acronym}
\nomenclature{MHC}{major histocompatibility complex}
`;
  const declared = readDocument(latex, text).blocks.flatMap(({ masked, declarations = [] }) =>
    declarations.map(({ form, key, short, long }) => [
      form,
      key,
      read(masked.slice(short.start, short.end)),
      read(masked.slice(long.start, long.end)),
    ]),
  );
  assert.deepEqual(declared, [
    ['macro', 'car', 'CAR', 'chimeric antigen receptor'],
    ['macro', 'treg', 'Treg', 'regulatory T cell'],
    ['macro', 'nk', 'NK', 'natural killer'],
    ['macro', 'gvhd', 'GvHD', 'graft-versus-host disease'],
    ['macro', 'crs', 'CRS', 'cytokine release syndrome'],
    ['macro', 'tme', 'TME', 'tumour microenvironment'],
    ['macro', 'IL-2R$\\alpha$', 'IL-2Rα', 'interleukin-2 receptor α'],
    ['list', undefined, 'MHC', 'major histocompatibility complex'],
  ]);
});

test('LaTeX: uses of macros are marked, those of the document itself with how they read', () => {
  const text = String.raw`\newcommand{\tnf}{TNF-$\alpha$}
\newcommand\treg{T\textsubscript{reg}\xspace}
%\newcommand{\old}{OLD}
\newcommand{\gene}[1]{\textit{#1}}
\begin{document}
\Glspl[format=x]{car}[-T] kill, \acs*{nk} do, \tnf{} and \treg s; \old, \gene{PDCD1}.
\end{document}
`;
  const marks = readDocument(latex, text).blocks.flatMap(({ masked, marks = [] }) =>
    marks.map(({ kind, command, key, start, end }) => [kind, command, key, shown(masked.slice(start, end))]),
  );
  assert.deepEqual(marks, [
    ['macro', 'Glspl', 'car', '¤'.repeat('\\Glspl[format=x]{car}[-T]'.length)],
    ['macro', 'acs', 'nk', '¤'.repeat('\\acs*{nk}'.length)],
    ['term', 'tnf', 'TNF-α', '¤¤¤¤'],
    ['term', 'treg', 'Treg', '¤¤¤¤¤'],
  ]);
});

test('LaTeX: citations and emphasis are marked; directives and included files are found', () => {
  const text = String.raw`A \emph{gene \textbf{X}} \citep[5]{a, b}. % immunogloss-ignore CAR
\input{methods}\include{parts/results} \input tables/t1
\import{../shared/}{end.tex}
\subfile{sub}
`;
  const { blocks } = readDocument(latex, text);
  assert.deepEqual(
    blocks.flatMap(({ marks = [] }) => marks.map(({ kind, key }) => [kind, key])),
    [
      ['emphasis', undefined],
      ['strong', undefined],
      ['citation', 'a, b'],
    ],
  );
  assert.deepEqual(
    blocks.flatMap(({ directives = [] }) => directives.map(directive => directive.text)),
    ['immunogloss-ignore CAR'],
  );
  assert.deepEqual(
    blocks.flatMap(({ inclusions = [] }) => inclusions.map(inclusion => inclusion.target)),
    ['methods', 'parts/results', 'tables/t1', '../shared/end.tex', 'sub'],
  );
});

test('LaTeX: 50,000 nested braces or environments are read without recursion', () => {
  for (const [open, close] of [
    ['\\emph{', '}'],
    ['{', '}'],
    ['\\begin{itemize}\\item ', '\\end{itemize}'],
  ] as const) {
    const text = `${open.repeat(50_000)}CAR${close.repeat(50_000)}`;
    const { blocks } = readDocument(latex, text);
    assert.ok(blocks.some(block => block.masked.includes('CAR')));
  }
});

test('LaTeX: a declaration inside a declaration is none', () => {
  const text = '\\DeclareAcronym{a}{short=A, long=\\DeclareAcronym{nk}{short=NK, long=natural killer}}\n';
  const declared = readDocument(latex, text).blocks.flatMap(({ declarations = [] }) => declarations);
  assert.deepEqual(
    declared.map(({ key }) => key),
    ['a'],
  );
});

test('LaTeX: verbatim, numbers, keys and file names of packages are no prose', () => {
  const text = String.raw`Run \mint{python}|CAR x| or \mintinline{python}{CAR}, see \lstinputlisting{CAR.py} and \inputminted{r}{NK.R}.
We used \numproduct{2 x 3}, \complexqty{1+i}{\ohm} and \qtyproduct{2 x 3}{\mm} of it \textcites(see)[1]{CAR}[2]{NK}.
\includestandalone{CAR} \acroplural{pd}[PDs]{programmed deaths} \GLSxtrshort{car} \glsxtrp{short}{car}
`;
  assert.equal(reads(text).replace(/[\s¤]+/g, ' '), 'Run or , see and . We used , and of it . ');
});

test('LaTeX: hyphens, titles with a plain copy, and starred inclusions', () => {
  const text = String.raw`\section{\texorpdfstring{T\textsubscript{reg}}{Treg} cells}
PD\nobreakdash-1 and CAR\hyp{}NK cells.
\import*{parts/}{one}
`;
  assert.deepEqual(outline(text), ['heading 2: Treg cells', 'paragraph: PD-1 and CAR-NK cells.']);
  const inclusions = readDocument(latex, text).blocks.flatMap(block => block.inclusions ?? []);
  assert.deepEqual(
    inclusions.map(({ target }) => target),
    ['parts/one'],
  );
});

test('LaTeX: notes below a table are its captions, tab stops part cells', () => {
  const text = String.raw`\begin{tablenotes}
\item[a] TME, tumour microenvironment.
\end{tablenotes}
\begin{tabbing}
MHC \= major histocompatibility complex \\
\end{tabbing}
`;
  assert.deepEqual(outline(text), [
    'caption: TME, tumour microenvironment.',
    'table: MHC major histocompatibility complex',
  ]);
});

test('LaTeX: of an algorithm and of a listing nothing but the caption is read', () => {
  const text = `\\begin{algorithm}[t]
\\caption{Gating of CAR T cells}\\label{alg:gate}
\\KwIn{$x$, the FCS file}
\\begin{algorithmic}[1]
\\State load the FCS file
\\end{algorithmic}
\\end{algorithm}

\\begin{lstlisting}[language=R, caption={Counting NK cells}, label=lst:a]
CAR <- nrow(FCS)
\\end{lstlisting}
Then CRS was graded.
`;
  assert.deepEqual(outline(text), [
    'caption: Gating of CAR T cells',
    'caption: Counting NK cells',
    'paragraph: Then CRS was graded.',
  ]);
});

test('LaTeX: a box has its title, a float its notes', () => {
  assert.deepEqual(
    outline('\\begin{tcolorbox}[colback=red, title={CRS, in brief}]\nIt is rare.\n\\end{tcolorbox}\n'),
    ['paragraph box: CRS, in brief', 'paragraph box: It is rare.'],
  );
  const table =
    '\\begin{table}\\caption{Doses}\\begin{tabular}{l}NK\\\\\\end{tabular}\n\\footnotetext[1]{NK, natural killer.}\\end{table}\n';
  assert.deepEqual(outline(table), ['caption: Doses', 'table: NK', 'caption: NK, natural killer.']);
});

test('LaTeX: numbers in superscript are references, what belongs to a word is not', () => {
  assert.equal(
    reads(
      'It lasted.\\textsuperscript{12,13} \\textsuperscript{51}Cr, CD8\\textsuperscript{+}, m\\textsuperscript{2}',
    ),
    'It lasted.¤ 51Cr, CD8+ , m2',
  );
});

test('LaTeX: macros of journals: summaries, boxes, and what prints no prose', () => {
  const text = `\\firstpage{1} \\appendixtitles{no} \\DOI{10.3390/x}
\\simplesumm{Cells kill.}
\\begin{graphicalabstract}
NK cells
\\end{graphicalabstract}
\\boxedtext{CRS is rare.}
\\begin{adjustwidth}{-2in}{0in}
Wide.
\\end{adjustwidth}
\\reftitle{References}
`;
  assert.deepEqual(outline(text), [
    'paragraph abstract: Cells kill.',
    'paragraph abstract: NK cells',
    'paragraph box: CRS is rare.',
    'paragraph: Wide.',
    'heading 2: References',
  ]);
});

test('LaTeX: the front matter of journals’ classes', () => {
  const text = `\\articletype{Original paper} \\jnlcitation{\\cname{\\author{N. Killer}}, \\ctitle{On NK cells}}
\\title{Tumours} \\subtitle{A trial of TILs}
\\titlemark{TILs}
\\author{\\fnm{Nora} \\sur{Killer}} \\alsoaffiliation{KTH} \\phone{+46 08}
\\begin{aug}
\\author{A. P. Cell}
\\end{aug}
\\begin{corrauthor}
Write to KTH.
\\end{corrauthor}
\\begin{tocentry}
NK cells kill.
\\end{tocentry}
\\begin{abstract}
\\parttitle{Background} Cells kill.
\\end{abstract}
\\featuredapplication{Trials of TILs.}
\\Description{NK cells on a plate.} \\captionsetup*{format=CAR}
\\section{Results}\\lettrine{T}{he} cells kill (\\figref{CAR}, \\tabrefs{tab:NK}).
`;
  assert.deepEqual(outline(text), [
    'heading title: Tumours',
    'heading title: A trial of TILs',
    'heading running-title: TILs',
    'paragraph authors: Nora Killer',
    'paragraph authors: KTH',
    'paragraph authors: A. P. Cell',
    'paragraph authors: Write to KTH.',
    'paragraph abstract: NK cells kill.',
    'heading 6: Background',
    'paragraph abstract: Cells kill.',
    'paragraph box: Trials of TILs.',
    'heading 2: Results',
    'paragraph: The cells kill (¤, ¤).',
  ]);
});

test('LaTeX: the back matter of journals’ classes', () => {
  const text = `\\bmsection*{Box} One.
\\begin{boxtext}
CRS is rare.
\\end{boxtext}
\\fundingInfo{The NIH paid.} \\ethics{By the IRB.} \\codeavailability{In R.} \\credit{N.K. wrote.}
\\begin{contributions}
N.K. wrote.
\\end{contributions}
\\begin{suppinfo}
Data on NK cells.
\\end{suppinfo}
`;
  assert.deepEqual(outline(text), [
    'heading 2: Box',
    'paragraph: One.',
    'paragraph box: CRS is rare.',
    'paragraph back-matter: The NIH paid.',
    'paragraph back-matter: By the IRB.',
    'paragraph back-matter: In R.',
    'paragraph back-matter: N.K. wrote.',
    'paragraph back-matter: N.K. wrote.',
    'paragraph back-matter: Data on NK cells.',
  ]);
});
