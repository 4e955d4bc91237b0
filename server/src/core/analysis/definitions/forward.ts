import { lettered } from '../../lettered.ts';
import { CLOSE_BRACKET, CLOSE_PARENTHESIS } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { isSpace } from '../characters.ts';
import type { Bracketed } from './bracketed.ts';
import { symbolForm, tumorForm } from './byConvention.ts';
import { isSureOfFirst } from './coordination.ts';
import { limitOf, longFormBefore, type Match, type Search } from './longForm.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd } from './window.ts';
import { STATISTICS } from './words.ts';

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
export function believed({ text, costs }: Search, short: ShortForm, match: Match | null): Match | null {
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

/** `long form (SF)`: the match of the first short form in the brackets, if it can be believed. */
export function longShort(search: Search, { shorts, before, lowest }: Bracketed): Match | null {
  const [first] = shorts;
  const match = first ? believed(search, first, forwardMatch(search, first, before, lowest)) : null;
  return match && isSureOfFirst(search, shorts, match) ? match : null;
}
