import type { LightMarkup } from './lightMarkup.ts';
import { NEVER } from './lightMarkup.ts';

/** Typst, by its reference (typst.app/docs/reference/syntax). */
export const typst: LightMarkup = {
  heading: line => {
    const marker = /^(={1,6})\s+\S/.exec(line)?.[1];
    return marker === undefined ? undefined : { level: marker.length, underlined: false };
  },
  headingMarker: /^=+\s+/,
  labels: [
    {
      marker: /^\s*#abstract(?:\([^()\n]{0,200}\))?\[(?=.{0,400}\]\s*$)/,
      kind: 'paragraph',
      role: 'abstract',
    },
  ],
  zones: [{ open: /^\s*#abstract(?:\([^()\n]{0,200}\))?\[\s*$/, end: /^\s*\]|^=+\s/, role: 'abstract' }],
  silent:
    /^\s*(?:\/\/|#(?:set|show|let|import|include|pagebreak|outline|bibliography|v|h|counter|metadata)\b|#abstract(?:\([^()\n]{0,200}\))?\[\s*$|[)\]]+\s*,?$)/,
  fences: [
    { open: /^\s*```/, close: () => '```' },
    { open: /^\s*\/\*(?!.*\*\/)/, close: () => '*/', anywhere: true },
  ],
  call: /^\s*#(?:show:\s*)?[A-Za-z][\w.-]{0,60}\(/,
  code: /^\s*#(?:let|set|show|import)\b/,
  indents: NEVER,
  item: /^\s*(?:(?:[-+]|\d+\.)\s+|\/\s+(?<term>[^\s:][^:\n]{0,79}):\s+)/,
  row: NEVER,
  caption: NEVER,
  triggers: '`$/*_#@<~\\',
  inline: [
    { pattern: /`[^`]{1,300}`/y, as: 'opaque' },
    { pattern: /\$[^$]{1,400}\$/y, as: 'greek' },
    { pattern: /(?<!:)\/\/[^\n]{0,400}/y, as: 'space' },
    { pattern: /\/\*[^*]{0,400}\*\//y, as: 'space' },
    { pattern: /(?<!\w)\*(?<text>[^*\n]{1,300})\*(?!\w)/y, as: 'markup', mark: 'strong' },
    { pattern: /(?<!\w)_(?<text>[^_\n]{1,300})_(?!\w)/y, as: 'markup', mark: 'emphasis' },
    { pattern: /#(?:super|sub)\[(?<text>[^[\]\n]{0,60})\]/y, as: 'transparent' },
    {
      pattern:
        /#(?:emph|strong|text|smallcaps|underline|overline|highlight|quote|block|box|rect|align|pad|par|columns|heading)(?:\([^()\n]{0,200}\))?\[(?<text>[^[\]]{1,400})\]/y,
      as: 'markup',
    },
    { pattern: /#footnote\[(?<text>[^[\]]{1,400})\]/y, as: 'opaque' },
    { pattern: /#link\("[^"\n]{0,300}"\)\[(?<text>[^[\]]{1,300})\]/y, as: 'markup', mark: 'link' },
    { pattern: /#cite\([^()\n]{0,200}\)/y, as: 'opaque', mark: 'citation' },
    { pattern: /#(?:todo|hide|comment|raw|gls|glspl|acr|acrpl|ref)\[[^[\]]{0,300}\]/y, as: 'opaque' },
    // What any other function is given is text.
    {
      pattern: /#[A-Za-z][\w.-]{0,40}(?:\([^()\n]{0,200}\))?\[(?<text>[^[\]]{1,2000})\]/y,
      as: 'markup',
    },
    { pattern: /#[A-Za-z][\w.-]{0,40}(?:\([^()\n]{0,300}\))?(?:\[\])?/y, as: 'opaque' },
    // Also right behind a word.
    { pattern: /@[A-Za-z](?:[\w:.-]{0,80}\w)?(?:\[[^\]\n]{0,100}\])?/y, as: 'opaque', mark: 'citation' },
    { pattern: /<[A-Za-z][\w:.-]{0,80}>/y, as: 'space' },
    { pattern: /~/y, as: 'space' },
    { pattern: /\\(?=\S)/y, as: 'transparent' },
  ],
};
