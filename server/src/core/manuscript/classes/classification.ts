/** What classification is given, and what it answers. */
import type { GlossaryEntry, MentionClass } from '../../types.ts';
import type { Named } from './inNames.ts';
import type { Letters } from './usage.ts';

export interface Classification {
  readonly class: MentionClass;
  readonly reason: string;
  /** 0…1: that it is an abbreviation to define. Below 0.5 a finding is a hint; 0: needs no definition. */
  readonly confidence: number;
}

/** All that is known of a form's spellings and surroundings in one manuscript. Its questions are asked on the object itself. */
export interface FormEvidence {
  /** The most frequent spelling, without plural ending. */
  readonly form: string;
  /** Bits that at least one use has. */
  readonly any: number;
  /** Bits that most uses have. */
  readonly most: number;
  /** Bits of the first mention. */
  readonly first: number;
  /** How often it is used; headings count, lists and references don't. */
  readonly uses: number;
  /** All its uses stand in tables. */
  readonly tabled: boolean;
  /** The manuscript gives a long form for it somewhere. */
  readonly defined: boolean;
  /** The long form stands in tables, legends or boxes alone. */
  readonly tabulated: boolean;
  /** The long form stands in the text, not only in a list or a macro's definition. */
  readonly told: boolean;
  /** The manuscript writes the same letters as a word, in lower case. Asked only where it decides. */
  isWord(): boolean;
  /** Some one paragraph of the manuscript has all words of weight of this long form. Asked only where it decides. */
  isSpokenOf(long: string): boolean;
  /** One of its definitions has this word in its long form, markup left out. Asked only where it decides. */
  isDefinedBy(word: string): boolean;
  /** The manuscript writes half of the words of weight of one of these senses. Asked only where it decides. */
  touchesOn(senses: readonly GlossaryEntry[]): boolean;
  /** The one of these senses that the manuscript clearly means: see `weighSenses`. Asked only where it decides. */
  meant(senses: readonly GlossaryEntry[]): GlossaryEntry | undefined;
  /** A token of the manuscript is this form. Asked only where it decides. */
  isUsed(form: string): boolean;
  /** One of its first uses stands behind a place; where asked, an address ends there. Asked only where it decides. */
  isInAddress(ends: boolean): boolean;
  /** What its uses name, by the words around them. Asked only where it decides. */
  namedBy(): Named | undefined;
  /** Capitals stand right before each of its uses. Asked only where it decides. */
  isBehindCapitals(): boolean;
  /** "the" stands right before one of its uses. Asked only where it decides. */
  isBehindThe(): boolean;
  /** Each of its uses stands in quotation marks, with other words. Asked only where it decides. */
  isQuoted(): boolean;
  /** A number stands right beside half of its uses. Asked only where it decides. */
  isBesideNumbers(): boolean;
  /** What stands beside a third of its uses in a list is of one kind. Asked only where it decides. */
  isListedWith(is: (form: string) => boolean): boolean;
  /** Its uses follow a noun each and precede none: "collagen IV". Asked only where it decides. */
  isNumeral(): boolean;
  /**
   * Words that begin with its letters stand right beside one of its first uses, or one of these long forms before its
   * parentheses; of letters that have such forms, any word before its first use's; or it stands in legends and tables
   * alone, as an entry. Asked only where it decides.
   */
  isExplained(longs: readonly string[]): boolean;
  /** How much more speaks for a noun than for a name, by its uses: see `usageOf`. Asked only where it decides. */
  usage(letters: Letters): number;
}

/** It needs no definition. */
export const exempt = (kind: MentionClass, reason: string): Classification => ({
  class: kind,
  reason,
  confidence: 0,
});
/** A hint at most. */
export const doubtful = (kind: MentionClass, reason: string, confidence = 0.4): Classification => ({
  class: kind,
  reason,
  confidence,
});

/** Why it is a hint only, where the finder saw no definition and a reader may see one. */
export const EXPLAINED = 'Its words seem to stand right beside it.';

/** Words in quotation marks are somebody's own: the name of a pathway, an item of a questionnaire. */
export const QUOTED = doubtful('emphasis', 'It stands in quotation marks only, with other words.');

/** Why it is a hint only, where no noun, verb or preposition beside it and no ending says that it is a word of the text. */
export const USED_AS_NAME = 'Nothing beside it says that it is more than a name or a label.';
