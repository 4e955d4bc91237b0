/** One manuscript in every format, each as its writers write it: the same scopes, definitions and findings come out of all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis, Role, Span } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { manuscript } from './sameManuscript/content.ts';
import { asciidoc, org, plaintext, restructuredText, typst } from './sameManuscript/light.ts';
import { myst, notebook, pandoc, quarto } from './sameManuscript/markdown.ts';
import { html, jats, latex } from './sameManuscript/tagged.ts';
import { read } from './show.ts';

const texts: Readonly<Record<string, string>> = {
  'pandoc.md': pandoc(manuscript),
  'quarto.qmd': quarto(manuscript),
  'manuscript.myst.md': myst(manuscript),
  'notebook.ipynb': notebook(manuscript),
  'manuscript.tex': latex(manuscript),
  'manuscript.html': html(manuscript),
  'manuscript.xml': jats(manuscript),
  'manuscript.typ': typst(manuscript),
  'manuscript.rst': restructuredText(manuscript),
  'manuscript.adoc': asciidoc(manuscript),
  'manuscript.org': org(manuscript),
  'manuscript.txt': plaintext(manuscript),
};

/** Its scopes, in order. Where a legend ends and its table begins, formats differ. */
const SCOPES = [
  'abstract, keywords, running-title, title',
  'heading, body, heading, body, heading, body, display, heading, body, display, heading, body',
  'heading, body, box, heading, body, heading, body, heading, body',
  'heading, back-matter, heading, back-matter, heading, back-matter',
  'heading, abbreviation-list, references, heading, supplement',
].join(', ');

/** What is defined: where, the short form, the long form. */
const DEFINITIONS = [
  'abstract: TRM = Tissue-resident memory T',
  'abstract: ICIs = immune checkpoint inhibitors',
  'abstract: PD-1 = programmed cell death protein 1',
  'body: TRM = Tissue-resident memory T',
  'body: ICIs = Immune checkpoint inhibitors',
  'body: PD-1 = programmed cell death protein 1',
  'body: IL-15 = Interleukin 15',
  'body: HLA = human leukocyte antigen',
  'body: LSFM = Light-sheet fluorescence microscopy',
  'display: DEJ = dermal–epidermal junction',
  'body: IFN-γ = Interferon-γ',
  'display: KLRG1 = killer cell lectin-like receptor G1',
  'display: PD-1 = programmed cell death protein 1',
  'body: CIs = confidence intervals',
  'box: APC = antigen-presenting cell',
  'body: TGF-β = Transforming growth factor-β',
  'body: PD-1 = programmed cell death protein 1',
  'back-matter: IRC = Invented Research Council',
  'abbreviation-list: APC = antigen-presenting cell',
  'abbreviation-list: CI = confidence interval',
  'abbreviation-list: HLA = human leukocyte antigen',
  'abbreviation-list: ICI = immune checkpoint inhibitor',
  'abbreviation-list: LSFM = light-sheet fluorescence microscopy',
  'abbreviation-list: NK = natural killer',
  'abbreviation-list: PD-1 = programmed cell death protein 1',
  'supplement: CsA = cyclosporin A',
];

/** What a copy-editor is told: rule, short form, where. */
const FINDINGS = [
  'defined-only-in-list APC: body',
  'list-missing-entry TRM: body',
  'list-unused-entry NK: abbreviation-list',
  'redefined PD-1: body',
  'undefined-abbreviation ECM: body',
  'used-before-definition LSFM: body',
];

const WHERE = [
  'title',
  'running-title',
  'abstract',
  'body',
  'display',
  'box',
  'back-matter',
  'abbreviation-list',
];

/** What formats print or not where a part begins. */
const NAMES = /^(?:Abstract|References)$/;
const LABELS = /^(?:Running title: |Keywords?: |(?:Figure|Table|Box) \d[.:] )/;

/** A block with something to read. */
interface Read {
  readonly start: number;
  readonly scope: string;
  readonly words: string;
  readonly definitions: readonly string[];
}

/** Scope, words and definitions of each block with something to read, authors left out. */
function blocksOf({ blocks, document }: Analysis): readonly Read[] {
  const isPlain = document.uri.endsWith('.txt');
  return blocks
    .filter(({ block }) => /[\p{L}\p{N}]/u.test(block.masked))
    .map(({ start, role, block, facts }) => {
      const words = read(block.masked);
      const scope = isPlain && words.startsWith('Box ') ? 'box' : scopeOf(role);
      const reads = ({ start: from, end }: Span): string => read(block.masked.slice(from, end));
      const definitions = facts.definitions.map(
        ({ short, long }) => `${scope}: ${reads(short)} = ${reads(long)}`,
      );
      return { start, scope, words, definitions };
    })
    .filter(({ scope, words }) => !['authors', 'metadata'].includes(scope) && !NAMES.test(words));
}

/** A role, as all formats can say it: plain text has no boxes but by their legends. */
function scopeOf(role: Role): string {
  if (role === 'caption' || role === 'table') return 'display';
  return role === 'footnote' ? 'body' : role;
}

/** The scopes in their order; at the front, formats have an order of their own. */
function scopesOf(blocks: readonly Read[]): string {
  const scopes = blocks.map(({ scope }) => scope).filter((scope, index, all) => scope !== all[index - 1]);
  const front = scopes.indexOf('heading');
  return [...scopes.slice(0, front).sort(), ...scopes.slice(front)].join(', ');
}

/** All words of a scope, sorted: notes stand where they are called, or at the end, in the supplement. */
function wordsOf(blocks: readonly Read[], scope: string): string {
  const scopes = scope === 'body' ? ['body', 'supplement'] : [scope];
  return blocks
    .filter(block => scopes.includes(block.scope))
    .map(({ words }) => words.replace(LABELS, '').replace(/(?:Figure|Table) ?[\d¤]/g, ''))
    .flatMap(words => words.match(/[\p{L}\d-]+/gu) ?? [])
    .sort()
    .join(' ');
}

/** What is found, with the scope that it is found in. */
function findingsOf(analysis: Analysis, blocks: readonly Read[]): string[] {
  const own = service.within([analysis]);
  const found = own.lint(own.assemble([analysis]), { rules: {}, ignore: [], minimumUses: 3 });
  return found
    .map(
      ({ rule, short, start }) =>
        `${rule} ${short}: ${blocks.findLast(block => block.start <= start)?.scope}`,
    )
    .sort();
}

const analyses = Object.entries(texts).map(([name, text]) =>
  service.analyze({ uri: `file:///${name}`, languageId: '', version: 1, text }),
);
const reference = blocksOf(analyses[0]!);

for (const analysis of analyses) {
  const { uri } = analysis.document;
  test(`${uri.slice('file:///'.length)}: the same manuscript as in all formats`, () => {
    const blocks = blocksOf(analysis);
    // Its references are hidden targets of links.
    assert.equal(scopesOf(blocks), uri.endsWith('.rst') ? SCOPES.replace(' references,', '') : SCOPES);
    assert.deepEqual(blocks.flatMap(({ definitions }) => definitions).sort(), [...DEFINITIONS].sort());
    assert.deepEqual(findingsOf(analysis, blocks), FINDINGS);
    for (const scope of WHERE) assert.equal(wordsOf(blocks, scope), wordsOf(reference, scope), scope);
  });
}
