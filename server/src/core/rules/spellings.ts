/** The spellings of one abbreviation in one manuscript, as the rules on form weigh them. */

import { Evidence } from '../analysis/evidence/bits.ts';
import { isProse } from '../analysis/roles.ts';
import { textOf } from '../textOf.ts';
import type { Abbreviation, Mention } from '../types.ts';
import type { Slip } from './repeated.ts';

/** One spelling, without plural ending, its hyphens plain, and where it stands, in reading order. */
export interface Spelling {
  readonly form: string;
  readonly mentions: readonly Mention[];
}

const HYPHENS = /[\u2010-\u2015\u2212]/g;
const GREEK_LETTER = /[α-ωµϕ]/;

/** Whether a spelling has Greek letters as such, rather than their names. */
export function hasGreekLetter(form: string): boolean {
  return GREEK_LETTER.test(form);
}

/**
 * The spellings that running text, captions and tables use. Not counted: what macros print, what the text
 * marks as a gene (its protein is written otherwise), words in a run of capitals. Kinds of hyphens aren't told apart.
 * @param least of an abbreviation with fewer spellings, none is told
 */
export function spellingsOf(abbreviation: Abbreviation, least = 2): readonly Spelling[] {
  if (abbreviation.variants.length < least) return [];
  const spellings = new Map<string, Mention[]>();
  for (const mention of abbreviation.mentions) {
    const { token, surface, role } = mention;
    if (token.key !== undefined || !isProse(role) || (token.evidence & UNCOUNTED) !== 0) continue;
    const form = surface.replace(HYPHENS, '-');
    const known = spellings.get(form);
    if (known === undefined) spellings.set(form, [mention]);
    else known.push(mention);
  }
  return [...spellings].map(([form, mentions]) => ({ form, mentions }));
}

const UNCOUNTED = Evidence.capitalRun | Evidence.emphasised | Evidence.geneWord;

/** The spelling that is used most; of equals the one that is used first. */
export function prevailing(spellings: readonly Spelling[]): Spelling | undefined {
  let best = spellings[0];
  for (const each of spellings) if (each.mentions.length > best!.mentions.length) best = each;
  return best;
}

/** The uses of one spelling, to be written as another is, in the source of its own mentions. */
export function rewritten({ mentions }: Spelling, usual: Spelling): readonly Slip[] {
  const model = writtenForm(usual);
  return mentions.map(({ analysis, start, end, surface }) => {
    const source = textOf(analysis.document).slice(start, end);
    const isPlural = source.endsWith('s') && !surface.endsWith('s');
    return { analysis, start, end, newText: isPlural ? `${model}s` : model };
  });
}

/** A spelling as the source has it, markup included (`T~reg~`), in the singular. */
export function writtenForm({ form, mentions }: Spelling): string {
  const isPlural = (source: string): boolean => source.endsWith('s') && !form.endsWith('s');
  const sources = mentions.map(sourceOf);
  return sources.find(source => !isPlural(source)) ?? sources[0]?.slice(0, -1) ?? form;
}

function sourceOf({ analysis, start, end }: Mention): string {
  return textOf(analysis.document).slice(start, end);
}
