/** Whether a manuscript is written in British or in American English: as it says itself, else as most of its words say. */

import { frontMatterOf } from '../frontMatter.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Block, Role, Text } from '../types.ts';

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

/** How a manuscript is spelt. Of a text that was counted before, only new blocks are read. */
export function spellingOf(analyses: readonly Analysis[]): Spelling {
  const said = analyses[0] === undefined ? undefined : saidBy(textOf(analyses[0].document));
  if (said !== undefined) return said;
  const read = blocksOf(analyses);
  // Most manuscripts hold hardly a British word, whatever else they hold.
  let british = 0;
  for (const block of read) british += britishIn(block);
  if (british < LEAST) return 'american';
  british = 0;
  let american = 0;
  for (const block of read) {
    british += britishIn(block);
    american += americanIn(block);
    if (british + american >= ENOUGH) break;
  }
  return british > american ? 'british' : 'american';
}

/** What is looked at. */
function blocksOf(analyses: readonly Analysis[]): readonly Block[] {
  const read: Block[] = [];
  let length = 0;
  for (const { blocks } of analyses) {
    for (let index = 0; index < blocks.length; index++) {
      const { block, role } = blocks[index]!;
      if (block.kind === 'opaque' || block.kind === 'blank' || UNREAD.has(role)) continue;
      read.push(block);
      length += block.masked.length;
      if (length > MOST_READ) return read;
    }
  }
  return read;
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
