/** What an abbreviation comes to: its class, and how it stands in each scope. */
import { Evidence } from '../analysis/evidence.ts';
import { scopeOf } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import type { Glossary, MentionClass, ScopeName, Status, Written } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import { classify } from './classify.ts';
import type { BlockDefinition } from './defined.ts';
import { isExplainedBeside, isKnownBefore, isLegendEntry } from './explained.ts';
import type { Contributed, Group, Judgement } from './group.ts';
import { isBehindCapitals, isBesideNumbers, isListedWith, namedBy } from './inNames.ts';
import { isSpokenOf, weighSenses } from './senseWords.ts';
import { statusIn, worst } from './status.ts';
import { isInAddress, isNumeralOf, usageOf } from './usage.ts';

/** A form is explained where it is new, or nowhere. */
const LOOKED_AT = 4;

/** What a reader knows by its name alone: where a text explains it ("milligram (mg)"), that can't come too late. */
const NAMED: ReadonlySet<MentionClass> = new Set([
  'unit',
  'sequence',
  'label',
  'roman-numeral',
  'variable',
  'initials',
  'emphasis',
  'strain',
]);

/** Judges a group by itself, the glossary, and what the manuscript answers about the whole. */
export function judge(key: string, group: Group, glossary: Glossary, written: Written): Judgement {
  const variants = group.variants();
  const short = variants[0] ?? group.definitions[0]?.found.form ?? key;
  const evidence = group.evidence();
  const classified = classify(
    {
      form: short,
      ...evidence,
      first: group.mentions[0]?.found.token.evidence ?? 0,
      uses: group.uses,
      tabled: group.tabled,
      defined: group.isDefined,
      told: group.definitions.some(isWrittenOut),
      isWord: () => written.word(short.toLowerCase()),
      isSpokenOf: long => isSpokenOf(long, written),
      meant: senses =>
        weighSenses(
          senses,
          group.mentions.map(({ block }) => block),
          written,
        ).meant,
      isUsed: form => written.form(fold(form)),
      isInAddress: ends => isInAddress(group.mentions, ends),
      namedBy: () => namedBy(group.mentions),
      isBehindCapitals: () => isBehindCapitals(group.mentions),
      isBesideNumbers: () => isBesideNumbers(group.mentions),
      isListedWith: is => isListedWith(group.mentions, is),
      isNumeral: () => isNumeralOf(group.mentions),
      isExplained: longs =>
        group.mentions
          .slice(0, LOOKED_AT)
          .some(
            ({ found, block }) =>
              isExplainedBeside(short, block, found) || isKnownBefore(longs, block, found.token),
          ) || isLegendsAlone(group),
      usage: () => usageOf(group.mentions),
      hasInitials: written.initials,
    },
    glossary,
    key,
  );
  const exempt = classified.confidence === 0;
  const isGeneInItalics =
    classified.class === 'gene-or-protein' && (evidence.any & Evidence.emphasised) !== 0;
  const isNamed = exempt && (NAMED.has(classified.class) || isGeneInItalics);
  const statusOf = (scope: ScopeName): Status | null => {
    const status = statusIn(scope, group, exempt);
    return isNamed && status === 'used-before-definition' ? 'exempt' : status;
  };
  const scopes = { abstract: statusOf('abstract'), main: statusOf('main') };
  return {
    key,
    short,
    variants,
    ...classified,
    scopes,
    status: worst(scopes, group.isDefined ? 'defined' : 'exempt'),
    listed: group.definitions.some(({ role }) => role === 'abbreviation-list'),
    longForm: group.definitions.find(isWrittenOut)?.found.long ?? null,
    uses: group.uses,
  };
}

/** It is used where legends explain it, and nowhere else. */
function isLegendsAlone({ isShownOnly, mentions }: Group): boolean {
  const isEntry = ({ found, block }: Contributed<BlockMention>): boolean => isLegendEntry(block, found);
  return isShownOnly ? mentions.some(isEntry) : mentions.every(isEntry);
}

function isWrittenOut({ role, found }: Contributed<BlockDefinition>): boolean {
  const { form } = found.definition;
  return scopeOf(role) !== undefined && form !== 'list' && form !== 'macro' && form !== 'markup';
}
