import type { BlockKind, Role } from '../../types.ts';

/** How a LaTeX environment is read. What isn't in the table is read as prose, its optional argument skipped. */
export interface Environment {
  /** Arguments after `\begin{…}`, in the language of `signatures.ts`. */
  readonly signature?: string;
  /** What the text directly inside it is. */
  readonly kind?: BlockKind;
  readonly role?: Role;
  /**
   * `raw`: nothing inside is LaTeX prose, up to `\end{…}` · `captioned`: nothing but captions is ·
   * `math`: opaque inside its paragraph.
   */
  readonly content?: 'raw' | 'captioned' | 'math';
}

/** The environments that matter, grouped: data, no code. `name*` is read like `name`. */
const groups: readonly (readonly [names: string, environment: Environment])[] = [
  ['document', {}],
  [
    `verbatim Verbatim BVerbatim LVerbatim minted comment alltt filecontents filecontents* tikzpicture pgfpicture picture forest
     algorithmic luacode asy sageblock sagesilent Sinput Soutput Schunk knitrout lilypond Highlighting
     tikzcd circuitikz chemfigure CCSXML`,
    { content: 'raw' },
  ],
  ['lstlisting', { content: 'raw', signature: '[options]' }],
  ['algorithm algorithm2e', { content: 'captioned' }],
  [
    `equation align gather multline eqnarray displaymath math flalign alignat dmath dgroup split aligned cases matrix pmatrix bmatrix
     subequations array IEEEeqnarray empheq`,
    { content: 'math' },
  ],
  [
    'abstract summary sciabstract IEEEabstract Abstract onecolabstract graphicalabstract tocentry plainlanguagesummary',
    { role: 'abstract' },
  ],
  ['keyword keywords IEEEkeywords Keywords', { role: 'keywords' }],
  [
    `acknowledgements acknowledgments acknowledgement acknowledgment acks ack Acknowledgements addendum funding
     authorcontributions dataavailability contributions interests dci suppinfo`,
    { role: 'back-matter' },
  ],
  ['thebibliography', { signature: '{-}', role: 'references' }],
  ['bibdiv biblist references', { role: 'references' }],
  ['acronym', { signature: '[-]', role: 'abbreviation-list' }],
  ['abbreviations acronyms nomenclature', { role: 'abbreviation-list' }],
  ['authorgroup affiliations aug corrauthor artnotes', { role: 'authors' }],
  ['IEEEbiography IEEEbiographynophoto', { signature: '[-]{-}', role: 'authors' }],
  ['biography', { signature: '{-}{-}', role: 'authors' }],
  ['appendix appendices supplement', { role: 'supplement' }],
  [
    'tcolorbox mdframed boxedtext framed shaded infobox boxtext significancestatement significance highlights keypoints featurebox',
    { signature: '[options]', role: 'box' },
  ],
  [
    'figure teaserfigure table sidewaysfigure sidewaystable SCfigure SCtable threeparttable scheme listing',
    { signature: '[-][-]', kind: 'caption' },
  ],
  ['subfigure subtable', { signature: '[-]{-}', kind: 'caption' }],
  ['wrapfigure wraptable', { signature: '[-]{-}[-]{-}', kind: 'caption' }],
  ['tablenotes TableNotes', { signature: '[-]', kind: 'caption' }],
  [
    'tabular longtable tabu longtabu supertabular mpsupertabular NiceTabular tblr longtblr',
    { signature: '[-]{-}', kind: 'table' },
  ],
  ['tabbing', { kind: 'table' }],
  ['tabular* tabularx tabulary xltabular', { signature: '{-}[-]{-}', kind: 'table' }],
  [
    'itemize enumerate compactitem compactenum inparaenum inparaitem asparaenum asparaitem tasks unlist',
    { signature: '[-]', kind: 'item' },
  ],
  ['description compactdesc inparadesc labeling', { signature: '[-]', kind: 'definition' }],
  [
    'theorem lemma proposition corollary conjecture definition assumption hypothesis claim remark example observation proof',
    { signature: '[name]' },
  ],
  ['CSLReferences', { signature: '{-}{-}', role: 'references' }],
  ['quote quotation displayquote blockquote verse epigraph', { kind: 'quote' }],
  ['minipage', { signature: '[-][-][-]{-}' }],
  ['multicols adjustbox otherlanguage spacing', { signature: '{-}' }],
  ['adjustwidth changemargin', { signature: '[-]{-}{-}' }],
  ['list', { signature: '{-}{-}', kind: 'item' }],
];

const environments: ReadonlyMap<string, Environment> = new Map(
  groups.flatMap(([names, environment]) => names.split(/\s+/).map(name => [name, environment] as const)),
);

/** The environment of that name; `name*` where only `name` is in the table. */
export function environmentOf(name: string): Environment | undefined {
  return environments.get(name) ?? (name.endsWith('*') ? environments.get(name.slice(0, -1)) : undefined);
}

/** Blocks that are a command's argument: `\caption{…}`, `\title{…}`. The words that signatures use for them. */
export const argumentBlocks: Readonly<
  Record<string, { kind: BlockKind; role?: Role; level?: number; long?: boolean }>
> = {
  'heading-1': { kind: 'heading', level: 1 },
  'heading-2': { kind: 'heading', level: 2 },
  'heading-3': { kind: 'heading', level: 3 },
  'heading-4': { kind: 'heading', level: 4 },
  'heading-5': { kind: 'heading', level: 5 },
  'heading-6': { kind: 'heading', level: 6 },
  caption: { kind: 'caption' },
  footnote: { kind: 'footnote' },
  title: { kind: 'heading', role: 'title' },
  'running-title': { kind: 'heading', role: 'running-title' },
  authors: { kind: 'paragraph', role: 'authors', long: true },
  keywords: { kind: 'paragraph', role: 'keywords', long: true },
  abstract: { kind: 'paragraph', role: 'abstract', long: true },
  'back-matter': { kind: 'paragraph', role: 'back-matter', long: true },
  box: { kind: 'paragraph', role: 'box', long: true },
  'abbreviation-list': { kind: 'paragraph', role: 'abbreviation-list', long: true },
};
