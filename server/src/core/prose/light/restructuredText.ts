import type { LightMarkup } from './lightMarkup.ts';
import { NEVER } from './lightMarkup.ts';

/** Directives that stand beside the text. */
const BOXES =
  'note|tip|warning|important|caution|hint|attention|danger|error|seealso|admonition|topic|sidebar';

/** reStructuredText, by the specification of docutils. */
export const restructuredText: LightMarkup = {
  heading: (line, below) => {
    if (line === '' || /^\s/.test(line) || !/^([=\-~^"'`#*+.:_])\1{2,}$/.test(below)) return undefined;
    if (below.length < line.length || /^\W+$/.test(line)) return undefined;
    return { level: 1, underlined: true };
  },
  ordersUnderlines: true,
  headingMarker: NEVER,
  labels: [
    { marker: /^\s*\.\.\s+(?:list-table|csv-table|table)::\s+(?=\S)/, kind: 'caption' },
    // The title of an abstract is none of it.
    {
      marker: new RegExp(`^\\s*\\.\\.\\s+(?:${BOXES})::\\s+(?!(?:Abstract|Summary)$)(?=\\S)`),
      kind: 'paragraph',
      role: 'box',
    },
    // Numbered by hand, they are the reference list of most manuscripts.
    { marker: /^\s*\.\.\s+\[(?:#[\w-]{0,40}|\*)\]\s+/, kind: 'footnote' },
    { marker: /^:Abstract:\s+(?=\S)/i, kind: 'paragraph', role: 'abstract' },
    { marker: /^:Keywords?:\s+(?=\S)/i, kind: 'paragraph', role: 'keywords' },
    { marker: /^\.\.\s+rubric::\s+(?=\S)/, kind: 'heading' },
  ],
  zones: [
    { open: /^\s*\.\.\s+csv-table::/, end: 'dedent', as: 'rows' },
    { open: /^\s*\.\.\s+figure::/, end: 'dedent', kind: 'caption' },
    { open: /^:Abstract:/i, end: 'dedent', role: 'abstract' },
    { open: /^\s*\.\.\s+glossary::/, end: 'dedent', role: 'abbreviation-list' },
    { open: /^\s*\.\.\s+topic::\s+(?:Abstract|Summary)\b/i, end: 'dedent', role: 'abstract' },
    { open: new RegExp(`^\\s*\\.\\.\\s+(?:${BOXES})::`), end: 'dedent', role: 'box' },
  ],
  silent:
    /^(?!:[\w/+-]{0,14}[A-Z0-9][\w/+-]{0,14}[A-Z0-9][\w/+-]{0,14}:\s+\S)\s*(?:\.\.(?:\s|$)|:[\w -]{1,40}:(?:\s|$)|::$|([=\-~^"#*+])\1{3,}$|={2,}(?:\s+=+)+$|__\s|\+[-=+]+\+$)/,
  naming: {
    openings: ['.. |'],
    line: /^\.\.\s\|(?<name>[^|\n]{1,40})\|\s{1,4}replace::\s{1,9}(?<value>[^\n\r]{1,100})(?:\n|\r|$)/,
  },
  inclusion: /^\s*\.\.\s{1,9}include::\s{1,9}(?<target>[^\s<>|]{1,200}\.(?:rst|txt|inc|rest))$/,
  fences: [],
  indents:
    /^\s*\.\.(?:$|\s+(?:(?:code-block|code|sourcecode|math|raw|image|bibliography|literalinclude|toctree)::|(?![\w:-]{1,40}::)))|^\s{1,40}:[\w-]{1,40}:(?:\s|$)|^(?!\s*\.\.\s).{0,400}::$/,
  // A field whose name has two capitals is an entry: ":CRS: cytokine release syndrome".
  item: /^(?:\s*(?:[-*+•]|\d{1,3}[.)]|#\.|\(?[a-z]\))\s+|:(?!(?:DOI|ORCID|PMID|PMCID|URL|ISBN|ISSN|UUID):)(?<term>[\w/+-]{0,14}[A-Z0-9][\w/+-]{0,14}[A-Z0-9][\w/+-]{0,14}):\s+)/,
  definesByIndent: true,
  row: /^\s*\|.{0,400}\|$/,
  simpleTables: true,
  listRow: /^\s*\*\s+-\s/,
  cellItem: /^(?:\s*\*)?\s+-\s/,
  triggers: '`*:[|\\',
  inline: [
    { pattern: /``[^`]{1,400}``/y, as: 'opaque' },
    { pattern: /:(?:sup|superscript):`(?<text>[^`<]{1,80})`/dy, as: 'transparent', superscript: true },
    { pattern: /:(?:sub|subscript):`(?<text>[^`<]{1,80})`/dy, as: 'transparent' },
    {
      pattern: /:abbr(?:eviation)?:`(?<text>(?<short>[^`<()]{1,60}?)\s\((?<long>[^`<]{1,200})\))`/dy,
      as: 'markup',
      declares: true,
    },
    {
      pattern: /:(?:emphasis|strong|term|title|abbr|gene|species|dfn):`(?<text>[^`<]{1,200})`/dy,
      as: 'markup',
    },
    { pattern: /:math:`[^`]{1,300}`/y, as: 'tex' },
    { pattern: /:[A-Za-z][\w:+-]{0,40}:`[^`]{0,300}`/y, as: 'opaque' },
    { pattern: /`(?<text>[^`<]{1,200}?)\s{0,9}<[^`>]{1,300}>`__?/dy, as: 'markup', mark: 'link' },
    { pattern: /`(?<text>[^`]{1,200})`_{0,2}/dy, as: 'markup' },
    { pattern: /(?<![\w*])\*\*(?=\S)(?<text>[^*]{1,300})\*\*(?!\w)/dy, as: 'markup', mark: 'strong' },
    { pattern: /(?<![\w*])\*(?=\S)(?<text>[^*]{1,300})\*(?!\w)/dy, as: 'markup', mark: 'emphasis' },
    { pattern: /\[[#\w*][\w.-]{0,60}\]_/y, as: 'opaque', mark: 'citation' },
    { pattern: /(?<!\w)\|(?<name>\w[\w +-]{0,40})\|_{0,2}/y, as: 'opaque', term: true },
    { pattern: /\\\s/y, as: 'transparent' },
    { pattern: /\\(?=\S)/y, as: 'transparent' },
  ],
};
