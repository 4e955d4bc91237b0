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
      ['box', 'doc-tip doc-notice box highlights key-points keypoints boxed-text callout'],
      ['caption', 'caption ltx_caption fig-caption table-caption wp-caption-text'],
      ['metadata', 'doc-toc doc-index toc'],
    ] as const
  ).flatMap(([role, names]) => names.split(' ').map(name => [name, role] as const)),
);

const ATTRIBUTES = ['role', 'class', 'id'] as const;

/** Whether an element may say of itself what it holds; headings name what follows them. */
const HOLDERS = new Set(
  'div section article aside header footer p ul ol dl figure details blockquote table'.split(' '),
);

/** The role that the start tag of a block in a page gives all that stands in it. */
export function pageRoleOf(text: string, tag: Tag): Role | undefined {
  if (tag.closing || !HOLDERS.has(tag.name) || tag.end - tag.start <= tag.name.length + 2) return undefined;
  for (const name of ATTRIBUTES) {
    const value = attributeOf(text, tag, name);
    if (value === undefined) continue;
    for (const word of text.slice(value.start, value.end).toLowerCase().split(/\s+/)) {
      const role = roleNames.get(word);
      if (role !== undefined) return role;
    }
  }
  return undefined;
}

/** Whether an inline element of a page prints a reference or math: `<span class="citation">`, `<a role="doc-noteref">`. */
export function isReference(text: string, tag: Tag): boolean {
  const name = tag.name === 'span' ? 'class' : tag.name === 'a' ? 'role' : undefined;
  const value = name === undefined ? undefined : attributeOf(text, tag, name);
  return (
    value !== undefined &&
    /^(?:math|citation|doc-(?:biblio|note)ref)\b/.test(text.slice(value.start, value.end))
  );
}
