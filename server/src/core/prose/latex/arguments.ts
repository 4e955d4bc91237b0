import { BACKSLASH } from '../../signs.ts';
import { type Argument, type Command, compileSignature } from './commands.ts';
import { coverArgument, reveal } from './covered.ts';
import { closingBrace, closingDelimiter, skipBlanks, skipSpace } from './delimiters.ts';
import { argumentBlocks } from './environments.ts';
import { fieldsIn } from './fields.ts';
import { fenced, openGroup } from './groups.ts';
import {
  coverMarkup,
  cut,
  cutAfter,
  endOpening,
  LONGEST_NAME,
  nameAt,
  type Scan,
  shapeHere,
  trimmed,
  type Use,
} from './scan.ts';

/** What prose arguments are called in signatures. */
const PROSE: ReadonlySet<string> = new Set(['text', 'emphasis', 'strong', 'link', 'note', 'short', 'long']);

/** Stands for every command that no table has. */
export const UNKNOWN: Command = compileSignature('');

/** Begins to read a known command. */
export function readKnown(scan: Scan, start: number, name: string, command: Command): void {
  const use: Use = { name, command, start, next: 0 };
  if (command.declares || command.includes) {
    if (scan.nested) {
      readUnknown(scan, { ...use, command: UNKNOWN });
      return;
    }
    cut(scan, start, { ...shapeHere(scan), kind: command.declares ? 'metadata' : 'opaque' });
  }
  if (command.declares) scan.mask.opaque(start, scan.at);
  else scan.mask.markup(start, scan.at);
  readArguments(scan, use);
}

/** A label's name, as most are written: `{fig:response}`. */
const LABEL = /\{[A-Za-z]{2,12}:[^\s{}\\$%]{1,80}\}/y;

/**
 * A command of which nothing is known: options and labels are opaque, other braces hold prose; without any it prints
 * something.
 */
export function readUnknown(scan: Scan, use: Use): void {
  for (;;) {
    const unit = scan.text.charCodeAt(scan.at);
    if (scan.at >= scan.end || (unit !== 0x5b && unit !== 0x7b)) break;
    LABEL.lastIndex = scan.at;
    if (LABEL.test(scan.text) && LABEL.lastIndex <= scan.end) {
      scan.mask.opaque(use.next++ === 0 ? use.start : scan.at, LABEL.lastIndex);
      scan.at = LABEL.lastIndex;
      continue;
    }
    scan.mask.markup(use.next === 0 ? use.start : scan.at, scan.at);
    if (unit === 0x7b) {
      use.next++;
      openGroup(scan, 'text', 0x7d, use);
      return;
    }
    if (!readOptional(scan, scan.at, 'o', 0x5d)) break;
    use.next++;
  }
  if (use.next === 0) scan.mask.opaque(use.start, scan.at);
}

/** Reads arguments until one is open that holds prose, or all are read. */
export function readArguments(scan: Scan, use: Use): void {
  if (use.command === UNKNOWN) {
    readUnknown(scan, use);
    return;
  }
  const list = use.command.arguments;
  while (use.next < list.length) {
    const argument = list[use.next++]!;
    if (argument.shape === '*') {
      if (scan.text.charAt(scan.at) === '*') coverMarkup(scan, scan.at + 1);
    } else {
      const isOpen =
        argument.shape === '{' ? readMandatory(scan, use, argument) : readOptionalOf(scan, use, argument);
      if (isOpen) return;
    }
  }
  finishUse(scan, use);
}

/** What closes an optional argument, by what opens it. */
const CLOSERS = { '[': 0x5d, '(': 0x29, '<': 0x3e } as const;

/** Reads an optional argument of a known command, if it is given; tells whether it is open now, to be read as prose. */
function readOptionalOf(scan: Scan, use: Use, { shape, as }: Argument): boolean {
  if (shape === '*' || shape === '{') return false;
  const { arguments: list } = use.command;
  const isBeforeOther = list.slice(use.next).some(other => other.shape === '{');
  const at = isBeforeOther ? skipBlanks(scan.text, scan.at, scan.end) : scan.at;
  if (at >= scan.end || scan.text.charAt(at) !== shape) return false;
  if (as in argumentBlocks) readShortTitle(scan, use, as, at);
  else if (PROSE.has(as)) {
    coverMarkup(scan, at);
    openGroup(scan, as, CLOSERS['['], use);
    return true;
  } else readOptional(scan, at, as, CLOSERS[shape]);
  return false;
}

/** Covers the optional argument that begins at `at`, if it ends; tells so. */
export function readOptional(scan: Scan, at: number, as: string, closer: number): boolean {
  const close = scan.brackets ? closingDelimiter(scan.text, at, scan.end, closer) : -1;
  if (close < 0) {
    scan.brackets = false;
    return false;
  }
  if (as === 'o') scan.mask.opaque(at, close + 1);
  else scan.mask.markup(scan.at, close + 1);
  if (as === 'options' || as === 'name') readTitle(scan, at + 1, close, as === 'name');
  scan.at = close + 1;
  return true;
}

