/** What is inserted into the manuscript's text: terms, and what is known of therapies, in the manuscript's own syntax. */
import { blockAt } from '../analysis/blockAt.ts';
import { writtenAs } from '../citations/writtenAs.ts';
import type { StatedFact } from '../therapies/facts.ts';
import type { Analysis, BlockKind, Format, Reference, Span } from '../types.ts';
import type { TherapyComparison } from './facts.ts';
import { tableIn } from './tables.ts';

/** Where text is inserted: its format, and the text around, whose own way of citing counts. */
export interface Destination {
  readonly format: Format;
  readonly text: string;
  /** The key under which a reference is cited. */
  readonly keyOf: (reference: Reference) => string;
}

/** Formats in which tags stand in blocks of their own, beside the text. */
const TAGGED: ReadonlySet<string> = new Set(['html', 'jats']);

const WITHOUT_TEXT: ReadonlySet<BlockKind> = new Set(['opaque', 'metadata']);

/**
 * What must be put in place of a span so that `newText` stands there as running text.
 * @returns undefined in code, front matter and other places that hold no text
 */
export function insertedText(
  analysis: Analysis,
  { start, end, newText }: Span & { readonly newText: string },
): string | undefined {
  const { format, document } = analysis;
  const placed = TAGGED.has(format.id) ? undefined : blockAt(analysis, start);
  if (placed !== undefined && start < placed.end && WITHOUT_TEXT.has(placed.block.kind)) return undefined;
  return format.fit ? format.fit(document.text, { start, end, newText }) : newText;
}

/** A long form with its short one in brackets. */
export function definitionText(format: Format, short: string, long: string): string {
  return writtenAs(format, `${long} (${short})`);
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
