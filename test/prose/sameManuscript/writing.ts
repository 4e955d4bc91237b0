/** What the writers of all formats share. */
import { type Manuscript, type Part, piecesOf } from './content.ts';

/** How a format says what stands in running text. `words` escapes. */
export type Inline = Readonly<
  Record<'emphasis' | 'super' | 'sub' | 'cite' | 'pointer' | 'note', (text: string) => string>
> & { readonly words?: (text: string) => string };

/** How a format says each part. */
export type Parts = { readonly [Kind in Part['is']]: (part: Extract<Part, { is: Kind }>) => string };

/** Running text in a format. */
export function inlined(source: string, inline: Inline): string {
  return piecesOf(source)
    .map(({ is, text }) => (is === 'words' ? (inline.words?.(text) ?? text) : inline[is](text)))
    .join('');
}

/** All parts in a format. */
export function written({ parts }: Manuscript, ways: Parts): string {
  return parts.map(part => (ways[part.is] as (part: Part) => string)(part)).join('');
}

/** The number of a figure or table, whichever it is called, and of a reference. */
export const pointers: Readonly<Record<string, string>> = { discs: 'Figure 1', markers: 'Table 1' };
const references = ['first', 'second', 'third'];
export const numberOf = (key: string): number => references.indexOf(key) + 1;

/** A heading's text without the number that a format makes itself. */
export const unnumbered = (text: string): string => text.replace(/^[\d.]+ /, '');

/** Notes that are set apart from where they are called, by the call that `mark` makes of their number. */
export function notesApart(mark: (number: number) => string): {
  readonly note: (text: string) => string;
  readonly all: () => readonly string[];
} {
  const notes: string[] = [];
  return { note: text => mark(notes.push(text)), all: () => notes };
}

/** Lines as rows of a table between `|`. */
export const piped = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `| ${row.join(' | ')} |\n`).join('');
