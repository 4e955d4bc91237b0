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

/** What begins display math or a TeX environment. */
interface Opening {
  /** The environment's name; none for `$$` and `\[`. */
  readonly environment: string | undefined;
  readonly close: string;
  /** Behind it. */
  readonly end: number;
  /** Two dollar signs alone on their line. */
  readonly isFence: boolean;
}

/**
 * Display math on lines of its own: `$$ … $$`, `\[ … \]`, `\begin{equation} … \end{equation}`, up to the line
 * that holds its end; other TeX environments (`\begin{table}`), read as LaTeX. Blank lines may stand in an environment,
 * and between two `$$` that have their lines for themselves.
 */
export function readDisplayMath(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor } = step;
  const opening = openingAt(text, cursor.at, lineEnd);
  if (opening === undefined) return undefined;
  const { environment, close } = opening;
  const isFloat = environment !== undefined && environmentOf(environment)?.kind !== undefined;
  const most = isFloat ? MOST_LINES_OF_FLOAT : MOST_LINES;
  let from = opening.end;
  let isBehindBlank = false;
  let next = lineEnd;
  for (let lines = 0; lines < most; lines++) {
    const found = text.slice(from, next).indexOf(close);
    if (found >= 0) return closed(step, opening, from + found + close.length, next, lineEnd);
    if (next >= text.length) return undefined;
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined) return undefined;
    if (environment === undefined) {
      const isBlank = isBlankLine(text, place.at, end);
      if (isBlank ? !opening.isFence : isBehindBlank && !MATH.test(text.slice(place.at, end)))
        return undefined;
      isBehindBlank = isBlank;
    }
    from = place.at;
    next = end;
  }
  return undefined;
}

function openingAt(text: string, at: number, lineEnd: number): Opening | undefined {
  const begins = /^(?:\$\$|\\\[|\\begin\{([A-Za-z*]{1,30})\})/.exec(
    text.slice(at, Math.min(at + 50, lineEnd)),
  );
  if (!begins) return undefined;
  const [sign, environment] = begins;
  const end = at + sign.length;
  if (environment !== undefined) return { environment, close: `\\end{${environment}}`, end, isFence: false };
  return sign === '$$'
    ? { environment, close: '$$', end, isFence: isBlankLine(text, end, lineEnd) }
    : { environment, close: '\\]', end, isFence: false };
}

/** What was closed before `at`, up to the end of that line; undefined where more than a full stop or a label stands behind. */
function closed(
  step: Step,
  { environment, close }: Opening,
  at: number,
  next: number,
  lineEnd: number,
): Leaf | undefined {
  const behind = step.text.slice(at, next).trim();
  if (!/^(?:[.,;]|\{[^}]*\}|\(@?[\w:.-]*\))*$/.test(behind)) return undefined;
  if (close === '$$' && next === lineEnd && goesOn(step, next)) return undefined;
  const isProse = environment !== undefined && environmentOf(environment)?.content === undefined;
  return { blocks: isProse ? texBlocks(step, step.at, next) : [step.opaque(next)], next };
}

/** Whether the line at `at` would be code by its indent, but for the paragraph that it goes on with. */
function goesOn(step: Step, at: number): boolean {
  const end = step.lineEnd(at);
  const place = step.enter(at, end);
  return place !== undefined && !isBlankLine(step.text, place.at, end) && indentAt(step.text, place) >= 4;
}
