/** Finds the uses of short forms that are written like words, in exactly the spelling that was defined. */
import { characterClass, isDigit, WORD } from '../analysis/characters.ts';
import { Evidence } from '../analysis/evidence/bits.ts';
import type { Token } from '../types.ts';
import { unitAt } from '../unitAt.ts';

/** All whole-word occurrences of these forms in masked text, plural s included. Linear per form. */
export function findWords(masked: string, forms: ReadonlySet<string>): readonly Token[] {
  const tokens: Token[] = [];
  for (const form of forms) {
    for (let at = masked.indexOf(form); at >= 0; at = masked.indexOf(form, at + form.length)) {
      let end = at + form.length;
      if ((characterClass(unitAt(masked, at - 1)) & WORD) !== 0) continue;
      if (masked[end] === 's' && (characterClass(unitAt(masked, end + 1)) & WORD) === 0) end++;
      if ((characterClass(unitAt(masked, end)) & WORD) !== 0 || isDecimal(masked, end)) continue;
      tokens.push({ start: at, end, surface: masked.slice(at, end), evidence: Evidence.article });
    }
  }
  return tokens;
}

/** "RoB 2.0" is no RoB 2. */
function isDecimal(masked: string, end: number): boolean {
  return masked[end] === '.' && isDigit(unitAt(masked, end - 1)) && isDigit(unitAt(masked, end + 1));
}
