import type { LightMarkup } from './lightMarkup.ts';
import { NEVER } from './lightMarkup.ts';

/** AsciiDoc, by its language documentation (docs.asciidoctor.org). */
export const asciidoc: LightMarkup = {
  heading: line => {
    const marker = /^(={1,6})\s+\S/.exec(line)?.[1];
    return marker === undefined ? undefined : { level: marker.length, underlined: false };
  },
  headingMarker: /^=+\s+/,
  labels: [
    { marker: /^\.(?=[^\s.])/, kind: 'caption' },
    { marker: /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+/, kind: 'paragraph', role: 'box' },
  ],
  zones: [
    // A style above a section, a block or a bare paragraph.
    { open: /^\[abstract\]$/, end: /^(?:={2,6}\s|\[keywords\b)/, role: 'abstract' },
    { open: /^\[appendix\b/, end: 'section', role: 'supplement' },
    { open: /^\[(?:acknowledg(?:e?ments)|colophon|dedication)\b/, end: 'section', role: 'back-matter' },
    { open: /^\[glossary\b/, end: 'section', role: 'abbreviation-list' },
    { open: /^\[bibliography\b/, end: 'section', role: 'references' },
    { open: /^\[keywords\b/, end: 'paragraph', role: 'keywords' },
    { open: /^\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|sidebar|example)\b/, end: 'paragraph', role: 'box' },
    { open: /^\|={3,}$/, end: /^(?:\|={3,}$|={2,6}\s)/, kind: 'table', role: 'table', isFenced: true },
    // Sidebars; examples and admonitions ("[NOTE]" above "===="). Longer lines of `=` underline titles.
    { open: /^\*{4,}$/, end: /^(?:\*{4,}$|={2,6}\s)/, role: 'box', isFenced: true },
    { open: /^={4,6}$/, end: /^={2,6}(?:\s|$)/, role: 'box', isFenced: true },
  ],
  silent:
    /^(?:\/\/(?!\/\/)|:!?[\w-]{1,60}!?:|\[.{0,300}\]$|(?:image|video|audio|include|toc|ifdef|ifndef|ifeval|endif|bibliography)::|(?:'''|<<<|\|={3,}|={4,}|\*{4,}|_{4,}|--)$)/,
  naming: {
    openings: [':'],
    line: /^:(?<name>[\w-]{1,40}):\s{1,9}(?:pass:[a-z,]{0,9}\[(?=.{0,99}\]))?(?<value>[^\n\r\]]{1,100})\]?(?:\n|\r|$)/,
  },
  inclusion: /^include::(?<target>[^\s[\]{}]{1,200}\.(?:adoc|asciidoc|asc|txt))\[/,
  fences: [{ open: /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|```)/, close: match => match[1]! }],
  indents: NEVER,
  item: /^(?:\s*(?:[*-]{1,5}|\.{1,5}|\d{1,3}\.)\s+|(?<term>[^\s:][^:\n]{0,80})::(?:\s+|$))/,
  row: /^(?:(?:\d{1,2}(?:\.\d{1,2})?|\.\d{1,2})[+*])?(?:[<^>](?:\.[<^>])?|\.[<^>])?[aehlmdsv]?\|/,
  cellStyle:
    /(?<=^|\s)(?:(?:\d{1,2}(?:\.\d{1,2})?|\.\d{1,2})[+*])?(?:[<^>](?:\.[<^>])?|\.[<^>])?[aehlmdsv]?$/,
  triggers: '"\'`^~*_#<{([\\',
  wordTriggers: 'slkcipxmhf',
  opensInWord: { f: ['footnote:', 'footnoteref:'], l: ['latexmath:['], s: ['stem:['] },
  inline: [
    { pattern: /"`(?<text>[^`\n]{1,300})`"/dy, as: 'markup' },
    { pattern: /'`(?<text>[^`\n]{1,300})`'/dy, as: 'markup' },
    { pattern: /`[^`\n]{1,300}`/y, as: 'opaque' },
    // Also right behind a word.
    { pattern: /(?:footnote|footnoteref):[\w-]{0,20}\[(?<text>[^\]]{1,400})\]/dy, as: 'opaque' },
    { pattern: /(?:footnote|footnoteref):[\w-]{0,20}\[\]/y, as: 'opaque' },
    { pattern: /(?<!\w)(?:cite|citenp):[^\s[]{0,100}\[[^\]]{0,300}\]/y, as: 'opaque', mark: 'citation' },
    { pattern: /(?:stem|latexmath):\[[^\]\n]{1,300}\]/y, as: 'tex' },
    {
      pattern: /(?<!\w)(?:image|icon|kbd|pass|indexterm):[^\s[]{0,200}\[[^\]]{0,300}\]/y,
      as: 'opaque',
    },
    {
      pattern: /(?<!\w)(?:link:|xref:|mailto:|https?:\/\/)[^\s[]{1,300}\[(?<text>[^\]]{1,300})\]/dy,
      as: 'markup',
      mark: 'link',
    },
    { pattern: /<<[^<>\n]{1,200}>>/y, as: 'opaque' },
    { pattern: /\{(?<name>[\w-]{1,40})\}/y, as: 'opaque', term: true },
    // Terms of an index: printed, and not.
    { pattern: /\(\(\([^()\n]{1,200}\)\)\)/y, as: 'space' },
    { pattern: /\(\((?<text>[^()\n]{1,200})\)\)/dy, as: 'markup' },
    { pattern: /\^(?<text>[^\s^]{1,40})\^/dy, as: 'transparent', superscript: true },
    { pattern: /~(?<text>[^\s~]{1,40})~/dy, as: 'transparent' },
    { pattern: /\*\*(?<text>[^*\n]{1,300})\*\*/dy, as: 'markup', mark: 'strong' },
    { pattern: /__(?<text>[^_\n]{1,300})__/dy, as: 'markup', mark: 'emphasis' },
    { pattern: /(?<![\w*])\*(?=\S)(?<text>[^*\n]{1,300})\*(?!\w)/dy, as: 'markup', mark: 'strong' },
    { pattern: /(?<![\w_])_(?=\S)(?<text>[^_\n]{1,300})_(?!\w)/dy, as: 'markup', mark: 'emphasis' },
    { pattern: /(?<!\w)#(?<text>[^#\n]{1,200})#(?!\w)/dy, as: 'markup' },
    { pattern: /\[[\w.# -]{0,40}\](?=[#*_`])/y, as: 'space' },
    { pattern: /\\(?=\S)/y, as: 'transparent' },
  ],
};
