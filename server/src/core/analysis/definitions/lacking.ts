import { unitAt } from '../../unitAt.ts';
import { isSpace } from '../characters.ts';
import { type Alignment, aligner } from './align.ts';
import { misfits } from './fitting.ts';
import { lackedLetters } from './letters.ts';
import { limitOf, type Match, matchOf, type Search } from './longForm.ts';
import type { Phrase } from './phrase.ts';
import { readPhrase } from './readPhrase.ts';
import type { ShortForm } from './shortForm.ts';
import { MAX_CHARACTERS } from './window.ts';

/** Of fewer, too many fit by chance if one may be left out. */
const MIN_UNITS = 4;
const MIN_LETTERS = 3;

/**
 * The long form of `short` that lacks one of its letters: TSHR (thyrotropin receptor), IMiDs (immunomodulatory drugs).
 * For forms at brackets whose long form has been looked for in vain: all else must fit.
 * @param whole the long form is all of `text[from..end)`; else what that ends with, behind its last comma or bracket
 */
export function longFormLacking(
  search: Search,
  short: ShortForm,
  from: number,
  end: number,
  whole: boolean,
): Match | null {
  const { text, costs, count, room } = search;
  const { units } = short;
  if (!mayLack(short) || end - from > MAX_CHARACTERS) return null;
  const start = whole ? from : clauseStart(text, from, end);
  if (start >= end || lackedLetters(units, text, start, end) > 1) return null;
  count?.(end - from);
  const { phrase, table } = room;
  readPhrase(phrase, text, start, end, costs, search.spaced);
  const align = aligner({ phrase, table, whole, costs, count });
  let best: Match | null = null;
  const left = misfits(units, phrase);
  for (let at = Math.max(1, left.start); at < left.end; at++) {
    if (units[at]!.kind !== 'letter') continue;
    const others = units.filter((_, index) => index !== at);
    const alignment = align(others, limitOf(short, costs) - costs.unmatchedLetter);
    if (!alignment || !isFirm(phrase, alignment)) continue;
    const match = matchOf(search, short, end, alignment, costs.unmatchedLetter, whole ? start : undefined);
    if (match && (!best || match.cost < best.cost)) best = match;
  }
  return best;
}

const mayLack = ({ units, plain, capitalized, surface }: ShortForm): boolean =>
  units.length >= MIN_UNITS &&
  !(plain || capitalized || surface.includes(' ')) &&
  units.filter(({ kind }) => kind === 'letter').length >= MIN_LETTERS;

/** Where what `text[from..end)` ends with begins: behind the last comma or bracket. */
function clauseStart(text: string, from: number, end: number): number {
  for (let at = end; at > from; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === 0x29 || code === 0x5d || (code === 0x2c && isSpace(unitAt(text, at)))) return at;
  }
  return from;
}

/** The long form has several words, the last of them used, and no comma or remark in between. */
function isFirm({ parts, part }: Phrase, { first, lastPart }: Alignment): boolean {
  if (lastPart < parts.length - 1) return false;
  const rest = parts.slice(part[first]! + 1);
  return rest.some(({ leading }) => leading) && rest.every(({ gap }) => gap === 0);
}
