import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/** What a syntax tree says of a unit of the source: prose, no prose, or nothing that we compare. */
export const Verdict = { none: 0, prose: 1, hidden: 2 } as const;

interface Node {
  readonly type: string;
  readonly value?: string | undefined;
  readonly children?: readonly Node[] | undefined;
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

interface Point {
  readonly offset?: number | undefined;
}

const HIDDEN = new Set(['code', 'inlineCode', 'math', 'inlineMath', 'definition']);

/**
 * What `mdast-util-from-markdown` (CommonMark + GFM + math) says of every unit of a text: the inside of `text`
 * nodes is prose; code, math, HTML comments, definitions and link targets are hidden. Nothing is said of block
 * HTML (its text is prose to us), nor of alternative texts of images, which the tree has no place for.
 */
export function verdictsOf(text: string): Uint8Array {
  const verdicts = new Uint8Array(text.length);
  const stack: Node[] = [
    fromMarkdown(text, {
      extensions: [gfm(), math()],
      mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
    }),
  ];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'text') verdicts.fill(Verdict.prose, start, end);
    else if (HIDDEN.has(node.type)) {
      verdicts.fill(Verdict.hidden, start, end);
    } else if (
      node.type === 'html' &&
      (node.value?.startsWith('<!--') ?? false) &&
      /-->\s*$/.test(node.value ?? '')
    ) {
      verdicts.fill(Verdict.hidden, start, end);
    } else if (node.type === 'link') {
      const isBare = text.charAt(start) !== '[';
      verdicts.fill(
        Verdict.hidden,
        isBare ? start : (node.children?.at(-1)?.position?.end.offset ?? start),
        end,
      );
      if (isBare) continue;
    }
    stack.push(...(node.children ?? []));
  }
  return verdicts;
}
