import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { markdown } from '../../server/src/core/prose/markdown/format.ts';
import { whole } from '../../server/src/core/steps.ts';
import { onlyBlock, read } from './show.ts';

/** The blocks of a text that have words, as `role: words`. */
function rolesOf(text: string): string[] {
  const { blocks } = whole(createAnalyzer())({ uri: 'a.Rmd', languageId: 'rmd', version: 1, text });
  return blocks
    .filter(({ block }) => block.kind !== 'blank' && /[A-Za-z]/.test(block.masked))
    .map(
      ({ role, block }) => `${role}: ${read(block.masked).replaceAll('¤', '').replace(/ +/g, ' ').trim()}`,
    );
}

/** What a text defines, as `short = long`. */
function pairsOf(text: string): string[] {
  const { blocks } = whole(createAnalyzer())({ uri: 'a.Rmd', languageId: 'rmd', version: 1, text });
  return blocks.flatMap(({ start, facts }) =>
    facts.definitions.map(({ short, long }) =>
      [short, long].map(span => text.slice(start + span.start, start + span.end)).join(' = '),
    ),
  );
}

test('R Markdown: raw TeX is read as LaTeX: captions, tables and lists are what they are', () => {
  const text = `Patients were followed as Table 1 shows.
\\begin{table}[ht]
\\caption{Outcomes. CRS, cytokine release syndrome.}
\\begin{tabular}{ll}

ORR & overall response rate \\\\
\\end{tabular}
\\end{table}

\`\`\`{=latex}
\\begin{longtable}{ll}
PFS & progression-free survival \\\\
\\end{longtable}
\`\`\`

\\begin{center}
The flow of patients.
\\end{center}

Responses were deep.
`;
  assert.deepEqual(rolesOf(text), [
    'body: Patients were followed as Table 1 shows.',
    'caption: Outcomes. CRS, cytokine release syndrome.',
    'table: ORR overall response rate',
    'table: PFS progression-free survival',
    'body: The flow of patients.',
    'body: Responses were deep.',
  ]);
  assert.deepEqual(pairsOf(text), [
    'CRS = cytokine release syndrome',
    'ORR = overall response rate',
    'PFS = progression-free survival',
  ]);
});

test('R Markdown: an environment that never ends hides nothing', () => {
  assert.deepEqual(rolesOf('\\begin{table}\n\nThe CRS was mild.\n').at(-1), 'body: The CRS was mild.');
});

test('R Markdown: macros of TeX around words are markup, others with what they hold are none of the text', () => {
  const block = onlyBlock(
    markdown,
    '\\textit{FOXP3} marks T\\textsubscript{reg} and CD8\\textsuperscript{+} cells\\footnote{Not NK.} \\vspace{2cm}.\n',
  );
  assert.equal(read(block.masked), 'FOXP3 marks Treg and CD8+ cells¤Not NK.¤ ¤.');
  assert.deepEqual(
    block.marks?.map(({ kind }) => kind),
    ['emphasis'],
  );
});

test('chunks: captions among options of both manners and among the arguments of calls', () => {
  const text = `\`\`\`{r f, fig.cap="\\\\label{fig:f}Flow of the CRS cohort."}
plot(CAR)
\`\`\`

\`\`\`{r}
#| fig.cap="Survival by ICANS grade.", fig.width=5
plot(CAR)
kbl(CAR,
    caption = 'Doses. CRS, cytokine release syndrome;
      ICANS, neurotoxicity', booktabs = TRUE) |>
  footnote(general = "NR, not reached.", footnote_as_chunk = TRUE) |> print(CAR)
gt(CAR) |> tab_source_note("Of CAR-T cells.")
\`\`\`
`;
  assert.deepEqual(rolesOf(text), [
    'caption: Flow of the CRS cohort.',
    'caption: Survival by ICANS grade.',
    'caption: Doses. CRS, cytokine release syndrome; ICANS, neurotoxicity',
    'caption: NR, not reached.',
    'caption: Of CAR-T cells.',
  ]);
});

test('inline code that is executed within math doesn’t end it', () => {
  const text = 'We chose $k = `r fit$best_K`$ and $\\alpha = `{python} A`$ for DeSurv.\n';
  assert.equal(read(onlyBlock(markdown, text).masked), 'We chose ¤ and ¤ for DeSurv.');
});

test('display math between lines of its own may hold blank lines, prose never', () => {
  assert.deepEqual(rolesOf('$$\nY &\\sim BIN\\\\\n\n\\text{SD} &= 2\n$$\n\nIt fits.\n'), ['body: It fits.']);
  assert.ok(rolesOf('$$\nY = 2\n\nThe CRS was mild.\n\n$$\nx\n$$\n').includes('body: The CRS was mild.'));
});

test('Quarto: titles of callouts belong to the box; no section begins in it', () => {
  const text = `## Results

::: {.callout-note collapse="true" title="What is *CRS*?"}
It is a syndrome.
:::

::: {.callout-tip}
## Summary

Ask early.
:::

The CAR T cells grew.
`;
  assert.deepEqual(rolesOf(text), [
    'heading: Results',
    'box: What is CRS ?',
    'box: It is a syndrome.',
    'box: Summary',
    'box: Ask early.',
    'body: The CAR T cells grew.',
  ]);
});

test('MyST: titles of admonitions belong to the box', () => {
  const text =
    ':::{admonition} Conflict on VIP\n:class: note\nTwo views.\n:::\n\n```{note} NK cells\nKill.\n```\n';
  assert.deepEqual(rolesOf(text), ['box: Conflict on VIP', 'box: Two views.', 'box: NK cells', 'box: Kill.']);
});

test('front matter: summaries of journals, and the parts of a document', () => {
  const text = `---
significance: CRS is rare.
parts:
  abstract: |
    Cells were given.

    CRS was mild.
  data_availability: On request.
key-points: [Cells persist]
---
`;
  assert.deepEqual(rolesOf(text), [
    'abstract: CRS is rare.',
    'abstract: Cells were given. CRS was mild.',
    'back-matter: On request.',
    'box: Cells persist',
  ]);
});

test('Quarto: a table in a table’s div is a table, the rest is its caption', () => {
  const text = '::: {#tbl-a}\n\n| Cell | Dose |\n|---|---|\n| NK | 2 |\n\nDoses of NK cells.\n:::\n';
  assert.deepEqual(rolesOf(text), ['table: Cell Dose NK 2', 'caption: Doses of NK cells.']);
});

test('attributes of an image may go on in the next line', () => {
  const text = '![Sites of the TME.](a.png){width="6.27in"\nheight="3.5in"}\n';
  assert.deepEqual(rolesOf(text), ['caption: Sites of the TME.']);
});

test('bookdown: the name of a table or figure is no word of its caption', () => {
  const text =
    'Table: (\\#tab:atls) Residents by course.\n\n(\\#fig:flow) Flow of patients, and \\# of each.\n';
  assert.deepEqual(rolesOf(text), [
    'caption: Table: Residents by course.',
    'body: Flow of patients, and # of each.',
  ]);
});
