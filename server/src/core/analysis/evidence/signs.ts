/** What the punctuation right beside a token says: "BMI = 25", "MSK.2.78", "Pten+/−". */
import {
  APOSTROPHE,
  ASTERISK,
  CLOSE_PARENTHESIS,
  COMMA,
  CURLY_APOSTROPHE,
  HYPHEN,
  OPEN_PARENTHESIS,
  PERIOD,
  PLUS,
  SLASH,
} from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { Char, characterClass, WORD } from '../characters.ts';
import { Evidence } from './bits.ts';
import { type Neighbourhood, VISIBLE_WORD } from './neighbourhood.ts';

/** What a search's operators stand between: terms in quotation marks, with wild cards. */
const OPERAND_END = /["”*]\s$/;
const OPERAND_START = /^\s["“]/;
/** The longest operator of a search: AND, OR, NOT. */
const LONGEST_OPERATOR = 3;
/** How far behind a token its sign may stand. */
const SIGN = 4;

const SMALL_S = 0x73;
const MINUS = 0x2212;

/** =, <, >, ≤, ≥ */
const isRelation = (sign: number): boolean =>
  (sign >= 0x3c && sign <= 0x3e) || sign === 0x2264 || sign === 0x2265;

export function ofSigns(around: Neighbourhood): number {
  const { text, following, behindFollowing } = around;
  let evidence = 0;
  const isPossessive = hasPossessive(around);
  if (isPossessive) evidence |= Evidence.possessive;
  if (isDotted(around)) evidence |= Evidence.dotted;
  let at = isPossessive ? around.end + 2 : around.end;
  const limit = around.end + SIGN;
  while (at < limit && (characterClass(unitAt(text, at)) & (Char.space | Char.transparent)) !== 0) at++;
  const sign = unitAt(text, at);
  // "GTR+I": a term of a formula.
  const isTerm = following === PLUS && (characterClass(behindFollowing) & (Char.upper | Char.greek)) !== 0;
  if (isTerm || isRelation(sign)) evidence |= Evidence.relation;
  if (isOperator(around)) evidence |= Evidence.capitalRun;
  // −/− and +/− are genotypes.
  const isGenotype = (sign === HYPHEN || sign === MINUS || sign === PLUS) && unitAt(text, at + 1) === SLASH;
  if (isGenotype) evidence |= Evidence.geneWord;
  if (around.beforePreceding === COMMA && (characterClass(sign) & WORD) === 0)
    evidence |= Evidence.afterComma;
  return evidence;
}

function hasPossessive({ text, end, following, behindFollowing }: Neighbourhood): boolean {
  return (
    (following === APOSTROPHE || following === CURLY_APOSTROPHE) &&
    behindFollowing === SMALL_S &&
    (characterClass(unitAt(text, end + 2)) & WORD) === 0
  );
}

function isDotted(around: Neighbourhood): boolean {
  const { preceding, beforePreceding, following, behindFollowing } = around;
  return (
    (following === PERIOD && (characterClass(behindFollowing) & VISIBLE_WORD) !== 0) ||
    (preceding === PERIOD && (characterClass(beforePreceding) & VISIBLE_WORD) !== 0)
  );
}

const isQuote = (code: number): boolean =>
  code === 0x22 || code === 0x201c || code === 0x201d || code === ASTERISK;

/** "\"mouse\" OR \"rat\"", "rodent* OR (rat", "(green-OFF) OR (red)": an operator of a search. */
function isOperator(around: Neighbourhood): boolean {
  if (around.end - around.start > LONGEST_OPERATOR) return false;
  const { beforePreceding, behindFollowing } = around;
  if (beforePreceding === CLOSE_PARENTHESIS && behindFollowing === OPEN_PARENTHESIS) return true;
  if (!isQuote(beforePreceding) && !isQuote(behindFollowing)) return false;
  return OPERAND_END.test(around.near) || OPERAND_START.test(around.after);
}
