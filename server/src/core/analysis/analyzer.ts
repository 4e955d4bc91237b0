/** Folds one document into its `Analysis`: blocks, roles, words, tokens and definitions. */
import { formatOf } from '../prose/formats.ts';
import { readDocumentInSteps, rereadDocumentInSteps } from '../prose/reading.ts';
import { NO_TERMS } from '../prose/terms.ts';
import { type InSteps, STEP, type Steps } from '../steps.ts';
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
import { assignRoles, isSameCue, type SectionCue, sectionCue } from './sections.ts';

/** What was found in a block, by the way it was read; lives as long as the block. */
interface Remembered {
  readonly cue: SectionCue;
  readonly facts: Partial<Record<Extraction, BlockFacts>>;
}

/** Half of all blocks are blank lines: nothing need be remembered of each. */
const OF_BLANKS: Remembered = {
  cue: sectionCue({ kind: 'blank', masked: '' }),
  facts: { none: extract({ kind: 'blank', masked: '' }, 'none') },
};

const isEmpty = ({ kind, role, declarations }: Block): boolean =>
  kind === 'blank' && role === undefined && declarations === undefined;

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
export function createAnalyzer(): InSteps<Analyzer> {
  const memory = new WeakMap<Block, Remembered>();

  const remember = (block: Block): Remembered => {
    if (isEmpty(block)) return OF_BLANKS;
    let found = memory.get(block);
    if (found === undefined) {
      found = { cue: sectionCue(block), facts: {} };
      memory.set(block, found);
    }
    return found;
  };

  const factsOf = (block: Block, role: Role): BlockFacts => {
    const facts: Partial<Record<Extraction, BlockFacts>> = remember(block).facts;
    const way = extractionOf(block, role);
    facts[way] ??= extract(block, way);
    return facts[way];
  };

  /** The roles of blocks; as before an edit, where it left every block what it was. */
  function* rolesOf(
    blocks: readonly Block[],
    section: Role,
    before: Analysis | undefined,
    { from, kept }: Unchanged,
  ): Steps<(index: number) => Role> {
    const old = before?.reading.blocks;
    if (old?.length === blocks.length && before?.section === section) {
      const isSame = blocks
        .slice(from, blocks.length - kept)
        .every((block, index) => isSameCue(remember(block).cue, remember(old[from + index]!).cue));
      if (isSame) return index => before.blocks[index]!.role;
    }
    const cues: SectionCue[] = [];
    let work = 0;
    for (const block of blocks) {
      if (!memory.has(block)) work += block.masked.length;
      cues.push(remember(block).cue);
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    const roles = assignRoles(cues, section);
    return index => roles[index]!;
  }

  return function* (
    document,
    previous,
    change,
    section = previous?.section ?? 'body',
    inherited = previous?.inherited ?? NO_TERMS,
  ) {
    const format = formatOf(document.languageId, document.uri);
    const own = format.terms?.(document.text) ?? NO_TERMS;
    const terms = inherited.size === 0 ? own : new Map([...inherited, ...own]);
    const before = previous?.format === format ? previous : undefined;
    const reading = before
      ? yield* rereadDocumentInSteps(
          format,
          before.reading,
          document.text,
          ...(change === undefined ? difference(before.document.text, document.text) : boundsOf(change)),
          terms,
        )
      : yield* readDocumentInSteps(format, document.text, terms);
    const unchanged = unchangedIn(before?.reading.blocks ?? [], reading.blocks);
    const roleAt = yield* rolesOf(reading.blocks, section, before, unchanged);
    const blocks: PlacedBlock[] = [];
    const behind = reading.blocks.length - unchanged.kept;
    const moved = (before?.blocks.length ?? 0) - reading.blocks.length;
    let start = 0;
    let words = 0;
    let work = 0;
    for (let index = 0; index < reading.blocks.length; index++) {
      const block = reading.blocks[index]!;
      const role = roleAt(index);
      const last =
        index < unchanged.from
          ? before?.blocks[index]
          : index >= behind
            ? before?.blocks[index + moved]
            : undefined;
      const end = start + block.masked.length;
      const facts = last?.role === role ? last.facts : factsOf(block, role);
      blocks.push(last?.start === start && last.role === role ? last : { start, end, role, block, facts });
      if (isProse(role)) words += facts.words;
      start = end;
      if (last !== undefined) continue;
      work += block.masked.length;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    return { document, format, reading, blocks, words, section, terms: own, inherited };
  };
}

/** How many blocks two readings have in common at their beginning, and at their end. */
interface Unchanged {
  readonly from: number;
  readonly kept: number;
}

function unchangedIn(before: readonly Block[], after: readonly Block[]): Unchanged {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let kept = 0;
  while (kept < shorter - from && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  return { from, kept };
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
