/** When two long forms (folded by `foldLong`) are one and the same. */
import type { PlacedDefinition } from '../types.ts';

/**
 * Equal, or one holds the other as whole words: "natural killer" and "natural killer cell" differ only in
 * what the sentence goes on with; or one has initials for words of the other: "model-based MDR". "bone marrow
 * transplant" and "bone marrow transplantation" do differ.
 */
function isSameLongForm(a: string, b: string): boolean {
  return (
    a === b ||
    ` ${a} `.includes(` ${b} `) ||
    ` ${b} `.includes(` ${a} `) ||
    hasInitialsFor(a.split(' '), b.split(' ')) ||
    hasInitialsFor(b.split(' '), a.split(' '))
  );
}

/** Whether both say the same words, but for one of `short`, which are the initials of two or more of `long`. */
function hasInitialsFor(short: readonly string[], long: readonly string[]): boolean {
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const behind = short.length - from - 1;
  const until = long.length - behind;
  if (behind < 0 || until - from < 2) return false;
  const initials = long
    .slice(from, until)
    .map(word => word.charAt(0))
    .join('');
  return short[from] === initials && short.slice(from + 1).join(' ') === long.slice(until).join(' ');
}

/**
 * Whether two definitions give one long form. A coordinated one holds the words of its neighbours: "positive and negative
 * predictive values (PPV and NPV)" says nothing else than "positive predictive value".
 */
export function isSameDefinition(a: PlacedDefinition, b: PlacedDefinition): boolean {
  return (
    isSameLongForm(a.foldedLong, b.foldedLong) ||
    (a.form === 'coordinated' && holdsWords(a.foldedLong, b.foldedLong)) ||
    (b.form === 'coordinated' && holdsWords(b.foldedLong, a.foldedLong))
  );
}

/** Whether all words of a phrase stand in another one, in their order. */
function holdsWords(whole: string, phrase: string): boolean {
  const words = phrase.split(' ');
  let met = 0;
  for (const word of whole.split(' ')) if (word === words[met]) met++;
  return met === words.length;
}
