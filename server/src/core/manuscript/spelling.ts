/** Whether a manuscript is written in British or in American English: as it says itself, else as most of its words say. */

import { frontMatterOf } from '../frontMatter.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Block, PlacedBlock, Role, Text } from '../types.ts';
import { changeOf } from './readingOrder.ts';

export type Spelling = 'american' | 'british';

/** Words that the two spell differently, and that are no names. */
const BRITISH =
  /tumour|haem[ao]|\w{2}aemi[ac]|oedema|oesoph|oestr[ao]|paediatr|aetiolog|diarrhoea|anaesth|coeliac|colour|behaviour|favour|fibre|\bcentre|signalling|labell|modelling/g;
const AMERICAN =
  /\btumors?\b|\bhem(?:ato|ogl|orrh|oly|oph)|(?:leuk|an|isch|glyc|ox|vir)emi[ac]|\bedema|\besoph|\bestr[ao]|pediatr|\betiolog|diarrhea|anesth|\bceliac|\bcolor(?!ect)|behavior|\bfavor|\bfibers?\b|\bcenters?\b|signaling|labeled|labeling|modeling/g;

/** Text that isn't the authors' own wording. */
const UNREAD: ReadonlySet<Role> = new Set(['references', 'metadata', 'authors', 'back-matter']);
/** What this many words say counts, and what so many characters hold; the rest of a long manuscript isn't looked at. */
const ENOUGH = 20;
const MOST_READ = 60_000;
/** Fewer British words than this may be a slip, or a name. */
const LEAST = 2;

const britishIn = counted(BRITISH);
const americanIn = counted(AMERICAN);

/** Tells how a manuscript is spelt. */
export type SpellingReader = (analyses: readonly Analysis[]) => Spelling;

/** Makes a reader. Of a text that was counted before, only new blocks are read. */
export function createSpellingReader(): SpellingReader {
  let last: Looked | undefined;
  return analyses => {
    const [first] = analyses;
    const said = first && saidBy(textOf(first.document));
    if (said !== undefined || first === undefined) return said ?? 'american';
    // A keystroke rarely makes or ends a word that counts.
    const same = last && analyses.length === 1 ? lookedAgain(last, first.blocks) : undefined;
    last = same ?? lookedAt(analyses);
    return last.spelling;
  };
}

/** What was looked at, and what it came to. */
interface Looked {
  /** Those of the last document that was looked at. */
  readonly blocks: readonly PlacedBlock[];
  /** The block there that was one too many; else their number. */
  readonly end: number;
  /** All that was read, with that block. */
  readonly length: number;
  /** There are enough British words that American ones were counted, too. */
  readonly isMixed: boolean;
  readonly spelling: Spelling;
}

function lookedAt(analyses: readonly Analysis[]): Looked {
  const read: Block[] = [];
  let length = 0;
  for (const { blocks } of analyses) {
    for (let index = 0; index < blocks.length; index++) {
      const { block } = blocks[index]!;
      if (!isRead(blocks[index]!)) continue;
      read.push(block);
      length += block.masked.length;
      if (length > MOST_READ) return { blocks, end: index, length, ...mostlyIn(read) };
    }
  }
  const { blocks } = analyses.at(-1)!;
  return { blocks, end: blocks.length, length, ...mostlyIn(read) };
}

/** The same after an edit of a lone document, where that changed nothing that counts. */
function lookedAgain(
  { blocks, end, length, isMixed, spelling }: Looked,
  now: readonly PlacedBlock[],
): Looked | undefined {
  const { from, removed, added } = changeOf(blocks, now);
  const [before, after] = [removed[0], added[0]];
  if (removed.length !== 1 || added.length !== 1 || before === undefined || after === undefined)
    return undefined;
  if (from > end) return { blocks: now, end, length, isMixed, spelling };
  if (isRead(before) !== isRead(after) || !countAlike(before.block, after.block, isMixed)) return undefined;
  const by = isRead(after) ? after.block.masked.length - before.block.masked.length : 0;
  const last = now[end];
  const ends = last === undefined ? length + by <= MOST_READ : isAtEnd(length + by, last);
  return ends ? { blocks: now, end, length: length + by, isMixed, spelling } : undefined;
}

/** Whether a block is the one by which too much is read. */
function isAtEnd(length: number, { block }: PlacedBlock): boolean {
  return length > MOST_READ && length - block.masked.length <= MOST_READ;
}

/** Whether blocks have as many words that count; American ones do where there are British ones at all. */
function countAlike(one: Block, other: Block, isMixed: boolean): boolean {
  return britishIn(one) === britishIn(other) && (!isMixed || americanIn(one) === americanIn(other));
}

function isRead({ block, role }: PlacedBlock): boolean {
  return block.kind !== 'opaque' && block.kind !== 'blank' && !UNREAD.has(role);
}

/** What most words of these blocks say. */
function mostlyIn(read: readonly Block[]): Pick<Looked, 'isMixed' | 'spelling'> {
  // Most manuscripts hold hardly a British word, whatever else they hold.
  let british = 0;
  for (const block of read) british += britishIn(block);
  if (british < LEAST) return { isMixed: false, spelling: 'american' };
  british = 0;
  let american = 0;
  for (const block of read) {
    british += britishIn(block);
    american += americanIn(block);
    if (british + american >= ENOUGH) break;
  }
  return { isMixed: true, spelling: british > american ? 'british' : 'american' };
}

/** How many of these words a block has: counted once. */
function counted(words: RegExp): (block: Block) => number {
  const found = new WeakMap<Block, number>();
  return block => {
    let count = found.get(block);
    if (count === undefined) {
      count = block.masked.match(words)?.length ?? 0;
      found.set(block, count);
    }
    return count;
  };
}

/** Characters in which a LaTeX preamble or an HTML head names its language. */
const HEAD = 3000;

/** `lang: en-GB` in front matter, babel's `british`, `<html lang="en-GB">`. */
function saidBy(text: Text): Spelling | undefined {
  const front = frontMatterOf(text);
  const own =
    front &&
    /^lang(?:uage)?:[ \t]*["']?en[-_](GB|UK|AU|IE|NZ|ZA|IN|US)\b/im.exec(text.slice(front.start, front.end));
  const head = text.slice(0, HEAD);
  const html = /<html[^<>]{0,200}\blang="en-(GB|UK|AU|IE|NZ|ZA|IN|US)"/i.exec(head);
  const region = (own ?? html)?.[1]?.toUpperCase();
  if (region !== undefined) return region === 'US' ? 'american' : 'british';
  const babel = /\b(?:british|UKenglish|american|USenglish)(?=[,\]])/.exec(head)?.[0];
  if (babel === undefined) return undefined;
  return babel === 'british' || babel === 'UKenglish' ? 'british' : 'american';
}
