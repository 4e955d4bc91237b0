import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown } from '../../server/src/core/prose/markdown/format.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { read } from './show.ts';

const outline = (text: string): string[] =>
  readDocument(markdown, text)
    .blocks.filter(block => block.kind !== 'blank' && block.kind !== 'opaque')
    .map(({ kind, role, masked }) => `${[kind, role].filter(Boolean).join(' ')}: ${read(masked)}`);

test('MyST: directives with prose are read, others are code', () => {
  const text = `Before.

\`\`\`{note} A title
:class: CAR

The *NK* cell.
- one
\`\`\`

\`\`\`\`{admonition} Outer
\`\`\`{figure} car.png
:name: fig-car

Killing by NK cells.
\`\`\`
Inside.
\`\`\`\`

\`\`\`{code-block} python
CAR = 1
\`\`\`

\`\`\`{glossary}
CAR
: chimeric antigen receptor
\`\`\`

After.
`;
  const lines = outline(text);
  assert.deepEqual(lines.slice(0, 7), [
    'paragraph: Before.',
    'paragraph box: A title',
    'paragraph box: The NK cell.',
    'item box: one',
    'paragraph box: Outer',
    'caption box: Killing by NK cells.',
    'paragraph box: Inside.',
  ]);
  assert.ok(lines.slice(7, -1).length > 0);
  assert.ok(lines.slice(7, -1).every(line => line.includes(' abbreviation-list: ')));
  assert.equal(lines.at(-1), 'paragraph: After.');
});

test('MyST: colon fences, whose unknown names hold prose; titles of tables; included files', () => {
  const text = `:::{note}
The *NK* cell.
:::

::::{figure} car.png
:alt: CAR

Killing by NK cells.
:::{code-block} python
CAR = 1
:::
::::

:::{hypothesis} H1
It grows.
:::

:::{list-table} Short forms.
:header-rows: 1
* - CAR
  - chimeric antigen receptor
:::

\`\`\`{include} methods.md
\`\`\`

After.
`;
  assert.deepEqual(outline(text), [
    'paragraph box: The NK cell.',
    'caption: Killing by NK cells.',
    'paragraph: It grows.',
    'caption: Short forms.',
    'table table: CAR chimeric antigen receptor',
    'paragraph: After.',
  ]);
  const { blocks } = readDocument(markdown, text);
  assert.deepEqual(
    blocks.flatMap(block => (block.inclusions ?? []).map(({ target }) => target)),
    ['methods.md'],
  );
});

test('MyST: comments, block breaks and targets are no prose; a role shows its text, not what it points to', () => {
  const text =
    '# Title\n\n% a CAR comment\n+++ {"part": "CAR"}\n(sec-car)=\n## Section\n\nThe {term}`receptors <CAR>` and {sub}`2` bind.\n';
  assert.deepEqual(outline(text), [
    'heading: Title',
    'heading: Section',
    'paragraph: The receptors and 2 bind.',
  ]);
});

test('Quarto: the text of a figure’s div is its caption, and raw HTML doesn’t swallow the div’s end', () => {
  const text =
    '::: {#fig-car}\n<iframe src="x"></iframe>\n\nKilling by NK cells.\n:::\n\n::: {.callout-note}\n<div>\nA box.\n:::\n\nBody.\n';
  assert.deepEqual(outline(text), [
    'paragraph caption: ',
    'paragraph caption: Killing by NK cells.',
    'paragraph box: A box.',
    'paragraph: Body.',
  ]);
});

test('MyST: a block break says which part of the document follows', () => {
  const text =
    '# Title\n\n+++ {"part": "abstract"}\n\nShort.\n\n+++\n\nBody.\n\n+++ { "part": "acknowledgments" }\n\nThanks.\n';
  assert.deepEqual(outline(text), [
    'heading: Title',
    'paragraph abstract: Short.',
    'paragraph: Body.',
    'paragraph back-matter: Thanks.',
  ]);
});

test('MyST: a percent sign that begins an item is a word, no comment', () => {
  assert.deepEqual(outline('- % CAR cells\n- 5 mg\n'), ['item: % CAR cells', 'item: 5 mg']);
});

test('Manubot: template comments are no prose', () => {
  assert.deepEqual(outline('{##\n  A CAR comment.\n##}\n\nOn {{date}} {# NK #}.\n').slice(1), [
    'paragraph: On ¤ ¤.',
  ]);
});

test('MyST: a part ends at the next block break, also right behind its text', () => {
  const text = `# Before

+++ {"part": "abstract"}
Cells were given.
+++
(sec:intro)=
# Introduction
The TME is cold.
(sec:end)=
`;
  assert.deepEqual(outline(text), [
    'heading: Before',
    'paragraph abstract: Cells were given.',
    'heading: Introduction',
    'paragraph: The TME is cold.',
  ]);
});

test('MyST: titles of theorems, of notes in the margin and of tabs are read; a caption among options of code', () => {
  const text = `\`\`\`{prf:theorem} Clonal selection
:label: thm-clones

A TCR binds.
\`\`\`

:::{margin} On TILs
They are few.
:::

::::{tab-set}
:::{tab-item} NK cells
:sync: nk
They kill.
:::
::::

\`\`\`{code-block} python
:linenos:
:caption: How TILs are counted.
TIL = 1
\`\`\`

:::{iframe} https://example.org/cells
:width: 100%
A cell that kills.
:::
`;
  assert.deepEqual(outline(text), [
    'paragraph: Clonal selection',
    'paragraph: A TCR binds.',
    'paragraph box: On TILs',
    'paragraph box: They are few.',
    'paragraph: NK cells',
    'paragraph: They kill.',
    'caption: ¤How TILs are counted.',
    'caption: A cell that kills.',
  ]);
});

test('R Markdown: chunks whose engine is Markdown hold prose', () => {
  const text = `\`\`\`{theorem, label="clones", name="Clonal selection"}
A TCR binds.
\`\`\`

\`\`\`{block2, type='rmdnote'}
Few *TILs* came.
\`\`\`

\`\`\`{asis, echo=TRUE}
The TME is cold.
\`\`\`

\`\`\`{r, echo=FALSE}
CAR <- 1
\`\`\`

\`\`\`{python}
CAR = 1
\`\`\`
`;
  assert.deepEqual(outline(text), [
    'paragraph: A TCR binds.',
    'paragraph box: Few TILs came.',
    'paragraph: The TME is cold.',
  ]);
});
