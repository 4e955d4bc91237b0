import type { Span } from '../../types.ts';
import type { Mask } from '../mask.ts';
import { maskMath } from '../math.ts';

/** Longer elements are formulas, whatever they hold. */
const LONGEST = 1000;

/** Greek letters, and nothing else: what MathML or italics set of a name such as IFN-γ. */
const GREEK = /^[\u0370-\u03ff]{1,3}$/;

/**
 * Masks an element of math, all of it with its tags, by its content between them: as the TeX in it reads (`<tex-math>`,
 * `\(…\)`), else as its Greek letters, if it holds nothing but them.
 */
export function maskFormula(mask: Mask, text: string, whole: Span, { start: from, end }: Span): void {
  const source = end - from > LONGEST ? '' : text.slice(from, end);
  const tex = texIn(source);
  if (tex !== undefined) {
    maskMath(mask, text, whole, { start: from + tex.start, end: from + tex.end });
    return;
  }
  const printed = runsIn(source);
  if (!GREEK.test(printed.map(({ start, end }) => source.slice(start, end)).join(''))) {
    mask.opaque(whole.start, whole.end);
    return;
  }
  mask.transparent(whole.start, whole.end);
  for (const each of printed) mask.show(from + each.start, from + each.end);
}

/** The TeX of an element, without what delimits it: in dollars inside a whole document, too, as PubMed Central has it. */
function texIn(source: string): Span | undefined {
  const element = source.indexOf('<tex-math');
  const start = element >= 0 ? source.indexOf('>', element) + 1 : source.indexOf('\\(') + 2;
  if (start < 2) return undefined;
  const close = source.indexOf(element >= 0 ? '</tex-math' : '\\)', start);
  let span = { start, end: close < 0 ? source.length : close };
  for (const [opener, closer] of [
    ['<![CDATA[', ']]>'],
    ['\\begin{document}', '\\end{document}'],
    ['$$', '$$'],
    ['$', '$'],
  ] as const) {
    const opens = source.indexOf(opener, span.start);
    const closes = source.lastIndexOf(closer, span.end - closer.length);
    if (opens >= 0 && opens + opener.length <= closes) span = { start: opens + opener.length, end: closes };
  }
  return span;
}

/** What stands outside of tags, without the white space around. */
function runsIn(source: string): readonly Span[] {
  return Array.from(source.matchAll(/<[^<>]*>|[^<>\s]+/g))
    .filter(([run]) => !run.startsWith('<'))
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
}
