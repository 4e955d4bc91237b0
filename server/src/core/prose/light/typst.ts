import type { LightMarkup } from './lightMarkup.ts';
import { NEVER } from './lightMarkup.ts';
import { glossaryEntries } from './typstGlossaries.ts';

/** Typst, by its reference (typst.app/docs/reference/syntax). */
export const typst: LightMarkup = {
  heading: line => {
    const marker = /^(={1,6})\s+\S/.exec(line)?.[1];
    if (marker !== undefined) return { level: marker.length, underlined: false };
    const call = /^#heading(?:\((?<settings>[^()\n]{0,200})\))?\[[^\]\n]/.exec(line);
    const level = /\blevel:\s?([1-6])/.exec(call?.groups?.settings ?? '')?.[1];
    return call === null ? undefined : { level: Number(level ?? 1), underlined: false };
  },
  headingMarker: /^=+\s+/,
  zones: [
    { open: /^#show:\s*[\w.-]{0,40}appendi(?:x|ces)\b/, end: NEVER, role: 'supplement' },
    // Of packages for boxes (gentle-clues, showybox, note-me), what goes over several lines.
    {
      open: /^#(?:showybox|clue|info|tip|idea|memo|abstract-box|highlight-box|callout|admonition|note|important|warning|caution)(?:\((?:[^()\n]|\([^()\n]{0,100}\)){0,200}\))?\[\s*$/,
      end: /^\]/,
      role: 'box',
    },
  ],
  // What wraps paragraphs ("#align(center)[") and closes behind them is no prose of its own.
  silent:
    /^\s*(?:\/\/|#(?:set|show|let|import|include|pagebreak|outline|bibliography|v|h|counter|metadata|label)\b|#(?:[A-Za-z][\w.-]{0,60})?(?:\((?:[^()\n]|\([^()\n]{0,100}\)){0,200}\))?\[\s*$|[)\]]+\s*,?$)/,
  naming: {
    openings: ['#let '],
    line: /^#let\s{1,4}(?<name>[A-Za-z][\w-]{0,40})\s{0,4}=\s{0,4}["[](?<value>[^"\n]{1,100})["\]]\s{0,9}(?:\n|\r|$)/,
  },
  // Of what is imported, glossaries: the rest is code.
  inclusion:
    /^\s*#(?:include\s{1,9}"(?<target>[^"\n{}@]{1,200}\.typ)"|import\s{1,9}"(?<glossary>[^"\n{}@]{0,150}(?:gloss|acron|abbr|entries|terms)[^"\n{}@/]{0,40}\.typ)")/i,
  fences: [
    { open: /^\s*```/, close: () => '```' },
    { open: /^\s*\/\*(?!.*\*\/)/, close: () => '*/', anywhere: true },
  ],
  call: /^\s*#(?:abstract(?:\[|\((?=[^()\n]{0,200}\)\[))|(?:show:\s*(?:[a-z]{1,20}\s*=>\s*)?)?[A-Za-z][\w.-]{0,60}\()/,
  code: /^\s*#(?:let|set|show|import)\b/,
  entries: glossaryEntries,
  indents: NEVER,
  item: /^\s*(?:(?:[-+]|\d+\.)\s+|\/\s+(?<term>[^\s:][^:\n]{0,79}):\s+)/,
  row: NEVER,
  triggers: '`$/*_#@<~\\',
  inline: [
    { pattern: /```[^`]{1,400}```/y, as: 'opaque' },
    { pattern: /`[^`]{1,300}`/y, as: 'opaque' },
    { pattern: /\$[^$]{1,400}\$/y, as: 'greek' },
    { pattern: /(?<!:)\/\/[^\n]{0,400}/y, as: 'space' },
    { pattern: /\/\*[^*]{0,400}\*\//y, as: 'space' },
    { pattern: /(?<!\w)\*(?<text>[^*\n]{1,300})\*(?!\w)/dy, as: 'markup', mark: 'strong' },
    { pattern: /(?<!\w)_(?<text>[^_\n]{1,300})_(?!\w)/dy, as: 'markup', mark: 'emphasis' },
    { pattern: /#super\[(?<text>[^[\]\n]{0,60})\]/dy, as: 'transparent', superscript: true },
    { pattern: /#sub\[(?<text>[^[\]\n]{0,60})\]/dy, as: 'transparent' },
    {
      pattern:
        /#(?:emph|strong|text|smallcaps|underline|overline|highlight|quote|block|box|rect|align|pad|par|columns|heading)(?:\([^()\n]{0,200}\))?\[(?<text>[^[\]]{1,400})\]/dy,
      as: 'markup',
    },
    { pattern: /#footnote\[(?<text>[^[\]]{1,400})\]/dy, as: 'opaque' },
    { pattern: /#link\("[^"\n]{0,300}"\)\[(?<text>[^[\]]{1,300})\]/dy, as: 'markup', mark: 'link' },
    { pattern: /#cite\([^()\n]{0,200}\)/y, as: 'opaque', mark: 'citation' },
    {
      pattern:
        /#(?<command>[Aa]?[Gg]ls(?:pl)?|[Aa]cr(?:pl|full|fullpl|f|fpl|short|long)?|abbr\.(?:a|pla|s|pls|l|pll))(?:\("(?<key>[^"\n]{1,80})"[^()\n]{0,100}\)|\[(?<word>[^\]\n]{1,80})\])/y,
      as: 'opaque',
      macro: true,
    },
    { pattern: /#(?:todo|hide|comment|raw|ref)\[[^[\]]{0,300}\]/y, as: 'opaque' },
    // What any other function is given is text.
    {
      pattern: /#[A-Za-z][\w.-]{0,40}(?:\([^()\n]{0,200}\))?\[(?<text>[^[\]]{1,2000})\]/dy,
      as: 'markup',
    },
    { pattern: /#(?<name>[A-Za-z][\w-]{0,40})(?![\w.([-])/y, as: 'opaque', term: true },
    { pattern: /#[A-Za-z][\w.-]{0,40}(?:\([^()\n]{0,300}\))?(?:\[\])?/y, as: 'opaque' },
    // Also right behind a word. A citation, a pointer to a figure, or a glossary's term, with what of it is printed.
    {
      pattern: /@(?<key>[A-Za-z](?:[\w.-]{0,80}\w)?)(?::\w[\w:-]{0,80})?(?:\[[^\]\n]{0,100}\])?/y,
      as: 'opaque',
      mark: 'citation',
      macro: true,
    },
    { pattern: /<[A-Za-z][\w:.-]{0,200}>/y, as: 'space' },
    { pattern: /~/y, as: 'space' },
    { pattern: /\\(?=\S)/y, as: 'transparent' },
  ],
};
