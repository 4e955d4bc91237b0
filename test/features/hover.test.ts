import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hover } from '../../server/src/core/features/hover.ts';
import { createFeatureContext, createSearch } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { asked } from './context.ts';

interface Shown {
  readonly over: string;
  readonly lines: readonly string[];
  readonly markdown: string;
}

function shown(marked: string, commandLinks = false, languageId = 'markdown'): Shown | undefined {
  const { context, uri, offset, text } = asked(marked, languageId);
  const answer = hover(context, uri, offset, { commandLinks });
  return (
    answer && {
      over: text.slice(answer.span.start, answer.span.end),
      lines: answer.markdown.split('\n\n'),
      markdown: answer.markdown,
    }
  );
}

const article = `# Cells that kill

## Abstract

Therapy with NK cells is young.

## Introduction

A chimeric antigen receptor (CAR) binds an antigen. The CAR was engineered.
`;

test('an abbreviation shows what it stands for, and where the manuscript stands', () => {
  const { over, lines } = shown(`${article}Every C|AR has a hinge.`)!;
  assert.equal(over, 'CAR');
  assert.equal(lines[0], '**CAR** chimeric antigen receptor · *receptor*');
  assert.equal(lines[1], 'Defined in Introduction · 3 uses · not in the abstract');
  assert.equal(lines[2], 'An engineered receptor.');
});

test('an undefined one says so, with the sense that the glossary gives', () => {
  const { lines } = shown(`${article}In the T|ME they fail.`)!;
  assert.equal(lines[0], '**TME** tumor microenvironment · *malignancy*');
  assert.match(lines[1]!, /^Not defined in this manuscript · 1 use/);
  assert.match(
    shown('The D|TH response.')!.lines[1]!,
    /^Needs no definition: journals let it stand undefined/,
  );
  const defined = shown('The delayed-type hypersensitivity (D|TH) response.')!;
  assert.ok(defined.lines.includes('Needs no definition in J Immunol'));
});

test('what the text defines and the abstract does not is told as such, in both', () => {
  const text =
    '# Abstract\n\nThe TME is cold, and the TME is acid.\n\n# Introduction\n\nThe tumor microenvironment (TME) grows. The T|ME is dense.\n';
  const second = 'Defined in Introduction · 4 uses · not defined in the abstract';
  assert.equal(shown(text)!.lines[1], second);
  assert.equal(shown(text.replace('T|ME', 'TME').replace('TME is cold', 'T|ME is cold'))!.lines[1], second);
});

test('what the abstract defines too late is said once', () => {
  const text =
    '# Abstract\n\nThe T|ME is cold. The tumor microenvironment (TME) is acid.\n\n# Introduction\n\nThe tumor microenvironment (TME) grows.\n';
  assert.equal(shown(text)!.lines[1], 'Used before it is defined in the abstract · 3 uses');
});

test('the manuscript’s own definition wins over the glossary', () => {
  const { lines } = shown('A pericyte cell (PC) moves. Another |PC stays. All of the PC die.')!;
  assert.equal(lines[0], '**PC** pericyte cell');
  assert.ok(lines.includes('In the glossary: plasma cell; phosphatidylcholine'));
});

test('what needs no definition for its kind shows that kind', () => {
  const { lines } = shown('Cells with C|D8 rose.')!;
  assert.equal(lines[0], '**CD8** · *cell marker*');
  assert.match(lines[1]!, /^Needs no definition: a named CD molecule/);
  assert.equal(shown('Then X|YZ rose.')!.lines[0], '**XYZ** is not in the glossary.');
});

test('of several senses none is guessed', () => {
  const { lines } = shown('We counted |PC in blood.')!;
  assert.equal(lines[0], '**PC** has several senses, and this manuscript defines none:');
  assert.equal(lines[1], '- plasma cell · *cell*\n- phosphatidylcholine · *reagent*');
});

