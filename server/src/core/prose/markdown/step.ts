import type { Block, BlockKind, Role } from '../../types.ts';
import { Mask, opaqueText } from '../mask.ts';
import { endOfLine } from '../scan.ts';
import { readInline } from './inline.ts';
import { type InlineFacts, noFacts } from './inlineText.ts';
import { type Container, type Cursor, eatContainers } from './lines.ts';

/** What must be known at the start of a line. No paragraph is ever open there. */
export interface MarkdownState {
  /** Nothing was read yet: front matter may stand here. */
  readonly first: boolean;
  readonly containers: readonly Container[];
  /** The divs that are open, outermost first. */
  readonly divs: readonly Div[];
}

/** What an open div says: the role that it gives its content, empty for most; `<` before it for one of raw HTML. */
export type Div = Role | '' | `<${Role | ''}`;

/** What a leaf reader gives: its blocks and where the next line begins. */
export interface Leaf {
  readonly blocks: readonly Block[];
  readonly next: number;
}

/** The reading of one leaf block: its place, the containers around it, and how far the text was looked at. */
export class Step {
  readonly text: string;
  readonly at: number;
  readonly containers: Container[];
  readonly cursor: Cursor;
  readonly divs: Div[];
  looked: number;

  constructor(text: string, at: number, state: MarkdownState) {
    this.text = text;
    this.at = at;
    this.containers = state.containers.slice();
    this.divs = state.divs.slice();
    this.cursor = { at, column: 0 };
    this.looked = at;
  }

  /** The offset behind the line of `at`, which counts as looked at. */
  lineEnd(at: number): number {
    const end = endOfLine(this.text, at);
    this.look(end);
    return end;
  }

  /** Counts the text up to `end` as looked at. */
  look(end: number): void {
    if (end > this.looked) this.looked = end;
  }

  /** The place behind the container markup of the line at `at`; undefined if a container ends before it. */
  enter(at: number, lineEnd: number): Cursor | undefined {
    const cursor = { at, column: 0 };
    const matched = eatContainers(this.text, cursor, lineEnd, this.containers);
    return matched === this.containers.length ? cursor : undefined;
  }

  /** The kind of running text here: by the innermost container, but a note is a note throughout. */
  get textKind(): BlockKind {
    if (this.containers.some(container => container.kind === 'note')) return 'footnote';
    const innermost = this.containers.at(-1)?.kind;
    return innermost === undefined || innermost === 'note' ? 'paragraph' : innermost;
  }

  get role(): Role | undefined {
    const div = this.divs.findLast(said => said !== '' && said !== '<');
    return div?.replace('<', '') as Role | undefined;
  }

  /** An opaque block from the step's start to `next`. */
  opaque(next: number): Block {
    return this.opaqueBetween(this.at, next);
  }

  opaqueBetween(start: number, end: number): Block {
    return this.block('opaque', opaqueText(this.text, start, end));
  }

  /** A block that another reader made, with the role of the divs that it stands in. */
  within(block: Block): Block {
    const { role } = this;
    return role === undefined || block.role !== undefined || (role === 'caption' && isFloat(block.kind))
      ? block
      : { ...block, role };
  }

  block(kind: BlockKind, masked: string, facts?: InlineFacts, level?: number): Block {
    const { role } = this;
    const block: { -readonly [Key in keyof Block]: Block[Key] } = { kind, masked };
    if (level !== undefined) block.level = level;
    if (role !== undefined && !(role === 'caption' && isFloat(kind))) block.role = role;
    if (facts === undefined) return block;
    if (facts.marks.length > 0) block.marks = facts.marks;
    if (facts.declarations.length > 0) block.declarations = facts.declarations;
    if (facts.directives.length > 0) block.directives = facts.directives;
    if (facts.inclusions.length > 0) block.inclusions = facts.inclusions;
    return block;
  }
}

/** In a div that is a float, these are what they are. */
const isFloat = (kind: BlockKind): boolean => kind === 'table' || kind === 'caption';

/** The source of a leaf with the container markup of its lines blanked: as long as the leaf. */
export interface LeafText {
  readonly source: string;
  /** Where the leaf's first line begins in `source`. */
  readonly start: number;
  /** Where its text begins, behind the container markup. */
  readonly inner: number;
  readonly end: number;
}

/**
 * The text of a leaf from the step's start to `next`. `prefixes` holds start and end of the container
 * markup (`> `) of its later lines, pairwise: usually none, and then the source itself is read.
 */
export function leafText(step: Step, inner: number, next: number, prefixes: readonly number[]): LeafText {
  const { text, at } = step;
  if (prefixes.length === 0) return { source: text, start: at, inner, end: next };
  const parts: string[] = [];
  let done = at;
  for (let index = 0; index < prefixes.length; index += 2) {
    const start = prefixes[index]!;
    const end = prefixes[index + 1]!;
    parts.push(text.slice(done, start), ' '.repeat(end - start));
    done = end;
  }
  parts.push(text.slice(done, next));
  return { source: parts.join(''), start: 0, inner: inner - at, end: next - at };
}

/** Masks a leaf that is running text throughout. */
export function proseBlock(
  step: Step,
  leaf: LeafText,
  kind: BlockKind,
  inner = leaf.inner,
  end = leaf.end,
): Block {
  const mask = new Mask(leaf.source, leaf.start, leaf.end);
  mask.space(leaf.start, inner);
  mask.space(end, leaf.end);
  const facts = noFacts();
  const imagesOnly = readInline(leaf.source, inner, end, mask, facts, leaf.start);
  return step.block(imagesOnly ? 'caption' : kind, mask.build(), facts);
}
