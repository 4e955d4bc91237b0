/** What is inserted into the manuscript's text: terms, and what is known of therapies, in the manuscript's own syntax. */
import { blockAt } from '../analysis/blockAt.ts';
import { writtenAs } from '../citations/writtenAs.ts';
import { textOf } from '../textOf.ts';
import type { StatedFact } from '../therapies/facts.ts';
import {
  type Analysis,
  type BlockKind,
  Fill,
  type Format,
  type PlacedBlock,
  type Reference,
  type Span,
} from '../types.ts';
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
  const placed = blockAt(analysis, start);
  if (placed !== undefined && start < placed.end && !holdsText(analysis, placed, start)) return undefined;
  return format.fit ? format.fit(document.text, { start, end, newText }) : newText;
}

/** Whether text can stand at an offset of a block: not in code, math, a citation or a tag. */
function holdsText({ format, document }: Analysis, { block, start, end }: PlacedBlock, at: number): boolean {
  const { kind, masked } = block;
  if (!WITHOUT_TEXT.has(kind)) {
    const behind = at - start;
    return masked[behind] !== Fill.opaque || masked[behind - 1] !== Fill.opaque;
  }
  if (!TAGGED.has(format.id)) return false;
  const source = textOf(document).slice(start, end);
  const before = source.slice(0, at - start);
  return (
    before.lastIndexOf('<') <= before.lastIndexOf('>') && source.replaceAll(/<[^<>]*>/g, '').trim() === ''
  );
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
