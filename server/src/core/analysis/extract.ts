/** Reads one block: its words, tokens and definitions. Knows no glossary, and nothing of other blocks. */

import { OPAQUE, TRANSPARENT } from '../signs.ts';
import {
  type Block,
  type BlockFacts,
  type Definition,
  Fill,
  type Mark,
  type Role,
  type Span,
} from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { createRoom, findDefinitions, findListEntries, type Room } from './definitions/index.ts';
import { expandTerms, toOrigin } from './terms.ts';
import { findTokens } from './tokens.ts';

/** How a block is read for definitions: the only thing about its role that extraction depends on. */
export type Extraction = 'prose' | 'list' | 'table' | 'none';

const NONE: readonly Definition[] = [];

/** What is found in a block that isn't read. */
export const NO_FACTS: BlockFacts = Object.freeze({ words: 0, tokens: [], definitions: [] });

/** The way to read a block with this role. */
export function extractionOf(block: Block, role: Role): Extraction {
  if (block.kind === 'blank' || block.kind === 'opaque') return 'none';
  if (role === 'references' || role === 'metadata' || role === 'authors') return 'none';
  if (role === 'abbreviation-list' || block.kind === 'definition') return 'list';
  if (block.kind === 'table' || role === 'caption' || role === 'table') return 'table';
  return 'prose';
}

/** Reads a block. Spans are relative to it. Linear in its length. `room`: see `findDefinitions`. */
export function extract(block: Block, extraction: Extraction, room: Room = createRoom()): BlockFacts {
  const declared = block.declarations ?? [];
  if (extraction === 'none' && declared.length === 0) return NO_FACTS;
  const masked = block.kind === 'caption' ? withoutTabs(block.masked) : block.masked;
  const definitions: Definition[] = declared.map(({ form, key, short, long }) => ({
    form,
    short,
    long,
    start: Math.min(short.start, long.start),
    end: Math.max(short.end, long.end),
    ...(key === undefined ? {} : { key }),
  }));
  if (extraction === 'none') return { ...NO_FACTS, definitions };
  const expansion = expandTerms(block);
  const written = expansion
    ? toOrigin(extractWritten(expansion.masked, expansion.marks, extraction, room), expansion, masked)
    : extractWritten(masked, block.marks, extraction, room);
  if (declared.length === 0 && expansion === undefined && extraction === 'prose') return written;
  for (const found of written.definitions) {
    const isDeclared = definitions.some(other => other.short.start === found.short.start);
    if (!isDeclared && (found.form === 'list' || extraction !== 'list' || declared.length === 0)) {
      definitions.push(found);
    }
  }
  definitions.sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...written, definitions };
}

/** Running text with the tabs that indent its lines, or stand between its words, as spaces: they part no cells there. */
export const withoutTabs = (masked: string): string =>
  masked.includes('\t') ? masked.replaceAll('\t', ' ') : masked;

/** Reads a masked text in which nothing is declared. */
function extractWritten(
  masked: string,
  marks: readonly Mark[] | undefined,
  extraction: Extraction,
  room: Room,
): BlockFacts {
  const entries =
    extraction === 'prose'
      ? notedEntries(masked, room)
      : findListEntries(masked, extraction === 'list', room);
  const { words, tokens, signs } = findTokens(masked, marks);
  const text = extraction === 'prose' ? withoutTabs(masked) : masked;
  const others = extraction === 'list' && entries.length > 0 ? [] : findDefinitions(text, signs, room);
  if (entries.length === 0) return { words, tokens, definitions: wholeOf(masked, others) };
  const listed = new Set(entries.map(({ short }) => short.start));
  const definitions = [...entries, ...others.filter(({ short }) => !listed.has(short.start))];
  definitions.sort((a, b) => a.start - b.start || a.end - b.end);
  return { words, tokens, definitions: wholeOf(masked, definitions) };
}

/** Definitions whose forms end with the markup that opens inside them, as tokens do: `T~reg~`, `TNF-$\alpha$`. */
export function wholeOf(masked: string, definitions: readonly Definition[]): readonly Definition[] {
  if (!masked.includes(Fill.transparent)) return definitions;
  return definitions.map(definition => {
    const short = withMarkup(masked, definition.short);
    const long = withMarkup(masked, definition.long);
    if (short === definition.short && long === definition.long) return definition;
    return { ...definition, short, long, end: Math.max(definition.end, short.end, long.end) };
  });
}

const END_OF_ASCII = 0x80;

function withMarkup(masked: string, span: Span): Span {
  const { start } = span;
  let { end } = span;
  // Markup around the whole closes behind it; a letter that a command prints is none of ASCII.
  if (!masked.slice(start, end).includes(Fill.transparent) && unitAt(masked, end - 1) < END_OF_ASCII)
    return span;
  while (unitAt(masked, end) === TRANSPARENT) end++;
  // Before a citation, markup opens: `CAR^[1]^`.
  return end === span.end || unitAt(masked, end) === OPAQUE ? span : { start, end };
}

/** How a list begins in a note inside a paragraph: opaque units fence the note off. */
export const NOTED_LIST = `${Fill.opaque}Abbreviations`;

/** The entries of lists in notes: "cells.\footnote{Abbreviations: CRS, cytokine release syndrome; …}". Linear. */
function notedEntries(masked: string, room: Room): readonly Definition[] {
  let from = masked.indexOf(NOTED_LIST);
  if (from < 0) return NONE;
  const found: Definition[] = [];
  while (from >= 0) {
    const start = from + 1;
    const next = masked.indexOf(Fill.opaque, start);
    const end = next < 0 ? masked.length : next;
    const moved = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    });
    for (const entry of findListEntries(masked.slice(start, end), false, room)) {
      found.push({ ...moved(entry), short: moved(entry.short), long: moved(entry.long) });
    }
    from = masked.indexOf(NOTED_LIST, end);
  }
  return found;
}
