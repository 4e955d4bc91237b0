import { BACKSLASH } from '../../signs.ts';
import type { Block } from '../../types.ts';
import { isBareTrigger, maskBareAt } from '../bare.ts';
import type { Mask } from '../mask.ts';
import { asciiSet } from '../scan.ts';
import { openBlock } from './arguments.ts';
import { readRaw, skipToCaption } from './beginEnd.ts';
import { closeBrace, closeGroup } from './closing.ts';
import { readCommand } from './controlSequences.ts';
import { openGroup } from './groups.ts';
import { skimPreamble } from './preamble.ts';
import { coverLetter, createScan, isHidden, type Scan } from './scan.ts';
import { readAmpersand, readComment, readMath } from './signs.ts';
import type { LatexState } from './state.ts';

/** ASCII units that mean something to TeX or its ligatures. */
const special = asciiSet("\\%{}$&~-`'].:@");

/** Those that may stand in an address, and don't end it. */
const bare = asciiSet('.:@-');

/**
 * Scans a stretch of LaTeX that no blank line divides: covers in `mask` what isn't prose and finds the blocks.
 * One pass over the text; what nests is kept on a stack, so that depth costs memory, not the call stack.
 */
export function scanStretch(
  text: string,
  start: number,
  end: number,
  state: LatexState,
  mask: Mask,
): { readonly blocks: readonly Block[]; readonly state: LatexState } {
  const scan = createScan({ text, start, end, mask, read }, state);
  read(scan);
  const { phase, appendix, frames, terms } = scan;
  return { blocks: scan.blocks.finish(end, mask), state: { phase, frames: frames.names, appendix, terms } };
}

/** Reads up to `scan.end`. */
function read(scan: Scan): void {
  const text = scan.text;
  while (scan.at < scan.end) {
    if (scan.phase === 'after') {
      scan.mask.opaque(scan.at, scan.end);
      scan.at = scan.end;
    } else if (scan.frames.raw !== undefined && !scan.nested) {
      if (skipToCaption(scan, scan.frames.raw)) readCommand(scan);
      else readRaw(scan, scan.frames.raw);
    } else if (isHidden(scan)) {
      skimPreamble(scan);
    } else {
      let at = scan.at;
      let unit = text.charCodeAt(at);
      while (at < scan.end && (unit >= 128 || special[unit] === 0)) unit = text.charCodeAt(++at);
      scan.at = at;
      if (at < scan.end) readSpecial(scan, unit);
      if (unit >= 128 || bare[unit] === 0) scan.plain = scan.at;
    }
  }
}

function readSpecial(scan: Scan, unit: number): void {
  const at = scan.at;
  const text = scan.text;
  switch (unit) {
    case BACKSLASH:
      readCommand(scan);
      return;
    case 0x25: // %
      readComment(scan);
      return;
    case 0x7b: // {
      if (opensTitle(scan)) openBlock(scan, 'title', at, at);
      else openGroup(scan, 'group', 0x7d);
      return;
    case 0x7d: // }
      closeBrace(scan);
      return;
    case 0x5d: // ]
      if (scan.groups.at(-1)?.close === 0x5d) closeGroup(scan);
      else scan.at++;
      return;
    case 0x24: // $
      readMath(scan, text.startsWith('$$', at) ? '$$' : '$');
      return;
    case 0x26: // &
      readAmpersand(scan);
      return;
    case 0x7e: // ~
      scan.mask.space(at, at + 1);
      scan.at++;
      return;
    case 0x2d: // -
      if (text.startsWith('---', at)) coverLetter(scan, 3, '—');
      else if (text.startsWith('--', at)) coverLetter(scan, 2, '–');
      else scan.at++;
      return;
    case 0x60: // `
      if (text.startsWith('``', at)) coverLetter(scan, 2, '“');
      else coverLetter(scan, 1, '‘');
      return;
    case 0x27: // '
      if (text.startsWith("''", at)) coverLetter(scan, 2, '”');
      else scan.at++;
      return;
    default:
      if (isBareTrigger(text, at, scan.end)) readAddress(scan);
      else scan.at++;
  }
}

/** Fonts that titles are set in, behind other switches. */
const LARGE = /\{\s{0,9}(?:\\[a-z]{2,12}\s{0,9}){0,3}\\(?:L(?:arge|ARGE)|[hH]uge)(?![A-Za-z])/y;

/** `{\Large \textbf{The title}}` before all headings: templates of some journals (PLOS) have no `\title`. */
function opensTitle(scan: Scan): boolean {
  if (scan.phase !== 'opening' || scan.nested) return false;
  LARGE.lastIndex = scan.at;
  return LARGE.test(scan.text);
}

/** A URL, file name or version around the unit here, which TeX's own characters bound. */
function readAddress(scan: Scan): void {
  if (scan.at >= scan.run) {
    scan.run = scan.at;
    while (scan.run < scan.end && !/[\s\\{}$%&~]/.test(scan.text.charAt(scan.run))) scan.run++;
  }
  const end = scan.run;
  scan.at = Math.max(scan.at + 1, Math.min(end, maskBareAt(scan.mask, scan.text, scan.at, scan.plain, end)));
  scan.plain = scan.at;
}
