import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isDigit, isUpper } from '../characters.ts';
import type { BracketPair } from './brackets.ts';
import { skipLeadIn } from './leadIns.ts';
import { segments } from './segments.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd } from './window.ts';

/** What stands in a pair of brackets, and before it: offsets. */
export interface Bracketed {
  readonly pair: BracketPair;
  /** What stands before the brackets, in the same brackets as they: `text[lowest, before)`. */
  readonly lowest: number;
  readonly before: number;
  /** What is read of the remark in them: `text[content, close)`, without words that lead in. */
  readonly content: number;
  readonly close: number;
  /** What the remark lists. */
  readonly parts: readonly Span[];
  /** The short forms among these, as far as they come first; none where nothing stands before the brackets. */
  readonly shorts: readonly ShortForm[];
}

/** What is read of a remark in brackets at most, in characters: keeps deep nesting linear. */
const MAX_CONTENT = 600;

/**
 * Reads a pair of brackets; `null` where it holds nothing, or begins a name.
 * @param spaced hyphens stand between blanks
 */
export function readBrackets(text: string, pair: BracketPair, spaced: boolean): Bracketed | null {
  const lowest = pair.parent + 1;
  const content = pastLevel(text, pair.open, skipLeadIn(text, pair.open + 1, pair.close));
  const close = Math.min(pair.close, pair.open + MAX_CONTENT);
  if (content >= close || isPrefix(text, pair.close)) return null;
  const before = visibleEnd(text, pair.open, lowest);
  const parts = segments(text, content, close, spaced);
  const shorts = before > lowest ? shortForms(text, parts, before === pair.open) : [];
  return { pair, lowest, before, content, close, parts, shorts };
}

/** "(HSA)SEMA6A": brackets that a name begins with. */
const isPrefix = (text: string, close: number): boolean =>
  isUpper(unitAt(text, close + 1)) &&
  isUpperOrDigit(unitAt(text, close + 2)) &&
  isUpperOrDigit(unitAt(text, close - 1));

const isUpperOrDigit = (code: number): boolean => isUpper(code) || isDigit(code);

/** "95% confidence interval (95% CI)": the level stands before both forms. */
const LEVEL = /9\d(?:\.\d)?\s?%\s?(?=[A-Z])/y;
const NINE = 0x39;
const FURTHEST_LEVEL = 60;

/** The offset behind the confidence level at `at`, if the words before the bracket have it too; else `at`. */
function pastLevel(text: string, open: number, at: number): number {
  LEVEL.lastIndex = at;
  if (unitAt(text, at) !== NINE || !LEVEL.test(text)) return at;
  const level = text.slice(at, at + 2);
  return text.slice(Math.max(0, open - FURTHEST_LEVEL), open).includes(level) ? LEVEL.lastIndex : at;
}

/**
 * The short forms that the brackets hold, as far as they begin with one.
 * @param glued no white space stands before the brackets
 */
function shortForms(text: string, parts: readonly Span[], glued: boolean): ShortForm[] {
  const shorts: ShortForm[] = [];
  for (const { start, end } of parts) {
    const short = readShortForm(text, start, end);
    if (!short) break;
    shorts.push(short);
  }
  const [first] = shorts;
  if (!first) return [];
  const alone = parts.length === 1;
  // "hemagglutinin (H or HA)", but not "cells (T, 5 ml)".
  const [, second] = shorts;
  const spelled = alone || second?.units[0]?.code === first.units[0]?.code;
  if (first.units.length === 1 && (!spelled || glued)) return [];
  // "signal(s)", "5'-phospho[35S]sulfate": brackets inside a word; not so "interleukin-6(IL-6)was".
  if (glued && !/\p{Lu}.*\p{Lu}/u.test(first.surface)) return [];
  if (first.capitalized && !alone && /[\p{Lu}\p{N}]/u.test(text[parts[1]!.start]!)) return [];
  return shorts;
}
