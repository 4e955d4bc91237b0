import { lettered } from '../../lettered.ts';
import { CLOSE_BRACKET, CLOSE_PARENTHESIS } from '../../signs.ts';
import type { Definition, DefinitionForm, Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isDigit, isSpace, isUpper } from '../characters.ts';
import type { BracketPair } from './brackets.ts';
import { symbolForm, tumorForm } from './byConvention.ts';
import { coordinated, coordinatedShorts, isSureOfFirst } from './coordination.ts';
import { longFormLacking } from './lacking.ts';
import { skipLeadIn } from './leadIns.ts';
import { chunkEntries } from './list.ts';
import { splitAt } from './listSeparators.ts';
import { limitOf, longFormBefore, longFormWithin, type Match, type Search, windowOf } from './longForm.ts';
import { isOrdinary, shortLong } from './reversed.ts';
import { segments } from './segments.ts';
import { sharedNoun } from './sharedNoun.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart, wordStart } from './window.ts';
import { STATISTICS } from './words.ts';

/** "(HSA)SEMA6A": brackets that a name begins with. */
const isPrefix = (text: string, close: number): boolean =>
  isUpper(unitAt(text, close + 1)) &&
  isUpperOrDigit(unitAt(text, close + 2)) &&
  isUpperOrDigit(unitAt(text, close - 1));

const isUpperOrDigit = (code: number): boolean => isUpper(code) || isDigit(code);

const SEMICOLON = 0x3b;

/** What is read of a remark in brackets at most, in characters: keeps deep nesting linear. */
const MAX_CONTENT = 600;

/** "( NMF )": blanks inside of both brackets. */
const isSpaced = (text: string, { open, close }: BracketPair): boolean =>
  isSpace(text.charCodeAt(open + 1)) && isSpace(text.charCodeAt(close - 1));

/** `long form (SF)`, `SF (long form)` and `(long form, SF)` at one bracket pair. */
export function parenthetical(search: Search, pair: BracketPair): Definition[] {
  return isSpaced(search.text, pair)
    ? definitionsAt({ ...search, spaced: true }, pair)
    : definitionsAt(search, pair);
}

function definitionsAt(search: Search, pair: BracketPair): Definition[] {
  const { text } = search;
  const lowest = pair.parent + 1;
  const content = pastLevel(text, pair.open, skipLeadIn(text, pair.open + 1, pair.close));
  const close = Math.min(pair.close, pair.open + MAX_CONTENT);
  if (content >= close || isPrefix(text, pair.close)) return [];
  const before = visibleEnd(text, pair.open, lowest);
  const parts = segments(text, content, close, search.spaced);

  const shorts = before > lowest ? shortForms(search, pair, parts, before) : [];
  if (before > lowest) {
    if (shorts.length > 1) {
      const matches = coordinated(search, shorts, before, lowest);
      if (matches.length > 0)
        return [
          ...matches.map(match => definition(match, pair)),
          ...translated(search, pair, matches.at(-1)!.short.end, close),
        ];
    }
    const subset = shorts.length === 1 ? subsetOfT(search, shorts[0]!, before, lowest, pair.close) : null;
    if (subset) return [definition(subset, pair)];
    const forward = firstOf(search, shorts, before, lowest);
    const reversed = shortLong(search, pair.open, content, close, before, lowest);
    if (forward && (!reversed || forward.cost <= reversed.cost))
      return [definition(forward, pair), ...translated(search, pair, forward.short.end, close)];
    if (reversed) return [definition(reversed, pair)];
    const several = sharing(search, pair, shorts, parts, before);
    if (several.length > 0) return several;
  }
  const inner = within(search, pair, content, close, parts.length);
  if (inner.length > 0 || before <= lowest) return inner;
  const last =
    lastShort(search, content, parts, before, lowest) ??
    (parts.length === 1 ? lacking(search, content, close, shorts[0], before, lowest) : null);
  return last ? [definition(last, pair)] : [];
}

/** "… (NATO; French: Organisation du traité de l'Atlantique nord, OTAN)": what stands behind the semicolon on its own. */
function translated(search: Search, pair: BracketPair, from: number, close: number): Definition[] {
  const sign = search.text.slice(from, close).indexOf(';');
  if (sign < 0) return [];
  const match = closingShort(search, visibleStart(search.text, from + sign + 1, close), close);
  return match ? [definition(match, pair)] : [];
}

