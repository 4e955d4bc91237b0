/** One abbreviation while a manuscript is read: where it stands, how it is written, what speaks for its class. */
import { isDisplay, isUse, scopeOf } from '../analysis/roles.ts';
import type { Mention, ScopeName } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import type { Defining } from './defined.ts';
import type { Place } from './place.ts';
import type { ReadBlock } from './readingOrder.ts';

/** What is gathered of one abbreviation. Mentions are kept as they were found and made only when asked for. */
export class Group {
  readonly definitions: Defining[] = [];
  readonly #blocks: ReadBlock[] = [];
  readonly #found: BlockMention[] = [];
  readonly #spellings = new Map<string, number>();
  readonly #evidence: number[] = [];
  readonly #first = new Map<ScopeName, Place>();
  #mentions: readonly Mention[] | undefined;
  /** It stands in a caption, a table or a box. */
  shown = false;
  /** All its uses stand in tables. */
  tabled = true;
  /** Uses that count, headings included. */
  uses = 0;
  /** Scopes in which it is written out rather than by a macro. */
  readonly raw = new Set<ScopeName>();

  /** Adds a mention; they come in reading order. */
  add(block: ReadBlock, mention: BlockMention): void {
    this.#blocks.push(block);
    this.#found.push(mention);
    this.#spellings.set(mention.form, (this.#spellings.get(mention.form) ?? 0) + 1);
    if (mention.token.evidence !== 0) this.#evidence.push(mention.token.evidence);
    const { role, start } = block.placed;
    const scope = scopeOf(role);
    if (scope !== undefined) {
      if (!this.#first.has(scope))
        this.#first.set(scope, { position: block.position, start: start + mention.start });
      if (mention.token.key === undefined) this.raw.add(scope);
    } else if (isDisplay(role)) this.shown = true;
    if (isUse(role)) this.uses++;
    if (role !== 'table') this.tabled = false;
  }

  /** The first use in a scope's running text. */
  first(scope: ScopeName): Place | undefined {
    return this.#first.get(scope);
  }

  /** All spellings without plural ending, most frequent first. */
  variants(): readonly string[] {
    if (this.#spellings.size < 2) return [...this.#spellings.keys()];
    return [...this.#spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form);
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
      if (count * 2 > this.#found.length) most |= bit;
    }
    return { any, most };
  }

  /** The mentions with absolute spans, in reading order. */
  mentions(): readonly Mention[] {
    this.#mentions ??= this.#found.map((found, index) => mentionIn(this.#blocks[index]!, found));
    return this.#mentions;
  }
}

function mentionIn(
  { analysis, placed }: ReadBlock,
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