test('of several senses the one that the manuscript speaks of comes first, and the others are told', () => {
  const { lines } = shown('We counted |PC among CD138 positive cells of the marrow.')!;
  assert.equal(lines[0], '**PC** plasma cell · *cell*');
  assert.match(lines[1]!, /^Not defined in this manuscript/);
  assert.equal(lines[2], 'It secretes antibodies.');
  assert.equal(lines[3], 'Judged by the words of this manuscript. Also in the glossary: phosphatidylcholine');
  const asked = shown('We counted |PC. A lipid lay there.')!;
  assert.equal(asked.lines[1], '- phosphatidylcholine · *reagent*\n- plasma cell · *cell*');
});

test('anywhere in a compound the compound and its parts are shown', () => {
  for (const marked of ['C|AR-NK', 'CAR-N|K', 'CAR|–NK']) {
    const { over, lines } = shown(`${article}The ${marked} cells.`)!;
    assert.match(over, /^CAR[-–]NK$/);
    assert.match(lines[0]!, /chimeric antigen receptor natural killer · \*therapy\*$/);
    const parts = 'Parts: **CAR** chimeric antigen receptor (3 uses) · **NK** natural killer (2 uses)';
    assert.ok(lines.includes(parts), marked);
  }
});

test('a wrong long form in the list does not lead the card, and the compound is counted as itself', () => {
  const list = '## Abbreviations\n\nCAR: chimeric antigen receptor\n\nCAR-NK cells: Natural Killer cells\n';
  const { lines } = shown(`${article}CAR-|NK cells kill. Any CAR-NK cell does.\n\n${list}`)!;
  assert.match(lines[0]!, /^\*\*CAR-NK\*\* chimeric antigen receptor natural killer/);
  assert.match(lines[1]!, /^Defined .* · 2 uses · not in the abstract$/);
});

test('a compound that nobody knows shows the part under the cursor', () => {
  const { over, lines } = shown(`${article}The anti-C|AR serum.`)!;
  assert.equal(over, 'CAR');
  assert.match(lines[0]!, /^\*\*CAR\*\* chimeric/);
});

test('a spelled-out long form shows its short form, wrapped, plural or capitalised', () => {
  for (const phrase of [
    'cytokine rel|ease syndrome',
    'Cytokine\nrelease synd|romes',
    '*Cyto|kine* release-syndrome',
  ]) {
    const { over, lines } = shown(`It ended in ${phrase} at last.`)!;
    assert.equal(over.replace(/\s+/, ' '), phrase.replace('|', '').replace(/\s+/, ' ').replace(/^\*/, ''));
    assert.equal(lines[0], '**CRS** cytokine release syndrome · *toxicity*');
  }
  const own = shown('A big red spot (BRS) grew. This big r|ed spot faded.')!;
  assert.equal(own.lines[0], '**BRS** big red spot');
});

test('a capital that only the start of a sentence asked for is not shown', () => {
  const first = (text: string) => shown(text)!.lines[0];
  const released = '**CRS** cytokine release syndrome · *toxicity*';
  assert.equal(first('Cytokine release syndrome (CRS) is graded. The C|RS ended.'), released);
  const spot = 'Big red spots faded.\n\nBig red spot (BRS) grew, as no big spot did. The B|RS stayed.';
  assert.equal(first(spot), '**BRS** big red spot');
  assert.match(
    first('Cytokine Release Syndrome (CRS) is graded. The C|RS ended.')!,
    /Cytokine Release Syndrome/,
  );
  assert.equal(first('Bigfoot red spot (BRS) grew. The B|RS stayed.'), '**BRS** Bigfoot red spot');
});

