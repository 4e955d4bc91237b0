/**
 * Reads documents as one manuscript: resolves tokens to abbreviations and judges each.
 *
 * From version to version, what each block says is remembered with the block, and what is known of an
 * abbreviation for as long as the blocks that speak of it, and the answers about the whole, stay the same.
 */
import { type CountedAs, countedBy, isProse, USUAL_FIRST_USE } from '../analysis/roles.ts';
import type { Kept } from '../kept.ts';
import { lazily } from '../lazily.ts';
import { NEAR } from '../moved.ts';
import { finished, type InSteps, type Steps } from '../steps.ts';
import type {
  Analysis,
  BlockEdit,
  FirstUse,
  Glossary,
  Included,
  Manuscript,
  PlacedBlock,
  State,
  Written,
} from '../types.ts';
import { Assembled } from './assembled.ts';
import { type BlockMention, mentionsOf } from './blockMentions.ts';
import { type Classifier, createClassifier } from './classes/classify.ts';
import { createResolvers, type DefinedForms, type Resolver } from './compounds.ts';
import { type BlockDefinition, type Defined, definedBy, definitionsOf, sayTheSame } from './defined.ts';
import { Gathering } from './gathering.ts';
import type { Contribution, Group } from './group.ts';
import { judge } from './judge.ts';
import { createPlaceFinder } from './placeFinder.ts';
import {
  changeOf,
  follow,
  itemsOf,
  NOTHING_READ,
  type OrderChange,
  type ReadingOrder,
  readingOrder,
} from './readingOrder.ts';
import { type BlockSpelling, createSpellingFinder } from './spellings.ts';
import { Questions } from './written/questions.ts';

/** Documents in reading order, which of them stand inside others, and what counts as a first use -> manuscript. */
export type Assembler = (
  analyses: readonly Analysis[],
  included?: Included,
  firstUse?: FirstUse,
) => Manuscript;

const NOTHING_INCLUDED: Included = new Map();
/** Abbreviations that are judged in one step. */
const JUDGEMENTS = 20;
/** The last few manuscripts are remembered, so that many files don't pile up. */
const MOST_REMEMBERED = 16;

/** Makes an assembler. The result is the same whatever was assembled before. `most`: so many manuscripts are remembered. */
export function createAssembler(glossary: Glossary, most = MOST_REMEMBERED): InSteps<Assembler> {
  const knowledge: Knowledge = {
    classify: createClassifier(glossary),
    resolverOf: createResolvers(glossary),
  };
  let memories = new Map<string, Memory>();
  return function* (analyses, included = NOTHING_INCLUDED, firstUse = USUAL_FIRST_USE) {
    const uris = analyses.map(({ document }) => document.uri);
    const name = [firstUse.headings, ...firstUse.resets, '', ...uris].join('\n');
    let memory = memories.get(name);
    // Whoever is between two steps may never come back.
    if (memory === undefined || memory.isReading) {
      memory = new Memory(knowledge, countedBy(firstUse));
      // Another map: in one that is only emptied, the engine keeps what was in it for long.
      if (memories.size >= most) memories = new Map([...memories].slice(1));
      memories.set(name, memory);
    }
    return yield* memory.read(analyses, included);
  };
}

/** What the glossary says of forms, in whatever manuscript. */
interface Knowledge {
  readonly classify: Classifier;
  readonly resolverOf: (defined: DefinedForms) => Resolver;
}

/** What is kept of one manuscript from version to version. */
class Memory {
  readonly #knowledge: Knowledge;
  readonly #countedAs: CountedAs;
  readonly #gathering: Gathering;
  readonly #questions: Questions;
  #order = NOTHING_READ;
  /** What was found in each block, in order. */
  #definitions: (readonly BlockDefinition[])[] = [];
  #mentions: (readonly BlockMention[])[] = [];
  #spellings: (readonly BlockSpelling[])[] = [];
  #defined: Defined;
  #mentionsIn: (placed: PlacedBlock) => readonly BlockMention[];
  #spellingsIn: (placed: PlacedBlock) => readonly BlockSpelling[];
  #isReading = false;
  /** What others worked out of its blocks. */
  readonly #lasting: Kept = new Map();
  /** Another object whenever an answer about the whole changes: judgements of before are void then. */
  #answers = {};

  constructor(knowledge: Knowledge, countedAs: CountedAs) {
    this.#knowledge = knowledge;
    this.#countedAs = countedAs;
    this.#gathering = new Gathering(countedAs);
    this.#questions = new Questions(countedAs);
    this.#defined = definedBy([]);
    this.#mentionsIn = createMentionFinder(this.#defined, knowledge, countedAs);
    this.#spellingsIn = createSpellingFinder(this.#defined);
  }

  /** Between two steps of `read`, what is kept fits no order. */
  get isReading(): boolean {
    return this.#isReading;
  }

