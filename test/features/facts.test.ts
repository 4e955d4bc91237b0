import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  citedIn,
  comparison,
  comparisonMarkdown,
  comparisonTable,
  createSearch,
  type Destination,
  factSentence,
  facts,
  factsMarkdown,
  formatOf,
  insertableFacts,
  lookup,
  referenceLine,
} from '../../server/src/core/index.ts';
import { bundledGlossary } from '../glossary.ts';
import { glossary } from './context.ts';

test('a therapy is found by any of its names, and by its short form', () => {
  for (const name of ['CAR-NK', 'car nk cells', 'CAR–NK', 'car-nk']) {
    assert.equal(facts(glossary, name)?.therapy.id, 'car-nk', name);
  }
  assert.equal(facts(glossary, 'aspirin'), undefined);
});

test('facts come by topic, with what may be cited: the source and verified references, nothing else', () => {
  const report = facts(glossary, 'CAR-NK')!;
  assert.deepEqual(
    report.facts.map(({ fact, citable, restsOnEditorial }) => [
      fact.id,
      citable.map(({ id }) => id),
      restsOnEditorial,
    ]),
    [
      ['car-nk-persists', ['moumaris2025'], true],
      ['car-nk-wanes', ['moumaris2025'], true],
      ['car-nk-safety', ['moumaris2025', 'roex2022'], false],
    ],
  );
  assert.equal(report.facts[0]!.contradictions[0]!.fact.id, 'car-nk-wanes');
});

test('as Markdown, each source stands once below the facts', () => {
  const markdown = factsMarkdown(facts(glossary, 'CAR-NK')!);
  assert.match(markdown, /^## CAR-NK cells\n\nNK cells with a CAR\.\n\n- \*\*Persistence:\*\*/);
  assert.equal(markdown.match(/doi 10\.31579/g)?.length, 1);
});

test('two therapies stand side by side by topic, an empty cell where nothing is known', () => {
  const both = comparison(glossary, 'CAR-T', 'CAR-NK')!;
  assert.deepEqual(
    both.topics.map(({ topic, first, second }) => [topic, first.length, second.length]),
    [
      ['persistence', 0, 2],
      ['safety', 0, 1],
      ['cost', 1, 0],
    ],
  );
  const table = comparisonMarkdown(both).split('\n');
  assert.equal(table[0], '| | CAR-T cells | CAR-NK cells |');
  assert.match(table[3]!, /^\| Safety \| – \| GvHD is limited .* \|$/);
  assert.equal(comparison(glossary, 'CAR-T', 'aspirin'), undefined);
});

test('facts to insert are found by therapy, topic and words, the better founded first', () => {
  const found = (query: string) => insertableFacts(glossary, query).map(({ fact }) => fact.id);
  assert.deepEqual(found('car-nk persist'), ['car-nk-persists', 'car-nk-wanes']);
  assert.deepEqual(found('CAR-T cost'), ['car-t-cost']);
  assert.equal(found('')[0], 'car-nk-safety');
  assert.equal(found('').length, 4);
  assert.deepEqual(found('aspirin'), []);
});

const destination = (languageId: string, text = ''): Destination => ({
  format: formatOf(languageId, ''),
  text,
  keyOf: ({ id }) => id,
});

test('a fact is inserted with its citations in the manuscript’s syntax', () => {
  const [safety] = insertableFacts(glossary, 'safety');
  assert.equal(
    factSentence(safety!, destination('markdown')),
    'GvHD is limited with CAR-NK cells [@moumaris2025; @roex2022].',
  );
  assert.equal(
    factSentence(safety!, destination('latex')),
    'GvHD is limited with CAR-NK cells \\cite{moumaris2025,roex2022}.',
  );
});

test('a citation is written as the format and the manuscript write them', () => {
  const [safety] = insertableFacts(glossary, 'safety');
  const cited = (languageId: string, text?: string) =>
    factSentence(safety!, destination(languageId, text)).replace(/^.*cells (.*)\.$/, '$1');
  assert.equal(cited('typst'), '@moumaris2025 @roex2022');
  assert.equal(cited('org'), '[cite:@moumaris2025;@roex2022]');
  assert.equal(cited('markdown', 'As shown {cite:t}`x`.'), '{cite:t}`moumaris2025,roex2022`');
  assert.equal(cited('plaintext'), '[moumaris2025; roex2022]');
});

test('what is inserted reads as it is, whatever signs it holds', () => {
  const [fact] = insertableFacts(glossary, 'safety');
  const stated = { ...fact!, citable: [], fact: { ...fact!.fact, statement: 'IFN-γ ≥ 50% & [a_b]*.' } };
  assert.equal(factSentence(stated, destination('latex')), 'IFN-$\\gamma$ $\\geq$ 50\\% \\& [a\\_b]*.');
  assert.equal(factSentence(stated, destination('markdown')), 'IFN-γ ≥ 50% & \\[a\\_b\\]\\*.');
  assert.equal(factSentence(stated, destination('html')), 'IFN-γ ≥ 50% &amp; [a_b]*.');
});

test('two therapies are inserted as a table in the manuscript’s syntax, with citations', () => {
  const both = comparison(glossary, 'CAR-T', 'CAR-NK')!;
  assert.deepEqual(
    citedIn(both).map(({ id }) => id),
    ['moumaris2025', 'roex2022'],
  );
  const markdown = comparisonTable(both, destination('markdown')).split('\n');
  assert.equal(markdown[0], '|  | CAR-T cells | CAR-NK cells |');
  assert.match(markdown[3]!, /^\| Safety \| – \| GvHD .* \[@moumaris2025; @roex2022\]\. \|$/);
  const latex = comparisonTable(both, destination('latex'));
  assert.match(latex, /^\\begin\{table\}\n {2}\\caption\{CAR-T cells and CAR-NK cells\}/);
  assert.match(latex, /^ {4}Safety & -- & GvHD .* \\cite\{moumaris2025,roex2022\}\. \\\\$/m);
});

test('each format has a table of its own', () => {
  const both = comparison(glossary, 'CAR-T', 'CAR-NK')!;
  const table = (format: string) => comparisonTable(both, destination(format)).split('\n');
  const cells = (lines: readonly string[], row: RegExp) => lines.filter(line => row.test(line)).length;

  const html = table('html');
  assert.deepEqual(html.slice(0, 2), ['<table>', '  <caption>CAR-T cells and CAR-NK cells</caption>']);
  assert.equal(cells(html, /^ {4}<tr><th>\w+<\/th><td>.+<\/td><td>.+<\/td><\/tr>$/), 3);
  assert.deepEqual(html.slice(-2), ['</table>', '']);

  const jats = table('jats');
  assert.deepEqual(jats.slice(0, 3), [
    '<table-wrap>',
    '  <caption><title>CAR-T cells and CAR-NK cells</title></caption>',
    '  <table>',
  ]);
  assert.deepEqual(jats.slice(-3), ['  </table>', '</table-wrap>', '']);

  const typst = table('typst');
  assert.equal(typst[3], '    table.header([], [CAR-T cells], [CAR-NK cells]),');
  assert.equal(cells(typst, /^ {4}\[\w+\], \[.+\], \[.+\],$/), 3);
  assert.match(typst.join('\n'), /GvHD .* @moumaris2025 @roex2022\.\]/);

  const rst = table('restructuredtext');
  assert.equal(rst[0], '.. list-table:: CAR-T cells and CAR-NK cells');
  assert.equal(cells(rst, /^ {3}\* -/), 4);
  assert.equal(cells(rst, /^ {5}- ./), 8);

  const asciidoc = table('asciidoc');
  assert.equal(asciidoc[0], '.CAR-T cells and CAR-NK cells');
  assert.equal(cells(asciidoc, /^\|===$/), 2);
  assert.equal(cells(asciidoc, /^\|[^=|][^|]*$/), 9);

  const org = table('org');
  assert.deepEqual(org.slice(0, 3), [
    '#+CAPTION: CAR-T cells and CAR-NK cells',
    '|  | CAR-T cells | CAR-NK cells |',
    '|---+---+---|',
  ]);
  assert.equal(cells(org, /^\| \w+ \| .+ \| .+ \|$/), 3);
});

