import type { Definition } from '../../types.ts';
import { isDigit, isLetter, isSpace, isUpper, OPAQUE, TAB, TRANSPARENT } from './characters.ts';
import { skipLeadIn } from './leadIns.ts';
import { limitOf, longFormBefore, longFormWithin, type Match, type Search } from './longForm.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart } from './window.ts';

/**
 * Definitions that rest on words or an equals sign: `SF = long form`, `long form, or SF,`, `SF, i.e., long form`,
 * `long form, hereafter (called) SF`, `SF stands for long form`. Without brackets there is less evidence, so
 * they must align better (COSTS.appositionShare).
 */
export function appositions(search: Search): Definition[] {
  const { text } = search;
  const found: Definition[] = [];
  const add = (match: Match | null): void => {
    if (!match) return;
    const { short, long } = match;
    const start = Math.min(short.start, long.start);
    found.push({ form: 'apposition', start, end: Math.max(short.end, long.end), short, long });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3d) {
      add(beside(search, at, at + 1));
    } else if (code === 0x2c && isSpace(text.charCodeAt(at + 1))) {
      const next = afterConnective(text, at);
      if (next > 0) add(beside(search, at, next));
    }
  }
  for (const verb of VERBS) {
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
      add(beside(search, at, at + verb.length));
    }
  }
  return found;
}

/** What may follow a comma between the two forms. Sticky; alternatives differ in their first words. */
const CONNECTIVE =
  /,\s+(?:or|i\.e\.,?|ie,|that is,|namely,?|short for|(?:which )?stands for|which is short for|(?:(?:here(?:in)?after|henceforth|herein|hereby),?\s*)?(?:abbreviated|referred to|denoted|designated|termed|called|named|known)(?:\s+(?:here(?:in)?after|as|to))*|here(?:in)?after,?|henceforth,?)\s/iy;

/** First letters of the connectives: a look that spares the expression. */
const CONNECTIVE_INITIALS = new Set([...'oitnswhardck'].flatMap(letter => [letter.charCodeAt(0)]));

/** Offset after the connective that begins with the comma at `at`, or 0. */
function afterConnective(text: string, at: number): number {
  const initial = visibleStart(text, at + 1, Math.min(text.length, at + 4));
  if (!CONNECTIVE_INITIALS.has(text.charCodeAt(initial) | 0x20)) return 0;
  CONNECTIVE.lastIndex = at;
  return CONNECTIVE.test(text) ? CONNECTIVE.lastIndex : 0;
}

/** Verbs that need no comma before them. */
const VERBS = [
  ' stands for ',
  ' is short for ',
  ' hereafter ',
  ' hereinafter ',
  ' henceforth ',
  ' abbreviated as ',
  ' abbreviated to ',
];

/** The longest form, in characters, that is looked for beside a connective. */
const MAX_SHORT = 24;
const MAX_LONG = 120;

/** Whether the words up to `left` and those from `right` on are a short and a long form, in either order. */
function beside(search: Search, left: number, right: number): Match | null {
  const { text } = search;
  const end = visibleEnd(text, left, Math.max(0, left - 4));
  const start = skipLeadIn(text, right, Math.min(text.length, right + MAX_LONG));
  const rightShort = strictShort(text, start, tokenEnd(text, start));
  if (rightShort && closesForm(text, rightShort.end)) {
    const match = strict(search, rightShort, longFormBefore(search, rightShort, end, enclosing(text, end)));
    if (match) return match;
  }
  const leftShort = strictShort(text, tokenStart(text, end), end);
  if (!leftShort) return null;
  for (const stop of longFormEnds(text, start)) {
    const match = strict(search, leftShort, longFormWithin(search, leftShort, start, stop));
    if (match) return match;
  }
  return null;
}

function strictShort(text: string, start: number, end: number): ShortForm | null {
  if (end - start < 2 || end - start > MAX_SHORT) return null;
  const short = readShortForm(text, start, end);
  if (!short || !/^(?:\P{Lu}*\p{Lu}.*[\p{Lu}\p{N}]|\P{Ll}*\p{Ll}.*\p{Lu})/su.test(short.surface)) return null;
  return short.units.filter(({ kind }) => kind === 'letter').length > 1 ? short : null;
}

function strict(search: Search, short: ShortForm, match: Match | null): Match | null {
  return match && match.cost <= limitOf(short, search.costs) * search.costs.appositionShare ? match : null;
}

const isTokenCharacter = (code: number): boolean =>
  !isSpace(code) &&
  code !== OPAQUE &&
  !(code >= 0x28 && code <= 0x29) &&
  code !== 0x2c &&
  code !== 0x3b &&
  code !== 0x3d &&
  code !== 0x5b &&
  code !== 0x5d;

function tokenEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start <= MAX_SHORT && isTokenCharacter(text.charCodeAt(end))) end++;
  while (end > start && '.:"”’\''.includes(text[end - 1]!)) end--;
  return end;
}

function tokenStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= MAX_SHORT && isTokenCharacter(text.charCodeAt(start - 1))) start--;
  return visibleStart(text, start, end);
}

/** A short form in apposition is set off by what follows: punctuation or the text's end. */
function closesForm(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) === TRANSPARENT || '"”’\''.includes(text[at] ?? ' ')) at++;
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return !isLetter(code) && !isDigit(code) && !isSpace(code);
}

/** Offset after the innermost bracket that is still open at `end`, within MAX_LONG. */
function enclosing(text: string, end: number): number {
  let depth = 0;
  const floor = Math.max(0, end - MAX_LONG);
  for (let at = end - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x29 || code === 0x5d) depth++;
    else if ((code === 0x28 || code === 0x5b) && depth-- === 0) return at + 1;
  }
  return floor;
}

/** Where a long form from `start` on may end: at the first two marks of punctuation, else nowhere. */
function longFormEnds(text: string, start: number): number[] {
  const ends: number[] = [];
  const limit = Math.min(text.length, start + MAX_LONG);
  let at = start;
  for (; at < limit && ends.length < 2; at++) {
    const code = text.charCodeAt(at);
    const after = text.charCodeAt(at + 1);
    const hard =
      code === 0x3b ||
      code === OPAQUE ||
      code === TAB ||
      code === 0x29 ||
      code === 0x5d ||
      code === 0x28 ||
      code === 0x5b ||
      code === 0x3d;
    const soft =
      (code === 0x2c || code === 0x2e || code === 0x3a) && (isSpace(after) || at + 1 === text.length);
    if (hard || soft) ends.push(visibleEnd(text, at, start));
    if (hard || (code === 0x2e && soft && !isUpper(text.charCodeAt(at - 1)))) return ends;
  }
  if (at === text.length) ends.push(visibleEnd(text, at, start));
  return ends;
}
