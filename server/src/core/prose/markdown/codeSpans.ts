import { BACKSLASH, BACKTICK, DOLLAR } from '../../signs.ts';
import { isDigit, isWhite } from '../scan.ts';
import type { InlineText } from './inlineText.ts';
import { endOfAttributes } from './linkTail.ts';

/** A code span with its attributes (`` `x`{.r} ``, `` `r nrow(x)` ``). */
export function readCodeSpan(inline: InlineText, at: number): number {
  const { text } = inline;
  const length = inline.runLength(at);
  const last = lastBackticks(inline).get(length) ?? -1;
  let next = at + length;
  while (next <= last) {
    if (text.charCodeAt(next) !== BACKTICK) {
      next++;
      continue;
    }
    const run = inline.runLength(next);
    next += run;
    if (run !== length) continue;
    const attributes = endOfAttributes(text, next, inline.to);
    return inline.opaque(at, attributes < 0 ? next : attributes);
  }
  return at + length;
}

/** Where the last run of backticks of each length stands: behind it no span of that length can close. */
function lastBackticks(inline: InlineText): ReadonlyMap<number, number> {
  if (inline.backticks === undefined) {
    inline.backticks = new Map();
    for (let at = inline.from; at < inline.to; at++) {
      if (inline.text.charCodeAt(at) !== BACKTICK) continue;
      const run = inline.runLength(at);
      inline.backticks.set(run, at);
      at += run;
    }
  }
  return inline.backticks;
}

/** Whether inline code at `at` is executed: `` `r x` ``, `` `{python} x` ``. */
const isExecuted = (inline: InlineText, at: number): boolean => /^`(?:r |\{)/.test(inline.peek(at, 3));

/**
 * `$…$` and `$$…$$`, by Pandoc's rule: no white space inside the dollars, no digit behind them. Behind math
 * that begins with a macro a digit may stand: `TGF-$\beta$1` is no sum of money.
 */
export function readDollars(inline: InlineText, at: number): number {
  const { text, to } = inline;
  if (inline.unit(at + 1) === DOLLAR) {
    const close = inline.find('$$', at + 2);
    return close < 0 ? at + 2 : inline.opaque(at, close + 2);
  }
  const isMacro = inline.unit(at + 1) === BACKSLASH;
  const closer = isMacro ? '\\$' : '$';
  if (isWhite(text.charCodeAt(at + 1)) || inline.isMissing(closer)) return at;
  for (let close = at + 1; close < to; close++) {
    const unit = text.charCodeAt(close);
    if (unit === BACKSLASH) close++;
    else if (unit === BACKTICK && isExecuted(inline, close)) {
      // `$k = `r fit$k`$`: the code's result stands there.
      const behind = inline.find('`', close + 1);
      if (behind > 0) close = behind;
    } else if (
      unit === DOLLAR &&
      !isWhite(text.charCodeAt(close - 1)) &&
      (isMacro || !isDigit(inline.unit(close + 1)))
    ) {
      return inline.math(at, at + 1, close, close + 1);
    }
  }
  inline.miss(closer);
  return at;
}
