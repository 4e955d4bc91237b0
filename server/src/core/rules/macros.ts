/** What a manuscript does with abbreviation macros (`\gls{car}`, `\ac{car}`). */
import type { Mark, Mention } from '../types.ts';
import { blockOf } from './places.ts';

/** The markup of a mention that is a macro. */
export function macroMark({
  analysis,
  start,
  token,
}: Pick<Mention, 'analysis' | 'start' | 'token'>): Mark | undefined {
  const placed = blockOf({ analysis, start });
  return placed?.block.marks?.find(mark => mark.kind === 'macro' && mark.start === token.start);
}
