/**
 * Reads documents as one manuscript: resolves tokens to abbreviations and judges each.
 *
 * From version to version, what each block says is remembered with the block, and what is known of an
 * abbreviation for as long as the blocks that speak of it, and the answers about the whole, stay the same.
 */
import { lazily } from '../lazily.ts';
import type {
  Abbreviation,
  Analysis,
  BlockFacts,
  Glossary,
  Included,
  Manuscript,
  Written,
} from '../types.ts';
import { type BlockMention, mentionsOf } from './blockMentions.ts';
import { createResolver } from './compounds.ts';
import { type BlockDefinition, type Defined, definedBy, definitionsOf } from './defined.ts';
import { Gathering } from './gathering.ts';
import type { Contribution, Group } from './group.ts';
import { type Judgement, judge } from './judge.ts';
import { PlacedAbbreviation, type PlaceOf } from './placedAbbreviation.ts';
import { Questions } from './questions.ts';
import { changeOf, type OrderChange, type ReadBlock, readingOrder } from './readingOrder.ts';
import { type BlockSpelling, createSpellingFinder } from './spellings.ts';

/** Documents in reading order, and which of them stand inside others -> manuscript. */
export type Assembler = (analyses: readonly Analysis[], included?: Included) => Manuscript;

const NOTHING_INCLUDED: Included = new Map();
/** The last few manuscripts are remembered, so that many files don't pile up. */
const MOST_REMEMBERED = 16;

/** Makes an assembler. The result is the same whatever was assembled before. */
export function createAssembler(glossary: Glossary): Assembler {
  const memories = new Map<string, Memory>();
  return (analyses, included = NOTHING_INCLUDED) => {
    const name = analyses.map(({ document }) => document.uri).join('\n');
    let memory = memories.get(name);
    if (memory === undefined) {
      memory = new Memory(glossary);
      if (memories.size >= MOST_REMEMBERED) memories.delete(memories.keys().next().value ?? '');
      memories.set(name, memory);
    }
    return memory.read(analyses, included);
  };
}

/** What is kept of one manuscript from version to version. */
class Memory {
  readonly #glossary: Glossary;
  readonly #gathering = new Gathering();
  readonly #questions = new Questions();
  #order: readonly ReadBlock[] = [];
  /** Of each block in order. */
  #definitions: readonly (readonly BlockDefinition[])[] = [];
  #defined: Defined;
  #mentionsIn: (read: ReadBlock) => readonly BlockMention[];
  #spellingsIn: (read: ReadBlock) => readonly BlockSpelling[];
  /** As long as all answers about the whole are the same. */
  #judgements = new WeakMap<Group, Judgement>();

  constructor(glossary: Glossary) {
    this.#glossary = glossary;
    this.#defined = definedBy([]);
    this.#mentionsIn = createMentionFinder(this.#defined, glossary);
    this.#spellingsIn = createSpellingFinder(this.#defined);
  }

  read(analyses: readonly Analysis[], included: Included): Manuscript {
    const order = readingOrder(analyses, included);
    this.#follow(order);
    const reads = lazily(() => new Map(order.map(read => [read.placed.block, read])));
    const placeOf: PlaceOf = (block, position) => {
      const there = order[position];
      return there?.placed.block === block ? there : reads().get(block)!;
    };
    const byKey = new Map<string, Abbreviation>();
    const groups: Group[] = [];
    for (const [key, group] of this.#gathering.groups) {
      if (!group.isAbbreviation) continue;
      groups.push(group);
      byKey.set(key, new PlacedAbbreviation(this.#judgementOf(key, group), group, placeOf));
    }
    const abbreviations = lazily(() => inReadingOrder(groups, placeOf).map(({ key }) => byKey.get(key)!));
    return {
      analyses,
      included,
      get abbreviations() {
        return abbreviations();
      },
      byKey,
      written: this.#writtenIn(order),
      placeOf,
    };
  }

  /** Brings all that is kept to an order. Linear in the number of blocks, and in the text of those that changed. */
  #follow(order: readonly ReadBlock[]): void {
    if (order === this.#order) return;
    const change = changeOf(this.#order, order);
    this.#order = order;
    const isRenewed = this.#followDefinitions(change);
    const tell = (read: ReadBlock, index: number): readonly Contribution[] => [
      ...this.#definitions[index]!,
      ...this.#mentionsIn(read),
      ...this.#spellingsIn(read),
    ];
    if (isRenewed) this.#gathering.renew(order, tell);
    else this.#gathering.follow(order, change, tell);
    if (!this.#questions.follow(order, change)) this.#judgements = new WeakMap();
  }

  /** Whether what is defined, and so what is found in blocks that stayed the same, changed. */
  #followDefinitions({ from, removed, added }: OrderChange): boolean {
    const before = this.#definitions;
    const end = from + removed.length;
    const found = added.map(definitionsOf);
    this.#definitions = before.slice(0, from).concat(found, before.slice(end));
    if (found.every(isEmpty) && before.slice(from, end).every(isEmpty)) return false;
    const last = this.#defined;
    const now = definedBy(this.#definitions.flat());
    this.#defined = now;
    if (now.signature !== last.signature) this.#mentionsIn = createMentionFinder(now, this.#glossary);
    if (now.longSignature !== last.longSignature) this.#spellingsIn = createSpellingFinder(now);
    return now.signature !== last.signature || now.longSignature !== last.longSignature;
  }

  #judgementOf(key: string, group: Group): Judgement {
    let judgement = this.#judgements.get(group);
    if (judgement === undefined) {
      judgement = judge(key, group, this.#glossary, this.#questions.written);
      this.#judgements.set(group, judgement);
    }
    return judgement;
  }

  /** The answers for an order, also if another was followed since. */
  #writtenIn(order: readonly ReadBlock[]): Written {
    const now = (): Written => {
      this.#follow(order);
      return this.#questions.written;
    };
    return {
      word: word => now().word(word),
      stem: word => now().stem(word),
      together: words => now().together(words),
      list: () => now().list(),
      form: key => now().form(key),
      member: (head, scope) => now().member(head, scope),
    };
  }
}

function isEmpty(items: readonly unknown[]): boolean {
  return items.length === 0;
}

/** Remembers the mentions in each block, which stay the same as long as what is defined does. */
function createMentionFinder(
  defined: Defined,
  glossary: Glossary,
): (read: ReadBlock) => readonly BlockMention[] {
  const resolve = createResolver(defined.forms, glossary);
  const known = new WeakMap<BlockFacts, readonly BlockMention[]>();
  return ({ placed: { block, facts } }) => {
    if (facts.words === 0 && facts.tokens.length === 0) return [];
    let mentions = known.get(facts);
    if (mentions === undefined) {
      mentions = mentionsOf(block, facts, defined, resolve);
      known.set(facts, mentions);
    }
    return mentions;
  };
}

/** Those that are defined first, by their definitions; then the others. */
function inReadingOrder(groups: readonly Group[], placeOf: PlaceOf): readonly Group[] {
  const places = groups.map(group => {
    const { block, position, start } = group.firstPlace();
    return { group, position: placeOf(block, position).position, start };
  });
  places.sort(
    (a, b) =>
      Number(b.group.isDefined) - Number(a.group.isDefined) || a.position - b.position || a.start - b.start,
  );
  return places.map(({ group }) => group);
}
