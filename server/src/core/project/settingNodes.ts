/** What readers of settings files (project file, profiles) ask of YAML nodes. */
import { isScalar, type Node } from 'yaml';
import type { Span } from '../types.ts';

/** What a rule may be set to. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** A key without a value. */
export function isNothing(node: Node | null | undefined): node is null | undefined {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** A scalar as it is written: `off`, `3` and `2024-01-01` too are texts here. */
export function textOf(node: Node): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** Where a node stands, in UTF-16 offsets. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** `CAR, NK or TME`. */
export function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
