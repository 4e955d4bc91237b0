import { lettered } from '../../lettered.ts';
import {
  CLOSE_PARENTHESIS,
  COLON,
  EM_DASH,
  OPAQUE,
  OPEN_PARENTHESIS,
  TAB,
  TRANSPARENT,
} from '../../signs.ts';
import type { Definition } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isDigit, isLetter, isSpace, isUpper, Kind, kindOf } from '../characters.ts';
import { afterConnective, verbAt } from './connectives.ts';
import { skipLeadIn } from './leadIns.ts';
import { limitOf, longFormBefore, longFormWithin, type Match, type Search } from './longForm.ts';
import { forShortAt } from './segments.ts';
import { readShortForm, type ShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart } from './window.ts';

/**
 * Definitions that rest on words or an equals sign: `SF = long form`, `long form, or SF,`, `SF, i.e., long form`,
 * `long form, hereafter (called) SF`, `SF stands for long form`, `SF is an acronym of long form`, `SF – long form` at the head of a clause. Without brackets
 * there is less evidence, so they must align better (COSTS.appositionShare); `long form, SF,`, `long form or SF,`,
 * `long form SF` and forms between dashes must align perfectly.
 * @param signs where to look: see `Scan`
 */
export function appositions(search: Search, signs: readonly number[]): Definition[] {
  const { text } = search;
  const found: Definition[] = [];
  const add = (match: Match | null): void => {
    if (!match) return;
    const { short, long } = match;
    const start = Math.min(short.start, long.start);
    found.push({ form: 'apposition', start, end: Math.max(short.end, long.end), short, long });
  };
  for (const at of signs) {
    const code = text.charCodeAt(at);
    if (code === 0x3d) {
      add(beside(search, at, at + 1));
    } else if (code === 0x2c && isSpace(unitAt(text, at + 1))) {
      const next = afterConnective(text, at);
      add(
        next > 0
          ? beside(search, at, next, NAMING.test(text.slice(at, next)))
          : (bare(search, at, at + 2) ?? introduced(search, at, at + 2, true) ?? listed(search, at)),
      );
    } else if (code === COLON) {
      add(introduced(search, at, at + 2, true) ?? listed(search, at));
    } else if (code === EM_DASH) {
      const next = visibleStart(text, at + 1, at + 3);
      add(bare(search, at, next) ?? introduced(search, at, next));
    } else if (isSpacedDash(text, at)) {
      add(
        bare(search, at, at + 3) ??
          (opensClause(text, at) ? beside(search, at, at + 3) : introduced(search, at, at + 3)),
      );
    } else if (isSpace(code)) {
      add(behindSpace(search, at));
    }
  }
  return found;
}

/** What a verb behind the white space at `at` joins, or capitals there that the words before them spell out. */
function behindSpace(search: Search, at: number): Match | null {
  const { text } = search;
  if (isUpper(text.charCodeAt(at + 1))) return initialed(search, bare(search, at, at + 1, true));
  const verb = verbAt(text, at + 1);
  if (!verb) return null;
  const next = at + 1 + verb.words.length;
  return verb.bare
    ? bare(search, at, visibleStart(text, next, next + 1), true)
    : beside(search, at, next, verb.naming);
}

/** What says of any word before it that it is a short form: "Scuba, an acronym for …". */
const NAMING = /acronym|abbreviation|initialism|short for|stands for/;

/** " - " or " – " from `at` on. */
const isSpacedDash = (text: string, at: number): boolean =>
  isSpace(text.charCodeAt(at)) && kindOf(unitAt(text, at + 1)) === Kind.dash && isSpace(unitAt(text, at + 2));

/** Where the dash begins that ends at `end`, white space before it: "… squared errors – or SSE –"; else `end`. */
const dashBefore = (text: string, end: number): number => (isSpacedDash(text, end - 2) ? end - 2 : end);

/** The word that ends at `end` is the first of its clause: "…; DCM - dilated cardiomyopathy". */
function opensClause(text: string, end: number): boolean {
  const start = tokenStart(text, end);
  const before = visibleEnd(text, start, Math.max(0, start - 4));
  return before === 0 || '.;:('.includes(text[before - 1]!) || text.slice(before, start).includes(',');
}

/** The longest form, in characters, that is looked for beside a connective. */
const MAX_SHORT = 24;
const MAX_LONG = 120;

/** Fewer letters of a bare short form would fit by chance. */
const MIN_BARE = 3;

/**
 * `long form, SF,` or `long form or SF`: nothing but the letters says so, and all begin words of the long form.
 * `open`: nothing need set off the short form from what follows.
 */
