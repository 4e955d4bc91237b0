import { lettered } from '../../lettered.ts';
import { TRANSPARENT } from '../../signs.ts';
import { Fill, type Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isLetter, isSpace, isUpper } from '../characters.ts';
import { sentenceEnd } from './listSentences.ts';
import { longFormWithin, type Search } from './longForm.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart } from './window.ts';

/** A short form beside what may be its long form. */
export interface Entry {
  readonly short: ShortForm;
  readonly long: Span;
  /** What it costs to find the letters of the one in the other; Infinity where they aren't there. */
  readonly cost: number;
}

/** The longest short form of a list, with its markup. */
export const MAX_SHORT = 40;

/** The entry of two stretches, in either order; one whose letters don't align only where it stands `alone`. */
export function pairUp(search: Search, left: Span, right: Span, alone: boolean): Entry | null {
  const first = trim(search.text, left);
  const second = trim(search.text, right);
  const shared = sharedWord(search.text, first, second);
  const a = shared > 0 ? behind(search.text, first, shared) : first;
  const b = shared > 0 ? behind(search.text, second, shared) : second;
  const forward = readEntry(search, a, b) ?? afterSentence(search, a, b);
  if (forward && forward.cost < Infinity) return forward;
  const reversed = readEntry(search, b, a);
  if (reversed && reversed.cost < Infinity) return reversed;
  return alone ? (forward ?? reversed) : null;
}

/** Whether a stretch is a short form, and no plain word. */
export const looksShort = (text: string, span: Span): boolean => {
  const { start, end } = trim(text, span);
  const short = readShortForm(text, start, end);
  return short !== null && !short.plain;
};

const END_OF_ASCII = 0x80;

const isSmall = (code: number): boolean => isLetter(code) && !isUpper(code);

/** The entry that begins after the sentences of a legend: "Fig. 3. Survival of mice. HD, healthy donor", "… ns, not significant". */
function afterSentence(search: Search, a: Span, b: Span): Entry | null {
  const at = search.text.slice(a.start, a.end).lastIndexOf('. ');
  if (at < 0) return null;
  const start = visibleStart(search.text, a.start + at + 1, a.end);
  const isCapital = isUpper(search.text.charCodeAt(start)) && !isSmall(search.text.charCodeAt(start + 1));
  if (!isCapital && !SMALL_SHORT.test(search.text.slice(start, a.end))) return null;
  return readEntry(search, { start, end: a.end }, b);
}

/** A few small letters alone behind a sentence: "ns", "n.s". */
const SMALL_SHORT = /^(?:[a-z]{2,4}|(?:[a-z]\.){1,3}[a-z])$/;

const FIRST_WORD = lettered`^[\p{L}]+\s+`;

/** The length of a first word that both share, white space included; 0 for none: "Other ET = other embryonal tumors". */
function sharedWord(text: string, a: Span, b: Span): number {
  if ((unitAt(text, a.start) | 0x20) !== (unitAt(text, b.start) | 0x20)) return 0;
  const word = FIRST_WORD.exec(text.slice(a.start, Math.min(a.end, a.start + MAX_SHORT)))?.[0] ?? '';
  const isShared = text.slice(b.start, b.start + word.length).toLowerCase() === word.toLowerCase();
  return isShared ? word.length : 0;
}

/** A span without so many units at its beginning, and white space behind them. */
const behind = (text: string, { start, end }: Span, length: number): Span => ({
  start: visibleStart(text, start + length, end),
  end,
});

/** Before an entry: a note's mark, set above the line, or the last one's "and". */
const LEAD = /(?:\uE000{1,24}[a-z*†‡§¶]\uE000{0,24}\s|\s{0,4}and\s)/y;

/** The end of the lead that begins at `start`, else `start`. */
function leadEnd(text: string, start: number): number {
  let at = start;
  while (at < start + 4 && isSpace(unitAt(text, at))) at++;
  // A look that spares most cells the expression: "a", fill, or a space that only the expression knows.
  const code = unitAt(text, at);
  if (code !== 0x61 && code < END_OF_ASCII) return start;
  LEAD.lastIndex = start;
  return LEAD.test(text) ? LEAD.lastIndex : start;
}

