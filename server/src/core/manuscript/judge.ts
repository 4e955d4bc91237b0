/** What an abbreviation comes to: its class, and how it stands in each scope. */
import type { Abbreviation, Glossary, Written } from '../types.ts';
import { classify } from './classify.ts';
import type { Group } from './group.ts';
import { isSpokenOf } from './senseWords.ts';
import { statusIn, worst } from './status.ts';

/** All of an abbreviation but its places. */
export type Judgement = Omit<Abbreviation, 'state' | 'mentions' | 'definitions' | 'spelledOut'>;

/** Judges a group by itself, the glossary, and what the manuscript answers about the whole. */
export function judge(key: string, group: Group, glossary: Glossary, written: Written): Judgement {
  const variants = group.variants();
  const short = variants[0] ?? group.definitions[0]?.found.form ?? key;
  const classified = classify(
    {
      form: short,
      ...group.evidence(),
      uses: group.uses,
      tabled: group.tabled,
      defined: group.isDefined,
      isWord: () => written.word(short.toLowerCase()),
      isSpokenOf: long => isSpokenOf(long, written),
    },
    glossary,
    key,
  );
  const exempt = classified.confidence === 0;
  const scopes = { abstract: statusIn('abstract', group, exempt), main: statusIn('main', group, exempt) };
  return {
    key,
    short,
    variants,
    ...classified,
    scopes,
    status: worst(scopes, group.isDefined ? 'defined' : 'exempt'),
    uses: group.uses,
  };
}
