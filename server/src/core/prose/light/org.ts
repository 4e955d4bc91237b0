import type { LightMarkup } from './lightMarkup.ts';
import { NEVER } from './lightMarkup.ts';

/** Org, by the Org Syntax of its manual (orgmode.org/worg/org-syntax.html). */
export const org: LightMarkup = {
  heading: line => {
    const marker = /^(\*{1,8})\s+\S/.exec(line)?.[1];
    return marker === undefined ? undefined : { level: marker.length, underlined: false };
  },
  headingMarker: /^\*+\s+(?:(?:TODO|DONE)\s+)?(?:\[#[A-Z]\]\s+)?/,
  headingTail: /\s:[\w@#%:]+:\s*$/,
  labels: [
    { marker: /^#\+caption(?:\[[^\]\n]{0,100}\])?:\s*/i, kind: 'caption' },
    { marker: /^#\+(?:sub)?title:\s*/i, kind: 'heading', role: 'title' },
    // Its definition: the first thing on a line.
    { marker: /^\[fn:[\w-]{1,40}\]\s+/, kind: 'footnote' },
    { marker: /^#\+keywords:\s*/i, kind: 'paragraph', role: 'keywords' },
  ],
  zones: [
    { open: /^\s*#\+begin_abstract\b/i, end: /^\s*#\+end_abstract\b/i, role: 'abstract' },
    {
      open: /^\s*#\+begin_(?:note|tip|warning|important|caution|sidebar|box|highlights)\b/i,
      end: /^\s*#\+end_(?:note|tip|warning|important|caution|sidebar|box|highlights)\b/i,
      role: 'box',
    },
    { open: /^\*{1,8}\s{1,4}COMMENT(?:\s|$)/, end: 'heading', as: 'hidden' },
    { open: /^\*{1,8}\s[^\n]{0,300}:(?:noexport|ARCHIVE):/, end: 'heading', as: 'hidden' },
  ],
  silent:
    /^\s*(?::(?:\s|$)|#(?:\+|\s|$)|:[\w-]{1,40}:(?:\s|$)|(?:CLOSED|SCHEDULED|DEADLINE):|-{5,}$|\|[-+]+\|?$)/,
  naming: {
    openings: ['#+MACRO:', '#+macro:'],
    line: /^#\+macro:\s{1,9}(?<name>[\w-]{1,40})\s{1,9}(?<value>[^\n\r]{1,100})(?:\n|\r|$)/i,
  },
  inclusion: /^\s*#\+include:\s{1,9}"?(?<target>[^\s":]{1,200}\.org)\b/i,
  fences: [
    {
      open: /^\s*#\+(begin)_(?:src|example|export|comment|html|latex|ascii|beamer)\b/i,
      close: match => match[0].trim().replace(match[1]!, match[1] === 'BEGIN' ? 'END' : 'end'),
    },
    { open: /^\s*:(?:PROPERTIES|LOGBOOK):$/i, close: () => ':END:' },
    { open: /^\s*\\begin\{([\w*]{1,40})\}/, close: match => `\\end{${match[1]!}}` },
  ],
  indents: NEVER,
  item: /^\s*(?:[-+]|\d{1,3}[.)])\s+(?:\[[ X-]\]\s+)?(?:(?<term>[^\n]{1,80}?)\s::\s)?/,
  row: /^\s*\|/,
  triggers: '[=~*/_^$\\+@{',
  wordTriggers: 'screl',
  inline: [
    {
      pattern: /(?<!\w)(?:cite[A-Za-z]{0,20}|ref|eqref|label):[\w:&;,.-]{0,200}\w/y,
      as: 'opaque',
      mark: 'citation',
    },
    { pattern: /(?<!\w)src_[A-Za-z]{1,20}(?:\[[^\]\n]{0,100}\])?\{[^{}\n]{0,300}\}/y, as: 'opaque' },
    { pattern: /@@[^@\n]{1,200}@@/y, as: 'opaque' },
    { pattern: /\{\{\{(?<name>[\w-]{1,40})(?:\(\))?\}\}\}/y, as: 'opaque', term: true },
    { pattern: /\{\{\{[^{}\n]{1,100}\}\}\}/y, as: 'opaque' },
    {
      pattern: /\\(?:[A-Za-z]{0,12}cite[A-Za-z]{0,12}|[A-Za-z]{0,12}ref|label)\{[^{}\n]{0,200}\}/y,
      as: 'opaque',
    },
    // Its text goes on over the lines that an editor fills.
    { pattern: /\[\[[^\]\n]{1,300}\]\[(?<text>[^\]]{1,300})\]\]/dy, as: 'markup', mark: 'link' },
    { pattern: /\[\[[^\]\n]{1,300}\]\]/y, as: 'opaque' },
    { pattern: /\[cite[^\]\n]{0,300}\]/y, as: 'opaque', mark: 'citation' },
    { pattern: /\[fn:[^\]:]{0,40}:(?<text>[^\]]{1,400})\]/dy, as: 'opaque' },
    { pattern: /\[fn:[^\]:]{0,40}\]/y, as: 'opaque' },
    { pattern: /(?<!\w)([=~])(?=\S)[^\n]{0,300}?\S\1(?!\w)/y, as: 'opaque' },
    { pattern: /(?<![\w*])\*(?=\S)(?<text>[^*\n]{1,300})\*(?!\w)/dy, as: 'markup', mark: 'strong' },
    { pattern: /(?<![\w/:])\/(?=\S)(?<text>[^/\n]{1,200})\/(?!\w)/dy, as: 'markup', mark: 'emphasis' },
    { pattern: /(?<![\w_])_(?=[^\s{])(?<text>[^_\n]{1,200})_(?!\w)/dy, as: 'markup' },
    { pattern: /(?<![\w+])\+(?=[A-Za-z])(?<text>[^+\n]{1,200})\+(?!\w)/dy, as: 'markup' },
    { pattern: /\^\{(?<text>[^{}\n]{1,40})\}/dy, as: 'transparent', superscript: true },
    { pattern: /_\{(?<text>[^{}\n]{1,40})\}/dy, as: 'transparent' },
    { pattern: /\^(?<text>[+-])/dy, as: 'transparent' },
    { pattern: /\$[^$\n]{1,200}\$/y, as: 'tex' },
    { pattern: /\\\([^\n]{1,200}?\\\)/y, as: 'tex' },
    { pattern: /\\\[[\s\S]{1,400}?\\\]/y, as: 'opaque' },
    { pattern: /\\[A-Za-z]{2,20}(?:\{\})?/y, as: 'tex' },
  ],
};
