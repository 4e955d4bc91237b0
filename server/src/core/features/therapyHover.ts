/** The part of a hover that is about a therapy: its facts, or it beside another one that the sentence names. */
import { sentencesIn } from '../rules/sentences.ts';
import { compareTherapies, factsOf, type StatedFact } from '../therapies/facts.ts';
import { therapiesIn } from '../therapies/named.ts';
import type { Glossary, Therapy, Topic } from '../types.ts';
import { comparisonMarkdown, factLine, sourceLines } from './facts.ts';
import { commandLink, type HoverOptions } from './markdown.ts';

/** The therapies at a place. */
export interface TherapiesHere {
  /** What is pointed at. */
  readonly named: () => Therapy | undefined;
  /** All that the sentence names. */
  readonly around: () => readonly Therapy[];
}

/** Facts that a hover shows, and topics that it compares: one of a topic, at most so many. */
const MOST_FACTS = 5;

/** What is weighed when one of two therapies is to be chosen comes first. */
const WEIGHED: readonly Topic[] = [
  ...(['safety', 'efficacy', 'persistence', 'availability', 'cost'] as const),
  ...(['limitation', 'manufacturing', 'indication', 'mechanism'] as const),
];

/** The therapies that the sentence at `offset` of masked text names. */
export function therapiesAround(masked: string, offset: number, glossary: Glossary): readonly Therapy[] {
  const here = sentencesIn(masked).find(({ start, end }) => start <= offset && offset <= end);
  return here === undefined ? [] : therapiesIn(masked.slice(here.start, here.end), glossary);
}

/**
 * Two therapies that one sentence names stand side by side, as far as the same is known of both. Else a few facts of the
 * therapy, those first that more than an editorial speaks for.
 */
export function factLines(
  glossary: Glossary,
  therapy: Therapy,
  { around }: TherapiesHere,
  options: HoverOptions,
): readonly string[] {
  const links = options.commandLinks ? [linksOf(therapy)] : [];
  const other = around().find(({ id }) => id !== therapy.id);
  const compared = other === undefined ? undefined : besideEachOther(glossary, therapy, other);
  if (compared !== undefined) return ['---', compared, ...links];
  const shown: StatedFact[] = [];
  const facts = factsOf(glossary, therapy);
  for (const stated of [...facts.filter(each => !each.restsOnEditorial), ...facts]) {
    if (shown.length < MOST_FACTS && !shown.some(({ fact }) => fact.topic === stated.fact.topic))
      shown.push(stated);
  }
  if (shown.length === 0) return [];
  return [
    '---',
    shown.map(stated => `- ${factLine(stated)}`).join('\n'),
    ...links,
    ['Sources:', '', ...sourceLines(shown)].join('\n'),
  ];
}

function besideEachOther(glossary: Glossary, first: Therapy, second: Therapy): string | undefined {
  const best = (facts: readonly StatedFact[]) => [facts.find(each => !each.restsOnEditorial) ?? facts[0]!];
  const topics = compareTherapies(glossary, first, second)
    .filter(row => row.first.length > 0 && row.second.length > 0)
    .sort((a, b) => WEIGHED.indexOf(a.topic) - WEIGHED.indexOf(b.topic))
    .slice(0, MOST_FACTS)
    .map(row => ({ ...row, first: best(row.first), second: best(row.second) }));
  return topics.length === 0 ? undefined : comparisonMarkdown({ first, second, topics });
}

function linksOf({ id }: Therapy): string {
  return [
    commandLink('All facts', 'immunogloss.showFacts', id),
    commandLink('Compare…', 'immunogloss.compareTherapies', id),
    commandLink('Insert a fact…', 'immunogloss.insertFact', id),
  ].join(' · ');
}
