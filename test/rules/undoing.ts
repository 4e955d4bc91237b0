import type { TextEdit } from '../../server/src/core/index.ts';

/** The edits that undo others, given in the order of their places in a text: what each replaced, where that stands afterwards. */
export function undoing(edits: readonly TextEdit[], text: string): TextEdit[] {
  let shift = 0;
  return edits.map(({ uri, start, end, newText }) => {
    const at = start + shift;
    shift += newText.length - (end - start);
    return { uri, start: at, end: at + newText.length, newText: text.slice(start, end) };
  });
}
