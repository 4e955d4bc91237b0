/** What isn't a tag in a page: entities, TeX, addresses, what parts cells. */
import { entityAt } from '../markdown/entities.ts';
import type { Mask } from '../mask.ts';
import { maskMath } from '../math.ts';
import { indexWithin, skipWhite } from '../scan.ts';

/** The end of an entity (`&beta;`, `&#x3b2;`), which shows its letter; -1 where none stands. */
export function maskEntity(mask: Mask, text: string, at: number, limit: number): number {
  const entity = entityAt(text, at, limit);
  if (entity === undefined) return -1;
  const { letter, end } = entity;
  if (letter === undefined || letter === ' ') mask.space(at, end);
  else mask.letter(at, end, letter);
  return end;
}

/** Whether math begins as scripts print it in pages: `\\(…\\)`, `\\[…\\]`. */
export function opensTexMath(text: string, at: number): boolean {
  const bracket = text.charAt(at + 1);
  return bracket === '(' || bracket === '[';
}

/** The end of such math; -1 where nothing closes it. */
export function maskTexMath(mask: Mask, text: string, at: number, limit: number): number {
  const close = indexWithin(text, text.charAt(at + 1) === '(' ? '\\)' : '\\]', at + 2, limit);
  if (close < 0) return -1;
  maskMath(mask, text, { start: at, end: close + 2 }, { start: at + 2, end: close });
  return close + 2;
}

/** Where the run of units ends, from `at` on, that an address may hold. */
export function endOfAddress(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !/[\s<>&]/.test(text.charAt(end))) end++;
  return end;
}

/** Where the next cell of the row begins, if nothing but white space stands before it; else `at`. */
export function startOfNextCell(text: string, at: number, limit: number): number {
  const next = skipWhite(text, at, limit);
  return /^<t[dh][\s>]/i.test(text.slice(next, Math.min(limit, next + 4))) ? next : at;
}