  *read(analyses: readonly Analysis[], included: Included): Steps<Manuscript> {
    const order = readingOrder(analyses, included);
    this.#isReading = true;
    yield* this.#follow(order);
    const groups: Group[] = [];
    const states: State[] = [];
    let judged = 0;
    const gathered = Array.from(this.#gathering.groups.values());
    for (let index = 0; index < gathered.length; index++) {
      const group = gathered[index]!;
      if (!group.isAbbreviation) continue;
      if (!this.#isJudged(group) && ++judged % JUDGEMENTS === 0) yield;
      groups.push(group);
      states.push(this.#stateOf(group.key, group));
    }
    this.#isReading = false;
    return new Assembled({
      analyses,
      included,
      groups,
      states,
      written: this.#writtenIn(order),
      placeOf: createPlaceFinder(order),
      lasting: this.#lasting,
    });
  }

  /** Brings all that is kept to an order. Linear in the number of blocks, and in the text of those that changed. */
  *#follow(order: ReadingOrder): Steps<void> {
    const { blocks } = order;
    if (blocks === this.#order.blocks) return;
    const change = changeOf(this.#order.blocks, blocks);
    this.#order = order;
    const changed = yield* this.#followDefinitions(change);
    if (changed.forms) this.#mentions = yield* itemsOf(blocks, this.#mentionsIn);
    else this.#mentions = yield* follow(this.#mentions, change, this.#mentionsIn);
    if (changed.longForms) this.#spellings = yield* itemsOf(blocks, this.#spellingsIn);
    else this.#spellings = yield* follow(this.#spellings, change, this.#spellingsIn);
    const tell = (_: PlacedBlock, position: number): readonly Contribution[] => {
      const definitions = this.#definitions[position]!;
      const mentions = this.#mentions[position]!;
      const spellings = this.#spellings[position]!;
      return definitions.length === 0 && spellings.length === 0
        ? mentions
        : [...definitions, ...mentions, ...spellings];
    };
    if (changed.forms || changed.longForms) yield* this.#gathering.renew(blocks, tell);
    else yield* this.#gathering.follow(blocks, change, tell, this.#quietEdit(change));
    if (!this.#questions.follow(blocks, change)) this.#answers = {};
    yield* this.#questions.prepare();
  }

  /** Which of the things that decide what is found in blocks changed. */
  *#followDefinitions(change: OrderChange): Steps<{ readonly forms: boolean; readonly longForms: boolean }> {
    const { from, removed, added } = change;
    const before = this.#definitions.slice(from, from + removed.length).flat();
    this.#definitions = yield* follow(this.#definitions, change, (placed, position) =>
      definitionsOf(placed, this.#order.analysisAt(position), this.#countedAs),
    );
    const after = this.#definitions.slice(from, from + added.length).flat();
    if (sayTheSame(before, after)) return { forms: false, longForms: false };
    const last = this.#defined;
    const now = definedBy(this.#definitions.flat());
    this.#defined = now;
    const forms = now.signature !== last.signature;
    const longForms = now.longSignature !== last.longSignature;
    if (forms) this.#mentionsIn = createMentionFinder(now, this.#knowledge, this.#countedAs);
    if (longForms) this.#spellingsIn = createSpellingFinder(now);
    return { forms, longForms };
  }

  /**
   * The edit that made a change, where it is one within a paragraph, and no word that somebody asked for came or went: what
   * stands farther from it than is looked around is what it was.
   */
  #quietEdit({ from, removed, added }: OrderChange): BlockEdit | undefined {
    const [before, now] = [removed[0], added[0]];
    if (removed.length !== 1 || added.length !== 1 || before === undefined || now === undefined)
      return undefined;
    const { edit } = this.#order.analysisAt(from);
    const isIt = edit?.before === before.block && edit.after === now.block && before.role === now.role;
    return isIt && isProse(now.role) && !this.#questions.asksAround(edit) ? edit : undefined;
  }

  #isJudged({ judged }: Group): boolean {
    return judged?.answers === this.#answers;
  }

  #stateOf(key: string, group: Group): State {
    if (group.judged === undefined || !this.#isJudged(group)) {
      const { state, reach } = judge(key, group, this.#knowledge.classify, this.#questions.written);
      group.judged = { answers: this.#answers, state, reach: Math.max(reach, NEAR) };
    }
    return group.judged.state;
  }

  /** The answers for an order, also if another was followed since, or is being followed. */
  #writtenIn(order: ReadingOrder): Written {
    const apart = lazily(() => {
      const questions = new Questions(this.#countedAs);
      questions.follow(order.blocks, changeOf([], order.blocks));
      return questions.written;
    });
    const now = (): Written => {
      if (this.#isReading) return apart();
      if (order.blocks !== this.#order.blocks) finished(this.#follow(order));
      return this.#questions.written;
    };
    return {
      word: word => now().word(word),
      stem: word => now().stem(word),
      spoken: long => now().spoken(long),
      list: () => now().list(),
      form: key => now().form(key),
      member: (head, scope) => now().member(head, scope),
    };
  }
}

const NO_MENTIONS: readonly BlockMention[] = [];

function createMentionFinder(
  defined: Defined,
  { resolverOf }: Knowledge,
  countedAs: CountedAs,
): (placed: PlacedBlock) => readonly BlockMention[] {
  const resolve = resolverOf(defined.forms);
  return placed =>
    placed.facts.words === 0 && placed.facts.tokens.length === 0
      ? NO_MENTIONS
      : mentionsOf(placed, countedAs(placed.role), defined, resolve);
}
