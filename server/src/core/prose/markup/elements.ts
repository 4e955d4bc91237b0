import type { BlockKind, Mark, Role } from '../../types.ts';

/** How an element of HTML or JATS is read. Elements that no table has are markup inside their paragraph. */
export interface Element {
  /** A block of its own, and what it is. Without `kind`, what its paragraphs are is left to them. */
  readonly block?: true;
  readonly kind?: BlockKind;
  readonly role?: Role;
  readonly level?: number;
  /**
   * `raw`: nothing inside is a tag, up to its end tag · `opaque`: prints something that is no prose ·
   * `formula`: math, a name of letters perhaps · `hidden`: prints nothing here.
   */
  readonly content?: 'raw' | 'opaque' | 'formula' | 'hidden';
  /** Its text gets a mark; `citation`: the element itself is opaque. */
  readonly mark?: Mark['kind'];
  /** A term of a definition list; its definition; the cell of a table. */
  readonly part?: 'term' | 'definition' | 'cell';
  /** It has neither text nor end tag. */
  readonly empty?: true;
  /** The heading of the section that it stands in: its level is how many are open. */
  readonly heading?: true;
  /** A list: items without an end tag end with it. */
  readonly list?: true;
  /** A section, counted for levels. */
  readonly section?: true;
  /** A part of the article begins with it: no section before it reaches in here. */
  readonly division?: true;
}

/** Elements by name. */
export type Elements = ReadonlyMap<string, Element>;

function table(groups: readonly (readonly [names: string, element: Element])[]): Elements {
  return new Map(
    groups.flatMap(([names, element]) => names.split(' ').map(name => [name, element] as const)),
  );
}

/** HTML, by the elements of the HTML Living Standard that a manuscript holds. */
export const html: Elements = table([
  ['script style template noscript textarea head', { block: true, content: 'raw' }],
  ['pre svg canvas iframe object audio video', { block: true, content: 'opaque' }],
  ['code kbd samp var tt del cite', { content: 'opaque' }],
  ['math', { content: 'formula' }],
  ['h1', { block: true, kind: 'heading', level: 1 }],
  ['h2', { block: true, kind: 'heading', level: 2 }],
  ['h3', { block: true, kind: 'heading', level: 3 }],
  ['h4', { block: true, kind: 'heading', level: 4 }],
  ['h5', { block: true, kind: 'heading', level: 5 }],
  ['h6', { block: true, kind: 'heading', level: 6 }],
  [
    'p div section article main header body html figure details summary address form fieldset center',
    { block: true },
  ],
  ['ul ol dl', { block: true, list: true }],
  ['nav button select', { block: true, content: 'opaque' }],
  ['li', { block: true, kind: 'item' }],
  ['blockquote', { block: true, kind: 'quote' }],
  ['aside', { block: true, role: 'box' }],
  ['footer', { block: true, role: 'back-matter' }],
  ['figcaption caption', { block: true, kind: 'caption' }],
  ['table', { block: true, kind: 'table' }],
  ['td th', { part: 'cell' }],
  ['dt', { block: true, kind: 'definition', part: 'term' }],
  ['dd', { part: 'definition' }],
  ['br wbr img input link meta col source', { empty: true }],
  ['hr', { block: true, empty: true }],
  ['em i', { mark: 'emphasis' }],
  ['strong b', { mark: 'strong' }],
  ['a', { mark: 'link' }],
]);

/** JATS (ANSI/NISO Z39.96), Journal Archiving and Publishing tag sets. */
export const jats: Elements = table([
  ['article front article-meta sec-meta supplementary-material', { block: true }],
  ['body back floats-group', { block: true, division: true }],
  [
    `journal-meta article-categories pub-date volume issue fpage lpage elocation-id history permissions self-uri article-id
     counts custom-meta-group related-article pub-history processing-meta volume-id issue-id`.replace(
      /\s+/g,
      ' ',
    ),
    { block: true, kind: 'metadata', content: 'hidden' },
  ],
  // Letters of reviewers and what was answered (eLife): other papers.
  ['sub-article response', { block: true, content: 'hidden' }],
  ['article-title subtitle', { block: true, kind: 'heading', role: 'title', level: 1 }],
  ['alt-title', { block: true, kind: 'heading', role: 'running-title' }],
  ['contrib-group aff author-notes', { block: true, role: 'authors', kind: 'paragraph' }],
  ['abstract trans-abstract', { block: true, role: 'abstract' }],
  ['kwd-group', { block: true, role: 'keywords' }],
  ['kwd', { block: true, kind: 'item' }],
  ['funding-group ack fn-group notes', { block: true, role: 'back-matter' }],
  // Who drew a figure, who said what is quoted.
  ['attrib', { block: true, kind: 'paragraph', role: 'back-matter' }],
  ['ref-list', { block: true, role: 'references' }],
  ['ref', { block: true, kind: 'item' }],
  ['app-group app', { block: true, role: 'supplement', division: true }],
  ['glossary', { block: true, role: 'abbreviation-list' }],
  ['boxed-text', { block: true, role: 'box' }],
  ['sec', { block: true, section: true }],
  ['title', { block: true, kind: 'heading', heading: true }],
  ['p fig fig-group table-wrap table-wrap-group disp-quote statement', { block: true }],
  ['list def-list', { block: true, list: true }],
  ['list-item', { block: true, kind: 'item' }],
  ['caption', { block: true, kind: 'caption' }],
  // Its notes are footnotes by their tag, captions by what they are for.
  ['table-wrap-foot', { block: true, kind: 'caption', role: 'caption' }],
  ['fn', { block: true, kind: 'footnote' }],
  ['table', { block: true, kind: 'table' }],
  ['td th', { part: 'cell' }],
  ['def-item', { block: true, kind: 'definition' }],
  ['term', { part: 'term' }],
  ['def', { part: 'definition' }],
  ['label', { content: 'opaque' }],
  ['code preformat disp-formula media graphic object-id', { block: true, content: 'opaque' }],
  ['tex-math inline-graphic monospace uri email element-citation', { content: 'opaque' }],
  ['inline-formula mml:math', { content: 'formula' }],
  ['xref', { mark: 'citation' }],
  ['ext-link', { mark: 'link' }],
  ['italic', { mark: 'emphasis' }],
  ['bold', { mark: 'strong' }],
  ['break', { empty: true }],
]);
