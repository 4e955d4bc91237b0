import { byInitial } from './byInitial.ts';
import { visibleStart } from './window.ts';

/** What may follow a comma between the two forms. Sticky; alternatives differ in their first words. */
const CONNECTIVE =
  /,\s+(?:or|i\.e\.,?|ie,|that is,|namely,?|short for|standing for|(?:which )?stands for|which is short for|(?:(?:here(?:in)?after|henceforth|herein|hereby|also),?\s*)?(?:abbreviated|referred to|denoted|designated|termed|called|named|known)(?:\s+(?:here(?:in|inafter|after)?|as|to))*|here(?:in)?after,?|henceforth,?)\s/iy;

/** First letters of the connectives: a look that spares the expression. */
const CONNECTIVE_INITIALS = new Set([...'oitnswhardck'].flatMap(letter => [letter.charCodeAt(0)]));

/** Offset after the connective that begins with the comma at `at`, or 0. */
export function afterConnective(text: string, at: number): number {
  const initial = visibleStart(text, at + 1, Math.min(text.length, at + 4));
  if (!CONNECTIVE_INITIALS.has(text.charCodeAt(initial) | 0x20)) return 0;
  CONNECTIVE.lastIndex = at;
  return CONNECTIVE.test(text) ? CONNECTIVE.lastIndex : 0;
}

/** Words between a short and a long form that need no comma before them. */
interface Verb {
  readonly words: string;
  /** It says of any word that it is a short form, so that this need not look like one. */
  readonly naming?: boolean;
  /** It stands between much else: only the letters tell. */
  readonly bare?: boolean;
}

const VERBS = byInitial<Verb>(
  [
    { words: 'or ', bare: true },
    ...['denote ', 'denotes ', 'refers to ', 'means '].map(words => ({ words })),
    ...['hereafter ', 'hereinafter ', 'henceforth '].map(words => ({ words })),
    ...['abbreviated as ', 'abbreviated to '].map(words => ({ words })),
    ...['stands for ', 'is short for '].map(words => ({ words, naming: true })),
    ...['an acronym', 'the acronym', 'an abbreviation', 'the abbreviation', 'an initialism'].flatMap(noun =>
      [' for ', ' of '].map(of => ({ words: `is ${noun}${of}`, naming: true })),
    ),
  ],
  ({ words }) => words,
);

/** The verb that stands at `at`, white space included, if any. */
export const verbAt = (text: string, at: number): Verb | undefined =>
  VERBS.get(text.charCodeAt(at))?.find(({ words }) => text.startsWith(words, at));
