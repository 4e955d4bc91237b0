import type { Block, BlockKind, Reader, ReadResult, Span } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { endOfLine, skipBlanks } from '../scan.ts';
import { tableOf } from './cells.ts';
import type { LightMarkup, Zone } from './lightMarkup.ts';
import { indentOf, isOutOf } from './state.ts';

/** A zone that is open, by its number, and how deep its opening line stands. */
interface OpenZone {
  readonly index: number;
  readonly depth: number;
}

const LONGEST_LINE = 400;
const SEPARATOR = '\n';

/** A reader that knows zones, around one that reads a language's lines. The state: the open zone's, then the other's. */
export function zonedReader(markup: LightMarkup, lines: Reader<string>): Reader<string> {
  const zones = markup.zones ?? [];
  return zones.length === 0 ? lines : new ZonedReader(markup, zones, lines);
}

/** A line that is read, and the one below, if anybody looks at that. */
class Line {
  readonly text: string;
  readonly isBlank: boolean;
  readonly end: number;
  /** How far was looked. */
  looked: number;
  readonly #document: string;

  constructor(document: string, at: number) {
    this.#document = document;
    this.text = lineAt(document, at);
    this.isBlank = this.text === '';
    this.end = Math.min(document.length, endOfLine(document, at));
    this.looked = this.end;
  }

  below(): string {
    this.looked = Math.min(this.#document.length, endOfLine(this.#document, this.end));
    return lineAt(this.#document, this.end);
  }
}

class ZonedReader implements Reader<string> {
  readonly start: Reader<string>['start'];
  readonly #markup: LightMarkup;
  readonly #zones: readonly Zone[];
  readonly #lines: Reader<string>;

  constructor(markup: LightMarkup, zones: readonly Zone[], lines: Reader<string>) {
    this.#markup = markup;
    this.#zones = zones;
    this.#lines = lines;
    this.start = lines.start;
  }

  sameState(a: string, b: string): boolean {
    return a === b;
  }

  readBlocks(text: string, at: number, state: string): ReadResult<string> {
    const line = new Line(text, at);
    const [before, outer] = parse(state);
    const inner = !line.isBlank && isOutOf(outer, line.text) ? '' : outer;
    const { zone, isOpening } =
      inner === '' ? this.#zoneOf(line, before) : { zone: before, isOpening: false };
    if (zone === undefined) return this.#readLines(text, at, inner, line);
    const { as } = this.#zones[zone.index]!;
    if (as === 'hidden' && !line.isBlank) return this.#readHidden(text, at, zone);
    const row =
      as === 'rows' && !isOpening && !line.isBlank ? rowAt(this.#markup, text, at, line.end) : undefined;
    if (row !== undefined) return { blocks: [row], next: line.end, looked: line.looked, state };
    return this.#readInside(this.#readLines(text, at, inner, line), zone, isOpening);
  }

  /** The zone that a line stands in, behind one that stands in `before`, and whether the line opens it. */
  #zoneOf(
    line: Line,
    before: OpenZone | undefined,
  ): { readonly zone: OpenZone | undefined; readonly isOpening: boolean } {
    const isOver = before !== undefined && this.#isOver(before, line.text);
    const zone = isOver || before === undefined ? undefined : this.#withHeading(before, line.text);
    const isFence = isOver && this.#zones[before.index]!.isFenced === true;
    const next = line.isBlank || isFence ? undefined : opened(this.#zones, line, this.#markup);
    const isOpening = next !== undefined && (zone === undefined || this.#yields(zone, next));
    return { zone: isOpening ? next : zone, isOpening };
  }

  /** Whether a zone that is open ends before a line. */
  #isOver({ index, depth }: OpenZone, line: string): boolean {
    const { end } = this.#zones[index]!;
    if (line === '') return end === 'paragraph';
    if (end === 'dedent') return indentOf(line) <= depth;
    if (end === 'paragraph') return false;
    if (end !== 'heading' && end !== 'section') return end.test(line);
    const level = this.#markup.heading(line, '')?.level;
    return depth >= 0 && level !== undefined && level <= depth;
  }

  /** A zone that waits for its heading, once that has come. */
  #withHeading(zone: OpenZone, line: string): OpenZone {
    const isHeading = zone.depth < 0 && this.#markup.heading(line, '') !== undefined;
    return isHeading ? { ...zone, depth: -zone.depth } : zone;
  }

  /** Whether a zone that is open gives way to one that a line opens: a style's is one block, or one section. */
  #yields({ index, depth }: OpenZone, next: OpenZone): boolean {
    const { end } = this.#zones[index]!;
    const isSection = end === 'section' && this.#zones[next.index]!.end === 'section';
    return end === 'paragraph' || (isSection && -next.depth <= depth);
  }

  #readLines(text: string, at: number, state: string, { looked }: Line): ReadResult<string> {
    const read = this.#lines.readBlocks(text, at, state);
    return { ...read, looked: Math.max(read.looked, looked) };
  }

