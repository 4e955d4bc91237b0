/** What the nodes of a YAML or JSON file hold, and where. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Span } from '../types.ts';

/** A node's value as plain data: scalars that aren't quoted count as they are written, aliases as nothing. */
export function dataOf(node: Node): unknown {
  if (isScalar(node))
    return node.value === null
      ? null
      : typeof node.value === 'string'
        ? node.value
        : (node.source ?? String(node.value));
  if (isSeq(node)) return node.items.map(item => (isNode(item) ? dataOf(item) : null));
  if (!isMap(node)) return null;
  const pairs = (node.items as Pair<Node, Node | null>[]).filter(({ value }) => !isNothing(value));
  return Object.fromEntries(
    pairs.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', dataOf(value!)]),
  );
}

/** The value of a key, where the node is a map that has it. */
export function child(node: Node | null | undefined, key: string): Node | undefined {
  return isMap(node) ? (node.get(key, true) as Node | undefined) : undefined;
}

/** A scalar as it is written, trimmed; empty for any other node. */
export function textOf(node: Node | null | undefined): string {
  if (!isScalar(node) || node.value === null) return '';
  return (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim();
}

/** The span of what a JSON pointer of one step names, else of the whole node. */
export function spanAt(node: Node, path: string): Span {
  const pair = isMap(node)
    ? (node.items as Pair<Node, Node | null>[]).find(
        ({ key }) => isScalar(key) && `/${String(key.value)}` === path,
      )
    : undefined;
  return spanOf(pair === undefined ? node : (pair.value ?? pair.key));
}

/** Where a node stands in its text; the text's start where it doesn't say. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Whether nothing is written at a node; an alias counts as nothing. */
export function isNothing(node: Node | null | undefined): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null) || isAlias(node);
}
