import type { Block, Span } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { endOfLine, isBlankLine } from '../scan.ts';
import { type Contents, readCall, unclosedBracket } from './calls.ts';
import { tableOf } from './cells.ts';
import type { GlossaryEntry, LightMarkup } from './lightMarkup.ts';
import { proseBlock } from './prose.ts';

/** Blocks of code, the offset behind it, and one past what they depend on. */
interface Code {
  readonly blocks: readonly Block[];
  readonly next: number;
  readonly looked: number;
}

/** A call of code, from `at` to `next`, whose first bracket stands at `open`. */
interface Call {
  readonly at: number;
  readonly open: number;
  readonly next: number;
  readonly contents: readonly Contents[];
}

/**
 * Code that begins on the line at `at`, with what of its arguments is prose; all its lines are read in one step. Undefined
 * where none begins.
 */
export function readCode(markup: LightMarkup, text: string, at: number, line: string): Code | undefined {
  const match = markup.call?.exec(line);
  const open = at + (match?.[0].length ?? 0) - 1;
  const call = match ? readCall(text, at, open) : undefined;
  return call === undefined
    ? readStatement(markup, text, at, line)
    : codeOf(markup, text, { at, open, ...call });
}

/** A statement, which may go on in the next lines where a bracket is open: what it names a title and the like is prose. */
function readStatement(markup: LightMarkup, text: string, at: number, line: string): Code | undefined {
  if (markup.code?.test(line) !== true) return undefined;
  const open = unclosedBracket(line);
  if (open < 0) return readDeclarations(markup, text, at, line.indexOf('('));
  const call = readCall(text, at, at + open);
  if (call === undefined) return undefined;
  const isContent = line.charAt(open) === '[';
  const contents = call.contents.filter(
    ([{ role, kind }]) => isContent || role !== undefined || kind === 'caption',
  );
  return codeOf(markup, text, { at, open: at + open, next: call.next, contents });
}

/** A line of code that declares entries; `bracket`: where its first one stands in the line, if at all. */
function readDeclarations(markup: LightMarkup, text: string, at: number, bracket: number): Code | undefined {
  const next = endOfLine(text, at);
  const open = at + bracket;
  const isGlossary = bracket >= 0 && markup.entries?.(text, at, open, next).length;
  return isGlossary ? codeOf(markup, text, { at, open, next, contents: [] }) : undefined;
}

function codeOf(markup: LightMarkup, text: string, call: Call): Code {
  return {
    blocks: blocksOfCall(markup, text, call),
    next: call.next,
    looked: Math.min(call.next + 2, text.length),
  };
}

/** A call's blocks: its contents, what its glossary entries declare, and what is opaque between them. */
function blocksOfCall(
  markup: LightMarkup,
  text: string,
  { at, open, next, contents }: Call,
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
      const { start: inner, end: partEnd } = part;
      const block = proseBlock(markup, text, kind, { start: inner, end: partEnd, next: partEnd, inner });
      blocks.push({ ...block, ...(role && { role }) });
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
