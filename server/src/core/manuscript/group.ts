/** One abbreviation while a manuscript is read: where it stands, how it is written, what speaks for its class. */
import { type CountedAs, isDisplay, isUse, scopeOf } from '../analysis/roles.ts';
import type { Block, PlacedBlock, Role, ScopeName, State } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import type { BlockDefinition } from './defined.ts';
import type { Place } from './place.ts';
import type { BlockSpelling } from './spellings.ts';

/** What one block says of one abbreviation, which `key` names. */
export type Contribution = BlockMention | BlockDefinition | BlockSpelling;

/** A contribution with its block, what the block counts as, and its position when the group was gathered. */
export interface Contributed<Found extends BlockDefinition | BlockSpelling> {
  readonly found: Found;
  readonly block: Block;
  readonly role: Role;
  readonly position: number;
}

/** What a group came to. */
export interface Judged {
  readonly state: State;
  /** The answers about the whole that this went by. */
  readonly answers: object;
  /** How far (in UTF-16 units) its mentions were looked around at for it. Of whole paragraphs, words alone are asked for. */
  readonly reach: number;
}

/**
 * What is gathered of one abbreviation, in reading order. Complete once all blocks are read, and never changed
 * after. It holds blocks and no documents: it outlives versions.
 */
export class Group {
  readonly key: string;
  /** By which positions are counted: those of two groups with one layout can be compared. */
  readonly layout: object;
  readonly mentions: BlockMention[] = [];
  /** Of each mention, the position of its block when the group was gathered. */
  readonly positions: number[] = [];
  readonly definitions: Contributed<BlockDefinition>[] = [];
  readonly spellings: Contributed<BlockSpelling>[] = [];
  judged: Judged | undefined;
  /** It stands in a caption, a table or a box. */
  shown = false;
  /** All its uses stand in tables. */
  tabled = true;
  /** Uses that count, headings included. */
  uses = 0;
  /** Evidence bits that at least one use has. */
  any = 0;
  /** It is spelled in more than one way. */
  #varies = false;
  #firstInAbstract: Place | undefined;
  #firstInMain: Place | undefined;

  readonly #countedAs: CountedAs;

  constructor(key: string, layout: object, countedAs: CountedAs) {
    this.key = key;
    this.layout = layout;
    this.#countedAs = countedAs;
  }

  /** Adds what a block says; they come in reading order. */
  add({ block, role: own }: PlacedBlock, position: number, found: Contribution): void {
    if (found.kind === 'mention') {
      this.#addMention(found, position);
      return;
    }
    const role = this.#countedAs(own);
    if (found.kind === 'definition') this.definitions.push({ found, block, role, position });
    else this.spellings.push({ found, block, role, position });
  }

  /** Adds what another group was told by the blocks from one position up to another. */
  addFrom(other: Group | undefined, from: number, to: number): void {
    if (other === undefined) return;
    const isWithin = (position: number): boolean => from <= position && position < to;
    for (const each of other.definitions) if (isWithin(each.position)) this.definitions.push(each);
    for (const each of other.spellings) if (isWithin(each.position)) this.spellings.push(each);
    for (let index = 0; index < other.mentions.length; index++) {
      const position = other.positions[index]!;
      if (isWithin(position)) this.#addMention(other.mentions[index]!, position);
    }
  }

  #addMention(mention: BlockMention, position: number): void {
    const { form, role, start, token } = mention;
    this.#varies ||= this.mentions.length > 0 && form !== this.mentions[0]!.form;
    this.any |= token.evidence;
    this.mentions.push(mention);
    this.positions.push(position);
    const scope = scopeOf(role);
    if (scope === 'abstract') this.#firstInAbstract ??= { position, start };
    else if (scope === 'main') this.#firstInMain ??= { position, start };
    else if (isDisplay(role)) this.shown = true;
    if (isUse(role)) this.uses++;
    if (role !== 'table') this.tabled = false;
  }

  /** Whether another group holds the same: what was found in the same blocks, in the same order. */
  isLike(other: Group): boolean {
    return (
      this.mentions.length === other.mentions.length &&
      this.mentions.every((mention, index) => mention === other.mentions[index]) &&
      areLike(this.definitions, other.definitions) &&
      areLike(this.spellings, other.spellings)
    );
  }

  get isEmpty(): boolean {
    return !this.isAbbreviation && this.spellings.length === 0;
  }

  get isDefined(): boolean {
    return this.definitions.length > 0;
  }

  /** Not only a long form. */
  get isAbbreviation(): boolean {
    return this.isDefined || this.mentions.length > 0;
  }

  /** Where it is first defined, else where it is first mentioned; and where its short form stands there. */
  firstPlace(): {
    readonly block: Block;
    readonly position: number;
    readonly start: number;
    readonly short: number;
  } {
    const [definition] = this.definitions;
    if (definition === undefined) {
      const { block, start } = this.mentions[0]!;
      return { block, position: this.positions[0]!, start, short: start };
    }
    const { block, position, found } = definition;
    return { block, position, start: found.definition.start, short: found.definition.short.start };
  }

  /** It stands in captions, tables and boxes, and in no running text. */
  get isShownOnly(): boolean {
    return this.shown && this.#firstInAbstract === undefined && this.#firstInMain === undefined;
  }

  /** The first use in a scope's running text. */
  first(scope: ScopeName): Place | undefined {
    return scope === 'abstract' ? this.#firstInAbstract : this.#firstInMain;
  }

  /** Whether a scope writes it out somewhere, rather than by a macro. */
  isRaw(scope: ScopeName): boolean {
    return this.mentions.some(({ role, token }) => token.key === undefined && scopeOf(role) === scope);
  }

  /** All spellings without plural ending, most frequent first. */
  variants(): readonly string[] {
    const [first] = this.mentions;
    if (first === undefined) return [];
    if (!this.#varies) return [first.form];
    const forms = new Map<string, number>();
    for (const { form } of this.mentions) forms.set(form, (forms.get(form) ?? 0) + 1);
    return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([each]) => each);
  }

  /** Evidence bits that more than half of all uses have. */
  most(): number {
    const { any, mentions } = this;
    if (mentions.length === 1) return any;
    let most = 0;
    for (let left = any; left !== 0; left &= left - 1) {
      const bit = left & -left;
      let count = 0;
      for (const { token } of mentions) if ((token.evidence & bit) !== 0) count++;
      if (count * 2 > mentions.length) most |= bit;
    }
    return most;
  }
}

function areLike(
  some: readonly Contributed<BlockDefinition | BlockSpelling>[],
  others: readonly Contributed<BlockDefinition | BlockSpelling>[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ found, block, role }, index) => {
      const other = others[index]!;
      return found === other.found && block === other.block && role === other.role;
    })
  );
}
