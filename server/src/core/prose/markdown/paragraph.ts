import { indexWithin, isBlankLine, isWhite } from '../scan.ts';
import { readDefinition } from './definitionList.ts';
import { interrupts, isInclusionLine } from './interrupts.ts';
import { underlineLevel } from './leaves.ts';
import { eatColumns, eatContainers, indentAt } from './lines.ts';
import { readSimpleTable } from './simpleTables.ts';
import { type Leaf, type LeafText, leafText, proseBlock, type Step } from './step.ts';
import { isDelimiterRow } from './tables.ts';

/**
 * A paragraph, or what its later lines show it to be: a setext heading, the term of a definition list, the
 * header of a simple table.
 */
export function readParagraph(step: Step, lineEnd: number): Leaf {
  const { text, cursor } = step;
  const inner = cursor.at;
  const isLineBlock = isLineBlockMarker(text, inner);
  const opensImage = text.startsWith('![', inner) && indexWithin(text, '](', inner, lineEnd) < 0;
  const prefixes: number[] = [];
  let line = step.at;
  let isHeader = false;
  let next = lineEnd;
  const isWhole = isInclusionLine(text, inner, lineEnd);
  while (next < text.length && !isWhole) {
    const end = step.lineEnd(next);
    const place = { at: next, column: 0 };
    const isInside = eatContainers(text, place, end, step.containers) === step.containers.length;
    if (isBlankLine(text, place.at, end)) {
      const definition = next === lineEnd && isInside && readDefinition(step, inner, next, end);
      if (definition) return definition;
      break;
    }
    const indent = indentAt(text, place);
    let marked = place.at;
    if (indent <= 3) {
      eatColumns(text, place, indent);
      const level = isInside ? underlineLevel(text, place.at, end) : 0;
      if (level > 0) return readSetext(step, inner, next, end, level, prefixes);
      if (isInside && next === lineEnd) {
        const leaf = readDefinition(step, inner, next, next) ?? readSimpleTable(step, inner, next);
        if (leaf) return leaf;
      }
      if (interrupts(step, place, end, isInside)) {
        const past = opensImage ? commentLinesEnd(step, place.at, end) : undefined;
        if (past === undefined) break;
        line = next;
        isHeader = false;
        next = past;
        continue;
      }
      if (isInside && isHeader && isDelimiterRow(text, line, next, place.at, end)) {
        // The line before is a table's header: the paragraph ends above it.
        if (prefixes.at(-2) === line) prefixes.length -= 2;
        next = line;
        break;
      }
      if (isLineBlock && isLineBlockMarker(text, place.at)) marked = place.at + 1;
    }
    if (marked > next) prefixes.push(next, marked);
    line = next;
    isHeader = isInside && indent <= 3;
    next = end;
  }
  const caption = /^(?::\s|\(ref:[\w-]{1,60}\)|(?=Table:))/.exec(
    text.slice(inner, Math.min(inner + 70, lineEnd)),
  );
  const leaf = leafText(step, inner + (isLineBlock ? 1 : (caption?.[0].length ?? 0)), next, prefixes);
  return { blocks: [proseBlock(step, leaf, caption ? 'caption' : step.textKind)], next };
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
  return headingLeaf(step, leaf, inner, withoutAttributes(text, inner, end), lineEnd, level);
}

/** A heading in a box is the box's own: no section of the text begins there. */
function headingLeaf(
  step: Step,
  leaf: LeafText,
  inner: number,
  end: number,
  next: number,
  level: number,
): Leaf {
  const isTitle = step.role === 'box';
  const block = proseBlock(step, leaf, isTitle ? 'paragraph' : 'heading', inner, end);
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
  return headingLeaf(step, leaf, leaf.inner, end, next, level);
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
