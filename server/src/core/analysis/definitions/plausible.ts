import { lettered } from '../../lettered.ts';
import type { Span } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { foldOf, isDigit, isGreek, isLetter, isUpper, Kind, kindOf } from '../characters.ts';
import type { Alignment } from './align.ts';
import type { Costs } from './costs.ts';
import { endOf, type Phrase } from './phrase.ts';
import type { ShortForm } from './shortForm.ts';
import { WordBit } from './words.ts';

/** What one letter stands for: "leucine (L)", "embryonic day (E)"; no symbol ("lysine (K)"). */
function isOfLetter(phrase: Phrase, part: number, short: ShortForm): boolean {
  const { codes, upper, parts } = phrase;
  const { leading, bits, first } = parts[part]!;
  if (short.surface.length > 1 || !leading || codes[first] !== short.units[0]!.code) return false;
  if (parts.length - part === 1) return true;
  const ordinary = bits === 0 && endOf(phrase, part) - first > 1 && !upper[first + 1];
  return parts.length - part === 2 && parts[part + 1]!.leading && ordinary && !short.plain;
}

const SLASH = 0x2f;

/** Whether a writer may have meant an alignment of a short form with `text[long.start..long.end)`, the end of a phrase. */
export function isPlausible(
  text: string,
  short: ShortForm,
  long: Span,
  phrase: Phrase,
  alignment: Alignment,
  costs: Costs,
): boolean {
  const surface = read(text, long.start, long.end);
  if (surface.length <= short.surface.length) return false;
  const firstPart = phrase.part[alignment.first]!;
  // "arrestin-2 (beta-arrestin-1) or arrestin-3": no name begins with another's number; "doxorubicin/5-fluorouracil" are two.
  const { first, opens } = phrase.parts[firstPart]!;
  if (!opens && isDigit(phrase.codes[first]!) && unitAt(text, phrase.at[first]! - 1) !== SLASH) return false;
  const words = phrase.parts.length - firstPart;
  const single = isOfLetter(phrase, firstPart, short);
  if (short.units.length === 1 && !single) return false;
  // An address, and "C8/144B, Dako, 1:200".
  if (surface.includes('://') || DILUTION.test(surface)) return false;
  if (endsInStopWord(phrase) || isSource(surface, short.surface)) return false;
  if (!hasWord(phrase, partAt(phrase, long.start, firstPart), short) && !joinsNames(phrase, firstPart, short))
    return false;
  if (alignment.lastPart === firstPart && isStem(phrase, firstPart, short)) return false;
  if (short.plain && holdsItself(phrase, firstPart, short)) return false;
  if (isList(surface) && !givesInitials(phrase, firstPart, short)) return false;
  if (words === 1 && !single && !short.plain && holdsWhole(surface, short.surface)) return false;
  if (containsWord(surface, short.surface) || beginsWith(surface, short.surface)) return false;
  if (surface.endsWith(`-${short.surface}`)) return false;
  if (otherNumber(surface, short.surface)) return false;
  if (short.tail !== '' && !surface.toLowerCase().endsWith(short.tail)) return false;
  if (isTurnedNumber(phrase, alignment, short) && surface.includes('(')) return false;
  return (
    !(short.plain || short.capitalized || short.numeral) ||
    alignment.cost <= costs.plainLimit ||
    (short.plain && joinsEnds(surface, short.surface))
  );
}

const CATALOGUE_NUMBER = /^[a-z]{2}-?\d{3,}$/;

/** "Santa Cruz Biotechnology, sc292", "Schaefer et al. (Schaefer-100)": where a thing comes from. */
const isSource = (long: string, short: string): boolean =>
  /\bet al\.?$/.test(long) || (CATALOGUE_NUMBER.test(short) && !/(?:^| )[a-z]/.test(long));

/** The longest word that two capitals aren't drawn from: "echo time (TE)". */
const LONGEST_SMALL_WORD = 4;

