/**
 * What stands bare in running text and is no prose, whatever the format: URLs, e-mail addresses, DOIs, file and host names,
 * version numbers. Linear.
 */
import { AMPERSAND, AT, COLON, DOLLAR, PERIOD, SLASH } from '../signs.ts';
import { fileEndings } from './fileEndings.ts';
import type { Mask } from './mask.ts';
import { isAlphanumeric, isDigit } from './scan.ts';

/** Longer runs are no file names; it also bounds the regular expressions below. */
const LONGEST_NAME = 200;

/** Whether a bare thing may stand around this `.`, `:` or `@`: what `maskBareAt` should be asked about. */
export function isBareTrigger(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === PERIOD) {
    return (
      at > 0 &&
      at + 1 < end &&
      isAlphanumeric(text.charCodeAt(at - 1)) &&
      isAlphanumeric(text.charCodeAt(at + 1))
    );
  }
  if (unit === COLON) return text.charCodeAt(at + 1) === SLASH && text.charCodeAt(at + 2) === SLASH;
  return unit === AT && at > 0 && isAlphanumeric(text.charCodeAt(at - 1));
}

/**
 * Judges the run of address-like units around `trigger`, no further back than `from`, and masks what is
 * bare in it.
 * @returns where to go on: the run before that offset needs no second look
 */
export function maskBareAt(mask: Mask, text: string, trigger: number, from: number, end: number): number {
  let runStart = trigger;
  while (runStart > from && isNameUnit(text.charCodeAt(runStart - 1))) runStart--;
  let runEnd = trigger + 1;
  while (runEnd < end && isNameUnit(text.charCodeAt(runEnd))) runEnd++;
  const run = text.slice(runStart, runEnd);

  const address = addressStart(run);
  if (address >= 0) {
    const addressEnd = endOfAddress(text, runStart + address, end);
    mask.opaque(runStart + address, addressEnd);
    return Math.max(runEnd, addressEnd);
  }
  for (const piece of run.matchAll(/[^,;:!?=#%]+/g)) {
    const bare = bareInPiece(piece[0]);
    if (bare) mask.opaque(runStart + piece.index + bare[0], runStart + piece.index + bare[1]);
  }
  return runEnd;
}

/** Where in a run an address (URL, `www.`, DOI) begins that reaches to its end and perhaps further; else -1. */
function addressStart(run: string): number {
  const scheme = run.indexOf('://');
  if (scheme > 0) {
    let start = scheme;
    while (start > 0 && isAlphanumeric(run.charCodeAt(start - 1))) start--;
    if (start < scheme) return start;
  }
  const host = run.search(/(?<![A-Za-z0-9])www\.[A-Za-z0-9]/i);
  if (host >= 0) return host;
  return run.search(/(?<![A-Za-z0-9.])(?:doi:)?10\.\d{4,9}\/[A-Za-z0-9]/i);
}

/** The end of an address: brackets only in pairs, no closing punctuation (as GFM's extended autolinks). */
function endOfAddress(text: string, start: number, end: number): number {
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x28) depth++;
    else if (unit === 0x29 && --depth < 0) break;
    else if (unit !== 0x29 && !isRunUnit(unit)) break;
  }
  while (at > start && /[?!.,:;'*_~]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** The e-mail address, file name or version number that a piece of a run is, as `[start, end]`. */
function bareInPiece(piece: string): readonly [number, number] | undefined {
  let start = 0;
  let end = piece.length;
  while (start < end && !isAlphanumeric(piece.charCodeAt(start)) && piece.charCodeAt(start) !== SLASH)
    start++;
  while (end > start && !isAlphanumeric(piece.charCodeAt(end - 1))) end--;
  if (end - start > LONGEST_NAME) return undefined;
  const core = piece.slice(start, end);
  const dot = core.lastIndexOf('.');
  if (dot < 1) return undefined;
  const isBare =
    /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(core) ||
    /^(?:[vV]\d+|\d+\.\d+)(?:\.\d+)*\.\d[A-Za-z0-9+-]*$/.test(core) ||
    (fileEndings.has(core.slice(dot + 1).toLowerCase()) && /[A-Za-z0-9_-]{2}$/.test(core.slice(0, dot)));
  return isBare ? [start, end] : undefined;
}

/**
 * The end of a bracket with numbered references at `at` (`[12]`, `[4, 5]`, `[8–10]`), else -1. A zero is no
 * reference (`[0, 1]` is an interval), nor is a number of four digits.
 */
export function endOfNumberedReferences(text: string, at: number, end: number): number {
  let digits = 0;
  for (let next = at + 1; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (isDigit(unit)) {
      if (digits === 0 && unit === 0x30) return -1;
      if (++digits > 3) return -1;
    } else if (unit === 0x5d) {
      return digits > 0 ? next + 1 : -1;
    } else if (digits === 0 && unit !== 0x20 && unit !== 0x0a && unit !== 0x0d) {
      return -1;
    } else if (unit === 0x2c || unit === 0x3b || unit === 0x2d || unit === 0x2013 || unit === 0x2011) {
      digits = 0;
    } else if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0xa0) {
      return -1;
    }
  }
  return -1;
}

/** Units of names and of how addresses begin: not what opens math (`1.5$\times$IQR`) or a character's name (`1.5&nbsp;mL`). */
function isNameUnit(unit: number): boolean {
  return unit !== DOLLAR && unit !== AMPERSAND && isRunUnit(unit);
}

/** Units of addresses, apart from brackets: ASCII without space, quotes and markup; letters of any script. */
function isRunUnit(unit: number): boolean {
  if (unit >= 0x80) return unit > 0xa0 && unit < 0x2000;
  if (isAlphanumeric(unit)) return true;
  return unit > 0x20 && unit !== 0x7f && !'()[]{}<>"`|\\^*'.includes(String.fromCharCode(unit));
}
