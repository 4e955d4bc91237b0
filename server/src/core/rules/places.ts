/** Small questions about definitions and mentions that several rules ask. */
import { scopeOf } from '../analysis/roles.ts';
import type {
  Abbreviation,
  Finding,
  Mention,
  PlacedBlock,
  PlacedDefinition,
  Related,
  ScopeName,
  TextEdit,
} from '../types.ts';

/** A definition that an author wrote into running text (not a list's, a macro's or a caption's). */
export function isWrittenIn(scope: ScopeName, { role, form }: PlacedDefinition): boolean {
  return scopeOf(role) === scope && form !== 'list' && form !== 'macro' && form !== 'markup';
}

/**
 * A long form in which every word of weight has a capital is a proper name: a trial, a study group, an
 * institution. AMA, 11th ed.: these are given with their expansion even if used once.
 */
export function isProperName(long: string): boolean {
  const words = long.split(/[\s-]+/).filter(word => /^\p{L}{4,}/u.test(word));
  return words.length >= 2 && words.every(word => /^\p{Lu}/u.test(word));
}

/** The definition as related information. */
export function relatedTo({ analysis, start, end }: PlacedDefinition | Mention, message: string): Related {
  return { uri: analysis.document.uri, start, end, message };
}

/** The edit that puts text in place of a definition or mention. */
export function replacing({ analysis, start, end }: PlacedDefinition | Mention, newText: string): TextEdit {
  return { uri: analysis.document.uri, start, end, newText };
}

/** What a finding at a mention, definition or entry has in common. */
export function findingAt(
  { analysis, start, end }: PlacedDefinition | Mention,
  abbreviation: Pick<Abbreviation, 'short'>,
  identity: string,
  message: string,
): Finding {
  return { analysis, start, end, short: abbreviation.short, identity, message };
}

/** The block in which something stands. Binary search. */
export function blockOf({ analysis, start }: Pick<Mention, 'analysis' | 'start'>): PlacedBlock | undefined {
  return analysis.blocks[blockIndex(analysis.blocks, start)];
}

/** The index of the last block that starts at or before an offset. Binary search. */
export function blockIndex(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** White space as one space, as a message shows it. */
export function inline(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
