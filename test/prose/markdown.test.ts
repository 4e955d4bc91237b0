import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fill } from '../../server/src/core/index.ts';
import { formatOf } from '../../server/src/core/prose/formats.ts';
import { markdown } from '../../server/src/core/prose/markdown/format.ts';
import { readDocument, rereadDocument } from '../../server/src/core/prose/reading.ts';
import { onlyBlock, read, shown, shownBlocks } from './show.ts';

test('markdown: headings show their text alone and know their level', () => {
  const text = '## Results of *CAR* therapy {#sec:results}\n\nSetext\n======\n\n### Closed ###\n';
  const headings = readDocument(markdown, text).blocks.filter(block => block.kind === 'heading');
  assert.deepEqual(
    headings.map(({ level, masked }) => [level, read(masked)]),
    [
      [2, 'Results of CAR therapy'],
      [1, 'Setext'],
      [3, 'Closed'],
    ],
  );
});

test('markdown: marks tell what the mask no longer shows', () => {
  const source = '*PPARG* is **up** [12]; see [the atlas](https://x.org).';
  const { marks = [] } = onlyBlock(markdown, source);
  assert.deepEqual(
    marks.map(({ kind, start, end }) => [kind, source.slice(start, end)]),
    [
      ['emphasis', 'PPARG'],
      ['strong', 'up'],
      ['citation', '[12]'],
      ['link', 'the atlas'],
    ],
  );
});

test('markdown: containers are blanked, their text has its kind', () => {
  const text =
    '> quoted **CAR**\n> on\nlazily\n\n- one\n  more\n\n  again\n- - nested\n\n[^1]: A note.\n\n    Its end.\n';
  assert.deepEqual(shownBlocks(markdown, text), [
    ['quote', '  quoted   CAR  \n  on\nlazily\n'],
    ['item', '  one\n  more\n'],
    ['item', '  again\n'],
    ['item', '    nested\n'],
    ['footnote', '      A note.\n'],
    ['footnote', '    Its end.\n'],
  ]);
});

test('markdown: code, display math, comments and link definitions are opaque', () => {
  const text =
    '```r\nCAR <- 1\n```\n\n    CAR\n\n$$\na = b\n- c\n$$ {#eq:x}\n\n<!-- CAR -->\n\n[ref]: http://x.org "CAR"\n\n\\begin{align}\nCAR\n\n\\end{align}\n';
  for (const [kind, masked] of shownBlocks(markdown, text)) {
    assert.equal(kind, 'opaque');
    assert.match(masked, /^[¤\n]+$/);
  }
});

test('markdown: figures alone in their paragraph are captions, also those of code chunks', () => {
  const text = [
    '![**CAR-NK cells.** Bar: 10 μm.](fig1.png){#fig:1}',
    '',
    '```{r, fig.cap="A *CAR* plot", echo=FALSE}',
    '#| label: x',
    '#| fig-cap: >',
    '#|   A long caption',
    '#|   of CAR-T cells.',
    'plot(CAR) #| fig-cap: no',
    '```',
    '',
    '(ref:cap) Text of a caption.',
    '',
  ].join('\n');
  assert.deepEqual(
    readDocument(markdown, text)
      .blocks.filter(block => block.kind === 'caption')
      .map(block => read(block.masked.replaceAll(Fill.opaque, ' '))),
    ['CAR-NK cells. Bar: 10 μm.', 'A CAR plot', 'A long caption of CAR-T cells.', 'Text of a caption.'],
  );
});

test('markdown: an entry of a definition list is one block, term first', () => {
  const text =
    'CAR\n:   Chimeric antigen receptor\n\nNK\n\n: natural killer\n\nNo term,\njust text\n: here\n';
  assert.deepEqual(shownBlocks(markdown, text), [
    ['definition', 'CAR\n    Chimeric antigen receptor\n'],
    ['definition', 'NK\n\n  natural killer\n'],
    ['paragraph', 'No term,\njust text\n: here\n'],
  ]);
});

