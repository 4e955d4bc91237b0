import { Evidence } from '../analysis/evidence/bits.ts';
import { isDisplay, isUse } from '../analysis/roles.ts';
import type { Abbreviation, Finding, Mention, Rule } from '../types.ts';
import { isInOtherLanguage } from './otherLanguages.ts';
import { findingFor, type Slip } from './repeated.ts';
import { beginningOf } from './saying.ts';
import { inBlock, opensSentence, wordBefore } from './surroundings.ts';

/**
 * The article before a short form follows how it is said: an NK cell, a CAR, an scFv, a UV lamp.
 *
 * Not reported: forms that are said in two ways (a SNP, an SNP), or of which we don't know; "A" as a label ("panel A NK
 * cells", "vitamin A CAR") anywhere but at the start of a sentence, and there in legends; a macro that may
 * print the long form; a text in another language ("frente a ESH").
 */
export const articleBeforeAbbreviation: Rule = {
  id: 'article-before-abbreviation',
  summary: 'An article that doesn’t fit how the short form is said: a NK cell, an CAR.',
  severity: 'information',
  safe: true,
  sources: [
    {
      says: 'An abbreviation has a or an before it by the sound with which it begins: a UN resolution, an HMO plan.',
      where: 'AMA Manual of Style, 11th ed., chapter 11, "Articles" (stored copy of the section)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation): readonly Finding[] {
    if ((abbreviation.evidence & Evidence.article) === 0) return NONE;
    const slips: ArticleSlip[] = [];
    let index = 0;
    for (const mention of abbreviation.mentions) {
      const slip = slipBefore(mention, abbreviation, index++);
      if (slip !== undefined) slips.push(slip);
    }
    const [first] = slips;
    if (first === undefined) return [];
    const { short, key } = abbreviation;
    const message = `"${first.article} ${first.printed}" doesn't fit how it is said. Write "${first.newText} ${first.printed}".`;
    return [
      findingFor(slips, { short, identity: key, message }, `Write "${first.newText} ${first.printed}"`),
    ];
  },
};

const NONE: readonly Finding[] = [];

interface ArticleSlip extends Slip {
  readonly article: string;
  readonly printed: string;
}

/** What a reader sees at a mention that opens its word; undefined where that isn't sure. */
function printedForm(mention: Mention, { definitions }: Abbreviation, index: number): string | undefined {
  if (mention.start !== mention.tokenStart) return undefined;
  if (mention.token.key === undefined) return mention.token.surface;
  const definition = definitions.find(({ key }) => key === mention.token.key);
  const mark = mention.placed.block.marks?.find(
    ({ kind, start }) => kind === 'macro' && start === mention.token.start,
  );
  if (definition === undefined || mark?.command === undefined) return undefined;
  if (/short|^acs/i.test(mark.command)) return definition.shortText;
  // The first use prints the long form, and so may the first one after each reset.
  return index > 0 && /^(?:gls|ac)$/i.test(mark.command) ? definition.shortText : undefined;
}

function slipBefore(mention: Mention, abbreviation: Abbreviation, index: number): ArticleSlip | undefined {
  if ((mention.token.evidence & Evidence.article) === 0) return undefined;
  const printed = printedForm(mention, abbreviation, index);
  if (printed === undefined || (!isUse(mention.role) && mention.role !== 'title')) return undefined;
  const { masked, start, origin } = inBlock(mention);
  const word = wordBefore(masked, start);
  if (word === undefined || word.end - word.start > 2) return undefined;
  const article = masked.slice(word.start, word.end);
  if (!/^[Aa]n?$/.test(article)) return undefined;
  if (/^[Aa]$/.test(article) && isLabel(mention, masked, word.start, article)) return undefined;
  const beginning = beginningOf(printed);
  if (beginning === undefined) return undefined;
  const fitting = beginning === 'vowel' ? `${article.charAt(0)}n` : article.charAt(0);
  if (fitting === article) return undefined;
  if (isInOtherLanguage(masked, { start, end: start })) return undefined;
  return {
    analysis: mention.analysis,
    start: origin + word.start,
    end: origin + word.end,
    newText: fitting,
    article,
    printed,
  };
}

/** Whether an "A" or "a" may name a panel, a type or a group rather than be an article. */
function isLabel({ role }: Mention, masked: string, at: number, article: string): boolean {
  const opens = opensSentence(masked, at);
  if (isDisplay(role) && opens) return true;
  return article === 'A' && !opens;
}
