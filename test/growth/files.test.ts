/** Twice the file is at most twice the work, for all that is read besides manuscripts, whole or broken. */
import './work.ts'; // before what it counts
import { test } from 'node:test';
import { parseBaseline } from '../../server/src/core/baseline/file.ts';
import { readBibtex } from '../../server/src/core/citations/bibtex.ts';
import { frontMatterOf } from '../../server/src/core/frontMatter.ts';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import {
  addIgnore,
  addToLayer,
  citeFrom,
  createGlossary,
  createSearch,
  importedRows,
  knownNames,
  parseProject,
} from '../../server/src/core/index.ts';
import { configurationNodes } from '../../server/src/core/project/tablesOfContents.ts';
import { readYaml } from '../../server/src/core/yaml.ts';
import { glossary } from '../bundled.ts';
import { assertLinear, repeated } from './work.ts';

const [reference] = glossary.references.values();
const row = { short: 'ZZX', long: 'zymosan-zapped xenogeneic' };

/** What reads a file of this name, and what adds to it. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'glossary.yaml': text => [parseLayerFile(text, 'a.yaml'), addToLayer(text, 'a.yaml', [row])],
  'glossary.json': text => [parseLayerFile(text, 'a.json'), addToLayer(text, 'a.json', [row])],
  'glossary.csv': text => [parseLayerFile(text, 'a.csv'), addToLayer(text, 'a.csv', [row])],
  'glossary.tsv': text => [parseLayerFile(text, 'a.tsv'), addToLayer(text, 'a.tsv', [row])],
  'import.bib': text => importedRows(text, 'a.bib'),
  'import.md': text => importedRows(text, 'a.md'),
  'import.yml': text => importedRows(text, 'a.yml'),
  'import.json': text => importedRows(text, 'a.json'),
  'references.bib': text => [readBibtex(text), citeFrom([{ name: 'a.bib', text }], [reference!])],
  'references.json': text => citeFrom([{ name: 'a.json', text }], [reference!]),
  'references.yaml': text => citeFrom([{ name: 'a.yaml', text }], [reference!]),
  'immunogloss.yaml': text => [
    parseProject(text, 'file:///w/immunogloss.yaml', knownNames),
    addIgnore(text, 'CAR'),
  ],
  'baseline.json': text => parseBaseline(text),
  '_quarto.yml': text => configurationNodes(text),
  'front matter': text => [frontMatterOf(`---\n${text}`), frontMatterOf(`---\n${text}\n---\n`)],
  yaml: text => readYaml(text),
};

/** Rows of each, and what never ends. `#` is a name of its own each time. */
const pieces = [
  'C#R: chimeric # receptor\n',
  'CRS: cytokine # syndrome\n',
  '- short: C#R\n  long: chimeric # receptor\n',
  'C#R,chimeric # receptor\n',
  'C#R\tchimeric # receptor\n',
  '"C#R","chimeric ""#"" receptor',
  '{"short": "C#R", "long": "chimeric # receptor"},\n',
  '@article{a#, title = {Chimeric # receptors}, doi = {10.1000/#}}\n',
  '@abbreviation{c#, short = {C#R}, long = {chimeric # receptor}}\n',
  '@article{a#, title = {{',
  '@string{a# = "b#" # "c"}\n',
  'C#R\n: chimeric # receptor\n\n',
  'ignore: [C#R]\n',
  '  - C#R\n',
  '[{',
  '{a: ',
  '"',
  '- - ',
  '&a# *a# ',
  '# comment #\n',
  '\n---\n',
  '\\',
];

for (const [name, read] of Object.entries(readers)) {
  test(`linear: ${name}`, () => {
    for (const piece of pieces) assertLinear(250, repeated(piece), text => () => read(text));
  });
}

test('linear: whole files', () => {
  const rows = repeated('{"short": "C#R", "long": "chimeric # receptor"},');
  const bare = (times: number) => rows(times).slice(0, -1);
  assertLinear(
    250,
    n => `[${bare(n)}]`,
    text => () => readers['glossary.json']!(text),
  );
  assertLinear(
    250,
    n => `short,long\n${repeated('C#R,chimeric # receptor\n')(n)}`,
    text => () => readers['glossary.csv']!(text),
  );
  assertLinear(
    250,
    n => `ignore:\n${repeated('  - C#R\n')(n)}`,
    text => () => readers['immunogloss.yaml']!(text),
  );
  assertLinear(
    250,
    n => `manuscript:\n${repeated('  - part-#.md\n')(n)}`,
    text => () => readers['immunogloss.yaml']!(text),
  );
});

test('linear: a glossary that is indexed and searched', () => {
  assertLinear(250, repeated('C#R chimeric # receptor\n'), text => {
    const entries = text
      .split('\n')
      .slice(0, -1)
      .map(line => ({ short: line.split(' ')[0]!, long: line.slice(line.indexOf(' ') + 1) }));
    return () => {
      createGlossary({ entries } as never).senses('CAR');
      const search = createSearch(entries as never);
      for (const query of ['C', 'CAR', 'chimeric receptor', 'cytokine', text.slice(0, 200)])
        search.find(query, 50);
    };
  });
});