function bare(search: Search, left: number, right: number, open = false): Match | null {
  const { text, costs } = search;
  const second = unitAt(text, right + 1);
  if (!isUpper(unitAt(text, right)) || !(isUpper(second) || isDigit(second))) return null;
  const short = strictShort(text, right, tokenEnd(text, right));
  if (!short || short.units.length < MIN_BARE || !(open || closesForm(text, short.end))) return null;
  const end = visibleEnd(text, dashBefore(text, left), Math.max(0, left - 4));
  const match = longFormBefore(search, short, end, enclosing(text, end));
  if (!match || match.cost <= costs.bareLimit) return match;
  const isEnclosed = !open && isSpacedDash(text, left) && isSpacedDash(text, short.end);
  return isEnclosed && match.cost <= limitOf(short, costs) * costs.appositionShare ? match : null;
}

/** `long form SF`: all begin words of their own. */
const initialed = ({ costs }: Search, match: Match | null): Match | null =>
  match && match.cost < costs.run ? match : null;

/** What a long form in apposition may begin with. */
const ARTICLE = /(?:(?:formally|in full|officially),? )?(?:an? |the )/y;
const ARTICLE_INITIALS = 'afiot';

/** `SF, the long form,`, `SF: a long form.`, `SF, officially the long form,` or, after a dash, `SF – long form`: as strictly as bare ones. */
function introduced(search: Search, left: number, right: number, article = false): Match | null {
  const { text, costs } = search;
  if (!isUpper(unitAt(text, left - 1))) return null;
  ARTICLE.lastIndex = right;
  const begins = ARTICLE_INITIALS.includes(text.charAt(right)) && ARTICLE.test(text);
  if (article && !begins) return null;
  const short = strictShort(text, tokenStart(text, left), left);
  if (!short || short.units.length < MIN_BARE) return null;
  const start = begins ? ARTICLE.lastIndex : right;
  for (const last of longFormEnds(text, start)) {
    // "GLUE, the General Language Understanding Evaluation benchmark,": what it is may follow.
    for (const end of [last, text.lastIndexOf(' ', last - 1), clauseStart(text, start, last)]) {
      const match = end > start ? longFormWithin(search, short, start, end) : null;
      if (match && match.cost <= costs.bareLimit) return match;
    }
  }
  return null;
}

/** Where a relative clause or an aim follows: "DETR: a detection transformer that casts …"; else `start`. */
const clauseStart = (text: string, start: number, end: number): number =>
  start + Math.max(0, text.slice(start, end).search(/ (?:that|which|for|to) /));

/** `SF, long form;` or `SF: long form;` from the beginning of a clause to its end, as in the legend of a figure: as strictly as bare ones, between semicolons less so. */
function listed(search: Search, left: number): Match | null {
  const { text, costs } = search;
  if (!isUpper(unitAt(text, left - 1))) return null;
  const start = tokenStart(text, left);
  const before = visibleEnd(text, start, Math.max(0, start - 6));
  if (before > 0 && !'.;'.includes(text[before - 1]!)) return null;
  const short = strictShort(text, start, left);
  if (!short) return null;
  const from = visibleStart(text, left + 1, text.length);
  const end = clauseEnd(text, from);
  const match = end > from ? longFormWithin(search, short, from, end) : null;
  const isOfList = text[before - 1] === ';' || text[end] === ';';
  const limit = isOfList ? limitOf(short, costs) * costs.furtherShare : costs.bareLimit;
  return match && match.cost <= limit ? match : null;
}

/** Where the clause from `start` on ends, at a semicolon or a full stop, if nothing else parts it; else `start`. */
function clauseEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_LONG);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3b) return at;
    if (code === 0x2e && (at + 1 === text.length || isSpace(unitAt(text, at + 1)))) return at;
    if (code === 0x2c || code === 0x28 || code === 0x3a || code === OPAQUE || code === TAB) return start;
  }
  return start;
}

/**
 * Whether the words up to `left` and those from `right` on are a short and a long form, in either order.
 * `named`: what stands on the left is said to be an abbreviation, so that it need not look like one.
 */
function beside(search: Search, left: number, right: number, named = false): Match | null {
  const { text } = search;
  const end = beforeRemark(text, visibleEnd(text, left, Math.max(0, left - 4)));
  const limit = Math.min(text.length, right + MAX_LONG);
  const start = skipLeadIn(text, right, limit);
  const stop = tokenEnd(text, start);
  const isQuoted =
    kindOf(text.charCodeAt(start - 1)) === Kind.quote && kindOf(unitAt(text, stop)) === Kind.quote;
  const rightShort = isQuoted ? quotedShort(text, start, stop) : strictShort(text, start, stop);
  if (rightShort && closesForm(text, rightShort.end)) {
    const match = strict(search, rightShort, longFormBefore(search, rightShort, end, enclosing(text, end)));
    if (match) return match;
  }
  const first = tokenStart(text, end);
  const leftShort = named ? readShortForm(text, first, end) : strictShort(text, first, end);
  if (!leftShort) return null;
  // "NE = named entity": the lead-in may be a part of the long form.
  for (const from of new Set([start, visibleStart(text, right, limit)])) {
    for (const stop of longFormEnds(text, from)) {
      const match = strict(search, leftShort, longFormWithin(search, leftShort, from, stop));
      if (match) return match;
    }
  }
  return null;
}

