/** The entries of a manuscript's abbreviation list, and their order. */
import { keptWith } from '../kept.ts';
import { lazily } from '../lazily.ts';
import type { Abbreviation, Manuscript, PlacedDefinition, State } from '../types.ts';

/** An entry of the list: the abbreviation, and the definition that stands there. */
export interface ListEntry {
  readonly abbreviation: Abbreviation;
  readonly definition: PlacedDefinition;
}

const NONE: readonly PlacedDefinition[] = [];

/** The entries that the list has of one abbreviation. */
export function entriesOf(abbreviation: Abbreviation): readonly PlacedDefinition[] {
  // Definitions are placed when they are asked for: most abbreviations are spared that.
  if (!abbreviation.listed) return NONE;
  return abbreviation.definitions.filter(({ role }) => role === 'abbreviation-list');
}

/** The entries in the order of the list; empty where there is none. */
export const listEntries = keptWith((manuscript: Manuscript): readonly ListEntry[] =>
  inOrder(manuscript, ({ listed }) => listed, entriesOf),
);

/** The entries that `\newacronym` and its like declare, in their order: what `\printglossary` prints. Each is a line. */
export function declaredEntries(manuscript: Manuscript): readonly ListEntry[] {
  return inOrder(
    manuscript,
    () => true,
    ({ definitions }) =>
      definitions.filter(
        ({ form, key, analysis }) => form === 'macro' && key !== undefined && analysis.format.id !== 'typst',
      ),
  );
}

function inOrder(
  manuscript: Manuscript,
  mayHave: (state: State) => boolean,
  entries: (abbreviation: Abbreviation) => readonly PlacedDefinition[],
): readonly ListEntry[] {
  const order = new Map(manuscript.analyses.map((analysis, index) => [analysis, index]));
  const found: ListEntry[] = [];
  for (const [index, state] of manuscript.states.entries()) {
    if (!mayHave(state)) continue;
    const abbreviation = manuscript.abbreviationAt(index);
    for (const definition of entries(abbreviation)) found.push({ abbreviation, definition });
  }
  return found.sort(
    ({ definition: a }, { definition: b }) =>
      (a.analysis === b.analysis ? 0 : order.get(a.analysis)! - order.get(b.analysis)!) || a.start - b.start,
  );
}

const collator = lazily(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/** What nearly all keys are made of, and short enough for any collation to read a number as one. */
const PLAIN = /^[a-z0-9]{1,100}$/;

/**
 * Alphabetical order of folded keys: case ignored, numbers by value, Greek letters by their names. (Making a collator
 * takes as long as linting 5,000 words: most runs never need it.)
 */
export function compareKeys(a: string, b: string): number {
  return PLAIN.test(a) && PLAIN.test(b) ? comparePlain(a, b) : collator().compare(a, b);
}

/** As the collator orders them: numbers by value and before letters. */
function comparePlain(a: string, b: string): number {
  const left = a.match(RUNS)!;
  const right = b.match(RUNS)!;
  for (const [index, run] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const [one, two] = [run.replace(ZEROS, ''), other.replace(ZEROS, '')];
    const areNumbers = run <= LAST_NUMBER && other <= LAST_NUMBER;
    const order = (areNumbers && one.length - two.length) || (one < two ? -1 : one > two ? 1 : 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const RUNS = /[0-9]+|[a-z]/g;
const ZEROS = /^0+/;
/** Above all that begins with a digit, below all that begins with a letter. */
const LAST_NUMBER = ':';

/** Whether entries stand in alphabetical order. */
export function isSorted(entries: readonly ListEntry[]): boolean {
  return entries.every(
    ({ abbreviation }, index) =>
      index === 0 || compareKeys(entries[index - 1]!.abbreviation.key, abbreviation.key) <= 0,
  );
}
