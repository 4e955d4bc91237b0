import { BACKSLASH, OPEN_BRACE, OPEN_BRACKET, OPEN_PARENTHESIS } from '../../signs.ts';
import { isBlankUnit, isLetter, isLineEnd } from '../scan.ts';
import { entityAt } from './entities.ts';
import type { InlineText } from './inlineText.ts';
import { isPunctuation } from './linkTail.ts';
import { endOfProseMacro } from './texMacros.ts';

/** bookdown's name of a table, figure or equation: `(\#tab:patients)`, which prints its number. */
const LABEL = /^\(\\#[a-z]{2,5}:[\w-]{1,60}\)/;
const LONGEST_LABEL = 70;

/** A backslash: an escape, a hard line break, TeX math, a raw TeX macro, a cross reference of bookdown. */
export function readBackslash(inline: InlineText, at: number): number {
  const next = inline.unit(at + 1);
  if (next === OPEN_PARENTHESIS || next === OPEN_BRACKET) {
    const end = readTexMath(inline, at, next === OPEN_BRACKET ? '\\]' : '\\)');
    if (end > at) return end;
    if (next === OPEN_BRACKET) return readEscapedBracket(inline, at);
  }
  if (isPunctuation(next)) {
    // In a string of R, a macro's backslash is escaped.
    if (next === BACKSLASH && /^\\\\[a-z]{3,20}\{/.test(inline.peek(at, 30)))
      return readMacro(inline, at + 1, at);
    if (inline.text.startsWith('@ref(', at + 1)) {
      const close = inline.find(')', at);
      if (close >= 0) return inline.cite(at, close + 1);
    }
    if (inline.text.startsWith('(\\#', at - 1)) {
      const [label] = LABEL.exec(inline.peek(at - 1, LONGEST_LABEL)) ?? [];
      if (label !== undefined) return inline.opaque(at - 1, at - 1 + label.length);
    }
    return showEscaped(inline, at);
  }
  if (isBlankUnit(next) || isLineEnd(next)) {
    inline.mask.space(at, at + 1);
    return at + 1;
  }
  return isLetter(next) ? readMacro(inline, at) : at;
}

/** The backslash before punctuation, which itself is prose. */
function showEscaped(inline: InlineText, at: number): number {
  inline.mask.transparent(at, at + 1);
  return at + 2;
}

/** `\(…\)` and `\[…\]`, if it looks like math: else these are escaped brackets. */
function readTexMath(inline: InlineText, at: number, closer: string): number {
  const close = inline.find(closer, at + 2);
  if (close < 0) return at;
  const inside = inline.text.slice(at + 2, Math.min(close, at + 200));
  if (!/[\\^_=]/.test(inside) && !/^\s*[A-Za-z]\s*$/.test(inside)) return at;
  return inline.math(at, at + 2, close, close + 2);
}

/** `\[12\]`, a numbered reference that a converter escaped, or an escaped bracket. */
function readEscapedBracket(inline: InlineText, at: number): number {
  const match = /^\\\[[\d\s,;–-]{1,60}\\\]/.exec(inline.peek(at, 70));
  return match && /[1-9]/.test(match[0]) ? inline.cite(at, at + match[0].length) : showEscaped(inline, at);
}

/** Raw TeX in Markdown: a macro with its arguments, which may hold prose. `from`: where it begins, if before its backslash. */
function readMacro(inline: InlineText, at: number, from = at): number {
  const { text, to } = inline;
  let nameEnd = at + 1;
  while (nameEnd < to && isLetter(text.charCodeAt(nameEnd))) nameEnd++;
  const inner = endOfProseMacro(inline, at, nameEnd, from);
  if (inner > at) return inner;
  let next = nameEnd;
  while (inline.unit(next) === OPEN_BRACE || inline.unit(next) === OPEN_BRACKET) {
    const close = inline.find(inline.unit(next) === OPEN_BRACE ? '}' : ']', next);
    if (close < 0) break;
    next = close + 1;
  }
  if (next === nameEnd && nameEnd - at < 3) return at;
  return /cite|ref/i.test(text.slice(at, nameEnd)) ? inline.cite(from, next) : inline.opaque(from, next);
}

/** An HTML entity: one that we know reads as its letter, others are opaque. */
export function readEntity(inline: InlineText, at: number): number {
  const entity = entityAt(inline.text, at, inline.to);
  if (entity === undefined) return at;
  const { end, letter } = entity;
  if (letter === undefined) return inline.opaque(at, end);
  if (letter === ' ') inline.mask.space(at, end);
  else inline.mask.letter(at, end, letter);
  inline.floor = end;
  return end;
}