/** `long form (SF)` or `SF (long form)`, a letter of SF not in the long form: there is nothing else in the brackets. */
function lacking(
  search: Search,
  content: number,
  close: number,
  short: ShortForm | undefined,
  before: number,
  lowest: number,
): Match | null {
  const { text } = search;
  const forward =
    short && longFormLacking(search, short, windowOf(search, short, before, lowest), before, false);
  if (forward) return forward;
  const start = wordStart(text, before, lowest);
  const outside = isOrdinary(text, start, before) ? null : readShortForm(text, start, before);
  return outside && longFormLacking(search, outside, content, visibleEnd(text, close, content), true);
}

/** "95% confidence interval (95% CI)": the level stands before both forms. */
const LEVEL = /9\d(?:\.\d)?\s?%\s?(?=[A-Z])/y;
const NINE = 0x39;
const FURTHEST_LEVEL = 60;

/** The offset behind the confidence level at `at`, if the words before the bracket have it too; else `at`. */
function pastLevel(text: string, open: number, at: number): number {
  LEVEL.lastIndex = at;
  if (unitAt(text, at) !== NINE || !LEVEL.test(text)) return at;
  const level = text.slice(at, at + 2);
  return text.slice(Math.max(0, open - FURTHEST_LEVEL), open).includes(level) ? LEVEL.lastIndex : at;
}

function definition(
  match: Pick<Match, 'short' | 'long'> & { form?: DefinitionForm },
  pair: BracketPair,
): Definition {
  const short = { start: match.short.start, end: match.short.end };
  const { long } = match;
  const form = match.form ?? (long.start < short.start ? 'long-short' : 'short-long');
  return { form, start: Math.min(long.start, short.start), end: pair.close + 1, short, long };
}

/** Definitions that share words with others: with the one behind the brackets, or in them. */
function sharing(
  search: Search,
  pair: BracketPair,
  shorts: readonly ShortForm[],
  parts: readonly Span[],
  before: number,
): Definition[] {
  const lowest = pair.parent + 1;
  const [short] = shorts;
  const shared = short && shorts.length === 1 ? sharedNoun(search, short, before, lowest, pair.close) : null;
  if (!shared) return coordinatedShorts(search, parts, before, lowest).map(match => definition(match, pair));
  const found = definition({ ...shared, form: 'coordinated' }, pair);
  return [{ ...found, end: Math.max(found.end, shared.long.end) }];
}

/** The short forms that the brackets hold, as far as they begin with one. */
function shortForms(search: Search, pair: BracketPair, parts: readonly Span[], before: number): ShortForm[] {
  const { text } = search;
  const glued = before === pair.open;
  const shorts: ShortForm[] = [];
  for (const { start, end } of parts) {
    const short = readShortForm(text, start, end);
    if (!short) break;
    shorts.push(short);
  }
  const [first] = shorts;
  if (!first) return [];
  const alone = parts.length === 1;
  // "hemagglutinin (H or HA)", but not "cells (T, 5 ml)".
  const [, second] = shorts;
  const spelled = alone || second?.units[0]?.code === first.units[0]?.code;
  if (first.units.length === 1 && (!spelled || glued)) return [];
  // "signal(s)", "5'-phospho[35S]sulfate": brackets inside a word; not so "interleukin-6(IL-6)was".
  if (glued && !/\p{Lu}.*\p{Lu}/u.test(first.surface)) return [];
  if (first.capitalized && !alone && /[\p{Lu}\p{N}]/u.test(text[parts[1]!.start]!)) return [];
  return shorts;
}

/** " CD8 T cells", " T lymphocytes", behind a bracket. */
const T_CELLS = /[\s\uE000]{1,8}(?:CD\d\S{0,8}\s)?T(?:\s|-)(?:cell|lymphocyte)/y;
/** " cells", " and terminally exhausted (TEX) cells": the same, the T left to the short form. */
const CELLS =
  /[\s\uE000]{1,8}(?:(?:and|or)[\s\uE000][^().;]{1,40}\(T[A-Z]{2,3}\)[\s\uE000]{1,8})?(?:CD\d\S{0,8}\s)?(?:T[\s-])?cells?/y;
/** "T cells and effector memory": more than one thing. */
const PHRASE_OF_T = /^T\W|[\s,](?:and|or|,)\s/;
/** TCM, TRM, TSCM. */
const SUBSET = /^T[A-Z]{2,3}$/;
/** Those whose T goes without saying. */
const KNOWN_SUBSET = /^T(?:P?EX|CM|EM|RM|SCM)$/;

/** What the name of such a subset ends with, its cells left out: "naive, central memory (TCM) and other T cells". */
const OF_SUBSET = /(?:memory|exhausted)$/;

