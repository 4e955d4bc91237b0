import type { Span } from '../types.ts';
import { isWordUnit, type Mask } from './mask.ts';
import { readTerm, type Term } from './mathTerm.ts';
import { isReferenceMark } from './superscripts.ts';

/** Longer math is a formula, whatever it holds. */
const LONGEST_TERM = 80;

/**
 * Masks math: all of it, with its delimiters, by its content between them.
 *
 * Math that holds only Greek letters, letters, digits and charges is read as a term where it is a part of a
 * word (`CD8$^+$`, `IFN-$\gamma$`, `T$_{\mathrm{reg}}$`) or can only be a name (`$\gamma\delta$`,
 * `$\mathrm{CD8}^+$`, `$T_{reg}$`); everything else is a formula: opaque.
 */
export function maskMath(mask: Mask, text: string, whole: Span, content: Span): void {
  const { start: open, end: close } = whole;
  const before = text.charCodeAt(open - 1);
  const after = text.charCodeAt(close);
  const attachedBefore = open > 0 && (isWordUnit(before) || before === 0x7d || before === 0x24);
  const attachedAfter = close < text.length && isWordUnit(after) && after !== 0x2f;
  const term =
    content.end - content.start <= LONGEST_TERM ? readTerm(text, content.start, content.end) : undefined;
  const isMark = (inside: string): boolean =>
    isReferenceMark(text, whole, inside, { from: 0, to: text.length });
  if (
    term === undefined ||
    !isTerm(term, attachedBefore, attachedAfter) ||
    (term.base === '' && isMark(term.superscripts))
  ) {
    mask.opaque(open, close);
    return;
  }
  mask.transparent(open, close);
  for (const unit of term.units) {
    if (unit.letter === undefined) mask.show(unit.start, unit.end);
    else mask.letter(unit.start, unit.end, unit.letter);
  }
}

function isTerm(term: Term, attachedBefore: boolean, attachedAfter: boolean): boolean {
  const { base, scripts, superscripts, greekUnits } = term;
  if (base === '' && /^-?\d+$/.test(superscripts)) return attachedAfter && !attachedBefore;
  if (attachedBefore || attachedAfter) {
    if (base === '') return scripts !== '';
    return /[^\d]/.test(base);
  }
  if (/[A-Z]{2}/.test(base)) return true;
  if (greekUnits > 0) return scripts === '' || greekUnits > 1;
  return /^[TB]\d*$/.test(base) && /^(?:H|h|(?!max|min)[A-Za-z]{2,5})$/.test(scripts);
}
