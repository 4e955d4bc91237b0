import { greekLetters } from '../greek.ts';
import type { Mask } from '../mask.ts';
import { maskMath } from '../math.ts';

/** `$…$`, `\(…\)` as in LaTeX, `` :math:`…` ``, `latexmath:[…]`, or a letter: `\alpha{}`. */
export function maskTex(mask: Mask, text: string, start: number, end: number): void {
  const source = text.slice(start, end);
  const letter = /^\\([A-Za-z]+)/.exec(source)?.[1];
  if (letter !== undefined) {
    mask.letter(start, end, greekLetters.get(letter) ?? '\ufffc');
    return;
  }
  const opening = /^(?:[:a-z]+[[`])?(?:\$|\\\()?/.exec(source)?.[0].length ?? 0;
  const closing = /(?:\$|\\\))?[\]`]?$/.exec(source)?.[0].length ?? 0;
  maskMath(mask, text, { start, end }, { start: start + opening, end: end - closing });
}

/** `$alpha$`, `$gamma delta$`: names of Greek letters alone; any other math is opaque. */
export function maskGreek(mask: Mask, text: string, start: number, end: number): void {
  const names = [...text.slice(start, end).matchAll(/[A-Za-z]+/g)];
  if (
    names.length === 0 ||
    !/^\$[A-Za-z ]+\$$/.test(text.slice(start, end)) ||
    !names.every(([name]) => greekLetters.has(name))
  ) {
    mask.opaque(start, end);
    return;
  }
  mask.transparent(start, end);
  for (const { 0: name, index } of names)
    mask.letter(start + index, start + index + name.length, greekLetters.get(name)!);
}