/** "central memory (TCM) T cells": the T stands behind the brackets, the other letters' words in front of them. */
function subsetOfT(
  search: Search,
  short: ShortForm,
  before: number,
  lowest: number,
  close: number,
): Match | null {
  if (!SUBSET.test(short.surface)) return null;
  T_CELLS.lastIndex = close + 1;
  CELLS.lastIndex = close + 1;
  const ofT = T_CELLS.test(search.text);
  const ofCells =
    ofT || CELLS.test(search.text) || OF_SUBSET.test(search.text.slice(Math.max(0, before - 10), before));
  if (!ofT && !(KNOWN_SUBSET.test(short.surface) && ofCells)) return null;
  const whole = longFormBefore(search, short, before, lowest);
  if (!ofT && whole) return whole;
  // "tissue-resident memory (TRM) T cells" has the T in front, too.
  if (whole && !PHRASE_OF_T.test(search.text.slice(whole.long.start, whole.long.end))) return whole;
  return longFormBefore(search, { ...short, units: short.units.slice(1) }, before, lowest);
}

/** "PASI 75", "EASI-90", "CDAI ≤ 2.8": an index and the level that it reached. */
const INDEX_AT_LEVEL = lettered`^([\p{Lu}]{3,8})(?:[\s-](?:[2579][05]|100)|\s?[≤≥]\s?\d{1,3}(?:\.\d{1,2})?)$`;

/** The index of an index at a level, without the level. */
function beforeLevel(text: string, { start, end }: ShortForm): ShortForm | null {
  const [, index] = INDEX_AT_LEVEL.exec(text.slice(start, end)) ?? [];
  return index === undefined ? null : readShortForm(text, start, start + index.length);
}

/** The longest remark between a long form and the brackets of its short form, in characters. */
const LONGEST_REMARK = 60;

/** What the brackets hold that a name ends with: a number, a letter ("poly (A)"). */
const OF_NAME = /\d|^.(?:[IVX]+|\w)$/;

/** The end of what stands before a remark in brackets that ends at `end`: "alcohol dehydrogenase (yeast) (ADH)"; else `end`. */
function beforeRemark(text: string, end: number, lowest: number): number {
  const last = text.charCodeAt(end - 1);
  if (last !== CLOSE_PARENTHESIS && last !== CLOSE_BRACKET) return end;
  const floor = Math.max(lowest, end - LONGEST_REMARK);
  const open = text.lastIndexOf(last === CLOSE_PARENTHESIS ? '(' : '[', end - 2);
  if (open <= floor || !isSpace(unitAt(text, open - 1))) return end;
  const remark = text.slice(open, end - 1);
  return OF_NAME.test(remark) || /[)\]]/.test(remark) ? end : visibleEnd(text, open, lowest);
}

/** The long form of a short form in brackets, or of what stands before its slash or colon (PCE-1/Ret 1, ASX:MIG). */
function forwardMatch(search: Search, short: ShortForm, before: number, lowest: number): Match | null {
  const { text } = search;
  if (short.plain && ',;:'.includes(text[before]!)) return null;
  const named = symbolForm(search, short, before, lowest);
  if (named) return named;
  const index =
    /(?:index|scale|score)$/i.test(text.slice(Math.max(lowest, before - 5), before)) &&
    beforeLevel(text, short);
  const ofIndex = index ? longFormBefore(search, index, before, lowest) : null;
  if (ofIndex) return ofIndex;
  const match = longFormBefore(search, short, before, lowest);
  if (match) {
    const end = beforeRemark(text, before, match.long.start);
    return (end < before ? longFormBefore(search, short, end, lowest) : null) ?? match;
  }
  const slash = text.slice(short.start, short.end).search(/[/:]/);
  if (slash < 0) return tumorForm(search, short, before, lowest);
  const first = readShortForm(text, short.start, short.start + slash);
  if (!first || first.plain || first.units.length < 2) return null;
  const ofFirst = longFormBefore(search, first, before, lowest);
  // "matrix/scaffold-associating DNAs (MARs/SARs)": the slash belongs to both forms.
  return ofFirst && text.slice(ofFirst.long.start, ofFirst.long.end).includes('/') ? null : ofFirst;
}

/** A value behind a short form: "(BMI > 30)", "(HR, 0.71; …)", "(AUC 0.91)", "(aOR: `r estimate`)". */
const VALUE = /([,:]?)\s?(?:(?:index|level|score|value)s?\s?)?[<>=≤≥≈±]?\s?[-−+±.]?\s?\d|([,:=])\s?\uFFFC/y;
/** "aOR", "cHR": an adjusted or a crude one. */
const ADJUSTED = /^[ac](?=[A-Z]{2}$)/;

/**
 * A match, unless a value stands behind the short form and it isn't sure enough: a statistic's letters stand behind any
 * words ("hip replacement (HR = 1.2)"), and where nothing but a space or sign parts the two, the words must fit better.
 */
