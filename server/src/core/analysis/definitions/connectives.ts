import { unitAt } from '../../unitAt.ts';
import { skipLeadIn } from './leadIns.ts';
import { visibleStart } from './window.ts';

/** The longest connective that is looked for, in characters: a run of commas is read once. */
const MAX_CONNECTIVE = 80;

/** Offset after the connective that follows the comma at `at` (", commonly known as"), or 0. */
export function afterConnective(text: string, at: number): number {
  const end = Math.min(text.length, at + MAX_CONNECTIVE);
  const start = visibleStart(text, at + 1, end);
  const after = skipLeadIn(text, start, end, true);
  return after > start ? after : 0;
}

/** Words between a short and a long form that need no comma before them. */
interface Verb {
  readonly words: string;
  /** It says of any word that it is a short form, so that this need not look like one. */
  readonly naming?: boolean;
  /** It stands between much else: only the letters tell. */
  readonly bare?: boolean;
}

const VERBS: readonly Verb[] = [
  { words: 'or ', bare: true },
  ...['denote ', 'denotes ', 'refers to ', 'means '].map(words => ({ words })),
  ...['hereafter ', 'hereinafter ', 'henceforth '].map(words => ({ words })),
  ...['abbreviated as ', 'abbreviated to '].map(words => ({ words })),
  ...['stands for ', 'stand for ', 'is short for '].map(words => ({ words, naming: true })),
  ...['an acronym', 'the acronym', 'an abbreviation', 'the abbreviation', 'an initialism'].flatMap(noun =>
    [' for ', ' of ', ' that stands for ', ' standing for '].map(of => ({
      words: `is ${noun}${of}`,
      naming: true,
    })),
  ),
];

/** The verbs by their first two letters: the number of each group, by the codes of both. A look that spares most words the rest. */
const GROUPS = new Uint8Array(0x80 * 0x80);
const VERBS_OF: Verb[][] = [[]];
for (const verb of VERBS) {
  const beginning = verb.words.charCodeAt(0) * 0x80 + verb.words.charCodeAt(1);
  if (GROUPS[beginning] === 0) GROUPS[beginning] = VERBS_OF.push([]) - 1;
  VERBS_OF[GROUPS[beginning]!]!.push(verb);
}

/** The number of the group whose verbs begin with the two letters at `at`; 0 where none does. */
function groupAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = unitAt(text, at + 1);
  return first < 0x80 && second < 0x80 ? GROUPS[first * 0x80 + second]! : 0;
}

/** Whether the word at `at` may begin a verb that needs no comma before it. */
export const mayBeginVerb = (text: string, at: number): boolean => groupAt(text, at) !== 0;

/** The verb that stands at `at`, white space included, if any. */
export const verbAt = (text: string, at: number): Verb | undefined =>
  VERBS_OF[groupAt(text, at)]!.find(({ words }) => text.startsWith(words, at));
