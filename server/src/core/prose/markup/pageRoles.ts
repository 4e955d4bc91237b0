import type { Role } from '../../types.ts';
import { attributeOf, type Tag } from './tags.ts';

/**
 * What an element of a page says of itself: by its role (Digital Publishing WAI-ARIA Module 1.1), or by the class or
 * identifier that Pandoc, Quarto, LaTeXML and journals' pages give it.
 */
export const roleNames: ReadonlyMap<string, Role> = new Map<string, Role>(
  (
    [
      ['abstract', 'doc-abstract abstract ltx_abstract plain-language-summary author-summary'],
      ['keywords', 'keywords ltx_keywords kwd-group'],
      [
        'authors',
        'authors author affiliations affiliation ltx_authors quarto-title-meta author-list doc-credits',
      ],
      ['references', 'doc-bibliography references refs ref-list bibliography csl-bib-body ltx_bibliography'],
      ['footnote', 'doc-footnote doc-endnotes footnotes endnotes'],
      ['abbreviation-list', 'doc-glossary glossary abbreviations abbreviation-list acronyms'],
      ['back-matter', 'doc-acknowledgments acknowledgments acknowledgements ltx_acknowledgements funding'],
      ['supplement', 'doc-appendix appendix ltx_appendix supplementary-material'],
      [
        'box',
        'doc-tip doc-notice box highlights key-points keypoints boxed-text callout infobox alert admonition rmdnote rmdtip rmdwarning rmdcaution rmdimportant',
      ],
      ['caption', 'caption ltx_caption fig-caption table-caption wp-caption-text'],
      ['metadata', 'doc-toc doc-index toc'],
    ] as const
  ).flatMap(([role, names]) => names.split(' ').map(name => [name, role] as const)),
);

/** Styles of paragraphs in what Word and Google Docs export. */
const paragraphStyles: ReadonlyMap<string, Role> = new Map<string, Role>(
  (
    [
      ['title', 'msotitle msosubtitle title subtitle'],
      ['caption', 'msocaption'],
      ['footnote', 'msofootnotetext msoendnotetext'],
      ['references', 'msobibliography'],
      ['metadata', 'msocommenttext msotoc1 msotoc2 msotoc3 msoheader msofooter'],
    ] as const
  ).flatMap(([role, names]) => names.split(' ').map(name => [name, role] as const)),
);

/** The classes by which Pandoc, Quarto, LaTeXML and journals' pages tell the title from other headings of its level. */
const titles = new Set(
  'title article-title content-title c-article-title entry-title ltx_title_document'.split(' '),
);

const ATTRIBUTES = ['role', 'class', 'id'] as const;

/** Whether an element may say of itself what it holds; headings name what follows them. */
const HOLDERS = new Set(
  'div section article aside header footer p ul ol dl figure details blockquote table'.split(' '),
);

/** The role that the start tag of a block in a page gives all that stands in it. */
export function pageRoleOf(text: string, tag: Tag): Role | undefined {
  if (tag.name === 'h1') return isTitle(text, tag) ? 'title' : undefined;
  if (tag.closing || !HOLDERS.has(tag.name) || tag.end - tag.start <= tag.name.length + 2) return undefined;
  for (const name of ATTRIBUTES) {
    const value = attributeOf(text, tag, name);
    if (value === undefined) continue;
    for (const word of text.slice(value.start, value.end).toLowerCase().split(/\s+/)) {
      const role = roleNames.get(word) ?? (tag.name === 'p' ? paragraphStyles.get(word) : undefined);
      if (role !== undefined) return role;
    }
  }
  return undefined;
}

function isTitle(text: string, tag: Tag): boolean {
  const value = tag.closing ? undefined : attributeOf(text, tag, 'class');
  const names = value === undefined ? '' : text.slice(value.start, value.end).toLowerCase();
  return names.split(/\s+/).some(name => titles.has(name));
}

/** What Word and Google Docs call the anchors of notes and of comments. */
const NOTE = /^(?:_?ftn|_?edn|ftnt)\d{1,4}$/;
const COMMENT = /^(?:cmnt|_msocom_)\d{1,4}$/;
const TO_NOTE = /^#(?:_?ftn|_?edn|ftnt|cmnt|_msocom)/;

/** What begins behind an anchor: a note, or a comment on the text. */
export function noteBehind(text: string, tag: Tag): 'footnote' | 'metadata' | undefined {
  const anchor = attributeOf(text, tag, 'id') ?? attributeOf(text, tag, 'name');
  const name = anchor === undefined ? '' : text.slice(anchor.start, anchor.end);
  return NOTE.test(name) ? 'footnote' : COMMENT.test(name) ? 'metadata' : undefined;
}

/**
 * Whether an inline element of a page prints a reference or math: `<span class="citation">`, `<a role="doc-noteref">`,
 * `<a href="#_ftn1">`.
 */
export function isReference(text: string, tag: Tag): boolean {
  if (tag.name === 'a') {
    const target = attributeOf(text, tag, 'href');
    if (target !== undefined && TO_NOTE.test(text.slice(target.start, target.end))) return true;
  }
  return /^(?:math|citation|doc-(?:biblio|note)ref)\b/.test(ownName(text, tag));
}

/** Whether an element of a page is math: `<span class="math inline">`. */
export function isFormula(text: string, tag: Tag): boolean {
  return /^math\b/.test(ownName(text, tag));
}

/** What a span or a link says that it is. */
function ownName(text: string, tag: Tag): string {
  const name = tag.name === 'span' ? 'class' : tag.name === 'a' ? 'role' : undefined;
  const value = name === undefined ? undefined : attributeOf(text, tag, name);
  return value === undefined ? '' : text.slice(value.start, value.end);
}
