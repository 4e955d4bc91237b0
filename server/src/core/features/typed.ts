/** What is being typed at a place: the compound, and the phrases that end with it. */
import { Fill, type PlacedBlock, type Span } from '../types.ts';

/** Text without markup that ends at the cursor. The span is absolute; white space in the text is one space. */
export interface Typed extends Span {
  readonly text: string;
}

/** A phrase has at most so many words. */
const MOST_WORDS = 6;
/** Nothing that is longer than this (in UTF-16 units) is a word that we complete. */
const LONGEST_WORD = 80;
const hasLetter = (text: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(text);
const HYPHEN = /[-\u2010-\u2015]/;

/**
 * What is typed right before `offset`: the word or compound first (`CAR-N`), then the phrases that end with
 * it, each a word longer (`antig`, `chimeric antig`), none beyond its line (LSP: an item edits one line). Nothing
 * inside a word or markup, after an opaque thing, in a citation key or a command.
 */
export function typedBefore({ start, block }: PlacedBlock, source: string, offset: number): readonly Typed[] {
  const { masked } = block;
  const at = offset - start;
  if (hasLetter(masked[at] ?? '')) return [];
  const from = backOver(masked, at);
  const text = masked.slice(from, at);
  if (text.includes(Fill.transparent) || text !== source.slice(start + from, offset)) return [];
  if (!hasLetter(text) || HYPHEN.test(text[0]!)) return [];
  if (/[@\\#$\uFFFC]/.test(masked[from - 1] ?? '') || /[@\\#]/.test(source[start + from - 1] ?? ''))
    return [];
  const typed: Typed[] = [{ start: start + from, end: offset, text }];
  for (let edge = from; typed.length < MOST_WORDS; ) {
    let gap = edge;
    while (masked[gap - 1] === ' ' && edge - gap < LONGEST_WORD) gap -= 1;
    const next = backOver(masked, gap);
    const phrase = masked.slice(next, at);
    if (gap === edge || next === gap || phrase !== source.slice(start + next, offset)) break;
    typed.push({ start: start + next, end: offset, text: phrase.replace(/ +/g, ' ') });
    edge = next;
  }
  return typed;
}

/** The start of the word or compound that ends at `at`. */
function backOver(masked: string, at: number): number {
  let from = at;
  while (
    from > Math.max(0, at - LONGEST_WORD) &&
    (hasLetter(masked[from - 1]!) || HYPHEN.test(masked[from - 1]!) || masked[from - 1] === Fill.transparent)
  ) {
    from -= 1;
  }
  return from;
}
