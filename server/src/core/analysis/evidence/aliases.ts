/** Another name of the same thing beside a token: "(MDC/CCL22)", "GRO (CXCL1)", "CXCL1 or MGSA". */
import { OPEN_PARENTHESIS, SLASH } from '../../signs.ts';
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
  if (opens(around.preceding) && ALIAS_BEFORE.test(around.near)) return true;
  const isNamed = (around.lead & Lead.naming) !== 0;
  if (isNamed && ALIAS_OR.test(around.before)) return true;
  if (isNamed && ALSO_KNOWN.test(around.before) && ALSO.test(around.before)) return true;
  const { following, behindFollowing } = around;
  const mayFollow = opens(following) || (around.isSpaced && behindFollowing === OPEN_PARENTHESIS);
  return mayFollow && ALIAS_AFTER.test(around.after);
}
