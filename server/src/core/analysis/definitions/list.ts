import { lazily } from '../../lazily.ts';
import { lettered } from '../../lettered.ts';
import { LF, TAB, TRANSPARENT } from '../../signs.ts';
import { type Definition, Fill, type Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isLetter, isSpace, isUpper, Kind, kindOf } from '../characters.ts';
import { longFormWithin, type Search } from './longForm.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart } from './window.ts';

/** A short form beside what may be its long form. */
interface Entry {
  readonly short: ShortForm;
  readonly long: Span;
  /** What it costs to find the letters of the one in the other; Infinity where they aren't there. */
  readonly cost: number;
}

/**
 * The entries of an abbreviation list: one a line or between semicolons, short and long form (in either order)
 * parted by a cell boundary, `=`, colon, dash, comma or a run of spaces. Entries whose letters don't align are
 * believed as long as they aren't the majority, or where the text is known to be a list (`trusted`).
 */
export function listEntries(search: Search, trusted = false): Definition[] {
  const entries: Entry[] = [];
  for (const { start, end } of chunks(search.text)) entries.push(...chunkEntries(search, start, end));
  const aligned = entries.filter(({ cost }) => cost < Infinity);
  // "Red, anti-CD20": a legend's key to its colours.
  const likely = entries.filter(({ cost, short, long }) => cost < Infinity || short.start < long.start);
  const believed = trusted ? entries : aligned.length * 2 >= likely.length ? likely : aligned;
  return believed.map(({ short, long }) => ({
    form: 'list' as const,
    start: Math.min(short.start, long.start),
    end: Math.max(short.end, long.end),
    short: { start: short.start, end: short.end },
    long,
  }));
}

/**
 * The text cut at semicolons, and at line ends after which an entry begins: others wrap a long form. What stands
 * before a label isn't part of the list.
 */