test('markdown: front matter gives title, abstract and keywords their roles and hides the rest', () => {
  const text = [
    '---',
    'title: "CAR-NK *cells*"',
    'short-title: CAR-NK',
    'author:',
    '  - name: Jane Doe',
    'abstract: |',
    '  Chimeric antigen receptor (CAR)',
    '',
    '  cells.',
    'keywords: [CAR, "NK cells"]',
    'abbreviations:',
    '  CAR: chimeric antigen receptor',
    '  NK: "natural killer"',
    '---',
    '',
    'Text.',
    '',
  ].join('\n');
  const blocks = readDocument(markdown, text).blocks.filter(block => block.kind === 'metadata');
  const prose = blocks
    .filter(block => block.role !== 'metadata')
    .map(block => [block.role, read(block.masked)]);
  assert.deepEqual(prose, [
    ['title', 'CAR-NK cells'],
    ['running-title', 'CAR-NK'],
    ['abstract', 'Chimeric antigen receptor (CAR) cells.'],
    ['keywords', 'CAR, NK cells'],
  ]);
  for (const block of blocks) if (block.role === 'metadata') assert.match(shown(block.masked), /^[¤\n]+$/);
  assert.deepEqual(declared(text), [
    ['CAR', 'chimeric antigen receptor'],
    ['NK', 'natural killer'],
  ]);
});

test('markdown: abbreviations that markup declares', () => {
  const text =
    '*[CAR]: Chimeric antigen receptor\n\nThe <abbr title="natural killer">NK</abbr> cell.\n\n<abbr class="x" title=\'graft\'>G</abbr>\n';
  assert.deepEqual(declared(text), [
    ['CAR', 'Chimeric antigen receptor'],
    ['NK', 'natural killer'],
    ['G', 'graft'],
  ]);
});

/** The short and long forms that a text declares. */
function declared(text: string): [string, string][] {
  const found: [string, string][] = [];
  let at = 0;
  for (const { masked, declarations = [] } of readDocument(markdown, text).blocks) {
    for (const { short, long } of declarations) {
      found.push([text.slice(at + short.start, at + short.end), text.slice(at + long.start, at + long.end)]);
    }
    at += masked.length;
  }
  return found;
}

test('markdown: abbreviations that a list in the front matter or a MyST role declares', () => {
  const text = [
    '---',
    'acronyms:',
    '  keys:',
    '    - shortname: CAR',
    "      longname: 'chimeric antigen receptor'",
    '---',
    '',
    'The {abbr}`NK (natural killer)` cell.',
    '',
  ].join('\n');
  assert.deepEqual(declared(text), [
    ['CAR', 'chimeric antigen receptor'],
    ['NK', 'natural killer'],
  ]);
  assert.equal(read(readDocument(markdown, text).blocks.at(-1)?.masked ?? ''), 'The NK cell.');
});

test('markdown: directives and inclusions are found in blocks and in running text', () => {
  const text =
    '<!-- immunogloss-ignore CAR -->\n\nText <!-- immunogloss-disable --> here.\n\n{{< include parts/_methods.qmd >}}\n';
  const { blocks } = readDocument(markdown, text);
  assert.deepEqual(
    blocks.flatMap(block => block.directives ?? []).map(directive => directive.text),
    ['immunogloss-ignore CAR', 'immunogloss-disable'],
  );
  const [inclusion] = blocks.flatMap(block => block.inclusions ?? []);
  assert.equal(inclusion?.target, 'parts/_methods.qmd');
});

test('markdown: the text of raw HTML is prose, its tags are not', () => {
  const text =
    '<table>\n<tr><td>CAR</td><td>NK</td></tr>\n</table>\n\n<h2>Results</h2>\n\n<pre>\nCAR\n</pre>\n';
  assert.deepEqual(
    readDocument(markdown, text)
      .blocks.filter(block => block.kind !== 'blank')
      .map(({ kind, level, masked }) => [kind, level, read(masked)]),
    [
      ['table', undefined, 'CAR NK'],
      ['heading', 2, 'Results'],
      ['opaque', undefined, '¤ ¤ ¤'],
    ],
  );
});

test('markdown: divs give their content a role', () => {
  const text = '::: {.callout-note}\nA box.\n:::\n\n::: {#abstract}\nAn abstract.\n:::\n\nBody.\n';
  assert.deepEqual(
    readDocument(markdown, text)
      .blocks.filter(block => block.kind === 'paragraph')
      .map(block => [block.role, block.masked]),
    [
      ['box', 'A box.\n'],
      ['abstract', 'An abstract.\n'],
      [undefined, 'Body.\n'],
    ],
  );
});

