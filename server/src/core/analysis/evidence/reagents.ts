/** Clones, suppliers, products and catalogue numbers: "anti-CD8-PE (SK1)", "ALINE Purification Kit", "VPI 10463". */
import { COMMA, HASH, OPEN_PARENTHESIS } from '../../signs.ts';
import { isCapital, isDigit } from '../characters.ts';
import { buildTrie } from '../trie.ts';
import { Evidence } from './bits.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** "anti-CD8-PE (SK1)", "anti-β-actin antibody (AC-15; Sigma)": what stands first in the parentheses behind an antibody. */
const ANTIBODY_BEFORE =
  /\banti-[^\s()]{1,24}(?:\s(?:monoclonal|polyclonal|mouse|human|rat|rabbit|blocking|neutrali[sz]ing)){0,2}(?:\s(?:antibod(?:y|ies)|m?Abs?))?\s\((?:clone\s)?$/;
/** "(E1L3N, Dako, 1:200)": what a supplier stands behind, in parentheses that a dilution closes. */
const SUPPLIER_AFTER = /^,\s[A-Z][\w&. -]{1,24},\s1:\d/;
const DILUTION_AFTER = /^,\s1:\d{2}/;
/** "VPI 10463": a number that is no year right after. */
const NUMBER_AFTER = /^\s#?(?!(?:19|20)\d\d\b)\d{4,8}(?!\d|%|[.,]\d)/;
/** "MOBIO PowerSoil": a product's name right after. */
const PRODUCT_AFTER = /^\s[A-Z][a-z]{2,}[A-Z]/;
/** "ALINE FFPE Purification Kit", "Clinic SV DNA extraction kit": capitalised words and numbers up to a product's noun. */
const KIT_AFTER =
  /^(?:[\s-][A-Z\d][\w/+-]{0,20}){0,4}(?:\s(?:extraction|isolation|purification|preparation|prep|detection|synthesis|staining))?\s(?:[Kk]its?|[Mm]icrobeads|[Bb]uffer)\b/;
/** What KIT_AFTER can begin with, capitals and digits apart. */
const kitWords = buildTrie([
  [
    'kit microbeads buffer extraction isolation purification preparation prep detection synthesis staining',
    1,
  ],
]);

export function ofReagents(around: Neighbourhood): number {
  return (isClone(around) || isSupplier(around) ? Evidence.identifierWord : 0) | ofWhatFollows(around);
}

function isClone(around: Neighbourhood): boolean {
  if (around.preceding !== OPEN_PARENTHESIS) return false;
  return (
    ANTIBODY_BEFORE.test(around.before) || (around.following === COMMA && SUPPLIER_AFTER.test(around.after))
  );
}

/** "(E1L3N, CST, 1:300)": the supplier itself. */
function isSupplier(around: Neighbourhood): boolean {
  return around.beforePreceding === COMMA && around.following === COMMA && DILUTION_AFTER.test(around.after);
}

function ofWhatFollows(around: Neighbourhood): number {
  if (!around.isSpaced) return 0;
  const next = around.behindFollowing;
  const isName = isCapital(next);
  const isNumber = isDigit(next) || next === HASH;
  let evidence = 0;
  if (isName && PRODUCT_AFTER.test(around.after)) evidence |= Evidence.companyWord;
  if (isNumber && NUMBER_AFTER.test(around.after)) evidence |= Evidence.numberAfter;
  const mayBeKit = isName || isNumber || around.isBefore(kitWords);
  if (mayBeKit && KIT_AFTER.test(around.after)) evidence |= Evidence.productName;
  return evidence;
}
