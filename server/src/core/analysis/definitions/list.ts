import { TAB } from '../../signs.ts';
import type { Definition, Span } from '../../types.ts';
import { chunks } from './listChunks.ts';
import { type Entry, looksShort, MAX_SHORT, pairUp } from './listEntry.ts';
import { sentenceEnd } from './listSentences.ts';
import { separatorAt, splitAt } from './listSeparators.ts';
import type { Search } from './longForm.ts';

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

/** The entries of `text[start..to)`, a chunk of a list: pairs of cells, or what stands between commas. */
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
