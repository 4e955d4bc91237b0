import type { Span } from '../../types.ts';
import { indexWithin, isBlankLine, isWhite } from '../scan.ts';
import { readDefinition } from './definitionList.ts';
import { interrupts, isInclusionLine } from './interrupts.ts';
import { underlineLevel } from './leaves.ts';
import { type Cursor, eatColumns, eatContainers, indentAt } from './lines.ts';
import { readSimpleTable } from './simpleTables.ts';
import { type Leaf, type LeafText, leafText, proseBlock, type Step } from './step.ts';
import { isDelimiterRow } from './tables.ts';

/** Columns of indent, at most: what stands deeper is code. */
const MOST_INDENT = 3;

/** The lines of a paragraph, as far as they are read. */
interface Lines {
  /** Where the text of the first one begins, and where that line ends. */
  readonly inner: number;
  readonly firstEnd: number;
  /** Stretches before the text of later lines: where each begins and ends. */
  readonly prefixes: number[];
  readonly isLineBlock: boolean;
  /** The first line leaves an image's legend open. */
  readonly opensImage: boolean;
  /** Where the last one begins. */
  last: number;
  /** It may be a table's header. */
  mayBeHeader: boolean;
  /** Behind it. */
  end: number;
}

/** A line that may go on with a paragraph. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Behind the markers of containers, and behind the indent, too, but for that of code. */
  readonly inside: number;
  readonly place: Cursor;
  readonly isBlank: boolean;
  /** It stands in all containers that the paragraph stands in. */
  readonly isInside: boolean;
  /** So far in that it is code where no paragraph goes on. */
  readonly isIndented: boolean;
}

/**
 * A paragraph, or what its later lines show it to be: a setext heading, the term of a definition list, the
 * header of a simple table.
 */
export function readParagraph(step: Step, lineEnd: number): Leaf {
  const { text, cursor } = step;
  const inner = cursor.at;
  const lines: Lines = {
    inner,
    firstEnd: lineEnd,
    prefixes: [],
    isLineBlock: isLineBlockMarker(text, inner),
    opensImage: text.startsWith('![', inner) && indexWithin(text, '](', inner, lineEnd) < 0,
    last: step.at,
    mayBeHeader: false,
    end: lineEnd,
  };
  const isWhole = isInclusionLine(text, inner, lineEnd);
  while (lines.end < text.length && !isWhole) {
    const line = lineAt(step, lines.end);
    const leaf = leafShownBy(step, lines, line);
    if (leaf !== undefined) return leaf;
    if (!takeLine(step, lines, line)) break;
  }
  const caption = /^(?::\s|\(ref:[\w-]{1,60}\)|(?=Table:))/.exec(
    text.slice(inner, Math.min(inner + 70, lineEnd)),
  );
  const start = inner + (lines.isLineBlock ? 1 : (caption?.[0].length ?? 0));
  const leaf = leafText(step, start, lines.end, lines.prefixes);
  return { blocks: [proseBlock(step, leaf, caption ? 'caption' : step.textKind)], next: lines.end };
}

function lineAt(step: Step, start: number): Line {
  const { text, containers } = step;
  const end = step.lineEnd(start);
  const place = { at: start, column: 0 };
  const isInside = eatContainers(text, place, end, containers) === containers.length;
  const inside = place.at;
  const isBlank = isBlankLine(text, inside, end);
  const indent = isBlank ? 0 : indentAt(text, place);
  const isIndented = indent > MOST_INDENT;
  if (indent > 0 && !isIndented) eatColumns(text, place, indent);
  return { start, end, inside, place, isBlank, isInside, isIndented };
}

/** What a line shows those before it to be, where that is no paragraph. */
function leafShownBy(step: Step, lines: Lines, line: Line): Leaf | undefined {
  const { inner, prefixes } = lines;
  const { start, end, place, isInside } = line;
  if (!isInside || line.isIndented) return undefined;
  const isSecond = start === lines.firstEnd;
  if (line.isBlank) return isSecond ? readDefinition(step, inner, start, end) : undefined;
  const level = underlineLevel(step.text, place.at, end);
  if (level > 0) return readSetext(step, inner, start, end, level, prefixes);
  return isSecond
    ? (readDefinition(step, inner, start, start) ?? readSimpleTable(step, inner, start))
    : undefined;
}