/** Whether a phrase ends with a word that is too short to have given all letters of a short form. */
export const isClippedWord = ({ length, parts }: Phrase, { units }: ShortForm): boolean =>
  length - parts[parts.length - 1]!.first <= LONGEST_SMALL_WORD &&
  units.length === 2 &&
  units.every(({ upper }) => upper);

/** A number that stands elsewhere in the short form opens the long form: "1 (PD-1) and its ligand (PD-L1)". */
const isTurnedNumber = ({ codes }: Phrase, { first }: Alignment, { units }: ShortForm): boolean =>
  isDigit(codes[first]!) && units[0]!.kind !== 'digit';

const MIN_END = 3;

/** "cilta-cel", ciltacabtagene autoleucel: the beginning and the ending of a name, joined by a hyphen. */
function joinsEnds(long: string, short: string): boolean {
  const [beginning = '', ending = '', ...others] = short.split('-');
  const name = long.toLowerCase();
  return (
    others.length === 0 &&
    beginning.length >= MIN_END &&
    ending.length >= MIN_END &&
    name.startsWith(beginning) &&
    name.endsWith(ending)
  );
}

/** The part that an offset stands in, at or before `part`. */
function partAt({ parts }: Phrase, start: number, part: number): number {
  let index = part;
  while (index > 0 && parts[index]!.tokenStart > start) index--;
  return index;
}

/** "independent of": the last word is a stop word or verb of two letters or more. */
export function endsInStopWord({ length, parts }: Phrase): boolean {
  const { bits, first } = parts[parts.length - 1]!;
  return (bits & (WordBit.stop | WordBit.clause)) !== 0 && length - first > 1;
}

/** An antibody's. */
const DILUTION = /\b1:\d{2}/;

/** Letters in a row that make a word rather than a symbol: small ones, and of any case. */
const SMALL_RUN = 3;
const ANY_RUN = 6;

/** Whether the parts from `part` on hold an ordinary word; a Greek letter's name is one if the letter stands for it. */
function hasWord(phrase: Phrase, part: number, short: ShortForm): boolean {
  const { codes, upper, alias, parts } = phrase;
  const symbols = /[\u0370-\u03E1\u03F0-\u03FF\u1F00-\u1FFF\u2126]/.test(short.surface);
  for (let p = part; p < parts.length; p++) {
    const { first, bits } = parts[p]!;
    const end = endOf(phrase, p);
    if ((bits & WordBit.stop) !== 0 || (isGreek(alias[first]!) && !symbols)) continue;
    let any = 0;
    let small = 0;
    for (let k = first; k < end && !isDigit(codes[k]!); k++) {
      any++;
      small = upper[k] ? 0 : small + 1;
      if (small > SMALL_RUN || any === ANY_RUN) return true;
    }
    if (small === SMALL_RUN && any === end - first) return true;
  }
  return false;
}

const MIN_NAMES = 3;

/**
 * Whether the parts from `part` on are one token of names and numbers that begin with all the letters of the short
 * form, each with its own: PDZ (PSD-95/Dlg/ZO-1), RGD (Arg-Gly-Asp).
 */
function joinsNames({ codes, alias, parts }: Phrase, part: number, { units }: ShortForm): boolean {
  if (units.length < MIN_NAMES || parts.slice(part + 1).some(({ leading }) => leading)) return false;
  const initials = parts.slice(part).filter(({ first }) => !isDigit(codes[first]!));
  return (
    initials.length === units.length &&
    units.every(({ kind, code }, index) => {
      const { first } = initials[index]!;
      return kind === 'letter' && (code === codes[first] || code === alias[first]);
    })
  );
}

const MIN_STEM = 3;

/** The short form begins with the part, and only a generic noun follows: "polycystin family (polycystin-1)". */
function isStem(phrase: Phrase, part: number, short: ShortForm): boolean {
  const { codes, parts } = phrase;
  const { first } = parts[part]!;
  const end = endOf(phrase, part);
  if (end - first < MIN_STEM || end - first > short.units.length) return false;
  for (let k = first; k < end; k++) if (short.units[k - first]!.code !== codes[k]) return false;
  return parts.slice(part + 1).every(({ bits }) => (bits & WordBit.generic) !== 0);
}

