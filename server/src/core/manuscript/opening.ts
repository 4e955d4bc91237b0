/** Markup that opens right before a form and closes inside it: of `\textbf{n}atural \textbf{k}iller`, the first `\textbf{`. */
import { isSpace } from '../analysis/characters.ts';
import { Fill, type Span, type Text } from '../types.ts';

/** How far (in UTF-16 units) markup is looked for before a form. */
const REACH = 64;
/** Markup by what it opens and closes with: `\textbf{`…`}`, `<b>`…`</b>`, `#strong[`…`]`. */
const PAIRED = [
  { signs: /[{}]/g, close: '}', opening: /(?:\\[A-Za-z]+\*?\s?)?\{(?:\\[A-Za-z]+\s)?$/ },
  { signs: /[[\]]/g, close: ']', opening: /(?:#[a-z]+)?\[$/ },
  { signs: /<\/?(?=[A-Za-z])/g, close: '</', opening: /<[A-Za-z][^<>]*>$/ },
] as const;

/** Markup that closes with what it opens with: `**`, `_`. */
const SAME = /^([*_~^+/'`])\1{0,2}/;

/**
 * Where a stretch of a block's masked text begins together with the markup that closes inside it: what is put in place of
 * it then tears none. `origin`: where the block stands in the text.
 */
export function startWithOpening(masked: string, { start, end }: Span, origin: number, text: Text): number {
  const inside = markupIn(masked.slice(start, end), text.slice(origin + start, origin + end));
  if (inside.length === 0) return start;
  const from = Math.max(0, start - REACH);
  return start - openingLength(text.slice(origin + from, origin + start), inside);
}

/** The markup of a stretch, piece by piece: what the mask hides, and is no white space. */
function markupIn(masked: string, source: string): readonly string[] {
  if (masked === source) return NONE;
  const pieces: string[] = [];
  let last = -1;
  for (let at = 0; at < masked.length; at++) {
    const isHidden = masked[at] === Fill.space || masked[at] === Fill.transparent;
    if (!isHidden || isSpace(source.charCodeAt(at))) continue;
    if (last === at - 1) pieces.push(pieces.pop() + source[at]!);
    else pieces.push(source[at]!);
    last = at;
  }
  return pieces;
}

const NONE: readonly string[] = [];

/** How much of the markup before a form closes in the markup inside it. */
function openingLength(before: string, inside: readonly string[]): number {
  const [first = ''] = inside;
  const [same] = SAME.exec(first) ?? [];
  if (same !== undefined) {
    const count = inside.filter(run => run.startsWith(same)).length;
    return before.endsWith(same) && count % 2 === 1 ? same.length : 0;
  }
  const whole = inside.join('');
  let length = 0;
  for (const { signs, close, opening } of PAIRED) {
    for (let left = unopened(whole, signs, close); left > 0; left--) {
      const found = opening.exec(before.slice(0, before.length - length));
      if (found === null) return length;
      length += found[0].length;
    }
  }
  return length;
}

/** How often something is closed that wasn't opened. */
function unopened(markup: string, signs: RegExp, close: string): number {
  let open = 0;
  let count = 0;
  for (const [sign] of markup.matchAll(signs)) {
    if (sign !== close) open++;
    else if (open > 0) open--;
    else count++;
  }
  return count;
}