function believed({ text, costs }: Search, short: ShortForm, match: Match | null): Match | null {
  if (!match || unitAt(text, short.end) === CLOSE_PARENTHESIS) return match;
  VALUE.lastIndex = short.end;
  const value = VALUE.exec(text);
  if (!value) return match;
  const parted = value[1] ?? value[2];
  const long = text.slice(match.long.start, match.long.end);
  const nouns = STATISTICS.get(short.surface.replace(ADJUSTED, ''));
  if (nouns && !nouns.has(long.slice(long.lastIndexOf(' ') + 1).toLowerCase())) return null;
  const isFirm = long.includes(' ') && match.cost <= limitOf(short, costs) * costs.appositionShare;
  return parted !== '' || isFirm ? match : null;
}

/** The match of the first of these short forms, if it can be believed. */
function firstOf(search: Search, shorts: readonly ShortForm[], before: number, lowest: number): Match | null {
  const [first] = shorts;
  const match = first ? believed(search, first, forwardMatch(search, first, before, lowest)) : null;
  return match && isSureOfFirst(search, shorts, match) ? match : null;
}

/** `long form (remark; SF)`: as strictly as without brackets. */
function lastShort(
  search: Search,
  content: number,
  parts: readonly Span[],
  before: number,
  lowest: number,
): Match | null {
  const { text } = search;
  const sign = content + text.slice(content, parts.at(-1)?.start ?? content).lastIndexOf(';');
  const last = sign < content ? undefined : parts.find(({ start }) => start > sign);
  if (!last) return null;
  const short = readShortForm(text, last.start, last.end);
  if (!short || short.plain || short.capitalized || short.units.length < 2) return null;
  const match = believed(search, short, longFormBefore(search, short, before, lowest));
  return match && match.cost <= limitOf(short, search.costs) * search.costs.appositionShare ? match : null;
}

const MAY_ABBREVIATE = lettered`[\p{Lu}\d]|, [\p{Ll}]{2,5}$`;

/** `(long form, SF)`, `(SF, long form)`, `(SF = long form; …)`. */
function within(
  search: Search,
  pair: BracketPair,
  content: number,
  close: number,
  parts: number,
): Definition[] {
  const { text } = search;
  const remark = text.slice(content, close);
  if ((parts < 2 && !/[=:—]|\s[-–]\s/.test(remark)) || !MAY_ABBREVIATE.test(remark)) return [];
  const whole = remark.includes(';') ? closingShort(search, content, close) : null;
  if (whole && text.slice(whole.long.end, whole.short.start).includes(';')) return [definition(whole, pair)];
  const pieces = splitAt(text, content, close, SEMICOLON);
  const opening = pieces.length > 1 ? openingShort(search, pieces) : null;
  if (opening) return [definition(opening, pair)];
  return pieces.flatMap(({ start, end }) => {
    const closing = closingShort(search, start, end);
    const entries = chunkEntries(search, start, end).filter(
      ({ short, cost }) => short.units.length > 1 && !short.surface.includes(' ') && cost < Infinity,
    );
    const apart = entries.filter(
      ({ short, long }) => !closing || Math.max(short.end, long.end) <= closing.long.start,
    );
    return [...apart, ...(closing ? [closing] : [])].map(entry => definition(entry, pair));
  });
}

/** `(SF; long form)`: as strictly as without brackets. */
function openingShort(search: Search, [first, second]: readonly Span[]): Match | null {
  const { text, costs } = search;
  const short = readShortForm(text, first!.start, visibleEnd(text, first!.end, first!.start));
  if (!short || short.plain || short.capitalized || short.units.length < 2) return null;
  const start = visibleStart(text, second!.start, second!.end);
  const match = longFormWithin(search, short, start, visibleEnd(text, second!.end, start));
  return match && match.cost <= limitOf(short, costs) * costs.appositionShare ? match : null;
}

/** `(measured by long form, SF)`, `(long form; abbreviated SF)`: the long form that the words before the last sign end with. */
function closingShort(search: Search, content: number, close: number): Match | null {
  const { text } = search;
  const remark = text.slice(content, close);
  const sign = content + Math.max(remark.lastIndexOf(', '), remark.lastIndexOf('; '));
  if (sign <= content) return null;
  const short = readShortForm(text, skipLeadIn(text, sign + 1, close), visibleEnd(text, close, sign + 1));
  if (!short || short.plain || short.capitalized || short.units.length < 2) return null;
  const match = longFormBefore(search, short, visibleEnd(text, sign, content), content);
  const share = short.surface.includes(' ') ? search.costs.appositionShare : 1;
  return match && match.cost <= limitOf(short, search.costs) * share ? match : null;
}
