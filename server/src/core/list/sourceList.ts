/**
 * An abbreviation list as it stands in its source. Each entry has a slot: the stretch that is its own, with the
 * markup on it but without what the list puts around every entry.
 *
 * | source | slot |
 * |---|---|
 * | `- **CAR**: chimeric antigen receptor;` | `**CAR**: chimeric antigen receptor` |
 * | `\| CAR \| chimeric antigen receptor \|` | `CAR \| chimeric antigen receptor` |
 * | `\item[CAR] chimeric antigen receptor` | `\item[CAR] chimeric antigen receptor` |
 * | `\newacronym{car}{CAR}{chimeric antigen receptor}` | the whole line |
 *
 * So an entry is sorted by filling slots otherwise, and a new one is its neighbour with other words.
 */
import { blockAt, blockIndex } from '../analysis/blockAt.ts';
import { keptWith } from '../kept.ts';
import { lettered } from '../lettered.ts';
import { textOf } from '../textOf.ts';
import { type Analysis, Fill, type Manuscript, type PlacedBlock, type Span, type Text } from '../types.ts';
import { declaredEntries, type ListEntry, listEntries } from './entries.ts';

/** An entry with its slot. Spans are absolute. */
export interface SlottedEntry extends ListEntry, Span {
  readonly placed: PlacedBlock;
}

/** Entries of one document with nothing but markup and punctuation between them. At least one. */
export interface SourceList {
  readonly analysis: Analysis;
  readonly entries: readonly SlottedEntry[];
}

/** The lists that a manuscript has written, in reading order. */
export const sourceLists = keptWith((manuscript: Manuscript): readonly SourceList[] =>
  // A sentence in the list's section that defines a term as running text does is no entry.
  runs(listEntries(manuscript).filter(({ definition: { form } }) => form === 'list' || form === 'macro')),
);

/** The lists of what macros declare. */
export function declaredLists(manuscript: Manuscript): readonly SourceList[] {
  return runs(declaredEntries(manuscript));
}

function runs(entries: readonly ListEntry[]): readonly SourceList[] {
  const lists: { analysis: Analysis; entries: SlottedEntry[] }[] = [];
  for (const entry of slotted(entries)) {
    const { analysis } = entry.definition;
    const last = lists.at(-1);
    const before = last?.entries.at(-1);
    if (last === undefined || before === undefined || last.analysis !== analysis) {
      lists.push({ analysis, entries: [entry] });
      continue;
    }
    // Two definitions in one entry: the first is the entry.
    if (entry.start < before.end) continue;
    if (hasWords(analysis, before.end, entry.start)) lists.push({ analysis, entries: [entry] });
    else last.entries.push(entry);
  }
  return lists;
}

function slotted(entries: readonly ListEntry[]): readonly SlottedEntry[] {
  const placed = entries.map(({ definition }) => blockAt(definition.analysis, definition.start)!);
  return entries.map((entry, index) => {
    const block = placed[index]!;
    const { analysis, form } = entry.definition;
    if (form === 'macro') return { ...entry, placed: block, ...trimmed(textOf(analysis.document), block) };
    const next = placed[index + 1] === block ? entries[index + 1]!.definition : undefined;
    return { ...entry, placed: block, ...slotOf(entry, block, next?.start ?? block.end) };
  });
}

/** From the markup before the entry to the markup behind its last word, which may stand behind the long form. */
function slotOf(
  { definition }: ListEntry,
  { start: origin, block: { masked } }: PlacedBlock,
  until: number,
): Span {
  const source = textOf(definition.analysis.document).slice(origin, origin + masked.length);
  let end = definition.end - origin;
  const line = endOfEntry(masked, end, until - origin);
  for (let at = end; at < line; at++) if (/[\p{L}\p{N})\]]/u.test(masked[at]!)) end = at + 1;
  let start = definition.start - origin;
  while (start > 0 && isMarkup(masked, source, start - 1)) start--;
  while (end < masked.length && isMarkup(masked, source, end)) end++;
  return { start: origin + start, end: origin + end };
}

/** Where the words behind a long form end at the latest: a semicolon, a cell's or a line's end. */
function endOfEntry(masked: string, from: number, until: number): number {
  const rest = masked.slice(from, until);
  const found = /[;\t\n]/.exec(rest);
  return from + (found?.index ?? rest.length);
}

/** Markup that is written on to a word: neither white space nor a cell boundary, nor what breaks a line. */
function isMarkup(masked: string, source: string, at: number): boolean {
  if (masked[at] !== Fill.space && masked[at] !== Fill.transparent) return false;
  return !/[\s|&]/.test(source[at]!) && (source[at] !== '\\' || /[A-Za-z]/.test(source[at + 1] ?? ''));
}

function trimmed(text: Text, { start, end }: Span): Span {
  const source = text.slice(start, end);
  return { start: start + source.length - source.trimStart().length, end: start + source.trimEnd().length };
}

const WORDED = lettered`[\p{L}\p{N}]`;

/** Whether words stand there: what a reader sees, not markup. */
function hasWords({ blocks }: Analysis, start: number, end: number): boolean {
  for (let index = blockIndex(blocks, start); index < blocks.length; index++) {
    const { start: origin, block } = blocks[index]!;
    if (origin >= end) return false;
    const from = Math.max(0, start - origin);
    if (WORDED.test(block.masked.slice(from, end - origin))) return true;
  }
  return false;
}
