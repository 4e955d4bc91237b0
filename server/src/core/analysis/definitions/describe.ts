import { isDigit } from '../characters.ts';
import type { Costs } from './costs.ts';
import { markMorphemes } from './morphemes.ts';
import { multipleOf, SHORTEST_MULTIPLE } from './multiples.ts';
import { initialAlias, multipliedAlias, spell } from './otherLetters.ts';
import { Boundary, type Part, type Phrase } from './phrase.ts';
import { WORD_BITS, WordBit } from './words.ts';

/** Longer words aren't looked up. */
const MAX_KNOWN = 19;

/**
 * Completes the last part: what its letters say as a word.
 * @param closed no hyphen follows, nor a further locant, so that it is a word of its own if it leads its token
 * @param remark it stands in a remark in brackets, which is paid for as a whole
 */
export function describe(phrase: Phrase, costs: Costs, closed: boolean, remark: boolean): void {
  const { codes, boundary, alias, parts } = phrase;
  const current = parts[parts.length - 1]!;
  const { first, leading } = current;
  const end = phrase.length;
  const length = end - first;
  if (length <= MAX_KNOWN) describeWord(phrase, current, costs, closed);
  if (remark) current.skip = 0;
  else if (!(leading || closed) && (isDigit(codes[first]!) || length === 1))
    current.skip = costs.skippedLocant;
  else if (isDigit(codes[first]!)) current.skip = Math.min(current.skip, costs.skippedNumber);
  alias[first] ||= initialAlias(phrase, first) || multipliedAlias(phrase, current);
  if (length > 4) markMorphemes(codes, first, end, boundary, alias, Boundary.morpheme);
  if (length >= SHORTEST_MULTIPLE) phrase.multiples |= multipleOf(codes, first, end);
}

/** Looks the last part up as a word: what it means, and what it costs to leave it out. */
function describeWord(phrase: Phrase, current: Part, costs: Costs, closed: boolean): void {
  const { codes, upper, length } = phrase;
  const { first, leading } = current;
  const bits = bitsOf(codes, first, length);
  if ((bits & WordBit.symbol) !== 0) spell(phrase, current);
  if ((bits & WordBit.unit) !== 0) current.skip = Math.min(current.skip, costs.skippedStopWord);
  else if (leading && !closed) current.bits = bits & WordBit.classifier;
  else if (leading) {
    current.bits = bits;
    const skip = skipOf(bits, phrase, costs);
    if (skip !== undefined) current.skip = skip;
    else if (length - first === 1) {
      current.skip = costs.skippedLetter;
      if (!upper[first] && !isDigit(codes[first]!)) current.bits = WordBit.weak;
    }
  }
}

/** What the list of words says of the codes as a word. */
function bitsOf(codes: Uint16Array, from: number, to: number): number {
  let node = 0;
  for (let i = from; i < to; i++) {
    node = WORD_BITS.step(node, codes[i]!);
    if (node === 0) break;
  }
  return WORD_BITS.bits(node);
}

/** What it costs to leave a word out, if that hangs on what it means. */
function skipOf(bits: number, { parts }: Phrase, costs: Costs): number | undefined {
  if ((bits & WordBit.clause) !== 0) return costs.skippedClause;
  if ((bits & WordBit.article) !== 0 && !afterStop(parts)) return costs.skippedArticle;
  if ((bits & WordBit.stop) !== 0) return costs.skippedStopWord;
  if ((bits & WordBit.classifier) !== 0) return costs.skippedClassifier;
  return undefined;
}

/** The word before the last is a preposition or the like: the noun phrase goes on (area under the curve). */
const afterStop = (parts: readonly Part[]): boolean =>
  ((parts[parts.length - 2]?.bits ?? 0) & WordBit.stop) !== 0;
