import { BANG, QUESTION } from '../../signs.ts';
import type { Mark } from '../../types.ts';
import { isAlphanumeric, isLetter } from '../scan.ts';
import { isReferenceMark } from '../superscripts.ts';
import type { InlineText } from './inlineText.ts';
import { type Tag, tagAt } from './tags.ts';

/** Elements that hold no prose. */
const RAW_ELEMENTS = new Set(['code', 'pre', 'script', 'style', 'svg', 'math', 'kbd', 'samp', 'tt', 'var']);

const EMPHASIS_ELEMENTS: ReadonlyMap<string, Mark['kind']> = new Map([
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['b', 'strong'],
  ['strong', 'strong'],
]);

/** A `<`: a comment, declaration, autolink or tag. */
export function readAngle(inline: InlineText, at: number): number {
  const { text, to } = inline;
  const next = inline.unit(at + 1);
  if (next === BANG && text.startsWith('<!--', at)) {
    const close = inline.find('-->', at + 4);
    return close < 0 ? at : readComment(inline, at, close + 3);
  }
  if (next === QUESTION || (next === BANG && isLetter(inline.unit(at + 2)))) {
    const closer = next === QUESTION ? '?>' : '>';
    const close = inline.find(closer, at + 2);
    return close < 0 ? at : inline.opaque(at, close + closer.length);
  }
  const autolink = endOfAutolink(text, at, to);
  if (autolink > 0) return inline.opaque(at, autolink);
  const tag = tagAt(text, at, to);
  return tag === undefined ? at : readTag(inline, at, tag);
}

function readComment(inline: InlineText, at: number, end: number): number {
  const { origin, facts } = inline;
  const directive = directiveIn(inline.text.slice(at + 4, end - 3));
  if (directive) facts.directives.push({ start: at - origin, end: end - origin, text: directive });
  return inline.opaque(at, end);
}

/** The directive that a comment's text is: from `immunogloss-` on, trimmed. */
export function directiveIn(comment: string): string | undefined {
  const text = comment.trim();
  return text.startsWith('immunogloss-') ? text : undefined;
}

function readTag(inline: InlineText, at: number, tag: Tag): number {
  const { mask, elements } = inline;
  const { name, closing, end } = tag;
  inline.floor = end;
  if (RAW_ELEMENTS.has(name) && !closing) {
    const closer = `</${name}>`;
    const close = inline.find(closer, end);
    if (close >= 0) return inline.opaque(at, close + closer.length);
  }
  if (name === 'sup' || name === 'sub') mask.transparent(at, end);
  else if (closing && (name === 'td' || name === 'th')) mask.cell(at, end);
  else if (name === 'br' || name === 'p') mask.space(at, end);
  else mask.markup(at, end);
  if (closing) {
    const opened = elements.get(name);
    elements.delete(name);
    if (opened) closeElement(inline, opened, at, tag);
  } else {
    elements.set(name, { tag, at });
  }
  return end;
}

/** What an element says of the text `opened.tag.end`…`innerEnd` between its tags. */
function closeElement(
  inline: InlineText,
  opened: { readonly tag: Tag; readonly at: number },
  innerEnd: number,
  closing: Tag,
): void {
  const { origin, facts } = inline;
  const { end: inner, title } = opened.tag;
  const kind = EMPHASIS_ELEMENTS.get(closing.name);
  if (kind) inline.mark(kind, inner, innerEnd);
  if (
    closing.name === 'sup' &&
    isReferenceMark(
      inline.text,
      { start: opened.at, end: closing.end },
      inline.text.slice(inner, innerEnd),
      inline,
    )
  ) {
    inline.cite(opened.at, closing.end);
  }
  if (closing.name === 'abbr' && title && innerEnd > inner) {
    facts.declarations.push({
      form: 'markup',
      short: { start: inner - origin, end: innerEnd - origin },
      long: { start: title.start - origin, end: title.end - origin },
    });
  }
}

/** The end of `<scheme:…>` or `<name@host>` at `at`, else -1. */
function endOfAutolink(text: string, at: number, end: number): number {
  let isAddress = false;
  for (let next = at + 1; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x3e) return isAddress ? next + 1 : -1;
    if (unit <= 0x20 || unit === 0x3c) return -1;
    if (isAddress) continue;
    if (unit === 0x3a || unit === 0x40) isAddress = next - at > (unit === 0x3a ? 2 : 1);
    if (!isAddress && !isAddressUnit(unit)) return -1;
  }
  return -1;
}

/** What may stand before the `:` or `@` of an address. */
function isAddressUnit(unit: number): boolean {
  return isAlphanumeric(unit) || (unit < 128 && "+.-_!#$%&'*/=?^`{|}~".includes(String.fromCharCode(unit)));
}