  #readHidden(text: string, at: number, zone: OpenZone): ReadResult<string> {
    const next = endOfHidden(text, at, following => this.#isOver(zone, following));
    const block: Block = { kind: 'opaque', masked: opaqueText(text, at, next) };
    return { blocks: [block], next, looked: endOfLine(text, next), state: stateOf(zone, '') };
  }

  /** What was read is the zone's, but for the line that opens it; a style's zone ends with its one block. */
  #readInside(read: ReadResult<string>, zone: OpenZone, isOpening: boolean): ReadResult<string> {
    const own = this.#zones[zone.index]!;
    const blocks = isOpening ? read.blocks : read.blocks.map(dressed(own));
    const isSpent =
      own.end === 'paragraph' && !isOpening && blocks.some(({ kind }) => !SAYS_LITTLE.has(kind));
    return { ...read, blocks, state: stateOf(isSpent ? undefined : zone, read.state) };
  }
}

/** What may stand between a style and what it is the style of. */
const SAYS_LITTLE: ReadonlySet<BlockKind> = new Set<BlockKind>(['opaque', 'caption', 'blank']);

/** The zone that a line opens. That of a section waits for its heading in the line below: its depth is negative. */
function opened(zones: readonly Zone[], line: Line, markup: LightMarkup): OpenZone | undefined {
  const index = zones.findIndex(({ open }) => open.test(line.text));
  if (index < 0) return undefined;
  const { end } = zones[index]!;
  if (end === 'section') {
    const level = markup.heading(line.below(), '')?.level;
    return level === undefined ? undefined : { index, depth: -level };
  }
  return {
    index,
    depth: end === 'heading' ? (markup.heading(line.text, '')?.level ?? 0) : indentOf(line.text),
  };
}

/** `zone number depth`, a separator, and the lines' own state; that alone outside of zones. */
function stateOf(zone: OpenZone | undefined, inner: string): string {
  return zone === undefined ? inner : `${zone.index} ${zone.depth}${SEPARATOR}${inner}`;
}

function parse(state: string): [OpenZone | undefined, string] {
  const separator = state.indexOf(SEPARATOR);
  if (separator < 0) return [undefined, state];
  const [index, depth] = state.slice(0, separator).split(' ').map(Number);
  return [{ index: index!, depth: depth! }, state.slice(separator + 1)];
}

const DISPLAYED: ReadonlySet<BlockKind> = new Set(['caption', 'table', 'footnote']);

/** What a block of a zone is. */
const dressed =
  ({ kind, role }: Zone) =>
  (block: Block): Block => {
    if (block.kind === 'blank' || block.kind === 'opaque' || block.kind === 'heading') return block;
    if (role === 'supplement' && DISPLAYED.has(block.kind)) return block;
    return {
      ...block,
      ...(kind !== undefined && block.kind === 'paragraph' && { kind }),
      ...(role !== undefined && block.role === undefined && { role }),
    };
  };

/** The end of the lines from `at` on that are hidden, up to a blank one at most. */
function endOfHidden(text: string, at: number, isEnd: (line: string) => boolean): number {
  let next = endOfLine(text, at);
  while (next < text.length) {
    const line = lineAt(text, next);
    if (line.trim() === '' || isEnd(line)) break;
    next = endOfLine(text, next);
  }
  return next;
}

/** A line of values with commas between, or a `:header:` of such; undefined for other options. */
function rowAt(markup: LightMarkup, text: string, at: number, end: number): Block | undefined {
  const lead = /^\s{0,99}(?::([\w-]{1,40}):\s{0,9})?/.exec(text.slice(at, Math.min(end, at + 150)));
  if (lead?.[1] !== undefined && lead[1] !== 'header') return undefined;
  const cells = valuesIn(text, at + (lead?.[0].length ?? 0), end);
  return cells.length === 0 ? undefined : tableOf(markup, text, cells, at, end);
}

/** The values from `from` to `to`, without their quotes. */
function valuesIn(text: string, from: number, to: number): Span[] {
  const values: Span[] = [];
  let at = from;
  while (at < to) {
    const start = skipBlanks(text, at, to);
    const isQuoted = text.charCodeAt(start) === 0x22;
    let end = isQuoted ? start + 1 : start;
    for (; end < to; end++) {
      const unit = text.charAt(end);
      if (unit === '\n' || unit === '\r' || unit === (isQuoted ? '"' : ',')) {
        // Two quotes stand for one.
        if (!(isQuoted && unit === '"' && text.charAt(end + 1) === '"')) break;
        end++;
      }
    }
    const inner = isQuoted ? start + 1 : start;
    if (end > inner) values.push({ start: inner, end });
    while (end < to && text.charAt(end) !== ',') end++;
    at = end + 1;
  }
  return values;
}

function lineAt(text: string, at: number): string {
  return text.slice(at, Math.min(endOfLine(text, at), at + LONGEST_LINE)).trimEnd();
}
