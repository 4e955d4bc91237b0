import { OPAQUE, TAB, TRANSPARENT } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { isLetter, isSmall, isSpace, isUpper, Kind, kindOf } from '../characters.ts';
import { ABBREVIATED_WORDS } from './words.ts';

/** A long form is never longer than this, in characters: keeps the work per bracket bounded. */
export const MAX_CHARACTERS = 400;

/**
 * Where the long form before `end` can begin at the earliest: after the last sentence end, semicolon, colon,
 * cell boundary, opaque stretch or bracket without its partner, at most `maxWords` words and MAX_CHARACTERS back, never before `lowest`.
 */
export function windowStart(text: string, end: number, lowest: number, maxWords: number): number {
  let words = 0;
  let inWord = false;
  let start = end;
  let closed = 0; // brackets that close in the window and whose partner hasn't been met yet
  let outermost = end; // offset after the last of them that closes when none is open
  const floor = Math.max(lowest, end - MAX_CHARACTERS);
  for (let at = end - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (code === TRANSPARENT) continue;
    if (code === OPAQUE || code === TAB || code === 0x3b || code === 0x2014) break;
    if (isSpace(code)) {
      inWord = false;
      continue;
    }
    if ((code === 0x3a || code === 0x2e || code === 0x3f || code === 0x21) && endsSentence(text, at)) break;
    if (code === 0x29 || code === 0x5d) {
      if (closed++ === 0) outermost = at + 1;
    } else if ((code === 0x28 || code === 0x5b) && closed-- === 0) break;
    if (!inWord) {
      if (words === maxWords) break;
      words++;
      inWord = true;
    }
    start = at;
  }
  return closed > 0 ? outermost : start;
}

/** The longest word of ABBREVIATED_WORDS, and one more. */
const LOOK_BACK = 7;

/** Whether the full stop at `at` ends a sentence for all who read towards it, from either side: no long form goes on across it. */
export function isPlainEnd(text: string, at: number): boolean {
  const before = unitAt(text, at - 1);
  const behind = unitAt(text, at + 1);
  return isSmall(before) && behind <= 0x20 && isSpace(behind) && endsSentence(text, at);
}

/** A stop that ends a sentence or clause: white space after it, no "S." of a genus, no "vs" before it. */
function endsSentence(text: string, at: number): boolean {
  let next = at + 1;
  while (unitAt(text, next) === TRANSPARENT) next++;
  if (!isSpace(unitAt(text, next))) return joinsSentences(text, at, next);
  if (text.charCodeAt(at) !== 0x2e) return true;
  let start = at;
  while (start > at - LOOK_BACK && isWordOrStop(unitAt(text, start - 1))) start--;
  if (at - start === 1 && isUpper(unitAt(text, start))) return false;
  return !ABBREVIATED_WORDS.has(text.slice(start, at).toLowerCase());
}

/** A space left out between two sentences: "in mice.Platelet-activating". */
function joinsSentences(text: string, at: number, next: number): boolean {
  const small = (code: number): boolean => isLetter(code) && !isUpper(code);
  return (
    small(unitAt(text, at - 1)) &&
    small(unitAt(text, at - 2)) &&
    isUpper(unitAt(text, next)) &&
    small(unitAt(text, next + 1))
  );
}

const isWordOrStop = (code: number): boolean => isLetter(code) || code === 0x2e;

/** The offset after the last visible character before `end`: spaces, citations, quotes and commas passed over. */
export function visibleEnd(text: string, end: number, lowest: number): number {
  let at = end;
  while (at > lowest) {
    const code = unitAt(text, at - 1);
    const kind = kindOf(code);
    if (
      kind !== Kind.space &&
      kind !== Kind.quote &&
      code !== OPAQUE &&
      code !== TRANSPARENT &&
      code !== 0x2c
    )
      break;
    if (code === TAB) break;
    at--;
  }
  return at;
}

/** The offset of the first visible character from `start`: spaces, quotes and transparent fill passed over. */
export function visibleStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind !== Kind.space && kind !== Kind.quote && code !== TRANSPARENT) break;
    at++;
  }
  return at;
}

/** The longest compound before a bracket that is looked at, in characters. */
const MAX_COMPOUND = 40;

/** Where the word or compound that ends at `end` begins: after a space, an opaque stretch or an opening bracket. */
export function wordStart(text: string, end: number, lowest: number): number {
  let start = end;
  while (start > lowest && end - start < MAX_COMPOUND) {
    const code = unitAt(text, start - 1);
    if (code !== TRANSPARENT && (isSpace(code) || code === OPAQUE || code === 0x28 || code === 0x5b)) break;
    start--;
  }
  return visibleStart(text, start, end);
}
