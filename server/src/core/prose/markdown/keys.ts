import {
  ASTERISK,
  HASH,
  HYPHEN,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  PERIOD,
  PLUS,
  SPACE,
  UNDERSCORE,
} from '../../signs.ts';
import { isWordUnit } from '../mask.ts';
import { isAlphanumeric, isBlankUnit } from '../scan.ts';
import type { InlineText } from './inlineText.ts';
import { endOfAttributes } from './linkTail.ts';
import { readRole } from './roles.ts';

/** `@key [p. 3]` */
const LOCATOR = /^ \[(?:(?:pp?|chap|sec|fig|ch|vol)\.? ?)?[\d–, -]{1,20}\]/;

/** `@key`, `-@key`, `+@key`, `@{key}`, and a locator behind it (`@key [p. 3]`). An address's `@` is none. */
export function readKey(inline: InlineText, at: number): number {
  const { text, to } = inline;
  const before = inline.unit(at - 1);
  const isPrefixed = before === HYPHEN || before === PLUS;
  if (isPrefixed ? isWordUnit(inline.unit(at - 2)) : isWordUnit(before) && before !== ASTERISK) return at;
  let end =
    inline.unit(at + 1) === OPEN_BRACE ? endOfAttributes(text, at + 1, to) : endOfKey(text, at + 1, to);
  if (end <= at + 1) return at;
  const bracket = inline.brackets.at(-1);
  if (bracket) bracket.cites = true;
  if (inline.unit(end) === SPACE && inline.unit(end + 1) === OPEN_BRACKET) {
    const locator = LOCATOR.exec(inline.peek(end, 40));
    if (locator) end += locator[0].length;
  }
  return inline.cite(isPrefixed ? at - 1 : at, end);
}

/** The end of a citation key at `at`: Pandoc's grammar, with the `/` and `()` of Manubot's identifiers. */
function endOfKey(text: string, at: number, end: number): number {
  let last = at;
  let depth = 0;
  for (let next = at; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (isAlphanumeric(unit) || unit === UNDERSCORE || (unit > 0xbf && unit < 0x2000)) {
      last = next + 1;
    } else if (unit === 0x29) {
      if (--depth < 0) break;
      last = next + 1;
    } else if (unit === 0x28 && next > at) {
      depth++;
    } else if (next === at || unit >= 0x80 || !':.#$%&-+?<>~/'.includes(String.fromCharCode(unit))) {
      break;
    }
  }
  return last;
}

/** A `{`: `{{template}}`, `{% tag %}`, `{# comment #}`, `{{< shortcode >}}`, `{@fig:x}`, `{#id}`, `{.class}`, a role. */
export function readBrace(inline: InlineText, at: number): number {
  const { text, to } = inline;
  const next = inline.unit(at + 1);
  if (next === OPEN_BRACE || next === PERCENT) {
    const close = inline.find(next === OPEN_BRACE ? '}}' : '%}', at + 2);
    if (close < 0) return at;
    if (next === OPEN_BRACE) noteInclusion(inline, at, close);
    return inline.opaque(at, close + 2);
  }
  if (next === HASH && (inline.unit(at + 2) === HASH || isBlankUnit(inline.unit(at + 2)))) {
    const close = inline.find('#}', at + 3);
    return close < 0 ? at : inline.opaque(at, close + 2);
  }
  const isReference = /^\{[+*!]?@/.test(inline.peek(at, 3));
  if (!isReference && next !== HASH && next !== PERIOD) return readRole(inline, at);
  const end = endOfAttributes(text, at, to);
  if (end < 0) return at;
  return isReference ? inline.cite(at, end) : inline.opaque(at, end);
}

/** `{{< include target >}}` (Quarto). */
function noteInclusion(inline: InlineText, at: number, close: number): void {
  const lead = /^\{\{<[ \t]*include[ \t]+/.exec(inline.text.slice(at, Math.min(close, at + 60)))?.[0];
  if (lead === undefined) return;
  const target = /^[^\s>]+/.exec(inline.text.slice(at + lead.length, Math.min(close, at + 400)))?.[0];
  if (target === undefined) return;
  const start = at + lead.length - inline.origin;
  inline.facts.inclusions.push({ start, end: start + target.length, target });
}