function chunks(text: string): Span[] {
  const found: Span[] = [];
  const labels = LABEL_WORDS.some(word => text.includes(word))
    ? Array.from(text.matchAll(LABEL()), ({ index, 0: label }) => index + label.length)
    : [];
  const isStacked = hasOneCellPerLine(text);
  let start = 0;
  let labelled = 0;
  let nextLabel = labels[0] ?? -1;
  for (let at = 0; at <= text.length; at++) {
    const code = unitAt(text, at);
    if (at === nextLabel) {
      start = at;
      nextLabel = labels[++labelled] ?? -1;
    }
    if (code > 0x3b) continue; // letters, mostly
    const ends =
      at === text.length ||
      code === 0x3b ||
      (code === LF && !isStacked && beginsEntry(text, at + 1)) ||
      (code === 0x2e && isSentenceEntry(text, at + 1));
    if (!ends) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}

/** What introduces a list, at its head or after the sentences of a legend. */
const LABEL = lazily(
  () =>
    /\b(?:abbreviations?|acronyms|definitions|notes?|key|legend)(?: used(?: are| in (?:this|the) \p{L}+)?| and acronyms| and definitions)?[ \t]*(?:[:.—]\s*|[-–]\s+)/giu,
);
/** What every label holds: a look that spares the expression. */
const LABEL_WORDS = [
  'bbreviation',
  'cronyms',
  'efinitions',
  'Note',
  'Key',
  'Legend',
  'BBREVIATION',
  'CRONYMS',
  'EFINITIONS',
];
const MAX_SHORT = 40;

/** An entry behind a full stop: "NK: natural killer. CAR: chimeric antigen receptor.", "MGE, mobile genetic element. GI, …" */
function isSentenceEntry(text: string, at: number): boolean {
  SENTENCE_ENTRY.lastIndex = at;
  return SENTENCE_ENTRY.test(text);
}

const SENTENCE_ENTRY = /\s[A-Z][A-Za-z0-9/-]{0,9}[A-Z0-9]s?(?:\s?[:=]|,)\s/y;

/** Whether a table has its cells below each other, on a line or more: two of them are an entry. */
function hasOneCellPerLine(text: string): boolean {
  if (!text.includes('\t')) return false;
  const [first = '', ...lines] = text.slice(0, visibleEnd(text, text.length, 0)).split('\n');
  return lines.length > 0 && first.lastIndexOf('\t') <= 0 && lines.every(isOneCell);
}

/** Whether a line has one tab at most, behind nothing but spaces. */
function isOneCell(line: string): boolean {
  const tab = line.indexOf('\t');
  return tab < 0 || (tab === line.lastIndexOf('\t') && line.slice(0, tab).trim() === '');
}

/** A line that holds a separator near its beginning, or a cell boundary at all. */
function beginsEntry(text: string, from: number): boolean {
  // Spaces at the end are markup, and part nothing.
  const line = text.slice(from, visibleEnd(text, lineEnd(text, from), from));
  const semicolon = line.indexOf(';');
  // "receptor; DC: dendritic cell" ends the entry before, and begins its own behind the semicolon.
  const most = Math.min(semicolon < 0 ? line.length : semicolon, MAX_SHORT);
  return separatorAt(text, from, from + most) !== null || line.includes('\t');
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

export function chunkEntries(search: Search, start: number, to: number): readonly Entry[] {
  const { text } = search;
  const cells = splitAt(text, start, to, TAB);
  if (cells.length > 1) {
    const entries: Entry[] = [];
    for (let i = 0; i < cells.length; i++) {
      const next = cells[i + 1];
      const entry = next && pairUp(search, cells[i]!, next, cells.length === 2);
      if (entry) {
        entries.push(entry);
        i++;
      } else {
        const within = pieceEntries(search, cells[i]!.start, cells[i]!.end);
        entries.push(...within.filter(({ cost }) => cost < Infinity));
      }
    }
    return entries;
  }
  return pieceEntries(search, start, to);
}

const NONE: readonly Entry[] = [];

/** The entries of a stretch without cell boundaries. */
function pieceEntries(search: Search, start: number, to: number): readonly Entry[] {
  const pieces = splitAt(search.text, start, to, 0x2c);
  const separated = separatedEntries(search, pieces);
  return separated.length > 0 ? separated : commaEntries(search, pieces);
}

/** `SF: long form`, `SF = long form, SF = long form`: a comma parts entries where a separator follows it. */
function separatedEntries(search: Search, pieces: readonly Span[]): readonly Entry[] {
  const { text } = search;
  const { start } = pieces[0]!;
  const to = pieces[pieces.length - 1]!.end;
  let from = start;
  let separator = separatorAt(text, start, to);
  if (!separator) return NONE;
  const entries: Entry[] = [];
  for (const { end } of pieces) {
    if (!separator) break;
    const next = end < to ? separatorAt(text, end + 1, Math.min(to, end + MAX_SHORT)) : null;
    if (separator.start >= end || (end < to && !next)) continue;
    const right = { start: separator.end, end };
    const entry = pairUp(search, { start: from, end: separator.start }, right, end === to && from === start);
    if (entry) entries.push(entry);
    from = end + 1;
    separator = next;
  }
  return entries;
}

/** A short form and a long form with two commas in it, at most. */
const MAX_PIECES = 4;

/** `SF, long form` and `SF, long form, SF, long form, …`. */
function commaEntries(search: Search, pieces: readonly Span[]): readonly Entry[] {
  if (pieces.length < 2) return NONE;
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < pieces.length; ) {
    let last = i + 1;
    // A long form may hold a comma itself; the next short form ends it.
    const furthest = Math.min(pieces.length, i + MAX_PIECES);
    while (last + 1 < furthest && !looksShort(search.text, pieces[last + 1]!)) {
      if (sentenceEnd(search.text, pieces[last]!) !== null) break;
      last++;
    }
    const long = { start: pieces[i + 1]!.start, end: pieces[last]!.end };
    // "MAX, E2F6, and E2F motifs" goes on to what it lists last.
    if (beginsWithConjunction(search.text, long.start)) {
      i += 1;
      continue;
    }
    const entry = pairUp(search, pieces[i]!, long, i === 0 && last === pieces.length - 1);
    if (entry === null) {
      i += 1;
      continue;
    }
    entries.push(entry);
    // "dLN, draining lymph node. ASC, antibody-secreting cell": behind the full stop, the last piece begins an entry.
    i = sentenceEnd(search.text, pieces[last]!) !== null ? last : last + 1;
  }
  return entries;
}

const beginsWithConjunction = (text: string, at: number): boolean =>
  text.startsWith('and ', at + 1) || text.startsWith('or ', at + 1);

/** The pieces of `text[start..end)` between characters `at`; a comma parts only before white space. */
export function splitAt(text: string, start: number, end: number, at: number): Span[] {
  const pieces: Span[] = [{ start, end: nextSplit(text, start, end, at) }];
  for (let last = pieces[0]!.end; last < end; ) {
    const from = last + 1;
    last = nextSplit(text, from, end, at);
    pieces.push({ start: from, end: last });
  }
  return pieces;
}

/** Where the piece that begins at `from` ends. */
function nextSplit(text: string, from: number, end: number, at: number): number {
  for (let i = from; i < end; i++) {
    if (text.charCodeAt(i) === at && (at !== 0x2c || isSpace(unitAt(text, i + 1)))) return i;
  }
  return end;
}

/** The first `=`, colon, spaced or long dash, or column gap in `text[start..end)`. */
function separatorAt(text: string, start: number, end: number): Span | null {
  const from = visibleStart(text, start, end);
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3d || code === 0x2014) return { start: at, end: at + 1 };
    if (code === 0x3a && isSpace(unitAt(text, pastMarkup(text, at + 1)))) {
      return { start: at, end: at + 1 };
    }
    if (!isSpace(code) || code === LF) continue;
    const next = unitAt(text, at + 1);
    if (kindOf(next) === Kind.dash && isSpace(unitAt(text, at + 2))) return { start: at, end: at + 3 };
    if (isSpace(next) && next !== LF) return { start: at, end: at + 2 };
  }
  return null;
}

