import type { Span, Terms } from '../../types.ts';
import { BlockList, type BlockShape } from '../blockList.ts';
import type { Mask } from '../mask.ts';
import type { Command } from './commands.ts';
import { skipBlanks } from './delimiters.ts';
import { Frames } from './frames.ts';
import type { LatexState } from './state.ts';

/** A stretch of text in the middle of being scanned: what all functions that read LaTeX share. */
export interface Scan {
  readonly text: string;
  /** Where the stretch begins: nothing before it is looked at. */
  readonly start: number;
  readonly mask: Mask;
  readonly blocks: BlockList;
  readonly frames: Frames;
  readonly terms: Terms;
  /** Reads from `at` up to `end`, prose within what is covered too. */
  readonly read: (scan: Scan) => void;
  /** Where we are; all before it is covered as it should be. */
  at: number;
  end: number;
  phase: LatexState['phase'];
  appendix: boolean;
  groups: Group[];
  /** Inside a declaration's field: no blocks begin there. */
  nested: boolean;
  /** No address begins before this: TeX's own characters stand there. */
  plain: number;
  /** Where the run of units ends that an address may hold; looked for once. */
  run: number;
  /** False once a `[` without its `]` was met: no later one is looked for, which keeps scanning linear. */
  brackets: boolean;
}

/** A use of a command whose arguments are being read. */
export interface Use {
  readonly name: string;
  readonly command: Command;
  /** Where it begins, or where an argument ends that is a block already. */
  start: number;
  /** The argument to go on with when the open one is closed. */
  next: number;
  key?: Span;
  citation?: string;
  folder?: string;
  short?: Span;
}

/** An open brace, or the open bracket of an argument that is read as prose. */
export interface Group {
  readonly close: 0x7d | 0x5d;
  /** How it is read, in the words of `signatures.ts`; `label`: an item's; `group`: mere braces. */
  readonly as: string;
  /** Where its content begins. */
  readonly start: number;
  readonly use?: Use | undefined;
}

/** Names of environments, languages, parameters: nothing longer is looked for. */
export const LONGEST_NAME = 60;

/** Begins to scan a stretch of `text`, from its `start` on. */
export function createScan(
  { text, start, end, mask, read }: Pick<Scan, 'text' | 'start' | 'end' | 'mask' | 'read'>,
  state: LatexState,
): Scan {
  const { phase, appendix, terms } = state;
  const frames = new Frames(state.frames);
  const blocks = new BlockList(start, shapeIn(phase, frames, appendix));
  return {
    text,
    start,
    mask,
    blocks,
    frames,
    terms,
    read,
    at: start,
    end,
    phase,
    appendix,
    groups: [],
    nested: false,
    plain: start,
    run: start,
    brackets: true,
  };
}

/** Whether we are in what a preamble has for TeX alone. */
export function isHidden(scan: Scan): boolean {
  return scan.phase === 'preamble' && scan.frames.isEmpty && scan.groups.length === 0 && !scan.nested;
}

/** What a block is that begins here. */
export function shapeHere(scan: Scan): BlockShape {
  return shapeIn(scan.phase, scan.frames, scan.appendix);
}

function shapeIn(phase: LatexState['phase'], frames: Frames, appendix: boolean): BlockShape {
  if (phase === 'after' || frames.raw !== undefined) return { kind: 'opaque' };
  if (phase === 'preamble' && frames.isEmpty) return { kind: 'metadata' };
  return frames.shape(appendix);
}

/** A title or a heading has come: what is set in a large font behind it is no title. */
export function endOpening(scan: Scan): void {
  if (scan.phase === 'opening') scan.phase = 'body';
}

/** Begins a new block at `at`. */
export function cut(scan: Scan, at: number, shape = shapeHere(scan)): void {
  if (!scan.nested) scan.blocks.cut(at, shape);
}

/** Ends the block here, with the rest of the line if nothing is on it. */
export function cutAfter(scan: Scan): void {
  let rest = skipBlanks(scan.text, scan.at, scan.end);
  if (scan.text.charCodeAt(rest) === 0x0d) rest++;
  if (rest < scan.end && scan.text.charCodeAt(rest) === 0x0a) scan.at = rest + 1;
  cut(scan, scan.at);
}

/** Covers markup from here to `end`. */
export function coverMarkup(scan: Scan, end: number): void {
  scan.mask.markup(scan.at, end);
  scan.at = end;
}

/** Covers `length` units from here as one letter. */
export function coverLetter(scan: Scan, length: number, letter: string): void {
  const end = Math.min(scan.end, scan.at + length);
  scan.mask.letter(scan.at, end, letter);
  scan.at = end;
}

/** The letters of a command's name at `at`. */
export function nameAt(scan: Scan, at: number): string {
  let end = at;
  for (; end < scan.end; end++) {
    const unit = scan.text.charCodeAt(end) | 0x20;
    if (unit < 0x61 || unit > 0x7a) break;
  }
  return scan.text.slice(at, end);
}

/** A span without the white space at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  const start = Math.min(skipBlanks(text, from, to), to);
  let end = to;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
