import type { DefinitionForm, Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isSpace } from '../characters.ts';
import { limitOf, longFormBefore, longFormWithin, type Match, type Search } from './longForm.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, windowStart, wordStart } from './window.ts';

/** At most so many ends of long forms are tried for each short form. */
const MAX_ENDS = 5;
const MAX_WORDS = 24;

/**
 * Several short forms in one pair of brackets. Either each has its own long form before them, in the same
 * order ("progression-free and overall survival (PFS and OS)", "chondroitin sulfotransferase 1 and -2 (CST-1
 * and CST-2)"), or they are spellings of one ("tumor microenvironment (TME or TM)"). A long form ends at the
 * bracket, or before an "and", "or" or comma. Where words are shared, each span holds all that it needs.
 */
export function coordinated(
  search: Search,
  shorts: readonly ShortForm[],
  before: number,
  lowest: number,
): (Match & { form: DefinitionForm })[] {
  const ends = longFormEnds(search.text, before, lowest);
  const matches: Match[] = [];
  for (const [index, short] of shorts.entries()) {
    const match = cheapest(search, short, shorts[shorts.length - 1]!, ends, lowest);
    if (!match && index === 0) return [];
    if (match && (index === 0 || match.cost <= limitOf(short, search.costs) * search.costs.furtherShare))
      matches.push(match);
  }
  if (!matches.some(match => match.long.end === before)) return [];
  const [first] = matches;
  if (matches.length === 1 && !isSureOfFirst(search, shorts, first!)) return [];
  const apart = matches.some(({ long }) => long.start !== first!.long.start || long.end !== first!.long.end);
  return matches.map(match => ({ ...match, form: apart ? 'coordinated' : 'long-short' }));
}

/** What parts two of several forms, and nothing else. */
const PARTING = /^(?:,\s?|,?\s(?:and|or|&)\s|\/)$/;

/**
 * Whether the first of several forms in one pair of brackets, to which alone the words before them align, is defined
 * there: several may be examples or members, "the binding of transcription factors (BATF and BCL6)", so that it must fit
 * as well as without brackets.
 */
export function isSureOfFirst(
  { text, costs }: Search,
  shorts: readonly ShortForm[],
  { cost }: Match,
): boolean {
  const [first, second] = shorts;
  if (!first || !second || !PARTING.test(text.slice(first.end, second.start))) return true;
  return cost <= limitOf(first, costs) * costs.appositionShare;
}

function cheapest(
  search: Search,
  short: ShortForm,
  last: ShortForm,
  ends: readonly number[],
  lowest: number,
): Match | null {
  const matches = ends
    .map(end => longFormBefore(search, short, end, lowest))
    .filter(match => match !== null)
    .sort((a, b) => a.cost - b.cost);
  const [best] = matches;
  const shared = matches.find(match => match.long.end === ends[0]);
  const noun = short !== last && short.units.at(-1)!.code === last.units.at(-1)!.code;
  return noun && shared && best!.cost > search.costs.ownNoun ? shared : (best ?? null);
}

/** Where a long form before `before` may end: there, or before a conjunction or comma. */
function longFormEnds(text: string, before: number, lowest: number): number[] {
  const ends = [before];
  const from = windowStart(text, before, lowest, MAX_WORDS);
  for (let at = before - 1; at > from && ends.length < MAX_ENDS; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x2c && isSpace(unitAt(text, at + 1))) ends.push(visibleEnd(text, at, from));
    else if (isSpace(code) && (text.startsWith('and', at + 1) || text.startsWith('or', at + 1))) {
      const after = unitAt(text, at + (text[at + 1] === 'a' ? 4 : 3));
      if (isSpace(after)) ends.push(visibleEnd(text, at, from));
    }
  }
  return ends;
}

/** What parts the short forms of an enumeration, the space before it apart. */
const CONJUNCTIONS = [' and', ' or', ' &'];

/** Offset before the conjunction or comma that `text[lowest..end)` ends with, or -1. */
function beforeConjunction(text: string, end: number, lowest: number): number {
  const last = visibleEnd(text, end, lowest); // commas are passed over
  const word = CONJUNCTIONS.find(each => text.endsWith(each, last));
  if (word) return visibleEnd(text, last - word.length, lowest);
  return text.slice(last, end).includes(',') ? last : -1;
}

/**
 * `SF1 and SF2 (long form 1 and long form 2, respectively)`: as many short forms before the bracket as it holds long
 * forms, each with its own; nothing where one of them doesn't align.
 */
export function coordinatedShorts(
  search: Search,
  longs: readonly Span[],
  before: number,
  lowest: number,
): (Match & { form: DefinitionForm })[] {
  if (longs.length < 2) return [];
  const { text } = search;
  const own = longs.filter(({ start, end }) => text.slice(start, end) !== 'respectively');
  if (own.length < 2) return [];
  const matches: (Match & { form: DefinitionForm })[] = [];
  let end = before;
  for (const { start: from, end: to } of own.toReversed()) {
    if (end <= lowest) return [];
    const start = wordStart(text, end, lowest);
    const short = readShortForm(text, start, end);
    if (!short || short.plain || short.capitalized || short.units.length < 2) return [];
    const match = longFormWithin(search, short, from, to);
    if (!match) return [];
    matches.unshift({ ...match, form: 'coordinated' });
    end = beforeConjunction(text, start, lowest);
  }
  return matches;
}
