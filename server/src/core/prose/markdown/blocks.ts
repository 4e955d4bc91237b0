import { LF } from '../../signs.ts';
import type { Reader, ReadResult, Role } from '../../types.ts';
import { endOfLine, isBlankLine, skipWhite } from '../scan.ts';
import { readFencedCode } from './code.ts';
import { readDirective } from './directives.ts';
import { readDivLine } from './divs.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readHtml } from './html.ts';
import { isMystDivider } from './interrupts.ts';
import { divColons, fenceAt, headingAt, htmlAt, isThematicBreak } from './leaves.ts';
import { DEEPEST, eatColumns, eatContainers, eatQuoteMarker, indentAt, listMarkerAt } from './lines.ts';
import { readAbbreviation, readLinkDefinition } from './linkDefinitions.ts';
import { readDisplayMath } from './math.ts';
import { readHeading, readParagraph } from './paragraph.ts';
import { readMultilineTable, readSimpleTable } from './simpleTables.ts';
import { type Leaf, type MarkdownState, Step } from './step.ts';
import { readGridTable, readTable } from './tables.ts';

const COLON = 0x3a;

const PLUS = 0x2b;

/** What the parts of a MyST document are. */
const PARTS: ReadonlyMap<string, Role> = new Map([
  ['abstract', 'abstract'],
  ['plain_language_summary', 'abstract'],
  ['keypoints', 'box'],
  ['acknowledgments', 'back-matter'],
  ['acknowledgements', 'back-matter'],
  ['data_availability', 'back-matter'],
  ['competing_interests', 'back-matter'],
]);

/** A block break (MyST, `+++ {"part": "abstract"}`) ends the part before it, and may begin another. */
function beginPart(step: Step, line: string): void {
  const name = /"part"\s{0,9}:\s{0,9}"([\w-]{1,40})"/.exec(line)?.[1];
  const role = PARTS.get(name ?? '');
  step.divs.length = 0;
  if (role !== undefined) step.divs.push(role);
}

/**
 * A comment, a block break or a target (MyST), alone on its line. A `%` on the first line is Pandoc's title, one that
 * begins an item is a word.
 */
function isMystLine({ text, containers }: Step, at: number, end: number): boolean {
  return isMystDivider(text, at, end) || (containers.length === 0 && /^%[ \t]/.test(text.slice(at, at + 2)));
}

/** Nearly all leaves end outside of any container: one state for all of them. */
const OUTSIDE: MarkdownState = Object.freeze({ first: false, containers: [], divs: [] });

const stateOf = ({ containers, divs }: Step): MarkdownState => ({ first: false, containers, divs });

/**
 * Reads Markdown (CommonMark, GFM, Pandoc, Quarto, R Markdown, Manubot) leaf block by leaf block. The state
 * between two of them is the stack of containers, as CommonMark's "phase 1" has it at a line's start.
 */
export const markdownReader: Reader<MarkdownState> = {
  start: () => ({ first: true, containers: [], divs: [] }),
  sameState: (a, b) =>
    a.first === b.first &&
    a.containers.length === b.containers.length &&
    a.divs.length === b.divs.length &&
    a.containers.every((container, index) => {
      const other = b.containers[index]!;
      return container.kind === other.kind && container.indent === other.indent;
    }) &&
    a.divs.every((role, index) => role === b.divs[index]),
  readBlocks(text, at, state): ReadResult<MarkdownState> {
    const step = new Step(text, at, state);
    const { blocks, next } = (state.first && readFrontMatter(step)) || readLeaf(step, state.first);
    return {
      blocks,
      next,
      looked: step.looked,
      state: step.containers.length + step.divs.length === 0 ? OUTSIDE : stateOf(step),
    };
  },
};

