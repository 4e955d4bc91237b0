/** Folds one document into its `Analysis`: blocks, roles, words, tokens and definitions. */
import { formatOf } from '../prose/formats.ts';
import { readDocumentInSteps, rereadDocumentInSteps } from '../prose/reading.ts';
import { NO_TERMS } from '../prose/terms.ts';
import { spliced } from '../spliced.ts';
import { type InSteps, STEP, type Steps } from '../steps.ts';
import { textOf } from '../textOf.ts';
import type {
  Analysis,
  Block,
  BlockEdit,
  BlockFacts,
  PlacedBlock,
  Role,
  SourceDocument,
  Terms,
  TextChange,
} from '../types.ts';
import { createRoom, type Room } from './definitions/index.ts';
import { type Extraction, extract, extractionOf, NO_FACTS } from './extract.ts';
import { extractAgain } from './extractAgain.ts';
import { isProse } from './roles.ts';
import { isSameCue, type SectionCue, sectionCue } from './sectionCue.ts';
import { assignRoles } from './sections.ts';

/** What was found in a block, by the way it was read. */
interface Remembered {
  readonly cue: SectionCue;
  readonly facts: Partial<Record<Extraction, BlockFacts>>;
}

/** Half of all blocks are blank lines: nothing need be remembered of each. */
const OF_BLANKS: Remembered = {
  cue: sectionCue({ kind: 'blank', masked: '' }),
  facts: { none: NO_FACTS },
};

const isEmpty = ({ kind, role, declarations }: Block): boolean =>
  kind === 'blank' && role === undefined && declarations === undefined;

const remember = (block: Block): Remembered =>
  isEmpty(block) ? OF_BLANKS : { cue: sectionCue(block), facts: {} };

/**
 * An analysis, and what was found in each of its blocks: a weak map beside it would keep all of it alive through every
 * small collection.
 */
class Analyzed implements Analysis {
  readonly document: Analysis['document'];
  readonly format: Analysis['format'];
  readonly reading: Analysis['reading'];
  readonly blocks: Analysis['blocks'];
  readonly words: Analysis['words'];
  readonly section: Analysis['section'];
  readonly terms: Analysis['terms'];
  readonly inherited: Analysis['inherited'];
  readonly edit: Analysis['edit'];
  readonly #known: readonly Remembered[];

  constructor(analysis: Analysis, known: readonly Remembered[]) {
    this.document = analysis.document;
    this.format = analysis.format;
    this.reading = analysis.reading;
    this.blocks = analysis.blocks;
    this.words = analysis.words;
    this.section = analysis.section;
    this.terms = analysis.terms;
    this.inherited = analysis.inherited;
    this.edit = analysis.edit;
    this.#known = known;
  }

  /** What is known of each block; undefined of an analysis that nobody made here. */
  static knownOf(analysis: Analysis): readonly Remembered[] | undefined {
    return #known in analysis ? analysis.#known : undefined;
  }
}

/** What is found in a block with this role, now or before. */
function factsOf(block: Block, role: Role, { facts }: Remembered, room: Room): BlockFacts {
  const way = extractionOf(block, role);
  facts[way] ??= extract(block, way, room);
  return facts[way];
}

