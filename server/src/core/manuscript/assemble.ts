/**
 * Reads documents as one manuscript: resolves tokens to abbreviations and judges each.
 *
 * From version to version, what each block says is remembered with the block, and what is known of an
 * abbreviation for as long as the blocks that speak of it, and the answers about the whole, stay the same.
 */
import { lazily } from '../lazily.ts';
import type { Abbreviation, Analysis, Glossary, Included, Manuscript, Written } from '../types.ts';
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
  /** What was found in each block, in order. */
  #definitions: readonly (readonly BlockDefinition[])[] = [];
  #mentions: readonly (readonly BlockMention[])[] = [];
  #spellings: readonly (readonly BlockSpelling[])[] = [];
  #defined: Defined;
  #mentionsIn: (read: ReadBlock) => readonly BlockMention[];
  #spellingsIn: (read: ReadBlock) => readonly BlockSpelling[];
  /** Another object whenever an answer about the whole changes: judgements of before are void then. */
  #answers = {};

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
    const changed = this.#followDefinitions(change);
    this.#mentions = changed.forms
      ? order.map(this.#mentionsIn)
      : followed(this.#mentions, change, this.#mentionsIn);
    this.#spellings = changed.longForms
      ? order.map(this.#spellingsIn)
      : followed(this.#spellings, change, this.#spellingsIn);
    const tell = (_: ReadBlock, index: number): readonly Contribution[] => [
      ...this.#definitions[index]!,
      ...this.#mentions[index]!,
      ...this.#spellings[index]!,
    ];
    if (changed.forms || changed.longForms) this.#gathering.renew(order, tell);
    else this.#gathering.follow(order, change, tell);
    if (!this.#questions.follow(order, change)) this.#answers = {};
  }

  /** Which of the things that decide what is found in blocks changed. */
  #followDefinitions(change: OrderChange): { readonly forms: boolean; readonly longForms: boolean } {
    const before = this.#definitions;
    this.#definitions = followed(before, change, definitionsOf);
    const { from, removed, added } = change;
    const isSame =
      before.slice(from, from + removed.length).every(isEmpty) &&
      this.#definitions.slice(from, from + added.length).every(isEmpty);
    if (isSame) return { forms: false, longForms: false };
    const last = this.#defined;
    const now = definedBy(this.#definitions.flat());
    this.#defined = now;
    const forms = now.signature !== last.signature;
    const longForms = now.longSignature !== last.longSignature;
    if (forms) this.#mentionsIn = createMentionFinder(now, this.#glossary);
    if (longForms) this.#spellingsIn = createSpellingFinder(now);
    return { forms, longForms };
  }

  #judgementOf(key: string, group: Group): Judgement {
    if (group.judged?.answers !== this.#answers) {
      const judgement = judge(key, group, this.#glossary, this.#questions.written);
      group.judged = { answers: this.#answers, judgement };
    }
    return group.judged.judgement;
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

/** What was found in each block, for the order after a change: only the added blocks are looked at. */
function followed<T>(
  before: readonly T[],
  { from, removed, added }: OrderChange,
  find: (read: ReadBlock) => T,
): readonly T[] {
  return before.slice(0, from).concat(added.map(find), before.slice(from + removed.length));
}

const NO_MENTIONS: readonly BlockMention[] = [];

function createMentionFinder(
  defined: Defined,
  glossary: Glossary,
): (read: ReadBlock) => readonly BlockMention[] {
  const resolve = createResolver(defined.forms, glossary);
  return ({ placed: { block, facts } }) =>
    facts.words === 0 && facts.tokens.length === 0 ? NO_MENTIONS : mentionsOf(block, facts, defined, resolve);
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
