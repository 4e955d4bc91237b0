import type { Declaration, Directive, Inclusion, Mark } from '../../types.ts';
import type { Mask } from '../mask.ts';
import { maskMath } from '../math.ts';
import { indexWithin } from '../scan.ts';
import { Emphasis } from './emphasis.ts';
import type { Tag } from './tags.ts';

/** What the inline text of a block says besides its mask. Offsets are relative to the block. */
export interface InlineFacts {
  readonly marks: Mark[];
  readonly declarations: Declaration[];
  readonly directives: Directive[];
  readonly inclusions: Inclusion[];
}

/** Facts with nothing in them yet. */
export function noFacts(): InlineFacts {
  return { marks: [], declarations: [], directives: [], inclusions: [] };
}

/** A bracket that is open. */
export interface Bracket {
  readonly at: number;
  /** `[`, `![`, `^[`. */
  readonly kind: 'link' | 'image' | 'note';
  /** A citation key stands in it. */
  cites: boolean;
  readonly emphasisHeight: number;
  readonly marksHeight: number;
}

/** An element that is open: its tag, and where that begins. */
interface OpenElement {
  readonly tag: Tag;
  readonly at: number;
}

/** Inline text while it is read: where it stands, what is open in it, and what was found. */
export class InlineText {
  readonly text: string;
  /** The bounds of the text: nothing outside is looked at, but for the unit before and behind. */
  readonly from: number;
  readonly to: number;
  readonly mask: Mask;
  readonly facts: InlineFacts;
  /** Where the block begins: facts are relative to it. */
  readonly origin: number;
  readonly emphasis: Emphasis;
  readonly brackets: Bracket[] = [];
  /** A link can't hold a link: brackets below this height are none. */
  inactiveBelow = 0;
  /** Where the last run of backticks of each length stands, once that was asked. */
  backticks: Map<number, number> | undefined;
  /** No bare address begins before this. */
  floor: number;
  /** Units of images at the outermost level, with the white space behind them. */
  imaged = 0;
  /** What most texts haven't got is made when it is needed. */
  #elements: Map<string, OpenElement> | undefined;
  #closers: Set<number> | undefined;
  /** Where each closer was found last (`Infinity`: no more), so that no stretch is searched twice. */
  #found: Map<string, number> | undefined;

  constructor(text: string, from: number, to: number, mask: Mask, facts: InlineFacts, origin: number) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.mask = mask;
    this.facts = facts;
    this.origin = origin;
    this.emphasis = new Emphasis(mask);
    this.floor = from;
  }

  /** Open elements by name. */
  get elements(): Map<string, OpenElement> {
    this.#elements ??= new Map();
    return this.#elements;
  }

  /** Notes where a sub- or superscript that was opened closes. */
  addCloser(at: number): void {
    this.#closers ??= new Set();
    this.#closers.add(at);
  }

  /** Whether a sub- or superscript that was opened closes here. */
  isCloser(at: number): boolean {
    return this.#closers?.has(at) === true;
  }

  /** The unit at `at`, 0 outside the text. */
  unit(at: number): number {
    return at >= this.from && at < this.to ? this.text.charCodeAt(at) : 0;
  }

  /** A stretch of at most `length` units, cut at the text's end: what small patterns are matched on. */
  peek(at: number, length: number): string {
    return this.text.slice(at, Math.min(at + length, this.to));
  }

  /** How often the unit at `at` is repeated from there on, counting itself. */
  runLength(at: number): number {
    const unit = this.text.charCodeAt(at);
    let next = at + 1;
    while (next < this.to && this.text.charCodeAt(next) === unit) next++;
    return next - at;
  }

  /** The offset of `closer` from `at` on, else -1. Linear over all calls with rising `at`. */
  find(closer: string, at: number): number {
    let found = this.#found?.get(closer) ?? -1;
    if (found < at) {
      const next = indexWithin(this.text, closer, at, this.to);
      found = next < 0 ? Number.POSITIVE_INFINITY : next;
      this.#foundAt(closer, found);
    }
    return found === Number.POSITIVE_INFINITY ? -1 : found;
  }

  /** Whether a search for `closer` failed before. */
  isMissing(closer: string): boolean {
    return this.#found?.get(closer) === Number.POSITIVE_INFINITY;
  }

  /** Remembers that there is no `closer` any more. */
  miss(closer: string): void {
    this.#foundAt(closer, Number.POSITIVE_INFINITY);
  }

  #foundAt(closer: string, at: number): void {
    this.#found ??= new Map();
    this.#found.set(closer, at);
  }

  mark(kind: Mark['kind'], start: number, end: number): void {
    this.facts.marks.push({ kind, start: start - this.origin, end: end - this.origin });
  }

  /** Masks what is no prose; returns where to go on. */
  opaque(start: number, end: number): number {
    this.mask.opaque(start, end);
    this.floor = end;
    return end;
  }

  /** Masks and marks a citation; returns where to go on. */
  cite(start: number, end: number): number {
    this.mark('citation', start, end);
    return this.opaque(start, end);
  }

  /** Masks math with its delimiters: a term reads as one, all other math is opaque. */
  math(start: number, innerStart: number, innerEnd: number, end: number): number {
    maskMath(this.mask, this.text, { start, end }, { start: innerStart, end: innerEnd });
    this.floor = end;
    return end;
  }

  /** Pairs the emphasis that was opened above `height`. */
  emphasise(height: number): void {
    this.emphasis.process(height, this.facts.marks, this.origin);
  }
}
