/** Reads documents as one manuscript: resolves tokens to abbreviations and judges each. */
import { foldLong } from '../glossary/normalize.ts';
import { lazily } from '../lazily.ts';
import type {
  Abbreviation,
  Analysis,
  BlockFacts,
  Glossary,
  Included,
  Manuscript,
  SpelledOut,
} from '../types.ts';
import { type BlockMention, mentionsOf } from './blockMentions.ts';
import { type Classification, classify } from './classify.ts';
import { createResolver, type Part } from './compounds.ts';
import { type Defined, gatherDefined } from './defined.ts';
import { Group } from './group.ts';
import { createPhraseFinder, type PhraseFinder } from './phrases.ts';
import { type ReadBlock, readingOrder } from './readingOrder.ts';
import { isSpokenOf } from './senseWords.ts';
import { statusIn, worst } from './status.ts';
import { followWrittenWords } from './writtenWords.ts';

/** Documents in reading order, and which of them stand inside others -> manuscript. */
export type Assembler = (analyses: readonly Analysis[], included?: Included) => Manuscript;

const NOTHING_INCLUDED: Included = new Map();

/** What stays true of blocks as long as the manuscript defines the same short forms. */
interface Generation {
  readonly signature: string;
  readonly resolve: (surface: string) => readonly Part[];
  readonly mentions: WeakMap<BlockFacts, readonly BlockMention[]>;
  /** Made when a manuscript is first asked for the long forms that it spells out. */
  longForms?: { readonly signature: string; readonly find: PhraseFinder };
}

/** What is kept of one manuscript from version to version. */
interface Memory {
  generation: Generation | undefined;
  readonly writtenWords: ReturnType<typeof followWrittenWords>;
}

/**
 * Makes an assembler. It remembers the mentions of each block for
 * as long as what the manuscript defines stays the same, so that an edit resolves only its own block again;
 * the result is the same as without.
 */
export function createAssembler(glossary: Glossary): Assembler {
  const memories = new Map<string, Memory>();

  const memoryOf = (analyses: readonly Analysis[]): Memory => {
    const name = analyses.map(({ document }) => document.uri).join('\n');
    let memory = memories.get(name);
    if (memory === undefined) {
      memory = { generation: undefined, writtenWords: followWrittenWords() };
      // The last few manuscripts, so that many files don't pile up.
      if (memories.size >= 16) memories.delete(memories.keys().next().value ?? '');
      memories.set(name, memory);
    }
    return memory;
  };

  return (analyses, included = NOTHING_INCLUDED) => {
    const order = readingOrder(analyses, included);
    const defined = gatherDefined(order);
    const { signature, forms } = defined;
    const memory = memoryOf(analyses);
    const generation: Generation =
      memory.generation?.signature === signature
        ? memory.generation
        : { signature, resolve: createResolver(forms, glossary), mentions: new WeakMap() };
    memory.generation = generation;
    const { resolve, mentions } = generation;
    const isWord = memory.writtenWords(analyses);
    const groups = new Map<string, Group>();
    const groupOf = (key: string): Group => {
      let group = groups.get(key);
      if (group === undefined) {
        group = new Group();
        groups.set(key, group);
      }
      return group;
    };
    for (const defining of defined.definitions) groupOf(defining.key).definitions.push(defining);
    for (const read of order) {
      const { facts, block } = read.placed;
      if (facts.words === 0 && facts.tokens.length === 0) continue;
      let found = mentions.get(facts);
      if (found === undefined) {
        found = mentionsOf(block, facts, defined, resolve);
        mentions.set(facts, found);
      }
      for (const mention of found) groupOf(mention.key).add(read, mention);
    }
    const abbreviations: Abbreviation[] = [];
    for (const [key, group] of groups) abbreviations.push(judge(key, group, glossary, analyses, isWord));
    return {
      analyses,
      included,
      abbreviations,
      byKey: new Map(abbreviations.map(each => [each.key, each])),
      spelledOut: lazily(() => spellingsOut(order, finderOf(generation, defined))),
    };
  };
}

/** The finder of a manuscript's long forms, the same one for as long as they stay the same. */
function finderOf(generation: Generation, { definitions }: Defined): PhraseFinder {
  const phrases = [...new Set(definitions.map(({ definition }) => foldLong(definition.longText)))];
  const signature = phrases.join('\n');
  if (generation.longForms?.signature !== signature) {
    generation.longForms = { signature, find: createPhraseFinder(phrases) };
  }
  return generation.longForms.find;
}

function spellingsOut(order: readonly ReadBlock[], find: PhraseFinder): readonly SpelledOut[] {
  return order.flatMap(({ analysis, placed: { block, start, role, facts } }) =>
    facts.words === 0
      ? []
      : find(block).map(found => ({
          analysis,
          role,
          start: start + found.start,
          end: start + found.end,
          long: found.phrase,
        })),
  );
}

function judge(
  key: string,
  group: Group,
  glossary: Glossary,
  analyses: readonly Analysis[],
  isWord: (letters: string) => boolean,
): Abbreviation {
  const variants = group.variants();
  const short = variants[0] ?? group.definitions[0]?.form ?? key;
  const classified: Classification = classify(
    {
      form: short,
      ...group.evidence(),
      uses: group.uses,
      tabled: group.tabled,
      defined: group.definitions.length > 0,
      isWord: () => isWord(short.toLowerCase()),
      isSpokenOf: long => isSpokenOf(long, analyses),
    },
    glossary,
    key,
  );
  const exempt = classified.confidence === 0;
  const scopes = { abstract: statusIn('abstract', group, exempt), main: statusIn('main', group, exempt) };
  return {
    key,
    short,
    variants,
    ...classified,
    get mentions() {
      return group.mentions();
    },
    definitions: group.definitions.map(({ definition }) => definition),
    scopes,
    status: worst(scopes, group.definitions.length > 0 ? 'defined' : 'exempt'),
    uses: group.uses,
  };
}
