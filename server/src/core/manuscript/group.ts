/** One abbreviation while a manuscript is read: where it stands, how it is written, what speaks for its class. */
import { type CountedAs, isDisplay, isUse, scopeOf } from '../analysis/roles.ts';
import type { Abbreviation, Block, PlacedBlock, Role, ScopeName } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import type { BlockDefinition } from './defined.ts';
import type { Place } from './place.ts';
import type { BlockSpelling } from './spellings.ts';

/** What one block says of one abbreviation, which `key` names. */
export type Contribution = BlockMention | BlockDefinition | BlockSpelling;

/** A contribution with its block, what the block counts as, and its position when the group was gathered. */
export interface Contributed<Found extends Contribution> {
  readonly found: Found;
  readonly block: Block;
  readonly role: Role;
  readonly position: number;
}

/** What a group comes to: all of an abbreviation but its places. */
export type Judgement = Omit<Abbreviation, 'state' | 'mentions' | 'definitions' | 'spelledOut'>;

/**
 * What is gathered of one abbreviation, in reading order. Complete once all blocks are read, and never changed
 * after. It holds blocks and no documents: it outlives versions.
 */
export class Group {
  readonly key: string;
  /** By which positions are counted: those of two groups with one layout can be compared. */
  readonly layout: object;
  readonly mentions: Contributed<BlockMention>[] = [];
  readonly definitions: Contributed<BlockDefinition>[] = [];
  readonly spellings: Contributed<BlockSpelling>[] = [];
  /** What it came to, and the answers about the whole that this went by. */
  judged: { readonly answers: object; readonly judgement: Judgement } | undefined;
  /** It stands in a caption, a table or a box. */
  shown = false;
  /** All its uses stand in tables. */
  tabled = true;
  /** Uses that count, headings included. */
  uses = 0;
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
    const role = this.#countedAs(own);
    if (found.kind === 'definition') this.definitions.push({ found, block, role, position });
    else if (found.kind === 'spelling') this.spellings.push({ found, block, role, position });
    else this.#addMention({ found, block, role, position });
  }

  /** Adds what another group was told by the blocks from one position up to another. */
  addFrom(other: Group | undefined, from: number, to: number): void {
    if (other === undefined) return;
    const isWithin = ({ position }: Contributed<Contribution>): boolean => from <= position && position < to;
    for (const each of other.definitions) if (isWithin(each)) this.definitions.push(each);
    for (const each of other.spellings) if (isWithin(each)) this.spellings.push(each);
    for (const each of other.mentions) if (isWithin(each)) this.#addMention(each);
  }

  #addMention(mention: Contributed<BlockMention>): void {
    const { found, role, position } = mention;
    const { start } = found;
    this.mentions.push(mention);
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
      areLike(this.mentions, other.mentions) &&
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
    const { block, position, found } = this.definitions[0] ?? this.mentions[0]!;
    if (found.kind === 'mention') return { block, position, start: found.start, short: found.start };
    const { start, short } = found.definition;
    return { block, position, start, short: short.start };
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
    return this.mentions.some(({ role, found }) => found.token.key === undefined && scopeOf(role) === scope);
  }

  /** All spellings without plural ending, most frequent first. */
  variants(): readonly string[] {
    const [first] = this.mentions;
    if (first === undefined) return [];
    const { form } = first.found;
    if (this.mentions.every(({ found }) => found.form === form)) return [form];
    const forms = new Map<string, number>();
    for (const { found } of this.mentions) forms.set(found.form, (forms.get(found.form) ?? 0) + 1);
    return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([each]) => each);
  }

  /** Evidence bits that at least one use has, and those that more than half of them have. */
  evidence(): { readonly any: number; readonly most: number } {
    let any = 0;
    for (const { found } of this.mentions) any |= found.token.evidence;
    let most = 0;
    // The highest bit shifted becomes negative.
    for (let bit = 1; bit > 0 && bit <= any; bit <<= 1) {
      if ((any & bit) === 0) continue;
      let count = 0;
      for (const { found } of this.mentions) if ((found.token.evidence & bit) !== 0) count++;
      if (count * 2 > this.mentions.length) most |= bit;
    }
    return { any, most };
  }
}

function areLike(
  some: readonly Contributed<Contribution>[],
  others: readonly Contributed<Contribution>[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ found, block, role }, index) => {
      const other = others[index]!;
      return found === other.found && block === other.block && role === other.role;
    })
  );
}
