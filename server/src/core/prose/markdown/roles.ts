import { indexWithin } from '../scan.ts';
import type { InlineText } from './inlineText.ts';

/** Roles whose content is prose; all others are code, math, citations or references. */
const PROSE_ROLES = new Set(['term', 'u', 'del', 'smallcaps', 'dfn']);

/**
 * A role (MyST): `` {abbr}`CAR (chimeric antigen receptor)` `` declares, `` {sub}`reg` `` is prose, others
 * (`` {cite}`key` ``) are opaque. Returns where to go on, or `at` where no role stands.
 */
export function readRole(inline: InlineText, at: number): number {
  const { text, mask, origin } = inline;
  const name = /^\{([A-Za-z][\w:-]{0,30})\}`(?!`)/.exec(inline.peek(at, 35))?.[1];
  if (name === undefined) return at;
  const inner = at + name.length + 3;
  const close = inline.find('`', inner);
  if (close < 0) return at;
  const end = close + 1;
  if (name === 'abbr') {
    const bracket = indexWithin(text, ' (', inner, close);
    const shortEnd = bracket < 0 ? close : bracket;
    if (bracket > inner && text.charAt(close - 1) === ')') {
      inline.facts.declarations.push({
        form: 'markup',
        short: { start: inner - origin, end: shortEnd - origin },
        long: { start: bracket + 2 - origin, end: close - 1 - origin },
      });
    }
    mask.markup(at, inner);
    mask.markup(shortEnd, end);
  } else if (name === 'sub' || name === 'sup') {
    mask.transparent(at, inner);
    mask.transparent(close, end);
  } else if (PROSE_ROLES.has(name)) {
    // {term}`receptors <CAR>`: the text, then what it points to.
    const target = indexWithin(text, ' <', inner, close);
    mask.markup(at, inner);
    mask.markup(target > inner && text.charAt(close - 1) === '>' ? target : close, end);
  } else {
    return /cite|ref|doi|eq/.test(name) ? inline.cite(at, end) : inline.opaque(at, end);
  }
  inline.floor = end;
  return end;
}