const SMALL_S = 0x73;

/** An ordinary word is no short form of words that it is one of: "limb buds (or limbs)", "chromosomes (chromosome …)". */
function holdsItself(phrase: Phrase, part: number, { units }: ShortForm): boolean {
  const { codes, parts } = phrase;
  const length = units.at(-1)!.code === SMALL_S ? units.length - 1 : units.length;
  for (let p = part; p < parts.length; p++) {
    const { first } = parts[p]!;
    const end = endOf(phrase, p);
    const own = end - first - (codes[end - 1] === SMALL_S ? 1 : 0);
    if (own !== length) continue;
    let k = 0;
    while (k < own && units[k]!.code === codes[first + k]) k++;
    if (k === own) return true;
  }
  return false;
}

/** Single words in a row: "IL-22R, zcytor11, and CRF2-9". */
const SINGLES = /^[^\s,]+, [^\s,]+(?:,? (?:and|or) |, )[^\s,]+(?:,? (?:and|or) [^\s,]+|, [^\s,]+)*$/;

const isList = (surface: string): boolean => surface.includes(', ') && SINGLES.test(surface);

/** Whether each word from a part on, locants apart, gives a letter, as drugs do a regimen's name (CHOP, FOLFOX). */
function givesInitials({ codes, alias, parts }: Phrase, part: number, { units }: ShortForm): boolean {
  return parts
    .slice(part)
    .filter(({ opens, first, bits }) => opens && (bits & WordBit.stop) === 0 && !isDigit(codes[first]!))
    .every(({ first }) => units.some(({ code }) => code === codes[first] || code === alias[first]));
}

/** A name that holds another one whole is no long form of it (Notch, NotchIC); a shortened word is (Chr, Chromosome). */
function holdsWhole(long: string, short: string): boolean {
  const at = long.indexOf(short);
  if (at < 0) return false;
  const last = unitAt(short, short.length - 1);
  const next = unitAt(long, at + short.length);
  const shortened = isLetter(last) && !isUpper(last) && isLetter(next) && !isUpper(next);
  return at > 0 || !shortened;
}

/** What follows a number that is no word's end: "3,5-di", "Ca(2+)", "S6-kinase". */
const AFTER_LOCANT = lettered`^(?:[\p{L}+)\]–-]|,\d)`;

/** The long form's only number is another than the short form's: "Group 4" (Group3). A year may be cut short. */
function otherNumber(long: string, short: string): boolean {
  const own = short.match(/\d+/g);
  if (own?.length !== 1 || long.includes(own[0])) return false;
  const others = [...long.matchAll(/\d+/g)].filter(
    ({ 0: number, index }) =>
      !AFTER_LOCANT.test(long.slice(index + number.length, index + number.length + 2)),
  );
  return others.length === 1;
}

/** The text without transparent fill. */
function read(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  return slice.includes('\uE000') ? slice.replaceAll('\uE000', '') : slice;
}

/** Whether a text's first word is this symbol, of any case ("JEM-1, approved symbol …"), or this one's up to a number's slash ("HuABCB6/1.68"). */
function beginsWith(text: string, word: string): boolean {
  if (foldOf(text.charCodeAt(0)) !== foldOf(word.charCodeAt(0)) || !/[\d-]/.test(word)) return false;
  const end = text.search(/[\s,]/);
  if (end < MIN_NAME) return false;
  const first = text.slice(0, end).toLowerCase();
  const name = word.toLowerCase();
  return first === name || (name.startsWith(`${first}/`) && isDigit(unitAt(name, end + 1)));
}

const MIN_NAME = 3;

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = kindOf(unitAt(text, at - 1));
    const after = kindOf(unitAt(text, at + word.length));
    const free = (kind: number) => kind !== Kind.letter && kind !== Kind.digit;
    if (free(before) && before !== Kind.dash && free(after)) return true;
  }
  return false;
}
