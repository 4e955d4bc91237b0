import type {
  Block,
  BlockKind,
  Declaration,
  DefinitionForm,
  Directive,
  Inclusion,
  Mark,
  Role,
  Span,
} from '../types.ts';
import { sortMarks } from './marks.ts';
import type { Mask } from './mask.ts';

/** What a block is, before its text is read. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly role?: Role | undefined;
  readonly level?: number | undefined;
}

const VISIBLE = /[^\s\uFFFC\uE000]/;

/** A block while it is scanned. Facts are relative to its start. */
class OpenBlock {
  readonly start: number;
  shape: BlockShape;
  marks: Mark[] | undefined;
  declarations: Declaration[] | undefined;
  directives: Directive[] | undefined;
  inclusions: Inclusion[] | undefined;

  constructor(start: number, shape: BlockShape) {
    this.start = start;
    this.shape = shape;
  }

  /** @param masked the block's own masked text */
  close(masked: string): Block {
    const { level, role } = this.shape;
    if (this.marks) sortMarks(this.marks);
    const block: { -readonly [Key in keyof Block]: Block[Key] } = { kind: this.#kind(masked), masked };
    if (level !== undefined) block.level = level;
    if (role !== undefined) block.role = role;
    if (this.marks) block.marks = this.marks;
    if (this.declarations) block.declarations = this.declarations;
    if (this.directives) block.directives = this.directives;
    if (this.inclusions) block.inclusions = this.inclusions;
    return block;
  }

  /** A block without anything to read is opaque, whatever it stands in. */
  #kind(masked: string): BlockKind {
    const { kind } = this.shape;
    if (kind === 'metadata' || kind === 'opaque' || VISIBLE.test(masked)) return kind;
    return this.marks?.some(mark => mark.kind === 'macro' || mark.kind === 'term') ? kind : 'opaque';
  }
}

/** The blocks of one stretch of text, made while it is scanned: each begins where the one before it ends. */
export class BlockList {
  readonly #start: number;
  readonly #done: OpenBlock[] = [];
  #open: OpenBlock;

  constructor(start: number, shape: BlockShape) {
    this.#start = start;
    this.#open = new OpenBlock(start, shape);
  }

  get kind(): BlockKind {
    return this.#open.shape.kind;
  }

  /** Ends the open block at `at` and begins another one there. An empty block leaves no trace. */
  cut(at: number, shape: BlockShape): void {
    if (at > this.#open.start) {
      this.#done.push(this.#open);
      this.#open = new OpenBlock(at, shape);
    } else {
      this.#open.shape = shape;
    }
  }

  mark(kind: Mark['kind'], start: number, end: number, key?: string, command?: string): void {
    this.#open.marks ??= [];
    this.#open.marks.push({
      kind,
      ...this.#relative(start, end),
      ...(key !== undefined && { key }),
      ...(command !== undefined && { command }),
    });
  }

  directive(text: string, start: number, end: number): void {
    this.#open.directives ??= [];
    this.#open.directives.push({ text, ...this.#relative(start, end) });
  }

  inclusion(target: string, start: number, end: number): void {
    this.#open.inclusions ??= [];
    this.#open.inclusions.push({ target, ...this.#relative(start, end) });
  }

  /** A declaration that a block's beginning tears apart is none. */
  declaration(form: DefinitionForm, short: Span, long: Span, key?: string): void {
    if (Math.min(short.start, long.start) < this.#open.start) return;
    this.#open.declarations ??= [];
    this.#open.declarations.push({
      form,
      short: this.#relative(short.start, short.end),
      long: this.#relative(long.start, long.end),
      ...(key !== undefined && { key }),
    });
  }

  /** All blocks, the last one up to `end`. */
  finish(end: number, mask: Mask): Block[] {
    if (end > this.#open.start) this.#done.push(this.#open);
    const masked = mask.build();
    return this.#done.map((block, index) => {
      const next = this.#done[index + 1]?.start ?? end;
      return block.close(masked.slice(block.start - this.#start, next - this.#start));
    });
  }

  /** A mark may have begun in the block before. */
  #relative(start: number, end: number): Span {
    return { start: Math.max(0, start - this.#open.start), end: end - this.#open.start };
  }
}
