/** Which folded forms the tokens of a manuscript are made of. */
import { Char, characterClass } from '../../analysis/characters.ts';
import { isUse } from '../../analysis/roles.ts';
import { fold } from '../../glossary/normalize.ts';
import type { Role, ScopeName, Token } from '../../types.ts';

/** More parts than these make no compound. */
const MOST_PARTS = 6;

/** How often a surface stands in the title, the abstract and the main text (headings among it). */
interface Uses {
  title: number;
  abstract: number;
  main: number;
}

/** Counts surfaces, and knows which forms each is made of. Linear in the tokens; each surface is taken apart once. */
export class UsedForms {
  readonly #surfaces = new Map<string, Uses>();
  /** "CAR-NK-derived" uses CAR-NK and CAR. Made when it is first asked for. */
  #byForm: Map<string, Uses[]> | undefined;
  /** Heads of families, without their members' numbers: "IL-2" uses the head IL. */
  readonly #byHead = new Map<string, Uses[]>();
  #revision = 0;

  /** Another number after each change that an answer may have changed by: a surface came to a scope, or went. */
  get revision(): number {
    return this.#revision;
  }

  /** Counts a block's tokens; `by` 1 to add, -1 to take off what was added. */
  count(tokens: readonly Token[], role: Role, by: 1 | -1): void {
    if (!isUse(role) && role !== 'title') return;
    const scope = role === 'title' || role === 'abstract' ? role : 'main';
    for (const { surface } of tokens) {
      let uses = this.#surfaces.get(surface);
      if (uses === undefined) {
        uses = { title: 0, abstract: 0, main: 0 };
        this.#surfaces.set(surface, uses);
        if (isCompound(surface) && MEMBER.test(surface)) indexHeads(surface, uses, this.#byHead);
        if (this.#byForm !== undefined) indexForms(surface, uses, this.#byForm);
      }
      uses[scope] += by;
      if (uses[scope] === (by > 0 ? 1 : 0)) this.#revision++;
    }
  }

  /** Whether a token of text, headings or the title is this form, or a compound with it. */
  has(key: string): boolean {
    if (this.#byForm === undefined) {
      this.#byForm = new Map();
      for (const [surface, uses] of this.#surfaces) indexForms(surface, uses, this.#byForm);
    }
    return this.#byForm.get(key)?.some(({ title, abstract, main }) => title + abstract + main > 0) === true;
  }

  /** Whether a scope uses a member of this head's family: IL-2 of IL. Headings are the main text's. */
  hasMember(head: string, scope: ScopeName): boolean {
    return this.#byHead.get(head)?.some(uses => uses[scope] > 0) === true;
  }
}

const SEPARATOR = /[-\u2010-\u2015/]/;
const MEMBER = /[-\u2010-\u2015/][\dα-ω]/;
const NUMBER = /^[\dα-ω]/;

/** Every stretch of a compound is a form, but for heads of families, which a member's number follows. */
function indexForms(surface: string, uses: Uses, index: Map<string, Uses[]>): void {
  const pieces = piecesOf(surface);
  for (let to = 1; to <= pieces.length; to++) {
    if (to === pieces.length || !NUMBER.test(pieces[to]!)) indexEndingAt(to, pieces, uses, index);
  }
}

function indexHeads(surface: string, uses: Uses, index: Map<string, Uses[]>): void {
  const pieces = piecesOf(surface);
  for (let to = 1; to < pieces.length; to++) {
    if (NUMBER.test(pieces[to]!)) indexEndingAt(to, pieces, uses, index);
  }
}

function piecesOf(surface: string): readonly string[] {
  return isCompound(surface) ? surface.split(SEPARATOR).slice(0, MOST_PARTS) : [surface];
}

/** Whether a separator stands in it: a look that spares most surfaces the expressions. */
function isCompound(surface: string): boolean {
  for (let at = 0; at < surface.length; at++) {
    if ((characterClass(surface.charCodeAt(at)) & (Char.hyphen | Char.slash)) !== 0) return true;
  }
  return false;
}

/** All stretches of pieces that end before one of them. */
function indexEndingAt(to: number, pieces: readonly string[], uses: Uses, index: Map<string, Uses[]>): void {
  for (let from = 0; from < to; from++) push(index, fold(pieces.slice(from, to).join('-')), uses);
}

function push(index: Map<string, Uses[]>, name: string, uses: Uses): void {
  const known = index.get(name);
  if (known === undefined) index.set(name, [uses]);
  else known.push(uses);
}
