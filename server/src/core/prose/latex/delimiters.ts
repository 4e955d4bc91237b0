import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, LF, OPEN_BRACE, PERCENT } from '../../signs.ts';

/** The end of the line that holds `at`, before its line end; at most `end`. */
export function endOfLine(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text.charCodeAt(next) !== LF) next++;
  return next > at && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
}

/** The offset of the brace that closes the one at `open`, or -1. Comments and escaped braces don't count. */
export function closingBrace(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === PERCENT) at = endOfLine(text, at, end);
    else if (unit === OPEN_BRACE) depth++;
    else if (unit === CLOSE_BRACE && --depth === 0) return at;
  }
  return -1;
}

/** The offset of `close` that ends what begins at `open`, outside of braces, or -1. */
export function closingDelimiter(text: string, open: number, end: number, close = CLOSE_BRACKET): number {
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === PERCENT) at = endOfLine(text, at, end);
    else if (unit === OPEN_BRACE) depth++;
    else if (unit === CLOSE_BRACE && --depth < 0) return -1;
    else if (unit === close && depth === 0) return at;
  }
  return -1;
}

/** The offset of an unescaped `closer` (`$`, `$$`, `\)`, `\]`) from `at` on, or -1. */
export function closingMath(text: string, at: number, end: number, closer: string): number {
  const first = closer.charCodeAt(0);
  for (let next = at; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === first && text.startsWith(closer, next) && next + closer.length <= end) return next;
    if (unit === BACKSLASH) next++;
    else if (unit === PERCENT) next = endOfLine(text, next, end);
  }
  return -1;
}

/** The offset where the delimiter at `open` comes again on its line, else of the line's last unit. */
export function closingVerbatim(text: string, open: number, end: number): number {
  const delimiter = text.charCodeAt(open);
  let at = open + 1;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === delimiter) return at;
    if (unit === LF || unit === 0x0d) break;
  }
  return at - 1;
}

/** Skips white space and comments, as TeX does between arguments; `end` is never passed. */
export function skipSpace(text: string, at: number, end: number): number {
  let next = at;
  for (; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === PERCENT) next = endOfLine(text, next, end) - 1;
    else if (unit !== 0x20 && unit !== 0x09 && unit !== LF && unit !== 0x0d) break;
  }
  return Math.min(next, end);
}

/** Skips spaces and tabs. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0x09)) next++;
  return next;
}
