/** Numbered and capitalised names of which a token may be a part: "stage III or IV", "BC Cancer", "Metasystems XL". */
import { COMMA, HYPHEN, SLASH } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { Char, characterClass, isCapital } from '../characters.ts';
import { Evidence } from './bits.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** "stage III or IV": another Roman numeral right before. */
const NUMERAL_BEFORE = /\b[IVX]{1,4}(?:,(?: or| and)?| or| and| to|[-–/])\s?$/;
/** "*Clostridium* IV": a name in italics right before a numeral. */
const ITALIC_BEFORE = /\b[A-Z][a-z]{3,}[\s\uE000]\s$/;
/** A capitalised word inside a sentence, right before: "Metasystems XL". */
const NAME_BEFORE = /[a-z,;(]\s(?:(?:[A-Z][a-z]+-)?[A-Z][a-z]{3,}|[A-Z][a-z]+[A-Z]\w*)\s$/;
/** A capitalised word right after: "BC Cancer". */
const NAME_AFTER = /^\s[A-Z][a-z]{2,}/;
/** "in Philadelphia, ", "sites (Stuart, ", "and Port St. Lucie, " */
const CITY_BEFORE = /(?:\b(?:in|at|of|from|near|and|or)\s|[(;]\s?)[A-Z][a-z]+(?:\s[A-Z][a-z]+\.?){0,2},\s$/;

export function ofNames(around: Neighbourhood): number {
  let evidence = 0;
  const { text, start } = around;
  const mayContinue = isNumeral(unitAt(text, start)) && mayFollowNumeral(text, start);
  if (mayContinue && (NUMERAL_BEFORE.test(around.near) || ITALIC_BEFORE.test(around.near)))
    evidence |= Evidence.ordinalWord;
  if (around.isAfterCapital && NAME_BEFORE.test(around.near)) evidence |= Evidence.afterName;
  if (around.beforePreceding === COMMA && CITY_BEFORE.test(around.before)) evidence |= Evidence.afterComma;
  if (around.isSpaced && isCapital(around.behindFollowing) && NAME_AFTER.test(around.after))
    evidence |= Evidence.beforeName;
  return evidence;
}

/** I, V or X. */
const isNumeral = (letter: number): boolean => letter === 0x49 || letter === 0x56 || letter === 0x58;

const CONJUNCTIONS = [' and', ' or', ' to'];

/** Whether NUMERAL_BEFORE or ITALIC_BEFORE can hold of what stands before `start`: spares most tokens both. */
function mayFollowNumeral(text: string, start: number): boolean {
  const last = unitAt(text, start - 1);
  const second = unitAt(text, start - 2);
  const isSpaced = (characterClass(last) & Char.space) !== 0;
  // Rare spaces and dashes are left to the expressions.
  if (last > 0x7f || (isSpaced && second > 0x7f)) return true;
  if (isSpaced && (characterClass(second) & Char.space) !== 0) return true;
  let at = isSpaced ? start - 2 : start - 1;
  const sign = isSpaced ? second : last;
  if (sign === COMMA || sign === HYPHEN || sign === SLASH) at--;
  else {
    const conjunction = CONJUNCTIONS.find(word => text.endsWith(word, at + 1));
    if (conjunction === undefined) return false;
    at -= conjunction.length;
    if (unitAt(text, at) === COMMA) at--;
  }
  return isNumeral(unitAt(text, at));
}
