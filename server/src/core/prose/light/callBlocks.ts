import type { Block, BlockKind, Span } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { endOfLine, isBlankLine } from '../scan.ts';
import type { Contents } from './calls.ts';
import { tableOf } from './cells.ts';
import type { GlossaryEntry, LightMarkup } from './lightMarkup.ts';

/** Reads a stretch as a block of prose. */
export type Prose = (kind: BlockKind, span: Span) => Block;

/** A call of code, from `at` to `next`, whose first bracket stands at `open`. */
interface Call {
  readonly at: number;
  readonly open: number;
  readonly next: number;
  readonly contents: readonly Contents[];
}

/** A call's blocks: its contents, what its glossary entries declare, and what is opaque between them. */
export function blocksOfCall(
  markup: LightMarkup,
  text: string,
  { at, open, next, contents }: Call,
  prose: Prose,
): readonly Block[] {
  const blocks: Block[] = [];
  let done = at;
  const hide = (to: number, said: Omit<Block, 'masked'> = { kind: 'opaque' }): void => {
    if (to > done) blocks.push({ ...said, masked: opaqueText(text, done, to) });
    done = Math.max(done, to);
  };
  const declare = ({ start, end, declaration, term }: GlossaryEntry): void => {
    hide(start);
    hide(end, {
      kind: 'metadata',
      ...(declaration && { declarations: [declaration] }),
      ...(term !== undefined && { marks: [{ kind: 'entry', start: 0, end: end - start, key: term }] }),
    });
  };
  const entries = [...(markup.entries?.(text, at, open, next) ?? [])];
  for (const cells of contents) {
    const [{ start, kind, role }] = cells;
    const { end } = cells.at(-1)!;
    while (entries[0] !== undefined && entries[0].start < start) declare(entries.shift()!);
    // A long form that is written as content.
    if (start < done) continue;
    if (cells.length > 1) {
      hide(start);
      blocks.push(tableOf(markup, text, cells));
      done = end;
      continue;
    }
    for (const part of kind === 'paragraph' ? paragraphsIn(text, { start, end }) : cells) {
      hide(part.start);
      if (part.end <= part.start) continue;
      blocks.push({ ...prose(kind, part), ...(role && { role }) });
      done = part.end;
    }
  }
  entries.forEach(declare);
  hide(next);
  return blocks;
}

/** The stretches between blank lines. */
function paragraphsIn(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  for (let line = start; line < end; line = endOfLine(text, line)) {
    if (line === start || !isBlankLine(text, line, endOfLine(text, line))) continue;
    if (text.slice(from, line).trim() !== '') found.push({ start: from, end: line });
    from = endOfLine(text, line);
  }
  if (from < end) found.push({ start: from, end });
  return found;
}