test('a therapy’s name shows facts with their sources, and says what to be careful about', () => {
  const { over, markdown } = shown('They failed after CAR-T cell ther|apy in June.')!;
  assert.equal(over, 'CAR-T cell therapy');
  assert.match(markdown, /^\*\*CAR-T cells\*\*\n\nT cells with a CAR\./);
  assert.match(
    markdown,
    /- \*\*Cost:\*\* CAR-T cells are expensive\. \\\[Moumaris 2025\\\] · rests on one editorial/,
  );
  assert.match(
    markdown,
    /- Moumaris 2025, J Biotechnology and Bioprocessing 6\(4\), doi 10\.31579\/2766-2314\/159$/,
  );
  const nk = shown('We gave CAR|-NK to all.')!.markdown;
  assert.match(nk, /GvHD is limited with CAR-NK cells\. \\\[Moumaris 2025; Roex 2022\\\]\n/);
  assert.match(nk, /persist well\..* the same source also says: “Persistence remains a challenge\.”/);
  assert.doesNotMatch(nk, /Other|Malaria/);
});

test('ordinary words, code, addresses, citations and reference lists have no hover', () => {
  for (const marked of [
    'The c|ar stopped, and all cats ran.',
    'Run `the C|AR` now.',
    '```\nCA|R\n```',
    'See https://example.org/C|AR/page for it.',
    'As shown [@CA|R2020] before.',
    'The end|.',
    '|',
    'It failed [in **bold**](http://x.org/NK|/a).',
  ]) {
    assert.equal(shown(`${article}\n${marked}`), undefined, marked);
  }
  assert.equal(shown('# References\n\nSmith. Cytokine release |syndrome revisited. 2020.'), undefined);
});

test('glossary text is shown as it is: no markup, no HTML, no link', () => {
  const { markdown } = shown('The X|SS attack.')!;
  assert.match(
    markdown,
    /&lt;img src=x onerror=alert\(1\)&gt; \\\[click\\\]\(command:evil\) \\\*\\\*bold\\\*\\\*/,
  );
  assert.doesNotMatch(markdown, /<img|https:\/\//);
});

test('command links are there for clients that can run them, and only our own', () => {
  const marked = `${article}The C|AR-NK cell.`;
  assert.doesNotMatch(shown(marked)!.markdown, /command:/);
  const commands = [...shown(marked, true)!.markdown.matchAll(/\]\(command:([\w.]+)\?([^)\s]+)\)/g)];
  assert.deepEqual(
    commands.map(([, command]) => command),
    [
      'immunogloss.showPlace',
      'immunogloss.showFacts',
      'immunogloss.compareTherapies',
      'immunogloss.insertFact',
    ],
  );
  const [uri, start, end] = JSON.parse(decodeURIComponent(commands[0]![2]!)) as [string, number, number];
  assert.equal(uri, 'file:///manuscript');
  assert.equal(article.slice(start, end), 'chimeric antigen receptor (CAR)');
});

test('LaTeX macros and markup inside words are read through', () => {
  const text = '\\section{Introduction}\nA chimeric antigen receptor (CAR) binds. \\textbf{C}A|R\n';
  assert.match(shown(text, false, 'latex')!.lines[0]!, /^\*\*CAR\*\* chimeric antigen receptor/);
});

test('at any place of any text there is a hover over that place, or none', () => {
  const piece = fc.constantFrom(
    'CAR',
    'NK',
    '-',
    '–',
    ' ',
    '\n',
    '(',
    ')',
    '*',
    'natural',
    'killer',
    "'",
    '/',
    '[@a]',
    '`',
    'γ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.array(piece, { maxLength: 14 }), (before, after) => {
      const { context, uri, offset } = asked(`${before.join('')}|${after.join('')}`);
      const answer = hover(context, uri, offset, { commandLinks: true });
      if (answer !== undefined) assert.ok(answer.span.start <= offset && offset <= answer.span.end);
    }),
    { numRuns: 300 },
  );
});

