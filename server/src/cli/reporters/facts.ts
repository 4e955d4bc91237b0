/** Therapy facts as JSON and as plain text. (Markdown is the core's: hovers show the same.) */
import {
  type Reference,
  referenceLine,
  type StatedFact,
  type Therapy,
  type TherapyComparison,
  type TherapyReport,
} from '../../core/index.ts';
import { wrapped } from './wrap.ts';

/** The facts of a therapy as JSON. */
export function factsRecord({ therapy, facts }: TherapyReport) {
  return { therapy: therapyRecord(therapy), facts: facts.map(factRecord), references: referencesOf(facts) };
}

/** Two therapies beside each other as JSON. */
export function comparisonRecord({ first, second, topics }: TherapyComparison) {
  return {
    therapies: [therapyRecord(first), therapyRecord(second)],
    topics: topics.map(row => ({
      topic: row.topic,
      first: row.first.map(factRecord),
      second: row.second.map(factRecord),
    })),
    references: referencesOf(topics.flatMap(row => [...row.first, ...row.second])),
  };
}

/** The facts of a therapy as text, in lines of at most `width` columns. */
export function factsText({ therapy, facts }: TherapyReport, width: number): string {
  const references = referencesOf(facts);
  const heading = `${therapy.name}\n${wrapped(therapy.summary, width)}`;
  let topic = '';
  let text = '';
  for (const stated of facts) {
    if (stated.fact.topic !== topic) {
      topic = stated.fact.topic;
      text += `\n${capitalized(topic)}\n`;
    }
    text += factText(stated, references, width);
  }
  return `${heading}${text}${sourcesText(references, width)}`;
}

/** Two therapies beside each other as text, in lines of at most `width` columns. */
export function comparisonText({ first, second, topics }: TherapyComparison, width: number): string {
  const references = referencesOf(topics.flatMap(row => [...row.first, ...row.second]));
  const side = (therapy: Therapy, facts: readonly StatedFact[]) =>
    facts.length === 0
      ? ''
      : `  ${therapy.name}\n${facts.map(each => factText(each, references, width)).join('')}`;
  const rows = topics.map(
    row => `\n${capitalized(row.topic)}\n${side(first, row.first)}${side(second, row.second)}`,
  );
  return `${first.name} and ${second.name}\n${rows.join('')}${sourcesText(references, width)}`;
}

function factText(stated: StatedFact, references: readonly Reference[], width: number): string {
  const numbers = stated.citable.map(reference => references.indexOf(reference) + 1);
  const cited = numbers.length === 0 ? '' : ` [${numbers.join(', ')}]`;
  const remarks = [
    ...(stated.restsOnEditorial ? ['Rests on one editorial.'] : []),
    ...stated.contradictions.map(({ fact, note }) => `But also: ${fact.statement} (${note})`),
  ];
  const lines = remarks.map(remark => wrapped(remark, width, '      '));
  return wrapped(`${stated.fact.statement}${cited}`, width, '      ', '    - ') + lines.join('');
}

function sourcesText(references: readonly Reference[], width: number): string {
  const lines = references.map((reference, index) => {
    const number = `${index + 1}`.padStart(3);
    return wrapped(referenceLine(reference), width, '      ', `${number}   `);
  });
  return `\nSources\n${lines.join('')}`;
}

function therapyRecord({ id, name, summary }: Therapy) {
  return { id, name, summary };
}

function factRecord({ fact, citable, restsOnEditorial, contradictions }: StatedFact) {
  const { id, topic, statement, quotation, source } = fact;
  return {
    id,
    topic,
    statement,
    ...(quotation === undefined ? {} : { quotation }),
    source,
    citable: citable.map(reference => reference.id),
    restsOnEditorial,
    contradictions: contradictions.map(({ fact: other, note }) => ({ fact: other.id, note })),
  };
}

/** What may be cited, in the order of first use, none twice. */
function referencesOf(facts: readonly StatedFact[]): readonly Reference[] {
  return [...new Set(facts.flatMap(({ citable }) => citable))];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
