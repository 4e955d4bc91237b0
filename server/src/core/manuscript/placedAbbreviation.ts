/** An abbreviation in one version of its manuscript. */
import type {
  Abbreviation,
  Block,
  BlockPlace,
  Mention,
  MentionClass,
  PlacedDefinition,
  ScopeName,
  SpelledOut,
  Status,
} from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import { placeDefinition } from './defined.ts';
import type { Group } from './group.ts';
import type { Judgement } from './judge.ts';
import type { BlockSpelling } from './spellings.ts';

/** Its mentions, definitions and spellings are placed when they are first asked for. */
export class PlacedAbbreviation implements Abbreviation {
  readonly state: object;
  readonly key: string;
  readonly short: string;
  readonly variants: readonly string[];
  readonly class: MentionClass;
  readonly reason: string;
  readonly confidence: number;
  readonly status: Status;
  readonly scopes: Readonly<Record<ScopeName, Status | null>>;
  readonly uses: number;
  readonly #group: Group;
  readonly #placeOf: (block: Block) => BlockPlace;
  #mentions: readonly Mention[] | undefined;
  #definitions: readonly PlacedDefinition[] | undefined;
  #spelledOut: readonly SpelledOut[] | undefined;

  constructor(judgement: Judgement, group: Group, placeOf: (block: Block) => BlockPlace) {
    this.state = judgement;
    this.key = judgement.key;
    this.short = judgement.short;
    this.variants = judgement.variants;
    this.class = judgement.class;
    this.reason = judgement.reason;
    this.confidence = judgement.confidence;
    this.status = judgement.status;
    this.scopes = judgement.scopes;
    this.uses = judgement.uses;
    this.#group = group;
    this.#placeOf = placeOf;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#group.mentions.map(({ block, found }) => mentionIn(this.#placeOf(block), found));
    return this.#mentions;
  }

  get definitions(): readonly PlacedDefinition[] {
    this.#definitions ??= this.#group.definitions.map(({ block, found }) =>
      placeDefinition(found, this.#placeOf(block)),
    );
    return this.#definitions;
  }

  get spelledOut(): readonly SpelledOut[] {
    this.#spelledOut ??= this.#group.spellings.map(({ block, found }) =>
      spellingIn(this.#placeOf(block), found),
    );
    return this.#spelledOut;
  }
}

function mentionIn(
  { analysis, placed }: BlockPlace,
  { start, end, form, token, defining }: BlockMention,
): Mention {
  return {
    start: placed.start + start,
    end: placed.start + end,
    analysis,
    placed,
    role: placed.role,
    surface: form,
    token,
    tokenStart: placed.start + token.start,
    defining,
  };
}

function spellingIn(
  { analysis, placed }: BlockPlace,
  { start, end, long, defining }: BlockSpelling,
): SpelledOut {
  return {
    analysis,
    placed,
    role: placed.role,
    start: placed.start + start,
    end: placed.start + end,
    long,
    defining,
  };
}
