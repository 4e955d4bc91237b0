import { COLON, EM_DASH, OPAQUE, OPEN_PARENTHESIS, SPACE, TAB } from '../../signs.ts';
import type { Definition, Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { foldOf, isDigit, isLetter, isSpace, Kind, kindOf } from '../characters.ts';
import { limitOf, longFormWithin, type Search } from './longForm.ts';
import { readShortForm } from './shortForm.ts';
import { visibleStart } from './window.ts';

/** One look at what may be an entry: two stretches, and where the next one may begin. */
interface Candidate {
  readonly short: Span;
  readonly long: Span;
  /** The offset of the sign that closes it. */
  readonly close: number;
}

/** So many entries in a row make a list, if so many of them align, and so large a share at least begins alike. */
const MIN_ENTRIES = 3;
const MIN_ALIGNED = 2;
const MIN_SHARE = 0.75;

/**
 * Entries in a row within a sentence, as in the legend of a figure: "drg, dorsal root ganglia; pth, parathyroid glands; …",
 * "OW, oval window, RW, round window, …", "al = allantois, ch = chorion, …". Each bears out the others, so that short
 * forms in small letters are believed, too.
 * @param signs where to look: see `Scan`
 */
export function runEntries(search: Search, signs: readonly number[]): Definition[] {
  const found: Definition[] = [];
  let run: Candidate[] = [];
  const closeRun = (): void => {
    if (run.length >= MIN_ENTRIES) found.push(...alignedOf(search, run));
    run = [];
  };
  for (const at of signs) {
    const last = run.at(-1);
    if (last && at <= last.close) continue;
    const candidate = candidateAt(search.text, at);
    if (!candidate) continue;
    if (last && !follows(search.text, last, candidate)) closeRun();
    run.push(candidate);
  }
  closeRun();
  return found;
}

/** The entries of a run that align, if the others don't belie that it is a list. */
function alignedOf(search: Search, run: readonly Candidate[]): Definition[] {
  const { text } = search;
  const alike = run.filter(({ short, long }) => isSameLetter(text, short.start, long.start));
  if (alike.length < MIN_ENTRIES || alike.length < MIN_SHARE * run.length || arePanels(text, run))
    return NONE;
  const found = run.flatMap(candidate => entryOf(search, candidate));
  return found.length < MIN_ALIGNED ? NONE : found;
}

const NONE: Definition[] = [];

/** Two letters that follow each other in the alphabet: "A, actin; B, blot; C, control". */
function arePanels(text: string, run: readonly Candidate[]): boolean {
  const a = run[0]!.short;
  const b = run[1]!.short;
  const isLetters = a.end - a.start === 1 && b.end - b.start === 1;
  return isLetters && text.charCodeAt(a.start) + 1 === text.charCodeAt(b.start);
}

const isSameLetter = (text: string, a: number, b: number): boolean =>
  foldOf(text.charCodeAt(a)) === foldOf(text.charCodeAt(b));

function entryOf(search: Search, { short: { start, end }, long }: Candidate): Definition[] {
  const short = readShortForm(search.text, start, end);
  const match = short && longFormWithin(search, short, long.start, long.end);
  return match && match.cost <= limitOf(short, search.costs) * search.costs.appositionShare
    ? [{ form: 'apposition', start, end: match.long.end, short: match.short, long: match.long }]
    : [];
}

/** Nothing but white space, markup or "and" parts an entry from the one before it. */
function follows(text: string, last: Candidate, { short }: Candidate): boolean {
  if (short.start - last.close > LONGEST_GAP + MAX_MARKUP) return false;
  return GAP.test(text.slice(last.close, short.start));
}

const LONGEST_GAP = 8;
const GAP = /^[,;]\s+(?:and\s+)?$/;

/** The longest markup around a short form that is looked across, in characters: it is masked by blanks. */
const MAX_MARKUP = 24;

/** The offset before the blanks that end at `at`, as markup leaves them: "**OW**, oval window". */
function beforeBlanks(text: string, at: number): number {
  let end = at;
  while (at - end < MAX_MARKUP && unitAt(text, end - 1) === SPACE) end--;
  return end;
}

/** The longest forms, in characters. */
const MAX_SHORT = 8;
const MAX_LONG = 80;

/** The entry whose forms the sign at `at` parts, if a short form stands before it at the head of a clause. */
function candidateAt(text: string, at: number): Candidate | null {
  const from = behindSeparator(text, at);
  if (from === 0) return null;
  const end = isSpace(unitAt(text, at - 1)) ? beforeBlanks(text, at - 1) : at;
  const start = shortStart(text, end);
  if (start < 0) return null;
  const long = visibleStart(text, from, from + 3 + MAX_MARKUP);
  const close = closeOf(text, long);
  return close - long > end - start
    ? { short: { start, end }, long: { start: long, end: close }, close }
    : null;
}

/** Where the short form begins that ends at `end`, at the head of a clause: one word, or two ("act mDC"); -1 for none. */
function shortStart(text: string, end: number): number {
  const start = wordStart(text, end);
  if (start === end || end - start > MAX_SHORT) return -1;
  if (opensEntry(text, start)) return start;
  if (!isSpace(unitAt(text, start - 1))) return -1;
  const first = wordStart(text, start - 1);
  const isWord = first < start - 1 && start - 1 - first <= MAX_SHORT;
  return isWord && opensEntry(text, first) ? first : -1;
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= MAX_SHORT && isOfForm(unitAt(text, start - 1))) start--;
  return start;
}

/** The offset behind the sign at `at` if it may part two forms, else 0. */
function behindSeparator(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x3d || code === EM_DASH) return at + 1;
  if ((code === 0x2c || code === COLON) && isSpace(unitAt(text, at + 1))) return at + 2;
  return isSpace(code) && kindOf(unitAt(text, at + 1)) === Kind.dash ? at + 3 : 0;
}

const isOfForm = (code: number): boolean => isLetter(code) || isDigit(code) || kindOf(code) === Kind.dash;

/** Whether a clause begins at `start`: a mark of punctuation stands before it, or "and" behind one. */
function opensEntry(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (!isSpace(before)) return before === OPEN_PARENTHESIS;
  const from = beforeBlanks(text, start - 1);
  return from === 0 || CLAUSE_END.test(text.slice(Math.max(0, from - LONGEST_GAP), from));
}

const CLAUSE_END = /[.;:,](?:\s+and)?$/;

/** Where a long form from `start` on is closed by a comma, a semicolon or the sentence's end; `start` for nowhere. */
function closeOf(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_LONG);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3b || code === 0x29) return at;
    if ((code === 0x2c || code === 0x2e) && (at + 1 === text.length || isSpace(unitAt(text, at + 1))))
      return at;
    if (code === 0x28 || code === 0x3d || code === COLON || code === OPAQUE || code === TAB) return start;
  }
  return limit === text.length ? limit : start;
}
