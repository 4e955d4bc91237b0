/** One abbreviation while a manuscript is read: where it stands, how it is written, what speaks for its class. */
import { type CountedAs, isDisplay, isUse, scopeOf } from '../analysis/roles.ts';
import type { Block, PlacedBlock, Role, ScopeName } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import type { BlockDefinition } from './defined.ts';
import type { Judgement } from './judge.ts';
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

/**
 * What is gathered of one abbreviation, in reading order. Complete once all blocks are read, and never changed
 * after. It holds blocks and no documents: it outlives versions.
 */
export class Group {
  readonly key: string;
  readonly mentions: Contributed<BlockMention>[] = [];
  readonly definitions: Contributed<BlockDefinition>[] = [];
  readonly spellings: Contributed<BlockSpelling>[] = [];
  /** What it came to, and the answers about the whole that this went by. */
  judged: { readonly answers: object; readonly judgement: Judgement } | undefined;
  readonly #all: Contributed<Contribution>[] = [];
  readonly #forms = new Map<string, number>();
  readonly #evidence: number[] = [];
  readonly #first = new Map<ScopeName, Place>();
  /** It stands in a caption, a table or a box. */
  shown = false;
  /** All its uses stand in tables. */
  tabled = true;
  /** Uses that count, headings included. */
  uses = 0;
  /** Scopes in which it is written out rather than by a macro. */
  readonly raw = new Set<ScopeName>();

  readonly #countedAs: CountedAs;

  constructor(key: string, countedAs: CountedAs) {
    this.key = key;
    this.#countedAs = countedAs;
  }

  /** Adds what a block says; they come in reading order. */
  add({ block, role: own }: PlacedBlock, position: number, found: Contribution): void {
    const role = this.#countedAs(own);
    const contributed = { found, block, role, position };
    this.#all.push(contributed);
    if (found.kind === 'definition') this.definitions.push(contributed as Contributed<BlockDefinition>);
    else if (found.kind === 'spelling') this.spellings.push(contributed as Contributed<BlockSpelling>);
    else {
      this.mentions.push(contributed as Contributed<BlockMention>);
      this.#weigh(found, role, position);
    }
  }

  #weigh({ form, token, start }: BlockMention, role: Role, position: number): void {
    this.#forms.set(form, (this.#forms.get(form) ?? 0) + 1);
    if (token.evidence !== 0) this.#evidence.push(token.evidence);
    const scope = scopeOf(role);
    if (scope !== undefined) {
      if (!this.#first.has(scope)) this.#first.set(scope, { position, start });
      if (token.key === undefined) this.raw.add(scope);
    } else if (isDisplay(role)) this.shown = true;
    if (isUse(role)) this.uses++;
    if (role !== 'table') this.tabled = false;
  }

  /** Whether another group holds the same: what was found in the same blocks, in the same order. */
  isLike(other: Group): boolean {
    return (
      this.#all.length === other.#all.length &&
      this.#all.every(({ found, block, role }, index) => {
        const each = other.#all[index]!;
        return found === each.found && block === each.block && role === each.role;
      })
    );
  }

  get isDefined(): boolean {
    return this.definitions.length > 0;
  }

  /** Not only a long form. */
  get isAbbreviation(): boolean {
    return this.isDefined || this.mentions.length > 0;
  }

  /** Where it is first defined; else, where it is first mentioned. */
  firstPlace(): { readonly block: Block; readonly position: number; readonly start: number } {
    const { block, position, found } = this.definitions[0] ?? this.mentions[0]!;
    return { block, position, start: found.kind === 'definition' ? found.definition.start : found.start };
  }

  /** It stands in captions, tables and boxes, and in no running text. */
  get isShownOnly(): boolean {
    return this.shown && this.#first.size === 0;
  }

  /** The first use in a scope's running text. */
  first(scope: ScopeName): Place | undefined {
    return this.#first.get(scope);
  }

  /** All spellings without plural ending, most frequent first. */
  variants(): readonly string[] {
    if (this.#forms.size < 2) return [...this.#forms.keys()];
    return [...this.#forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form);
  }

  /** Evidence bits that at least one use has, and those that more than half of them have. */
  evidence(): { readonly any: number; readonly most: number } {
    let any = 0;
    for (const bits of this.#evidence) any |= bits;
    let most = 0;
    // The highest bit shifted becomes negative.
    for (let bit = 1; bit > 0 && bit <= any; bit <<= 1) {
      if ((any & bit) === 0) continue;
      let count = 0;
      for (const bits of this.#evidence) if ((bits & bit) !== 0) count++;
      if (count * 2 > this.mentions.length) most |= bit;
    }
    return { any, most };
  }
}