/** The end of what stands before a remark in brackets that ends at `end`: "Trinitrotoluene (…), commonly known as TNT". */
function beforeRemark(text: string, end: number): number {
  if (unitAt(text, end - 1) !== CLOSE_PARENTHESIS) return end;
  const open = enclosing(text, end - 1) - 1;
  return unitAt(text, open) === OPEN_PARENTHESIS && isSpace(unitAt(text, open - 1))
    ? visibleEnd(text, open, Math.max(0, open - 4))
    : end;
}

/** A capital and another one or a digit, or a small letter and a capital behind it. */
const STRICT = lettered`^(?:[^\p{Lu}]*[\p{Lu}][^]*[\p{Lu}\p{N}]|[^\p{Ll}]*[\p{Ll}][^]*[\p{Lu}])`;

/** `motion capture, or "Mocap",`: a word in quotes, of capitals or with one in front. */
function quotedShort(text: string, start: number, end: number): ShortForm | null {
  const short = isUpper(unitAt(text, start)) ? readShortForm(text, start, end) : null;
  return short && short.units.length >= MIN_BARE ? short : null;
}

function strictShort(text: string, start: number, end: number): ShortForm | null {
  if (end - start < 2 || end - start > MAX_SHORT) return null;
  const short = readShortForm(text, start, end);
  if (!short || !STRICT.test(short.surface)) return null;
  return short.units.filter(({ kind }) => kind === 'letter').length > 1 ? short : null;
}

function strict(search: Search, short: ShortForm, match: Match | null): Match | null {
  return match && match.cost <= limitOf(short, search.costs) * search.costs.appositionShare ? match : null;
}

const isTokenCharacter = (code: number): boolean =>
  !isSpace(code) &&
  code !== OPAQUE &&
  code !== EM_DASH &&
  !(code >= 0x28 && code <= 0x29) &&
  code !== 0x2c &&
  code !== 0x3b &&
  code !== 0x3d &&
  code !== 0x5b &&
  code !== 0x5d;

function tokenEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start <= MAX_SHORT && isTokenCharacter(unitAt(text, end))) end++;
  while (end > start && '.:"”’\''.includes(text[end - 1]!)) end--;
  return end;
}

function tokenStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= MAX_SHORT && isTokenCharacter(unitAt(text, start - 1))) start--;
  return visibleStart(text, start, end);
}

/** A short form in apposition is set off by what follows: punctuation or the text's end. */
function closesForm(text: string, end: number): boolean {
  let at = end;
  while (unitAt(text, at) === TRANSPARENT || '"”’\''.includes(text[at] ?? ' ')) at++;
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  if (isSpace(code))
    return isSpacedDash(text, at) || forShortAt(text, at) > 0 || unitAt(text, at + 1) === OPEN_PARENTHESIS;
  return !isLetter(code) && !isDigit(code);
}

/** Offset after the innermost bracket that is still open at `end`, within MAX_LONG. */
function enclosing(text: string, end: number): number {
  let depth = 0;
  const floor = Math.max(0, end - MAX_LONG);
  for (let at = end - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x29 || code === 0x5d) depth++;
    else if ((code === 0x28 || code === 0x5b) && depth-- === 0) return at + 1;
  }
  return floor;
}

/** "EM = eastern Mediterranean and WM = …": the end before the short form that the equals sign at `at` belongs to. */
function beforeNextEntry(text: string, at: number, start: number): number {
  const end = visibleEnd(text, tokenStart(text, visibleEnd(text, at, start)), start);
  return text.endsWith(' and', end) ? visibleEnd(text, end - ' and'.length, start) : end;
}

/** Where a long form from `start` on may end: at the first two marks of punctuation, else nowhere. */
function longFormEnds(text: string, start: number): number[] {
  const ends: number[] = [];
  const limit = Math.min(text.length, start + MAX_LONG);
  let at = start;
  for (; at < limit && ends.length < 2; at++) {
    const code = text.charCodeAt(at);
    const after = unitAt(text, at + 1);
    const hard =
      code === 0x3b ||
      code === OPAQUE ||
      code === EM_DASH ||
      code === TAB ||
      code === 0x29 ||
      code === 0x5d ||
      code === 0x28 ||
      code === 0x5b ||
      code === 0x3d;
    const soft =
      isSpacedDash(text, at) ||
      ((code === 0x2c || code === 0x2e || code === 0x3a) &&
        (isSpace(after) || after === OPAQUE || kindOf(after) === Kind.quote || at + 1 === text.length));
    if (code === 0x3d) ends.push(beforeNextEntry(text, at, start));
    else if (hard || soft) ends.push(visibleEnd(text, at, start));
    if (hard || (code === 0x2e && soft && !isUpper(unitAt(text, at - 1)))) return ends;
  }
  if (at === text.length) ends.push(visibleEnd(text, at, start));
  return ends;
}
