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

const found = new WeakMap<Block, readonly [british: number, american: number]>();

/** How a manuscript is spelt. Of a text that was counted before, only new blocks are read. */
export function spellingOf(analyses: readonly Analysis[]): Spelling {
  const said = analyses[0] === undefined ? undefined : saidBy(textOf(analyses[0].document));
  if (said !== undefined) return said;
  let british = 0;
  let american = 0;
  let read = 0;
  const decided = (): Spelling => (british >= LEAST && british > american ? 'british' : 'american');
  for (const { blocks } of analyses) {
    for (let index = 0; index < blocks.length; index++) {
      const { block, role } = blocks[index]!;
      if (block.kind === 'opaque' || block.kind === 'blank' || UNREAD.has(role)) continue;
      let counts = found.get(block);
      if (counts === undefined) {
        counts = [countOf(block.masked, BRITISH), countOf(block.masked, AMERICAN)];
        found.set(block, counts);
      }
      british += counts[0];
      american += counts[1];
      read += block.masked.length;
      if (british + american >= ENOUGH || read > MOST_READ) return decided();
    }
  }
  return decided();
}

function countOf(masked: string, words: RegExp): number {
  return masked.match(words)?.length ?? 0;
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
