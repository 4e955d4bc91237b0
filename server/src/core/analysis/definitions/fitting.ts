import type { Span } from '../../types.ts';
import type { Phrase } from './phrase.ts';
import type { Unit } from './units.ts';

/** Whether a unit may stand for a character of a phrase, by its code or its second code. */
export const sameCode = ({ code: own, alias: other }: Unit, code: number, alias: number): boolean =>
  own === code || (alias !== 0 && own === alias) || (other !== 0 && (other === code || other === alias));

/** How many units of a short form have their letters in a phrase in this order, from the first on. */
export function fitting(units: readonly Unit[], { codes, alias, length }: Phrase): number {
  let fit = 0;
  for (let k = 0; fit < units.length; fit++) {
    const unit = units[fit]!;
    if (unit.kind !== 'letter') continue;
    while (k < length && !sameCode(unit, codes[k]!, alias[k]!)) k++;
    if (k++ === length) break;
  }
  return fit;
}

/** The same from the last unit back: the index of the first that has. */
function fittingFrom(units: readonly Unit[], { codes, alias, length }: Phrase): number {
  let fit = units.length;
  for (let k = length - 1; fit > 0; fit--) {
    const unit = units[fit - 1]!;
    if (unit.kind !== 'letter') continue;
    while (k >= 0 && !sameCode(unit, codes[k]!, alias[k]!)) k--;
    if (k-- < 0) break;
  }
  return fit;
}

/**
 * The indices of the units of which one must be left out for a phrase to have the letters of the others in their
 * order; none where it has all.
 */
export function misfits(units: readonly Unit[], phrase: Phrase): Span {
  const fit = fitting(units, phrase);
  return fit === units.length
    ? { start: 0, end: 0 }
    : { start: fittingFrom(units, phrase) - 1, end: fit + 1 };
}
