import { Evidence } from '../analysis/evidence/bits.ts';
import { isUse } from '../analysis/roles.ts';
import { textOf } from '../textOf.ts';
import type { Finding, Mention, Rule } from '../types.ts';
import { findingFor, type Slip } from './repeated.ts';
import { inBlock, wordBefore, wordBehind } from './surroundings.ts';

/**
 * The plural of a short form takes a small s and no apostrophe.
 *
 * Not reported: a possessive ("the CAR's hinge"). A plural shows itself by what counts it before ("many
 * CAR's") or by a verb in the plural behind ("CAR's were").
 */
export const pluralApostrophe: Rule = {
  id: 'plural-apostrophe',
  summary: 'A plural with an apostrophe: CAR’s for CARs.',
  severity: 'information',
  safe: true,
  sources: [
    {
      says: 'Most abbreviations form the plural by adding s; an apostrophe is not needed.',
      where: 'New Hart’s Rules, 10.5 (oxforddictionaries.com, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation): readonly Finding[] {
    if ((abbreviation.evidence & Evidence.possessive) === 0) return NONE;
    const slips: PluralSlip[] = [];
    for (const mention of abbreviation.mentions) {
      const slip = slipAt(mention);
      if (slip !== undefined) slips.push(slip);
    }
    const [first] = slips;
    if (first === undefined) return [];
    const { short, key } = abbreviation;
    const message = `"${first.surface}" has an apostrophe in the plural. Write "${first.newText}".`;
    return [findingFor(slips, { short, identity: key, message }, `Write "${first.newText}"`)];
  },
};

const NONE: readonly Finding[] = [];

const COUNTING = new Set(
  (
    'many several few fewer these those both all various numerous multiple most different two three four five ' +
    'six seven eight nine ten dozens'
  ).split(' '),
);
const PLURAL_VERBS = new Set('are were have do show showed express expressed target that which'.split(' '));

interface PluralSlip extends Slip {
  readonly surface: string;
}

function slipAt(mention: Mention): PluralSlip | undefined {
  const { token, tokenStart, role, analysis } = mention;
  if ((token.evidence & Evidence.possessive) === 0 || !isUse(role)) return undefined;
  if (mention.end !== tokenStart + token.end - token.start) return undefined;
  const { masked, start, end } = inBlock(mention);
  const before = wordBefore(masked, start - (mention.start - tokenStart));
  const behind = wordBehind(masked, end + 2);
  const counted = before !== undefined && COUNTING.has(masked.slice(before.start, before.end).toLowerCase());
  const isSubject = behind !== undefined && PLURAL_VERBS.has(masked.slice(behind.start, behind.end));
  if (!counted && !isSubject) return undefined;
  const written = textOf(analysis.document).slice(mention.start, mention.end);
  return {
    analysis,
    start: mention.start,
    end: mention.end + 2,
    newText: `${written}s`,
    surface: textOf(analysis.document).slice(mention.start, mention.end + 2),
  };
}
