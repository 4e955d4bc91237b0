/** What a document says to us in its YAML front matter, below `immunogloss:`. */
import type { Node } from 'yaml';
import { child } from './glossary/nodes.ts';
import type { Span, Text } from './types.ts';
import { readYaml } from './yaml.ts';

/** Characters in which front matter ends, or is none. Most needs the first few. */
const REACH = [2000, 100_000];

/** Where the front matter of a text stands, without its fences; `undefined` where it has none. */
export function frontMatterOf(text: Text): Span | undefined {
  const head = /^---[ \t]*\r?\n/.exec(text.slice(0, 80));
  if (head === null) return undefined;
  const start = head[0].length;
  for (const reach of REACH) {
    const end = Math.min(start + reach, text.length);
    const tail = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(start, end));
    // What ends with the stretch may go on.
    const isWhole = tail !== null && (end === text.length || start + tail.index + tail[0].length < end);
    if (isWhole || reach === REACH.at(-1))
      return tail === null ? undefined : { start, end: start + tail.index };
  }
  return undefined;
}

/** The value of a key below `immunogloss:`, and the offset from which its places count. */
export function ownFrontMatter(
  text: Text,
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
