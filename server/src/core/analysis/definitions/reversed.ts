import { OPAQUE } from '../../signs.ts';
import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { foldOf, isLetter, isSpace, isUpper, Kind, kindOf } from '../characters.ts';
import type { Bracketed } from './bracketed.ts';
import { skipLeadIn } from './leadIns.ts';
import { longFormWithin, type Match, type Search } from './longForm.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart, wordStart } from './window.ts';

/** `SF (long form)`: the token before the bracket, its last parts, or the two last words. */
export function shortLong(
  search: Search,
  { pair: { open }, content, close, before, lowest }: Bracketed,
): Match | null {
  const { text, costs } = search;
  const start = wordStart(text, before, lowest);
  const word = shortBefore(text, start, before, content);
  const starts = partStarts(text, before, start, before === open ? 1 : MAX_PARTS);
  const parts = starts.map(from => shortBefore(text, from, before, content));
  const words = twoBefore(text, start, before, lowest, content);
  // Before most brackets stands an ordinary word.
  if (!word && !words && parts.every(part => part === null)) return null;
  if (REMARK.test(text.slice(content, content + LONGEST_REMARK))) return null;
  const longs = longForms(text, open, content, close);
  let best: Match | null = null;
  for (const short of [word, ...parts, words]) {
    if (!short) continue;
    const surcharge = short === word || short === words ? 0 : costs.lastPart;
    const limit = isWord(short) ? costs.wordLimit : Infinity;
    for (const long of longs) {
      if (isRepeatedIn(text, short, long)) continue;
      const match = longFormWithin(search, short, long.start, long.end);
      if (match && match.cost <= limit && (!best || match.cost + surcharge < best.cost)) {
        best = { ...match, cost: match.cost + surcharge };
      }
    }
  }
  return best;
}

/** "EpiLCs (EpiLC only)", "SGs (SGScore)": the brackets begin with the short form itself, and say something else of it. */
function isRepeatedIn(text: string, { surface }: ShortForm, long: Span): boolean {
  const one = surface.endsWith('s') ? surface.slice(0, -1) : surface;
  return text.startsWith(one, long.start) && /[A-Z].*[A-Z]/.test(one);
}

/** "non-CR (we call this set …)": a sentence of the author's own. */
const REMARK = /^we\s/;
const LONGEST_REMARK = 3;

/**
 * The short form from `start` up to a bracket, if it can be one. "Scuba (self-contained …)": any word may be an acronym,
 * but most have a remark behind them.
 */
function shortBefore(text: string, start: number, before: number, content: number): ShortForm | null {
  if (isOrdinary(text, start, before) && !mayBeAcronym(text, start, before, content)) return null;
  const short = readShortForm(text, start, before);
  if (!short || short.units.length < 2) return null;
  return isWord(short) && !isAcronymLike(short, unitAt(text, content)) ? null : short;
}

/** The same of two words, the second of which begins at `second`. */
function twoBefore(
  text: string,
  second: number,
  before: number,
  lowest: number,
  content: number,
): ShortForm | null {
  const end = visibleEnd(text, second, lowest);
  if (end <= lowest) return null;
  const first = wordStart(text, end, lowest);
  // "T cells (Treg and Tconv cells)"
  if (end - first === 1 && isOrdinary(text, second, content)) return null;
  const isShort = !isOrdinary(text, first, end) && readShortForm(text, first, end)?.plain === false;
  return isShort ? shortBefore(text, first, before, content) : null;
}

/** It could be any word, or a name. */
const isWord = ({ plain, capitalized }: ShortForm): boolean => plain || capitalized;

/** What may be the long form in brackets: up to a semicolon, or to a comma. */
function longForms(text: string, open: number, content: number, close: number): readonly Span[] {
  // "NE (named entity)": the lead-in may be a part of the long form.
  const starts = new Set([
    content,
    visibleStart(text, open + 1, close),
    afterLabel(text, content, close),
    afterLeadIn(text, content, close),
  ]);
  return [...starts]
    .flatMap(from =>
      [';', ';,'].map(separators => ({
        start: from,
        end: visibleEnd(text, segmentEnd(text, from, close, separators), from),
      })),
    )
    .filter(long => !opensList(text, long, close));
}

/** The first of three single words or more: "CHOP (cyclophosphamide, doxorubicin, …)". */
function opensList(text: string, { start, end }: Span, close: number): boolean {
  if (text[end] !== ',' || text.slice(start, end).includes(' ')) return false;
  const [next, ...others] = text
    .slice(end + 1, close)
    .trimStart()
    .split(/, | and | or /);
  return others.length > 1 && !next!.includes(' ');
}

/** "(formerly FORTRAN; derived from Formula Translation)": the offset after the lead-in behind the last semicolon, else `start`. */
function afterLeadIn(text: string, start: number, end: number): number {
  let sign = end - 1;
  while (sign > start && text.charCodeAt(sign) !== 0x3b) sign--;
  if (sign === start) return start;
  const from = visibleStart(text, sign + 1, end);
  const after = skipLeadIn(text, from, end, true);
  return after > from ? after : start;
}

/** The offset after a label such as "French:", else `start`. */
function afterLabel(text: string, start: number, end: number): number {
  if (!isUpper(unitAt(text, start))) return start;
  let at = start + 1;
  while (at < end && isLetter(text.charCodeAt(at))) at++;
  return text[at] === ':' ? visibleStart(text, at + 1, end) : start;
}

const MIN_ACRONYM = 4;

/** Small letters (a to z) alone: plain for sure, if it can be a short form at all. */
export function isOrdinary(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

/** What `isAcronymLike` asks of an ordinary word, before it is read as a short form. */
const mayBeAcronym = (text: string, start: number, end: number, content: number): boolean =>
  end - start >= MIN_ACRONYM && unitAt(text, start) === foldOf(unitAt(text, content));

const isAcronymLike = ({ units }: ShortForm, initial: number): boolean =>
  units.length >= MIN_ACRONYM && units[0]!.code === foldOf(initial);

/** Parts of a compound that may have a long form of their own: "anti-GM-CSF", "CAR-NK". */
const MAX_PARTS = 2;

/** Where the last parts of a compound begin: after its last hyphens or slashes. */
function partStarts(text: string, end: number, start: number, most: number): number[] {
  const starts: number[] = [];
  for (let at = end - 1; at > start && starts.length < most; at--) {
    const code = unitAt(text, at - 1);
    if (kindOf(code) === Kind.dash || code === 0x2f) starts.push(at);
  }
  return starts;
}

/** Offset of the first separator in `text[start..end)` that ends a long form, else `end`. */
function segmentEnd(text: string, start: number, end: number, separators: string): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === OPAQUE) return at;
    if (code === 0x28 || code === 0x5b) depth++;
    else if (code === 0x29 || code === 0x5d) depth--;
    else if (depth === 0 && separators.includes(text[at]!)) {
      if (code === 0x3b || isSpace(unitAt(text, at + 1))) return at;
    }
  }
  return end;
}
