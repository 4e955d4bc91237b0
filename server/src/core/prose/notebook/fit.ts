import { lazily } from '../../lazily.ts';
import type { Span } from '../../types.ts';
import { staysInCaption } from './cellFormats.ts';
import { cellsWithProse } from './cells.ts';

const ESCAPE = lazily(() => /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})|["\\\p{Cc}]/gu);

/**
 * What an edit of a notebook's JSON text must insert: what JSON has no place for is escaped, escapes that were copied
 * from the text stay. Undefined where the edit isn't inside one string of a cell with prose.
 */
export function fit(
  text: string,
  { start, end, newText }: Span & { readonly newText: string },
): string | undefined {
  const cell = [...cellsWithProse(text)].find(({ strings }) =>
    strings.some(string => string.start <= start && end <= string.end),
  );
  if (cell === undefined || (cell.isCode && !staysInCaption(newText))) return undefined;
  return newText.replace(ESCAPE(), found => (found.length > 1 ? found : JSON.stringify(found).slice(1, -1)));
}