test('a reference in one line', () => {
  assert.equal(
    referenceLine(glossary.references.get('moumaris2025')!),
    'Moumaris 2025, J Biotechnology and Bioprocessing 6(4), doi 10.31579/2766-2314/159',
  );
  assert.equal(
    referenceLine({ id: 'x', type: 'webpage', title: 'A page', URL: 'https://a.org/b' }),
    'A page, https://a.org/b',
  );
});

test('every bundled therapy has facts, and every bundled fact has something to cite', () => {
  const bundled = bundledGlossary();
  for (const therapy of bundled.therapies) {
    const report = facts(bundled, therapy.name)!;
    assert.equal(report.therapy.id, therapy.id);
    assert.ok(report.facts.length > 0, therapy.id);
    for (const { fact, citable } of report.facts) {
      assert.ok(citable.length > 0, fact.id);
      const open = fact.cites
        .filter(({ supports }) => supports !== 'verified')
        .map(({ reference }) => reference);
      assert.ok(!citable.some(({ id }) => open.includes(id)), fact.id);
    }
  }
});

test('looking up gives id, both forms and the layer, best first', () => {
  const search = createSearch(glossary.entries);
  assert.deepEqual(lookup(search, glossary, 'crs', 5), [
    { id: 'crs', short: 'CRS', long: 'cytokine release syndrome', origin: 'bundled' },
  ]);
  assert.equal(lookup(search, glossary, 'chimric', 5)[0]?.short, 'CAR');
  assert.equal(lookup(search, bundledGlossary(), 'elisa', 5)[0]?.long, 'enzyme-linked immunosorbent assay');
});
