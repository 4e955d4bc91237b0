import { isLineEnd, skipWhite } from '../scan.ts';

/** Deeper brackets in a link's target are no target (as in CommonMark's reference implementation). */
const DEEPEST_PARENTHESES = 32;

/** The end of `(target "title")` at `at`, else -1. */
export function endOfLinkTail(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== 0x28) return -1;
  let next = skipWhite(text, at + 1, end);
  const target = endOfTarget(text, next, end);
  if (target < 0) return -1;
  next = skipWhite(text, target, end);
  if (next > target) {
    const title = endOfTitle(text, next, end);
    if (title >= 0) next = skipWhite(text, title, end);
  }
  return next < end && text.charCodeAt(next) === 0x29 ? next + 1 : -1;
}

/** The end of a link's target at `at` (empty ones too), else -1. */
export function endOfTarget(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) === 0x3c) {
    for (let next = at + 1; next < end; next++) {
      const unit = text.charCodeAt(next);
      if (unit === 0x3e) return next + 1;
      if (unit === 0x3c || isLineEnd(unit)) return -1;
      if (unit === 0x5c && next + 1 < end && !isLineEnd(text.charCodeAt(next + 1))) next++;
    }
    return -1;
  }
  let depth = 0;
  let next = at;
  for (; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x5c && next + 1 < end && isPunctuation(text.charCodeAt(next + 1))) next++;
    else if (unit <= 0x20 || unit === 0x7f) break;
    else if (unit === 0x28 && ++depth > DEEPEST_PARENTHESES) return -1;
    else if (unit === 0x29 && --depth < 0) break;
  }
  return depth > 0 ? -1 : next;
}

/** The end of a quoted title at `at`, else -1. A title holds no blank line: it stands in one paragraph. */
export function endOfTitle(text: string, at: number, end: number): number {
  const open = text.charCodeAt(at);
  if (open !== 0x22 && open !== 0x27 && open !== 0x28) return -1;
  const close = open === 0x28 ? 0x29 : open;
  for (let next = at + 1; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === close) return next + 1;
    if (unit === 0x28 && open === 0x28) return -1;
    if (unit === 0x5c) next++;
  }
  return -1;
}

/** The end of an attribute list `{#id .class key="value"}` at `at`, else -1. It may go on in the next line, once. */
export function endOfAttributes(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== 0x7b) return -1;
  let lines = 0;
  for (let next = at + 1; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x7d) return next + 1;
    if (unit === 0x7b || (unit === 0x0a && ++lines > 1)) return -1;
  }
  return -1;
}

/** ASCII punctuation: what a backslash escapes. */
export function isPunctuation(unit: number): boolean {
  return (
    (unit > 0x20 && unit < 0x30) ||
    (unit > 0x39 && unit < 0x41) ||
    (unit > 0x5a && unit < 0x61) ||
    (unit > 0x7a && unit < 0x7f)
  );
}
