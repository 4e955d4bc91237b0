/** What is known of a therapy, and of two side by side, as data and as Markdown. */

import { foldLong } from '../glossary/normalize.ts';
import {
  type ComparedTopic,
  compareTherapies,
  factsOf,
  findTherapy,
  type StatedFact,
} from '../therapies/facts.ts';
import { referenceLine, shortReference } from '../therapies/references.ts';
import type { Glossary, Reference, Therapy } from '../types.ts';
import { escapeMarkdown } from './markdown.ts';

/** A therapy with its facts. */
export interface TherapyReport {
  readonly therapy: Therapy;
  readonly facts: readonly StatedFact[];
}

/** Two therapies by topic. */
export interface TherapyComparison {
  readonly first: Therapy;
  readonly second: Therapy;
  readonly topics: readonly ComparedTopic[];
}

/** What is known of the therapy of this name or short form; nothing where it is unknown. */
export function facts(glossary: Glossary, name: string): TherapyReport | undefined {
  const therapy = findTherapy(glossary, name);
  return therapy && { therapy, facts: factsOf(glossary, therapy) };
}

/** Two therapies side by side; nothing where one of them is unknown. */
export function comparison(glossary: Glossary, first: string, second: string): TherapyComparison | undefined {
  const [left, right] = [findTherapy(glossary, first), findTherapy(glossary, second)];
  if (left === undefined || right === undefined) return undefined;
  return { first: left, second: right, topics: compareTherapies(glossary, left, right) };
}

/**
 * The facts that have all words of the query in their therapy's names, their topic or their statement; all
 * facts for an empty query. Those come first that more than an editorial speaks for.
 */
export function insertableFacts(glossary: Glossary, query: string): readonly StatedFact[] {
  const words = foldLong(query)
    .split(' ')
    .filter(word => word !== '');
  const found = glossary.therapies.flatMap(therapy => {
    const about = foldLong([therapy.name, ...therapy.names].join(' '));
    return factsOf(glossary, therapy).filter(({ fact }) => {
      const text = `${about} ${fact.topic} ${foldLong(fact.statement)}`;
      return words.every(word => text.includes(word));
    });
  });
  return [...found.filter(each => !each.restsOnEditorial), ...found.filter(each => each.restsOnEditorial)];
}

/** A report as a Markdown section with the lines of its sources. */
export function factsMarkdown({ therapy, facts }: TherapyReport): string {
  const lines = [`## ${escapeMarkdown(therapy.name)}`, '', escapeMarkdown(therapy.summary), ''];
  for (const stated of facts) lines.push(`- ${factLine(stated)}`);
  return [...lines, '', ...sourceLines(facts)].join('\n');
}

/** A comparison as a Markdown table with the lines of its sources. */
export function comparisonMarkdown({ first, second, topics }: TherapyComparison): string {
  const cell = (facts: readonly StatedFact[]): string => facts.map(withCitations).join('<br>') || '–';
  const rows = topics.map(row => `| ${title(row.topic)} | ${cell(row.first)} | ${cell(row.second)} |`);
  return [
    `| | ${escapeMarkdown(first.name)} | ${escapeMarkdown(second.name)} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    ...sourceLines(topics.flatMap(row => [...row.first, ...row.second])),
  ].join('\n');
}

/** One fact as a line: topic, statement, citations, and what must be said along with it. */
export function factLine(stated: StatedFact): string {
  return `**${title(stated.fact.topic)}:** ${withCitations(stated)}`;
}

/** One line for each source that the facts may cite, in the order of their first use. */
export function sourceLines(facts: readonly StatedFact[]): readonly string[] {
  const references = new Set<Reference>(facts.flatMap(({ citable }) => citable));
  return [...references].map(reference => `- ${linked(referenceLine(reference))}`);
}

/** Where references may lead: writers' own come from workspaces, which may be anybody's. */
const LIBRARY = /https:\/\/(?:doi\.org|(?:pmc|pubmed|www)\.ncbi\.nlm\.nih\.gov)\/[\w./~%-]+$/;

/** A line of text, escaped, whose address at its end is a link where it is one of a library. */
function linked(line: string): string {
  const address = LIBRARY.exec(line)?.[0];
  return address === undefined
    ? escapeMarkdown(line)
    : `${escapeMarkdown(line.slice(0, -address.length))} <${address}>`;
}

/** What must be said along with a fact: that it rests on one editorial, and who says otherwise. Plain text. */
export function factNotes({ fact, restsOnEditorial, contradictions }: StatedFact): readonly string[] {
  return [
    ...(restsOnEditorial ? ['rests on one editorial'] : []),
    ...contradictions.map(({ fact: other }) =>
      other.source.reference === fact.source.reference
        ? `the same source also says: “${other.statement}”`
        : `another source says: “${other.statement}”`,
    ),
  ];
}

function withCitations(stated: StatedFact): string {
  const { fact, citable } = stated;
  const citations = citable.map(shortReference).join('; ');
  const notes = factNotes(stated);
  const said = [escapeMarkdown(fact.statement), citations === '' ? '' : `\\[${escapeMarkdown(citations)}\\]`];
  return [...said, ...notes.map(note => `· ${escapeMarkdown(note)}`)].filter(part => part !== '').join(' ');
}

function title(topic: string): string {
  return topic.charAt(0).toUpperCase() + topic.slice(1);
}