/** A lead, bullets, marks of notes, separators that markup parts from what stands before them, full stops and spaces off both ends. */
function trim(text: string, span: Span): Span {
  const { start, end } = span;
  let from = visibleStart(text, Math.min(leadEnd(text, start), end), end);
  while (from < end && '-*•·–.,:=†‡§¶'.includes(text[from]!)) from = visibleStart(text, from + 1, end);
  let to = visibleEnd(text, end, from);
  while (to > from && text[to - 1] === '.') to = visibleEnd(text, to - 1, from);
  return from === start && to === end ? span : { start: from, end: to };
}

/** What stands before the end of its sentence, and before the first opaque stretch: a citation after a long form. */
function longFormIn(text: string, { start, end }: Span): Span {
  const long = text.slice(start, end);
  const sentence = sentenceEnd(text, { start, end });
  const most = sentence === null ? long : long.slice(0, sentence.index + 3);
  const at = most.indexOf(Fill.opaque);
  let to = start + closedBy(at < 0 ? most : most.slice(0, at));
  // "EHR denotes electronic health record.¤": the sentence's own.
  while (at > 0 && to > start && text[to - 1] === '.') to--;
  return to === end ? { start, end } : { start, end: visibleEnd(text, to, start) };
}

/** The length up to a bracket that opens before the stretch: the one around all of a list, or around what is named there. */
function closedBy(long: string): number {
  const at = long.indexOf(')');
  const open = long.indexOf('(');
  return at >= MIN_RUN && (open < 0 || at < open) ? at : long.length;
}

/** Letters in a row that every long form has. */
const MIN_RUN = 3;

/** Whether a stretch is longer than a short form and has a word in it: a look that spares most cells from being read. */
function mayExplain(text: string, long: Span, short: Span): boolean {
  let most = long.end - long.start;
  for (let at = short.start; at < short.end; at++) if (text.charCodeAt(at) !== TRANSPARENT) most--;
  if (most <= 0) return false;
  let run = 0;
  for (let at = long.start; at < long.end && run < MIN_RUN; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || code >= END_OF_ASCII) run += code === TRANSPARENT ? 0 : 1;
    else run = 0;
  }
  return run === MIN_RUN;
}

const SMALL_LETTERS = lettered`[\p{Ll}]{3}`;

/** A capital, and another one or a digit: "BCR", "IgG", "CD4 cells". */
const SHAPED = lettered`^[^\s\p{Lu}]*[\p{Lu}][^\s\p{Lu}\p{N}]*[\p{Lu}\p{N}]\S*(?: cells?)?$`;

function readEntry(search: Search, shortSpan: Span, longSpan: Span): Entry | null {
  if (shortSpan.end - shortSpan.start > MAX_SHORT) return null;
  if (!mayExplain(search.text, longSpan, shortSpan)) return null;
  const long = longFormIn(search.text, longSpan);
  if (long.end < longSpan.end && !mayExplain(search.text, long, shortSpan)) return null;
  const short = readShortForm(search.text, shortSpan.start, shortSpan.end);
  if (!short || areTwoWords(search.text, short, long)) return null;
  const match = longFormWithin(search, short, long.start, long.end);
  if (match) return { short, long: match.long, cost: match.cost };
  const words = SMALL_LETTERS.test(search.text.slice(long.start, long.end));
  const shaped = SHAPED.test(short.surface);
  return words && shaped && long.end - long.start > short.surface.length
    ? { short, long, cost: Infinity }
    : null;
}

/** A word that would be clipped, where it stood for another one: "Chol" for cholesterol. But "Hb" is hemoglobin. */
const WORD = lettered`^[\p{Lu}][\p{Ll}]{3,}$`;

/** Two headings of one cell, say: "Gene" above "Genotype". */
function areTwoWords(text: string, { surface }: ShortForm, { start, end }: Span): boolean {
  if (!WORD.test(surface)) return false;
  const long = text.slice(start, end);
  return !/\s/.test(long) && !long.toLowerCase().startsWith(surface.toLowerCase());
}
