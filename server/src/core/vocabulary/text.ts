/** Stretches of text and snapshots of it. */

/** A half-open range of UTF-16 offsets. Relative to a block or to a document, as its owner says. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A text that stretches are taken of: a string, or what an editor's document is kept in, which no longer lies in memory as
 * one string after an edit.
 */
export interface Text {
  /** UTF-16 units. */
  readonly length: number;
  /** From one offset, at least 0, up to another or to the text's end; nothing where that comes before. */
  readonly slice: (start: number, end?: number) => string;
  /** All of it. Linear where it has to be joined. */
  readonly toString: () => string;
}

/** An immutable snapshot of one text. `uri` and `version` identify it; object identity never does. */
export interface SourceDocument {
  readonly uri: string;
  /** The language id as an editor names it: `markdown`, `latex`, `plaintext`, `quarto`, … */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** The same, where whoever holds the document has it in pieces: then `text` is joined for those who ask for it. */
  readonly pieces?: Text;
  /** The address of the notebook that it is a cell of: the cells of one notebook are read as one text. */
  readonly notebook?: string | undefined;
}
