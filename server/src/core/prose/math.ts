import { greekLetters } from './greek.ts';
import { isWordUnit, type Mask } from './mask.ts';

/** Longer math is a formula, whatever it holds. */
const LONGEST_TERM = 80;

/** Commands that set their argument upright or sans inside math: a word, not a variable. */
const mathWords: ReadonlySet<string> = new Set(
  'mathrm text textrm textsf textnormal textup mathsf mathit operatorname rm mbox textit'.split(' '),
);

/** What one character of a term is: a letter that a command prints, or a visible unit of the source. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly letter?: string;
}

/** A term read from math: its units and what is needed to judge it. */
interface Term {
  readonly units: readonly Unit[];
  readonly base: string;
  readonly scripts: string;
  readonly greekUnits: number;
  /** It has superscripts, and nothing but digits and minus signs in them. */
  readonly exponent: boolean;
}

/**
 * Masks the math between `open` and `close` (delimiters included; its content is `from`…`to`).
 *
 * Math that holds only Greek letters, letters, digits and charges is read as a term where it is a part of a
 * word (`CD8$^+$`, `IFN-$\gamma$`, `T$_{\mathrm{reg}}$`) or can only be a name (`$\gamma\delta$`,
 * `$\mathrm{CD8}^+$`, `$T_{reg}$`); everything else is a formula: opaque.
 */
export function maskMath(
  mask: Mask,
  text: string,
  open: number,
  from: number,
  to: number,
  close: number,
): void {
  const before = text.charCodeAt(open - 1);
  const after = text.charCodeAt(close);
  const attachedBefore = open > 0 && (isWordUnit(before) || before === 0x7d || before === 0x24);
  const attachedAfter = close < text.length && isWordUnit(after) && after !== 0x2f;
  const term = to - from <= LONGEST_TERM ? readTerm(text, from, to) : undefined;
  if (term === undefined || !isTerm(term, attachedBefore, attachedAfter)) {
    mask.opaque(open, close);
    return;
  }
  mask.transparent(open, close);
  for (const unit of term.units) {
    if (unit.letter === undefined) mask.show(unit.start, unit.end);
    else mask.letter(unit.start, unit.end, unit.letter);
  }
}

function isTerm(term: Term, attachedBefore: boolean, attachedAfter: boolean): boolean {
  const { base, scripts, greekUnits } = term;
  if (term.exponent && base === '') return attachedAfter && !attachedBefore;
  if (attachedBefore || attachedAfter) {
    if (base === '') return scripts !== '';
    return /[^\d]/.test(base);
  }
  if (/[A-Z]{2}/.test(base)) return true;
  if (greekUnits > 0) return scripts === '' || greekUnits > 1;
  return /^[TB]\d*$/.test(base) && /^(?:H|h|(?!max|min)[A-Za-z]{2,5})$/.test(scripts);
}

/** Reads the content of math as a term, or gives undefined at the first thing that a term can't hold. */
function readTerm(text: string, from: number, to: number): Term | undefined {
  const units: Unit[] = [];
  let base = '';
  let scripts = '';
  let superscript = '';
  let greekUnits = 0;
  let depth = 0;
  // Braces at that depth and deeper are a script or a word set upright; 0: none is open.
  let scriptDepth = 0;
  let wordDepth = 0;
  let script = '';
  let nextIsWord = false;
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === '{') {
      depth++;
      if (script !== '' && scriptDepth === 0) scriptDepth = depth;
      if (nextIsWord && wordDepth === 0) wordDepth = depth;
      nextIsWord = false;
      continue;
    }
    if (char === '}') {
      if (depth === scriptDepth) {
        scriptDepth = 0;
        script = '';
      }
      if (depth === wordDepth) wordDepth = 0;
      if (--depth < 0) return undefined;
      continue;
    }
    if (char === '^' || char === '_') {
      if (script !== '' && scriptDepth === 0) return undefined;
      if (scriptDepth === 0) script = char;
      continue;
    }
    if (char === ' ' || char === '\n' || char === '\r' || char === '\t') continue;
    let end = at + 1;
    let letter: string | undefined;
    if (char === '\\') {
      while (end < to && isLetter(text.charCodeAt(end))) end++;
      const name = text.slice(at + 1, end);
      if (name === '') {
        if (!/[,!;:/ ]/.test(text.charAt(end))) return undefined;
        at = end;
        continue;
      }
      if (mathWords.has(name)) {
        nextIsWord = true;
        at = end - 1;
        continue;
      }
      letter =
        greekLetters.get(name) ?? (name.startsWith('up') ? greekLetters.get(name.slice(2)) : undefined);
      if (letter === undefined) return undefined;
      greekUnits++;
    } else if (/[-+/]/.test(char)) {
      const inside = script !== '' || wordDepth > 0;
      if (!inside && !(char === '+' && at === to - 1 && base !== '')) return undefined;
    } else if (/[\u0370-\u03ff]/.test(char)) {
      greekUnits++;
    } else if (!/[A-Za-z0-9]/.test(char)) {
      return undefined;
    }
    const printed = letter ?? char;
    if (script === '') base += printed;
    else {
      scripts += printed;
      if (script === '^') superscript += printed;
    }
    units.push(letter === undefined ? { start: at, end } : { start: at, end, letter });
    at = end - 1;
    if (scriptDepth === 0) script = '';
  }
  if (units.length === 0) return undefined;
  return { units, base, scripts, greekUnits, exponent: /^-?\d+$/.test(superscript) };
}

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}
