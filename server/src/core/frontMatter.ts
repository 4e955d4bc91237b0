/** What a document says to us in its YAML front matter, below `immunogloss:`. */
import type { Node } from 'yaml';
import { child } from './glossary/nodes.ts';
import type { Span } from './types.ts';
import { readYaml } from './yaml.ts';

/** Characters in which front matter ends, or is none. */
const REACH = 100_000;

/** Where the front matter of a text stands, without its fences; `undefined` where it has none. */
export function frontMatterOf(text: string): Span | undefined {
  const head = /^---[ \t]*\r?\n/.exec(text.slice(0, 80));
  if (head === null) return undefined;
  const start = head[0].length;
  const tail = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(start, start + REACH));
  return tail === null ? undefined : { start, end: start + tail.index };
}

/** The value of a key below `immunogloss:`, and the offset from which its places count. */
export function ownFrontMatter(
  text: string,
  key: string,
): { readonly node: Node; readonly origin: number } | undefined {
  const front = frontMatterOf(text);
  if (front === undefined) return undefined;
  const yaml = text.slice(front.start, front.end);
  if (!yaml.includes('immunogloss:')) return undefined;
  const { contents, errors } = readYaml(yaml);
  const node = errors.length > 0 ? undefined : child(child(contents, 'immunogloss'), key);
  return node && { node, origin: front.start };
}
