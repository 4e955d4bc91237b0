/** Another name of the same thing beside a token: "(MDC/CCL22)", "GRO (CXCL1)", "CXCL1 or MGSA". */
import { OPEN_PARENTHESIS, SLASH } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { Char, characterClass, isDigit } from '../characters.ts';
import { Evidence } from './bits.ts';
import { Lead, type Neighbourhood } from './neighbourhood.ts';

const ALIAS_AFTER = /^\s?[/(]\s?(?:CC|CXC|CX3C|XC)[LR]\d{1,2}\b/;
const ALIAS_BEFORE = /\b(?:CC|CXC|CX3C|XC)[LR]\d{1,2}\s?[/(]\s?$/;
/** "CXCL1 or " */
const ALIAS_OR = /\b(?:CC|CXC|CX3C|XC)[LR]\d{1,2},?\sor\s$/;
/** "KDM5C, also known as SMCX or " */
const ALSO_KNOWN = /\b(?:known|referred to|called|designated) as\s(?:[A-Z][A-Za-z\d]{1,9}\s(?:or|and)\s)?$/;
const ALSO = /\b(?:also|formerly|previously)\b/;

const opens = (code: number): boolean => code === SLASH || code === OPEN_PARENTHESIS;

export function ofAliases(around: Neighbourhood): number {
  return isAlias(around) ? Evidence.alias : 0;
}

function isAlias(around: Neighbourhood): boolean {
  if (opens(around.preceding) && isBehindDigit(around) && ALIAS_BEFORE.test(around.near)) return true;
  const isNamed = (around.lead & Lead.naming) !== 0;
  if (isNamed && ALIAS_OR.test(around.before)) return true;
  if (isNamed && ALSO_KNOWN.test(around.before) && ALSO.test(around.before)) return true;
  const { text, end, following, nextStart } = around;
  const opening = opens(following) ? end : nextStart;
  return (
    (opening === end || around.isSpaced) &&
    opens(unitAt(text, opening)) &&
    mayBeChemokine(unitAt(text, opening + 1)) &&
    ALIAS_AFTER.test(around.after)
  );
}

const CAPITAL_C = 0x43;
const CAPITAL_X = 0x58;

/** What ALIAS_AFTER has behind its bracket: C, X, or a space. */
const mayBeChemokine = (code: number): boolean =>
  code === CAPITAL_C || code === CAPITAL_X || (characterClass(code) & Char.space) !== 0;

/** Whether a digit stands before the bracket or slash, as ALIAS_BEFORE has it. */
const isBehindDigit = ({ text, beforePreceding, wordEnd }: Neighbourhood): boolean =>
  isDigit(beforePreceding) || isDigit(unitAt(text, wordEnd - 1));
