/** What any reader of another tool's file gives. */
import type { Span } from '../../types.ts';
import type { LayerRow } from '../layerRow.ts';

/** A row, and where it stands in the file that it is taken from. */
export interface ImportedRow extends Span {
  readonly row: LayerRow;
}

/** A place of the file that gives no row, with why. */
export interface ImportProblem extends Span {
  readonly message: string;
}