function readLeaf(step: Step, isFirst: boolean): Leaf {
  const { text, at, cursor, containers } = step;
  const lineEnd = step.lineEnd(at);
  const matched = eatContainers(text, cursor, lineEnd, containers);
  if (matched < containers.length) containers.length = matched;
  const open = containers.length;
  openContainers(step, lineEnd);
  if (isBlankLine(text, cursor.at, lineEnd)) return readBlank(step, lineEnd, containers.length > open);

  const indent = indentAt(text, cursor);
  if (indent >= 4) return readIndentedCode(step, lineEnd);
  eatColumns(text, cursor, indent);
  const inner = cursor.at;

  const heading = headingAt(text, inner);
  if (heading) return readHeading(step, heading.inner, lineEnd, heading.level);
  const fence = fenceAt(text, inner, lineEnd);
  if (fence)
    return readDirective(step, lineEnd, fence, markdownReader) ?? readFencedCode(step, lineEnd, fence);
  const colons = divColons(text, inner);
  if (colons > 0) {
    return (
      readDirective(step, lineEnd, { unit: COLON, length: colons }, markdownReader) ??
      readDivLine(step, lineEnd)
    );
  }
  const html = htmlAt(text, inner, lineEnd);
  if (html) return readHtml(step, lineEnd, html);
  if (!isFirst && isMystLine(step, inner, lineEnd)) {
    if (text.charCodeAt(inner) === PLUS) beginPart(step, text.slice(inner, Math.min(lineEnd, inner + 200)));
    return { blocks: [step.opaque(lineEnd)], next: lineEnd };
  }
  return (
    readLinkDefinition(step, lineEnd) ??
    readAbbreviation(step, lineEnd) ??
    readDisplayMath(step, lineEnd) ??
    readTable(step, lineEnd) ??
    readGridTable(step, lineEnd) ??
    readMultilineTable(step, lineEnd) ??
    readSimpleTable(step, at, at) ??
    (isThematicBreak(text, inner, lineEnd)
      ? { blocks: [step.opaque(lineEnd)], next: lineEnd }
      : readParagraph(step, lineEnd))
  );
}

/** Opens the containers whose markers stand at the cursor: quotes, list items, footnotes. */
function openContainers(step: Step, lineEnd: number): void {
  const { text, cursor, containers } = step;
  while (containers.length < DEEPEST) {
    if (eatQuoteMarker(text, cursor)) {
      containers.push({ kind: 'quote', indent: 0 });
      continue;
    }
    const indent = indentAt(text, cursor);
    if (indent > 3) return;
    const place = { ...cursor };
    eatColumns(text, place, indent);
    const note = endOfNoteMarker(text, place.at, lineEnd);
    if (note > 0) {
      cursor.at = note;
      cursor.column = place.column + (note - place.at);
      eatColumns(text, cursor, indentAt(text, cursor));
      containers.push({ kind: 'note', indent: 4 });
      continue;
    }
    const marker = listMarkerAt(text, place, lineEnd);
    if (!marker || isThematicBreak(text, place.at, lineEnd)) return;
    cursor.at = place.at + marker.length;
    cursor.column = place.column + marker.length;
    eatColumns(text, cursor, marker.indent - marker.length);
    containers.push({ kind: 'item', indent: indent + marker.indent });
  }
}

/** The end of `[^key]:` at `at`, else -1. */
function endOfNoteMarker(text: string, at: number, lineEnd: number): number {
  if (text.charCodeAt(at) !== 0x5b || text.charCodeAt(at + 1) !== 0x5e) return -1;
  for (let next = at + 2; next < lineEnd; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x5d) return next > at + 2 && text.charCodeAt(next + 1) === 0x3a ? next + 2 : -1;
    if (unit <= 0x20 || unit === 0x5b) return -1;
  }
  return -1;
}

/** A blank line, and those behind it that have no container markup. */
function readBlank(step: Step, lineEnd: number, isNewItem: boolean): Leaf {
  const { text, at, containers } = step;
  let next = lineEnd;
  while (next < text.length) {
    const end = endOfLine(text, next);
    const inked = skipWhite(text, next, end);
    step.look(inked + 1);
    if (inked < end) break;
    // An item that begins with a blank line can't go on behind a second one.
    if (isNewItem && next === lineEnd && containers.at(-1)?.kind === 'item') containers.pop();
    if (step.enter(next, end) === undefined) break;
    next = end;
  }
  return {
    blocks: [step.block('blank', blankText(text, at, next))],
    next,
  };
}

/** As long as the text, with its line ends: most often one. */
function blankText(text: string, start: number, end: number): string {
  return end - start === 1 && text.charCodeAt(start) === LF
    ? '\n'
    : text.slice(start, end).replace(/[^\r\n]/g, ' ');
}

/** Indented code: to the last line that isn't blank and is indented by four columns. */
function readIndentedCode(step: Step, lineEnd: number): Leaf {
  let next = lineEnd;
  let line = lineEnd;
  while (line < step.text.length) {
    const end = step.lineEnd(line);
    const cursor = step.enter(line, end);
    if (cursor === undefined) break;
    if (!isBlankLine(step.text, cursor.at, end)) {
      if (indentAt(step.text, cursor) < 4) break;
      next = end;
    }
    line = end;
  }
  return { blocks: [step.opaque(next)], next };
}
