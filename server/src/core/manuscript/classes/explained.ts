/** Whether the words that a short form stands for are written right beside it, in whatever way. */
import type { Block, Span } from '../../types.ts';

/** How far (in UTF-16 units) its words may reach. */
const REACH = 120;
/** How far the nearest of them may be: "Development Tool (GRADEpro GDT)". */
const GAP = 20;
/** How far anything here looks: its words may stand before the parentheses that it closes. */
export const FARTHEST = REACH + GAP;
/** Two letters begin some two words nearby by chance. */
const FEWEST_LETTERS = 3;
/** Of so many letters the first may stand for a word that isn't there. */
const MANY_LETTERS = 5;

/** "PBS + 0.1% BSA (": a mixture in front of its name, so long at most. */
const MIXTURE = /\b([A-Z]{2,6})\s?\+\s?(?:\d{1,3}(?:\.\d{1,3})?\s?%\s?)?([A-Z]{2,6})\s\($/;
const LONGEST_MIXTURE = 28;

/** An entry of a legend: "HC: hip circumference;", "WNV: infected with West Nile virus", "DCM - dilated …". */
const ENTRY_END = /(?:^|[.;,(\uFFFC])\s*$/;
const ENTRY_START = /^\s?[:=–-]\s(?:the\s|an?\s)?[A-Za-z][a-z]{2}/;
const ENTRY_GAP = 6;

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and by for from in of on or per the to with'.split(' '),
);
const LONGEST_SMALL_WORD = 4;

/**
 * Whether consecutive words right before or right behind the mention begin with the letters of `form`, small words
 * counted or not, other short forms left out: "Risk of Bias 2 (RoB 2)", "ESS: effective sample size". Bounded work.
 */
export function isExplainedBeside(form: string, { masked }: Block, { start, end }: Span): boolean {
  const letters = form.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (letters.length < FEWEST_LETTERS) return false;
  const open = openingBefore(masked, start);
  return (
    isSpelledBefore(masked, start, letters, true) ||
    isSpelledBehind(masked, end, letters, true) ||
    isSpelledBefore(masked, start, letters, false) ||
    isSpelledBehind(masked, end, letters, false) ||
    (open >= 0 && isSpelledBefore(masked, open, letters, false)) ||
    isSpelledBehindNoun(masked, end, letters) ||
    isMixture(form, masked.slice(Math.max(0, start - LONGEST_MIXTURE), start))
  );
}

/** "the MLCE construction (matrix of low coupling energies)": a noun stands between. */
const NOUN_AND_PARENTHESIS = /^\s[a-z][a-z-]{2,14}\s\(/;

function isSpelledBehindNoun(masked: string, end: number, letters: string): boolean {
  const [noun] = NOUN_AND_PARENTHESIS.exec(masked.slice(end, end + GAP)) ?? [];
  return noun !== undefined && isSpelledBehind(masked, end + noun.length, letters, false);
}

/** "sparse Projection to Latent Structures (multiblock sPLS)": where parentheses open with another word; -1 where none do. */
function openingBefore(masked: string, start: number): number {
  const leading = masked.slice(Math.max(0, start - GAP), start);
  return /\([a-z][a-z-]* $/.test(leading) ? start - leading.length + leading.lastIndexOf('(') : -1;
}

/** Whether it is an entry of a legend or of a table's footnote, whatever words stand for its letters. Bounded work. */
export function isLegendEntry({ masked }: Block, { start, end }: Span): boolean {
  return (
    ENTRY_START.test(masked.slice(end, end + 2 * ENTRY_GAP)) &&
    ENTRY_END.test(masked.slice(Math.max(0, start - ENTRY_GAP), start))
  );
}

/** So many words are an enumeration, and so many of the last tell which. */
const LONG_ENUMERATION = 5;
const TELLING_WORDS = 3;

/** "(", "(n-3 ": what may stand between the parentheses' sign and it. */
const OPENING = /\(\s?(?:[a-z]-\d\s)?$/;

/**
 * Whether its token opens parentheses, and words that it is known to stand for stand right before them: "… and
 * prednisone (R-CHOP)", "polyunsaturated fatty acids (n-3 PUFA)". Bounded work.
 */
export function isKnownBefore(longs: readonly string[], { masked }: Block, { start }: Span): boolean {
  if (longs.length === 0 || !OPENING.test(masked.slice(Math.max(0, start - ENTRY_GAP), start))) return false;
  const leading = comparable(masked.slice(Math.max(0, start - REACH), start));
  return longs.some(long => leading.includes(tellingPartOf(comparable(long))));
}

const WORD_AND_PARENTHESIS = /[a-z]\s\($/;

/** Whether it stands alone in parentheses behind a word: "mass cytometry (CyTOF)". Bounded work. */
export function isGivenAlone({ masked }: Block, { start, end }: Span): boolean {
  return (
    masked[end] === ')' && WORD_AND_PARENTHESIS.test(masked.slice(Math.max(0, start - ENTRY_GAP), start))
  );
}

/** "‘lncRNA,’ or", "(lncRNA) i.e.": what may stand between it and its words. */
const IN_OTHER_WORDS = /^[)’'”",]{0,3}\s(?:or|i\.e\.,?|that is,?)\s(?:an?\s|the\s)?/;

/** Whether words that it is known to stand for stand behind it, said to be the same: "‘lncRNA,’ or long non-coding RNAs". */
export function isKnownBehind(longs: readonly string[], { masked }: Block, { end }: Span): boolean {
  if (longs.length === 0) return false;
  const trailing = masked.slice(end, end + REACH);
  const [said] = IN_OTHER_WORDS.exec(trailing) ?? [];
  if (said === undefined) return false;
  const words = comparable(trailing.slice(said.length));
  return longs.some(long => words.startsWith(comparable(long)));
}

/** Whether a comma stands before the last of an enumeration is a matter of style. */
function comparable(words: string): string {
  return words.toLowerCase().replaceAll(',', '');
}

/** Of a long enumeration its end, before which the rest may be written otherwise: "rituximab plus …, vincristine, and prednisone". */
function tellingPartOf(long: string): string {
  const words = long.split(' ');
  return words.length < LONG_ENUMERATION ? long : words.slice(-TELLING_WORDS).join(' ');
}

/** The words that end before `end`, read from the last to the first. */
function isSpelledBefore(masked: string, end: number, letters: string, countsSmall: boolean): boolean {
  const floor = Math.max(0, end - REACH);
  let left = letters.length;
  for (let at = end; left > 0; ) {
    while (at > floor && !isLetter(masked.charCodeAt(at - 1))) at--;
    if (at === floor) return false;
    const wordEnd = at;
    let capitals = 0;
    while (at > floor && isLetter(masked.charCodeAt(at - 1)))
      if (isCapital(masked.charCodeAt(--at))) capitals++;
    if (capitals > 1 || (!countsSmall && isSmall(masked, at, wordEnd))) continue;
    if (left === letters.length && end - wordEnd > GAP) return false;
    left--;
    // "the Animal Care and Use Committee (IACUC)": all words but the first.
    const isSpared = left === 0 && letters.length >= MANY_LETTERS;
    if (!isSpared && (masked.charCodeAt(at) | 0x20) !== letters.charCodeAt(left)) return false;
  }
  return true;
}

/** The words that begin behind `start`. */
function isSpelledBehind(masked: string, start: number, letters: string, countsSmall: boolean): boolean {
  const limit = Math.min(masked.length, start + REACH);
  let met = 0;
  for (let at = start; met < letters.length; ) {
    while (at < limit && !isLetter(masked.charCodeAt(at))) at++;
    if (at === limit) return false;
    const wordStart = at;
    let capitals = 0;
    for (; at < limit && isLetter(masked.charCodeAt(at)); at++)
      if (isCapital(masked.charCodeAt(at))) capitals++;
    if (capitals > 1 || (!countsSmall && isSmall(masked, wordStart, at))) continue;
    if (met === 0 && wordStart - start > GAP) return false;
    if ((masked.charCodeAt(wordStart) | 0x20) !== letters.charCodeAt(met++)) return false;
  }
  return true;
}

function isSmall(masked: string, start: number, end: number): boolean {
  return end - start <= LONGEST_SMALL_WORD && SMALL_WORDS.has(masked.slice(start, end).toLowerCase());
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isLetter(code: number): boolean {
  return isCapital(code & ~0x20) && code < 0x80;
}

/** PBSA of PBS and BSA: the first one's letters, then some of the other's. */
function isMixture(form: string, leading: string): boolean {
  const [, first = '', second = ''] = MIXTURE.exec(leading) ?? [];
  if (first === '' || !form.startsWith(first)) return false;
  let at = 0;
  for (const letter of second) if (form[first.length + at] === letter) at++;
  return at > 0 && first.length + at === form.length;
}
