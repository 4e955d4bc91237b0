import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Analysis,
  type Files,
  languageOfFile,
  type Manuscript,
  manuscriptOf,
  withInclusions,
} from '../../server/src/core/index.ts';
import { createPrecedence } from '../../server/src/core/manuscript/readingOrder.ts';
import { service } from '../bundled.ts';

/** The manuscript of a root file in a folder with these files. */
async function manuscript(root: string, texts: Readonly<Record<string, string>>): Promise<Manuscript> {
  const byUri = new Map(Object.entries(texts).map(([name, text]) => [`file:///${name}`, text]));
  const files: Files = {
    read: async uri => ({ text: byUri.get(uri) ?? '' }),
    list: async () => [],
    kind: async uri => (byUri.has(uri) ? 'file' : null),
  };
  const analyses = new Map<string, Analysis>();
  const { uris, included } = await withInclusions(manuscriptOf([`file:///${root}`]), {
    files,
    analysisOf: async (uri, section, terms) => {
      const document = { uri, languageId: languageOfFile(uri), version: 0, text: byUri.get(uri)! };
      const analysis = service.analyze(document, analyses.get(uri), undefined, section, terms);
      analyses.set(uri, analysis);
      return analysis;
    },
  });
  return service.assemble(
    uris.map(uri => analyses.get(uri)!),
    included,
  );
}

/** How a short form stands in abstract and main text. */
function scopes({ abbreviations }: Manuscript, short: string) {
  return abbreviations.find(each => each.short === short)?.scopes;
}

const ROOT = String.raw`\documentclass{article}
\begin{document}
\begin{abstract}
\input{abstract}
\end{abstract}

\section{Introduction}
\input{introduction}

\section{Results}
The CRS was mild, and CRS was brief. The TME was seen.

\input{discussion}
\end{document}
`;

test('a text is read where it is included', async () => {
  const read = await manuscript('main.tex', {
    'main.tex': ROOT,
    'abstract.tex': 'Chimeric antigen receptor (CAR) therapy is new. Each CAR binds.\n',
    'introduction.tex': 'Cytokine release syndrome (CRS) is frequent.\n\\input{aims}\n',
    'aims.tex': 'Does CRS end?\n',
    'discussion.tex': 'The tumor microenvironment (TME) is known.\n',
  });
  assert.deepEqual(scopes(read, 'CRS'), { abstract: null, main: 'defined' });
  assert.deepEqual(scopes(read, 'TME'), { abstract: null, main: 'used-before-definition' });
  const places = read.abbreviations
    .find(each => each.short === 'CRS')!
    .mentions.map(({ analysis }) => analysis.document.uri.split('/').pop());
  assert.deepEqual(places, ['introduction.tex', 'aims.tex', 'main.tex', 'main.tex']);
});

test('what an abstract includes is abstract', async () => {
  const read = await manuscript('main.tex', {
    'main.tex': ROOT,
    'abstract.tex': 'Chimeric antigen receptor (CAR) therapy is new. Each CAR binds.\n',
    'introduction.tex': 'Any CAR binds its target.\n',
    'discussion.tex': 'Nothing.\n',
  });
  assert.deepEqual(scopes(read, 'CAR'), { abstract: 'defined', main: 'defined-only-in-abstract' });
});

test('a Quarto section gives its role to the files that it includes', async () => {
  const read = await manuscript('paper.qmd', {
    'paper.qmd':
      '# Abstract\n\n{{< include _abstract.qmd >}}\n\n# Introduction\n\nAny CAR binds.\n\n# Abbreviations\n\n{{< include _list.qmd >}}\n',
    '_abstract.qmd': 'Chimeric antigen receptor (CAR) therapy is new.\n',
    '_list.qmd': 'CRS: cytokine release syndrome\n',
  });
  assert.deepEqual(scopes(read, 'CAR'), { abstract: 'defined', main: 'defined-only-in-abstract' });
  assert.equal(read.byKey.get('crs')?.definitions[0]?.role, 'abbreviation-list');
});

test('files that include each other are read once', async () => {
  const read = await manuscript('a.tex', {
    'a.tex': 'One CRS.\n\n\\input{b}\n\nTwo CRS.\n',
    'b.tex': 'In CRS.\n\n\\input{a}\n\n\\input{b}\n',
  });
  assert.equal(read.abbreviations.find(each => each.short === 'CRS')?.mentions.length, 3);
});

test('the commands of a file of macros print their terms in all files, before and behind it', async () => {
  const read = await manuscript('main.tex', {
    'main.tex':
      '\\documentclass{article}\n\\input{macros}\n\\begin{document}\nA chimeric antigen receptor (\\car) binds.\n\\input{part}\n\\end{document}\n',
    'macros.tex': '\\newcommand{\\car}{CAR}\n',
    'part.tex': 'Each \\car{} was kept.\n',
  });
  const car = read.abbreviations.find(({ short }) => short === 'CAR')!;
  assert.equal(car.status, 'defined');
  assert.deepEqual(
    car.mentions.map(({ analysis }) => analysis.document.uri),
    ['file:///main.tex', 'file:///part.tex'],
  );
});

test('what stands behind an inclusion is read behind it, be it the next word or the next line', async () => {
  const part = 'A chimeric antigen receptor (CAR) binds.\n';
  for (const [root, text] of [
    ['main.tex', 'We begin. \\input{part} The CAR binds, and the CAR lasts.\n'],
    ['main.qmd', 'We begin.\n{{< include part.tex >}}\nThe CAR binds, and the CAR lasts.\n'],
  ] as const) {
    const read = await manuscript(root, { [root]: text, 'part.tex': part });
    assert.equal(scopes(read, 'CAR')?.main, 'defined', root);
    const [first, second] = read.analyses.map(analysis => ({ analysis, at: 0 }));
    const isReadBefore = createPrecedence(read);
    assert.equal(isReadBefore(first!, second!), true);
    assert.equal(isReadBefore(second!, { ...first!, at: text.length - 3 }), true);
    assert.equal(isReadBefore({ ...first!, at: text.length - 3 }, second!), false);
  }
});
