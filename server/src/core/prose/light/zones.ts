import type { Block, BlockKind, Reader, Span } from '../../types.ts';
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
  if (zones.length === 0) return lines;

  /** Whether a zone that is open ends before a line. */
  const isOver = ({ index, depth }: OpenZone, line: string): boolean => {
    const { end } = zones[index]!;
    if (line === '') return end === 'paragraph';
    if (end === 'dedent') return indentOf(line) <= depth;
    if (end === 'paragraph') return false;
    if (end !== 'heading' && end !== 'section') return end.test(line);
    const level = markup.heading(line, '')?.level;
    return depth >= 0 && level !== undefined && level <= depth;
  };

  /** Whether a zone that is open gives way to one that a line opens: a style's is one block, or one section. */
  const yields = ({ index, depth }: OpenZone, next: OpenZone): boolean => {
    const { end } = zones[index]!;
    const isSection = end === 'section' && zones[next.index]!.end === 'section';
    return end === 'paragraph' || (isSection && -next.depth <= depth);
  };

  return {
    start: lines.start,
    sameState: (a, b) => a === b,
    readBlocks(text, at, state) {
      const line = lineAt(text, at);
      const isBlank = line === '';
      const lineEnd = Math.min(text.length, endOfLine(text, at));
      let look = lineEnd;
      const below = (): string => {
        look = Math.min(text.length, endOfLine(text, lineEnd));
        return lineAt(text, lineEnd);
      };
      let [zone, inner] = parse(state);
      if (!isBlank && isOutOf(inner, line)) inner = '';
      let isOpening = false;
      if (inner === '') {
        let closes = false;
        if (zone !== undefined && isOver(zone, line)) {
          closes = zones[zone.index]!.isFenced === true;
          zone = undefined;
        } else if (zone !== undefined && zone.depth < 0 && markup.heading(line, '') !== undefined) {
          zone = { ...zone, depth: -zone.depth };
        }
        const next = isBlank || closes ? undefined : opened(zones, line, below, markup);
        isOpening = next !== undefined && (zone === undefined || yields(zone, next));
        if (isOpening) zone = next;
      }
      const { as, end } = zones[zone?.index ?? -1] ?? {};
      if (zone !== undefined && as === 'hidden' && !isBlank) {
        const next = endOfHidden(text, at, following => isOver(zone!, following));
        const block: Block = { kind: 'opaque', masked: opaqueText(text, at, next) };
        return { blocks: [block], next, looked: endOfLine(text, next), state: stateOf(zone, '') };
      }
      if (zone !== undefined && as === 'rows' && !isOpening && !isBlank) {
        const row = rowAt(markup, text, at, lineEnd);
        if (row !== undefined) return { blocks: [row], next: lineEnd, looked: look, state };
      }
      const read = lines.readBlocks(text, at, inner);
      const blocks =
        zone === undefined || isOpening ? read.blocks : read.blocks.map(dressed(zones[zone.index]!));
      const isSpent = end === 'paragraph' && !isOpening && blocks.some(({ kind }) => !SAYS_LITTLE.has(kind));
      return {
        blocks,
        next: read.next,
        looked: Math.max(read.looked, look),
        state: stateOf(isSpent ? undefined : zone, read.state),
      };
    },
  };
}

/** What may stand between a style and what it is the style of. */
const SAYS_LITTLE: ReadonlySet<BlockKind> = new Set<BlockKind>(['opaque', 'caption', 'blank']);

/** The zone that a line opens. That of a section waits for its heading in the line below: its depth is negative. */
function opened(
  zones: readonly Zone[],
  line: string,
  below: () => string,
  markup: LightMarkup,
): OpenZone | undefined {
  const index = zones.findIndex(({ open }) => open.test(line));
  if (index < 0) return undefined;
  const { end } = zones[index]!;
  if (end === 'section') {
    const level = markup.heading(below(), '')?.level;
    return level === undefined ? undefined : { index, depth: -level };
  }
  return { index, depth: end === 'heading' ? (markup.heading(line, '')?.level ?? 0) : indentOf(line) };
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