test('two therapies that one sentence names stand side by side, where the same is known of both', () => {
  const text = 'CAR-NK cells are compared with CAR-T cells. CAR-NK cells are round.\n';
  const uri = 'file:///both.md';
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 0, text })]);
  const context = createFeatureContext({
    ...{ manuscript, glossary: service.glossary, search: createSearch([]) },
    configuration: { rules: {}, ignore: [], minimumUses: 3 },
  });
  const at = (offset: number) => hover(context, uri, offset, { commandLinks: false })!.markdown;
  assert.match(at(3), /^\| \| CAR-NK cells \| CAR-T cells \|$/m);
  assert.match(at(3), /^\| Safety \| .+ \| .+ \|$/m);
  assert.match(at(text.indexOf('CAR-T')), /^\| \| CAR-T cells \| CAR-NK cells \|$/m);
  assert.doesNotMatch(at(text.lastIndexOf('CAR-NK')), /^\|/m);
  assert.ok(at(3).length < 4000);
});

test('a spelling decides between senses that have the same letters, and takes no only sense away', () => {
  const title = (marked: string): string | undefined => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const uri = 'file:///spelling.md';
    const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 0, text })]);
    const context = createFeatureContext({
      ...{ manuscript, glossary: service.glossary, search: createSearch([]) },
      configuration: { rules: {}, ignore: [], minimumUses: 3 },
    });
    return hover(context, uri, offset, { commandLinks: false })?.markdown.split('\n')[0];
  };
  const titles = [
    ['The F|c part of IgG binds.', '**Fc** fragment crystallizable · *immunoglobulin*'],
    ['A CAR|-T product was infused.', '**CAR-T** chimeric antigen receptor T · *therapy*'],
    ['By P|CR it was found.', '**PCR** polymerase chain reaction'],
    ['A p|CR was reached.', '**pCR** pathological complete response · *trial*'],
    ['We added 5 m|L of medium.', '**mL** · *unit*'],
    ['G|VHD was rare.', '**GVHD** graft-versus-host disease · *transplantation*'],
  ] as const;
  for (const [text, expected] of titles) assert.equal(title(`# Methods\n\n${text}`), expected);
});

test('that a form needs no definition is said once', () => {
  const text = 'Regulatory T cells express FOXP3. In T cells, FOXP3 rose.\n';
  const uri = 'file:///gene.md';
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 0, text })]);
  const context = createFeatureContext({
    ...{ manuscript, glossary: service.glossary, search: createSearch([]) },
    configuration: { rules: {}, ignore: [], minimumUses: 3 },
  });
  const { markdown } = hover(context, uri, text.indexOf('FOXP3'), { commandLinks: false })!;
  assert.match(markdown, /^Needs no definition: known to the glossary as forkhead box P3 · 2 uses$/m);
});

test('a form that is silenced on request says by what', () => {
  const hoverOf = (text: string, configuration: object = {}, baseline = false) => {
    const uri = 'file:///silent.md';
    const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 0, text })]);
    const by = { rules: {}, ignore: [], minimumUses: 3, ...configuration };
    const context = createFeatureContext(
      { manuscript, glossary: service.glossary, search: createSearch([]), configuration: by },
      () => (baseline ? service.lint(manuscript, by) : []),
    );
    return hover(context, uri, text.indexOf('QXZ was') + 1, { commandLinks: false })!.markdown;
  };
  const text = 'The QXZ was high, the QXZ rose, and the QXZ fell.\n';
  assert.doesNotMatch(hoverOf(text), /Not reported/);
  assert.match(hoverOf(text, { ignore: ['QXZ'] }), /3 uses · Not reported: ignored in immunogloss\.yaml or/);
  assert.match(hoverOf(`<!-- immunogloss-ignore QXZ -->\n\n${text}`), /Not reported: ignored by a comment/);
  const off = { rules: { 'undefined-abbreviation': 'off' } };
  assert.match(hoverOf(text, off), /Not reported: the rule undefined-abbreviation is off/);
  assert.match(hoverOf(text, {}, true), /Not reported: accepted in the baseline/);
});
