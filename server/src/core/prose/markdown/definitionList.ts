import { endOfLine, isBlankLine, isBlankUnit } from '../scan.ts';
import { interrupts } from './interrupts.ts';
import { type Cursor, eatColumns, indentAt } from './lines.ts';
import { type Leaf, leafText, proseBlock, type Step } from './step.ts';

/**
 * An entry of a definition list (Pandoc, PHP Markdown Extra) as one block: the term's line, then its
 * definitions, their `:` a space. `termEnd` is where the term's line ends, `from` where the definition's line
 * may begin (behind at most one blank line). Undefined if none begins there.
 */
export function readDefinition(step: Step, inner: number, termEnd: number, from: number): Leaf | undefined {
  const { text, containers } = step;
  const first = definitionAt(step, from);
  if (first === undefined) return undefined;
  const prefixes: number[] = [];
  let next = termEnd;
  while (next < from) next = step.lineEnd(next);
  while (next < text.length) {
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined || isBlankLine(text, place.at, end)) break;
    const definition = definitionAt(step, next);
    if (definition === undefined) {
      // A line with a definition behind it is the next term.
      if (end < text.length && definitionAt(step, end) !== undefined) break;
      eatColumns(text, place, Math.min(3, indentAt(text, place)));
      if (interrupts(step, place, end, true)) break;
    }
    const inside = definition?.at ?? place.at;
    if (inside > next) prefixes.push(next, inside);
    next = end;
  }
  const block = proseBlock(step, leafText(step, inner, next, prefixes), 'definition');
  containers.push({ kind: 'definition', indent: Math.min(4, Math.max(2, first.column)) });
  return { blocks: [block], next };
}

/** The place behind the marker of a definition (`: ` or `~ `) on the line at `at`, if one stands there. */
function definitionAt(step: Step, at: number): Cursor | undefined {
  const { text } = step;
  const end = endOfLine(text, at);
  const place = step.enter(at, end);
  if (place === undefined) {
    step.look(end);
    return undefined;
  }
  const start = place.column;
  const indent = indentAt(text, place);
  eatColumns(text, place, indent);
  // No more than this decides that the line is another one: an edit of its text doesn't concern us.
  step.look(place.at + 2);
  const unit = text.charCodeAt(place.at);
  if (indent > 3 || (unit !== 0x3a && unit !== 0x7e) || !isBlankUnit(text.charCodeAt(place.at + 1)))
    return undefined;
  step.look(end);
  const behind = { at: place.at + 1, column: place.column + 1 };
  eatColumns(text, behind, Math.min(4, indentAt(text, behind)));
  return isBlankLine(text, behind.at, end) ? undefined : { at: behind.at, column: behind.column - start };
}
