import type { Bracketed } from './bracketed.ts';
import { longFormBefore, type Match, type Search } from './longForm.ts';

/** " CD8 T cells", " T lymphocytes", behind a bracket. */
const T_CELLS = /[\s\uE000]{1,8}(?:CD\d\S{0,8}\s)?T(?:\s|-)(?:cell|lymphocyte)/y;
/** " cells", " and terminally exhausted (TEX) cells": the same, the T left to the short form. */
const CELLS =
  /[\s\uE000]{1,8}(?:(?:and|or)[\s\uE000][^().;]{1,40}\(T[A-Z]{2,3}\)[\s\uE000]{1,8})?(?:CD\d\S{0,8}\s)?(?:T[\s-])?cells?/y;
/** "T cells and effector memory": more than one thing. */
const PHRASE_OF_T = /^T\W|[\s,](?:and|or|,)\s/;
/** TCM, TRM, TSCM. */
const SUBSET = /^T[A-Z]{2,3}$/;
/** Those whose T goes without saying. */
const KNOWN_SUBSET = /^T(?:P?EX|CM|EM|RM|SCM)$/;

/** What the name of such a subset ends with, its cells left out: "naive, central memory (TCM) and other T cells". */
const OF_SUBSET = /(?:memory|exhausted)$/;

/** "central memory (TCM) T cells": the T stands behind the brackets, the other letters' words in front of them. */
export function tCellSubset(search: Search, { pair, shorts, before, lowest }: Bracketed): Match | null {
  const [short] = shorts;
  if (!short || shorts.length > 1 || !SUBSET.test(short.surface)) return null;
  T_CELLS.lastIndex = pair.close + 1;
  CELLS.lastIndex = pair.close + 1;
  const ofT = T_CELLS.test(search.text);
  const ofCells =
    ofT || CELLS.test(search.text) || OF_SUBSET.test(search.text.slice(Math.max(0, before - 10), before));
  if (!ofT && !(KNOWN_SUBSET.test(short.surface) && ofCells)) return null;
  const whole = longFormBefore(search, short, before, lowest);
  if (!ofT && whole) return whole;
  // "tissue-resident memory (TRM) T cells" has the T in front, too.
  if (whole && !PHRASE_OF_T.test(search.text.slice(whole.long.start, whole.long.end))) return whole;
  return longFormBefore(search, { ...short, units: short.units.slice(1) }, before, lowest);
}
