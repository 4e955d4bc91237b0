import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { complete } from '../../server/src/core/features/completion.ts';
import { createFeatureContext } from '../../server/src/core/features/context.ts';
import { createSearch } from '../../server/src/core/index.ts';
import { glossary, service } from '../bundled.ts';
import { asked } from './context.ts';

/** What is offered at `|`: the texts that would be inserted, in the order of `sortText`. */
function offered(marked: string, languageId = 'markdown'): readonly string[] {
  const { context, uri, offset } = asked(marked, languageId);
  const { items } = complete(context, uri, offset);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(item => item.newText);
}

const defined = '## Introduction\n\nA chimeric antigen receptor (CAR) binds.\n\n';

test('a short form is defined where its scope has not defined it yet, and plain where it has', () => {
  assert.deepEqual(offered('In the TM|').slice(0, 2), ['tumor microenvironment (TME)', 'TME']);
  assert.deepEqual(offered(`${defined}Each CAR|`).slice(0, 2), ['CAR', 'chimeric antigen receptor (CAR)']);
  assert.deepEqual(offered('Each CA|\n\nA chimeric antigen receptor (CAR) binds.').slice(0, 2), [
    'chimeric antigen receptor (CAR)',
    'CAR',
  ]);
});

test('what the manuscript merely uses comes before what it does not have', () => {
  const search = createSearch(glossary.entries);
  for (const [used, unused] of [
    ['CAR', 'CAF'],
    ['CAF', 'CAR'],
  ]) {
    const text = `The ${used} was seen. A CA`;
    const uri = 'file:///paper.md';
    const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
    const configuration = { rules: {}, ignore: [], minimumUses: 3 };
    const context = createFeatureContext({ manuscript, glossary, configuration, search });
    const labels = complete(context, uri, text.length).items.map(({ label }) => label);
    assert.ok(labels.includes(unused!));
    assert.ok(labels.indexOf(used!) < labels.indexOf(unused!), labels.join(' '));
  }
});

test('abstract and main text are judged each by itself', () => {
  const paper = (abstract: string, main: string) =>
    `# Abstract\n\n${abstract}\n\n# Introduction\n\n${main}\n`;
  const definition = 'A chimeric antigen receptor (CAR) binds.';
  assert.equal(offered(paper(definition, 'The CAR|'))[0], 'chimeric antigen receptor (CAR)');
  assert.equal(offered(paper(`${definition} The CAR|`, definition))[0], 'CAR');
  assert.equal(offered(paper('Therapy.', `${definition}\n\nFigure 1. The CAR|`))[0], 'CAR');
});

test('the manuscript’s own definition comes first, and wins over other senses', () => {
  const texts = offered('A pericyte cell (PC) moves. A PC| ');
  assert.deepEqual(texts.slice(0, 2), ['PC', 'pericyte cell (PC)']);
  assert.ok(!texts.some(text => /plasma|phosphatidyl/.test(text)));
  assert.deepEqual(offered('We counted PC|'), ['plasma cell (PC)', 'PC', 'phosphatidylcholine (PC)', 'PC']);
});

test('a piece of a long form offers it whole, over everything that is typed', () => {
  const { context, uri, offset, text } = asked('We made a chimeric antig|');
  const [item] = complete(context, uri, offset).items;
  assert.equal(text.slice(item!.replace.start, item!.replace.end), 'chimeric antig');
  assert.equal(item!.filterText, 'chimeric antig');
  assert.equal(item!.newText, 'chimeric antigen receptor (CAR)');
  assert.equal(item!.label, 'CAR');
  assert.match(item!.detail, /^define here · chimeric antigen receptor · receptor$/);
  assert.equal(offered(`${defined}Another chimeric antigen rec|`)[0], 'CAR');
  assert.equal(offered('Chimeric antig|')[0], 'Chimeric antigen receptor (CAR)');
  assert.equal(offered('a chime|')[0], 'chimeric antigen receptor (CAR)');
});

test('misspellings of a long form, and of a short one, are forgiven', () => {
  for (const typed of ['chimric', 'chimric antig', 'chimeric antgen recep', 'therapy by chimeirc antigen']) {
    assert.equal(offered(`${typed}|`)[0], 'chimeric antigen receptor (CAR)', typed);
  }
  assert.equal(offered('cytokin relase|')[0], 'cytokine release syndrome (CRS)');
});

test('what is replaced never reaches beyond its line, as LSP asks', () => {
  const { context, uri, offset, text } = asked('We made a chimeric\nantigen chimeric antig|');
  const [item] = complete(context, uri, offset).items;
  assert.equal(text.slice(item!.replace.start, item!.replace.end), 'chimeric antig');
  assert.deepEqual(offered('We made a chimeric\nantig|'), []);
});

test('a compound is replaced whole', () => {
  const { context, uri, offset, text } = asked(`${defined}New CAR-N|`);
  const [item] = complete(context, uri, offset).items;
  assert.equal(text.slice(item!.replace.start, item!.replace.end), 'CAR-N');
  assert.equal(item!.newText, 'chimeric antigen receptor natural killer (CAR-NK)');
});

test('a plural stays one', () => {
  assert.deepEqual(offered(`${defined}All CARs|`), ['CARs', 'chimeric antigen receptors (CARs)']);
});

test('inside the brackets after a long form only the short form is offered', () => {
  assert.deepEqual(offered('A cytokine release syndrome (CR|'), ['CRS']);
});

test('nothing pops up on ordinary words, inside words, code, math or citations', () => {
  for (const marked of [
    'The car|',
    'All| mice',
    'the all|',
    'In| vivo',
    'natural|',
    'tumor|',
    'cells in the|',
    'receptors were|',
    'chim|eric antigen',
    'C|',
    'CAR |',
    'Run `CA|` now',
    '```\nCA|\n```',
    'So $CA|$ is',
    'See [@CA|] and',
    'See @CA| and',
    '# References\n\nSmith. Cytokine release synd|',
    '|',
  ]) {
    assert.deepEqual(offered(marked), [], marked);
  }
});

test('in LaTeX the macro is offered where there is one', () => {
  const text =
    '\\newacronym{car}{CAR}{chimeric antigen receptor}\n\\begin{document}\nEach CA|\n\\end{document}\n';
  assert.deepEqual(offered(text, 'latex').slice(0, 2), ['\\gls{car}', 'CAR']);
});

test('at any place of any text, items are few, replace what is typed there, and filter by it', () => {
  const piece = fc.constantFrom(
    'CAR',
    'NK',
    'P',
    '-',
    ' ',
    '\n',
    '(',
    ')',
    '*',
    'natural',
    'kil',
    'chimeric',
    "'",
    '@',
    '$',
    '`',
    'γ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 4 }), (before, after) => {
      const { context, uri, offset, text } = asked(`${before.join('')}|${after.join('')}`);
      const { items, isIncomplete } = complete(context, uri, offset);
      assert.ok(isIncomplete && items.length <= 50);
      for (const { replace, filterText, newText } of items) {
        assert.equal(replace.end, offset);
        assert.equal(filterText, text.slice(replace.start, replace.end));
        assert.ok(filterText !== '' && newText !== '');
      }
    }),
    { numRuns: 300 },
  );
});

test('words that hyphens join are pieces of a long form, but for everyday compounds', () => {
  const graded = 'Graft-versus-host disease (GVHD) is graded. ';
  assert.deepEqual(offered(`${graded}Severe graft-versus-h|`), ['GVHD', 'graft-versus-host disease (GVHD)']);
  assert.deepEqual(offered('A long terminal repeat (LTR) binds. A long-term|'), []);
});
