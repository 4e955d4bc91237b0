/** Edits of an abbreviation list in place, in the list's own style. */
import type { TextEdit } from '../types.ts';
import { compareKeys, isSorted } from './entries.ts';
import { macroKey, type NewEntry } from './newEntry.ts';
import type { SlottedEntry, SourceList } from './sourceList.ts';

/** Fills the slots in alphabetical order; what stands between them stays. */
export function sortEdits({ analysis, entries }: SourceList): readonly TextEdit[] {
  const { text, uri } = analysis.document;
  const sorted = entries.toSorted((a, b) => compareKeys(a.abbreviation.key, b.abbreviation.key));
  return entries.flatMap(({ start, end }, index) => {
    const other = sorted[index]!;
    const newText = text.slice(other.start, other.end);
    return other.start === start ? [] : [{ uri, start, end, newText }];
  });
}

/** Takes one entry out, with what parts it from its neighbour. */
export function removeEdit({ analysis, entries }: SourceList, index: number): TextEdit {
  const { uri } = analysis.document;
  const { start, end, placed } = entries[index]!;
  const [before, next] = [entries[index - 1], entries[index + 1]];
  if (next !== undefined) return { uri, start, end: next.start, newText: '' };
  if (before !== undefined) return { uri, start: before.end, end, newText: '' };
  return { uri, start: placed.start, end: placed.end, newText: '' };
}

/** Puts an entry in: in its alphabetical place, or last where the list is in another order. */
export function insertEdit(list: SourceList, entry: NewEntry): TextEdit {
  const { analysis, entries } = list;
  const { uri } = analysis.document;
  const following = isSorted(entries)
    ? entries.findIndex(({ abbreviation }) => compareKeys(abbreviation.key, entry.key) > 0)
    : -1;
  const newText = written(list, entry);
  const next = entries[following];
  if (next !== undefined) {
    return { uri, start: next.start, end: next.start, newText: newText + separator(list, following) };
  }
  const { end } = entries.at(-1)!;
  return { uri, start: end, end, newText: separator(list, entries.length) + newText };
}

/**
 * The list with exactly the entries that are kept and the new ones, in alphabetical order, as one edit.
 * @param isKept says of an entry whether it stays; at least one entry must stay or be new
 */
export function rewriteEdit(
  list: SourceList,
  isKept: (entry: SlottedEntry) => boolean,
  added: readonly NewEntry[],
): TextEdit {
  const { analysis, entries } = list;
  const { text, uri } = analysis.document;
  const units = [
    ...entries
      .filter(isKept)
      .map(({ abbreviation: { key }, start, end }) => ({ key, source: text.slice(start, end) })),
    ...added.map(entry => ({ key: entry.key, source: written(list, entry) })),
  ].sort((a, b) => compareKeys(a.key, b.key));
  const partings = entries.slice(1).map(({ start }, index) => text.slice(entries[index]!.end, start));
  const newText = units
    .map(({ source }, index) =>
      index === 0 ? source : (partings[index - 1] ?? separator(list, entries.length)) + source,
    )
    .join('');
  return { uri, start: entries[0]!.start, end: entries.at(-1)!.end, newText };
}

/** What parts an entry that is put in before the entry at `index` from that one, or from the last. */
function separator({ analysis, entries }: SourceList, index: number): string {
  const { text } = analysis.document;
  // The first of a run-in list may stand behind a label: what parts the others counts.
  const [before, next] = [entries[Math.max(0, index - 1)]!, entries[Math.max(1, index)]];
  if (next !== undefined) return text.slice(before.end, next.start);
  if (entries.length > 1) return text.slice(entries.at(-2)!.end, entries.at(-1)!.start);
  return aloneSeparator(analysis.format.id, text, entries[0]!);
}

/** Of a list with one entry: what stands around it in its block, on lines of their own. */
function aloneSeparator(format: string, text: string, { start, end, placed }: SlottedEntry): string {
  const isWhole = format !== 'latex' && placed.block.kind !== 'table' && placed.role === 'abbreviation-list';
  const from = isWhole ? indentedFrom(text, placed.start) : text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = isWhole ? placed.end : lineEnd < 0 ? text.length : lineEnd;
  const before = text.slice(from, start).replace(/^[\r\n]+/, '');
  // A label before it ("Abbreviations: CAR, …"), or a sentence's end behind it: entries run on.
  if (/\p{L}{2}/u.test(before.replace(/<[^<>]*>|\\[a-z]+/g, ''))) return '; ';
  const gap =
    format === 'markdown' && placed.block.kind !== 'item' && placed.block.kind !== 'table' ? '\n\n' : '\n';
  return `${text.slice(end, to).trimEnd()}${gap}${before}`;
}

/** The start of a line's indentation, where nothing else stands before `at`. */
function indentedFrom(text: string, at: number): number {
  let from = at;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  return from;
}

/** A new entry as its neighbours are written. */
function written({ analysis, entries }: SourceList, { short, long, key }: NewEntry): string {
  const { text } = analysis.document;
  // What a macro's options say is its own entry's.
  const hasOptions = ({ definition, start }: SlottedEntry): boolean =>
    definition.key !== undefined && text.slice(start, definition.start).includes('[');
  const model = entries.find(entry => !hasOptions(entry)) ?? entries[0]!;
  const { definition, start, end } = model;
  const capitals = entries.filter(({ definition: { longRead } }) => /^\p{Lu}\p{Ll}/u.test(longRead)).length;
  const shown = capitals * 2 > entries.length ? long.charAt(0).toUpperCase() + long.slice(1) : long;
  const isShortFirst = definition.short.start < definition.long.start;
  const [first, last] = isShortFirst
    ? [definition.short, definition.long]
    : [definition.long, definition.short];
  const [one, other] = isShortFirst ? [short, shown] : [shown, short];
  const behind = text.slice(last.end, definition.end) + markupOf(text.slice(definition.end, end));
  const copy = `${text.slice(start, first.start)}${one}${text.slice(first.end, last.start)}${other}${behind}`;
  return definition.key === undefined
    ? copy
    : copy.replace(`{${definition.key}}`, () => `{${macroKey(short, key)}}`);
}

/** What closes an entry's markup; words behind its long form are its own. */
function markupOf(rest: string): string {
  const isBare = !/[\p{L}\p{N}]/u.test(rest.replace(/<[^<>]*>/g, ''));
  return isBare ? rest : '';
}