/** A title or caption among options is a block of its own; so is a name that stands there alone (`isName`). */
function readTitle(scan: Scan, from: number, to: number, isName: boolean): void {
  const fields = fieldsIn(scan.text, from, to);
  const caption = fields.get('caption');
  const named = isName && fields.size === 0 ? { start: from, end: to } : fields.get('name');
  const title = caption ?? fields.get('title') ?? named;
  if (title === undefined || title.start >= title.end || scan.nested) return;
  cut(scan, title.start, caption === undefined ? shapeHere(scan) : { kind: 'caption' });
  reveal(scan, title);
  cut(scan, title.end);
}

/** The short title in brackets, a block of its own: `\\title[For the running head]{…}`. Settings of a class are none. */
function readShortTitle(scan: Scan, use: Use, as: string, at: number): void {
  if (!readOptional(scan, at, '-', 0x5d) || scan.nested) return;
  const end = scan.at;
  const title = { start: at + 1, end: end - 1 };
  if (title.start >= title.end || fieldsIn(scan.text, title.start, title.end).size > 0) return;
  cut(scan, title.start, argumentBlocks[as]!);
  reveal(scan, title);
  scan.at = end;
  use.start = end;
}

/** Reads a mandatory argument; tells whether it is open now, to be read as prose. */
function readMandatory(scan: Scan, use: Use, argument: Argument): boolean {
  const text = scan.text;
  const { as } = argument;
  const at = skipSpace(text, scan.at, scan.end);
  if (as === 'parameters') {
    const brace = text.slice(scan.at, Math.min(scan.end, scan.at + LONGEST_NAME)).indexOf('{');
    if (brace > 0) coverMarkup(scan, scan.at + brace);
    return false;
  }
  if (at >= scan.end || text.charCodeAt(at) !== 0x7b) {
    readBare(scan, use, as, at);
    return false;
  }
  if (as in argumentBlocks && !scan.nested) {
    openBlock(scan, as, use.start, at);
    return true;
  }
  if (PROSE.has(as) || as in argumentBlocks) {
    const before = as === 'note' ? use.start : scan.at;
    coverMarkup(scan, at);
    openGroup(scan, as, 0x7d, use);
    if (fenced.has(as)) scan.mask.opaque(before, scan.at);
    return true;
  }
  const close = closingBrace(text, at, scan.end);
  const span = { start: at + 1, end: close < 0 ? scan.end : close };
  const end = close < 0 ? scan.end : close + 1;
  if (as === 'short-or-key') {
    use.key = span;
    if (text.charCodeAt(skipBlanks(text, end, scan.end)) !== 0x5b) {
      use.short = trimmed(text, span.start, span.end);
      scan.mask.opaque(use.start, end);
      reveal(scan, use.short);
      scan.at = end;
      return false;
    }
  }
  coverArgument(scan, use, as, span, end);
  return false;
}

/** A mandatory argument without braces: a command's name, a file. Anything else is none of the command's. */
function readBare(scan: Scan, use: Use, as: string, at: number): void {
  const text = scan.text;
  if (as === 'name' && text.charCodeAt(at) === BACKSLASH && at < scan.end) {
    coverMarkup(scan, Math.min(scan.end, at + 1 + Math.max(1, nameAt(scan, at + 1).length)));
  } else if (as === 'file' && use.name === 'input') {
    let end = at;
    while (end < scan.end && !/[\s{}\\%]/.test(text.charAt(end))) end++;
    if (end > at) coverArgument(scan, use, as, { start: at, end }, end);
  } else {
    use.next = use.command.arguments.length;
  }
}

/** Opens the block that the brace at `brace` holds; what makes it one begins at `start`. */
export function openBlock(scan: Scan, as: string, start: number, brace: number): void {
  if (as !== 'authors') endOpening(scan);
  if (as.startsWith('heading')) {
    scan.frames.closeForSection();
    scan.groups = [];
  }
  scan.frames.openArgument(as, scan.groups.length);
  cut(scan, start);
  scan.mask.space(start, brace + 1);
  scan.at = brace + 1;
}

/** All arguments are read. */
function finishUse(scan: Scan, use: Use): void {
  const { start, name, command } = use;
  if (use.citation !== undefined) {
    scan.blocks.mark('citation', start, scan.at, use.citation);
  } else if (use.key !== undefined && !command.declares) {
    const key = scan.text.slice(use.key.start, use.key.end);
    scan.mask.opaque(start, scan.at);
    scan.blocks.mark('macro', start, scan.at, key, name);
  }
  if (command.declares || command.includes) cutAfter(scan);
}