/** The end of the markup inside a word that begins at `at`, if any does. */
function pastMarkup(text: string, at: number): number {
  let end = at;
  while (unitAt(text, end) === TRANSPARENT) end += 1;
  return end;
}

function pairUp(search: Search, left: Span, right: Span, alone: boolean): Entry | null {
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

const END_OF_ASCII = 0x80;

const isSmall = (code: number): boolean => isLetter(code) && !isUpper(code);

/** The entry that begins after the sentences of a legend: "Fig. 3. Survival of mice. HD, healthy donor". */
function afterSentence(search: Search, a: Span, b: Span): Entry | null {
  const at = search.text.slice(a.start, a.end).lastIndexOf('. ');
  if (at < 0) return null;
  const start = visibleStart(search.text, a.start + at + 1, a.end);
  if (!isUpper(search.text.charCodeAt(start)) || isSmall(search.text.charCodeAt(start + 1))) return null;
  return readEntry(search, { start, end: a.end }, b);
}

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

const looksShort = (text: string, span: Span): boolean => {
  const { start, end } = trim(text, span);
  const short = readShortForm(text, start, end);
  return short !== null && !short.plain;
};

/** "domain. Cytotoxicity", "follow-up. Of", "domain. b, Viability", "domain. ***p < 0.001": a sentence ends inside a legend. */
const SENTENCE_END = lettered`[\p{Ll}-]{3}\.\s{1,9}(?=\uE000{0,4}(?:[\p{Lu}]|[*†‡§¶]|\(?[a-hA-H]\s{0,3}[,):|]))`;
/** What a sentence's end is known by that may stand behind a piece: the sign behind the name of a panel. */
const BEHIND = 4;

/** Where a sentence ends in a piece, or right behind it. */
function sentenceEnd(text: string, { start, end }: Span): RegExpExecArray | null {
  const piece = text.slice(start, end + BEHIND);
  return piece.includes('.') ? SENTENCE_END.exec(piece) : null;
}

/** What stands before the end of its sentence, and before the first opaque stretch: a citation after a long form. */
function longFormIn(text: string, { start, end }: Span): Span {
  const long = text.slice(start, end);
  const sentence = sentenceEnd(text, { start, end });
  const most = sentence === null ? long : long.slice(0, sentence.index + 3);
  const at = most.indexOf(Fill.opaque);
  // The bracket around all of the list.
  const isClosing = at < 0 && most.endsWith(')') && !most.includes('(');
  const to = start + (at < 0 ? most.length - Number(isClosing) : at);
  return to === end ? { start, end } : { start, end: visibleEnd(text, to, start) };
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
