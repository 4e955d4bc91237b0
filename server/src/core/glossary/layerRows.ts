/** What was read of a glossary file of somebody's own: its good rows, and what is wrong with the others. */
import type { GlossaryEntry, Span } from '../types.ts';
import { parseEntry } from './load.ts';
import { foldLong } from './normalize.ts';

/** What is wrong, where it stands. `error`: the file as a whole could not be read. */
export interface LayerProblem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface LayerRows {
  readonly entries: readonly GlossaryEntry[];
  /** Where each entry stands, in their order. */
  readonly places: readonly Span[];
  readonly problems: readonly LayerProblem[];
}

/** Called with the place in a row, as a JSON pointer, and what is wrong there. */
export type Report = (path: string, message: string) => void;

/** Gathers entries and problems of one file. */
export class Rows {
  readonly entries: GlossaryEntry[] = [];
  readonly places: Span[] = [];
  readonly problems: LayerProblem[] = [];

  add(row: unknown, place: Span, report: Report): void {
    const entry = parseEntry(row, report);
    if (entry !== undefined && foldLong(entry.long) === '')
      report('/long', '"long" must hold a letter or digit.');
    else if (entry !== undefined) {
      this.entries.push(entry);
      this.places.push(place);
    }
  }

  wrong({ start, end }: Span, message: string, severity: LayerProblem['severity'] = 'warning'): void {
    this.problems.push({ start, end, severity, message });
  }
}