/** Takes one more line; false where the paragraph ends before it, or before the last one, where that is a table's header. */
function takeLine(step: Step, lines: Lines, line: Line): boolean {
  const { text } = step;
  const { start, end, place, isInside, isIndented } = line;
  if (line.isBlank) return false;
  if (!isIndented && interrupts(step, place, end, isInside)) return takeComment(step, lines, line);
  const canDelimit = lines.mayBeHeader && isInside && !isIndented;
  if (canDelimit && isDelimiterRow(text, lines.last, start, place.at, end)) {
    leaveLast(lines);
    return false;
  }
  const isMarked = lines.isLineBlock && !isIndented && isLineBlockMarker(text, place.at);
  const textStart = isMarked ? place.at + 1 : line.inside;
  if (textStart > start) lines.prefixes.push(start, textStart);
  lines.last = start;
  lines.mayBeHeader = isInside && !isIndented;
  lines.end = end;
  return true;
}

/** Takes a comment between the lines of an image's legend, if one begins here. */
function takeComment(step: Step, lines: Lines, { start, end, place }: Line): boolean {
  const past = lines.opensImage ? commentLinesEnd(step, place.at, end) : undefined;
  if (past === undefined) return false;
  lines.last = start;
  lines.mayBeHeader = false;
  lines.end = past;
  return true;
}

/** The last line is none of the paragraph's. */
function leaveLast(lines: Lines): void {
  const { prefixes, last } = lines;
  if (prefixes.at(-2) === last) prefixes.length -= 2;
  lines.end = last;
}

/**
 * The end of the line on which the comment ends that begins at `at`; undefined where none does, or not in the
 * paragraph. Legends of images have such comments between their lines (Manubot); Pandoc reads on behind them.
 */
function commentLinesEnd(step: Step, at: number, lineEnd: number): number | undefined {
  const { text } = step;
  if (!text.startsWith('<!--', at)) return undefined;
  let from = at + '<!--'.length;
  let end = lineEnd;
  while (indexWithin(text, '-->', from, end) < 0) {
    const next = step.lineEnd(end);
    const place = step.enter(end, next);
    if (place === undefined || next === end || isBlankLine(text, place.at, next)) return undefined;
    from = place.at;
    end = next;
  }
  return end;
}

/** `| ` before a line of a line block (Pandoc). */
function isLineBlockMarker(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x7c && isWhite(text.charCodeAt(at + 1));
}

/** An ATX heading: its text without the closing `#`s and the attributes. */
export function readHeading(step: Step, inner: number, lineEnd: number, level: number): Leaf {
  const { text } = step;
  let end = trimmedEnd(text, inner, lineEnd);
  let hashes = end;
  while (hashes > inner && text.charCodeAt(hashes - 1) === 0x23) hashes--;
  if (hashes < end && (hashes === inner || /\s/.test(text.charAt(hashes - 1))))
    end = trimmedEnd(text, inner, hashes);
  const leaf = leafText(step, inner, lineEnd, []);
  const own = { start: inner, end: withoutAttributes(text, inner, end) };
  return headingLeaf(step, leaf, own, lineEnd, level);
}

/** A heading in a box is the box's own: no section of the text begins there. */
function headingLeaf(step: Step, leaf: LeafText, inner: Span, next: number, level: number): Leaf {
  const isTitle = step.role === 'box';
  const block = proseBlock(step, leaf, isTitle ? 'paragraph' : 'heading', inner.start, inner.end);
  return { blocks: [isTitle ? block : { ...block, kind: 'heading', level }], next };
}

function readSetext(
  step: Step,
  inner: number,
  underline: number,
  next: number,
  level: number,
  prefixes: number[],
): Leaf {
  const leaf = leafText(step, inner, next, prefixes);
  const shift = leaf.start - step.at;
  const end = withoutAttributes(
    leaf.source,
    leaf.inner,
    trimmedEnd(leaf.source, leaf.inner, underline + shift),
  );
  return headingLeaf(step, leaf, { start: leaf.inner, end }, next, level);
}

/** The end of a heading's text before its `{#id .class}`. */
function withoutAttributes(text: string, inner: number, end: number): number {
  if (text.charCodeAt(end - 1) !== 0x7d) return end;
  let open = end - 1;
  while (open > inner && text.charCodeAt(open) !== 0x7b) open--;
  return /^\{[#.\w-]/.test(text.slice(open, open + 2)) ? trimmedEnd(text, inner, open) : end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let next = end;
  while (next > start && /\s/.test(text.charAt(next - 1))) next--;
  return next;
}
