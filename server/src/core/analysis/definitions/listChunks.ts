import { lazily } from '../../lazily.ts';
import { LF } from '../../signs.ts';
import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { MAX_SHORT } from './listEntry.ts';
import { isSentenceEntry } from './listSentences.ts';
import { separatorAt } from './listSeparators.ts';
import { visibleEnd } from './window.ts';

/**
 * The text cut at semicolons, and at line ends after which an entry begins: others wrap a long form. What stands
 * before a label isn't part of the list.
 */
export function chunks(text: string): Span[] {
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