/** Finds what is in a block by what was found in another one that it came out of by an edit; tells the edit where that does. */
function readAgain(
  block: Block,
  role: Role,
  { facts }: Remembered,
  before: PlacedBlock,
  { start, end, newLength }: TextChange,
  room: Room,
): BlockEdit | undefined {
  const areProse =
    extractionOf(block, role) === 'prose' && extractionOf(before.block, before.role) === 'prose';
  if (!areProse) return undefined;
  const change = { start: start - before.start, end: end - before.start, newLength };
  const found = extractAgain(block, before, change, room);
  if (found === undefined) return undefined;
  facts.prose ??= found;
  return { before: before.block, after: block, ...change };
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
 * Makes an analyzer. It remembers what it found in the blocks of each analysis, and blocks that an edit didn't touch
 * stay the same objects, so that an edit re-reads only its own block.
 */
export function createAnalyzer(): InSteps<Analyzer> {
  const room = createRoom();

  return function* (
    document,
    previous,
    change,
    section = previous?.section ?? 'body',
    inherited = previous?.inherited ?? NO_TERMS,
  ) {
    const format = formatOf(document.languageId, document.uri);
    const old = previous?.format === format ? Analyzed.knownOf(previous) : undefined;
    const before = old && previous;
    const edit = before && (change ?? difference(before.document.text, document.text));
    const own =
      before && edit && edit.start >= before.reading.head
        ? before.terms
        : (format.terms?.(document.text) ?? NO_TERMS);
    const terms = inherited.size === 0 ? own : new Map([...inherited, ...own]);
    const reading =
      before && edit
        ? yield* rereadDocumentInSteps(format, before.reading, textOf(document), edit, terms)
        : yield* readDocumentInSteps(format, document.text, terms);
    const unchanged = unchangedIn(before?.reading.blocks ?? [], reading.blocks);
    const known = yield* recall(reading.blocks, old ?? [], unchanged);
    const hasSameRoles =
      old !== undefined && before?.section === section && areSameCues(known, old, unchanged);
    const roles = hasSameRoles ? undefined : rolesOf(known, section);
    const version = { blocks: reading.blocks, known, roles, before, edit, unchanged };
    const placed = yield* place(version, room);
    return new Analyzed({ document, format, reading, ...placed, section, terms: own, inherited }, known);
  };
}

const rolesOf = (known: readonly Remembered[], section: Role): readonly Role[] =>
  assignRoles(
    known.map(({ cue }) => cue),
    section,
  );

/** The blocks of a document that were read, and what of them was so before an edit. */
interface Version {
  readonly blocks: readonly Block[];
  readonly known: readonly Remembered[];
  /** Undefined where each block has the role that it had: then there are as many as before. */
  readonly roles: readonly Role[] | undefined;
  readonly before: Analysis | undefined;
  readonly edit: TextChange | undefined;
  readonly unchanged: Unchanged;
}

/** Puts the blocks in their places with what is found in them. `edit`: the one that all that is new came out of. */
function* place(
  { blocks, known, roles, before, edit, unchanged }: Version,
  room: Room,
): Steps<Pick<Analysis, 'blocks' | 'words' | 'edit'>> {
  // With the same roles, those before the edit are placed.
  const old = roles === undefined ? before : undefined;
  const from = old === undefined ? 0 : unchanged.from;
  const placed = old?.blocks.slice() ?? [];
  let start = old?.blocks[from]?.start ?? 0;
  let words = old?.words ?? 0;
  let near: BlockEdit | undefined;
  let work = 0;
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index]!;
    const role = roles?.[index] ?? before!.blocks[index]!.role;
    const last = before && lastOf(before.blocks, index, blocks.length, unchanged);
    if (old !== undefined && last?.start === start) break;
    // One for one, each block came out of the one that stood there.
    if (last === undefined && edit && before?.blocks.length === blocks.length)
      near ??= readAgain(block, role, known[index]!, before.blocks[index]!, edit, room);
    const facts = last?.role === role ? last.facts : factsOf(block, role, known[index]!, room);
    if (isProse(role)) words += facts.words - (old?.blocks[index]?.facts.words ?? 0);
    const end = start + block.masked.length;
    placed[index] = last?.start === start && last.role === role ? last : { start, end, role, block, facts };
    start = end;
    if (last !== undefined) continue;
    work += block.masked.length;
    if (work < STEP) continue;
    work = 0;
    yield;
  }
  return { blocks: placed, words, edit: near };
}

/** Where a block that an edit left as it was stood before; undefined for those that are new. */
function lastOf(
  before: readonly PlacedBlock[],
  index: number,
  count: number,
  { from, kept }: Unchanged,
): PlacedBlock | undefined {
  if (index < from) return before[index];
  return index >= count - kept ? before[index + before.length - count] : undefined;
}

/** What is known of every block: as before an edit, where it left the block what it was. */
function* recall(
  blocks: readonly Block[],
  old: readonly Remembered[],
  { from, kept }: Unchanged,
): Steps<readonly Remembered[]> {
  const fresh: Remembered[] = [];
  let work = 0;
  for (let index = from; index < blocks.length - kept; index++) {
    const block = blocks[index]!;
    fresh.push(remember(block));
    work += block.masked.length;
    if (work < STEP) continue;
    work = 0;
    yield;
  }
  return spliced(old, from, old.length - kept, fresh);
}

/** Whether blocks say of roles what they said before an edit, one for one. */
function areSameCues(
  known: readonly Remembered[],
  old: readonly Remembered[],
  { from, kept }: Unchanged,
): boolean {
  if (known.length !== old.length) return false;
  for (let index = from; index < known.length - kept; index++) {
    if (!isSameCue(known[index]!.cue, old[index]!.cue)) return false;
  }
  return true;
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

/** The smallest range in which two texts differ: common prefix and suffix left out. Linear. */
function difference(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  let newEnd = after.length;
  while (end > start && newEnd > start && before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)) {
    end--;
    newEnd--;
  }
  return { start, end, newLength: newEnd - start };
}
