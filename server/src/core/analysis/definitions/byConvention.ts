import { Fill } from '../../types.ts';
import { unitAt } from '../../unitAt.ts';
import { isLetter, isSpace } from '../characters.ts';
import { GASES, JOINING, MEASURED, NAMES, QUANTITIES, TUMOR_NOUNS, TUMORS } from './conventions.ts';
import type { Match, Search } from './longForm.ts';
import type { ShortForm } from './shortForm.ts';

/** The longest name that is looked for, in words. */
const MAX_WORDS = 10;

/** A look that spares most short forms the rest: how long such symbols are, and what they begin with. */
const LONGEST_SYMBOL = 9;
const BEGINNINGS = new Set(Array.from('3CDFGKMOPSTV[pt', letter => letter.charCodeAt(0)));

/** "PaO2", "DLCO", "VO2max", "P(a)CO(2)": a quantity, an index of its own, a gas. */
const OF_GAS = /^([CDFPSTVp])[A-Za-z]{0,3}?(CO2|O2|N2|CO|NO)(max|peak)?$/;
/** "Kd", "K(m)": a constant and what it is of. */
const CONSTANT = /^K([A-Za-z])[a-z]{0,2}$/;

/** The words before an offset, the last one first, in lower case. */
interface Word {
  readonly start: number;
  readonly word: string;
}

/** The long form that ends at `before` of the symbol of a quantity or substance (PaO2, Kd, t1/2, K+), if it is one. */
export function symbolForm({ text }: Search, short: ShortForm, before: number, lowest: number): Match | null {
  if (short.surface.length > LONGEST_SYMBOL || !BEGINNINGS.has(short.surface.charCodeAt(0))) return null;
  const symbol = short.surface.replace(/[()[\] .]/g, '');
  const start =
    nameStart(symbol, text, before, lowest) ??
    gasStart(symbol, text, before, lowest) ??
    constantStart(symbol, text, before, lowest);
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

function constantStart(symbol: string, text: string, before: number, lowest: number): number | null {
  const index = CONSTANT.exec(symbol)?.[1]?.toLowerCase();
  if (index === undefined) return null;
  const [noun, ...others] = wordsBefore(text, before, lowest, 3);
  if (noun?.word !== 'constant' && noun?.word !== 'constants') return null;
  return others.find(({ word }) => word.startsWith(index) && !JOINING.has(word))?.start ?? null;
}

function nameStart(symbol: string, text: string, before: number, lowest: number): number | null {
  for (const name of NAMES.get(symbol) ?? []) {
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
