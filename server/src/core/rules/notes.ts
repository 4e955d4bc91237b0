/** What the rules about a whole manuscript look for in its blocks, noted once for each block. */

import { Char, characterClass } from '../analysis/characters.ts';
import { singular } from '../glossary/normalize.ts';
import { changeOf, itemsOf } from '../manuscript/readingOrder.ts';
import { PERIOD } from '../signs.ts';
import { spliced } from '../spliced.ts';
import { finished, STEP, type Steps } from '../steps.ts';
import type { Analysis, Block, BlockFacts, Manuscript, PlacedBlock, Span, Token } from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { isInWord, wordBehind } from './surroundings.ts';

/** "CAR-T" or "CAR T": two short forms side by side. Block-relative. */
export interface CompoundNote extends Span {
  readonly token: Token;
  /** With a plain hyphen, in the singular: CAR-T. */
  readonly form: string;
}

/** "P.C.R.": capitals with a period behind each. Block-relative. */
export interface DottedNote extends Span {
  readonly letters: string;
  /** Its last period ends the sentence too. */
  readonly ends: boolean;
}

export interface Notes {
  readonly hyphened: readonly CompoundNote[];
  readonly spaced: readonly CompoundNote[];
  readonly dotted: readonly DottedNote[];
  /** Tokens that are macros. */
  readonly macros: readonly Token[];
  /** Keys of glossary entries that are no abbreviations. */
  readonly entries: readonly string[];
}

/** A block in its place, with something noted of it. */
export interface Noted {
  readonly analysis: Analysis;
  readonly placed: PlacedBlock;
  readonly notes: Notes;
}

/** The blocks of one document, and what was noted of each. */
interface NotedBlocks {
  readonly blocks: readonly PlacedBlock[];
  readonly notes: readonly (Notes | undefined)[];
}

const NOTHING_NOTED: NotedBlocks = { blocks: [], notes: [] };

/** All blocks of which something is noted. Linear in the number of blocks, and in the text of new ones. */
export function notedIn(manuscript: Manuscript): readonly Noted[] {
  return finished(noteInSteps(manuscript));
}

/** The same in steps: whoever asks afterwards need only look. What was noted of other versions' blocks stays known. */
export function* noteInSteps({ analyses, lasting, kept }: Manuscript): Steps<readonly Noted[]> {
  const known = kept.get(noteInSteps) as readonly Noted[] | undefined;
  if (known !== undefined) return known;
  const noted: Noted[] = [];
  for (const analysis of analyses) {
    const { blocks } = analysis;
    const { uri } = analysis.document;
    const name = `notes ${uri}`;
    const last = (lasting.get(name) as NotedBlocks | undefined) ?? NOTHING_NOTED;
    const change = changeOf(last.blocks, blocks);
    const fresh = yield* itemsOf(change.added, notesOf, 0, MOST_NOTED);
    const notes = spliced(last.notes, change.from, change.from + change.removed.length, fresh);
    lasting.set(name, { blocks, notes });
    for (let at = 0; at < notes.length; at++) {
      if (notes[at] !== undefined) noted.push({ analysis, placed: blocks[at]!, notes: notes[at]! });
    }
  }
  kept.set(noteInSteps, noted);
  return noted;
}

/** UTF-16 units that are looked through in one step. */
const MOST_NOTED = 10 * STEP;

function notesOf({ block, facts }: PlacedBlock): Notes | undefined {
  return block.kind === 'blank' ? undefined : read(block, facts);
}

const NONE: readonly never[] = [];

function withOne<T>(items: T[] | undefined, item: T): T[] {
  if (items === undefined) return [item];
  items.push(item);
  return items;
}

/** Nothing is made for the many blocks of which nothing is noted. */
function read({ masked, marks = NONE }: Block, { tokens }: BlockFacts): Notes | undefined {
  let hyphened: CompoundNote[] | undefined;
  let spaced: CompoundNote[] | undefined;
  let macros: Token[] | undefined;
  let entries: string[] | undefined;
  for (const token of tokens) {
    if (token.key !== undefined) {
      macros = withOne(macros, token);
      continue;
    }
    const form = hyphenedForm(token);
    if (form !== undefined) hyphened = withOne(hyphened, { token, start: token.start, end: token.end, form });
    const end = tailEnd(masked, token);
    if (end !== undefined) {
      const form = `${token.surface}-${singular(masked.slice(token.end + 1, end))}`;
      spaced = withOne(spaced, { token, start: token.start, end, form });
    }
  }
  for (const { kind, key } of marks)
    if (kind === 'entry' && key !== undefined) entries = withOne(entries, key);
  const dotted = dottedIn(masked);
  if ((hyphened ?? spaced ?? macros ?? entries) === undefined && dotted.length === 0) return undefined;
  return {
    hyphened: hyphened ?? NONE,
    spaced: spaced ?? NONE,
    dotted,
    macros: macros ?? NONE,
    entries: entries ?? NONE,
  };
}

/** The form of a compound that is written with a hyphen. */
function hyphenedForm({ surface }: Token): string | undefined {
  if (!hasHyphenNearEnd(surface)) return undefined;
  const [, head, tail] = COMPOUND.exec(surface) ?? [];
  return head === undefined || tail === undefined ? undefined : `${head}-${singular(tail)}`;
}

/** A look that spares most tokens the pattern: a hyphen stands no farther from the end than a tail is long. */
function hasHyphenNearEnd(surface: string): boolean {
  for (let at = surface.length - 2; at > 0 && at >= surface.length - 1 - LONGEST_TAIL; at--) {
    if ((characterClass(surface.charCodeAt(at)) & Char.hyphen) !== 0) return true;
  }
  return false;
}

const COMPOUND = /^([A-Z][A-Za-z]*[A-Z]s?)[-\u2010\u2011\u2013]([A-Z]{1,4}s?)$/;
/** Four capitals and an s. */
const LONGEST_TAIL = 5;
const TAIL = /^[A-Z]{1,4}s?$/;

/** The end of a tail that stands one character behind a token: markup between the two would be torn by an edit. */
function tailEnd(masked: string, { end }: Token): number | undefined {
  if (!isCapital(unitAt(masked, end + 1))) return undefined;
  const tail = wordBehind(masked, end);
  if (tail?.start !== end + 1 || isInWord(masked, tail.end)) return undefined;
  return TAIL.test(masked.slice(tail.start, tail.end)) ? tail.end : undefined;
}

/** Capitals with a period behind each, two or more. Goes from period to period. */
function dottedIn(masked: string): readonly DottedNote[] {
  let found: DottedNote[] | undefined;
  for (let at = masked.indexOf('.'); at >= 0; at = masked.indexOf('.', at + 1)) {
    const start = at - 1;
    if (!isCapital(unitAt(masked, start)) || isInWord(masked, start - 1)) continue;
    if (unitAt(masked, start - 1) === PERIOD) continue;
    let letters = masked.charAt(start);
    while (isCapital(unitAt(masked, at + 1)) && unitAt(masked, at + 2) === PERIOD) {
      letters += masked.charAt(at + 1);
      at += 2;
    }
    if (letters.length < 2 || isInWord(masked, at + 1)) continue;
    const ends = /^\s*$|^["”’)]*\s+[A-Z]/.test(masked.slice(at + 1, at + 6));
    found = withOne(found, { start, end: at + 1, letters, ends });
  }
  return found ?? NONE;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
