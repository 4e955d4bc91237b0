import type { Terms } from '../../types.ts';
import { sameTerms } from '../terms.ts';

/** Where in its document a LaTeX text is read: the reader's state. */
export interface LatexState {
  /**
   * `preamble`: before `\begin{document}`, `opening`: behind it, before any title or heading, `after`: behind
   * `\end{document}`.
   */
  readonly phase: 'preamble' | 'opening' | 'body' | 'after';
  /**
   * Names of the open environments that matter, outermost first, joined by spaces; `{caption` for a command's
   * argument that is open, `\iffalse` for what is switched off.
   */
  readonly frames: string;
  /** Behind `\appendix`. */
  readonly appendix: boolean;
  readonly terms: Terms;
}

/** Whether reading goes on alike from two states. */
export function sameState(a: LatexState, b: LatexState): boolean {
  return (
    a === b ||
    (a.phase === b.phase && a.frames === b.frames && a.appendix === b.appendix && sameTerms(a.terms, b.terms))
  );
}
