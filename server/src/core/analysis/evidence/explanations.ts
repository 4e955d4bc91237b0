/** Words beside a token that may explain it: "relapsed disease (rrDLBCL)", "AZ (azithromycin)". */
import { CLOSE_PARENTHESIS, COMMA, OPAQUE, OPEN_PARENTHESIS } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { isSmall } from '../characters.ts';
import { Evidence } from './bits.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** "AZ (azithromycin)", "AIFA (the Italian agency)". */
const EXPLAINED_AFTER = /^\s\((?:(?:the|an?)\s|([A-Za-z])[a-z]{4})/;
/** A capitalised word that may be a name's last has so many letters at least. */
const SHORTEST_NAME = 4;

export function ofExplanations(around: Neighbourhood): number {
  return isInParentheses(around) || isBeforeParentheses(around) ? Evidence.introduced : 0;
}

function isInParentheses(around: Neighbourhood): boolean {
  if (around.preceding !== OPEN_PARENTHESIS) return false;
  const { text, wordStart, wordEnd, following } = around;
  if (following !== CLOSE_PARENTHESIS && !isBeforeRemark(around)) return false;
  // "the General Data Protection Regulation (DSGVO)"
  const isCapitalised = wordEnd - wordStart >= SHORTEST_NAME && isSmall(unitAt(text, wordStart + 1));
  const isAfterWord = around.hasWordBefore && (isSmall(unitAt(text, wordStart)) || isCapitalised);
  return isAfterWord || unitAt(text, around.start - 3) === OPAQUE;
}

/** "(NVB, top)": a remark follows inside the parentheses. */
const isBeforeRemark = ({ text, end, following }: Neighbourhood): boolean =>
  following === COMMA && isSmall(unitAt(text, end + 2));

function isBeforeParentheses(around: Neighbourhood): boolean {
  if (!around.isSpaced || around.behindFollowing !== OPEN_PARENTHESIS) return false;
  const explained = EXPLAINED_AFTER.exec(around.after);
  const initial = explained?.[1];
  return (
    explained !== null &&
    (initial === undefined || initial.toUpperCase() === around.text.charAt(around.start))
  );
}
