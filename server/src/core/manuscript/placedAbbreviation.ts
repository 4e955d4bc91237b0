/** An abbreviation in one version of its manuscript. */
import type {
  Abbreviation,
  Block,
  BlockPlace,
  LongForm,
  Mention,
  PlacedDefinition,
  Role,
  SpelledOut,
  State,
} from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import { type BlockDefinition, placeDefinition } from './defined.ts';
import type { Contributed, Group } from './group.ts';
import type { BlockSpelling } from './spellings.ts';

/** Finds a block's place in the version; `position` is where it stood when it was last seen. */
export type PlaceOf = (block: Block, position: number) => BlockPlace;

/** Its mentions, definitions and spellings are placed when they are first asked for. */
export class PlacedAbbreviation implements Abbreviation {
  readonly #state: State;
  readonly #group: Group;
  readonly #placeOf: PlaceOf;
  #mentions: readonly Mention[] | undefined;
  #definitions: readonly PlacedDefinition[] | undefined;
  #spelledOut: readonly SpelledOut[] | undefined;
  longForms: readonly LongForm[] | undefined = undefined;

  constructor(state: State, group: Group, placeOf: PlaceOf) {
    this.#state = state;
    this.#group = group;
    this.#placeOf = placeOf;
  }

  get state(): State {
    return this.#state;
  }

  get key(): Abbreviation['key'] {
    return this.#state.key;
  }

  get short(): Abbreviation['short'] {
    return this.#state.short;
  }

  get variants(): Abbreviation['variants'] {
    return this.#state.variants;
  }

  get class(): Abbreviation['class'] {
    return this.#state.class;
  }

  get reason(): Abbreviation['reason'] {
    return this.#state.reason;
  }

  get confidence(): Abbreviation['confidence'] {
    return this.#state.confidence;
  }

  get status(): Abbreviation['status'] {
    return this.#state.status;
  }

  get scopes(): Abbreviation['scopes'] {
    return this.#state.scopes;
  }

  get listed(): Abbreviation['listed'] {
    return this.#state.listed;
  }

  get longForm(): Abbreviation['longForm'] {
    return this.#state.longForm;
  }

  get uses(): Abbreviation['uses'] {
    return this.#state.uses;
  }

  get evidence(): Abbreviation['evidence'] {
    return this.#state.evidence;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#placedMentions();
    return this.#mentions;
  }

  get definitions(): readonly PlacedDefinition[] {
    this.#definitions ??= this.#placed(this.#group.definitions, (place, _, found) =>
      placeDefinition(found, place),
    );
    return this.#definitions;
  }

  get spelledOut(): readonly SpelledOut[] {
    this.#spelledOut ??= this.#placed(this.#group.spellings, spellingIn);
    return this.#spelledOut;
  }

  /** What stands in one block has one place. */
  #placedMentions(): readonly Mention[] {
    const { mentions, positions } = this.#group;
    if (mentions.length === 0) return NONE;
    let last: Block | undefined;
    let place: BlockPlace | undefined;
    return mentions.map((mention, index) => {
      const { block } = mention;
      if (place === undefined || block !== last) place = this.#placeOf(block, positions[index]!);
      last = block;
      return mentionIn(place, mention);
    });
  }

  /** All that was found, where it stands. */
  #placed<Found extends BlockDefinition | BlockSpelling, Placed>(
    all: readonly Contributed<Found>[],
    placedAt: (place: BlockPlace, role: Role, found: Found) => Placed,
  ): readonly Placed[] {
    if (all.length === 0) return NONE;
    return all.map(({ block, position, role, found }) =>
      placedAt(this.#placeOf(block, position), role, found),
    );
  }
}

const NONE: readonly never[] = Object.freeze([]);

function mentionIn(
  { analysis, placed }: BlockPlace,
  { role, start, end, form, token, defining }: BlockMention,
): Mention {
  return {
    start: placed.start + start,
    end: placed.start + end,
    analysis,
    placed,
    role,
    surface: form,
    token,
    tokenStart: placed.start + token.start,
    defining,
  };
}

function spellingIn(
  { analysis, placed }: BlockPlace,
  role: Role,
  { start, end, long, defining }: BlockSpelling,
): SpelledOut {
  return {
    analysis,
    placed,
    role,
    start: placed.start + start,
    end: placed.start + end,
    long,
    defining,
  };
}