test('markdown: an edit reads only the blocks that it touches, the others stay the same objects', () => {
  const paragraph = 'Natural killer (NK) cells kill **tumour** cells [@a].\n\n';
  const text = `# Title\n\n${paragraph.repeat(400)}`;
  const before = readDocument(markdown, text);
  let calls = 0;
  const counting = {
    ...markdown,
    reader: {
      ...markdown.reader,
      readBlocks: (...parameters: Parameters<typeof markdown.reader.readBlocks>) => {
        calls++;
        return markdown.reader.readBlocks(...parameters);
      },
    },
  };
  const at = text.indexOf('tumour', text.length / 2);
  const edited = `${text.slice(0, at)}x${text.slice(at)}`;
  const after = rereadDocument(counting, before, edited, { start: at, end: at, newLength: 1 });
  assert.ok(calls <= 3, `${calls} steps were read`);
  assert.deepEqual(after, readDocument(markdown, edited));
  const changed = after.blocks.filter(block => !before.blocks.includes(block));
  assert.ok(changed.length <= 3, `${changed.length} blocks are new`);
});

test('markdown: nesting without end and one endless line are read', () => {
  for (const text of ['> '.repeat(50_000), '['.repeat(50_000), '- '.repeat(50_000), '*a '.repeat(50_000)]) {
    assert.equal(
      readDocument(markdown, `${text}CAR`)
        .blocks.map(block => block.masked)
        .join('').length,
      text.length + 3,
    );
  }
  const line = 'CAR *cells* [@a] and `code`, '.repeat(40_000);
  assert.equal(readDocument(markdown, line).blocks[0]?.masked.length, line.length);
});

test('formats are known by language id, else by the ending of the file', () => {
  assert.equal(formatOf('markdown', 'file:///a.txt').id, 'markdown');
  assert.equal(formatOf('plaintext', 'file:///paper.QMD').id, 'markdown');
  assert.equal(formatOf('', 'https://x.org/paper.Rmd?raw=1#top').id, 'markdown');
  assert.equal(formatOf('', 'notes').id, 'plaintext');
});

test('an image’s legend goes on behind a comment that has lines of its own (Manubot)', () => {
  const text = `![
**How cells were sorted.**
<!-- ask Ada: which gate? -->
**(A)** Natural killer (NK) cells.
<!--
several lines
-->
**(B)** All others.
](images/sorting.svg "Sorting"){#fig:sorting width="100%"}
`;
  assert.deepEqual(
    shownBlocks(markdown, text).map(([kind, masked]) => [kind, read(masked.replace(/¤+/g, '¤'))]),
    [['caption', 'How cells were sorted. ¤ (A) Natural killer (NK) cells. ¤ ¤ ¤ (B) All others.']],
  );
  const apart = '![A gate.](gate.png)\n<!-- a note -->\nThe text goes on.\n';
  assert.deepEqual(
    shownBlocks(markdown, apart).map(([kind]) => kind),
    ['caption', 'opaque', 'paragraph'],
  );
  const endless = '![ Cells.\n<!-- a note\n\nthat never ends\n';
  assert.deepEqual(
    shownBlocks(markdown, endless).map(([kind]) => kind),
    ['paragraph', 'opaque'],
  );
});

test('R Markdown: a quote in a caption, kept by a backslash, doesn’t end it', () => {
  const text = "```{r, fig.cap='The patients\\' T cells', echo=FALSE}\nplot(x)\n```\n";
  assert.match(shownBlocks(markdown, text)[0]![1], /The patients\\?¬?' T cells/);
});

test('a note may begin far behind its mark, and a line go on behind a formula, however deep', () => {
  assert.deepEqual(shownBlocks(markdown, 'CARs.[^1]\n\n[^1]:      Of NK cells.\n').at(-1), [
    'footnote',
    '           Of NK cells.\n',
  ]);
  assert.deepEqual(shownBlocks(markdown, '$$a = b + c$$\n    where a is the CAR.\n'), [
    ['paragraph', '¤¤¤¤¤¤¤¤¤¤¤¤¤\n    where a is the CAR.\n'],
  ]);
});
