import { BACKSLASH, CLOSE_BRACE, OPEN_BRACE } from '../../signs.ts';
import type { Mark } from '../../types.ts';
import type { InlineText } from './inlineText.ts';

/** How a macro's name and braces are covered, and what its text is marked as. */
interface ProseMacro {
  readonly as: 'markup' | 'transparent' | 'opaque';
  readonly mark?: Mark['kind'];
}

/** Macros of TeX whose argument is prose also in Markdown (R Markdown for PDF). */
const PROSE_MACROS: ReadonlyMap<string, ProseMacro> = new Map<string, ProseMacro>([
  ...'emph textit textsl'.split(' ').map(name => [name, { as: 'markup', mark: 'emphasis' }] as const),
  ['textbf', { as: 'markup', mark: 'strong' }],
  ...'textsc textrm textsf textnormal underline mbox'
    .split(' ')
    .map(name => [name, { as: 'markup' }] as const),
  ['textsuperscript', { as: 'transparent' }],
  ['textsubscript', { as: 'transparent' }],
  ['footnote', { as: 'opaque' }],
]);

const LONGEST_ARGUMENT = 600;

/**
 * Covers the macro at `at`, whose name ends at `nameEnd`, around the prose in its braces; returns where that begins, or
 * `at` where no such macro stands. `from`: where its markup begins, if before its backslash.
 */
export function endOfProseMacro(inline: InlineText, at: number, nameEnd: number, from: number): number {
  const { text, mask } = inline;
  const macro = PROSE_MACROS.get(text.slice(at + 1, nameEnd));
  const inner = nameEnd + 1;
  const close = macro === undefined ? -1 : closingBrace(inline, nameEnd);
  if (macro === undefined || close < 0) return at;
  mask[macro.as](from, inner);
  mask[macro.as](close, close + 1);
  if (macro.mark) inline.mark(macro.mark, inner, close);
  inline.floor = inner;
  return inner;
}

/** The brace that closes the one at `open`; -1 where none does within an argument's length. */
function closingBrace(inline: InlineText, open: number): number {
  if (inline.unit(open) !== OPEN_BRACE) return -1;
  const limit = Math.min(inline.to, open + LONGEST_ARGUMENT);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const unit = inline.text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === OPEN_BRACE) depth++;
    else if (unit === CLOSE_BRACE && --depth === 0) return at;
  }
  return -1;
}
