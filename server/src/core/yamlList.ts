/** Where a YAML list or map ends in its text, so that it can be added to without being written anew. */
import { isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** A place for new items: the start of a line (or the text's end), and what each of its lines begins with. */
export interface ItemPlace {
  readonly offset: number;
  readonly indent: string;
}

/** The place behind the last item of a list or map in block style; `undefined` where there is none. */
export function placeBehind(text: string, list: YAMLMap | YAMLSeq): ItemPlace | undefined {
  const first = list.items[0] as Node | Pair<Node, Node | null> | undefined;
  const end = endOfLast(list);
  if (first === undefined || end === undefined) return undefined;
  const start = isSeq(list) ? list.range?.[0] : (first as Pair<Node>).key.range?.[0];
  if (start === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim() !== '') return undefined;
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
  return { offset: lineEnd < 0 ? text.length : lineEnd + 1, indent };
}

/** Where the last item of a list or map ends, its trailing comment not counted. */
export function endOfLast(list: YAMLMap | YAMLSeq): number | undefined {
  const last = list.items.at(-1) as Node | Pair<Node, Node | null> | undefined;
  if (last === undefined) return undefined;
  return ('key' in last ? (last.value?.range ?? last.key.range) : last.range)?.[1];
}

/** Lines as an insertion at an offset that is the start of a line, or the text's end. */
export function onOwnLines(text: string, offset: number, lines: readonly string[], eol: string): string {
  const open = offset > 0 && text[offset - 1] !== '\n' ? eol : '';
  return open + lines.map(line => line + eol).join('');
}
