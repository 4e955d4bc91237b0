/** Folds one document into its `Analysis`: blocks, roles, words, tokens and definitions. */
import { formatOf } from '../prose/formats.ts';
import { readDocument, rereadDocument } from '../prose/reading.ts';
import { NO_TERMS } from '../prose/terms.ts';
import type {
  Analysis,
  Block,
  BlockFacts,
  PlacedBlock,
  Role,
  SourceDocument,
  Terms,
  TextChange,
} from '../types.ts';
import { type Extraction, extract, extractionOf } from './extract.ts';
import { isProse } from './roles.ts';
import { assignRoles, type SectionCue, sectionCue } from './sections.ts';

/** What was found in a block, by the way it was read; lives as long as the block. */
interface Remembered {
  readonly cue: SectionCue;
  readonly facts: Partial<Record<Extraction, BlockFacts>>;
}

/**
 * Reads a document, by what is known of an earlier version. `section`, `inherited`: see `Analysis`; as before where
 * they aren't given.
 */
export type Analyzer = (
  document: SourceDocument,
  previous?: Analysis,
  change?: TextChange,
  section?: Role,
  inherited?: Terms,
) => Analysis;

/**
 * Makes an analyzer. It remembers what it found in each block object, and blocks that an edit didn't touch
 * stay the same objects, so that an edit re-reads only its own block.
 */
export function createAnalyzer(): Analyzer {
  const memory = new WeakMap<Block, Remembered>();

  const remember = (block: Block): Remembered => {
    let found = memory.get(block);
    if (found === undefined) {
      found = { cue: sectionCue(block), facts: {} };
      memory.set(block, found);
    }
    return found;
  };

  return (
    document,
    previous,
    change,
    section = previous?.section ?? 'body',
    inherited = previous?.inherited ?? NO_TERMS,
  ) => {
    const format = formatOf(document.languageId, document.uri);
    const own = format.terms?.(document.text) ?? NO_TERMS;
    const terms = inherited.size === 0 ? own : new Map([...inherited, ...own]);
    const reading =
      previous?.format === format
        ? rereadDocument(
            format,
            previous.reading,
            document.text,
            ...(change === undefined ? difference(previous.document.text, document.text) : boundsOf(change)),
            terms,
          )
        : readDocument(format, document.text, terms);
    const remembered = reading.blocks.map(remember);
    const roles = assignRoles(
      remembered.map(each => each.cue),
      section,
    );
    const blocks: PlacedBlock[] = [];
    let start = 0;
    let words = 0;
    for (let index = 0; index < reading.blocks.length; index++) {
      const block = reading.blocks[index]!;
      const role = roles[index]!;
      const { facts } = remembered[index]!;
      const way = extractionOf(block, role);
      let found = facts[way];
      if (found === undefined) {
        found = extract(block, way);
        (facts as Record<Extraction, BlockFacts>)[way] = found;
      }
      const end = start + block.masked.length;
      blocks.push({ start, end, role, block, facts: found });
      if (isProse(role)) words += found.words;
      start = end;
    }
    return { document, format, reading, blocks, words, section, terms: own, inherited };
  };
}

type Bounds = readonly [from: number, toOld: number, toNew: number];

function boundsOf(change: TextChange): Bounds {
  return [change.start, change.end, change.start + change.newLength];
}

/** The smallest range in which two texts differ: common prefix and suffix left out. Linear. */
function difference(before: string, after: string): Bounds {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let toOld = before.length;
  let toNew = after.length;
  while (toOld > from && toNew > from && before.charCodeAt(toOld - 1) === after.charCodeAt(toNew - 1)) {
    toOld--;
    toNew--;
  }
  return [from, toOld, toNew];
}
