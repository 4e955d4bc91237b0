import { type Block, Fill, type Format, type Reader, type ReadResult, type Span } from '../../types.ts';
import { readCodeCell } from '../markdown/code.ts';
import { markdown } from '../markdown/format.ts';
import { opaqueText } from '../mask.ts';
import { eraseState, readDocument } from '../reading.ts';

/** The language ids of cells that aren't Markdown: no editor has them, whoever opens a cell says what it is. */
export const CellLanguages = { code: 'notebook-code', raw: 'notebook-raw' } as const;

const NO_STATE = '';

/** Reads a cell whole, at every edit: it is short. */
function cellReader(blocksOf: (source: string) => readonly Block[]): Reader<string> {
  return {
    start: () => NO_STATE,
    sameState: (a, b) => a === b,
    readBlocks(text, at): ReadResult<string> {
      const end = text.length;
      return { blocks: blocksOf(text.slice(at)), next: end, looked: end, state: NO_STATE };
    },
  };
}

/** The front matter of a notebook (Quarto) stands in a raw cell. */
export const isFrontMatter = (source: string): boolean => /^---\s{0,9}\n/.test(source);

function readRawCell(source: string): readonly Block[] {
  if (isFrontMatter(source)) return readDocument(markdown, source).blocks;
  return [{ kind: 'opaque', masked: opaqueText(source, 0, source.length) }];
}

/** What a caption can take in whose quotes aren't looked at: nothing that could end it. */
export const staysInCaption = (newText: string): boolean => !/["'\\\n\r]/.test(newText);

/** Whether an edit stays within the captions of a cell of code. */
function isInCaption(source: string, { start, end }: Span): boolean {
  const masked = readCodeCell(source)
    .map(block => block.masked)
    .join('');
  const isShown = (unit: string): boolean => unit !== '' && unit !== Fill.opaque && unit !== '\n';
  const [before, behind] = [masked.charAt(start - 1), masked.charAt(end)];
  return !masked.slice(start, end).includes(Fill.opaque) && (isShown(before) || isShown(behind));
}

/** A notebook's cell of code as a document of its own, whatever its language: only the captions in it are prose. */
export const codeCell: Format = {
  ...markdown,
  id: CellLanguages.code,
  languageIds: [CellLanguages.code],
  extensions: [],
  reader: eraseState(cellReader(readCodeCell)),
  fit: (source, edit) =>
    isInCaption(source, edit) && staysInCaption(edit.newText) ? edit.newText : undefined,
};

/** A notebook's raw cell as a document of its own: prose only where it is front matter. */
export const rawCell: Format = {
  ...markdown,
  id: CellLanguages.raw,
  languageIds: [CellLanguages.raw],
  extensions: [],
  reader: eraseState(cellReader(readRawCell)),
  // Nothing may stand before or behind it.
  fit: (source, { start, end, newText }) =>
    isFrontMatter(source.slice(0, start) + newText) && source.slice(end).includes('---')
      ? newText
      : undefined,
};
