/** Which folded forms the tokens of a manuscript are made of. */
import { isUse } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import type { Role, ScopeName, Token } from '../types.ts';

/** More parts than these make no compound. */
const MOST_PARTS = 6;

/** What one surface is made of: "CAR-NK-derived" uses CAR-NK and CAR; "IL-2" uses the head IL. */
interface Parts {
  readonly forms: readonly string[];
  /** Heads of families, without their members' numbers. */
  readonly heads: readonly string[];
}

/** Counts what tokens are made of. Linear in the tokens; remembers each surface. */
export class UsedForms {
  readonly #parts = new Map<string, Parts>();
  readonly #counts = new Map<string, number>();

  /** Counts a block's tokens; `by` 1 to add, -1 to take off what was added. */
  count(tokens: readonly Token[], role: Role, by: 1 | -1): void {
    if (!isUse(role) && role !== 'title') return;
    const scope = role === 'title' ? undefined : role === 'abstract' ? 'abstract' : 'main';
    for (const { surface } of tokens) {
      const { forms, heads } = this.#partsOf(surface);
      for (const form of forms) this.#add(form, by);
      if (scope !== undefined) for (const head of heads) this.#add(`${scope} ${head}`, by);
    }
  }

  /** Whether a token of text, headings or the title is this form, or a compound with it. */
  has(key: string): boolean {
    return (this.#counts.get(key) ?? 0) > 0;
  }

  /** Whether a scope uses a member of this head's family: IL-2 of IL. Headings are the main text's. */
  hasMember(head: string, scope: ScopeName): boolean {
    return (this.#counts.get(`${scope} ${head}`) ?? 0) > 0;
  }

  #add(name: string, by: number): void {
    const count = (this.#counts.get(name) ?? 0) + by;
    if (count === 0) this.#counts.delete(name);
    else this.#counts.set(name, count);
  }

  #partsOf(surface: string): Parts {
    let parts = this.#parts.get(surface);
    if (parts === undefined) {
      parts = partsOf(surface);
      this.#parts.set(surface, parts);
    }
    return parts;
  }
}

function partsOf(surface: string): Parts {
  const pieces = surface.split(/[-\u2010-\u2015/]/).slice(0, MOST_PARTS);
  const forms = new Set<string>();
  const heads = new Set<string>();
  for (let from = 0; from < pieces.length; from++) {
    for (let to = from + 1; to <= pieces.length; to++) {
      const isHead = /^[\dα-ω]/.test(pieces[to] ?? '');
      (isHead ? heads : forms).add(fold(pieces.slice(from, to).join('-')));
    }
  }
  return { forms: [...forms], heads: [...heads] };
}
