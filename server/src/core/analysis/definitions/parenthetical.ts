import type { Definition, DefinitionForm } from '../../types.ts';
import { isSpace } from '../characters.ts';
import { type Bracketed, readBrackets } from './bracketed.ts';
import type { BracketPair } from './brackets.ts';
import { coordinated, coordinatedShorts } from './coordination.ts';
import { longShort } from './forward.ts';
import { lastShort, translated, within } from './inside.ts';
import { longFormLacking } from './lacking.ts';
import { type Match, type Search, windowOf } from './longForm.ts';
import { isOrdinary, shortLong } from './reversed.ts';
import { sharedNoun } from './sharedNoun.ts';
import { readShortForm } from './shortForm.ts';
import { tCellSubset } from './tCellSubset.ts';
import { visibleEnd, wordStart } from './window.ts';

/** A match, and the form of its definition where its places don't tell it. */
type Found = Match & { readonly form?: DefinitionForm };

/** `long form (SF)`, `SF (long form)` and `(long form, SF)` at one bracket pair. */
export function parenthetical(search: Search, pair: BracketPair): Definition[] {
  const spaced = isSpaced(search.text, pair);
  const bracketed = readBrackets(search.text, pair, spaced);
  if (bracketed === null) return [];
  const found = matches(spaced ? { ...search, spaced } : search, bracketed);
  return found.map(match => definition(match, pair));
}

/** "( NMF )": blanks inside of both brackets. */
const isSpaced = (text: string, { open, close }: BracketPair): boolean =>
  isSpace(text.charCodeAt(open + 1)) && isSpace(text.charCodeAt(close - 1));

function matches(search: Search, bracketed: Bracketed): readonly Found[] {
  const { before, lowest } = bracketed;
  const isBehindWords = before > lowest;
  const outer = isBehindWords ? across(search, bracketed) : [];
  if (outer.length > 0) return outer;
  const inner = within(search, bracketed);
  if (inner.length > 0 || !isBehindWords) return inner;
  const last = lastShort(search, bracketed) ?? lacking(search, bracketed);
  return last ? [last] : [];
}

/** One form stands in the brackets, the other before them. */
function across(search: Search, bracketed: Bracketed): readonly Found[] {
  const { shorts, before, lowest, close } = bracketed;
  if (shorts.length > 1) {
    const several = coordinated(search, shorts, before, lowest);
    if (several.length > 0) return [...several, ...translated(search, several.at(-1)!.short.end, close)];
  }
  const subset = tCellSubset(search, bracketed);
  if (subset) return [subset];
  const forward = longShort(search, bracketed);
  const reversed = forward?.cost === 0 ? null : shortLong(search, bracketed);
  if (forward && (!reversed || forward.cost <= reversed.cost))
    return [forward, ...translated(search, forward.short.end, close)];
  return reversed ? [reversed] : sharing(search, bracketed);
}

/** Definitions that share words with others: with the one behind the brackets, or in them. */
function sharing(search: Search, { pair, shorts, parts, before, lowest }: Bracketed): readonly Found[] {
  const [short] = shorts;
  const shared = short && shorts.length === 1 ? sharedNoun(search, short, before, lowest, pair.close) : null;
  return shared ? [{ ...shared, form: 'coordinated' }] : coordinatedShorts(search, parts, before, lowest);
}

/** `long form (SF)` or `SF (long form)`, a letter of SF not in the long form: there is nothing else in the brackets. */
function lacking(search: Search, { shorts, parts, content, close, before, lowest }: Bracketed): Match | null {
  if (parts.length !== 1) return null;
  const { text } = search;
  const [short] = shorts;
  const forward =
    short && longFormLacking(search, short, windowOf(search, short, before, lowest), before, false);
  if (forward) return forward;
  const start = wordStart(text, before, lowest);
  const outside = isOrdinary(text, start, before) ? null : readShortForm(text, start, before);
  return outside && longFormLacking(search, outside, content, visibleEnd(text, close, content), true);
}

/** The definition that a match is; it ends with its brackets, or with words that it shares with what stands behind them. */
function definition({ short: { start, end }, long, form }: Found, pair: BracketPair): Definition {
  return {
    form: form ?? (long.start < start ? 'long-short' : 'short-long'),
    start: Math.min(long.start, start),
    end: Math.max(pair.close + 1, long.end),
    short: { start, end },
    long,
  };
}
