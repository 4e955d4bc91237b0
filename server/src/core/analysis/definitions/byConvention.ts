import { singular } from '../../glossary/normalize.ts';
import { Fill } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isLetter, isSpace } from '../characters.ts';
import {
  AREAS,
  GASES,
  INDEXED_QUANTITIES,
  JOINING,
  MEASURED,
  NAMES,
  QUANTITIES,
  RANKS,
  TUMOR_NOUNS,
  TUMORS,
} from './conventions.ts';
import type { Match, Search } from './longForm.ts';
import type { ShortForm } from './shortForm.ts';
import { SYMBOLS } from './words.ts';

/** The longest name that is looked for, in words. */
const MAX_WORDS = 10;

/** A look that spares most short forms the rest: how long such symbols are, and what they begin with. */
const LONGEST_SYMBOL = 9;
const BEGINNINGS = new Set(Array.from('3CDFGKMOPSTV[gpt', letter => letter.charCodeAt(0)));
/** The same of those that have a small letter or bracket soon, or two letters: "A1", "He", "ICa". */
const SHORT_BEGINNINGS = new Set(Array.from('AEHIN', letter => letter.charCodeAt(0)));
const SECOND_SMALL = /^.(?:.?$|[a-z(]|[A-Z][a-z])/;

/** Whether a short form may be a symbol. */
function mayBeSymbol(surface: string): boolean {
  const first = surface.charCodeAt(0);
  if (surface.length > LONGEST_SYMBOL) return false;
  return BEGINNINGS.has(first) || (SHORT_BEGINNINGS.has(first) && SECOND_SMALL.test(surface));
}

/** "PaO2", "DLCO", "VO2max", "P(a)CO(2)": a quantity, an index of its own, a gas. */
const OF_GAS = /^([CDFPSTVp])[A-Za-z]{0,3}?(CO2|O2|N2|CO|NO)(max|peak)?$/;
/** "Kd", "K(m)", "Tg", "ICa", "Ne": a quantity and its index. */
const INDEXED = /^([EGIKTVg]|[HMNP](?=[a-z]))([A-Za-z][a-z]{0,2})$/;

/** The words before an offset, the last one first, in lower case. */
interface Word {
  readonly start: number;
  readonly word: string;
}

/** The long form that ends at `before` of the symbol of a quantity or substance (PaO2, Kd, t1/2, K+), if it is one. */
export function symbolForm({ text }: Search, short: ShortForm, before: number, lowest: number): Match | null {
  if (!mayBeSymbol(short.surface)) return null;
  const symbol = short.surface.replace(/[()[\] .]/g, '');
  const start =
    gasStart(symbol, text, before, lowest) ??
    indexedStart(symbol, text, before, lowest) ??
    areaStart(symbol, text, before, lowest) ??
    nameStart(symbol, text, before, lowest);
  return start === null ? null : matchFrom(short, start, before);
}

/** The long form that ends at `before` of a tumour's code, as far as its letters don't tell: COAD (colon cancer). */
export function tumorForm({ text }: Search, short: ShortForm, before: number, lowest: number): Match | null {
  const beginnings = TUMORS.get(short.surface);
  if (!beginnings) return null;
  const [noun, ...others] = wordsBefore(text, before, lowest);
  if (!noun || !TUMOR_NOUNS.has(noun.word)) return null;
  const first = others.find(({ word }) => beginnings.includes(word));
  return first === undefined ? null : matchFrom(short, first.start, before);
}

const matchFrom = ({ start: from, end: to }: ShortForm, start: number, end: number): Match => ({
  short: { start: from, end: to },
  long: { start, end },
  cost: 0,
});

function gasStart(symbol: string, text: string, before: number, lowest: number): number | null {
  const [, letter, gas, most] = OF_GAS.exec(symbol) ?? [];
  const nouns = QUANTITIES.get((letter ?? '').toLowerCase());
  const names = GASES.get(gas ?? '');
  if (!nouns || !names) return null;
  let start: number | null = null;
  let ofQuantity = false;
  let ofGas = false;
  let ofMost = most === undefined;
  for (const { start: at, word } of wordsBefore(text, before, lowest)) {
    if (JOINING.has(word)) continue;
    const isNoun = nouns.includes(word);
    const isName = names.includes(word);
    if (!isNoun && !isName && !MEASURED.has(word)) break;
    ofQuantity ||= isNoun;
    ofGas ||= isName;
    ofMost ||= word === 'peak' || word.startsWith('maxim');
    start = at;
  }
  return ofQuantity && ofGas && ofMost ? start : null;
}

function indexedStart(symbol: string, text: string, before: number, lowest: number): number | null {
  const [, letter = '', index = ''] = INDEXED.exec(symbol) ?? [];
  const nouns = INDEXED_QUANTITIES.get(letter);
  if (!nouns) return null;
  const [noun, ...others] = wordsBefore(text, before, lowest, 3);
  if (!noun || !nouns.includes(noun.word)) return null;
  const [initial = ''] = index.toLowerCase();
  const named = others.find(
    ({ word }) =>
      !JOINING.has(word) && (word.startsWith(initial) || SYMBOLS.get(word) === index.toLowerCase()),
  );
  return named?.start ?? null;
}

/** "V1", "SII": the primary visual, the secondary somatosensory cortex. */
const AREA = /^([AMSV])(1|2|I{1,2})$/;

function areaStart(symbol: string, text: string, before: number, lowest: number): number | null {
  const [, letter = '', rank = ''] = AREA.exec(symbol) ?? [];
  const kinds = AREAS.get(letter);
  if (!kinds) return null;
  const [noun, kind, first] = wordsBefore(text, before, lowest, 3);
  if (!noun || !kind || !first || !/^(?:area|cortex|cortices)$/.test(noun.word)) return null;
  return kinds.includes(kind.word) && RANKS.get(rank)?.includes(first.word) ? first.start : null;
}

const CHARGE = /[+−-]$/;

function nameStart(symbol: string, text: string, before: number, lowest: number): number | null {
  for (const name of NAMES.get(singular(symbol.replace(CHARGE, ''))) ?? []) {
    const start = before - name.length;
    if (start < lowest || text.slice(start, before).toLowerCase() !== name) continue;
    if (start === lowest || !isLetter(unitAt(text, start - 1))) return start;
  }
  return null;
}

/** The words before an offset, the last one first, up to a comma or bracket. */
function wordsBefore(text: string, before: number, lowest: number, most = MAX_WORDS): Word[] {
  const words: Word[] = [];
  let end = before;
  while (end > lowest && words.length < most) {
    let start = end;
    while (start > lowest && !isSpace(unitAt(text, start - 1))) start--;
    const word = text.slice(start, end).replaceAll(Fill.transparent, '').toLowerCase();
    if (!/^[\p{L}\d-]+$/u.test(word)) break;
    words.push({ start, word });
    end = start;
    while (end > lowest && isSpace(unitAt(text, end - 1))) end--;
  }
  return words;
}
