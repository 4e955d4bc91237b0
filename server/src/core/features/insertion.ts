/** What is known of therapies as text of the manuscript, with its citations in the manuscript's own syntax. */
import { writtenAs } from '../citations/writtenAs.ts';
import type { StatedFact } from '../therapies/facts.ts';
import type { Format, Reference } from '../types.ts';
import type { TherapyComparison } from './facts.ts';
import { tableIn } from './tables.ts';

/** Where text is inserted: its format, and the text around, whose own way of citing counts. */
export interface Destination {
  readonly format: Format;
  readonly text: string;
  /** The key under which a reference is cited. */
  readonly keyOf: (reference: Reference) => string;
}

/** A fact as a sentence. */
export function factSentence({ fact, citable }: StatedFact, destination: Destination): string {
  return sentence(fact.statement, citable, destination);
}

/** A sentence with citations before its full stop; without any where there is nothing to cite. */
function sentence(statement: string, citable: readonly Reference[], to: Destination): string {
  const said = writtenAs(to.format, statement.replace(/\.$/, ''));
  const cited = citation(citable, to);
  return cited === '' ? `${said}.` : `${said} ${cited}.`;
}

/** The citation of references, each once; empty for none. */
export function citation(references: readonly Reference[], { format, text, keyOf }: Destination): string {
  const keys = [...new Set(references.map(keyOf))];
  return keys.length === 0 ? '' : format.citation(keys, text);
}

/** What a comparison cites, each once, in the order in which it stands there. */
export function citedIn({ topics }: TherapyComparison): readonly Reference[] {
  const facts = topics.flatMap(({ first, second }) => [...first, ...second]);
  return [...new Set(facts.flatMap(({ citable }) => citable))];
}

/** Two therapies as a table in the format's own markup. Ends with a line break. */
export function comparisonTable(compared: TherapyComparison, to: Destination): string {
  const cell = (facts: readonly StatedFact[]): string =>
    facts.map(({ fact, citable }) => sentence(fact.statement, citable, to)).join(' ');
  const head = ['', compared.first.name, compared.second.name].map(name => writtenAs(to.format, name));
  const body = compared.topics.map(({ topic, first, second }) => [
    topic.charAt(0).toUpperCase() + topic.slice(1),
    cell(first) || '–',
    cell(second) || '–',
  ]);
  return tableIn(to.format, { caption: head.slice(1).join(' and '), head, body });
}
