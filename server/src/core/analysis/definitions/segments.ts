import { lettered } from '../../lettered.ts';
import { OPAQUE } from '../../signs.ts';
import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isLetter, isSpace, isUpper, Kind, kindOf } from '../characters.ts';
import { skipLeadIn } from './leadIns.ts';
import { visibleEnd, visibleStart } from './window.ts';

/** What may follow a short form: "(FPGA for short)". */
const FOR_SHORT = [' for short', ' for brevity'];

/**
 * What else may follow it in its brackets: where it is meant ("LOD in the following"), a value ("BMI > 30", "SD = 1.2",
 * "AUC 0.91"), a number in a register ("IRB no. 17-112"), how it is spoken ("IUPAC /ˈaɪjuːpæk/").
 */
const TAIL =
  /^(?:\s(?:for (?:short|brevity)|from (?:here|now) on|hereafter|hereinafter|herein|henceforth|below|throughout|in (?:short|brief|the following|what follows|th(?:is|e) (?:article|manuscript|paper|sequel|study|text|work)))$|\s?(?:(?:index|level|score|value)s?\s?)?[<>=≤≥≈±]\s?[-−+±.<>]?\s?\d|\s[-−]?\d{1,3}\.\d|\s\/\S*[ˈˌ]|\s(?:no\.|nos?\.?\s?\d|nr\.|number|#|protocol|grant|approval|accession|registration))/;

/** The length of what follows a short form at `at`; 0 where nothing like it does. */
export const forShortAt = (text: string, at: number): number =>
  FOR_SHORT.find(words => text.startsWith(words, at))?.length ?? 0;

/** More segments than this are no coordination of short forms. */
const MAX_SEGMENTS = 6;

/**
 * What `text[start..end)` lists: its pieces between semicolons, colons, commas, spaced dashes, "and" and "or" outside
 * brackets, without lead-in words, articles and quotes, up to the first opaque stretch. At most MAX_SEGMENTS.
 * @param spaced spaced dashes are hyphens
 */
export function segments(text: string, start: number, end: number, spaced = false): Span[] {
  const found: Span[] = [];
  let from = start;
  let depth = 0;
  let at = start;
  for (; at < end && found.length < MAX_SEGMENTS; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    if (code === OPAQUE) break;
    if (code === 0x28 || code === 0x5b) {
      if (depth++ === 0 && at > from && beginsRemark(text, at, end)) break;
    } else if (code === 0x29 || code === 0x5d) depth--;
    if (depth > 0) continue;
    const width = separatorWidth(text, at, code, spaced);
    if (width === 0) continue;
    addPiece(found, text, from, at);
    at += width - 1;
    from = at + 1;
  }
  if (found.length < MAX_SEGMENTS) addPiece(found, text, from, at);
  return found;
}

/** Adds a piece without what surrounds it, if anything is left. */
function addPiece(found: Span[], text: string, from: number, to: number): void {
  let start = skipArticle(text, skipLeadIn(text, from, to), to);
  let end = visibleEnd(text, to, start);
  end = beforeTail(text, start, end);
  if (isBracketed(text, start, end)) {
    start++;
    end--;
  }
  if (text[end - 1] === '%') end = beforePercent(text, start, end);
  if (end > start) found.push({ start, end });
}

/** The end of the short form that `text[start..end)` begins with, if one of the tails follows its first word; else `end`. */
function beforeTail(text: string, start: number, end: number): number {
  if (!isUpper(unitAt(text, start)) && !isUpper(unitAt(text, start + 1))) return end;
  let at = start;
  while (at < end && !isSpace(unitAt(text, at)) && !COMPARISONS.includes(text[at]!)) at++;
  if (at === end || at - start < 2 || !SHOUTED.test(text.slice(start, at))) return end;
  return TAIL.test(text.slice(at, end)) ? at : end;
}

/** A capital and another one or a digit: "BMI", but not "Cat.". */
const SHOUTED = lettered`[\p{Lu}].*[\p{Lu}\p{N}]`;
const COMPARISONS = '<>=≤≥≈±';

/** "(NETs [extracellular DNA])": an inner bracket of its own, square or with several words, no part of a symbol (SUV (max)). */
const beginsRemark = (text: string, at: number, end: number): boolean =>
  isSpace(unitAt(text, at - 1)) &&
  (text[at] === '[' || /^.[^\s()[\]]+\s/.test(text.slice(at, Math.min(end, at + MAX_REMARK))));

const MAX_REMARK = 80;

/** A piece in brackets of its own: "([GvHD])", but not the concentration "([Ca2+])". */
const isBracketed = (text: string, start: number, end: number): boolean =>
  (text[start] === '(' && text.slice(start, end).indexOf(')') === end - start - 1) ||
  (text[start] === '[' && text[end - 1] === ']' && /^\[[\p{L}-]+\]$/u.test(text.slice(start, end)));

/** "percentage of infection (PI%)", in LaTeX `PI\\%`: the sign says what the form is measured in, and goes. */
function beforePercent(text: string, start: number, end: number): number {
  const form = visibleEnd(text, end - 1, start);
  const isForm = form - start > 1 && isUpper(unitAt(text, form - 1)) && isUpper(unitAt(text, form - 2));
  return isForm ? form : end;
}

const ARTICLE = /(?:an?|the)\s+/y;

/** "(the OCI-CV)", '(a "QL")': the offset after an article. */
function skipArticle(text: string, start: number, end: number): number {
  const first = unitAt(text, start);
  if (first !== 0x61 && first !== 0x74) return start;
  ARTICLE.lastIndex = start;
  return ARTICLE.test(text) ? visibleStart(text, Math.min(end, ARTICLE.lastIndex), end) : start;
}

const WORDS = ['and/or', 'and', 'or'];

/** Length of the separator at `at` in characters, 0 where there is none. */
function separatorWidth(text: string, at: number, code: number, spaced: boolean): number {
  const next = unitAt(text, at + 1);
  if (code === 0x3b) return 1;
  if (code === 0x2c || code === 0x3a) return isSpace(next) ? 1 : 0;
  if (isSpace(code) && kindOf(next) === Kind.dash) return !spaced && isSpace(unitAt(text, at + 2)) ? 3 : 0;
  if (!isSpace(code) || (next !== 0x61 && next !== 0x6f)) return 0;
  for (const word of WORDS) {
    if (text.startsWith(word, at + 1) && isSpace(unitAt(text, at + 1 + word.length))) return 1 + word.length;
  }
  return 0;
}
