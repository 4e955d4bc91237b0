/** Whether edits leave markup whole: what is opened in what they take away must be closed there, or be put back. */
import type { Text, TextEdit } from '../types.ts';

/** What opens markup, and what closes it: `\textbf{…}`, `[…](…)`, `<b>…</b>`. */
const PAIRS = [
  [/\{/g, /\}/g],
  [/\[/g, /\]/g],
  [/<(?=[A-Za-z])(?![^<>]*\/>)/g, /<\/(?=[A-Za-z])/g],
] as const;

const SIGNS = /[[\]{}<]/;

/** Whether as much is opened, and as much closed, after edits as before them. `textOf`: the documents by their addresses. */
export function keepBalance(edits: readonly TextEdit[], textOf: (uri: string) => Text | undefined): boolean {
  const before = edits.map(({ uri, start, end }) => textOf(uri)?.slice(start, end) ?? '').join('');
  const after = edits.map(({ newText }) => newText).join('');
  if (!SIGNS.test(before) && !SIGNS.test(after)) return true;
  return PAIRS.every(([open, close]) => surplus(before, open, close) === surplus(after, open, close));
}

function surplus(text: string, open: RegExp, close: RegExp): number {
  return (text.match(open)?.length ?? 0) - (text.match(close)?.length ?? 0);
}
