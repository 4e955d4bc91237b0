import { environmentOf } from '../latex/environments.ts';
import { isBlankLine } from '../scan.ts';
import { indentAt } from './lines.ts';
import { texBlocks } from './rawTex.ts';
import type { Leaf, Step } from './step.ts';

/** What isn't closed within so many lines is neither math nor a TeX environment; tables are longer. */
const MOST_LINES = 60;
const MOST_LINES_OF_FLOAT = 200;
/** What a line of math has behind a blank one: else the `$$` before it was never closed. */
const MATH = /[\\^_&]|\$\$/;

/**
 * Display math on lines of its own: `$$ … $$`, `\[ … \]`, `\begin{equation} … \end{equation}`, up to the line
 * that holds its end; other TeX environments (`\begin{table}`), read as LaTeX. Blank lines may stand in an environment,
 * and between two `$$` that have their lines for themselves.
 */
export function readDisplayMath(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor } = step;
  const inner = cursor.at;
  const begins = /^(?:\$\$|\\\[|\\begin\{([A-Za-z*]{1,30})\})/.exec(
    text.slice(inner, Math.min(inner + 50, lineEnd)),
  );
  if (!begins) return undefined;
  const environment = begins[1];
  const close = environment !== undefined ? `\\end{${environment}}` : begins[0] === '$$' ? '$$' : '\\]';
  const known = environment === undefined ? undefined : environmentOf(environment);
  const most = known?.kind === undefined ? MOST_LINES : MOST_LINES_OF_FLOAT;
  let from = inner + begins[0].length;
  const isFence = close === '$$' && isBlankLine(text, from, lineEnd);
  let isBehindBlank = false;
  let next = lineEnd;
  for (let lines = 0; lines < most; lines++) {
    const found = text.slice(from, next).indexOf(close);
    if (found >= 0) {
      const behind = text.slice(from + found + close.length, next).trim();
      if (!/^(?:[.,;]|\{[^}]*\}|\(@?[\w:.-]*\))*$/.test(behind)) return undefined;
      if (close === '$$' && next === lineEnd && goesOn(step, next)) return undefined;
      const isProse = environment !== undefined && known?.content === undefined;
      return { blocks: isProse ? texBlocks(step, step.at, next) : [step.opaque(next)], next };
    }
    if (next >= text.length) return undefined;
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined) return undefined;
    if (environment === undefined) {
      const isBlank = isBlankLine(text, place.at, end);
      if (isBlank ? !isFence : isBehindBlank && !MATH.test(text.slice(place.at, end))) return undefined;
      isBehindBlank = isBlank;
    }
    from = place.at;
    next = end;
  }
  return undefined;
}

/** Whether the line at `at` would be code by its indent, but for the paragraph that it goes on with. */
function goesOn(step: Step, at: number): boolean {
  const end = step.lineEnd(at);
  const place = step.enter(at, end);
  return place !== undefined && !isBlankLine(step.text, place.at, end) && indentAt(step.text, place) >= 4;
}
