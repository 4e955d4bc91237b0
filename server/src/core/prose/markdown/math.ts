import { isBlankLine } from '../scan.ts';
import type { Leaf, Step } from './step.ts';

/** A TeX environment that isn't closed within so many lines is none: it may hold blank lines. */
const MOST_LINES = 60;

/**
 * Display math on lines of its own: `$$ … $$`, `\[ … \]`, `\begin{equation} … \end{equation}`, up to the line
 * that holds its end. It holds no blank line, except in a TeX environment.
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
  let from = inner + begins[0].length;
  let next = lineEnd;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const found = text.slice(from, next).indexOf(close);
    if (found >= 0) {
      const behind = text.slice(from + found + close.length, next).trim();
      return /^(?:[.,;]|\{[^}]*\}|\(@?[\w:.-]*\))*$/.test(behind)
        ? { blocks: [step.opaque(next)], next }
        : undefined;
    }
    if (next >= text.length) return undefined;
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined || (environment === undefined && isBlankLine(text, place.at, end)))
      return undefined;
    from = place.at;
    next = end;
  }
  return undefined;
}
